"""Corrections: what they change, what follows them, what no longer fits, how they are read and written."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Analysis, InputError, analyze
from analysis.corrections.file import MAX_CORRECTIONS, from_json, parse, sentence, to_json
from analysis.model import ENTITY_TYPES, KINDS, Correction
from tests import ROOT

SEED = (ROOT / "seeds" / "000_253f1a25dff10c89.txt").read_text("utf-8")

WOLF = (1877, 1968)
"""Where Chad Wolf's quote stands."""

PLACES = """Storm reaches Kharkiv and Odesa

Kharkiv lost power. In Odesa the port closed, and Kharkiv asked for help. Olena Marchenko, a doctor, lives in Odesa.

"We will rebuild," said Olena Marchenko. She smiled."""


@cache
def seed() -> Analysis:
    return analyze(SEED)


def corrected(*corrections: Correction, text: str = SEED) -> Analysis:
    return analyze(text, corrections=corrections)


def entity(analysis: Analysis, name: str):
    return next(entity for entity in analysis.entities if entity.id == name)


def place(analysis: Analysis, name: str):
    return next(place for place in analysis.places if place.name == name)


def problems(analysis: Analysis) -> list[str | None]:
    return [outcome.problem for outcome in analysis.corrections]


def test_merged_names_are_counted_as_one():
    """After a merge the kept name has the mentions of both and the other is gone."""
    merged = corrected(Correction("merge", "cnn", into="al-jazeera"))
    assert entity(merged, "al-jazeera").count == 2
    assert "cnn" not in {e.id for e in merged.entities}
    assert sum(e.count for e in merged.entities) == sum(e.count for e in seed().entities)


def test_split_mentions_get_a_name_of_their_own():
    """The mentions split off stand under the new name, the others stay, and both ids differ."""
    first = entity(seed(), "iraq").mentions[0]
    split = corrected(Correction("split", "iraq", name="Iraq", mentions=((first.start, first.end),)))
    assert [m.start for m in entity(split, "iraq-2").mentions] == [first.start]
    assert entity(split, "iraq").count == entity(seed(), "iraq").count - 1


def test_a_renamed_name_is_called_so_everywhere():
    """The new name stands in the list, on the map and in the words about a speaker; the id stays."""
    renamed = corrected(Correction("rename", "kuwait", name="State of Kuwait"))
    assert entity(renamed, "kuwait").name == "State of Kuwait"
    assert place(renamed, "State of Kuwait").geonames_id == place(seed(), "Kuwait").geonames_id


def test_what_is_no_place_leaves_the_map():
    """A town that is a person's name after all is no longer on the map, and toward a person there can be a tone."""
    retyped = corrected(Correction("retype", "basra", type="PERSON"))
    assert "Basra" not in {p.name for p in retyped.places}
    assert entity(retyped, "basra").type == "PERSON"


def test_what_became_a_place_is_on_the_map_once():
    """All forms of a name that a reader calls a place come to one spot, though only one is listed as a place."""
    soleimani = corrected(Correction("retype", "qasem-soleimani", type="GPE"))
    (spot,) = [p for p in soleimani.places if p.entity == "qasem-soleimani"]
    assert spot.count == 5


def test_a_name_with_a_place_inside_becomes_one_place():
    """An embassy that a reader calls a facility is a place itself, no longer its country inside a name."""
    made = corrected(Correction("retype", "us-embassy", type="FAC"))
    assert [p.count for p in made.places if p.entity == "us-embassy"] == [3]
    assert place(made, "United States").count == place(seed(), "United States").count - 3


def test_hidden_names_are_counted_nowhere():
    """A hidden name is in no list, on no map, no speaker, nobody that a tone is toward."""
    hidden = corrected(Correction("hide", "iran"), Correction("hide", "chad-wolf"))
    gone = {"iran", "chad-wolf"}
    assert not gone & {e.id for e in hidden.entities}
    assert not gone & {p.entity for p in hidden.places}
    assert not gone & {q.speaker for q in hidden.quotes}
    assert not gone & {r.entity for r in hidden.references}
    assert not gone & {t.entity for t in hidden.tone_report.toward}
    assert "Iran" not in {p.name for p in hidden.places}


def test_merged_places_share_one_spot():
    """Two towns that are one have one pin, with the mentions of both, and the id of the name that was kept."""
    merged = corrected(Correction("merge", "odesa", into="kharkiv"), text=PLACES)
    (spot,) = merged.places
    assert (spot.name, spot.entity, spot.count) == ("Kharkiv", "kharkiv", entity(merged, "kharkiv").count)
    starts = [m.start for m in spot.mentions]
    assert starts == sorted(starts)


