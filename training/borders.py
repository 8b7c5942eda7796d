"""
Make the borders that a printed report draws.

    python -m training.borders

reads `static/topo/world_50m.json` (see `training/shapes.py`) and writes `analysis/resources/borders.json.gz`: for
each ISO 3166-1 alpha-3 code its rings, each a list of longitude and latitude in degrees. Making it twice gives the
same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path

from training.shapes import decode_arcs, ring_of

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "static" / "topo" / "world_50m.json"
TARGET = ROOT / "analysis" / "resources" / "borders.json.gz"

TOLERANCE = 0.03
"""How far a simplified border may stray, in degrees: half a pixel of a map 90 degrees wide on 760 pixels."""

LEAST_AREA = 0.01
"""Smaller rings are left out, in square degrees: a square of a tenth of a degree, less than a pixel of that map."""

LEAST_POINTS = 4
"""Points of a closed triangle."""

Point = tuple[float, float]


def main() -> None:
    """Read, simplify, write."""
    topology = json.loads(SOURCE.read_text(encoding="utf-8"))
    exact = decode_arcs(topology)
    # Arcs are simplified, not rings: neighbours share them, so their borders stay one line.
    simple = [simplified(arc, TOLERANCE) for arc in exact]
    rings: dict[str, list[tuple[list[Point], list[Point]]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        both = [(rounded(ring_of(ring, simple)), rounded(ring_of(ring, exact))) for part in parts for ring in part]
        rings.setdefault(shape["id"], []).extend(both)
    borders = {code: kept(pairs) for code, pairs in sorted(rings.items())}
    data = json.dumps(borders, separators=(",", ":")).encode()
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(borders)} shapes, {sum(map(len, borders.values()))} rings, {TARGET.stat().st_size:,} bytes")


def kept(pairs: list[tuple[list[Point], list[Point]]]) -> list[list[Point]]:
    """The simplified rings that are large enough to see; of a country that has none, its largest ring as it was."""
    seen = [simple for simple, _ in pairs if len(simple) >= LEAST_POINTS and area(simple) >= LEAST_AREA]
    return seen or [max((exact for _, exact in pairs), key=area)]


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's line: the fewest of the points from which none of the others is far; the ends are kept."""
    wanted = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        middle = max(range(first + 1, last), key=lambda at: distance(points[at], points[first], points[last]))
        if distance(points[middle], points[first], points[last]) > tolerance:
            wanted.add(middle)
            spans += [(first, middle), (middle, last)]
    return [points[at] for at in sorted(wanted)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the stretch between two others, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = max(0.0, min(1.0, along))
    return math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def rounded(ring: list[Point]) -> list[Point]:
    """The ring with two decimals, about a kilometre; points that fall together become one."""
    points = [(round(lon, 2) + 0.0, round(lat, 2) + 0.0) for lon, lat in ring]
    return [point for at, point in enumerate(points) if not at or point != points[at - 1]]


def area(ring: list[Point]) -> float:
    """The area of a ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


if __name__ == "__main__":
    main()
