"""
Put toponyms on the map: one Place a spot, with how sure that is; what cannot be placed stays listed.

    >>> document = segment("Protests in Iran. The Iranian government blamed Basra.")
    >>> [(p.name, p.country_code, p.count) for p in geocode(document, find_toponyms(document, ()), ())]
    [('Iran', 'IR', 2), ('Basra', 'IQ', 1)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import Record, candidates
from analysis.model import Document, Entity, Home, Place, PlaceMention, Toponym
from analysis.places.hints import read_hints
from analysis.places.rank import NOTHING, SAME_SPOT_KM, Choice, distance_km, rank
from analysis.places.senses import Sense, senses_of

# Probability of the ranking -> share of mentions that lay within 161 km of the truth, on the tuning half of the
# development corpora; straight lines between the points.
CALIBRATION = (
    (0.0, 0.3), (0.3, 0.45), (0.5, 0.7), (0.7, 0.78), (0.85, 0.87), (0.95, 0.9), (0.99, 0.93), (0.998, 0.955),
    (1.0, 0.985),
)  # fmt: skip

DOUBT = 2.0
"""The scale on which a lead in score becomes a share of the weight; larger means less sure."""

SHORT_FORM = 4
"""Letters of the longest name in capitals that is a short form ("NSW"); longer ones are shouted ("BASRA")."""

NEAR_FACTOR = 0.8
"""Confidence left where only the town of a facility is known ("Baghdad airport" is put in Baghdad)."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """
    Where one toponym was put; `record` is None where it was not. `confidence` lies in [0, 1].

    `country_code` is the record's, or, for an unlisted "Vishnograd, Serbia", that of what contains it.
    """

    toponym: Toponym
    record: Record | None
    country_code: str | None
    confidence: float
    is_near: bool


def geocode(
    document: Document, toponyms: Sequence[Toponym], entities: Sequence[Entity], home: Home | None = None
) -> tuple[Place, ...]:
    """The places of `document`, most mentioned first; every toponym is a mention of exactly one."""
    entity_at = {(m.start, m.end): entity.id for entity in entities for m in entity.mentions}
    spots: dict[tuple[str, object], list[Resolved]] = defaultdict(list)
    for resolved in resolve_toponyms(document, toponyms, home):
        record = resolved.record
        if record is None:
            spots["unknown", fold(resolved.toponym.name) or resolved.toponym.name].append(resolved)
        elif resolved.is_near:
            spots["near", (record.number, fold(resolved.toponym.name))].append(resolved)
        else:
            spots["at", record.number].append(resolved)
    places = [_place(document, members, entity_at) for members in spots.values()]
    return tuple(sorted(places, key=lambda place: (-place.count, place.mentions[0].start)))


def resolve_toponyms(document: Document, toponyms: Sequence[Toponym], home: Home | None = None) -> list[Resolved]:
    """Where each toponym was put, in order; `home` is where the paper is at home."""
    senses = senses_of(document, toponyms)
    read_hints(document.text, senses)
    choices = rank(senses, home)
    return [
        _resolved(sense, choice, choices[sense.within].best if sense.within is not None else None)
        for sense, choice in zip(senses, choices, strict=True)
    ]


def _resolved(sense: Sense, choice: Choice, larger: Record | None) -> Resolved:
    best = choice.best
    if best is None:
        return Resolved(sense.toponym, None, larger.country_code if larger else None, 0.0, False)
    confidence = confidence_of(choice) * (NEAR_FACTOR if sense.is_near else 1.0)
    return Resolved(sense.toponym, best, best.country_code, confidence, sense.is_near)


def raw_confidence(choice: Choice) -> float:
    """
    How much of all weight lies on the spot chosen, with the candidates that are the same spot to a reader.

    A place that is not listed at all (score NOTHING) takes its share too.
    """
    best, top = choice.records[0], choice.scores[0]
    weights = [exp((score - top) / DOUBT) for score in choice.scores]
    here = sum(
        weight
        for record, weight in zip(choice.records, weights, strict=True)
        if record is best or distance_km(record, best) < SAME_SPOT_KM
    )
    return here / (sum(weights) + exp((NOTHING - top) / DOUBT))


def confidence_of(choice: Choice) -> float:
    """The calibrated probability that the spot is right."""
    raw = min(1.0, raw_confidence(choice))
    at = min(bisect_right(CALIBRATION, (raw, 2.0)), len(CALIBRATION) - 1)
    (x0, y0), (x1, y1) = CALIBRATION[at - 1], CALIBRATION[at]
    return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 3)


def _place(document: Document, members: list[Resolved], entity_at: dict[tuple[int, int], str]) -> Place:
    text = document.text
    mentions = tuple(
        PlaceMention(t.start, t.end, text[t.start : t.end], document.paragraph_at(t.start).index, t.role)
        for t in (member.toponym for member in members)
    )
    ids = Counter(entity_at[m.start, m.end] for m in mentions if (m.start, m.end) in entity_at)
    entity = ids.most_common(1)[0][0] if ids else None
    record = members[0].record
    if record is None:
        code = next((member.country_code for member in members if member.country_code), None)
        return Place(_surface(members, text), entity, "unknown", code, None, None, None, 0.0, mentions)
    confidence = round(sum(member.confidence for member in members) / len(members), 3)
    if members[0].is_near:
        return Place(
            _surface(members, text), entity, "facility", record.country_code, record.latitude, record.longitude, None,
            confidence, mentions,
        )  # fmt: skip
    name = display_name(record, members, text)
    return Place(
        name, entity, record.kind, record.country_code, record.latitude, record.longitude, record.geonames_id,
        confidence, mentions, record.feature == "historic",
    )  # fmt: skip


def display_name(record: Record, members: list[Resolved], text: str) -> str:
    """The gazetteer's name for countries, regions and short forms ("Mo."); else the text's own ("Ghaziabad")."""
    named = [member for member in members if not member.toponym.is_demonym]
    if record.kind in ("country", "region") or not named:
        return record.name
    surface = _surface(named, text)
    is_short = surface.endswith(".") or (surface.isupper() and len(surface) <= SHORT_FORM)
    return record.name if is_short else surface


def _surface(members: list[Resolved], text: str) -> str:
    """The most frequent way of writing, not in capitals where the text has another."""
    forms = Counter(" ".join(text[m.toponym.start : m.toponym.end].split()) for m in members)
    best = max(forms, key=lambda form: (not form.isupper(), forms[form]))
    return best.title() if best.isupper() and len(best) > SHORT_FORM else best


def alternatives(place: Place, limit: int = 5) -> tuple[Record, ...]:
    """Other places of the same name, best known first: what `place` could also be."""
    found: dict[int, Record] = {}
    for surface in dict.fromkeys(mention.text for mention in place.mentions):
        for record in candidates(surface):
            is_chosen = (record.latitude, record.longitude, record.kind) == (
                place.latitude,
                place.longitude,
                place.kind,
            )
            if not is_chosen:
                found.setdefault(record.number, record)
    return tuple(sorted(found.values(), key=lambda record: -record.fame)[:limit])
