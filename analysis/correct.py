"""
Corrections replayed on what was found: entities first, so that quotes, tone and places follow, then places and quotes.

A correction that no longer fits the text is left out and its reason kept; all others are applied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.corrections import Correction
from analysis.gazetteer import Record, candidates
from analysis.model import Document, Entity, Place
from analysis.names import slug
from analysis.narrow import ranked, ranked_places
from analysis.roles import role_of
from analysis.speakers import INSTITUTIONS
from analysis.speech_model import Quote
from analysis.toponyms import Toponym

PLACE_TYPES = ("GPE", "LOC", "FAC")
PEOPLES = (*PLACE_TYPES, "NORP")
READER = "reader"
"""The rule of a quote whose speaker a reader marked."""


class MisfitError(Exception):
    """Why a correction does not fit this text."""


Problems = dict[int, str]
"""Reasons by the number of the correction, from 0."""


def correct_entities(
    entities: tuple[Entity, ...], corrections: Sequence[Correction]
) -> tuple[tuple[Entity, ...], Problems]:
    """The entities with every correction of them, in order; and why some did not fit."""
    problems: Problems = {}
    for number, correction in enumerate(corrections):
        change = ENTITY_CHANGES.get(correction.do)
        if change is None:
            continue
        try:
            entities = change(entities, correction)
        except MisfitError as misfit:
            problems[number] = str(misfit)
    return ranked(entities), problems


def _known(entities: Sequence[Entity], entity_id: str | None) -> Entity:
    for entity in entities:
        if entity.id == entity_id:
            return entity
    raise MisfitError(f"There is no “{entity_id}” in this text.")


def _merge(entities: tuple[Entity, ...], c: Correction) -> tuple[Entity, ...]:
    gone, kept = _known(entities, c.entity), _known(entities, c.into)
    if gone is kept:
        raise MisfitError(f"“{c.entity}” cannot be merged into itself.")
    both = tuple(sorted((*kept.mentions, *gone.mentions), key=lambda mention: mention.start))
    return tuple(replace(e, mentions=both) if e is kept else e for e in entities if e is not gone)


def _split(entities: tuple[Entity, ...], c: Correction) -> tuple[Entity, ...]:
    whole = _known(entities, c.entity)
    there = {(mention.start, mention.end) for mention in whole.mentions}
    missing = [span for span in c.mentions if span not in there]
    if missing:
        raise MisfitError(f"“{c.entity}” is not named at characters {missing[0][0]} to {missing[0][1]}.")
    if set(c.mentions) == there:
        raise MisfitError(f"Every mention of “{c.entity}” would go; rename it instead.")
    off = tuple(m for m in whole.mentions if (m.start, m.end) in c.mentions)
    rest = tuple(m for m in whole.mentions if (m.start, m.end) not in c.mentions)
    name = c.name or ""
    made = Entity(free_id(slug(name), entities), name, whole.type, off)
    return (*(replace(e, mentions=rest) if e is whole else e for e in entities), made)


def free_id(base: str, entities: Sequence[Entity]) -> str:
    """An id that no entity has: "guindo", "guindo-2"."""
    taken = {entity.id for entity in entities}
    return next(i for n in range(1, len(taken) + 2) if (i := base if n == 1 else f"{base}-{n}") not in taken)


def _change(**fields: str) -> Callable[[tuple[Entity, ...], Correction], tuple[Entity, ...]]:
    """A change that sets fields of an entity from fields of the correction."""

    def change(entities: tuple[Entity, ...], c: Correction) -> tuple[Entity, ...]:
        old = _known(entities, c.entity)
        new = replace(old, **{field: getattr(c, source) for field, source in fields.items()})
        return tuple(new if entity is old else entity for entity in entities)

    return change


def _hide(entities: tuple[Entity, ...], c: Correction) -> tuple[Entity, ...]:
    gone = _known(entities, c.entity)
    return tuple(entity for entity in entities if entity is not gone)


ENTITY_CHANGES: dict[str, Callable[[tuple[Entity, ...], Correction], tuple[Entity, ...]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _change(name="name"),
    "retype": _change(type="type"),
    "hide": _hide,
}


def correct_toponyms(
    document: Document, toponyms: Sequence[Toponym], before: Sequence[Entity], after: Sequence[Entity]
) -> tuple[Toponym, ...]:
    """The toponyms without those that corrections hid or made no place, and with those that they made one."""
    was = {(m.start, m.end): entity.type for entity in before for m in entity.mentions}
    now = {(m.start, m.end): entity.type for entity in after for m in entity.mentions}
    gone = {span for span, kind in was.items() if kind in PEOPLES and now.get(span) not in PEOPLES}
    kept = [t for t in toponyms if (t.start, t.end) not in gone]
    taken = {at for t in kept for at in range(t.start, t.end)}
    text = document.text
    made = (
        Toponym(start, end, role_of(text, start, end, False, False, "city"), False, text[start:end], 1.0)
        for (start, end), kind in now.items()
        if kind in PLACE_TYPES and was.get((start, end)) not in PEOPLES and not taken & set(range(start, end))
    )
    return tuple(sorted((*kept, *made), key=lambda toponym: toponym.start))


def correct_places(places: tuple[Place, ...], corrections: Sequence[Correction]) -> tuple[tuple[Place, ...], Problems]:
    """The places with every correction of them; a place that a reader put somewhere is sure."""
    problems: Problems = {}
    for number, c in enumerate(corrections):
        if c.do != "place":
            continue
        old = next((p for p in places if p.name == c.place and p.geonames_id == c.was), None)
        record = None if old is None else _record(old, c.geonames_id)
        if old is None:
            problems[number] = f"No place “{c.place}” is put there in this text."
        elif c.geonames_id is not None and record is None:
            problems[number] = f"The gazetteer has no place {c.geonames_id} of the name “{c.place}”."
        else:
            places = _joined(places, old, _moved(old, record))
    return ranked_places(places), problems


def _record(place: Place, geonames_id: int | None) -> Record | None:
    """The candidate for any form of the place's name with this number."""
    forms = dict.fromkeys((*(mention.text for mention in place.mentions), place.name))
    return next((r for form in forms for r in candidates(form) if r.geonames_id == geonames_id is not None), None)


