"""Organisations: which mentions name one body, by its words or by its acronym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from analysis.english.given_names import gender
from analysis.english.words import BODIES
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import candidates, country_of_demonym
from analysis.model import Span
from analysis.names.forms import (
    acronyms_of,
    best_form,
    body_words,
    generation,
    is_acronym,
    is_same_person_by_key,
    may_stand_for,
    person_key,
    person_words,
)


def fold_bodies(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """
    Fold organisations: equal but for the form of company, or the one a part of the other.

    A short name joins the only longer one of which it is the beginning ("House" of "House of Representatives") or
    the end behind a place ("Red Sox" of "Boston Red Sox"). Where two would fit it stays by itself.
    """
    groups = cluster(text, spans, label, lambda one, other: one == other, body_words)
    words_by_group = {group: words_of(text, group) for group in groups}
    near: dict[str, list[Group]] = defaultdict(list)
    for group, words in words_by_group.items():
        for word in {*words[:1], *words[-1:]}:
            near[word].append(group)
    gone: set[Group] = set()
    headline = text.find("\n")
    for short, words in sorted(words_by_group.items(), key=lambda row: len(row[1])):
        beside = [near[word] for word in {*words[:1], *words[-1:]} if len(near[word]) <= MOST_ALIKE]
        longer = [
            group
            for group in {other: None for others in beside for other in others}
            if group is not short and group not in gone
            if is_part(words, words_by_group[group]) and introduces_itself(headline, group, short)
        ]
        if len(longer) == 1:
            longer[0].members += short.members
            gone.add(short)
    return [group for group in groups if group not in gone]


def introduces_itself(headline: int, longer: Group, short: Group) -> bool:
    """
    Whether the long name comes before the short one, so that the short one can stand for it.

    `headline` is where the first line ends; names before it do not count.

    Where "Barclays" is named first, a later "Barclays Capital" is another body.
    """
    firsts = [min((s.start for s, _ in g.members if s.start > headline), default=-1) for g in (longer, short)]
    return firsts[1] < 0 or 0 <= firsts[0] < firsts[1]


def words_of(text: str, group: Group) -> tuple[str, ...]:
    """The words of the fullest form of an organisation's name."""
    return body_words(best_form(group.forms(text)))


def is_part(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether `words` are the beginning of a longer name, or its end behind the name of a place."""
    if not 0 < len(words) < len(longer) or (len(words) == 1 and len(words[0]) < 3):
        return False
    rest = longer[len(words) :]
    if longer[: len(words)] == words:
        return len(words) > 1 or words[0] not in BODIES or rest[0] in ("of", "for")
    place = " ".join(longer[: -len(words)])
    return longer[-len(words) :] == words and bool(candidates(place) or country_of_demonym(place))


def join_acronyms(text: str, groups: list[Group]) -> list[Group]:
    """Fold an acronym into the one name that it stands for; behind a name in brackets it may do so more freely."""
    by_letters: dict[str, list[Group]] = defaultdict(list)
    by_end: dict[int, Group] = {}
    for group in groups:
        forms = {*group.forms(text), group.name or ""}
        for letters in {letters for form in forms for letters in acronyms_of(form)}:
            by_letters[letters].append(group)
        by_end.update((span.end, group) for span, _ in group.members)
    gone: set[Group] = set()
    for group in groups:
        forms_of = group.forms(text)
        if group.name is not None or not forms_of or not all(map(is_acronym, forms_of)):
            continue
        letters = forms_of[0].replace(".", "").upper()
        fitting = introducers(text, group, by_end) or [
            other for other in by_letters[letters] if other is not group and other not in gone
        ]
        if len(fitting) == 1:
            fitting[0].members += group.members
            gone.add(group)
            by_end.update((span.end, fitting[0]) for span, _ in group.members)
    return [group for group in groups if group not in gone]


def introducers(text: str, acronym: Group, by_end: Mapping[int, Group]) -> list[Group]:
    """
    The names behind which `acronym` stands in brackets, and of whose letters it may be made.

    Of each name the first such place counts; `by_end` tells which name ends where.
    """
    found: dict[Group, bool] = {}
    for span, _ in acronym.members:
        name_end = span.start - len(" (")
        name = by_end.get(name_end)
        is_bracketed = text[name_end : span.start] == " (" and text.startswith(")", span.end)
        if name is None or name is acronym or name in found or not is_bracketed:
            continue
        start = max(s.start for s, _ in name.members if s.end == name_end)
        found[name] = may_stand_for(text[span.start : span.end], text[start:name_end])
    return [name for name, is_it in found.items() if is_it]


# Mentions on their way to entities: those that are taken to name one thing.

MOST_ALIKE = 100
"""
Names of one text that share a word, above which none is told to be another's short form by that word.

With 100 Okafors in a text nobody can tell them apart; a full match of the words still joins two mentions.
"""


@dataclass(slots=True, eq=False)
class Group:
    """Mentions that are taken to name one thing, while it is being made out which."""

    label: str
    members: list[tuple[Span, str]] = field(default_factory=list)
    name: str | None = None
    type: str | None = None

    @property
    def first(self) -> int:
        """Where the first mention starts."""
        return min(span.start for span, _ in self.members)

    def forms(self, text: str) -> list[str]:
        """The mentions as they are written, nationalities left out."""
        return [text[span.start : span.end] for span, kind in self.members if kind == "name"]


def cluster(
    text: str,
    spans: Sequence[Span],
    label: str,
    is_same: Callable[[tuple[str, ...], tuple[str, ...]], bool],
    words_of: Callable[[str], tuple[str, ...]],
) -> list[Group]:
    """Group spans by their words: equal ones first, then each into the only group that it may belong to."""
    by_words: dict[tuple[str, ...], Group] = {}
    for span in spans:
        by_words.setdefault(words_of(text[span.start : span.end]), Group(label)).members.append((span, "name"))
    groups = dict(by_words)
    holders: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in by_words:
        for word in set(words):
            holders[word].append(words)
    for words in sorted(by_words, key=len):
        # Two forms of one name share the last word of the shorter.
        holding = holders[words[-1]] if words else []
        near = (other for other in holding if other in groups) if len(holding) <= MOST_ALIKE else ()
        fitting = [other for other in near if other != words and len(other) >= len(words) and is_same(words, other)]
        if words in groups and len(fitting) == 1:
            groups[fitting[0]].members += groups.pop(words).members
    return list(groups.values())


# Persons: which mentions name one man or woman.

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
