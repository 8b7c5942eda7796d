"""
Find the capitalised words of a paragraph and the place names among them, longest first.

A name is found where it starts with a capital and stands in the gazetteer; whether it *is* a place here is asked
in `name_cues.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_WORD, GIVEN_NAME, WORD
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import candidates, demonym, flags_of
from analysis.places.words import INSTITUTIONS, LINKS, NAMES_WITH_THE, NEVER_PLACES

UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper()) + "ʿʻ"

# A word with a capital: "U.S.", "O'Hare", "Basra"; a genitive "'s" is left out.
WORD_RE = re.compile(
    rf"(?<![\w@#/])(?:(?:[A-Z]\.){{2,}}[A-Z]?(?![\w])|W\. ?Va\b|[{UPPER}](?:[^\W_]|['’‘](?!s\b|S\b|[^\w])(?=\w))*)"
)

MAX_WORDS = 6
"""Capitalised words of the longest name looked up: "Saint Vincent and the Grenadines" has three."""

# Behind these a full stop and a space do not part two words of a name.
DOTTED = frozenset("St Ste Ft Mt Pt Mr Mrs Ms Dr Gen Sen Rep Gov Col Lt Sgt Capt Maj Prof Rev Jr Det Const Cpl".split())

CITY_BODIES = frozenset("council councillor councillors hall public schools manager attorney".split())
"""Behind "City": "Bristol City Council", "Alexandria City Public Schools"."""

HYPHEN_LINK_RE = re.compile(r"-(?:[a-zà-ÿ]{1,5}-){1,2}")
"""Between two words of one name, whatever the language: "Port-au-Prince", "Saint-Jean-de-Luz"."""

NO_GAP, DIRECT, LINK = 0, 1, 2
"""What stands between two capitalised words: something that parts names, a space or hyphen, a linking word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word; `gap` tells what parts it from the next one."""

    start: int
    end: int
    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer says of a name in the text: the fame of its best place, its flags, its kind."""

    fame: float
    flags: int
    kind: str
    is_curated: bool
    is_own_name: bool = True
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name: words `first` to `last` of the paragraph, `text[start:end]`."""

    start: int
    end: int
    first: int
    last: int
    known: Known


def find_words(text: str, start: int, end: int) -> list[Word]:
    """The capitalised words of `text[start:end]`."""
    matches = [(m.start(), m.end(), m[0]) for m in WORD_RE.finditer(text, start, end)]
    words = []
    for (at, until, word), after in zip(matches, [*matches[1:], None], strict=False):
        words.append(Word(at, until, word, gap_kind(text[until : after[0]], word) if after else NO_GAP))
    return words


def gap_kind(gap: str, before: str) -> int:
    """Whether `gap`, behind the word `before`, keeps a name together."""
    if gap in (" ", "-", "\n", "\u00a0"):
        return DIRECT
    if len(gap) > 12:
        return NO_GAP
    if gap == ". ":
        return DIRECT if before.title() in DOTTED or len(before) == 1 else NO_GAP
    return _link_kind(gap)


@lru_cache(maxsize=4096)
def _link_kind(gap: str) -> int:
    if gap in ("'s ", "’s ", " d'", " d’", " & ", ", "):
        return LINK
    if HYPHEN_LINK_RE.fullmatch(gap):
        return LINK
    parts = gap.replace("-", " ").split(" ")
    is_link = len(parts) > 2 and not parts[0] and not parts[-1] and all(part in LINKS for part in parts[1:-1])
    return LINK if is_link else NO_GAP


def find_names(text: str, words: list[Word]) -> Iterator[Found]:
    """Yield the longest listed name at each word, left to right, none inside another."""
    at = 0
    while at < len(words):
        found = longest(text, words, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.last + 1


def longest(text: str, words: list[Word], at: int) -> Found | None:
    """The longest listed name or nationality that starts at word `at`."""
    until = at
    opening = words[at].text.lower()
    while until < len(words) - 1 and until - at < MAX_WORDS - 1 and words[until].gap:
        until += 1
    for last in range(until, at - 1, -1):
        start = words[at].start
        surface = text[start : words[last].end]
        if ", " in surface and not surface.endswith(("D.C.", "DC")):
            continue
        if (last == at and opening in NEVER_PLACES) or (opening == "the" and surface.lower() not in NAMES_WITH_THE):
            continue
        known = known_name(surface)
        if known is None or is_chance_acronym(surface, known):
            continue
        # In "University of Michigan Center for Law" stands Michigan, not the village of Michigan Center.
        is_slight = last > at and known.kind != "admin" and known.fame < fame.SMALL_TOWN
        if is_slight and words[last].text.lower() in INSTITUTIONS:
            shorter = known_name(text[start : words[last - 1].end])
            if shorter is not None and shorter.fame > fame.LARGE_CITY:
                continue
        if last > at and words[last].text == "City" and is_of_city(words, last):
            continue  # "Bristol City Council" is Bristol's.
        end = words[last].end
        longer = known_name(text[start : end + 2]) if text[end : end + 2] in ("'s", "’s") else None
        if longer is not None and longer.is_own_name and longer.fame > known.fame:
            return Found(start, end + 2, at, last, longer)  # "St. John's"
        if text[max(0, start - 3) : start].lower() in ("al-", "el-") and known_name(text[start - 3 : words[last].end]):
            start -= 3
        return Found(start, end, at, last, known)
    return None


def is_of_city(words: list[Word], at: int) -> bool:
    """Whether the word "City" belongs to the body named behind it, where the name before it is a town's by itself."""
    following = words[at + 1].text.lower() if words[at].gap == DIRECT and at + 1 < len(words) else ""
    before = known_name(words[at - 1].text)
    return following in CITY_BODIES and before is not None and before.fame >= fame.LARGE_CITY


def is_chance_acronym(surface: str, known: Known) -> bool:
    """
    Whether a short name is more likely to stand for something else.

    Two letters are a place only where our own tables list them ("US"), and short forms only in capitals: "La" is
    not L.A., "Car" not the C.A.R.
    """
    letters = surface.replace(".", "")
    if known.is_demonym:
        return False
    is_form = len(letters) <= 4 and not known.is_own_name and not letters.isupper()
    return is_form or (len(letters) <= 2 and not known.is_curated)


@lru_cache(maxsize=50_000)
def known_name(surface: str) -> Known | None:
    """What the gazetteer knows of `surface` as a place or as a nationality; None for nothing."""
    flags = flags_of(surface)
    if demonym(surface):
        return Known(17.0, 0, "", True, True, True)
    found = candidates(surface)
    if not found:
        return None
    best = found[0]
    is_own = best.is_own_name or fold(best.name).startswith(fold(surface) + " ")
    return Known(best.fame, flags, best.kind, best.is_curated, is_own)


@lru_cache(maxsize=50_000)
def is_word(text: str) -> bool:
    """Whether a capitalised word is also an ordinary English word."""
    return bool(flags_of(text) & (COMMON_WORD | WORD))


@lru_cache(maxsize=50_000)
def is_given_name(text: str) -> bool:
    """Whether a word is a given name."""
    return bool(flags_of(text) & GIVEN_NAME)


def key_of(text: str) -> str:
    """The folded form under which mentions of one document are compared."""
    return fold(text)
