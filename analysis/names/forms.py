"""Names as strings: their words, whether one is a short form of another, which form a reader would choose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from analysis.english.given_names import given_names
from analysis.english.words import TITLES
from analysis.gazetteer.fold import fold

PARTICLES = frozenset("al el bin bint ibn abu umm van von der den de da do dos di du la le ter mac st ben".split())
"""Small words of surnames; "Muhandis" is the surname of "Abu Mahdi al-Muhandis"."""

SUFFIXES = frozenset("jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split())
"""What tells namesakes of one family, one throne or one see apart."""

LONG_GIVEN_NAME = 6
"""Letters from which on two given names that differ by one inside are taken for one name."""

COMPANY_FORMS = frozenset("inc ltd llc plc corp corporation co company gmbh sa ag spa nv bv group holdings".split())
"""Words that come and go behind a company's name."""

LINKING = frozenset("of the and for in on de la le des du et y und & to".split())
"""Words that an acronym may pass over."""

OFFICE_RE = re.compile(r"^(?:department|ministry|office|bureau|board|secretary|minister) (?:of|for) (?:the )?", re.I)
"""What may be left out in front of an office: "Department of Homeland Security", "Homeland Security"."""

LONGEST_SHORT_NAME = 3
"""Letters of the longest name of a place or person that is written in capitals: "UAE"."""

NICKNAMES = (
    "joseph joe", "william bill will", "robert bob rob", "james jim jimmy", "michael mike", "thomas tom",
    "edward ed ted", "richard dick rick", "donald don", "daniel dan danny", "benjamin ben", "samuel sam",
    "alexander alex", "anthony tony", "charles charlie chuck", "christopher chris", "david dave",
    "elizabeth liz beth betty", "katherine kate kathy", "margaret maggie peggy", "matthew matt", "nicholas nick",
    "patricia pat patty", "peter pete", "ronald ron", "stephen steve steven", "timothy tim", "vladimir volodymyr",
    "andrew andy", "gregory greg", "jeffrey jeff", "kenneth ken", "lawrence larry", "bernard bernie",
    "mohammed muhammad mohamed mohammad mohamad", "hussein hussain husayn", "ahmed ahmad",
)  # fmt: skip
"""Given names that papers use for one another."""

_GIVEN = {name: group.split()[0] for group in NICKNAMES for name in group.split()}


LONG_TITLES = frozenset("vice prime supreme emeritus shah emperor lt-gen maj-gen".split())
"""Words that are part of a title but of no title's own: "Prime Minister", "Emeritus Professor"."""


@lru_cache(maxsize=20_000)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name for comparison: folded, without title, suffix, and with "al-" taken off."""
    words = [fold(word) for word in re.split(r"[\s\-‐‑]+|(?<=\b[A-Z]\.)(?=[A-Z]\.)", name)]
    words = [word for word in words if word]
    bare = untitled(words)
    kept = [word for word in bare if word not in SUFFIXES and not (word in PARTICLES and len(bare) > 1)]
    return tuple(kept or bare)


def untitled(words: list[str]) -> list[str]:
    """Leave out a title and what stands before it: "US President Barack Obama" is Barack Obama."""
    return untitled_from(words, words)


def untitled_from(words: list[str], folded: list[str]) -> list[str]:
    """The words behind the last one that is, folded, a title; the last word of a name is none."""
    last = max((at for at, word in enumerate(folded[:-1]) if word.rstrip(".") in TITLES | LONG_TITLES), default=-1)
    return words[last + 1 :]


def without_title(name: str) -> str:
    """The name as it is written, without a title in front of it."""
    words = name.split()
    return " ".join(untitled_from(words, [fold(word) for word in words]))


def generation(name: str) -> str:
    """What tells a person from a namesake, at the end of the name: "jr", "sr", "ii", "xxiii"; "" for nothing."""
    words = fold(name).split()
    return words[-1] if len(words) > 1 and words[-1] in SUFFIXES else ""


def person_key(name: str) -> tuple[str, ...]:
    """The words of a person's name for comparison behind its `generation`."""
    return (generation(name), *person_words(name))


def is_same_person_by_key(one: Sequence[str], other: Sequence[str]) -> bool:
    """
    Whether two names, as `person_key` gives them, may be one person's.

    Father and son have different generations. Where only one has any, the other may have no initial of its own:
    "Robert Keane" may be "Robert Keane Jr.", "Robert F. Keane" is another.
    """
    short, full = sorted((one, other), key=len)
    if one[0] and other[0] and one[0] != other[0]:
        return False
    with_mark, without = (one, other) if one[0] else (other, one)
    if with_mark[0] and not without[0] and len(without) > len(with_mark):
        return False
    return is_same_person(short[1:], full[1:])


