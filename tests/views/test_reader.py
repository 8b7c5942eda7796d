"""The reader's data: the text survives whatever is marked in it, counts agree, and no mark is without its reason."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.english.segment import segment
from analysis.model import Correction
from analysis.select.narrow import Choice, kept_paragraphs, narrow, valid_choice
from analysis.show.palette import DARK, LIGHT
from tests.factories import TEXT, make_analysis
from views.page.library import bundled
from views.reader import words as reader_takeaways
from views.reader import words as reader_words
from views.reader.data import outlined, paragraph_of, reader_data, sheet_of
from views.reader.layers import LAYER_LABELS, Layer, Mark, layer_of, standing
from views.reader.words import Tip

LAYERS = ["plain", *LAYER_LABELS]
SEED = next(iter(bundled().values())).text
HOSTILE = '<script>alert(1)</script> in \u202eParis\u202c\n\n"We <b>will</b>," said مرحبا Angela Merkel on 4 May 2020.'


def data_of(analysis, layer, choice=None, **more):
    choice = choice or Choice()
    sheet = sheet_of(analysis.document, layer_of(analysis, layer, has_pronouns=True))
    kept = kept_paragraphs(analysis, choice)
    return reader_data(sheet, narrow(analysis, choice), choice, kept, LIGHT, **more)


def text_of(row) -> str:
    return "".join(piece[0] for piece in row["pieces"])


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("text", [*(article.text for article in bundled().values()), HOSTILE, "Word", "!!!"])
def test_text_survives_every_layer(text, layer):
    """Put together, the pieces of a paragraph are its text, character for character; and all of it is JSON."""
    analysis = analyze(text)
    data = data_of(analysis, layer, outlines=((2, 9), (5, 11)))
    for row, paragraph in zip(data["paragraphs"], analysis.document.paragraphs, strict=True):
        assert text_of(row) == analysis.document.text[paragraph.start : paragraph.end]
        assert all(piece[0] for piece in row["pieces"])
    assert json.loads(json.dumps(data)) == data


def bounds(text: str):
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(sorted).map(tuple)


@given(st.lists(st.tuples(bounds(TEXT), st.booleans()), max_size=12), st.lists(bounds(TEXT), max_size=4))
def test_overlaps_never_double_text(spans, outlines):
    """Marks and outlines that overlap anyhow leave the text as it was, and no mark overlaps another of its kind."""
    document = segment(TEXT)
    marks = standing([Mark(a, b, "PERSON", Tip("", ()), is_outer=is_outer) for (a, b), is_outer in spans])
    for is_outer in (True, False):
        own = [mark for mark in marks if mark.is_outer == is_outer]
        assert all(one.end <= other.start for one, other in pairwise(own))
    sheet = sheet_of(document, Layer("names", marks, {}, "mention"))
    rows = outlined(document, sheet.paragraphs, outlines)
    for pieces, paragraph in zip(rows, document.paragraphs, strict=True):
        assert "".join(piece[0] for piece in pieces) == TEXT[paragraph.start : paragraph.end]


@pytest.mark.parametrize("layer", ["names", "places", "facts", "quotes"])
@pytest.mark.parametrize("article", bundled().values(), ids=list(bundled()))
def test_nothing_found_is_left_unmarked(article, layer):
    """Every mention, place, quote, figure and date of a bundled article has its mark, on its own words."""
    analysis = analyze(article.text)
    marks = layer_of(analysis, layer).marks
    wanted = {
        "names": [m for e in analysis.entities for m in e.mentions],
        "places": [m for p in analysis.places for m in p.mentions],
        "facts": [*analysis.figures, *analysis.dates],
        "quotes": [*analysis.quotes],
    }[layer]
    assert {(one.start, one.end) for one in wanted} <= {mark.span for mark in marks}


@pytest.mark.parametrize("layer", LAYER_LABELS)
def test_every_mark_says_why(layer):
    """No mark is without a title and a reason, and each is in the legend."""
    made = layer_of(analyze(SEED), layer, has_pronouns=True)
    assert made.marks
    for mark in made.marks:
        assert mark.tip.title
        assert mark.tip.lines
        assert all(mark.tip.lines)
        assert mark.style in made.legend


def test_marks_count_what_other_pages_count():
    """Without a filter there are as many steps as mentions; with a name chosen, as many as that name has."""
    analysis = analyze(SEED)
    assert len(data_of(analysis, "names")["targets"]) == sum(entity.count for entity in analysis.entities)
    iran = next(entity for entity in analysis.entities if entity.id == "iran")
    data = data_of(analysis, "names", Choice(("iran",)))
    assert len(data["targets"]) == iran.count
    assert {data["marks"][n]["entity"] for n in data["targets"]} == {"iran"}
    assert data["chosen"] == ["iran"]


def test_filter_stands_back():
    """Paragraphs outside the filter are told, and so are their marks, which are no steps."""
    analysis = analyze(SEED)
    choice = Choice(("kuwait",))
    data = data_of(analysis, "names", choice)
    kept = kept_paragraphs(analysis, choice)
    assert [row["kept"] for row in data["paragraphs"]] == [p.index in kept for p in analysis.document.paragraphs]
    assert {data["marks"][n]["paragraph"] for n in data["quiet"]}.isdisjoint(kept)
    assert all(row["map"]["value"] == 0 for row in data["paragraphs"] if not row["kept"])


def test_filter_by_type_quiets_the_others():
    """With people chosen, the names of places are marked quietly and are no steps."""
    analysis = analyze(SEED)
    data = data_of(analysis, "names", valid_choice(analysis, types=["PERSON"]))
    assert {data["marks"][n]["style"] for n in data["targets"]} == {"PERSON"}
    assert [row["count"] for row in data["legend"] if row["style"] == "ORG"] == [0]


def test_key_changes_only_with_the_text_on_the_screen():
    """A filter leaves the text as it stands in the browser; another layer, an outline or a correction does not."""
    analysis = analyze(SEED)
    key = data_of(analysis, "names")["key"]
    assert data_of(analysis, "names", Choice(("iran",)))["key"] == key
    assert data_of(analysis, "names", outlines=((0, 9),))["key"] != key
    assert data_of(analysis, "places")["key"] != key
    renamed = analyze(SEED, corrections=(Correction("rename", entity="iran", name="Persia"),))
    assert data_of(renamed, "names")["key"] != key


def test_corrections_are_told():
    """What a reader changed by hand is said where it is marked."""
    analysis = analyze(SEED, corrections=(Correction("rename", entity="iran", name="Persia"),))
    tips = [mark.tip for mark in layer_of(analysis, "names").marks if mark.tip.title == "Persia"]
    assert tips
    assert all("Corrected by hand: renamed." in tip.lines for tip in tips)


def test_other_recognisers_have_no_probability():
    """Names that another engine found are said to be its own, without a figure."""
    tips = [mark.tip for mark in layer_of(analyze(SEED), "names", engine="spacy:x").marks]
    assert all("Found by spacy:x, which gives no probability." in tip.lines for tip in tips)


def test_tone_is_never_told_by_colour_alone():
    """Each sentence has its sign in words, each paragraph its score, and what has none says so."""
    data = data_of(analyze(f"{SEED}\n\nQwx zzt."), "tone")
    sentences = [mark for mark in data["marks"] if mark["outer"]]
    signs = {"negative": "−", "positive": "+", "even": "−+0", "silent": "n"}
    assert all(mark["label"][0] in signs[mark["style"]] for mark in sentences)
    assert data["paragraphs"][-1]["note"] == {"style": "silent", "text": "no score"}
    assert data["paragraphs"][-1]["map"]["note"] == "no score"


def test_tone_beside_paragraphs_is_the_voice_that_was_chosen():
    """With the narrator chosen, the score beside a paragraph is the narrator's."""
    analysis = analyze(SEED)
    choice = Choice(voice="narrator")
    sheet = sheet_of(analysis.document, layer_of(analysis, "tone", voice="narrator"))
    data = reader_data(sheet, narrow(analysis, choice), choice, kept_paragraphs(analysis, choice), DARK)
    for row, tone in zip(data["paragraphs"], analysis.tone_report.paragraphs, strict=True):
        if row["kept"]:
            assert row["note"]["text"] == reader_words.paragraph_note(tone.narrator.events)