def test_a_split_place_can_be_moved_alone():
    """After a split each name has a spot of its own, and moving one leaves the other."""
    text = "Springfield, Illinois, was calm. Mayor Lee of Springfield spoke. Springfield is far away."
    found = analyze(text)
    whole = next(e for e in found.entities if e.name == "Springfield")
    spot = next(p for p in found.places if p.entity == whole.id)
    last = whole.mentions[-1]
    split = Correction("split", whole.id, name="The other one", mentions=((last.start, last.end),))
    move = Correction("place", place="The other one", was=spot.geonames_id, geonames_id=4409896)
    made = corrected(split, move, text=text)
    assert problems(made) == [None, None]
    assert next(p for p in made.places if p.entity == whole.id).geonames_id == spot.geonames_id
    moved = next(p for p in made.places if p.name == "The other one")
    assert (moved.geonames_id, moved.confidence, moved.count) == (4409896, 1.0, 1)


def test_a_place_can_be_taken_off_the_map():
    """A place that a reader puts nowhere stays listed, without a point and without confidence."""
    basra = place(seed(), "Basra")
    made = place(corrected(Correction("place", place="Basra", was=basra.geonames_id)), "Basra")
    assert (made.kind, made.latitude, made.geonames_id, made.confidence) == ("unknown", None, None, 0.0)
    assert made.count == basra.count


def test_places_moved_to_one_spot_become_one():
    """A place put where another is already joins it there, under the other's name."""
    text = "The rally was in Paris. Another was in Paris, Texas. The Texas crowd was small."
    found = analyze(text)
    french, texan = (next(p for p in found.places if p.name == "Paris" and p.country_code == c) for c in ("FR", "US"))
    move = Correction("place", place="Paris", was=texan.geonames_id, geonames_id=french.geonames_id)
    (paris,) = [p for p in corrected(move, text=text).places if p.name == "Paris"]
    assert (paris.country_code, paris.count, paris.entity) == ("FR", french.count + texan.count, french.entity)


def test_a_marked_speaker_speaks():
    """A quote is given to whom the reader says; its rule says who knew, and no confidence is made up."""
    made = corrected(Correction("speaker", entity="pentagon", quote=WOLF))
    quote = next(q for q in made.quotes if (q.start, q.end) == WOLF)
    assert (quote.speaker, quote.speaker_text, quote.source_kind) == ("pentagon", "Pentagon", "institution")
    assert (quote.rule, quote.confidence) == ("reader", None)
    unknown = corrected(Correction("speaker", entity=None, quote=WOLF))
    quote = next(q for q in unknown.quotes if (q.start, q.end) == WOLF)
    assert (quote.speaker, quote.speaker_text, quote.source_kind) == (None, None, "unknown")


def test_quotes_follow_merged_names():
    """The quotes of a name that was merged away are the other's, and so are the figures in them."""
    made = corrected(Correction("merge", "bernie-sanders", into="donald-trump"))
    assert "bernie-sanders" not in {q.speaker for q in made.quotes}
    assert sum(q.speaker == "donald-trump" for q in made.quotes) == 1


def test_a_speaker_marked_before_a_merge_stays_marked():
    """Merging a name does not take back that it was marked as a speaker before."""
    marked = Correction("speaker", entity="cnn", quote=WOLF)
    made = corrected(marked, Correction("merge", "cnn", into="al-jazeera"))
    assert problems(made) == [None, None]
    assert next(q for q in made.quotes if (q.start, q.end) == WOLF).speaker == "al-jazeera"


def test_a_place_moved_before_its_merge_stays_moved():
    """Moving a place and then renaming its name are both kept; in the other order the new name counts."""
    odesa = next(p for p in analyze(PLACES).places if p.name == "Odesa")
    move = Correction("place", place="Odesa", was=odesa.geonames_id)
    rename = Correction("rename", "odesa", name="Odessa")
    first, second = corrected(move, rename, text=PLACES), corrected(rename, move, text=PLACES)
    assert problems(first) == [None, None]
    assert place(first, "Odessa").latitude is None
    assert problems(second) == [None, "No place “Odesa” is put there in this text."]


def test_order_decides():
    """What was merged away can no longer be renamed, and is named among what does not fit."""
    merge, rename = Correction("merge", "cnn", into="al-jazeera"), Correction("rename", "cnn", name="Cable News")
    assert problems(corrected(merge, rename)) == [None, "There is no “cnn” in this text."]
    assert problems(corrected(rename, merge)) == [None, None]


