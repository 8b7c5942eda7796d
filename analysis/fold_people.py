"""Persons: which mentions name one man or woman."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.groups import MOST_ALIKE, Group, cluster
from analysis.model import Span
from analysis.names import is_same_person, person_words

Table = defaultdict[str, dict[Group, None]]
Bearers = tuple[Table, Table, Table]


def fold_people(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold persons: full names first, then surnames and given names into the one full name that they fit."""
    full: list[Span] = []
    single: list[Span] = []
    for span in spans:
        (full if len(person_words(text[span.start : span.end])) > 1 else single).append(span)
    groups = cluster(text, full, label, lambda one, other: is_same_person(*sorted((one, other), key=len)), person_words)
    alone: dict[str, Group] = {}
    bearers = index(text, groups)
    firsts = {group: group.first for group in groups}
    for span in single:
        words = person_words(text[span.start : span.end])
        word = words[0] if words else ""
        owner = owner_of(word, span, bearers, firsts)
        if owner is None:
            owner = alone.setdefault(word, Group(label))
        else:
            firsts[owner] = min(firsts[owner], span.start)
        owner.members.append((span, "name"))
    return groups + list(alone.values())


def index(text: str, groups: Sequence[Group]) -> Bearers:
    """Who bears a word as surname, as given name, or anywhere in the name; three tables in that order."""
    tables: Bearers = (defaultdict(dict), defaultdict(dict), defaultdict(dict))
    for group in groups:
        for form in set(group.forms(text)):
            words = person_words(form)
            tables[0][words[-1]][group] = None
            tables[1][words[0]][group] = None
            for word in words:
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
