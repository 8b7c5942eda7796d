"""Which capitalised words of a paragraph are people's names, so that "Jordan Smith" is not put in Jordan."""

from __future__ import annotations

from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_SURNAME, GIVEN_NAME, SURNAME
from analysis.gazetteer.lookup import flags_of
from analysis.places.runs import DIRECT, Word, is_word, known_name
from analysis.places.words import FEATURE_HEADS, INSTITUTIONS, NEVER_PLACES, STREET_HEADS, TITLES

LONGEST_PERSON = 4
"""Words of the longest name taken at once: "Maria del Carmen" aside, "George H. W. Bush" has four."""


def find_people(words: list[Word], is_headline: bool, places: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """
    The first and last word of each person's name: a given name or a title, and what follows it directly.

    `places` holds the words of longer listed names, which are not taken apart: "Santa Clara County".
    """
    people = []
    at = 0
    while at < len(words) - 1:
        last = at if at in places else person_end(words, at, is_headline)
        if last > at:
            people.append((at, last))
        at = max(at, last) + 1
    return people


def person_end(words: list[Word], at: int, is_headline: bool) -> int:
    """The last word of the person's name that starts at word `at`; `at` itself where none does."""
    word = words[at]
    if word.gap != DIRECT or word.text.isupper():
        return at
    is_title = word.text.lower() in TITLES
    if word.text.lower() in NEVER_PLACES or (not is_title and not flags_of(word.text) & GIVEN_NAME):
        return at
    last = at
    while last + 1 < len(words) and last - at < LONGEST_PERSON and words[last].gap == DIRECT:
        following = words[last + 1].text
        if is_word(word.text) and not is_title and is_famous_place(following):
            break  # "I Love London"
        if not may_be_surname(following, after_title=is_title and last == at, is_strict=is_headline):
            break
        last += 1
    return last


def is_famous_place(text: str) -> bool:
    """Whether a word is better known as a place than as a surname."""
    known = known_name(text)
    return known is not None and known.fame >= fame.LARGE_CITY


def may_be_surname(text: str, after_title: bool, is_strict: bool) -> bool:
    """Whether a capitalised word behind a given name or a title may be a part of the person's name."""
    lower = text.lower()
    flags = flags_of(text)
    if lower in INSTITUTIONS or lower in FEATURE_HEADS or lower in STREET_HEADS or (text.isupper() and len(text) > 1):
        return False
    if len(text) == 1 or text.endswith("."):
        return True
    if flags & COMMON_SURNAME:
        return not is_strict or not is_word(text)
    if is_word(text):
        return False
    if flags & (SURNAME | GIVEN_NAME) or after_title:
        return True
    known = known_name(text)
    return not is_strict and not (known and known.is_demonym) and (known is None or known.fame < fame.CITY)
