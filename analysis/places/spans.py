"""
Bring the recogniser's names and the places into line: what is no place is not marked as one, and the reverse.

    >>> document = segment("Nurses may strike at Christmas.")
    >>> settle(document, [Span(21, 30, "PLACE")])
    (Span(start=21, end=30, label='MISC'),)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from analysis.gazetteer import fame
from analysis.model import Document, Entity, Span, Toponym
from analysis.places.cues import ACCEPT, context_score
from analysis.places.judge import CUE_OF_SPOT, SpanIndex
from analysis.places.others import is_degree, is_person_here, is_something_else
from analysis.places.roles import role_of
from analysis.places.runs import key_of, known_name
from analysis.places.words import LIST_GAP_RE, TITLES

PLACE_TYPES = ("GPE", "LOC", "FAC")
"""The types of entity that are places."""

# What opens the names of places in Arabic, Hebrew and Berber, and hardly a person's behind "in" or beside a town.
OPENERS_RE = re.compile(
    r"(?:[AE][lnrstdz]h?-|Deir |Dayr |Khan |Tell? |Tal |Kfar |Kafr |Beit |Bayt |Bani |Ras |Umm |Wadi |Jabal |Jebel |"
    r"Ain |Ayn |Qalat |Qasr |Bir |Nahr |Kiryat |Kibbutz |Oued |Souk |Bab |Ksar )"
)
LONGEST_ROW_GAP = 8
"""Characters between two names of a row: ", and the "."""


def settle(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """
    The spans with the labels that the words beside them ask for.

    A feast, a language or a treaty is MISC and no PLACE, a degree behind a name is nothing, the surname of somebody
    named in the text is a PERSON; "Deir al-Balah" beside a town, or behind "in", is a PLACE.
    """
    text = document.text
    index = SpanIndex(spans)
    surnames = surnames_of(text, spans)
    settled: list[Span] = []
    people: set[str] = set()
    for span in index.spans:
        label = label_of(text, span, index, surnames)
        if label is not None:
            settled.append(Span(span.start, span.end, label))
        if span.label == "PLACE" and label == "PERSON":
            people.add(text[span.start : span.end])
    settled += (span for name in sorted(people) for span in find_bare(text, name, index))
    return tuple(sorted(settled, key=lambda span: span.start))


def find_bare(text: str, name: str, index: SpanIndex) -> Iterator[Span]:
    """The other places where a surname stands alone and the recogniser has marked nothing."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        if not index.touching(*match.span()) and not CAPITAL_BEFORE_RE.search(
            text, max(0, match.start() - 20), match.start()
        ):
            yield Span(*match.span(), "PERSON")


CAPITAL_BEFORE_RE = re.compile(r"[A-Z]\w* $")
"""A capitalised word directly before a name, with which it makes a longer one."""


def surnames_of(text: str, spans: Sequence[Span]) -> set[str]:
    """The surnames, as mentions are compared, of the persons with a name of two words or more."""
    named = [text[s.start : s.end].split() for s in spans if s.label == "PERSON"]
    return {key for words in named if len(words) > 1 for key in surname_keys(words[-1])}


def surname_keys(surname: str) -> set[str]:
    """A surname as mentions are compared, with and without what stands before its hyphen: "al-Sadr" and "Sadr"."""
    return {key_of(surname), key_of(surname.rpartition("-")[2])} - {""}


def label_of(text: str, span: Span, index: SpanIndex, surnames: set[str]) -> str | None:
    """The label that the words ask for; None where the span names nothing."""
    name = text[span.start : span.end]
    if span.label == "PLACE":
        return label_of_place(text, span, index, surnames)
    if APPOSITION_RE.match(text, span.end) and span.label in ("PERSON", "ORG", "MISC"):
        return "PLACE"
    if span.label in ("PERSON", "ORG", "MISC") and is_place_by_opener(text, span, index):
        return "PLACE"
    if span.label in ("MISC", "ORG") and is_degree(text, span.start, span.end, index.person_ends):
        return None
    known = known_name(name) if span.label == "PERSON" and " " not in name else None
    is_town = known is not None and known.kind == "city" and known.fame >= fame.LARGE_TOWN
    if is_town and key_of(name) not in surnames and LOCATIVE_RE.search(text, max(0, span.start - 20), span.start):
        return "PLACE"
    return span.label


APPOSITION_RE = re.compile(
    r", (?:an?|the) (?:[a-z-]+ ){0,3}(?:village|town|city|suburb|hamlet|port|resort|settlement|neighbou?rhood|district)"
    r"(?: (?:in|of|near|on|north|south|east|west|outside)\b|,)"
)
"""Behind a name: ", a village in Chad"."""

LOCATIVE_RE = re.compile(r"\b(?:in|near|off|outside|across|around|toward|towards|downtown|at|port of) $")
"""Directly before a name of one word these make it a place rather than a person."""


