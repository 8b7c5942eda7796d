"""
Corrections where the mistake is seen: under the sentences of a name, a place or a quote.

A correction is added to the link (see `fixes`) and the article is read again with it, so every page follows at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.corrections.file import MAX_CHARS
from analysis.evidence.find import Evidence
from analysis.gazetteer.lookup import Record, candidates, country_name
from analysis.model import Analysis, Correction, Entity, Mention, Place, Quote
from analysis.show.palette import TYPE_LABELS, TYPE_LABELS_ONE
from views.charts.bars import opening
from views.drawer import corrections_url as fixes
from views.parts import markup
from views.parts.alike import distinct

WAYS = {
    "merge": "Same as another",
    "split": "Split",
    "rename": "Rename",
    "retype": "Change the type",
    "hide": "Hide",
}
NOBODY = ""
"""Among ids of names, none of which is empty: nobody is known to speak."""

NOWHERE = 0
"""Among GeoNames' numbers, which start at 1: on no map."""

MAX_PLACES = 60
"""Candidates offered for a place: "San Antonio" has more, and nobody reads on."""


def form(whole: Analysis, found: Evidence) -> None:
    """Draw what can be corrected of this subject; nothing where it names nothing that can be."""
    kind, _, value = found.subject.partition(":")
    if kind in ("entity", "about", "toward"):
        entity = next((entity for entity in whole.entities if entity.id == value), None)
        if entity is not None:
            _fold(lambda: _entity(whole, entity), "Correct this name")
    elif kind in ("place", "role"):
        key = value.partition("|")[2] if kind == "role" else value
        places = [place for place in whole.places if f"{place.geonames_id or ''}|{place.name}" == key]
        if places:
            _fold(lambda: _place(places[0]), "Correct this place")
    elif found.unit == "quote":
        spans = {line.marks[0] for line in found.lines}
        quotes = [quote for quote in whole.quotes if (quote.start, quote.end) in spans]
        _fold(lambda: _speaker(whole, quotes), "Correct a speaker")


def _fold(draw: Callable[[], None], title: str) -> None:
    with st.expander(title, icon=":material/edit:"):
        draw()
        st.caption("Every page follows at once. The correction is part of the link, is listed on the page “Method”, "
                   "and can be undone.")  # fmt: skip


def _apply(label: str, correction: Correction | None, key: str) -> None:
    """A button that makes the correction and draws every page again."""
    made = st.button(
        label, key=key, disabled=correction is None,
        on_click=lambda: fixes.add(correction) if correction else None,
    )  # fmt: skip
    if made:
        st.rerun()


def _entity(whole: Analysis, entity: Entity) -> None:
    way = st.segmented_control(
        "What is wrong", list(WAYS), format_func=WAYS.__getitem__, default="merge", required=True, key="fix_way"
    )
    {"merge": _merge, "split": _split, "rename": _rename, "retype": _retype, "hide": _hide}[way](whole, entity)


def _merge(whole: Analysis, entity: Entity) -> None:
    others = distinct(
        {
            other.id: f"{other.name} ({TYPE_LABELS_ONE[other.type]}, {other.count})"
            for other in whole.entities
            if other is not entity
        }
    )
    into = st.selectbox(
        "It is the same as", list(others), index=None, key="fix_into", format_func=others.__getitem__
    )  # fmt: skip
    _apply("Count them as one", Correction("merge", entity.id, into=into) if into else None, "fix_merge")


def _split(whole: Analysis, entity: Entity) -> None:
    by_start = {mention.start: mention for mention in entity.mentions}
    labels = distinct({start: _in_context(whole, mention) for start, mention in by_start.items()})
    chosen = st.pills(
        "Mentions of somebody else", list(by_start), key="fix_mentions", selection_mode="multi",
        format_func=lambda start: markup.label(labels[start]),
    )  # fmt: skip
    name = st.text_input("Who is meant there", key="fix_split_name", max_chars=MAX_CHARS)
    spans = tuple((start, by_start[start].end) for start in chosen)
    is_ready = bool(name.strip()) and 0 < len(spans) < len(by_start)
    if len(by_start) == 1:
        st.caption("There is only one mention, so there is nothing to split.")
    _apply(
        "Split these off", Correction("split", entity.id, name=_tidy(name), mentions=spans) if is_ready else None,
        "fix_split",
    )  # fmt: skip


