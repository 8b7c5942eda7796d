"""The systems compared: each takes a row of the files and returns its guesses, or None where it is not installed."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from typing import Any

from analysis.geocode import resolve_toponyms
from analysis.model import Document, Span
from analysis.segment import segment
from analysis.toponyms import find_toponyms
from benchmarks.places.score import Guess

System = Callable[[dict[str, Any]], list[Guess]]


def ours(use_recogniser: bool = True, with_nationalities: bool = True) -> System:
    """Dateline, with or without its recogniser; without nationalities where a corpus does not mark them."""
    recognise = recogniser() if use_recogniser else None

    def run(row: dict[str, Any]) -> list[Guess]:
        document = segment(row["text"])
        toponyms = find_toponyms(document, recognise(document) if recognise else ())
        guesses = []
        for found in resolve_toponyms(document, toponyms):
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


def recogniser() -> Callable[[Document], Sequence[Span]]:
    """The package's own recogniser; raises ImportError or ResourceError where it is not built."""
    module = importlib.import_module("analysis.recognise")
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
