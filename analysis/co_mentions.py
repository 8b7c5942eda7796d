"""
Who is named beside whom: the sentences or paragraphs that name two entities.

A co-mention says that two names stand together, not that the two have anything to do with one another: the sentences
have to tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, product

from analysis.model import Analysis, Mention

UNITS = ("sentence", "paragraph")
"""What two names must share to be counted together."""


@dataclass(frozen=True, slots=True)
class Together:
    """One sentence or paragraph that names both: its index, and of their mentions in it the two that are closest."""

    index: int
    paragraph: int
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities by id, the one that the analysis lists first in front, and every unit that names both, in order."""

    a: str
    b: str
    together: tuple[Together, ...]

    @property
    def count(self) -> int:
        """In how many sentences or paragraphs both are named."""
        return len(self.together)


def co_mentions(analysis: Analysis, unit: str) -> tuple[Pair, ...]:
    """
    The pairs of entities that share a unit (one of UNITS), the pair that shares most in front.

    Ties keep the order in which the analysis lists the entities. Raises: ValueError for an unknown unit.
    """
    if unit not in UNITS:
        raise ValueError(f'There is no unit "{unit}"; the units are {", ".join(UNITS)}.')
    rank = {entity.id: number for number, entity in enumerate(analysis.entities)}
    found: dict[tuple[str, str], list[Together]] = {}
    for index, named in sorted(_named(analysis, unit).items()):
        for a, b in combinations(sorted(named, key=rank.__getitem__), 2):
            one, other = closest(named[a], named[b])
            spans = (one.start, one.end), (other.start, other.end)
            found.setdefault((a, b), []).append(Together(index, one.paragraph, *spans))
    pairs = (Pair(a, b, tuple(together)) for (a, b), together in found.items())
    return tuple(sorted(pairs, key=lambda pair: (-pair.count, rank[pair.a], rank[pair.b])))


def _named(analysis: Analysis, unit: str) -> dict[int, dict[str, list[Mention]]]:
    """The mentions of each entity by unit."""
    document = analysis.document
    index_of: Callable[[Mention], int] = (
        (lambda mention: document.sentence_at(mention.start).index)
        if unit == "sentence"
        else (lambda mention: mention.paragraph)
    )
    named: dict[int, dict[str, list[Mention]]] = {}
    for entity in analysis.entities:
        for mention in entity.mentions:
            named.setdefault(index_of(mention), {}).setdefault(entity.id, []).append(mention)
    return named


def closest(first: list[Mention], second: list[Mention]) -> tuple[Mention, Mention]:
    """Of two entities' mentions the two with the fewest characters between them."""
    return min(
        product(first, second), key=lambda both: max(both[0].start, both[1].start) - min(both[0].end, both[1].end)
    )
