"""
Who is named beside whom: the sentences or paragraphs that name two entities.

A co-mention says that two names stand together, not that the two have anything to do with one another: the sentences
have to tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from analysis.english.verbs import NEGATIONS, is_title_cased, tagged, verbs_at
from analysis.model import Analysis, Mention, Sentence

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


# The verbs between two names of one sentence: a hint at what they have to do with one another, never more than that.
#
# A verb is what TextBlob's word list and Brill's rules of context call one, but for the mistakes that news text
# provokes again and again: auxiliaries, participles that describe ("an armed group"), nouns in -ing ("the killing"),
# and verbs that look like nouns behind a name ("Iran attacks the base"). Who does what to whom is not read: "Iran …
# attacked" does not say whether a militia stands in between.

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
