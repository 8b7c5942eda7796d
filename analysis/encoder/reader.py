"""
One document read by the encoder: its names, the tone of any stretch of it, the tone toward any span in it.

A sentence is read once. What the names, the tone and the targets need of it is kept with the document while it is
analysed; in long texts the vectors are let go and sentences with targets are read a second time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from analysis.encoder import session
from analysis.encoder.heads import LABELS, TAGS
from analysis.encoder.session import Reading, Target
from analysis.encoder.viterbi import best_tags
from analysis.errors import ResourceError
from analysis.model import Document
from analysis.tokens import Token, tokenize

CONSTANTS = Path(__file__).parent.parent / "resources" / "encoder.json"

KEPT_WORDS = 10_000
"""Words of a document up to which the vectors of its sentences are kept: 20 MB of them."""

NO_NAME = "none"
"""The rival of a label where the network's second thought is that the words name nothing."""

LABEL_ROWS = {
    NO_NAME: [TAGS.index("O")],
    **{label: [TAGS.index(f"B-{label}"), TAGS.index(f"I-{label}")] for label in LABELS},
}


class Constants(NamedTuple):
    """
    What turns the network's scores into probabilities that can be believed; fitted on development files.

    `toward`: divisor of a target's logits. `slope`, `offset`: log odds of a name's least sure word -> log odds that
    the name is right.
    """

    toward: float
    slope: float
    offset: float


@cache
def constants() -> Constants:
    """The constants, read once a process; raises ResourceError where they are missing or damaged."""
    try:
        found = json.loads(CONSTANTS.read_text("utf-8"))
        return Constants(float(found["toward"]), float(found["slope"]), float(found["offset"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{CONSTANTS.name} cannot be read: {error}") from error


class Reader:
    """The encoder on one document; every answer is worked out when it is first asked for."""

    def __init__(self, document: Document, tags: Sequence[Sequence[str]] | None = None) -> None:
        """Args: tags: what the recogniser says of every word by sentence, where the caller knows it."""
        self.document = document
        self._tags = tags

    @cached_property
    def tokens(self) -> list[list[Token]]:
        """The words of each sentence."""
        return [list(tokenize(self.document.text, s.start, s.end)) for s in self.document.sentences]

    @cached_property
    def hints(self) -> Sequence[Sequence[str]]:
        """What the recogniser says of every word."""
        from analysis.recognise import tag

        return self._tags if self._tags is not None else tag(self.tokens)

    @cached_property
    def readings(self) -> list[Reading | None]:
        """What one pass gives of each sentence; None for one without words."""
        out: list[Reading | None] = [None] * len(self.tokens)
        is_kept = self.document.n_words <= KEPT_WORDS
        for at, found in session.read(_words(self.tokens), self.hints):
            out[at] = found if is_kept else found._replace(vectors=None)
        return out

    @cached_property
    def tags(self) -> list[list[str]]:
        """The best legal tags of every word; those of the recogniser behind what is read of a very long sentence."""
        out = []
        for found, hints in zip(self.readings, self.hints, strict=True):
            best = best_tags(found.names) if found is not None else []
            out.append([*best, *hints[len(best) :]])
        return out

    def tones(self, pieces: Sequence[tuple[int, int]]) -> list[float | None]:
        """
        The tone of each stretch [start, end), -1..1; None where it has no word.

        A stretch that is a sentence was read with it; a part of one, such as what is quoted in it, is read by itself.
        """
        whole = {(s.start, s.end): s.index for s in self.document.sentences}
        out: list[float | None] = [None] * len(pieces)
        parts: dict[int, tuple[list[Token], list[str]]] = {}
        for at, (start, end) in enumerate(pieces):
            number = whole.get((start, end), self.document.sentence_at(start).index)
            found = self.readings[number]
            inside = [n for n, token in enumerate(self.tokens[number]) if start <= token.start and token.end <= end]
            own = [self.tokens[number][n] for n in inside]
            if found is None or not any(token.text[0].isalnum() for token in own):
                continue
            if len(own) == len(self.tokens[number]):
                out[at] = found.tone
            else:
                parts[at] = own, [self.hints[number][n] for n in inside]
        order = list(parts)
        for number, found in session.read(
            _words([parts[at][0] for at in order]), [parts[at][1] for at in order]
        ):  # fmt: skip
            out[order[number]] = found.tone
        return out

    def toward(self, spans: Sequence[tuple[int, int]]) -> Any:
        """Negative, neutral and positive probability (n, 3) of the tone toward each span [start, end)."""
        asked = []
        for start, end in spans:
            number = self.document.sentence_at(start).index
            inside = [n for n, t in enumerate(self.tokens[number]) if t.start < end and t.end > start]
            asked.append((number, inside[0] if inside else 0, inside[-1] + 1 if inside else 0))
        logits = np.zeros((len(spans), 3), np.float32)
        missing = sorted({n for n, *_ in asked if (r := self.readings[n]) is not None and r.vectors is None})
        by_sentence: dict[int, list[int]] = {}
        for at, (number, *_) in enumerate(asked):
            by_sentence.setdefault(number, []).append(at)
        kept = [n for n in by_sentence if (r := self.readings[n]) is not None and r.vectors is not None]
        places = [at for number in kept for at in by_sentence[number]]
        if places:
            logits[places] = session.toward([self._target(asked[at], self.readings[asked[at][0]]) for at in places])
        words = _words([self.tokens[number] for number in missing])
        for row, found in session.read(words, [self.hints[number] for number in missing]):
            places = by_sentence[missing[row]]
            logits[places] = session.toward([self._target(asked[at], found) for at in places])
        return softmax(logits / constants().toward)

    @staticmethod
    def _target(asked: tuple[int, int, int], reading: Reading | None) -> Target:
        assert reading is not None
        return Target(reading, asked[1], asked[2])

    def shares(self, start: int, end: int) -> dict[str, float]:
        """
        How likely the name at [start, end) is to be of each label, or NO_NAME, by its least sure word; calibrated.

        Empty where no whole word stands there or the sentence was not read so far.
        """
        number = self.document.sentence_at(start).index
        found = self.readings[number]
        inside = [n for n, t in enumerate(self.tokens[number]) if start <= t.start and t.end <= end]
        if found is None or not inside or inside[-1] >= len(found.names):
            return {}
        odds = softmax(found.names[inside])
        least = {label: float(odds[:, rows].sum(1).min()) for label, rows in LABEL_ROWS.items()}
        return {label: calibrated(share) for label, share in least.items()}


def calibrated(share: float) -> float:
    """The probability that a name is right whose least sure word has this share."""
    known = constants()
    share = min(max(share, 1e-6), 1 - 1e-6)
    return float(1 / (1 + np.exp(-(known.slope * np.log(share / (1 - share)) + known.offset))))


def softmax(logits: Any) -> Any:
    """Each row to probabilities."""
    odds = np.exp(logits - logits.max(-1, keepdims=True))
    return odds / odds.sum(-1, keepdims=True)


def _words(sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
    return [[token.text for token in tokens] for tokens in sentences]