MISFITS = [
    (Correction("merge", "iran", into="atlantis"), "There is no “atlantis” in this text."),
    (Correction("merge", "iran", into="iran"), "“iran” cannot be merged into itself."),
    (Correction("split", "iran", name="X", mentions=((1, 2),)), "“iran” is not named at characters 1 to 2."),
    (Correction("rename", "atlantis", name="X"), "There is no “atlantis” in this text."),
    (Correction("retype", "atlantis", type="LOC"), "There is no “atlantis” in this text."),
    (Correction("hide", "atlantis"), "There is no “atlantis” in this text."),
    (Correction("place", place="Atlantis"), "No place “Atlantis” is put there in this text."),
    (
        Correction("place", place="Basra", was=99532, geonames_id=1),
        "The gazetteer has no place 1 of the name “Basra”.",
    ),
    (Correction("speaker", entity="atlantis", quote=WOLF), "There is no “atlantis” in this text."),
    (Correction("speaker", entity="iran", quote=(3, 9)), "No quote stands at characters 3 to 9."),
]


@pytest.mark.parametrize(("correction", "reason"), MISFITS, ids=[f"{c.do} {n}" for n, (c, _) in enumerate(MISFITS)])
def test_what_does_not_fit_is_reported(correction, reason):
    """A correction that no longer fits changes nothing, stays in the result and says why."""
    made = corrected(correction)
    assert problems(made) == [reason]
    assert made.entities == seed().entities
    assert made.places == seed().places
    assert made.quotes == seed().quotes
    assert made.to_dict()["corrections"] == [correction.to_dict() | {"problem": reason}]


def test_a_misfit_does_not_stop_the_others():
    """Of several corrections all that fit are applied."""
    made = corrected(Correction("hide", "atlantis"), Correction("hide", "cnn"), Correction("hide", "atlantis"))
    assert [p is None for p in problems(made)] == [False, True, False]
    assert "cnn" not in {e.id for e in made.entities}


def test_every_mention_cannot_be_split_off():
    """Splitting off all of a name says to rename it instead."""
    spans = tuple((m.start, m.end) for m in entity(seed(), "baghdad").mentions)
    made = corrected(Correction("split", "baghdad", name="X", mentions=spans))
    assert problems(made) == ["Every mention of “baghdad” would go; rename it instead."]


IDS = [e.id for e in seed().entities] + ["atlantis", "x", "x-2"]
SPANS = [(m.start, m.end) for e in seed().entities for m in e.mentions] + [(0, 1)]
SPOTS = [(p.name, p.geonames_id) for p in seed().places] + [("X", None)]
QUOTES = [(q.start, q.end) for q in seed().quotes] + [(0, 1)]
NUMBERS = [None, 99532, 98182, 6252001, 5]

some_id = st.sampled_from(IDS)
some_correction = st.one_of(
    st.builds(Correction, st.just("merge"), some_id, into=some_id),
    st.builds(
        Correction, st.just("split"), some_id, name=st.just("X"),
        mentions=st.lists(st.sampled_from(SPANS), min_size=1, max_size=4).map(tuple),
    ),
    st.builds(Correction, st.just("rename"), some_id, name=st.sampled_from(["X", "Iran", "Ω"])),
    st.builds(Correction, st.just("retype"), some_id, type=st.sampled_from(ENTITY_TYPES)),
    st.builds(Correction, st.just("hide"), some_id),
    st.sampled_from(SPOTS).flatmap(
        lambda spot: st.builds(
            Correction, st.just("place"), place=st.just(spot[0]), was=st.just(spot[1]),
            geonames_id=st.sampled_from(NUMBERS),
        )
    ),
    st.builds(Correction, st.just("speaker"), st.none() | some_id, quote=st.sampled_from(QUOTES)),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(some_correction, max_size=12))
def test_replaying_keeps_the_contract(corrections):
    """Whatever a reader does, ids stay unique, every span slices its text, places and speakers point to names."""
    made = analyze(SEED, corrections=corrections)
    ids = [e.id for e in made.entities]
    assert len(set(ids)) == len(ids)
    mentions = [m for e in made.entities for m in e.mentions]
    spans = [*mentions, *(m for p in made.places for m in p.mentions), *made.quotes]
    assert all(made.document.text[s.start : s.end] == s.text for s in spans)
    assert len({(m.start, m.end) for m in mentions}) == len(mentions)
    on_map = [(m.start, m.end) for p in made.places for m in p.mentions]
    assert len(set(on_map)) == len(on_map)
    assert {p.entity for p in made.places} <= {*ids, None}
    assert {q.speaker for q in made.quotes} <= {*ids, None}
    assert {t.entity for t in made.tone_report.toward} <= set(ids)
    assert all(e.mentions for e in made.entities)
    assert [e.count for e in made.entities] == sorted((e.count for e in made.entities), reverse=True)
    assert [o.correction for o in made.corrections] == corrections


