"""The records of a text: its paragraphs and sentences, and spans of it that a recogniser labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the document; `kind` is "title" for the headline, else "body"."""

    index: int
    start: int
    end: int
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of the paragraph that holds it whole."""

    index: int
    start: int
    end: int
    paragraph: int


NOTE_KINDS = ("long paragraph", "long sentence")
"""What a note of a document tells: a paragraph or a sentence beyond any real one was cut into parts."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader should know of how `[start, end)` was read; `kind` is one of NOTE_KINDS, `message` says it."""

    kind: str
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Document:
    """
    A segmented text. `text` holds every character of the input but for carriage returns.

    `title` is the headline (found in the text or given), `published` an ISO date, `source` a file name or
    whatever the caller knows of the origin; each is None where it is not known. `notes` tell what was not read as it
    stands, in the order of the text.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    title: str | None = None
    source: str | None = None
    published: str | None = None
    notes: tuple[Note, ...] = ()

    @cached_property
    def n_words(self) -> int:
        """How many runs of characters stand between white space."""
        return len(self.text.split())

    def paragraph_at(self, position: int) -> Paragraph:
        """The paragraph that holds the character at `position`; for white space between two, the one before."""
        return self.paragraphs[_last_start(self._paragraph_starts, position)]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at `position`; for white space between two, the one before."""
        return self.sentences[_last_start(self._sentence_starts, position)]

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph with this index."""
        first = bisect_left(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        last = bisect_right(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        return self.sentences[first:last]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]


def _last_start(starts: list[int], position: int) -> int:
    return max(0, bisect_right(starts, position) - 1)


@dataclass(frozen=True, slots=True)
class Span:
    """
    What a recogniser says of `text[start:end]`: a label among PERSON, ORG, PLACE, NORP and MISC.

    PLACE covers GPE, LOC and FAC: telling them apart takes a gazetteer, so it happens in `resolve`.
    """

    start: int
    end: int
    label: str
