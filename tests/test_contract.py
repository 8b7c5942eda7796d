"""What other programs depend on: the Python call, the dictionary, and how little an import costs."""

import dataclasses
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Analysis, InputError, analyze
from analysis.model import ENTITY_TYPES, MENTION_KINDS, PLACE_KINDS, ROLES

KEYS = {
    "document": {"id", "title", "text", "source", "published", "words", "sentences", "notes"},
    "paragraphs": {"index", "start", "end", "polarity", "subjectivity", "evidence"},
    "entities": {"id", "name", "type", "count", "mentions"},
    "places": {
        *("name", "entity", "kind", "country_code", "latitude", "longitude", "geonames_id", "confidence", "count"),
        "mentions",
    },
    "quotes": {
        "start",
        "end",
        "text",
        "paragraph",
        "speaker",
        "speaker_text",
        "cue",
        "speaker_start",
        "speaker_end",
        "source_kind",
        "rule",
        "confidence",
    },
    "figures": {
        "start",
        "end",
        "text",
        "sentence",
        "paragraph",
        "kind",
        "value",
        "low",
        "high",
        "unit",
        "noun",
        "hedge",
        "quote",
    },
    "dates": {"start", "end", "text", "sentence", "paragraph", "first", "last", "unit", "is_relative", "assumption"},
    "reports": {"start", "end", "text", "paragraph", "source", "source_text", "source_kind", "cue"},
    "references": {"start", "end", "text", "paragraph", "kind", "entity"},
}

TEXT = """Storm closes airport in Auckland

"We are waiting," said Mere Tamihana, a teacher from Hamilton. The New Zealand airline said flights would resume.

Australian officials in Canberra praised the excellent work of the airport."""

PIECES = [
    "Iran",
    "Iraq",
    "Mr",
    "Obama",
    "Barack",
    '"we',
    "said",
    '"',
    "U.S.",
    "the",
    "\n\n",
    "Paris,",
    "Texas",
    ".",
    "!",
]
PIECES += ["Kenya's", "Kenyan", "UN", "(AP)", "—", "عربي", "\U0001f600", "A"]
NEWSY = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def test_dictionary_has_the_documented_keys():
    """Each part of the dictionary has at least the keys that the contract names."""
    result = analyze(TEXT).to_dict()
    assert result["schema"] == "dateline/1"
    assert KEYS["document"] <= result["document"].keys()
    for part in ("paragraphs", "entities", "places", "quotes"):
        assert result[part], part
        assert all(KEYS[part] <= row.keys() for row in result[part])


def test_dictionary_has_the_tone():
    """The tone part names its instruments, voices and, for each entity, a mean with its interval."""
    tone = analyze(TEXT).to_dict()["tone"]
    assert set(tone["overall"]["all"]) == {"words", "vader", "events"}
    assert {"all", "narrator", "quoted", "index"} <= tone["paragraphs"][0].keys()
    assert {"entity", "label", "mean", "low", "high", "n_sentences", "sentences"} <= tone["toward"][0].keys()


def test_values_stay_in_their_vocabulary():
    """Types, kinds and roles are the documented words, and references lead somewhere."""
    result = analyze(TEXT)
    ids = [entity.id for entity in result.entities]
    assert len(set(ids)) == len(ids)
    assert {entity.type for entity in result.entities} <= set(ENTITY_TYPES)
    assert {m.kind for entity in result.entities for m in entity.mentions} <= set(MENTION_KINDS)
    assert {place.kind for place in result.places} <= set(PLACE_KINDS)
    assert {m.role for place in result.places for m in place.mentions} <= set(ROLES)
    assert {place.entity for place in result.places} <= {None, *ids}
    assert {quote.speaker for quote in result.quotes} <= {None, *ids}


def test_result_is_frozen():
    """Nobody can change an analysis that others may be reading."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        analyze("Paris.").entities = ()  # type: ignore[misc]


def test_same_text_same_result():
    """The same text gives the same analysis, to the last id."""
    assert analyze(TEXT).to_dict() == analyze(TEXT).to_dict()


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2020-01-04", "2020-01-04"),
        (date(2020, 1, 4), "2020-01-04"),
        ("2020-01-04T08:00:00", "2020-01-04"),
        (None, None),
    ],
)
def test_publication_date(published, kept):
    """A publication date comes back in ISO form."""
    assert analyze("Rain.", published=published).document.published == kept


@pytest.mark.parametrize("text", ["", " \n\t ", b"bytes", None, 3, "\x00\x01\x02\x03", "word " * 200_001])
def test_refused_input(text):
    """What is no text, or too much of it, is refused with a message for people."""
    with pytest.raises(InputError) as caught:
        analyze(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Word",
        "!!!",
        "\u202eمرحبا بالعالم. هذا نص\u202c",
        "\U0001f600\U0001f525 \U0001f1ee\U0001f1f7!",
        "lone \ud800 surrogate",
        "no names in here at all",
    ],
    ids=["one word", "no letters", "right to left", "emoji", "surrogate", "nothing to find"],
)
def test_odd_input(text):
    """Odd texts give an analysis, empty where there is nothing to find, that can be written as JSON."""
    from analysis.export import to_json

    assert isinstance(analyze(text), Analysis)
    to_json(analyze(text)).encode("utf-8")


@settings(deadline=None, max_examples=150)
@given(NEWSY)
def test_spans_slice_back(text):
    """Whatever the text, every span slices it, counts are numbers of mentions, coordinates are on the globe."""
    if not text.strip():
        return
    result = analyze(text)
    body = result.document.text
    things = [*result.quotes, *(w for tone in result.tones for w in tone.evidence)]
    things += [m for e in result.entities for m in e.mentions] + [m for p in result.places for m in p.mentions]
    assert all(body[thing.start : thing.end] == thing.text for thing in things)
    assert all(entity.count > 0 for entity in result.entities)
    for place in result.places:
        assert (place.latitude is None) == (place.longitude is None)
        assert place.latitude is None or (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180)
        assert 0 <= place.confidence <= 1
        assert place.kind != "region" or (place.latitude is None and place.country_code is None)


def test_import_is_light():
    """Importing the package loads neither the screen nor the table library nor the tone library."""
    code = "import sys, analysis; print([m for m in ('streamlit', 'plotly', 'pandas', 'textblob') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