@given(st.lists(some_correction, max_size=8))
def test_a_file_gives_back_what_was_written(corrections):
    """Corrections saved and opened again are the same ones, in the same order."""
    assert from_json(to_json(corrections, "A “headline”\n")) == tuple(corrections)


def test_the_result_can_be_opened_as_corrections():
    """The corrections that a result lists can go back into a file as they are."""
    made = corrected(Correction("hide", "cnn"), Correction("hide", "atlantis"))
    listed = made.to_dict()["corrections"]
    text = json.dumps({"schema": "dateline-corrections/1", "corrections": listed})
    assert from_json(text) == tuple(o.correction for o in made.corrections)


def test_the_file_in_the_docs_works():
    """The example of the documentation fits the bundled article whole, and shows every kind of correction."""
    example = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "contract.md").read_text("utf-8"), re.S)
    corrections = from_json(example[1])
    assert {c.do for c in corrections} == set(KINDS)
    assert problems(corrected(*corrections)) == [None] * len(corrections)


def file_of(*corrections: object) -> str:
    return json.dumps({"schema": "dateline-corrections/1", "corrections": list(corrections)})


BROKEN = {
    "not JSON": ("{", "it is not JSON"),
    "binary": (b"\xff\xfe\x00\x81", "it is not JSON"),
    "too deep": ("[" * 100_000, "it is not JSON"),
    "another file": ('{"schema": "dateline/1"}', "it must say “schema”: “dateline-corrections/1”"),
    "a list": ("[]", "it must say “schema”"),
    "not an object": (file_of("hide"), "Correction 1: A correction must be an object with the field “do”, not 'hide'."),
    "unknown kind": (
        file_of({"do": "explode"}),
        "cannot do 'explode'; it can merge, split, rename, retype, hide, place, speaker.",
    ),
    "unknown type": (
        file_of({"do": "hide", "entity": "a"}, {"do": "retype", "entity": "a", "type": "COUNTRY"}),
        "Correction 2: There is no type 'COUNTRY'; the types are PERSON, ORG, GPE, LOC, FAC, NORP, MISC.",
    ),
    "no entity": (file_of({"do": "hide"}), "The field “entity” of “hide” cannot be None; it is the id of a name"),
    "empty name": (file_of({"do": "rename", "entity": "a", "name": " \u202e "}), "a text of 1 to 200 characters"),
    "long name": (file_of({"do": "rename", "entity": "a", "name": "x" * 201}), "a text of 1 to 200 characters"),
    "a number as quote": (file_of({"do": "speaker", "quote": 5}), "cannot be 5; it is a pair [start, end]"),
    "a true number": (file_of({"do": "place", "place": "a", "was": True}), "cannot be True; it is a GeoNames number"),
    "no spans": (file_of({"do": "split", "entity": "a", "name": "b", "mentions": []}), "a list of 1 to 1,000 pairs"),
    "too many": (file_of(*[{"do": "hide", "entity": "a"}] * (MAX_CORRECTIONS + 1)), "201 corrections are too many"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_says_what_is_wrong(text, message):
    """A file that cannot be used names the correction, the value and what there is to choose."""
    with pytest.raises(InputError) as caught:
        from_json(text)
    assert message in str(caught.value)


def test_a_name_that_cannot_be_seen_is_cleaned():
    """Marks that turn writing round, and halves of characters, do not get into a name or break the output."""
    made = parse(json.loads('{"do": "rename", "entity": "a", "name": " Ira\\u202en\\ud800 \\n X\\u0007"}'))
    assert made.name == "Iran\N{REPLACEMENT CHARACTER} X"
    assert to_json([made]).encode("utf-8")


@pytest.mark.parametrize(("correction", "words"), [
    (Correction("merge", "a", into="b"), "“a” is merged into “b”."),
    (Correction("split", "a", name="B", mentions=((0, 1),)), "1 mention of “a” became “B”."),
    (Correction("place", place="A", was=3), "The place “A” is on no map."),
    (Correction("place", place="A", geonames_id=3), "The place “A” is put at GeoNames entry 3."),
    (Correction("speaker", quote=(3, 9)), "The quote at characters 3 to 9 is spoken by nobody known."),
], ids=lambda value: value.do if isinstance(value, Correction) else "")  # fmt: skip
def test_corrections_in_words(correction, words):
    """A reader can read what was corrected."""
    assert sentence(correction) == words