def test_without_a_tone_report():
    """An analysis without tone has a layer of tone that says nothing."""
    analysis = make_analysis()
    assert data_of(analysis, "tone")["marks"] == []
    assert reader_takeaways.takeaway(analysis, "tone").startswith("Nothing here has a score")


def test_quote_inside_reported_speech_is_a_quote():
    """Reported speech is marked around the quote that it holds, and the quote keeps its own mark."""
    analysis = analyze(SEED)
    marks = layer_of(analysis, "quotes").marks
    quotes = [mark for mark in marks if mark.style != "report"]
    assert [mark.span for mark in quotes] == [(q.start, q.end) for q in analysis.quotes]
    assert any(mark.part_of and mark.span != (mark.start, mark.end) for mark in marks)


@pytest.mark.parametrize(
    ("value", "index"),
    [("0", 0), ("3", 3), ("4", None), ("-1", None), ("x", None), ("٣", None), ("9" * 30, None), (None, None)],
)
def test_paragraph_of_a_link(value, index):
    """A link opens a paragraph that there is; all else is ignored."""
    assert paragraph_of(value, segment(TEXT)) == index


@pytest.mark.parametrize("share", [0.0, 0.001, 0.4, 0.994, 0.9999, 1.0])
def test_nothing_is_certain(share):
    """A probability is never told as 0 or 100 per cent."""
    assert reader_words.percent(share) not in ("0\u00a0%", "100\u00a0%")
