"""
Mentions to entities: everything that names one thing is counted once, under the name a reader would choose.

What cannot be decided stays apart: two entities where there may be one mislead less than one where there are two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from analysis.folding import fold
from analysis.gazetteer import country_name, country_of_name, demonym
from analysis.model import Document, Entity, Mention, Span
from analysis.names import (
    best_form,
    body_words,
    is_acronym,
    is_same_person,
    may_stand_for,
    person_words,
    slug,
    stands_for,
)
from analysis.place_types import place_type

PARTIES = {"democratic": "democrats", "democrat": "democrats", "republican": "republicans", "tory": "tories"}
"""Groups whose adjective is no shortened plural."""


@dataclass(slots=True)
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


def resolve(document: Document, spans: Sequence[Span]) -> tuple[Entity, ...]:
    """
    Fold spans into entities.

    Returns: the entities, the most mentioned first, ties in the order of the text. A nationality ("Iranian",
        "Britons") is a mention of its country or region, of kind "nationality".
    """
    text = document.text
    labels = vote(text, spans)
    groups, rest = fold_places_and_peoples(text, spans, labels)
    for label, fold_label in (("PERSON", fold_people), ("ORG", fold_bodies), ("MISC", fold_same)):
        own = [span for span in rest if labels[fold(text[span.start : span.end])] == label]
        groups += fold_label(text, own, label)
    groups = join_acronyms(text, groups)
    return entities_of(document, groups)


def vote(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """One label for each form: the one it was given most often, the first where two are level."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        tallies[fold(text[span.start : span.end])][span.label] += 1
    return {form: tally.most_common(1)[0][0] for form, tally in tallies.items()}


def fold_places_and_peoples(text: str, spans: Sequence[Span], labels: dict[str, str]) -> tuple[list[Group], list[Span]]:
    """Fold countries under their aliases, nationalities into their countries, and other places and groups by form."""
    groups: dict[str, Group] = {}
    rest = []
    for span in spans:
        surface = text[span.start : span.end]
        label = labels[fold(surface)]
        key, kind, name = place_key(surface, label)
        if key is None:
            rest.append(span)
            continue
        group = groups.setdefault(key, Group(label, name=name))
        group.members.append((span, kind))
        if name is not None:
            group.name = name
        group.type = "GPE" if key.startswith("country:") else group.type
    return list(groups.values()), rest


def place_key(surface: str, label: str) -> tuple[str | None, str, str | None]:
    """What a span is folded under, its kind of mention, and its usual name where there is one."""
    if label == "PERSON":
        return None, "name", None
    code = country_of_name(surface)
    if code and (label in ("PLACE", "NORP") or not is_acronym(surface) or code in ("US", "GB", "AE")):
        return f"country:{code}", "name", country_name(code)
    if label == "NORP":
        return people_key(surface)
    return f"place:{fold(surface)}" if label == "PLACE" else None, "name", None


def people_key(surface: str) -> tuple[str, str, str | None]:
    """What a nationality or group is folded under: its country or region, else itself in the singular."""
    found = demonym(surface)
    if found and found.country_code and found.kind == "country":
        return f"country:{found.country_code}", "nationality", country_name(found.country_code)
    if found:
        return f"place:{fold(found.place)}", "nationality", found.place
    key = PARTIES.get(fold(surface), fold(surface))
    return f"group:{key.removesuffix('s')}", "name", None


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


def fold_bodies(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold organisations: equal but for the form of company, or the one the opening words of the other."""
    groups = cluster(text, spans, label, lambda one, other: one == other, body_words)
    for short in sorted(groups, key=lambda group: len(body_words(best_form(group.forms(text))))):
        words = body_words(best_form(short.forms(text)))
        longer = [
            group
            for group in groups
            if group is not short and len(other := body_words(best_form(group.forms(text)))) > len(words)
            and other[: len(words)] == words
        ]  # fmt: skip
        if len(longer) == 1 and (len(words) > 1 or not is_common_opening(words[0])):
            longer[0].members += short.members
            groups.remove(short)
    return groups


def is_common_opening(word: str) -> bool:
    """Whether a word opens so many names that it stands for none: "University", "Bank", "United"."""
    from analysis.features import BODIES

    return word in BODIES or len(word) < 3


def fold_same(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold what is written alike."""
    return cluster(text, spans, label, lambda one, other: one == other, lambda name: tuple(fold(name).split()))


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
    for words in sorted(by_words, key=len):
        fitting = [other for other in groups if other != words and len(other) >= len(words) and is_same(words, other)]
        if words in groups and len(fitting) == 1:
            groups[fitting[0]].members += groups.pop(words).members
    return list(groups.values())


def join_acronyms(text: str, groups: list[Group]) -> list[Group]:
    """Fold an acronym into the one name that it stands for; behind a name in brackets it may do so more freely."""
    for group in list(groups):
        forms = [form for form in group.forms(text) if is_acronym(form)]
        if not forms or group.name is not None or len(forms) < len(group.forms(text)):
            continue
        introduced = [other for other in groups if other is not group and introduces(text, other, group)]
        fitting = introduced or [
            other
            for other in groups
            if other is not group and any(stands_for(forms[0], form) for form in {*other.forms(text), other.name or ""})
        ]
        if len(fitting) == 1:
            fitting[0].members += group.members
            groups.remove(group)
    return groups


def introduces(text: str, name: Group, acronym: Group) -> bool:
    """Whether a mention of `acronym` stands in brackets directly behind a mention of `name`."""
    ends = {span.end: span for span, _ in name.members}
    for span, _ in acronym.members:
        for gap in (" (", " ("):
            before = ends.get(span.start - len(gap))
            if before and text[before.end : span.start] == gap and text[span.end : span.end + 1] == ")":
                return may_stand_for(text[span.start : span.end], text[before.start : before.end])
    return False


def entities_of(document: Document, groups: Sequence[Group]) -> tuple[Entity, ...]:
    """Groups to entities with unique ids."""
    text = document.text
    made, taken = [], Counter[str]()
    for group in sorted(groups, key=lambda group: (-len(group.members), group.first)):
        name = group.name or best_form(group.forms(text))
        kind = group.type or (place_type(name) if group.label == "PLACE" or group.name else group.label)
        base = slug(name)
        taken[base] += 1
        mentions = tuple(
            Mention(span.start, span.end, text[span.start : span.end], document.paragraph_at(span.start).index, kind_of)
            for span, kind_of in sorted(group.members, key=lambda member: member[0].start)
        )
        made.append(Entity(base if taken[base] == 1 else f"{base}-{taken[base]}", name, kind, mentions))
    return tuple(made)
