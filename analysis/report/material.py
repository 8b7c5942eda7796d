"""What a report is made of: the whole analysis, what the filter leaves of it, and links to its paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.model import Analysis, Mention
from analysis.show.markup import Html, element, joined
from analysis.show.sentences import TYPE_NAMES, count_of, short
from analysis.tables.article import paragraph_label

MAX_LINKS = 24
"""Paragraphs linked in one cell; a name of 20,000 words may stand in two hundred."""


@dataclass(frozen=True)
class Material:
    """
    `whole` is everything, `shown` what is counted, `kept` the paragraphs in which it is counted.

    Without a filter the first two are the same.
    """

    whole: Analysis
    shown: Analysis
    kept: frozenset[int]

    @property
    def is_filtered(self) -> bool:
        """Whether a filter leaves anything out, or could."""
        return self.shown is not self.whole

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every entity, also of those that the filter leaves out, by id."""
        return {entity.id: short(entity.name) for entity in self.whole.entities}

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What each paragraph is called: "Headline", "1", "2" …"""
        paragraphs = self.whole.document.paragraphs
        return tuple(paragraph_label(paragraphs, paragraph.index) for paragraph in paragraphs)

    @cached_property
    def marks(self) -> list[tuple[Mention, str, str]]:
        """Every counted mention in the order of the text, with its type and what a hover says of it."""
        found = [
            (mention, entity.type, f"{entity.name}: {TYPE_NAMES[entity.type]}, {count_of(entity.count, 'mention')}")
            for entity in self.shown.entities
            for mention in entity.mentions
        ]
        return sorted(found, key=lambda mark: (mark[0].start, -mark[0].end))

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mention.start for mention, _, _ in self.marks]

    def marks_in(self, start: int, end: int) -> Sequence[tuple[Mention, str, str]]:
        """The marks that begin in `text[start:end]`."""
        return self.marks[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]

    def anchor(self, paragraph: int) -> str:
        """The id of a paragraph in the page: the number that a reader sees."""
        label = self.labels[paragraph]
        return "headline" if label == "Headline" else f"p{label}"

    def link(self, paragraph: int) -> Html:
        """A link to a paragraph of the article below."""
        return element("a", self.labels[paragraph], href=f"#{self.anchor(paragraph)}")

    def links(self, paragraphs: Iterable[int]) -> Html:
        """Links to several paragraphs, each once and in order; the headline as "H"."""
        every = sorted(set(paragraphs))
        made = [
            element("a", "H" if self.labels[at] == "Headline" else self.labels[at], href=f"#{self.anchor(at)}")
            for at in every[:MAX_LINKS]
        ]
        more = f" and {len(every) - MAX_LINKS:,} more" if len(every) > MAX_LINKS else ""
        return joined([*[piece for link in made for piece in (link, " ")][:-1], more])
