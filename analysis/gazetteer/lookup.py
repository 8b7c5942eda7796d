"""
What the gazetteer knows of a name: the places called so, best known first.

    >>> candidates("Basra")[0].country_code, country_of_name("U.S."), country_of_demonym("Iranians")
    ('IQ', 'US', 'IR')

The file is opened at the first question, once a process. Data: GeoNames (CC BY 4.0) and others, see
`resources/gazetteer.md`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.gazetteer import file as layout
from analysis.gazetteer.fame import fame
from analysis.gazetteer.fold import fold
from analysis.resources import FOLDER

RESOURCE = FOLDER / "gazetteer.bin"

KIND_OF_FEATURE = {
    "country": "country", "territory": "country", "historic": "country", "region": "region", "admin1": "admin",
    "admin2": "admin", "capital": "city", "city": "city", "facility": "facility", "water": "water",
    "terrain": "terrain",
}  # fmt: skip
"""A row's feature -> one of model.PLACE_KINDS."""

COUNTRY_FEATURES = ("country", "territory")


@dataclass(frozen=True, slots=True)
class Record:
    """
    A place as the gazetteer lists it. Degrees are WGS 84; a region has neither point nor country code.

    `feature` is finer than `kind` (gazetteer_file.FEATURES). `population` is GeoNames' figure, for divisions the
    sum over their listed towns, 0 where unknown. `is_own_name` is False where the name asked for is an alias,
    `is_curated` True where the project's own tables list the place. `fame` orders the records of one name.
    """

    name: str
    kind: str
    feature: str
    country_code: str | None
    admin1_code: str
    admin1: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    population: int
    is_own_name: bool
    is_curated: bool
    fame: float
    number: int


class Demonym(NamedTuple):
    """What a nationality or the like stands for; `country_code` is None for a region, a city or a division."""

    country_code: str | None
    place: str
    kind: str


_lock = threading.Lock()
_open: list[layout.GazetteerFile] = []


def _file() -> layout.GazetteerFile:
    if not _open:
        with _lock:
            if not _open:
                _open.append(layout.GazetteerFile(RESOURCE))
    return _open[0]


@lru_cache(maxsize=20_000)
def candidates(name: str) -> tuple[Record, ...]:
    """The places called `name`, whatever its case and accents, the best known first; () where there is none."""
    key = fold(name)
    rows = _file().entry(key).rows
    if not rows:
        rows = next((found for other in spellings(key) if (found := _file().entry(other).rows)), ())
    records = [_record(number, own, key) for number, own in rows]
    if any(record.is_curated and record.is_own_name for record in records):
        # "White House" is not Casablanca, nor "Africa" a town in Tunisia that was called so.
        records = [r for r in records if r.is_own_name or r.is_curated or fold(r.name).startswith(key + " ")]
    return tuple(sorted(records, key=lambda record: -record.fame))


ARTICLES = frozenset("al el ad ar as ash at az an ed er es ez".split())
"""The Arabic article as papers write it; the gazetteer has most names with "al", some with "el"."""

SPELLINGS = {
    "deir": "dayr", "beit": "bayt", "ain": "ayn", "jebel": "jabal", "jabal": "jebel", "tell": "tall", "tel": "tall",
    "tal": "tall", "kfar": "kafr", "sheikh": "shaykh", "khan": "khan", "bir": "bi'r", "oued": "wadi", "souk": "suq",
    "bab": "bab", "ras": "ra's", "umm": "umm", "um": "umm", "abu": "abu", "qalat": "qal'at",
}  # fmt: skip
"""Opening words of Arabic names as papers write them, and as maps do."""


def spellings(key: str) -> Iterator[str]:
    """
    Other ways to spell a folded name of Arabic origin that is not listed as it stands.

    >>> list(spellings("deir al balah"))[:2]
    ['dayr al balah', 'dayr el balah']
    """
    words = key.split(" ")
    if len(words) < 2 or not (ARTICLES.intersection(words[:2]) or words[0] in SPELLINGS):
        return
    openings = dict.fromkeys((fold(SPELLINGS.get(words[0], words[0])), words[0]))
    at = next((at for at, word in enumerate(words[:2]) if word in ARTICLES), None)
    for opening in openings:
        for article in (None,) if at is None else ("al", "el"):
            changed = [opening if at != 0 else words[0], *words[1:]]
            if at is not None and article is not None:
                changed[at] = article
            if changed != words:
                yield " ".join(changed)
    if at == 0:
        yield " ".join(words[1:])


