"""
One document read by the encoder: its names, the tone of any stretch of it, the tone toward any span in it.

A sentence is read once for names and once for tone, however many targets it has. What they need is kept with the
document while it is analysed; in long texts the vectors are let go and sentences with targets are read once more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

import numpy as np

from analysis.encoder import session
from analysis.encoder.session import Reading
from analysis.encoder.tags import LABELS, TAGS, best_tags
from analysis.english.tokens import Token, tokenize
from analysis.errors import ResourceError
from analysis.model import Document
from analysis.resources import FOLDER

CONSTANTS = FOLDER / "encoder.json"

KEPT_WORDS = 10_000
"""Words of a document up to which the vectors of its sentences are kept: 20 MB of them."""

NO_NAME = "O"
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
        from analysis.names.recognise import tag

        return self._tags if self._tags is not None else tag(self.tokens)

    @cached_property
    def names(self) -> list[Any]:
        """The log odds (words read, tags) of each sentence; None for one without words."""
        return [
            session.read_names([token.text for token in tokens], hints) if tokens else None
            for tokens, hints in zip(self.tokens, self.hints, strict=True)
        ]

    @cached_property
    def tags(self) -> list[list[str]]:
        """The best legal tags of every word; those of the recogniser behind what is read of a very long sentence."""
        out = []
        for found, hints in zip(self.names, self.hints, strict=True):
            best = best_tags(found) if found is not None else []
            out.append([*best, *hints[len(best) :]])
        return out

    @cached_property
    def readings(self) -> list[Reading | None]:
        """What a pass for tone gives of each sentence; None for one without words, no vectors in a long text."""
        is_kept = self.document.n_words <= KEPT_WORDS
        found = (self._read(number) if tokens else None for number, tokens in enumerate(self.tokens))
        return [one if one is None or is_kept else one._replace(vectors=None) for one in found]

    def _read(self, number: int, inside: slice = slice(None)) -> Reading:
        """Read a sentence, or some words of it, for tone."""
        words = [token.text for token in self.tokens[number][inside]]
        return session.read_tone(words, self.hints[number][inside])

    def tones(self, pieces: Sequence[tuple[int, int]]) -> list[float | None]:
        """
        The tone of each stretch [start, end), -1..1; None where it has no word.

        A stretch that is a sentence was read with it; a part of one, such as what is quoted in it, is read by itself.
        """
        out: list[float | None] = []
        for start, end in pieces:
            number = self.document.sentence_at(start).index
            inside = self._words_in(number, start, end)
            whole = self.readings[number]
            own = self.tokens[number][inside]
            if whole is None or not any(token.text[0].isalnum() for token in own):
                out.append(None)
            else:
                out.append(whole.tone if len(own) == len(self.tokens[number]) else self._read(number, inside).tone)
        return out

    def toward(self, spans: Sequence[tuple[int, int]]) -> Any:
        """Negative, neutral and positive probability (n, 3) of the tone toward each span [start, end)."""
        logits = np.zeros((len(spans), 3), np.float32)
        by_sentence: dict[int, list[int]] = {}
        for at, (start, _) in enumerate(spans):
            by_sentence.setdefault(self.document.sentence_at(start).index, []).append(at)
        for number, places in by_sentence.items():
            found = self.readings[number]
            if found is not None:
                inside = [self._words_in(number, *spans[at]) for at in places]
                found = found if found.vectors is not None else self._read(number)
                logits[places] = session.toward(found, [(words.start, words.stop) for words in inside])
        return softmax(logits / constants().toward)

    def _words_in(self, number: int, start: int, end: int) -> slice:
        """The words of a sentence that the characters [start, end) touch."""
        inside = [n for n, token in enumerate(self.tokens[number]) if token.start < end and token.end > start]
        return slice(inside[0], inside[-1] + 1) if inside else slice(0, 0)

    def shares(self, start: int, end: int) -> dict[str, float]:
        """
        How likely the name at [start, end) is to be of each label, or NO_NAME, by its least sure word; calibrated.

        Empty where no whole word stands there or the sentence was not read so far.
        """
        number = self.document.sentence_at(start).index
        found = self.names[number]
        inside = self._words_in(number, start, end)
        if found is None or inside.start == inside.stop or inside.stop > len(found):
            return {}
        odds = softmax(found[inside])
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
