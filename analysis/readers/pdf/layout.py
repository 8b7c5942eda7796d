"""
Lines of a page into reading order: down the first column, then down the next.

A page is cut where white space runs through it (a recursive X-Y cut; Nagy, Seth and Viswanathan, 1992), with one
change: rows are joined while a gutter runs through all of them, since a blank line across three columns does not
end them.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_LINES = 3_000
"""Lines of a page that are sorted; a page with more is a table or an attack, and keeps the order of the file."""

MIN_GUTTER = 6.0
"""The narrowest white space between columns, in points; newspapers set 8 to 14."""

MIN_COLUMN = 60.0
"""The narrowest column, in points; what is narrower is a table's column or a list's numbers."""

MAX_DEPTH = 8
"""How often a page is cut; a front page needs four cuts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, its box in points from the upper left corner of the page, its letters' height."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def in_reading_order(lines: list[Line]) -> list[list[Line]]:
    """The lines of a page as columns, in the order in which they are read; every line is in one of them."""
    if not lines:
        return []
    if len(lines) > MAX_LINES:
        return [lines]
    return _ordered(sorted(lines, key=lambda line: (line.top, line.left)), 0)


def _ordered(lines: list[Line], depth: int) -> list[list[Line]]:
    columns = split_columns(lines)
    if len(columns) > 1 and depth < MAX_DEPTH:
        return [column for part in columns for column in _ordered(part, depth + 1)]
    rows = _rows(lines)
    if len(rows) == 1 or depth >= MAX_DEPTH:
        return [_by_rows(lines)]
    groups = _joined_rows(rows)
    if len(groups) == 1:
        return [_by_rows(lines)]
    parts = [column for group in groups for column in _ordered(group, depth + 1)]
    return _merged(parts)


def split_columns(lines: list[Line]) -> list[list[Line]]:
    """The columns of `lines`, left to right: one where no gutter runs through all of them."""
    parts: list[list[Line]] = []
    right = float("-inf")
    for line in sorted(lines, key=lambda line: line.left):
        if line.left - right >= MIN_GUTTER:
            parts.append([])
        parts[-1].append(line)
        right = max(right, line.right)
    if any(_width(part) < MIN_COLUMN or len(part) < 2 for part in parts):
        return [lines]
    return [sorted(part, key=lambda line: (line.top, line.left)) for part in parts]


def _width(lines: list[Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _rows(lines: list[Line]) -> list[list[Line]]:
    """Lines that stand beside each other, top to bottom."""
    rows: list[list[Line]] = []
    bottom = float("-inf")
    for line in lines:
        if line.top >= bottom - 0.3 * line.size:
            rows.append([])
            bottom = line.bottom
        rows[-1].append(line)
        bottom = max(bottom, line.bottom)
    return rows


def _joined_rows(rows: list[list[Line]]) -> list[list[Line]]:
    """Rows as bands: those through which one gutter runs, and those through which none does."""
    bands: list[list[Line]] = []
    gutters: list[tuple[float, float]] = []
    kinds: list[bool] = []
    for row in rows:
        gaps = _gaps(row)
        common = _common(gutters, gaps) if bands and kinds[-1] else []
        if bands and kinds[-1] and (common or (len(row) == 1 and _beside(row[0], gutters))):
            bands[-1] += row
            gutters = common or gutters
        elif bands and not kinds[-1] and not gaps:
            bands[-1] += row
        else:
            bands.append(list(row))
            kinds.append(bool(gaps))
            gutters = gaps
    return bands


def _gaps(row: list[Line]) -> list[tuple[float, float]]:
    """The gutters of a row, as (left, right)."""
    gaps: list[tuple[float, float]] = []
    right = float("-inf")
    for line in sorted(row, key=lambda line: line.left):
        if right > float("-inf") and line.left - right >= MIN_GUTTER:
            gaps.append((right, line.left))
        right = max(right, line.right)
    return gaps


def _common(one: list[tuple[float, float]], two: list[tuple[float, float]]) -> list[tuple[float, float]]:
    shared = [(max(a, c), min(b, d)) for a, b in one for c, d in two]
    return [(left, right) for left, right in shared if right - left >= MIN_GUTTER]


def _beside(line: Line, gutters: list[tuple[float, float]]) -> bool:
    """Whether a line that stands alone leaves a gutter free: the last of a longer column."""
    return any(line.right <= right - 1 or line.left >= left + 1 for left, right in gutters) and not any(
        line.left < left and line.right > right for left, right in gutters
    )


def _by_rows(lines: list[Line]) -> list[Line]:
    """The lines of one column, top to bottom, and left to right where they stand beside each other."""
    return [line for row in _rows(lines) for line in sorted(row, key=lambda line: line.left)]


def _merged(parts: list[list[Line]]) -> list[list[Line]]:
    """Join neighbours that are one column after all: one below the other, with the same left edge and width."""
    merged: list[list[Line]] = []
    for part in parts:
        if merged and _same_column(merged[-1], part):
            merged[-1] = merged[-1] + part
        else:
            merged.append(part)
    return merged


def _same_column(above: list[Line], below: list[Line]) -> bool:
    left, other = min(line.left for line in above), min(line.left for line in below)
    return (
        abs(left - other) < 2
        and abs(_width(above) - _width(below)) < 0.2 * max(_width(above), 1)
        and max(line.bottom for line in above) <= min(line.top for line in below) + 2
    )
