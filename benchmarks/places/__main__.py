"""
Score Dateline beside geotext and flashgeotext: `python -m benchmarks.places FILE... [--no-recogniser] [--half tune]`.

FILE is JSON lines: `text`, and `toponyms` with `start, end, lat, lon, type, country_code, gold`. In files whose
name holds "GeoVirus" nationalities are not marked, so ours are left out.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from analysis.errors import ResourceError
from benchmarks.places import score, systems


def main() -> None:
    """Read the command line, run, print one line a system and file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--no-recogniser", action="store_true", help="capital letters and gazetteer alone")
    parser.add_argument("--half", choices=("all", "tune", "report"), default="report", help="documents by hash of id")
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument(
        "--home", choices=systems.HOMES, default="source",
        help="where a paper is at home: nobody says; by its source's name; by a table; by the source's other texts",
    )  # fmt: skip
    options = parser.parse_args()
    print("corpus       system        P     R     F     161km e2e   strict country role  ECE   words/s")
    for path in options.files:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        homes = systems.homes_of(options.home, rows)
        rows = [row for row in rows if options.half == "all" or half_of(row) == options.half]
        for name, system in chosen(options, "GeoVirus" not in path.name, homes):
            print(report(path.name.split(".")[0], name, rows, system))


def half_of(row: dict[str, Any]) -> str:
    """Thresholds were set on the "tune" half of the development files; the figures are of the other."""
    return "tune" if int(sha256(row["id"].encode()).hexdigest()[:8], 16) % 2 == 0 else "report"


def chosen(
    options: argparse.Namespace, with_nationalities: bool, homes: systems.HomeOf | None
) -> list[tuple[str, systems.System]]:
    """The systems that are installed, with their names."""
    found = []
    try:
        found.append(("dateline", systems.ours(not options.no_recogniser, with_nationalities, homes)))
    except (ImportError, ResourceError):
        found.append(("dateline -r", systems.ours(False, with_nationalities, homes)))
    for make in () if options.only_ours else (systems.geotext, systems.flashgeotext):
        try:
            found.append((make.__name__, make()))
        except ImportError:
            print(f"({make.__name__} is not installed)")
    return found


def report(corpus: str, name: str, rows: list[dict[str, Any]], system: systems.System) -> str:
    """One line of figures."""
    system(rows[0])
    start = perf_counter()
    pairs = [(score.gold_of(row), system(row)) for row in rows]
    seconds = perf_counter() - start
    precision, recall, f = score.recognition(pairs)
    role = score.role_accuracy(pairs)
    figures = [
        precision, recall, f, score.resolution(pairs), score.end_to_end(pairs), score.strict_end_to_end(pairs),
        score.country_counts(pairs), role if role is not None else float("nan"), score.calibration_error(pairs),
    ]  # fmt: skip
    speed = sum(len(row["text"].split()) for row in rows) / seconds
    return f"{corpus:12} {name:12} " + " ".join(f"{figure:5.3f}" for figure in figures) + f" {speed:9,.0f}"


if __name__ == "__main__":
    main()
