"""
The filter, pure: an analysis and a choice in, a narrower analysis out.

The filter keeps *passages*: the paragraphs that mention a chosen name, in the voice that was chosen. Everything is
then counted over those alone, so that every number on every page answers the same question: "what stands where this
is named?"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from analysis.model import (
    ENTITY_TYPES,
    VOICES,
    Analysis,
    DateMention,
    Entity,
    Figure,
    Mention,
    Place,
    PlaceMention,
    Quote,
    Reference,
    Report,
)
from analysis.places.focus import weigh_countries
from analysis.select.voices import heard_in, in_voice
from analysis.tone.words import combine

__all__ = (
    "Choice", "claims_kept", "kept_paragraphs", "narrow", "narrow_places", "ranked", "valid_choice",
    "without_nationalities",
)  # fmt: skip

Spanned = TypeVar("Spanned", Mention, PlaceMention, Quote, Reference, Report, Figure, DateMention)


def narrow(analysis: Analysis, choice: Choice) -> Analysis:
    """
    Keep what stands in the passages of `choice`; the document itself stays whole.

    Entities, places and quotes hold only their mentions in kept paragraphs and vanish without one. Paragraphs
    outside lose their tone (both scores None, no evidence), and `overall` is taken over the kept ones.
    Narrowing twice by one choice changes nothing.
    """
    if not choice:
        return analysis
    kept = kept_paragraphs(analysis, choice)
    analysis = in_voice(analysis, choice.voice)
    tones = tuple(
        tone if index in kept else replace(tone, polarity=None, subjectivity=None, evidence=())
        for index, tone in enumerate(analysis.tones)
    )
    entities = (
        replace(entity, mentions=inside(entity.mentions, kept))
        for entity in analysis.entities
        if not choice.types or entity.type in choice.types or entity.id in choice.entities
    )
    places = ranked_places(replace(place, mentions=inside(place.mentions, kept)) for place in analysis.places)
    return replace(
        analysis,
        tones=tones,
        overall=combine(tones, analysis.overall.start, analysis.overall.end),
        entities=ranked(entity for entity in entities if entity.mentions),
        places=places,
        countries=weigh_countries(analysis.document, places),
        quotes=inside(analysis.quotes, kept),
        reports=inside(analysis.reports, kept),
        tone_report=None if analysis.tone_report is None else analysis.tone_report.inside(kept),
        figures=claims_kept(inside(analysis.figures, kept), analysis.quotes, kept),
        dates=inside(analysis.dates, kept),
        references=inside(analysis.references, kept),
    )


def ranked(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities by number of mentions, the most first; ties in the order of the text."""
    return tuple(sorted(entities, key=lambda entity: (-entity.count, first_start(entity.mentions))))


def first_start(mentions: Sequence[Mention]) -> int:
    """Where the first mention starts; 0 for none."""
    return mentions[0].start if mentions else 0


def inside(spans: Sequence[Spanned], paragraphs: frozenset[int]) -> tuple[Spanned, ...]:
    """The spans whose paragraph is among `paragraphs`, order kept."""
    return tuple(span for span in spans if span.paragraph in paragraphs)


def claims_kept(figures: Sequence[Figure], quotes: Sequence[Quote], paragraphs: frozenset[int]) -> tuple[Figure, ...]:
    """The figures with the index of their quote among the quotes that are kept."""
    index = {old: new for new, old in enumerate(at for at, q in enumerate(quotes) if q.paragraph in paragraphs)}
    return tuple(figure if figure.quote is None else replace(figure, quote=index[figure.quote]) for figure in figures)


def without_nationalities(analysis: Analysis) -> Analysis:
    """The analysis without mentions such as "Iranian"; a country that only its people name vanishes."""
    entities = (
        replace(entity, mentions=tuple(m for m in entity.mentions if m.kind != "nationality"))
        for entity in analysis.entities
    )
    return replace(analysis, entities=ranked(entity for entity in entities if entity.mentions))


