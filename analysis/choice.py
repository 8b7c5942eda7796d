"""What a reader chose to see, and which paragraphs that keeps: names, types, a range of paragraphs, a voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model import ENTITY_TYPES, Analysis
from analysis.tone_model import VOICES
from analysis.voices import heard_in, in_voice


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