def label_of_place(text: str, span: Span, index: SpanIndex, surnames: set[str]) -> str | None:
    """The label of what the recogniser calls a place."""
    name = text[span.start : span.end]
    known = known_name(name)
    if is_degree(text, span.start, span.end, index.person_ends):
        return None
    if is_person_here(text, span.start, known):
        return "PERSON"
    if is_something_else(text, span.start, span.end, known):
        return "MISC"
    words = name.lower().replace(".", "").split()
    if len(words) > 1 and words[-1].removesuffix("s") in TITLES:
        return None
    how_known = known.fame if known is not None else 0.0
    is_surname = len(words) == 1 and key_of(name) in surnames and how_known < fame.GREAT_CITY
    if is_surname and not (known is not None and known.kind == "country"):
        is_in_row = text.startswith(", ", span.end) or text[max(0, span.start - 2) : span.start] == ", "
        is_spot = is_in_row or context_score(text, span.start, span.end) >= CUE_OF_SPOT
        return span.label if is_spot else "PERSON"
    return span.label


def is_place_by_opener(text: str, span: Span, index: SpanIndex) -> bool:
    """Whether a name that opens like a place's stands where one does: behind "in", or in a row with a place."""
    if not OPENERS_RE.match(text, span.start, span.end):
        return False
    if context_score(text, span.start, span.end) >= CUE_OF_SPOT:
        return True
    at = index.spans.index(span)
    row = range(max(0, at - 3), min(len(index.spans), at + 4))
    joined = [index.spans[at]]
    for steps in (range(at + 1, row.stop), range(at - 1, row.start - 1, -1)):
        last = span
        for number in steps:
            other = index.spans[number]
            one, two = sorted((last, other), key=lambda s: s.start)
            if two.start - one.end > LONGEST_ROW_GAP or not LIST_GAP_RE.fullmatch(text, one.end, two.start):
                break
            joined.append(other)
            last = other
    return any(s is not span and is_listed_place(text, s) for s in joined)


def is_listed_place(text: str, span: Span) -> bool:
    """Whether a span's name is a place's in the gazetteer, or the recogniser takes it for one."""
    known = known_name(text[span.start : span.end])
    return span.label == "PLACE" or (known is not None and not known.is_demonym and known.fame >= fame.TOWN)


def merge(spans: Sequence[Span], toponyms: Sequence[Toponym]) -> tuple[Span, ...]:
    """
    The recogniser's spans and the toponyms it missed, in order.

    Where it has only a part of a listed name, as in "Port" of Port-au-Prince, or takes a place for a person or a
    body, the place stands instead.
    """
    index = SpanIndex(spans)
    gone: set[Span] = set()
    added: list[Span] = []
    for toponym in toponyms:
        if toponym.inside_name:
            continue
        touching = index.touching(toponym.start, toponym.end)
        is_whole = all(toponym.start <= span.start and span.end <= toponym.end for span in touching)
        is_right = any((span.start, span.end, span.label) == (toponym.start, toponym.end, "PLACE") for span in touching)
        if is_right or not is_whole or (touching and toponym.is_demonym):
            continue
        same = [span for span in touching if (span.start, span.end) == (toponym.start, toponym.end)]
        if same and not is_surely_place(toponym, same[0].label):
            continue
        if touching and not same and known_name(toponym.name) is None:
            continue  # A form such as "At Alpha Creek" is less sure than the recogniser's part of it.
        gone.update(touching)
        added.append(Span(toponym.start, toponym.end, "NORP" if toponym.is_demonym else "PLACE"))
    kept = [span for span in spans if span not in gone]
    return tuple(sorted([*kept, *added], key=lambda span: (span.start, span.end)))


SURELY_PLACE = 2.5
"""The score from which on a place is one although the recogniser takes its name for a person's or a body's."""


def is_surely_place(toponym: Toponym, label: str) -> bool:
    """Whether a place stands although the recogniser says PERSON, ORG or MISC; "Liverpool" stays a club."""
    known = known_name(toponym.name)
    is_town = known is not None and known.kind == "city"
    if label == "NORP":
        return toponym.name.endswith(" Sea")
    if label == "PERSON":
        return toponym.score >= SURELY_PLACE and " " in toponym.name
    return label == "PLACE" or (toponym.score >= SURELY_PLACE and not is_town)


def with_entities(document: Document, toponyms: Sequence[Toponym], entities: Sequence[Entity]) -> tuple[Toponym, ...]:
    """
    The toponyms, and every mention of an entity of a place's type that they lack.

    What only a part of such a mention was taken for gives way to the whole: "Ridge" to "Al-Hawash Ridge".
    """
    from analysis.model import Toponym

    text = document.text
    found = sorted(toponyms, key=lambda toponym: toponym.start)
    starts = [toponym.start for toponym in found]
    gone: set[int] = set()
    added: list[Toponym] = []
    for mention in (m for entity in entities if entity.type in PLACE_TYPES for m in entity.mentions):
        first = max(0, bisect_right(starts, mention.start) - 1)
        last = bisect_left(starts, mention.end)
        inside = [at for at in range(first, last) if found[at].end > mention.start and at not in gone]
        if any(
            (found[at].start, found[at].end) == (mention.start, mention.end)
            or found[at].start < mention.start
            or found[at].end > mention.end
            for at in inside
        ):
            continue  # It is on the map already, alone or as a part of a longer name.
        gone.update(inside)
        role = role_of(text, mention.start, mention.end, False, False, "city")
        added.append(Toponym(mention.start, mention.end, role, False, mention.text, ACCEPT))
    kept = [toponym for at, toponym in enumerate(found) if at not in gone]
    return tuple(sorted([*kept, *added], key=lambda toponym: toponym.start))
