"""Persons: which mentions name one man or woman."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.groups import Group, cluster
from analysis.model import Span
from analysis.names import is_same_person, person_words


def fold_people(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold persons: full names first, then surnames and given names into the one full name that they fit."""
    full: list[Span] = []
    single: list[Span] = []
    for span in spans:
        (full if len(person_words(text[span.start : span.end])) > 1 else single).append(span)
    groups = cluster(text, full, label, lambda one, other: is_same_person(*sorted((one, other), key=len)), person_words)
    alone: dict[str, Group] = {}
    for span in single:
        words = person_words(text[span.start : span.end])
        word = words[0] if words else ""
        owner = owner_of(text, word, span, groups)
        if owner is None:
            owner = alone.setdefault(word, Group(label))
        owner.members.append((span, "name"))
    return groups + list(alone.values())


def owner_of(text: str, word: str, span: Span, groups: Sequence[Group]) -> Group | None:
    """
    The person whom a single word names: the only one of that surname, else the only one of that given name.

    Of several, the only one who was introduced before the mention; otherwise nobody.
    """
    for position in (-1, 0, None):
        fitting = [
            group
            for group in groups
            if any(
                word in (words if position is None else words[position : position + 1 or None])
                for words in map(person_words, group.forms(text))
            )
        ]
        before = [group for group in fitting if group.first < span.start]
        chosen = fitting if len(fitting) == 1 else before
        if len(chosen) == 1:
            return chosen[0]
        if fitting:
            return None
    return None
