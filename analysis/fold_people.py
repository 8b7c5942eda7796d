"""Persons: which mentions name one man or woman."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from analysis.folding import fold
from analysis.genders import gender
from analysis.groups import MOST_ALIKE, Group, cluster
from analysis.model import Span
from analysis.names import best_form, generation, is_same_person_by_key, person_key, person_words

WORD_BEFORE_RE = re.compile(r"\b([A-Za-z]+)\.?\s+$")
FIRST_HALF_RE = re.compile(r"(\w{3,})[-‐‑](?=[A-Z])")
"""The first half of a surname of two."""

LONGEST_TITLE = 8
"""Characters before a mention in which its Mr or Mrs stands, the gap included."""

Table = defaultdict[str, dict[Group, None]]
Bearers = tuple[Table, Table, Table]


def fold_people(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold persons: full names first, then surnames and given names into the one full name that they fit."""
    full: list[Span] = []
    single: list[Span] = []
    for span in spans:
        (full if len(person_words(text[span.start : span.end])) > 1 else single).append(span)
    groups = cluster(text, full, label, is_same_person_by_key, person_key)
    alone: dict[tuple[str, ...], Group] = {}
    bearers = index(text, groups)
    firsts = {group: group.first for group in groups}
    couples = surnames_of_couples(text, single)

    @cache
    def sex_of(group: Group) -> str:
        before = [text[max(0, s.start - 30) : s.start] for s, _ in group.members]
        return gender(best_form(group.forms(text)), before)

    for span in single:
        name = text[span.start : span.end]
        words = person_words(name)
        word = words[0] if words else ""
        sex = sex_by_title(text, span)
        narrowed = fitting(text, word, span, bearers, firsts, sex_of) if sex else bearers
        owner = owner_of(word, span, narrowed, firsts)
        if owner is not None:
            firsts[owner] = min(firsts[owner], span.start)
        else:
            key = (generation(name), word, sex if word in couples else "")
            owner = alone.setdefault(key, Group(label))
            if word in couples and sex and owner.name is None:
                owner.name, owner.type = f"{title_before(text, span)} {name}", label
        owner.members.append((span, "name"))
    return groups + list(alone.values())


def sex_by_title(text: str, span: Span) -> str:
    """ "f" or "m" by a Mr or Mrs right before a surname, "" without one."""
    return {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}.get(title_before(text, span).lower(), "")


def title_before(text: str, span: Span) -> str:
    """The word right before a mention, without its full stop: "Mrs"."""
    match = WORD_BEFORE_RE.search(text, max(0, span.start - LONGEST_TITLE), span.start)
    return match[1] if match else ""


def surnames_of_couples(text: str, spans: Sequence[Span]) -> set[str]:
    """The surnames that are borne by a Mr and by a Mrs in this text."""
    sexes: dict[str, set[str]] = defaultdict(set)
    for span in spans:
        if sex := sex_by_title(text, span):
            sexes[(person_words(text[span.start : span.end]) or ("",))[0]].add(sex)
    return {word for word, found in sexes.items() if len(found) > 1}


def fitting(
    text: str, word: str, span: Span, bearers: Bearers, firsts: Mapping[Group, int], sex_of: Callable[[Group], str]
) -> Bearers:
    """
    The bearers whom a Mr or Mrs of that surname may be: introduced before it, and no woman where it is a man.

    Papers give the full name first; a "Mr. Wray" who comes before Dr. Sarah Wray is somebody else. `firsts` tells
    where each is named first, `sex_of` what is known of their sex. Of more than MOST_ALIKE nobody can tell.
    """
    sex = sex_by_title(text, span)
    headline = text.find("\n\n")
    found: Bearers = (defaultdict(dict), defaultdict(dict), defaultdict(dict))
    for table, kept in zip(bearers, found, strict=True):
        groups = table.get(word, {})
        for group in groups if len(groups) <= MOST_ALIKE else ():
            is_known_before = firsts[group] < span.start or span.start < headline
            if is_known_before and sex_of(group) in ("", sex):
                kept[word][group] = None
    return found


def index(text: str, groups: Sequence[Group]) -> Bearers:
    """Who bears a word as surname, as given name, or anywhere in the name; three tables in that order."""
    tables: Bearers = (defaultdict(dict), defaultdict(dict), defaultdict(dict))
    for group in groups:
        for form in set(group.forms(text)):
            words = person_words(form)
            tables[0][words[-1]][group] = None
            tables[1][words[0]][group] = None
            # "Brown" is nobody called Brown-Matsuda, "Matsuda" may be.
            halves = {fold(half) for half in FIRST_HALF_RE.findall(form.rpartition(" ")[2])}
            for word in words:
                if word not in halves or word in (words[0], words[-1]):
                    tables[2][word][group] = None
    return tables


def owner_of(word: str, span: Span, bearers: Bearers, firsts: Mapping[Group, int]) -> Group | None:
    """
    The person whom a single word names: the only one of that surname, else the only one of that given name.

    Of several, up to MOST_ALIKE, the only one who was introduced before the mention; otherwise nobody.
    `firsts` tells where each is named first.
    """
    fitting = next((found for table in bearers if (found := table.get(word))), {})
    if 1 < len(fitting) <= MOST_ALIKE:
        fitting = {group: None for group in fitting if firsts[group] < span.start}
    return next(iter(fitting)) if len(fitting) == 1 else None
