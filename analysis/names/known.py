"""Organisations that a newspaper reader knows, so that "Al Jazeera reported" needs no explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.english.given_names import given_names
from analysis.english.tokens import Token, tokenize
from analysis.english.words import BODIES, SITES, TITLES
from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_WORD, GIVEN_NAME, WORD
from analysis.gazetteer.lookup import candidates, flags_of
from analysis.model import Span
from analysis.resources import FOLDER

RESOURCE = FOLDER / "bodies.txt"
"""About 900 names, written for this project (CC0). They are a hint to the recogniser, which may overrule it."""

SHORTEST = 3
"""Letters of a name of one word that is found without the recogniser; "IS" and "AP" are left to it."""


@cache
def known_bodies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First token -> the names that begin with it, as tokens, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for line in RESOURCE.read_text("utf-8").splitlines():
        for name in () if line.startswith("#") else line.split(";"):
            words = tuple(token.text for token in tokenize(name.strip()))
            if words:
                found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


def listed_bodies(words: Sequence[str]) -> list[str]:
    """For each token, whether it opens ("O.B", alone "O.S") or goes on ("O.I") in a well-known name."""
    known = known_bodies()
    marks = [""] * len(words)
    last = 0
    for at, word in enumerate(words):
        if at < last or word not in known:
            continue
        name = next((name for name in known[word] if tuple(words[at : at + len(name)]) == name), ())
        for inner in range(at, at + len(name)):
            marks[inner] = "O.I" if inner > at else "O.B" if len(name) > 1 else "O.S"
        last = at + len(name)
    return marks


def is_well_known(name: str) -> bool:
    """Whether a name of several words is, as it is written, a well-known organisation's."""
    words = tuple(token.text for token in tokenize(name))
    return len(words) > 1 and words in known_bodies().get(words[0], ())


def missed_bodies(sentences: Sequence[Sequence[Token]], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the well-known names that no span touches and that can hardly mean anything else."""
    taken = {at for span in spans for at in range(span.start, span.end)}
    for tokens in sentences:
        marks = listed_bodies([token.text for token in tokens])
        for at, mark in enumerate(marks):
            if mark not in ("O.B", "O.S"):
                continue
            stop = at + 1
            while stop < len(marks) and marks[stop] == "O.I":
                stop += 1
            start, end = tokens[at].start, tokens[stop - 1].end
            stands_alone = stop == len(tokens) or not tokens[stop].text[:1].isupper()
            if stands_alone and taken.isdisjoint(range(start, end)) and (mark == "O.B" or is_plain(tokens[at].text)):
                yield Span(start, end, "ORG")


@cache
def is_plain(name: str) -> bool:
    """Whether a name of one word is no ordinary word, no person's and no place's: "Hamas", not "Apple" or "Ford"."""
    places = candidates(name)
    is_town = bool(places) and places[0].is_own_name and places[0].fame >= fame.VILLAGE
    return len(name) >= SHORTEST and not flags_of(name) and not is_town


# Names that are persons' by a title or a given name in front, and what of them is the title.

MORE_TITLES = frozenset(
    """
    mp mps mep meps msp msps mla mlas td tds congressman congresswoman councilman councilwoman assemblyman
    assemblywoman lieutenant archbishop reverend cllrs sens reps gens profs drs superintendent brigadier corporal
    lance-corporal sub-inspector secretary-general governor-general attorney-general vice-president
    """.split()
)
"""Titles beside those that the recogniser was trained with, which stay as they are."""

TITLED_RE = re.compile(rf"(?:[A-Z][\w.]*\s+){{0,3}}(?:{'|'.join(sorted(TITLES | MORE_TITLES))})\.?\s+(?=\S)", re.I)
"""A title that opens a name, with what stands before it: "US President", "Maj Gen"."""

RANKS = frozenset(
    "gen general col colonel maj major lt capt captain sgt sergeant adm admiral cpl mr mrs ms dr sheikh sheik".split()
)
"""Titles that only a person bears; "President" and "King" also open names of places and bodies."""


def title_length(name: str) -> int:
    """How many characters of a name are a title and what stands before it; 0 for none."""
    match = TITLED_RE.match(name)
    return match.end() if match else 0


def is_titled_person(name: str) -> bool:
    """
    Whether a name is a person's by its title: "US President Donald Trump", "General Haftar".

    Not "General Motors", "Prince Edward Island", "President Hotel".
    """
    length = title_length(name)
    rest = name[length:].split()
    if not length or not rest or not all(word[:1].isupper() or "-" in word for word in rest):
        return False
    last = rest[-1].lower()
    if last in BODIES or last in SITES:
        return False
    if len(rest) > 1:
        return bool(flags_of(rest[0]) & GIVEN_NAME) or rest[0].lower() in given_names()
    rank = name[:length].rsplit(maxsplit=1)[-1].lower().rstrip(".")
    is_place = bool(candidates(rest[0]) or candidates(name))
    return rank in RANKS and not flags_of(rest[0]) & (COMMON_WORD | WORD) and not is_place


def is_full_name(name: str) -> bool:
    """
    Whether two words are a given name and what can only be a surname: "Ama Boateng", not "Kenya Airways".

    Of 3,584 such names in the training corpora 3,438 are persons, and many of the others are errors of the labels.
    """
    words = name.split()
    if len(words) != 2 or words[0].lower() not in given_names() or not words[1][:1].isupper() or words[1].isupper():
        return False
    last = words[1].lower()
    if flags_of(words[1]) & (COMMON_WORD | WORD) or last in BODIES or last in SITES or candidates(name):
        return False
    first = candidates(words[0])
    return not (first and first[0].fame >= fame.CITY)
