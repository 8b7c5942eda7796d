"""Places and peoples: countries under their aliases, nationalities as mentions of their country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import Record, candidates, country_name, country_of_name, demonym
from analysis.model import Span
from analysis.names.fold import MOST_ALIKE, Group
from analysis.names.forms import is_acronym

PARTIES = {"democratic": "democrats", "democrat": "democrats", "republican": "republicans", "tory": "tories"}
"""Groups whose adjective is no shortened plural."""

SHORTENED = {"st": "saint", "mt": "mount", "ft": "fort"}
"""Opening words that papers shorten; "St." behind a name is a street."""

SAME_POINT = 0.15
"""Degrees within which two towns of one country with one initial are one place: "Kyiv", "Kiev"."""


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
    return f"place:{place_words(surface)}" if label == "PLACE" else None, "name", None


def place_words(name: str) -> str:
    """A place's name for comparison: folded, with shortened words written out."""
    words = [word.rstrip(".") for word in fold(name).split()]
    if len(words) > 1:
        words[0] = SHORTENED.get(words[0], words[0])
        words[-1] = "street" if words[-1] == "st" else words[-1]
    return " ".join(words) or fold(name)


def people_key(surface: str) -> tuple[str, str, str | None]:
    """What a nationality or group is folded under: its country or region, else itself in the singular."""
    found = demonym(surface)
    if found and found.country_code and found.kind == "country":
        return f"country:{found.country_code}", "nationality", country_name(found.country_code)
    if found:
        return f"place:{fold(found.place)}", "nationality", found.place
    key = PARTIES.get(fold(surface), fold(surface))
    return f"group:{key.removesuffix('s')}", "name", None


def join_places(text: str, groups: list[Group]) -> list[Group]:
    """Join two ways of writing one place: "New York" and "New York City", "Isfahan" and "Esfahan", "Main St."."""
    places = {
        group: group.forms(text)[0]
        for group in groups
        if group.label == "PLACE" and group.type is None and group.name is None
    }
    near: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group, name in places.items():
        for key in keys_of(name):
            near[key].append(group)
    gone: set[Group] = set()
    for short, name in sorted(places.items(), key=lambda row: len(row[1])):
        beside = [near[key] for key in keys_of(name) if len(near[key]) <= MOST_ALIKE]
        others = {other: None for group in beside for other in group if other is not short and other not in gone}
        same = [other for other in others if is_same_place(name, places[other])]
        if len(same) == 1:
            same[0].members += short.members
            gone.add(short)
    return [group for group in groups if group not in gone]


def keys_of(name: str) -> list[tuple[str, ...]]:
    """What two ways of writing one place have in common: a record, a land and an initial, or the opening word."""
    found = candidates(name)[:1]
    if found:
        record = found[0]
        own = [("record", str(record.geonames_id))] if record.geonames_id else []
        return [*own, ("near", record.kind, record.country_code or "", fold(name)[:1]), ("word", opening(name))]
    return [("word", opening(name))]


def opening(name: str) -> str:
    """The first word of a name, in the singular."""
    return (fold(name).split() or [""])[0].removesuffix("s")


def is_same_place(short: str, longer: str) -> bool:
    """Whether two names are one place's: both mean one record, or the unlisted one opens the other."""
    ours, theirs = candidates(short)[:1], candidates(longer)[:1]
    if ours and theirs:
        if ours[0].geonames_id and ours[0].geonames_id == theirs[0].geonames_id:
            return True
        return is_same_record(ours[0], theirs[0]) and fold(short)[:1] == fold(longer)[:1]
    if ours:
        return False
    one_words, words = fold(short).split(), fold(longer).split()
    return len(one_words) < len(words) and (words[: len(one_words)] == one_words or one_words == [words[0] + "s"])


def is_same_record(one: Record, other: Record) -> bool:
    """Whether two records are of one kind, in one country and at one point."""
    if one.kind != other.kind or one.country_code != other.country_code:
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude)) < SAME_POINT
