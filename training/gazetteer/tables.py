"""Read the project's own tables (`*.tsv` beside this file), which are written by hand and free to use (CC0)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def read(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `name`.tsv; a row with the wrong number of cells is an error that names its line."""
    path = HERE / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows)
        for number, row in enumerate(rows, start=2):
            if not row[0] or len(row) > len(header):
                raise ValueError(f"{path.name} line {number}: {len(row)} cells, expected {len(header)}: {row}")
            yield dict(zip(header, row + [""] * (len(header) - len(row)), strict=True))


def listed(cell: str) -> list[str]:
    """The values of a cell, which stand between semicolons."""
    return [value for value in cell.split(";") if value]
