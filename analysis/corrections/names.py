"""
Corrections replayed on what was found: names first, so that quotes, tone and figures follow, then speakers.

A correction that no longer fits the text is left out and its reason kept; all others are applied, in order. Places
follow in `correct_places`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.model import Correction, Entity, Quote
from analysis.names.forms import slug
from analysis.select.narrow import ranked
from analysis.speech.speakers import INSTITUTIONS

READER = "reader"
"""The rule of a quote whose speaker a reader marked."""


class MisfitError(Exception):
    """Why a correction does not fit this text."""


Problems = Mapping[int, str]
"""Reasons by the number of the correction, from 0."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The entities as corrected; why some corrections did not fit; the ids of those that were split off, by number."""

    entities: tuple[Entity, ...]
    problems: Problems
    made: Mapping[int, str]


def correct_entities(entities: tuple[Entity, ...], corrections: Sequence[Correction]) -> Corrected:
    """The entities with every correction of them, in order, and what came of each."""
    problems: dict[int, str] = {}
    made: dict[int, str] = {}
    for number, correction in enumerate(corrections):
        change = ENTITY_CHANGES.get(correction.do)
        if change is None:
            continue
        known = {entity.id for entity in entities}
        try:
            entities = change(entities, correction)
        except MisfitError as misfit:
            problems[number] = str(misfit)
        for entity in entities:
            if entity.id not in known:
                made[number] = entity.id
    return Corrected(ranked(entities), problems, made)


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
    there, off = {(mention.start, mention.end) for mention in whole.mentions}, set(c.mentions)
    missing = sorted(off - there)
    if missing:
        raise MisfitError(f"“{c.entity}” is not named at characters {missing[0][0]} to {missing[0][1]}.")
    if off == there:
        raise MisfitError(f"Every mention of “{c.entity}” would go; rename it instead.")
    rest = tuple(m for m in whole.mentions if (m.start, m.end) not in off)
    name = c.name or ""
    taken = tuple(m for m in whole.mentions if (m.start, m.end) in off)
    made = Entity(free_id(slug(name), entities), name, whole.type, taken)
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


def correct_quotes(
    quotes: tuple[Quote, ...], entities: Sequence[Entity], corrections: Sequence[Correction], misfits: Problems
) -> tuple[tuple[Quote, ...], Problems]:
    """
    The quotes with the speakers that a reader marked, and why some did not fit.

    `entities` are the corrected ones, `misfits` the numbers of the corrections of entities that did not fit.
    """
    problems: dict[int, str] = {}
    by_id = {entity.id: entity for entity in entities}
    for number, c in enumerate(corrections):
        if c.do != "speaker":
            continue
        entity = None if c.entity is None else merged_later(c.entity, number, corrections, misfits)
        if entity is not None and entity not in by_id:
            problems[number] = f"There is no “{c.entity}” in this text."
        elif not any((quote.start, quote.end) == c.quote for quote in quotes):
            start, end = c.quote or (0, 0)
            problems[number] = f"No quote stands at characters {start} to {end}."
        else:
            speaker = by_id.get(entity or "")
            quotes = tuple(_spoken(q, speaker) if (q.start, q.end) == c.quote else q for q in quotes)
    return quotes, problems


def merged_later(entity: str, number: int, corrections: Sequence[Correction], misfits: Problems) -> str:
    """
    What the corrections behind `number` made of an entity's id.

    A reader who marks a speaker and then merges that name into another has not taken the mark back.
    """
    for later, c in enumerate(corrections[number + 1 :], number + 1):
        if c.do == "merge" and c.entity == entity and c.into is not None and later not in misfits:
            entity = c.into
    return entity


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
