"""
Judge one listed name: how much speaks for a place, and whether it only stands inside a longer name.

The weights add up on the scale of `name_cues.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_WORD, WORD
from analysis.gazetteer.lookup import candidates
from analysis.model import Span
from analysis.places.cues import Setting, base_score, context_score, is_sentence_start, neighbour_score
from analysis.places.others import is_of_learning, is_something_else, is_well_known_body
from analysis.places.roles import ACTING, NOT_NOUNS
from analysis.places.runs import DIRECT, Found, Word, is_word, known_name
from analysis.places.words import INSTITUTIONS, METONYMS, MODIFIERS, NAME_OPENERS, SAINT_HOUSES, STATE_WORDS, TITLES

SAINT_RE = re.compile(r"(?:St\.?|Saint) ")
SAINT_HOUSE_RE = re.compile(r"(?P<owner>['’]s)?(?: (?P<word>[A-Z]\w+))?")
CUE_OF_SPOT = 2.0
"""Cues from here on are those of a spot: "in Washington" is a place where a Washington is known."""
IN_NAME = 1.0
"""The score of a nationality in a longer name, which tells as much: "American Red Cross"."""
SURE = 2.0
"""The score from which a name speaks for the names beside it."""
SPAN_PERSON, SPAN_PLACE, SPAN_AROUND, SPAN_OTHER = -1.0, 1.0, 0.0, -0.5
"""
What a recogniser's span adds: a person's, this very place, a longer place, this very body or other name.

A person costs little: the rules of `people.py` have judged most of them, and the two err on different names.
"""
SPAN_UNLISTED = 0.0
"""The score of a place that only the recogniser knows, before the words around it are read."""
NEVER = -9.0
"""The score of what is no place whatever speaks for it: the US of "US$50"."""


@dataclass(slots=True)
class Candidate:
    """A name that may be a place here: `score` weighs it, `cues` is the share of the words around it."""

    start: int
    end: int
    name: str
    score: float
    cues: float = 0.0
    inside_name: bool = False
    is_demonym: bool = False
    is_single: bool = False
    kind: str = ""
    is_site: bool = False


def site(text: str, start: int, end: int, kind: str) -> Candidate:
    """A candidate found by its form, or by a recogniser: it needs no listing."""
    return Candidate(start, end, text[start:end], SURE, kind=kind, is_site=True)


class SpanIndex:
    """The recogniser's spans by place in the text; they do not overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Sort `spans` by their start."""
        self.spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self.spans]
        self.person_ends = {span.end for span in self.spans if span.label == "PERSON"}

    def touching(self, start: int, end: int) -> list[Span]:
        """The spans that share a character with `[start, end)`."""
        found = []
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self.spans) and self.spans[at].start < end:
            if self.spans[at].end > start:
                found.append(self.spans[at])
            at += 1
        return found


def judge(
    text: str, words: list[Word], found: Found, person_words: set[int], setting: Setting, index: SpanIndex,
    datelines: list[tuple[int, int]],
) -> Candidate:  # fmt: skip
    """Weigh one listed name: its fame, its flags, the words around it, the recogniser\'s opinion."""
    start, end, known = found.start, found.end, found.known
    surface = text[start:end]
    is_single = found.first == found.last
    cues = context_score(text, start, end)
    if any(opening <= start < close for opening, close in datelines):
        cues += 3.0
        if surface.isupper():
            cues += 4.0
    if known.is_demonym:
        score = demonym_score(text, words, found, setting)
    elif known.kind == "region" and is_single and known.flags & (COMMON_WORD | WORD):
        # "the West" is a region, "West" hardly ever.
        score = cues + (SURE if text[max(0, start - 4) : start].lower() == "the " else -SURE)
    else:
        score = base_score(found, surface) + cues + neighbour_score(words, found, setting)
    score -= doubts(text, found, setting, cues)
    if found.first in person_words or (found.last in person_words and is_single):
        score -= 5.0
    if text.startswith("$", end) or is_something_else(text, start, end, known) or is_body_here(text, found, cues):
        score, cues = NEVER, 0.0
    covering = index.touching(start, end)
    score += sum(weight_of_span(span, start, end, cues) for span in covering)
    if is_single and known.kind == "city" and ends_body(text, words, found, covering):
        score, cues = NEVER, 0.0
    inside = stands_in_name(text, words, found, covering) or (known.is_demonym and score == IN_NAME)
    if inside and not known.is_own_name and not known.is_curated and is_single:
        score -= 3.5  # a foreign name of a town in a longer name: "Quds Force"
    candidate = Candidate(start, end, surface, score, cues, inside, known.is_demonym, is_single, known.kind)
    if known.is_demonym and not inside and is_sea(text, start, end):
        candidate.name, candidate.kind, candidate.is_demonym = f"{surface} Sea", "water", False
    return candidate


def is_sea(text: str, start: int, end: int) -> bool:
    """Whether an adjective of peoples stands for a sea: "the Baltic froze", not "the Baltic nations"."""
    name = text[start:end]
    if text[max(0, start - 4) : start].lower() != "the " or any(r.kind == "region" for r in candidates(name)[:1]):
        return False
    sea = candidates(f"{name} Sea")
    following = NOUN_RE.match(text, end)
    is_noun = following is not None and following["word"] not in NOT_NOUNS | ACTING
    return bool(sea) and sea[0].kind == "water" and sea[0].is_curated and not is_noun


