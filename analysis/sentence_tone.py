"""The event tone of each sentence, by voice, with the words that moved it: what the reader sees beside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.event_tone import score_events
from analysis.model import Document, Entity
from analysis.speech_model import Quote
from analysis.tone_model import EventWord, PieceTone
from analysis.tone_report import by_paragraph_of, pieces, weighted


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
