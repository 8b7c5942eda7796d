"""Mentions on their way to entities: those that are taken to name one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from analysis.model import Span

MOST_ALIKE = 100
"""
Names of one text that share a word, above which none is told to be another's short form by that word.

With 100 Okafors in a text nobody can tell them apart; a full match of the words still joins two mentions.
"""


@dataclass(slots=True, eq=False)
class Group:
    """Mentions that are taken to name one thing, while it is being made out which."""

    label: str
    members: list[tuple[Span, str]] = field(default_factory=list)
    name: str | None = None
    type: str | None = None

    @property
    def first(self) -> int:
        """Where the first mention starts."""
        return min(span.start for span, _ in self.members)

    def forms(self, text: str) -> list[str]:
        """The mentions as they are written, nationalities left out."""
        return [text[span.start : span.end] for span, kind in self.members if kind == "name"]


def cluster(
    text: str,
    spans: Sequence[Span],
    label: str,
    is_same: Callable[[tuple[str, ...], tuple[str, ...]], bool],
    words_of: Callable[[str], tuple[str, ...]],
) -> list[Group]:
    """Group spans by their words: equal ones first, then each into the only group that it may belong to."""
    by_words: dict[tuple[str, ...], Group] = {}
    for span in spans:
        by_words.setdefault(words_of(text[span.start : span.end]), Group(label)).members.append((span, "name"))
    groups = dict(by_words)
    holders: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in by_words:
        for word in set(words):
            holders[word].append(words)
    for words in sorted(by_words, key=len):
        # Two forms of one name share the last word of the shorter.
        holding = holders[words[-1]] if words else []
        near = (other for other in holding if other in groups) if len(holding) <= MOST_ALIKE else ()
        fitting = [other for other in near if other != words and len(other) >= len(words) and is_same(words, other)]
        if words in groups and len(fitting) == 1:
            groups[fitting[0]].members += groups.pop(words).members
    return list(groups.values())
