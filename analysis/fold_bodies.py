"""Organisations: which mentions name one body, by its words or by its acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.gazetteer import candidates, country_of_demonym
from analysis.groups import Group, cluster
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
    for short, words in sorted(words_by_group.items(), key=lambda row: len(row[1])):
        longer = [
            group
            for group in {other: None for word in {*words[:1], *words[-1:]} for other in near[word]}
            if group is not short and group not in gone
            if is_part(words, words_by_group[group]) and introduces_itself(text, group, short)
        ]
        if len(longer) == 1:
            longer[0].members += short.members
            gone.add(short)
    return [group for group in groups if group not in gone]


def introduces_itself(text: str, longer: Group, short: Group) -> bool:
    """
    Whether the long name comes before the short one, a headline aside, so that the short one can stand for it.

    Where "Barclays" is named first, a later "Barclays Capital" is another body.
    """
    headline = text.find("\n")
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
    for group in list(groups):
        forms_of = group.forms(text)
        if group.name is not None or not forms_of or not all(map(is_acronym, forms_of)):
            continue
        before = {
            id(g): g for span, _ in group.members if (g := by_end.get(span.start - len(" ("))) not in (None, group)
        }
        introduced = [other for other in before.values() if introduces(text, other, group)]
        letters = forms_of[0].replace(".", "").upper()
        fitting = introduced or [other for other in by_letters[letters] if other is not group and other in groups]
        if len(fitting) == 1:
            fitting[0].members += group.members
            groups.remove(group)
            by_end.update((span.end, fitting[0]) for span, _ in group.members)
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
