"""
Paragraphs that are printed in capitals throughout, and headlines with a capital on every word, written as usual for
the eyes of the rules.

Old wires and headlines shout: "HOLLOWAY SAID IN DUBAI". The shape of a word then tells nothing, so dictionary and
name lists decide which words keep a capital. In a headline like "Why We Love Lisbon And Hate Madrid" only small and
ordinary words lose theirs, and none that the story itself writes with one. Every character stays in its place, so
spans of the one text are spans of the other; what is shown is always cut from the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from analysis.english.words import BODIES, CALENDAR, SITES, TITLES
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, SURNAME, WORD
from analysis.gazetteer.lookup import candidates, country_of_demonym, country_of_name, flags_of
from analysis.model import DateMention, Document, Reference, Report
from analysis.names.forms import LONGEST_SHORT_NAME
from analysis.names.known import known_bodies

Record = TypeVar("Record", DateMention, Report, Reference)

LEAST_WORDS = 4
"""Words of a paragraph in capitals; "BREAKING NEWS" and "LONDON" tell too little to be read otherwise."""

LONGEST_ACRONYM = 5
"""Letters of an unlisted word that may be an acronym and keeps its capitals: "NATO", "FIDE"."""

MONTHS_THAT_ARE_WORDS = frozenset(("may", "march", "sat", "sun", "mar"))

LINKS = "au|aux|de|del|di|du|da|la|le|les|sur|sous|en|on|upon|of|the|al|el|ul|ad|as|an|der|van|von|bin|ibn"
CAPITAL_RE = re.compile(rf"(?:^|[-‐‑](?!(?:{LINKS})[-‐‑])|(?<=^[a-z])['’])[^\W\d_]")
"""The letters of a name that are capitals: "Port-au-Prince", "O'Brien", "Kim Dae-Jung"."""

LONG_WORD = 5
"""Letters from which on every word of a headline in title case has a capital; "with" and "over" may have none."""

PRONOUNS = frozenset("i we you they he she who".split())
"""Behind them a headline has its verb."""

PARTS_OF_NAMES = BODIES | SITES | TITLES | frozenset("cup prize award games open act bill party line club".split())
"""Ordinary words of which names are made; with the word before them they keep their capitals: "Premier League"."""

LEAST_CAPITALS = 0.7
"""Share of the words of a headline in title case that have a capital."""

ALWAYS_SMALL = frozenset("and or but nor the a an of for in on at to by".split())
"""Words that few headlines write with a capital in their middle."""

JOINING = frozenset(
    """
    and or but nor as at by for from in into of off on onto out over per than the a an to up via with without vs versus
    after before amid against about between behind is are was were be it its his her their our we you they he she i'm
    why how what when where who will would can could should may might must not no new says say said
    """.split()
)
MID_SENTENCE_RE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")

WORD_RE = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
SENTENCE_END_RE = re.compile(r"[.!?:][\"'”’)]*\s+[\"'“‘(]*$|^[\s\"'“‘(]*$|[\"“]$")


def as_usual(document: Document) -> Document:
    """The document with its shouted paragraphs written as usual; itself where there are none."""
    text = document.text
    pieces, at = [], 0
    for paragraph in document.paragraphs:
        words = text[paragraph.start : paragraph.end]
        if is_shouted(words):
            pieces += [text[at : paragraph.start], quiet(words)]
            at = paragraph.end
        elif paragraph.kind == "title" and is_title_case(words):
            pieces += [text[at : paragraph.start], with_small_words(words, text[paragraph.end :])]
            at = paragraph.end
    return replace(document, text="".join([*pieces, text[at:]])) if pieces else document


def as_given(document: Document, records: Iterable[Record]) -> tuple[Record, ...]:
    """Records found in the text as usual, their `text` as it stands in the document."""
    return tuple(
        record if record.text == (words := document.text[record.start : record.end]) else replace(record, text=words)
        for record in records
    )


def is_shouted(words: str) -> bool:
    """Whether a paragraph has no small letter, and words enough to tell."""
    return words.isupper() and len(WORD_RE.findall(words)) >= LEAST_WORDS


def quiet(words: str) -> str:
    """A shouted paragraph as usual, letter for letter."""
    found = list(WORD_RE.finditer(words))
    kinds = [kind_of(match[0]) for match in found]
    for one, (this, that) in enumerate(pairwise(found)):
        if kinds[one] == kinds[one + 1] == "either" and words[this.end() : that.start()] == " " and is_pair(this, that):
            kinds[one] = kinds[one + 1] = "name"
    pieces, at = [], 0
    for number, match in enumerate(found):
        before, behind = (kinds[n] if 0 <= n < len(kinds) else "" for n in (number - 1, number + 1))
        # A word that is also a name is one beside a name: "MARK HOLLOWAY", "PETRA STONE".
        is_tied = words[match.end() : match.end() + 1] == " "
        is_name = kinds[number] == "name" or (
            kinds[number] == "either" and ((before == "name" and words[match.start() - 1] == " ") or behind == "name")
        )
        is_title = kinds[number] == "title" and behind in ("name", "either", "title") and is_tied
        is_first = bool(SENTENCE_END_RE.search(words, 0, match.start()))
        shape = match[0] if kinds[number] == "acronym" else match[0].lower()
        if kinds[number] != "acronym" and (is_name or is_title or is_first):
            shape = CAPITAL_RE.sub(lambda letter: letter[0].upper(), shape)
        pieces += [words[at : match.start()], shape if len(shape) == len(match[0]) else match[0]]
        at = match.end()
    return "".join([*pieces, words[at:]])


def is_title_case(words: str) -> bool:
    """Whether a headline has a capital on every word, small words aside, and one that a sentence would not have."""
    found = [match[0] for match in WORD_RE.finditer(words)]
    long = [word for word in found if len(word) >= LONG_WORD]
    n_capitals = sum(word[0].isupper() for word in found)
    # Most papers leave "and" and "of" small there; only where even these are capitals do they glue names together.
    has_capital_link = any(word.istitle() and word.lower() in ALWAYS_SMALL for word in found[1:])
    return (
        len(found) >= LEAST_WORDS
        and has_capital_link
        and n_capitals >= LEAST_CAPITALS * len(found)
        and all(word[0].isupper() for word in long)
    )


def with_small_words(words: str, story: str) -> str:
    """A headline in which the words that join names have no capital: "Lisbon and hate Madrid"."""
    found = list(WORD_RE.finditer(words))
    pieces, at, has_verb = [], 0, False
    for number, match in enumerate(found[1:], 1):
        word = match[0]
        small = word.lower()
        behind = found[number + 1][0].lower() if number + 1 < len(found) else ""
        before = found[number - 1][0].lower()
        # "We Love Lisbon And Hate Madrid": a verb behind a pronoun, and one that is joined to it.
        is_joined = has_verb and before in ("and", "or") and bool(flags_of(small) & COMMON_WORD)
        is_verb = before in PRONOUNS or is_joined
        has_verb = has_verb or is_verb
        is_part = {small, behind} & PARTS_OF_NAMES
        is_small = small in JOINING or is_plain(small)
        is_small = is_verb or (is_small and not is_part)
        if word.istitle() and is_small and len(small) == len(word) and word not in inside_names(story):
            pieces += [words[at : match.start()], small]
            at = match.end()
    return "".join([*pieces, words[at:]])


def is_plain(word: str) -> bool:
    """Whether a word is an ordinary one and nobody's name."""
    flags = flags_of(word)
    return bool(flags & COMMON_WORD) and not flags & (GIVEN_NAME | COMMON_SURNAME | SURNAME) and not candidates(word)


