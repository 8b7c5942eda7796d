"""
Three instruments side by side, for the narrator and for those quoted, and the tone toward each entity.

Where the instruments disagree the answer depends on the method; the report keeps them apart so that a reader sees it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.model import (
    Document,
    Entity,
    EventWord,
    Mention,
    ParagraphTone,
    PieceTone,
    Quote,
    ScoredWord,
    Scores,
    ToneReport,
)
from analysis.tone.events import score_events
from analysis.tone.toward import toward_entities
from analysis.tone.words import score_vader, score_words

if TYPE_CHECKING:
    from analysis.encoder.reader import Reader
from collections.abc import Mapping

LEAST_PIECE = 3
"""Characters of a piece of a sentence that is scored by itself; shorter ones are marks."""


def read_tone(
    document: Document, entities: Sequence[Entity], quotes: Sequence[Quote], reader: Reader | None = None
) -> ToneReport:
    """
    Score every paragraph with each instrument and for each voice, and the tone toward every entity.

    Args: reader: the encoder on this document; it reads event tone and the tone toward entities where it is given.
    """
    mentions = [m for entity in entities for m in entity.mentions]
    hidden = {at for m in mentions for at in range(m.start, m.end)}
    quoted = by_paragraph_of(quotes)
    sentences = sentences_of(document)
    parts = [
        (paragraph.index, *part)
        for paragraph in document.paragraphs
        for start, end in sentences.get(paragraph.index, ())
        for part in pieces(document.text, start, end, quoted[paragraph.index])
    ]
    read = reader.tones([(start, end) for _, start, end, _ in parts]) if reader is not None else None
    words: list[EventWord] = []
    own: dict[tuple[int, bool], list[Piece]] = defaultdict(list)
    made = []
    for at, (paragraph, start, end, is_quoted) in enumerate(parts):
        piece, found = score_piece(document, start, end, hidden)
        if read is not None and piece.events is not None and (tone := read[at]) is not None:
            piece = replace(piece, events=rounded(tone))  # Where no listed word stands nothing is scored: "Xyzzy."
        own[paragraph, is_quoted].append(piece)
        made.append(PieceTone(start, end, piece.events))
        words += found
    rows = tuple(row(p.index, own[p.index, False], own[p.index, True]) for p in document.paragraphs)
    voices = ([piece for p in document.paragraphs for piece in own[p.index, is_quoted]] for is_quoted in (False, True))
    toward = toward_entities(document, entities, reader)
    return ToneReport(rows, row(-1, *voices), tuple(words), toward, tuple(made))


def sentences_of(document: Document) -> dict[int, list[tuple[int, int]]]:
    """Paragraph -> where its sentences stand."""
    found: dict[int, list[tuple[int, int]]] = {}
    for sentence in document.sentences:
        found.setdefault(sentence.paragraph, []).append((sentence.start, sentence.end))
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence in one voice: its scored words, its VADER score, its event tone, its length."""

    words: tuple[ScoredWord, ...]
    vader: float | None
    events: float | None
    length: int


def by_paragraph_of(spans: Iterable[Mention | Quote]) -> defaultdict[int, list[tuple[int, int]]]:
    """Paragraph -> where its spans stand, in order."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.start):
        found[span.paragraph].append((span.start, span.end))
    return found


def pieces(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    """
    Cut a sentence where a quote begins or ends; each piece with whether it is quoted.

    Args: quoted: the quotes of its paragraph, in order, none inside another.
    """
    at = start
    first = bisect_right(quoted, start, key=lambda quote: quote[1])
    for left, right in itertools.takewhile(lambda quote: quote[0] < end, itertools.islice(quoted, first, None)):
        if left > at:
            yield at, left, False
        yield max(left, at), min(right, end), True
        at = min(right, end)
    if at < end and len(text[at:end].strip()) >= LEAST_PIECE:
        yield at, end, False


def score_piece(document: Document, start: int, end: int, hidden: Container[int]) -> tuple[Piece, list[EventWord]]:
    """All instruments on one piece."""
    events, found = score_events(document, start, end, hidden)
    words = score_words(document.text, start, end, hidden).evidence
    return Piece(words, score_vader(document.text[start:end]), events, end - start), found


def row(index: int, narrator: list[Piece], quoted: list[Piece]) -> ParagraphTone:
    """The scores of a paragraph by voice."""
    return ParagraphTone(index, combined([*narrator, *quoted]), combined(narrator), combined(quoted))


def combined(found: Sequence[Piece]) -> Scores:
    """Word polarity over all scored words; the others as means over pieces, weighted by length."""
    evidence = [word.polarity for piece in found for word in piece.words]
    return Scores(
        rounded(sum(evidence) / len(evidence)) if evidence else None,
        weighted([(piece.vader, piece.length) for piece in found]),
        weighted([(piece.events, piece.length) for piece in found]),
    )


def weighted(values: Iterable[tuple[float | None, int]]) -> float | None:
    """The mean of what is known, weighted; None for nothing."""
    known = [(value, weight) for value, weight in values if value is not None]
    total = sum(weight for _, weight in known)
    return rounded(sum(value * weight for value, weight in known) / total) if total else None


def rounded(value: float) -> float:
    """Three decimals, and no minus zero."""
    return round(value, 3) + 0.0


# The event tone of each sentence, by voice, with the words that moved it: what the reader sees beside a sentence.


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """
    The event tone of the sentence at [start, end): of all of it, of the narrator's part, of the quoted part.

    Each lies in [-1, 1], or is None where there is nothing to read it of. `words` are those that the list of event
    tone weighs by themselves: with the fast engine they made the score.
    """

    start: int
    end: int
    paragraph: int
    all: float | None
    narrator: float | None
    quoted: float | None
    words: tuple[EventWord, ...]


def sentence_tones(
    document: Document, entities: Sequence[Entity], quotes: Sequence[Quote], read: Iterable[PieceTone] = ()
) -> tuple[SentenceTone, ...]:
    """
    The tone of every sentence, in order.

    Args: read: what event tone was read to be, of each piece; a piece that is not there gets its listed words' tone.

    Sentences are cut and names are left out just as in `tone_report.read_tone`, so that the length-weighted mean of
    the pieces of a paragraph is the paragraph's score.
    """
    hidden = {at for e in entities for m in e.mentions for at in range(m.start, m.end)}
    quoted = by_paragraph_of(quotes)
    known = {(piece.start, piece.end): piece.events for piece in read}
    return tuple(
        _tone_of(document, s.start, s.end, s.paragraph, quoted[s.paragraph], hidden, known) for s in document.sentences
    )


def _tone_of(
    document: Document,
    start: int,
    end: int,
    paragraph: int,
    quoted: Sequence[tuple[int, int]],
    hidden: set[int],
    known: Mapping[tuple[int, int], float | None],
) -> SentenceTone:
    own: dict[bool, list[tuple[float | None, int]]] = {True: [], False: []}
    words: list[EventWord] = []
    for left, right, is_quoted in pieces(document.text, start, end, quoted):
        score, found = score_events(document, left, right, hidden)
        own[is_quoted].append((known.get((left, right), score), right - left))
        words += found
    return SentenceTone(
        start,
        end,
        paragraph,
        weighted([*own[False], *own[True]]),
        weighted(own[False]),
        weighted(own[True]),
        tuple(words),
    )
