"""Persons: which mentions name one man or woman."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.groups import Group, cluster
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
    for span in single:
        words = person_words(text[span.start : span.end])
        word = words[0] if words else ""
        owner = owner_of(word, span, bearers)
        if owner is None:
            owner = alone.setdefault(word, Group(label))
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


def owner_of(word: str, span: Span, bearers: Bearers) -> Group | None:
    """
    The person whom a single word names: the only one of that surname, else the only one of that given name.

    Of several, the only one who was introduced before the mention; otherwise nobody.
    """
    for table in bearers:
        fitting = list(table.get(word, ()))
        before = [group for group in fitting if group.first < span.start]
        chosen = fitting if len(fitting) == 1 else before
        if len(chosen) == 1:
            return chosen[0]
        if fitting:
            return None
    return None