def is_same_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """
    Whether two names of two words or more may be one person's.

    Their surnames are equal, and so are their given names, written out, as an initial, or by a nickname, and what
    stands between does not contradict; or all words of the one stand in the other in order; or the one is all
    surname: "López Obregón" of "José María López Obregón".
    """
    if short[-1] == full[-1]:
        if is_double_surname(short, full):
            return True
        one, other = given(short[0]), given(full[0])
        is_given = one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) or is_slip(one, other)
        return is_given and is_middle(short[1:-1], full[1:-1])
    rest = iter(full)
    return len(short) > 1 and all(word in rest for word in short)


def is_middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two middles of a name agree as far as both go: "H.W." and "H", never "H.W." and "W."."""
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False)) or (
        bool(one) and bool(other) and max(len(one), len(other)) > 1 and not any(len(w) == 1 for w in (*one, *other))
    )


def is_double_surname(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the shorter name is the end of the longer, and its first word is nobody's given name."""
    if not 1 < len(short) < len(full) or tuple(full[-len(short) :]) != tuple(short):
        return False
    return short[0] not in given_names()


def bare_surname(word: str) -> str:
    """A surname without its article: "Sadr" of "al-Sadr"."""
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and article.lower() in PARTICLES and rest[:1].isupper() else word


def given(word: str) -> str:
    """A given name in the form that its nicknames share."""
    return _GIVEN.get(word, word)


def is_slip(one: str, other: str) -> bool:
    """Whether two given names differ as a slip of the pen does, by one letter inside: "Kristin", "Kristen"."""
    if len(one) != len(other) or len(one) < LONG_GIVEN_NAME:
        return False
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(unlike) == 1 and 1 < unlike[0] < len(one) - 1


def initials(name: str) -> str:
    """The initials of the words that count in a name: "Economic Community of West African States" -> "ECWAS"."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in LINKING).upper()


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: "ECOWAS", "U.N.", "UNHCR"; not "I", not "TRUMP AND PUTIN"."""
    letters = text.replace(".", "")
    return (
        2 <= len(letters) <= 8 and letters.isalpha() and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)
    )


def stands_for(acronym: str, name: str) -> bool:
    """Whether `acronym` is made of the first letters of the words of `name`."""
    return acronym.replace(".", "").upper() in acronyms_of(name)


def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms of a name of several words: the first letters of all its words, and of those that count."""
    if " " not in name:
        return frozenset()
    every = "".join(word[0] for word in re.findall(r"\w+", name)).upper()
    return frozenset(letters for letters in (initials(name), every) if len(letters) > 1)


def may_stand_for(acronym: str, name: str) -> bool:
    """The same, more freely, for an acronym in brackets behind the name: its letters in order, "ECOWAS" too."""
    letters = iter(fold(name).replace(" ", ""))
    wanted = acronym.replace(".", "").lower()
    return " " in name and fold(name)[:1] == wanted[:1] and all(letter in letters for letter in wanted)


@lru_cache(maxsize=20_000)
def body_words(name: str) -> tuple[str, ...]:
    """The words of an organisation's name for comparison, without the form of company behind it."""
    words = fold(OFFICE_RE.sub("", name)).split()
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words.pop()
    return tuple(words)


def best_form(forms: Iterable[str], *, is_body: bool = False) -> str:
    """
    The form that a reader would choose: of most words, then the most frequent, the longest, the first.

    Forms in capitals alone, and acronyms, come last. A name that is only ever shouted is written as usual ("KABUL"),
    but for an organisation's of one word (`is_body`), which is an acronym: "MINUSMA".
    """
    counted = Counter(" ".join(form.split()) for form in forms)
    order = {form: at for at, form in enumerate(counted)}

    def rank(form: str) -> tuple[bool, bool, int, int, int, int]:
        is_shouted = form.isupper() and len(form) > (4 if is_body else LONGEST_SHORT_NAME)
        return (is_shouted, is_acronym(form), -len(form.split()), -counted[form], -len(form), order[form])

    best = min(order, key=rank)
    letters = best.replace(".", "")
    is_shouted = best.isupper() and (" " in best if is_body else len(letters) > LONGEST_SHORT_NAME)
    return best.title() if is_shouted else best


def slug(name: str) -> str:
    """An identifier of ASCII letters and figures; "entity" for a name that has none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60] or "entity"
