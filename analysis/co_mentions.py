"""
Who is named beside whom: the sentences or paragraphs that name two entities.

A co-mention says that two names stand together, not that the two have anything to do with one another: the sentences
have to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from analysis.model import Analysis, Mention

Span = tuple[int, int]

UNITS = ("sentence", "paragraph")
"""What two names must share to be counted together."""


class Together(NamedTuple):
    """
    One sentence or paragraph that names both: its index, and of their mentions in it the spans of the closest two.

    A plain tuple, since a paragraph with 60 names makes 1,770 of them.
    """

    unit: int
    a: Span
    b: Span


LONGEST_LIST = 100
"""A sentence or paragraph that names more is a list, such as results or a roll of honour, and makes no pairs."""


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

    Ties keep the order in which the analysis lists the entities. A unit that names more than LONGEST_LIST is left out.
    Raises: ValueError for an unknown unit.
    """
    found: dict[tuple[int, int], list[Together]] = {}
    for index, named in sorted(named_in(analysis, unit).items()):
        if len(named) > LONGEST_LIST:
            continue
        for (a, first), (b, second) in combinations(named.items(), 2):
            spans = (first[0], second[0]) if len(first) == len(second) == 1 else closest(first, second)
            found.setdefault((a, b), []).append(Together(index, *spans))
    ids = [entity.id for entity in analysis.entities]
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Pair(ids[a], ids[b], tuple(together)) for (a, b), together in ranked)


def named_in(analysis: Analysis, unit: str) -> dict[int, dict[int, list[Span]]]:
    """
    The spans of mentions in each unit that names anybody, by the place of the entity in the analysis, in that order.

    Raises: ValueError for an unknown unit.
    """
    if unit not in UNITS:
        raise ValueError(f'There is no unit "{unit}"; the units are {", ".join(UNITS)}.')
    document = analysis.document
    index_of: Callable[[Mention], int] = (
        (lambda mention: document.sentence_at(mention.start).index)
        if unit == "sentence"
        else (lambda mention: mention.paragraph)
    )
    named: dict[int, dict[int, list[Span]]] = {}
    for rank, entity in enumerate(analysis.entities):
        for mention in entity.mentions:
            named.setdefault(index_of(mention), {}).setdefault(rank, []).append((mention.start, mention.end))
    return named


def lists_in(analysis: Analysis, unit: str) -> int:
    """How many units are lists that make no pairs."""
    return sum(len(named) > LONGEST_LIST for named in named_in(analysis, unit).values())


def closest(first: Sequence[Span], second: Sequence[Span]) -> tuple[Span, Span]:
    """
    Of two entities' mentions, each in the order of the text, the two with the fewest characters between them.

    One walk along both: two names that are each mentioned a thousand times in a paragraph take two thousand steps.
    """
    best, least, i, j = (first[0], second[0]), gap(first[0], second[0]), 0, 0
    while i < len(first) and j < len(second):
        here = gap(first[i], second[j])
        if here < least:
            best, least = (first[i], second[j]), here
        if first[i] < second[j]:
            i += 1
        else:
            j += 1
    return best


def gap(one: Span, other: Span) -> int:
    """The characters between two spans."""
    return max(one[0], other[0]) - min(one[1], other[1])