@lru_cache(maxsize=50_000)
def flags_of(name: str) -> int:
    """What else `name` may be: bits of gazetteer_file (COMMON_WORD, GIVEN_NAME, SURNAME …)."""
    return _file().entry(fold(name)).flags


@lru_cache(maxsize=100_000)
def is_listed(key: str) -> bool:
    """Whether a folded name is one of a place's names."""
    return bool(_file().entry(key).rows)


def country_of_name(surface: str) -> str | None:
    """The code of the country called so: "United States", "U.S.", "America" -> "US"; None for anything else."""
    for record in candidates(without_article(surface)):
        if record.feature in COUNTRY_FEATURES:
            return record.country_code
    return None


def country_of_demonym(surface: str) -> str | None:
    """The code of the country a nationality belongs to: "Iranian", "Iranians", "Dutch"; None for "European"."""
    found = demonym(surface)
    return found.country_code if found else None


def demonym(surface: str) -> Demonym | None:
    """What `surface` is the nationality of: also regions ("European"), divisions ("Scottish"), cities."""
    row = _file().header["demonyms"].get(fold(surface))
    return Demonym(row[0] or None, row[1], row[2]) if row else None


def country_name(code: str) -> str:
    """The usual short English name of an ISO 3166-1 alpha-2 code; the code itself where it is unknown."""
    return str(_file().header["names"].get(code, code))


def country_iso3(code: str) -> str | None:
    """The ISO 3166-1 alpha-3 code, which map shapes go by; None where the code is unknown."""
    found = _file().header["iso3"].get(code)
    return str(found) if found else None


@lru_cache(maxsize=300)
def country_record(code: str) -> Record | None:
    """The country with this code."""
    return next((r for r in candidates(country_name(code)) if r.country_code == code and r.kind == "country"), None)


@lru_cache(maxsize=300)
def neighbours(code: str) -> frozenset[str]:
    """The codes of the countries that border on `code` by land."""
    return frozenset(_file().header["neighbours"].get(code, "").split(",")) - {""}


def divisions_of_abbreviation(short: str) -> tuple[tuple[str, str], ...]:
    """The first-level divisions that newspapers shorten so, as (country, code): "Mo." -> (("US", "MO"),)."""
    return tuple((country, code) for country, code in _file().header["abbreviations"].get(fold(short), ()))


@lru_cache(maxsize=1000)
def division_name(country: str, code: str) -> str:
    """The name of a first-level division: ("US", "MO") -> "Missouri"; "" where the code is unknown."""
    return next((name for c, d, name in _file().header["divisions"] if (c, d) == (country, code)), "")


def kind_of(name: str) -> str | None:
    """The kind (model.PLACE_KINDS) of the best-known place of that name; None where the gazetteer has none."""
    found = candidates(without_article(name))
    return found[0].kind if found else None


def without_article(name: str) -> str:
    """`name` without a leading "the"."""
    return name[4:] if name[:4].lower() == "the " else name


def _record(number: int, is_own_name: bool, key: str) -> Record:
    latitude, longitude, geonames_id, population, name, division, country, feature_byte = _file().row(number)
    header = _file().header
    feature = layout.FEATURES[feature_byte & ~layout.CURATED]
    is_curated = bool(feature_byte & layout.CURATED)
    is_region = feature == "region"
    _, admin1_code, admin1 = header["divisions"][division]
    is_short = not is_own_name and fold(name).startswith(key + " ")
    return Record(
        name, KIND_OF_FEATURE[feature], feature, header["countries"][country] or None, admin1_code, admin1,
        None if is_region else latitude, None if is_region else longitude, geonames_id or None, population,
        is_own_name, is_curated, fame(feature, population, is_own_name or is_short, is_curated), number,
    )  # fmt: skip
