"""
Two reports beside each other: who and what stands in one, in the other, in both. No score and no verdict.

Names are matched as within one article; sentences by the words they share; figures by what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from analysis.figures.conflicts import conflicts
from analysis.gazetteer.fold import fold
from analysis.model import Analysis, Entity, Figure, Sentence
from analysis.names.forms import is_same_person, person_words

NEAR = 0.6
"""Share of words in common from which on two sentences are near-identical: wire copy with a word changed."""

LEAST_WORDS = 6
"""Shorter sentences are alike by chance."""

LEAST_PART = 3
"""Different words of the shortest quote that is taken for a part of another."""

WORD_RE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with its number of mentions in either report; an entity id is None where it stands only in the other."""

    name: str
    type: str
    count_a: int
    count_b: int
    id_a: str | None
    id_b: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Two sentences that are alike, as spans in either text, and the share of words that they have in common."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    likeness: float


@dataclass(frozen=True, slots=True)
class FigureClash:
    """Figures for one noun that differ between the reports."""

    noun: str
    in_a: tuple[Figure, ...]
    in_b: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class WordUse:
    """A word out of a group of words for one thing, with the places where either report uses it."""

    group: str
    word: str
    in_a: tuple[tuple[int, int], ...]
    in_b: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports share and where they differ; quotes are indices into the quotes of each analysis."""

    names: tuple[Pair, ...]
    figures: tuple[FigureClash, ...]
    quotes_a: tuple[int, ...]
    quotes_b: tuple[int, ...]
    passages: tuple[Passage, ...]
    words: tuple[WordUse, ...]

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values."""
        return asdict(self)


def compare(a: Analysis, b: Analysis) -> Comparison:
    """Lay two analyses beside each other."""
    return Comparison(
        tuple(pairs(a.entities, b.entities)),
        tuple(clashes(a.figures, b.figures)),
        only_quoted(a, b),
        only_quoted(b, a),
        tuple(passages(a, b)),
        tuple(word_use(a.document.text, b.document.text)),
    )


def pairs(ours: Sequence[Entity], theirs: Sequence[Entity]) -> list[Pair]:
    """Every name once, the most mentioned in both together first."""
    left = list(theirs)
    found = []
    for entity in ours:
        other = next((o for o in left if is_same(entity, o)), None)
        if other is not None:
            left.remove(other)
        name = max((entity.name, other.name if other else ""), key=len)
        found.append(
            Pair(name, entity.type, entity.count, other.count if other else 0, entity.id, other.id if other else None)
        )
    found += [Pair(entity.name, entity.type, 0, entity.count, None, entity.id) for entity in left]
    return sorted(found, key=lambda pair: -(pair.count_a + pair.count_b))


def is_same(one: Entity, other: Entity) -> bool:
    """Whether two entities of different articles are one: of one name, or two forms of one person's."""
    if fold(one.name) == fold(other.name):
        return True
    if one.type != "PERSON" or other.type != "PERSON":
        return False
    short, full = sorted((person_words(one.name), person_words(other.name)), key=len)
    return is_same_person(short, full) if len(short) > 1 else short[-1:] == full[-1:]


