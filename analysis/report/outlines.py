"""Countries as lines of a picture: projected, cut to its frame, thinned to what can be seen, written as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from analysis.report.borders import Point, Ring
from analysis.report.projection import View

FRAME = 4.0
"""Units beyond the picture at which lines are cut, so that no cut shows."""

LEAST_STEP = 0.6
"""Units between two points of a line; closer ones look the same."""

WIDER = 2.5
"""How much wider than high a name is, roughly."""

LEAST_POINTS = 4
"""A line with fewer points has no inside: an island that small is drawn as it is, or not at all."""

LEAST_SIDE = 1.2
"""Units of the longer side of the smallest shape that is drawn, unless the text names it."""

Line = list[Point]


def outlines(rings: Iterable[Ring], view: View, *, least_side: float = LEAST_SIDE) -> list[Line]:
    """The parts of the rings that lie in the picture, the largest first."""
    west, east, south, north = view.bounds
    drawn = []
    for ring in rings:
        if ring.north < south or ring.south > north:
            continue
        for turn in (-360, 0, 360):
            if ring.east + turn < west or ring.west + turn > east:
                continue
            if view.is_world and not west <= (ring.west + ring.east) / 2 + turn < east:
                continue  # On the map of the world each shape stands once.
            whole = [view.at(lon + turn, max(lat, south - 5)) for lon, lat in ring.points]
            fewer = thinned(whole)
            line = clipped(fewer if len(fewer) >= LEAST_POINTS else whole, view)
            if len(line) > 2 and max(size(line)) >= least_side:
                drawn.append(line)
    return sorted(drawn, key=area, reverse=True)


def thinned(line: Sequence[Point]) -> Line:
    """The line without points that lie nearly on the one before."""
    kept = [line[0]]
    for x, y in line[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= LEAST_STEP:
            kept.append((x, y))
    return kept


def clipped(line: Line, view: View) -> Line:
    """The part of a closed line that lies in the picture (Sutherland and Hodgman, CACM 1974)."""
    line = _cut(line, 0, -FRAME, 1)
    line = _cut(line, 0, view.width + FRAME, -1)
    line = _cut(line, 1, -FRAME, 1)
    return _cut(line, 1, view.height + FRAME, -1)


def _cut(line: Line, axis: int, edge: float, side: int) -> Line:
    """What lies on one side of an edge: `side` is 1 for above it, -1 for below it, along the axis."""
    kept: Line = []
    for at, end in enumerate(line):
        start = line[at - 1]
        was_inside, is_inside = (start[axis] - edge) * side >= 0, (end[axis] - edge) * side >= 0
        if was_inside != is_inside:
            share = (edge - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((edge, other) if axis == 0 else (other, edge))
        if is_inside:
            kept.append(end)
    return kept


def path(lines: Iterable[Line]) -> str:
    """Closed lines as the `d` of an SVG path, in tenths of a unit, each step from the point before."""
    pieces = []
    for line in lines:
        x, y = round(line[0][0] * 10), round(line[0][1] * 10)
        steps = [f"M{_short(x)} {_short(y)}l"]
        for next_x, next_y in ((round(px * 10), round(py * 10)) for px, py in line[1:]):
            if (next_x, next_y) != (x, y):
                steps.append(f"{_short(next_x - x)} {_short(next_y - y)} ")
                x, y = next_x, next_y
        pieces.append("".join(steps).rstrip() + "z")
    return "".join(pieces).replace(" -", "-")


def _short(tenths: int) -> str:
    """A number of tenths in as few characters as can be: "1.2", ".5", "-3"."""
    sign, whole, part = "-" if tenths < 0 else "", abs(tenths) // 10, abs(tenths) % 10
    return f"{sign}{whole or '' if part else whole}{f'.{part}' if part else ''}"


def size(line: Line) -> tuple[float, float]:
    """Width and height of the box around a line."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(xs) - min(xs), max(ys) - min(ys)


def area(line: Line) -> float:
    """The area inside a closed line."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(line, line[1:] + line[:1], strict=True))) / 2


def inner_points(line: Line, view: View, steps: int = 12) -> list[Point]:
    """
    Points inside a closed line and the picture, the roomiest first: where its name may stand.

    Room to the sides counts less than above and below, since a name is wider than high.
    """
    xs, ys = [x for x, _ in line], [y for _, y in line]
    left, right = max(0.0, min(xs)), min(view.width, max(xs))
    top, bottom = max(0.0, min(ys)), min(view.height, max(ys))
    edge = [(x / WIDER, y) for x, y in line]
    found = []
    for row in range(1, steps):
        y = top + (bottom - top) * row / steps
        spans = crossings(line, y)
        for start, end in zip(spans[::2], spans[1::2], strict=False):
            first, last = max(start, left), min(end, right)
            for share in (0.35, 0.5, 0.65) if last > first else ():
                x = first + (last - first) * share
                room = min((x - first) / WIDER, (last - x) / WIDER, y, view.height - y)
                found.append((min(room, *(hypot(x / WIDER - ex, y - ey) for ex, ey in edge)), (x, y)))
    return [point for _, point in sorted(found, reverse=True)]


def crossings(line: Line, y: float) -> list[float]:
    """Where a closed line crosses a height, from left to right."""
    pairs = zip(line, line[1:] + line[:1], strict=True)
    return sorted(x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in pairs if (y1 > y) != (y2 > y))
