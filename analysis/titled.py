"""Names that are persons' by a title or a given name in front, and what of them is the title."""

from __future__ import annotations

import re

from analysis import fame
from analysis.gazetteer import candidates, flags_of
from analysis.gazetteer_file import COMMON_WORD, GIVEN_NAME, WORD
from analysis.genders import given_names
from analysis.word_lists import BODIES, SITES, TITLES

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
    "gen general col colonel maj major lt capt captain sgt sergeant adm admiral cpl mr mrs ms dr".split()
) | {"sheikh", "sheik"}
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