def _moved(place: Place, record: Record | None) -> Place:
    if record is None:
        return replace(
            place, kind="unknown", country_code=None, latitude=None, longitude=None, geonames_id=None, confidence=0.0
        )
    name = record.name if record.kind in ("country", "region") else place.name
    return Place(
        name, place.entity, record.kind, record.country_code, record.latitude, record.longitude, record.geonames_id,
        1.0, place.mentions,
    )  # fmt: skip


def _joined(places: tuple[Place, ...], old: Place, new: Place) -> tuple[Place, ...]:
    """The places with `new` for `old`, joined to the place that is there already."""
    same = [p for p in places if p is not old and new.geonames_id is not None and p.geonames_id == new.geonames_id]
    mentions = tuple(sorted((m for p in (new, *same) for m in p.mentions), key=lambda m: m.start))
    return tuple(replace(new, mentions=mentions) if p is old else p for p in places if p not in same)


def correct_quotes(
    quotes: tuple[Quote, ...], entities: Sequence[Entity], corrections: Sequence[Correction]
) -> tuple[tuple[Quote, ...], Problems]:
    """The quotes with the speakers that a reader marked."""
    problems: Problems = {}
    by_id = {entity.id: entity for entity in entities}
    for number, c in enumerate(corrections):
        if c.do != "speaker":
            continue
        if c.entity is not None and c.entity not in by_id:
            problems[number] = f"There is no “{c.entity}” in this text."
        elif not any((quote.start, quote.end) == c.quote for quote in quotes):
            start, end = c.quote or (0, 0)
            problems[number] = f"No quote stands at characters {start} to {end}."
        else:
            speaker = by_id.get(c.entity or "")
            quotes = tuple(_spoken(q, speaker) if (q.start, q.end) == c.quote else q for q in quotes)
    return quotes, problems


def _spoken(quote: Quote, speaker: Entity | None) -> Quote:
    """The quote with this speaker, by a reader's word."""
    kind = "unknown" if speaker is None else "institution" if speaker.type in INSTITUTIONS else "person"
    return replace(
        quote,
        speaker=speaker.id if speaker else None,
        speaker_text=speaker.name if speaker else None,
        source_kind=kind,
        speaker_start=None,
        speaker_end=None,
        rule=READER,
        confidence=None,
    )
