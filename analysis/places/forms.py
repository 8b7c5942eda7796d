"""Find by their form the places that no gazetteer lists: numbered roads, streets, rivers, parks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.gazetteer import fame
from analysis.gazetteer.file import GIVEN_NAME
from analysis.gazetteer.lookup import divisions_of_abbreviation, flags_of
from analysis.places.cues import is_sentence_start
from analysis.places.runs import DIRECT, UPPER, Word, is_word, known_name
from analysis.places.words import (
    FEATURE_HEADS,
    FEATURE_OPENERS,
    INSTITUTIONS,
    NEVER_PLACES,
    SHORT_STREET_HEADS,
    STREET_HEADS,
)

# "Interstate 75", "I-75", "Route 9", "Highway 12", "U.S. 51", "A14" is left out: it is also a paper size.
ROAD_RE = re.compile(
    r"\b(?:Interstate|(?:State |County |U\.S\. |US |Provincial |National )?(?:Route|Highway|Road)|Hwy\.?|FM|CR|SR|I-)"
    r"[ -]?\d{1,4}[A-Z]?\b"
)

# "1st Street", "42nd Avenue": the figure belongs to the name.
ORDINAL_RE = re.compile(r"\b\d{1,3}(?:st|nd|rd|th) (?:Street|St\.|Avenue|Ave\.|Road|Place)")

_NAME = rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?"

# "the village of Ogossagou", "in Weiswampach, Luxembourg", "of Sulpher, La.": unlisted, yet places by the words.
SETTLEMENT_RE = re.compile(
    rf"\b(?:village|town|hamlet|suburb|township|settlement|island|neighborhood|neighbourhood) of (?P<name>{_NAME})"
    rf"|\b(?P<before>in|near|from|outside|of) (?P<contained>{_NAME}), (?P<larger>{_NAME}\.?)"
)

MAX_WORDS = 4
"""Words before the head: "Martin Luther King Jr. Drive" has four."""

NOT_IN_NAME = frozenset("the a an this that in on at near from to his her their its our when while and but".split())


def find_roads(text: str, opening: int, words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of numbered roads in the paragraph that starts at `opening`."""
    if not words:
        return
    for pattern in (ROAD_RE, ORDINAL_RE):
        for match in pattern.finditer(text, opening, words[-1].end + 30):
            yield match.start(), match.end(), "facility"


def find_settlements(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of names that stand where only a settlement can, and of the state behind one in short."""
    for match in SETTLEMENT_RE.finditer(text):
        group = "name" if match["name"] else "contained"
        name = match[group].removesuffix("'s").removesuffix("’s")
        if name.split(" ")[0].lower() in NEVER_PLACES or known_name(name) is not None or is_person(name):
            continue
        if group == "name" or is_larger(match["larger"], match["before"] in ("in", "near", "outside")):
            yield match.start(group), match.start(group) + len(name)
        elif match["larger"].endswith(".") and divisions_of_abbreviation(match["larger"]):
            yield match.start(group), match.start(group) + len(name)
            yield match.span("larger")


def is_larger(name: str, may_be_city: bool) -> bool:
    """Whether a name behind a comma is a country's, a division's, or a city's."""
    larger = known_name(name) or known_name(name.split(" ", maxsplit=1)[0])
    if larger is None or larger.is_demonym or larger.fame < fame.CITY:
        return False
    return larger.kind in ("country", "admin") or (may_be_city and larger.kind == "city")


def is_person(name: str) -> bool:
    """Whether a name begins with a given name."""
    return bool(flags_of(name.split(" ", maxsplit=1)[0]) & GIVEN_NAME)


def find_sites(text: str, words: list[Word], person_words: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of streets ("Hertford Road") and of natural or built features ("Neches River")."""
    for at, word in enumerate(words):
        lower = word.text.lower()
        is_street = lower in STREET_HEADS
        if not is_street and lower not in FEATURE_HEADS:
            continue
        first = at
        while first and at - first < MAX_WORDS and words[first - 1].gap == DIRECT:
            if words[first - 1].text.lower() in NOT_IN_NAME:
                break
            first -= 1
        following = words[at + 1].text.lower() if at + 1 < len(words) and word.gap == DIRECT else ""
        if first == at or following in INSTITUTIONS or word.text.isupper() or first in person_words:
            continue
        if first == at - 1 and is_word(words[first].text) and is_sentence_start(text, words[first].start):
            continue
        if not is_street and _is_listed_part(text, words, first, at):
            continue
        end = word.end + (lower in SHORT_STREET_HEADS and text[word.end : word.end + 1] == ".")
        yield words[first].start, end
    for at, word in enumerate(words[:-1]):
        if word.text.lower() in FEATURE_OPENERS and word.gap == DIRECT and not word.text.isupper():
            second = words[at + 1]
            if second.text.lower() not in INSTITUTIONS and (at == 0 or words[at - 1].gap != DIRECT):
                yield word.start, second.end


def _is_listed_part(text: str, words: list[Word], first: int, at: int) -> bool:
    """Whether the words end in a listed name shorter than the whole: "Visit Hyde Park" is not one site."""
    return any(known_name(text[words[i].start : words[at].end]) is not None for i in range(first + 1, at))