def clashes(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterable[FigureClash]:
    """Yield the nouns for which some figure of the one differs from some of the other."""
    for conflict in conflicts([*ours, *theirs]):
        in_a = tuple(figure for figure in conflict.figures if any(figure is own for own in ours))
        in_b = tuple(figure for figure in conflict.figures if any(figure is own for own in theirs))
        if in_a and in_b:
            yield FigureClash(conflict.noun, in_a, in_b)


def only_quoted(one: Analysis, other: Analysis) -> tuple[int, ...]:
    """The quotes of `one` whose words are not quoted in `other`."""
    known = [words_of(quote.text) for quote in other.quotes]
    return tuple(
        at
        for at, quote in enumerate(one.quotes)
        if not any(is_quoted_in(words_of(quote.text), words) for words in known)
    )


def is_quoted_in(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotes are alike, or the shorter one is a part of the longer."""
    shorter = min(len(one), len(other))
    return likeness(one, other) >= NEAR or (shorter >= LEAST_PART and len(one & other) == shorter)


def passages(a: Analysis, b: Analysis) -> Iterable[Passage]:
    """Yield each sentence of A that has a like in B, with the likest."""
    theirs = [(sentence, words) for sentence, words in sentences(b)]
    for sentence, words in sentences(a):
        scored = [(likeness(words, other), found) for found, other in theirs]
        best = max(scored, key=lambda row: row[0], default=None)
        if best is not None and best[0] >= NEAR:
            yield Passage(sentence.start, sentence.end, best[1].start, best[1].end, round(best[0], 2))


def sentences(analysis: Analysis) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences that are long enough, with their words."""
    text = analysis.document.text
    rows = [(s, words_of(text[s.start : s.end])) for s in analysis.document.sentences]
    return [(sentence, words) for sentence, words in rows if len(words) >= LEAST_WORDS]


def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(word.lower() for word in WORD_RE.findall(text))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two sets have in common (Jaccard)."""
    return len(one & other) / len(one | other) if one and other else 0.0


def word_use(a: str, b: str) -> Iterable[WordUse]:
    """Yield the words of GROUPS that either text uses, group by group."""
    for group, words in GROUPS.items():
        for word in words:
            pattern = re.compile(rf"\b{re.escape(word)}\b", re.I)
            in_a = tuple(match.span() for match in pattern.finditer(a))
            in_b = tuple(match.span() for match in pattern.finditer(b))
            if in_a or in_b:
                yield WordUse(group, word, in_a, in_b)


# Words for one thing among which a writer chooses, and by the choice may take a side.
#
# Written for this project (CC0), from the style guides' perennial questions. A group is no accusation: "killing" may
# be the plain word and "assassination" the exact one.

GROUPS = {
    "a killing": (
        "killing", "killings", "assassination", "assassinated", "murder", "murdered", "execution", "executed", "death",
        "slaying", "slain", "massacre", "strike", "airstrike", "attack", "martyred", "eliminated", "neutralised",
        "neutralized",
    ),
    "armed men": (
        "militia", "militias", "militants", "fighters", "gunmen", "rebels", "insurgents", "terrorists", "terrorist",
        "guerrillas", "paramilitaries", "mercenaries", "freedom fighters", "resistance", "extremists", "jihadists",
        "soldiers", "troops",
    ),
    "people who cross borders": (
        "migrants", "migrant", "refugees", "refugee", "asylum seekers", "illegal immigrants", "illegals",
        "undocumented", "displaced", "aliens", "expats",
    ),
    "a gathering in the street": (
        "protest", "protests", "protesters", "demonstration", "demonstrators", "rally", "riot", "riots", "rioters",
        "unrest", "mob", "uprising", "marchers",
    ),
    "those who govern": ("government", "regime", "administration", "authorities", "junta", "rulers", "leadership"),
    "a fight": (
        "war", "conflict", "invasion", "special military operation", "incursion", "operation", "offensive", "battle",
        "clash", "clashes", "escalation", "retaliation", "revenge", "vengeance", "aggression",
    ),
    "an answer": ("response", "retaliation", "reprisal", "revenge", "retribution", "deterrence"),
    "a change of seats": ("coup", "takeover", "mutiny", "revolution", "transition", "putsch", "insurrection"),
    "jobs lost": ("job cuts", "layoffs", "redundancies", "restructuring", "downsizing", "rightsizing", "streamlining"),
    "money for a company": ("subsidy", "subsidies", "bailout", "support package", "handout", "investment", "relief"),
    "the weather of the world": (
        "climate change", "global warming", "climate crisis", "climate emergency", "global heating",
    ),
    "to say": ("said", "claimed", "admitted", "insisted", "alleged", "denied", "conceded", "boasted", "revealed"),
}  # fmt: skip
"""Group, as a reader would call it -> its words."""
