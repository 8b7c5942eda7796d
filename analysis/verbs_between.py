"""
The verbs between two names of one sentence: a hint at what they have to do with one another, never more than that.

A verb is what TextBlob's word list and Brill's rules of context call one, but for the mistakes that news text provokes
again and again: auxiliaries, participles that describe ("an armed group"), nouns in -ing ("the killing"), and verbs
that look like nouns behind a name ("Iran attacks the base"). Who does what to whom is not read: "Iran … attacked" does
not say whether a militia stands in between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.co_mentions import Pair
from analysis.model import Analysis, Sentence
from analysis.verb_words import NEGATIONS, is_title_cased, tagged, verbs_at

SHOWN = 4
"""How many verbs a pair shows at most: "killed, blamed, vowed, said"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the document at [start, end); `text` is in small letters, with "not" where it is negated."""

    start: int
    end: int
    text: str


class Verbs:
    """The verbs of an analysis, read sentence by sentence when they are asked for."""

    def __init__(self, analysis: Analysis) -> None:
        """Names must be those of the whole analysis: a filter must not change what a verb is."""
        self._document = analysis.document
        self._names = sorted((m.start, m.end) for entity in analysis.entities for m in entity.mentions)
        self._read: dict[int, tuple[Verb, ...]] = {}

    def of_sentence(self, position: int) -> tuple[Verb, ...]:
        """The verbs of the sentence that holds the character at `position`, in order."""
        sentence = self._document.sentence_at(position)
        if sentence.index not in self._read:
            self._read[sentence.index] = self._verbs(sentence)
        return self._read[sentence.index]

    def _verbs(self, sentence: Sentence) -> tuple[Verb, ...]:
        first, last = bisect_left(self._names, (sentence.start, 0)), bisect_left(self._names, (sentence.end, 0))
        names = tuple((start - sentence.start, end - sentence.start) for start, end in self._names[first:last])
        found = read_verbs(self._document.text[sentence.start : sentence.end], names)
        return tuple(Verb(v.start + sentence.start, v.end + sentence.start, v.text) for v in found)

    def between(self, one: tuple[int, int], other: tuple[int, int]) -> tuple[Verb, ...]:
        """The verbs between two names; none where the names stand in different sentences."""
        left, right = sorted((one, other))
        if right[0] >= self._document.sentence_at(left[0]).end:
            return ()
        return tuple(verb for verb in self.of_sentence(left[0]) if left[1] <= verb.start and verb.end <= right[0])

    def of_pair(self, pair: Pair) -> tuple[str, ...]:
        """The verbs between the two names where they stand closest in each shared unit, the most frequent first."""
        return tally(verb.text for one in pair.together for verb in self.between(one.a, one.b))


def tally(verbs: Iterable[str]) -> tuple[str, ...]:
    """Verbs without repeats, at most SHOWN: "kills" and "killed" are one, written as it is first."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for verb in verbs:
        written.setdefault(stem(verb), verb)
        counts[stem(verb)] += 1
    return tuple(written[key] for key, _ in counts.most_common(SHOWN))


def stem(verb: str) -> str:
    """What the regular forms of a verb share: "kill" of "killed", "plan" of "planning"."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        rest = verb.removesuffix(ending)
        if rest != verb and len(rest) > 2 and not verb.endswith("ss"):
            is_doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest + "y" if ending in ("ied", "ies") else rest[:-1] if is_doubled else rest
    return verb


def read_verbs(sentence: str, names: Sequence[tuple[int, int]]) -> tuple[Verb, ...]:
    """The verbs of a sentence whose names stand at these spans; offsets are those of the sentence."""
    words = tagged(sentence, names, is_title_cased(sentence, names))
    found = []
    for at in verbs_at(words):
        verb = words[at]
        before = at - 1
        while before >= 0 and (words[before].tag in ("RB", "RBR", "MD") or words[before].is_auxiliary):
            before -= 1
        is_negated = any(
            word.text in NEGATIONS or word.text.endswith(("n't", "n’t")) for word in words[before + 1 : at]
        )
        found.append(Verb(verb.start, verb.end, f"not {verb.text}" if is_negated else verb.text))
    return tuple(found)