def narrow_places(analysis: Analysis, roles: Iterable[str] = (), kinds: Iterable[str] = ()) -> Analysis:
    """
    Keep the places of these kinds, and of them the mentions in these roles; nothing chosen means everything.

    A place without a mention left vanishes. Entities, quotes and tones stay as they are.
    """
    wanted_roles, wanted_kinds = set(roles), set(kinds)
    places = (
        replace(place, mentions=tuple(m for m in place.mentions if not wanted_roles or m.role in wanted_roles))
        for place in analysis.places
        if not wanted_kinds or place.kind in wanted_kinds
    )
    return replace(analysis, places=ranked_places(places))


def ranked_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places that have mentions, the most first; ties in the order of the text."""
    return tuple(sorted((p for p in places if p.mentions), key=lambda p: (-p.count, p.mentions[0].start)))


# What a reader chose to see, and which paragraphs that keeps: names, types, a range of paragraphs, a voice.


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What a reader chose. Nothing chosen means everything.

    A paragraph is kept if it mentions any of `entities` (with `needs_all`, every one of them) and none of `without`,
    and lies from `first` to `last` (indices, both included; None for open). `voice` counts only what the narrator or
    those quoted say. `types` lists entities of these types beside the chosen names; with no name chosen, the
    paragraphs that mention one are kept.
    """

    entities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    needs_all: bool = False
    without: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    voice: str = "all"

    def __bool__(self) -> bool:
        has_range = self.first is not None or self.last is not None
        return bool(self.entities or self.types or self.without or has_range or self.voice != "all")


def valid_choice(
    analysis: Analysis,
    entities: Iterable[str] = (),
    types: Iterable[str] = (),
    *,
    needs_all: bool = False,
    without: Iterable[str] = (),
    first: int | None = None,
    last: int | None = None,
    voice: str = "all",
) -> Choice:
    """A choice of what exists in this analysis, in a stable order; all else is dropped."""
    wanted, unwanted = set(entities), set(without)
    kinds = set(types) & {entity.type for entity in analysis.entities}
    end = len(analysis.document.paragraphs) - 1
    first = None if first is None or not 0 < first <= end else first
    last = None if last is None or not (first or 0) <= last < end else last
    chosen = tuple(entity.id for entity in analysis.entities if entity.id in wanted)
    return Choice(
        chosen,
        tuple(kind for kind in ENTITY_TYPES if kind in kinds),
        needs_all and len(chosen) > 1,
        tuple(e.id for e in analysis.entities if e.id in unwanted and e.id not in wanted),
        first,
        last,
        voice if voice in VOICES else "all",
    )


def kept_paragraphs(analysis: Analysis, choice: Choice) -> frozenset[int]:
    """
    The indices of the paragraphs that the choice keeps.

    Ask it of the whole analysis: in a narrowed one the names that were left out are gone, and with them the reason.
    """
    end = len(analysis.document.paragraphs) - 1
    last = end if choice.last is None else choice.last
    kept = heard_in(analysis, choice.voice) & frozenset(range(choice.first or 0, last + 1))
    if choice.entities or choice.types:
        kept &= _naming(in_voice(analysis, choice.voice), choice)
    for entity in analysis.entities:
        if entity.id in choice.without:
            kept -= {mention.paragraph for mention in entity.mentions}
    return kept


def _naming(analysis: Analysis, choice: Choice) -> frozenset[int]:
    """The paragraphs that mention what was chosen by name, or else by type."""
    if not choice.entities:
        return frozenset(m.paragraph for e in analysis.entities if e.type in choice.types for m in e.mentions)
    by_name = {e.id: frozenset(m.paragraph for m in e.mentions) for e in analysis.entities if e.id in choice.entities}
    sets = [by_name.get(entity, frozenset()) for entity in choice.entities]
    return frozenset.intersection(*sets) if choice.needs_all else frozenset.union(*sets)
