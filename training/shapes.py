"""
Make the map shapes that the browser fetches, and the table of what each shape is.

    python -m training.shapes

takes plotly.js from the npm registry (the shapes are in `dist/plotly-geo-assets.js`) and writes
`static/topo/world_50m.json`, which plotly in the browser asks for by that name, and
`analysis/resources/shapes.json`: for each ISO 3166-1 alpha-3 code the label point in degrees and the area in square
kilometres, so that a map can mark countries that are too small to see. Needs `npm` and `node`.

Origin: plotly.js (MIT), whose authors made the shapes from UN Geodata and Natural Earth (public domain).
"""

from __future__ import annotations

import json
import math
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

PLOTLY_JS = "plotly.js@3.7.0"
ROOT = Path(__file__).parent.parent
EARTH_RADIUS_KM = 6371.0088

DUMP = """
globalThis.window = globalThis;
const assets = require(process.argv[1]);
process.stdout.write(JSON.stringify(assets.topojson[process.argv[2]]));
"""


def main() -> None:
    """Fetch, unpack, write."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PLOTLY_JS], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            archive.extract("package/dist/plotly-geo-assets.js", folder, filter="data")
        assets = Path(folder, "package/dist/plotly-geo-assets.js")
        dump = subprocess.run(["node", "-e", DUMP, str(assets), "world_50m"], check=True, capture_output=True)
    topology = json.loads(dump.stdout)
    target = ROOT / "static" / "topo"
    target.mkdir(parents=True, exist_ok=True)
    (target / "world_50m.json").write_bytes(dump.stdout)
    lines = [f'"{code}": {json.dumps(facts)}' for code, facts in sorted(describe(topology).items())]
    (ROOT / "analysis" / "resources" / "shapes.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(lines)} shapes")


def describe(topology: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Label point and area of each country; shapes with one code (a country in parts) are added up."""
    arcs = decode_arcs(topology)
    facts: dict[str, dict[str, float]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        area = sum(abs(ring_area(ring_of(polygon[0], arcs))) for polygon in parts)
        known = facts.get(shape["id"])
        longitude, latitude = shape["properties"]["ct"]
        if known is None or area > known["area_km2"]:
            point = {"latitude": latitude, "longitude": longitude}
        else:
            point = {"latitude": known["latitude"], "longitude": known["longitude"]}
        facts[shape["id"]] = {**point, "area_km2": round(area + (known["area_km2"] if known else 0), 1)}
    return facts


def decode_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Undo TopoJSON's delta encoding: arcs as lists of longitude and latitude in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        decoded.append(points)
    return decoded


def ring_of(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join arcs to one ring; a negative index means the arc backwards (TopoJSON specification, 2.1.4)."""
    return [point for index in indices for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]


def ring_area(ring: list[tuple[float, float]]) -> float:
    """The signed area of a ring on the sphere in square kilometres (Chamberlain and Duquette, JPL 2007)."""
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:] + ring[:1], strict=True):
        width = math.radians((lon2 - lon1 + 180) % 360 - 180)
        total += width * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return total * EARTH_RADIUS_KM**2 / 2


if __name__ == "__main__":
    main()