NOUN_RE = re.compile(r"[ -](?P<word>[a-z]+)")
"""The lower-case word directly behind a name."""


def ends_body(text: str, words: list[Word], found: Found, covering: list[Span]) -> bool:
    """
    Whether a town's name only ends a body's, whose other words are no place, no sort of body and no point of the
    compass: "Wells Fargo". "Air Zimbabwe", "Real Madrid" and "University of Rouen" do speak of the place.
    """
    if found.known.fame >= fame.LARGE_CITY or not found.first or words[found.first - 1].gap != DIRECT:
        return False
    left = words[found.first - 1]
    bodies = (s for s in covering if s.label in ("ORG", "MISC"))
    is_end = any(s.start <= left.start and s.end == found.end for s in bodies)
    if not is_end or " " not in text[left.start : found.start]:
        return False
    known = known_name(left.text)
    is_place = known is not None and known.fame >= fame.CITY
    return not is_place and left.text.lower() not in INSTITUTIONS | NAME_OPENERS | MODIFIERS


def is_body_here(text: str, found: Found, cues: float) -> bool:
    """Whether the name is a well-known body's, and no town of that name is as well known: "Hamas", "Fatah"."""
    name = text[found.start : found.end]
    if found.known.kind != "city" or not is_well_known_body(name):
        return False
    least = fame.SMALL_TOWN if found.known.is_own_name else fame.LARGE_CITY
    return (found.known.fame < least and cues < CUE_OF_SPOT) or is_of_learning(text, found.start, found.end)


def doubts(text: str, found: Found, setting: Setting, cues: float) -> float:
    """What the form of a name and its place in the sentence take off."""
    start, end = found.start, found.end
    surface = text[start:end]
    is_plain_word = found.first == found.last and is_word(surface)
    value = 0.0
    if surface.lower() in METONYMS and cues < CUE_OF_SPOT:
        value += 6.0
    if surface == "America" and text[max(0, start - 4) : start] == " of ":
        value += 6.0  # "Bank of America", "Future Farmers of America": the name of a body, whatever it is
    if SAINT_RE.match(surface) and is_saint_house(text, end, found.known.fame):
        value += 6.0
    if is_plain_word and setting.is_headline:
        value += 1.0
    if is_plain_word and is_sentence_start(text, start):
        value += 1.0
    if setting.is_capitals and not surface.isupper():
        value += 1.0
    return value


def is_saint_house(text: str, end: int, how_known: float) -> bool:
    """Whether a saint's name is that of a house: "St. Paul's" without a place after it, "St. Rose Hospital"."""
    after = SAINT_HOUSE_RE.match(text, end)
    return after is not None and (
        (bool(after["owner"]) and how_known < fame.LARGE_CITY) or (after["word"] or "").lower() in SAINT_HOUSES
    )


def right_word(words: list[Word], found: Found) -> str:
    """The capitalised word directly behind a name, in lower case; "" where there is none."""
    has_right = words[found.last].gap == DIRECT and found.last + 1 < len(words)
    return words[found.last + 1].text.lower() if has_right else ""


def demonym_score(text: str, words: list[Word], found: Found, setting: Setting) -> float:
    """How sure a nationality is one here; IN_NAME where it is a part of a body's name ("American Red Cross")."""
    before = text[max(0, found.start - 8) : found.start]
    if before.endswith(("Native ", "African-", "African ", "Anglo-")):
        return -1.0
    right = right_word(words, found)
    is_part = right and right not in STATE_WORDS and right not in TITLES and is_word(right) and text[found.end] == " "
    return IN_NAME if is_part and not setting.is_headline and not setting.is_capitals else 3.0


def weight_of_span(span: Span, start: int, end: int, cues: float) -> float:
    """What the recogniser's span says of a listed name that it touches."""
    is_same = (span.start, span.end) == (start, end)
    if span.label == "PERSON":
        return SPAN_PERSON if not is_same or cues < CUE_OF_SPOT else 0.0
    if span.label in ("PLACE", "NORP"):
        return SPAN_PLACE if is_same else SPAN_AROUND
    return SPAN_OTHER if is_same else 0.0


def stands_in_name(text: str, words: list[Word], found: Found, covering: list[Span]) -> bool:
    """Whether the name is only a part of a longer one that names no place: "Bank of England", "Boston Red Sox"."""
    if any(s.label in ("ORG", "MISC") and (s.start < found.start or s.end > found.end) for s in covering):
        return True
    if any(s.label in ("PLACE", "NORP") for s in covering):
        return False
    if right_word(words, found) in INSTITUTIONS:
        return True
    left = words[found.first - 1] if found.first else None
    if left is not None and left.gap == DIRECT and left.text.lower() in NAME_OPENERS:
        return True
    is_of = left is not None and text[left.end : found.start] in (" of ", " of the ")
    return left is not None and is_of and left.text.lower() in INSTITUTIONS and len(left.text) > 3