def _in_context(whole: Analysis, mention: Mention) -> str:
    text = whole.document.text
    sentence = whole.document.sentence_at(mention.start)
    left = max(sentence.start, mention.start - 25)
    return opening(text[left : mention.end + 35], 75)


def _rename(_: Analysis, entity: Entity) -> None:
    name = st.text_input("Its name", value=entity.name, key=f"fix_name_{entity.id}", max_chars=MAX_CHARS)
    is_new = bool(name.strip()) and _tidy(name) != entity.name
    _apply("Rename", Correction("rename", entity.id, name=_tidy(name)) if is_new else None, "fix_rename")


def _retype(_: Analysis, entity: Entity) -> None:
    kinds = [kind for kind in TYPE_LABELS if kind != entity.type]
    kind = st.selectbox("It is a", kinds, index=None, format_func=TYPE_LABELS_ONE.__getitem__, key="fix_type")
    _apply("Change the type", Correction("retype", entity.id, type=kind) if kind else None, "fix_retype")


def _hide(_: Analysis, entity: Entity) -> None:
    st.caption("It is no name, or of no interest. Its mentions are no longer counted anywhere.")
    _apply("Hide it", Correction("hide", entity.id), "fix_hide")


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _place(place: Place) -> None:
    labels = {record.geonames_id or NOWHERE: _record_label(record) for record in _records(place)}
    labels.pop(place.geonames_id or NOWHERE, None)
    if place.geonames_id is not None:
        labels[NOWHERE] = "none of these: take it off the map"
    labels = distinct(labels)
    if not labels:
        st.caption("The gazetteer knows no place of this name.")
        return
    chosen = st.selectbox("It is", list(labels), index=None, key="fix_place", format_func=labels.__getitem__)
    correction = Correction("place", place=place.name, was=place.geonames_id, geonames_id=chosen or None)
    _apply("Move it", None if chosen is None else correction, "fix_move")


def _records(place: Place) -> list[Record]:
    """Every record of any form of the place's name, best known first."""
    found: dict[int, Record] = {}
    for form_ in dict.fromkeys((*(mention.text for mention in place.mentions), place.name)):
        for record in candidates(form_):
            if record.geonames_id is not None:
                found.setdefault(record.geonames_id, record)
    return sorted(found.values(), key=lambda record: -record.fame)[:MAX_PLACES]


def _record_label(record: Record) -> str:
    country = country_name(record.country_code) if record.country_code else ""
    parts = [record.kind, record.admin1, country if country != record.name else ""]
    size = f", {record.population:,} people" if record.population else ""
    return f"{record.name} ({', '.join(part for part in dict.fromkeys(parts) if part)}{size})"


def _speaker(whole: Analysis, quotes: Sequence[Quote]) -> None:
    by_start = {quote.start: quote for quote in quotes}
    labels = distinct({start: f"“{opening(quote.text, 70)}”" for start, quote in by_start.items()})
    start = st.selectbox("Quote", list(labels), key="fix_quote", format_func=labels.__getitem__)
    speaking = (entity for entity in whole.entities if entity.type in ("PERSON", "ORG", "GPE", "NORP"))
    speakers = distinct({NOBODY: "nobody known"} | {entity.id: entity.name for entity in speaking})
    who = st.selectbox(
        "Spoken by", list(speakers), index=None, key="fix_speaker", format_func=speakers.__getitem__
    )  # fmt: skip
    quote = by_start[start]
    correction = Correction("speaker", quote=(quote.start, quote.end), entity=None if who == NOBODY else who)
    _apply("Mark the speaker", None if who is None else correction, "fix_mark")