@lru_cache(maxsize=64)
def inside_names(story: str) -> frozenset[str]:
    """The words that a story writes with a capital in mid-sentence."""
    return frozenset(MID_SENTENCE_RE.findall(story))


def is_pair(this: re.Match[str], that: re.Match[str]) -> bool:
    """Whether two words that are names, too, are a given name and a surname: "MARK STONE"."""
    return bool(flags_of(this[0]) & GIVEN_NAME and flags_of(that[0]) & COMMON_SURNAME)


def kind_of(word: str) -> str:
    """What a shouted word is by the lists: "name", "title", "acronym", "either" (a name and a word), or "word"."""
    small = word.lower()
    if small == "i" or (small in CALENDAR and small not in MONTHS_THAT_ARE_WORDS):
        return "name"
    if small in TITLES:
        return "title"
    if small not in JOINING and (word,) in known_bodies().get(word, ()):
        return "acronym"
    return kind_by_lists(word)


def kind_by_lists(word: str) -> str:
    """The same by the lists of words, names and places."""
    flags = flags_of(word)
    is_word, is_name = bool(flags & (COMMON_WORD | WORD)), bool(flags & (GIVEN_NAME | COMMON_SURNAME))
    is_country = bool(country_of_name(word.title()) or country_of_demonym(word.title()))
    if flags & COMMON_WORD and len(word) <= LONGEST_SHORT_NAME and word not in ("US", "UK"):
        return "either" if flags & GIVEN_NAME else "word"
    if is_country:
        return "acronym" if len(word) <= LONGEST_SHORT_NAME else "name"
    if is_word:
        return "either" if is_name else "word"
    is_acronym = not flags and not candidates(word) and len(word) <= LONGEST_ACRONYM
    return "acronym" if is_acronym else "name" if len(word) > 1 else "word"
