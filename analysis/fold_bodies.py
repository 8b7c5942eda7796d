"""Organisations: which mentions name one body, by its words or by its acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.gazetteer import candidates, country_of_demonym
from analysis.groups import MOST_ALIKE, Group, cluster
from analysis.model import Span
from analysis.names import acronyms_of, best_form, body_words, is_acronym, may_stand_for
from analysis.word_lists import BODIES


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
