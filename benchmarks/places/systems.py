"""The systems compared: each takes a row of the files and returns its guesses, or None where it is not installed."""

from __future__ import annotations

import csv
import importlib
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from analysis.english.segment import segment
from analysis.gazetteer.lookup import Record
from analysis.model import Document, Home, Span
from analysis.places.find import find_toponyms
from analysis.places.geocode import resolve_toponyms
from analysis.places.home import home_of, home_of_texts
from analysis.places.spans import settle
from benchmarks.places.score import Guess

SEATS = Path(__file__).with_name("homes.tsv")
"""Where papers are at home, by web domain: general knowledge, written by hand (CC0)."""

HOMES = ("none", "source", "known", "texts")

HomeOf = Callable[[dict[str, Any]], Home | None]
System = Callable[[dict[str, Any]], list[Guess]]


def ours(use_recogniser: bool = True, with_nationalities: bool = True, homes: HomeOf | None = None) -> System:
    """
    Dateline, with or without its recogniser; without nationalities where a corpus does not mark them.

    `homes` tells where the paper of a row is at home; by default nothing does.
    """
    recognise = recogniser() if use_recogniser else None

    def run(row: dict[str, Any]) -> list[Guess]:
        document = segment(row["text"], source=row.get("source"))
        toponyms = find_toponyms(document, settle(document, recognise(document)) if recognise else ())
        guesses = []
        for found in resolve_toponyms(document, toponyms, homes(row) if homes else None):
            toponym, record = found.toponym, found.record
            if toponym.is_demonym and not with_nationalities:
                continue
            guesses.append(
                Guess(
                    toponym.start, toponym.end, record.latitude if record else None,
                    record.longitude if record else None, found.country_code,
                    found.confidence, toponym.role,
                )
            )  # fmt: skip
        return guesses

    return run


def homes_of(how: str, rows: Sequence[dict[str, Any]]) -> HomeOf | None:
    """
    Where papers are at home, in one of HOMES ways.

    none: nobody says. source: by the source's name or web domain, as in the product, else by the dateline.
    known: from homes.tsv, which lists the seats of papers by their domain, else as "source". texts: the town that
    the other texts of the source, read without a home, name most, else as "source"; no marked text is looked at.
    """
    if how == "none":
        return None
    if how == "texts":
        return _homes_of_texts(rows)
    seats = dict(csv.reader(SEATS.open(encoding="utf-8"), delimiter="\t")) if how == "known" else {}

    def home(row: dict[str, Any]) -> Home | None:
        return home_of(segment(row["text"], source=row.get("source")), seats.get(_domain(row)))

    return home


def _homes_of_texts(rows: Sequence[dict[str, Any]]) -> HomeOf:
    named: defaultdict[str, dict[str, list[Record]]] = defaultdict(dict)
    recognise = recogniser()
    for row in rows:
        document = segment(row["text"])
        resolved = resolve_toponyms(document, find_toponyms(document, settle(document, recognise(document))))
        named[_domain(row)][row["id"]] = [r.record for r in resolved if r.record is not None]

    def home(row: dict[str, Any]) -> Home | None:
        others = [record for key, found in named[_domain(row)].items() if key != row["id"] for record in found]
        return home_of_texts(others, _domain(row)) or home_of(segment(row["text"], source=row.get("source")), None)

    return home


def _domain(row: dict[str, Any]) -> str:
    return str(row.get("source") or "").removeprefix("www.")


def recogniser() -> Callable[[Document], Sequence[Span]]:
    """The package's own recogniser; raises ImportError or ResourceError where it is not built."""
    module = importlib.import_module("analysis.names.recognise")
    run: Callable[[Document], Sequence[Span]] = module.recognise
    run(segment("Nairobi"))
    return run


def geotext() -> System:
    """geotext 0.4: a list of cities, countries and nationalities; it gives words, whose spans we look up."""
    from geotext import GeoText

    def run(row: dict[str, Any]) -> list[Guess]:
        found = GeoText(row["text"])
        names = {*found.cities, *found.countries, *found.nationalities}
        guesses = []
        for name in names:
            for match in re.finditer(rf"\b{re.escape(name)}\b", row["text"]):
                guesses.append(Guess(*match.span(), country_code=next(iter(GeoText(name).country_mentions), None)))
        return guesses

    return run


def flashgeotext() -> System:
    """flashgeotext 0.5: the same idea on a faster matcher."""
    from flashgeotext.geotext import GeoText

    parser = GeoText()

    def run(row: dict[str, Any]) -> list[Guess]:
        found = parser.extract(input_text=row["text"])
        return [
            Guess(start, end)
            for group in found.values()
            for facts in group.values()
            for start, end in facts["span_info"]
        ]

    return run
