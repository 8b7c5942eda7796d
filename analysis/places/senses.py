"""What each toponym may stand for; what the words beside it say is written in by `place_hints.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.gazetteer import fame
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import (
    Record,
    candidates,
    country_record,
    demonym,
    division_name,
    divisions_of_abbreviation,
    without_article,
)
from analysis.model import Document, Toponym
from analysis.names.resolve import FACILITY_RE
from analysis.places.cues import DATELINE_RE
from analysis.places.runs import is_word
from analysis.places.words import FEATURE_HEADS, MODIFIERS, STREET_HEADS

MAX_SENSES = 40
"""Candidates weighed a mention; "Springfield" has about forty that anyone writes of."""

CONTAINER_WEIGHT = 0.3
"""What the Texas of "Austin, Texas" weighs: it is there to place Austin, and tells little of the Paris after it."""

DATELINE_WEIGHT = 2.5
"""What the town of a dateline weighs: the reporter stood there."""


DIVISION_HEADS = frozenset("province governorate oblast prefecture parish region".split())
AIRPORT_WORDS = frozenset(("International", "Regional", "Municipal"))


@dataclass(slots=True)
class Sense:
    """
    A mention with the records it may stand for.

    `within` is the number of the toponym that contains it, by the words, `is_strict` whether only a comma stands
    between; `prefers` the record that a place within
    it asks for ("Tbilisi, Georgia"); `hint` the kind the words beside it ask for, with a bonus for its records.
    """

    toponym: Toponym
    key: str
    records: tuple[Record, ...]
    bonus: dict[int, float] = field(default_factory=dict)
    within: int | None = None
    is_strict: bool = False
    prefers: int | None = None
    hint: str = ""
    weight: float = 1.0
    is_near: bool = False
    acts: bool = False


def senses_of(document: Document, toponyms: Sequence[Toponym]) -> list[Sense]:
    """One Sense a toponym, in order."""
    text = document.text
    datelines = {m.start("town") for m in DATELINE_RE.finditer(text)}
    senses = []
    for toponym in toponyms:
        records, is_near = records_of(toponym, text)
        sense = Sense(toponym, fold(without_article(toponym.name)), records[:MAX_SENSES], is_near=is_near)
        sense.weight = DATELINE_WEIGHT if toponym.start in datelines else 1.0
        senses.append(sense)
    return senses


def records_of(toponym: Toponym, text: str) -> tuple[tuple[Record, ...], bool]:
    """The records of a toponym, and whether they are only near it ("Baghdad International Airport")."""
    if toponym.is_demonym:
        return _of_demonym(toponym.name), False
    name = without_article(toponym.name)
    if text[max(0, toponym.start - 2) : toponym.start] == ", ":
        short = _of_abbreviation(name)
        if short:
            return short, False
    found = without_parts(candidates(name))
    if found:
        return found, False
    return _of_part(name.split(" "))


def _of_part(words: list[str]) -> tuple[tuple[Record, ...], bool]:
    """The records of the listed part of an unlisted name, and whether the name is only near them."""
    head = words[-1].lower()
    if head in DIVISION_HEADS:
        return candidates(" ".join(words[:-1])), False
    if head == "airport":
        return candidates(" ".join(w for w in words[:-1] if w not in AIRPORT_WORDS)), True
    if words[0].lower() in MODIFIERS and head not in STREET_HEADS and head not in FEATURE_HEADS:
        return candidates(" ".join(words[1:])), False
    for end in range(len(words) - 1, 0, -1):
        found = candidates(" ".join(words[:end]))
        if found and found[0].fame >= fame.VILLAGE and not (end == 1 and is_word(words[0])):
            is_site = found[0].kind == "city" and FACILITY_RE.search(" ".join(words)) is not None
            return (found, True) if is_site else ((), False)
    return (), False


def without_parts(found: tuple[Record, ...]) -> tuple[Record, ...]:
    """
    The records but for towns named like a region, and for towns that lie in a country among them.

    "Middle East" is not a village in Maryland, "Mexico" is not Mexico City: newspapers that mean those say so.
    """
    regions = tuple(record for record in found if record.kind == "region")
    if regions:
        return regions
    countries = {record.country_code for record in found if record.feature == "country" and record.is_own_name}
    if not countries:
        return found
    return tuple(r for r in found if r.kind == "country" or r.is_own_name or r.country_code not in countries)


def _of_demonym(name: str) -> tuple[Record, ...]:
    found = demonym(name)
    if found is None:
        return ()
    if found.country_code:
        record = country_record(found.country_code)
        return (record,) if record else ()
    same_kind = [r for r in candidates(found.place) if r.kind == found.kind]
    return tuple(same_kind[:1]) or candidates(found.place)[:1]


def _of_abbreviation(name: str) -> tuple[Record, ...]:
    records = []
    for country, code in divisions_of_abbreviation(name):
        records += _divisions(country, code)
    return tuple(dict.fromkeys(records))


def _divisions(country: str, code: str) -> list[Record]:
    name = division_name(country, code)
    return [r for r in candidates(name) if r.feature == "admin1" and (r.country_code, r.admin1_code) == (country, code)]
