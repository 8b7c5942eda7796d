"""The records of tone beyond TextBlob's: three instruments, two voices, and tone toward an entity."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from math import sqrt
from typing import Any


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word or phrase of the text that a tone lexicon scored: polarity [-1, 1], subjectivity [0, 1]."""

    start: int
    end: int
    text: str
    polarity: float
    subjectivity: float


@dataclass(frozen=True, slots=True)
class Tone:
    """
    The tone of `[start, end)`: the means of its scored words.

    Without a scored word both are None: silence is not neutrality.
    """

    start: int
    end: int
    polarity: float | None
    subjectivity: float | None
    evidence: tuple[ScoredWord, ...]


INSTRUMENTS = ("words", "vader", "events")
"""Word polarity (TextBlob, corrected), VADER by sentence, and the trained event tone; each -1..1 or None."""

VOICES = ("all", "narrator", "quoted")

LEAST_SENTENCES = 3
"""Sentences below which an estimate toward an entity is shown as too thin to be read."""

Z_95 = 1.96
"""Half the width of a 95 % interval, in standard errors."""

BROAD_PRIOR = 0.5
"""The spread that one sentence alone is given: a third of all sentences stand on either side of the middle."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the three instruments say of one stretch of text; None where nothing in it carries evidence."""

    words: float | None
    vader: float | None
    events: float | None


@dataclass(frozen=True, slots=True)
class ParagraphTone:
    """The scores of a paragraph: of all its words, of the narrator's, and of the quoted ones."""

    index: int
    all: Scores
    narrator: Scores
    quoted: Scores


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that moved the event tone: its tone [-1, 1], its weight, whether it judges or only names an event."""

    start: int
    end: int
    text: str
    paragraph: int
    tone: float
    weight: float
    is_evaluative: bool


@dataclass(frozen=True, slots=True)
class PieceTone:
    """The event tone, -1..1 or None, of a sentence or of the part of it that stands in one voice."""

    start: int
    end: int
    events: float | None


@dataclass(frozen=True, slots=True)
class TowardSentence:
    """One sentence's tone toward an entity, as three probabilities that sum to 1; the span is the mention's."""

    start: int
    end: int
    paragraph: int
    negative: float
    neutral: float
    positive: float

    @property
    def score(self) -> float:
        """Positive less negative probability, -1..1."""
        return self.positive - self.negative


@dataclass(frozen=True, slots=True)
class Toward:
    """The tone toward one entity over the sentences that name it."""

    entity: str
    sentences: tuple[TowardSentence, ...]

    @property
    def mean(self) -> float:
        """The mean score of its sentences, -1..1."""
        return sum(sentence.score for sentence in self.sentences) / len(self.sentences)

    @property
    def interval(self) -> tuple[float, float]:
        """A 95 % interval of the mean, from the spread of the sentences and a broad prior, within -1..1."""
        n, mean = len(self.sentences), self.mean
        squares = sum((sentence.score - mean) ** 2 for sentence in self.sentences) + BROAD_PRIOR**2
        half = Z_95 * sqrt(squares / n) / sqrt(n)
        return max(-1.0, mean - half), min(1.0, mean + half)

    @property
    def label(self) -> str:
        """ "negative" or "positive" where the whole interval says so; "too few" sentences; else "unclear"."""
        low, high = self.interval
        if len(self.sentences) < LEAST_SENTENCES:
            return "too few"
        return "negative" if high < 0 else "positive" if low > 0 else "unclear"


@dataclass(frozen=True, slots=True)
class ToneReport:
    """
    Tone by instrument and voice, by paragraph and overall; the words of event tone; tone toward entities.

    `pieces` are what event tone was read of, in order. Where the encoder read it, `event_words` are the words that
    the list of event tone weighs: what a reader may look at, not what made the score.
    """

    paragraphs: tuple[ParagraphTone, ...]
    overall: ParagraphTone
    event_words: tuple[EventWord, ...]
    toward: tuple[Toward, ...]
    pieces: tuple[PieceTone, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values; `toward` with its mean, interval and label."""
        return {
            "paragraphs": [asdict(row) for row in self.paragraphs],
            "overall": asdict(self.overall),
            "event_words": [asdict(word) for word in self.event_words],
            "toward": [
                {
                    "entity": one.entity,
                    "label": one.label,
                    "mean": round(one.mean, 3),
                    "low": round(one.interval[0], 3),
                    "high": round(one.interval[1], 3),
                    "n_sentences": len(one.sentences),
                    "sentences": [asdict(sentence) for sentence in one.sentences],
                }
                for one in self.toward
            ],
            "pieces": [asdict(piece) for piece in self.pieces],
        }

    def inside(self, paragraphs: frozenset[int]) -> ToneReport:
        """What stands in these paragraphs; the scores outside them become None, `overall` stays the article's."""
        silent = Scores(None, None, None)
        toward = (replace(t, sentences=tuple(s for s in t.sentences if s.paragraph in paragraphs)) for t in self.toward)
        return replace(
            self,
            paragraphs=tuple(
                row if row.index in paragraphs else ParagraphTone(row.index, silent, silent, silent)
                for row in self.paragraphs
            ),
            event_words=tuple(word for word in self.event_words if word.paragraph in paragraphs),
            toward=tuple(one for one in toward if one.sentences),
        )
