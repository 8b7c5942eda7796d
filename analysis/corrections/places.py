"""
Corrections as the map sees them: what is no place leaves it, what is one appears, merged names share a spot.

The corrections of names are replayed here once more, on places, and in their order among those that move a place:
a reader who moves "Kiev" and then merges it into "Kyiv" has done both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.corrections.names import Corrected, MisfitError, Problems
from analysis.gazetteer.lookup import Record, candidates
from analysis.model import Correction, Document, Entity, Place, Toponym
from analysis.places.roles import role_of
from analysis.select.narrow import ranked_places

PLACE_TYPES = ("GPE", "LOC", "FAC")
PEOPLES = (*PLACE_TYPES, "NORP")
"""Types of entity whose mentions may stand on the map: a group by its nationality ("Iranians")."""


def correct_toponyms(
    document: Document, toponyms: Sequence[Toponym], before: Sequence[Entity], after: Sequence[Entity]
) -> tuple[Toponym, ...]:
    """
    The toponyms without those that corrections hid or made no place, and with those that they made one.

    What stands inside a longer name ("US" in "US Embassy") stays, unless that name became a place itself.
    """
    was = {(m.start, m.end): entity.type for entity in before for m in entity.mentions}
    now = {(m.start, m.end): entity for entity in after for m in entity.mentions}
    gone, only_demonyms = set[int](), set[int]()
    made: dict[tuple[int, int], str] = {}
    for span, kind in was.items():
        entity = now.get(span)
        type_now = entity.type if entity else None
        if kind in PEOPLES and type_now not in PEOPLES:
            gone.update(range(*span))
        elif kind in PLACE_TYPES and type_now == "NORP":
            only_demonyms.update(range(*span))
        elif entity and kind not in PLACE_TYPES and type_now in PLACE_TYPES:
            made[span] = entity.name  # One name is asked for, so that all forms of it come to one spot.
    kept = [
        t for t in toponyms if t.inside_name or (t.start not in gone and (t.is_demonym or t.start not in only_demonyms))
    ]
    text = document.text
    for (start, end), name in sorted(made.items()):
        inside = [t for t in kept if t.start < end and start < t.end]
        if any((t.start, t.end) == (start, end) or t.start < start or t.end > end for t in inside):
            continue  # It is on the map already, alone or as a part of a longer name.
        role = role_of(text, start, end, False, False, "city")
        kept = [t for t in kept if t not in inside] + [Toponym(start, end, role, False, name, 1.0)]
    return tuple(sorted(kept, key=lambda toponym: toponym.start))


def correct_places(
    places: tuple[Place, ...], corrections: Sequence[Correction], corrected: Corrected
) -> tuple[tuple[Place, ...], Problems]:
    """
    The places with every correction that touches them, in order; a place that a reader put somewhere is sure.

    `places` name the entities as they were found; they leave with the ids of the corrected ones.
    """
    problems: dict[int, str] = {}
    for number, c in enumerate(corrections):
        if number in corrected.problems:
            continue
        try:
            if c.do == "merge":
                places = _merged(places, c)
            elif c.do == "split":
                places = _split(places, c, corrected.made[number])
            elif c.do == "rename":
                places = _renamed(places, c)
            elif c.do == "place":
                places = _put(places, c)
        except MisfitError as misfit:
            problems[number] = str(misfit)
    known = {entity.id for entity in corrected.entities}
    owned = (p if p.entity is None or p.entity in known else replace(p, entity=None) for p in places)
    return ranked_places(owned), problems


def _merged(places: tuple[Place, ...], c: Correction) -> tuple[Place, ...]:
    """One name is one spot: the places of the name that is gone join the place of the name that is kept."""
    for old in [place for place in places if place.entity == c.entity]:
        homes = [place for place in places if place.entity == c.into]
        if homes:
            places = _joined(places, old, max(homes, key=lambda place: place.count), is_moved=False)
        else:
            places = tuple(replace(place, entity=c.into) if place is old else place for place in places)
    return places


def _split(places: tuple[Place, ...], c: Correction, made: str) -> tuple[Place, ...]:
    """The mentions that were split off as a place of their own, on the same spot, so that it can be moved."""
    split: list[Place] = []
    for place in places:
        off = tuple(m for m in place.mentions if (m.start, m.end) in c.mentions) if place.entity == c.entity else ()
        rest = tuple(m for m in place.mentions if m not in off)
        if off and rest:
            split += [replace(place, mentions=rest), replace(place, name=c.name or "", entity=made, mentions=off)]
        else:
            split.append(replace(place, entity=made) if off else place)
    return tuple(split)


def _renamed(places: tuple[Place, ...], c: Correction) -> tuple[Place, ...]:
    """The only place of a name is called as the name is; of several, each keeps its own."""
    own = [place for place in places if place.entity == c.entity]
    return tuple(replace(p, name=c.name or "") if own == [p] else p for p in places)


def _put(places: tuple[Place, ...], c: Correction) -> tuple[Place, ...]:
    """The places with one of them put somewhere else, or nowhere."""
    old = next((p for p in places if p.name == c.place and p.geonames_id == c.was), None)
    if old is None:
        raise MisfitError(f"No place “{c.place}” is put there in this text.")
    if c.geonames_id is None:
        nowhere = replace(
            old, kind="unknown", country_code=None, latitude=None, longitude=None, geonames_id=None, confidence=0.0
        )
        return tuple(nowhere if place is old else place for place in places)
    record = _record(old, c.geonames_id)
    if record is None:
        raise MisfitError(f"The gazetteer has no place {c.geonames_id} of the name “{c.place}”.")
    there = next((p for p in places if p is not old and p.geonames_id == c.geonames_id), None)
    if there is not None:
        return _joined(places, old, there, is_moved=True)
    return tuple(_moved(old, record) if place is old else place for place in places)


def _record(place: Place, geonames_id: int) -> Record | None:
    """The candidate for any form of the place's name with this number."""
    forms = dict.fromkeys((*(mention.text for mention in place.mentions), place.name))
    return next((r for form in forms for r in candidates(form) if r.geonames_id == geonames_id), None)


def _moved(place: Place, record: Record) -> Place:
    name = record.name if record.kind in ("country", "region") else place.name
    return Place(
        name, place.entity, record.kind, record.country_code, record.latitude, record.longitude, record.geonames_id,
        1.0, place.mentions,
    )  # fmt: skip


def _joined(places: tuple[Place, ...], gone: Place, home: Place, *, is_moved: bool) -> tuple[Place, ...]:
    """
    The places with one joined to another, which keeps its name and its spot.

    Its confidence is the mean over the mentions; those that a reader moved there are sure.
    """
    mentions = tuple(sorted((*home.mentions, *gone.mentions), key=lambda mention: mention.start))
    confidence = home.confidence
    if is_moved:
        confidence = round((home.count * home.confidence + gone.count) / len(mentions), 3)
    both = replace(home, entity=home.entity or gone.entity, confidence=confidence, mentions=mentions)
    return tuple(both if place is home else place for place in places if place is not gone)
