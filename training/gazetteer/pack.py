"""Write the rows as the one file that `analysis/gazetteer/file.py` maps; its docstring tells the layout."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from analysis.gazetteer.file import CURATED, DEGREE_STEPS, FEATURES, MAGIC, ROW
from analysis.gazetteer.fold import fold

LOAD = 0.8
"""Share of the slots in use: fuller tables are smaller and need longer probes."""

MAX_KEY_BYTES = 60
"""Longer names are official styles that no newspaper prints."""

MAX_ROWS = 60
"""Rows kept a name, best first: "San José" has more than a hundred."""


@dataclass
class Row:
    """A place to pack; `division` is "" or the code of its first-level division, `country` "" or its code."""

    name: str
    feature: str
    country: str
    latitude: float
    longitude: float
    division: str = ""
    geonames_id: int = 0
    population: int = 0
    curated: bool = False
    aliases: list[str] = field(default_factory=list)


def pack(path: Path, rows: Sequence[Row], flags: Mapping[str, int], divisions: Mapping[tuple[str, str], str],
         tables: Mapping[str, Any]) -> None:  # fmt: skip
    """Write `rows`, which come best first; `flags` tells of keys, `tables` goes into the header as it is."""
    countries = ["", *sorted({row.country for row in rows if row.country})]
    division_list = [["", "", ""], *([c, d, name] for (c, d), name in sorted(divisions.items()))]
    division_number = {(c, d): number for number, (c, d, _) in enumerate(division_list)}
    names, name_at = bytearray(), {}
    packed = bytearray()
    postings: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.name not in name_at:
            name_at[row.name] = len(names)
            encoded = row.name.encode("utf-8")[:255]
            names += bytes([len(encoded)]) + encoded
        packed += ROW.pack(
            round(row.latitude * DEGREE_STEPS), round(row.longitude * DEGREE_STEPS), row.geonames_id,
            row.population, name_at[row.name], division_number.get((row.country, row.division), 0),
            countries.index(row.country), FEATURES.index(row.feature) + (CURATED if row.curated else 0),
        )  # fmt: skip
        own = fold(row.name)
        for key in dict.fromkeys([own, *map(fold, row.aliases)]):
            if key and len(key.encode()) <= MAX_KEY_BYTES and len(postings[key]) < MAX_ROWS:
                postings[key].append(number * 2 + (key != own))
    entries, slots = _hashed(postings, flags)
    _write(path, {"countries": countries, "divisions": division_list, **tables},
           {"slots": slots, "entries": entries, "rows": packed, "names": names})  # fmt: skip


def _hashed(postings: Mapping[str, list[int]], flags: Mapping[str, int]) -> tuple[bytearray, bytearray]:
    keys = sorted(set(postings) | set(flags))
    n_slots = int(len(keys) / LOAD) + 1
    slots, entries = [0] * n_slots, bytearray()
    for key in keys:
        encoded = key.encode("utf-8")
        slot = crc32(encoded) % n_slots
        while slots[slot]:
            slot = (slot + 1) % n_slots
        slots[slot] = len(entries) + 1
        numbers = postings.get(key, [])
        entries += bytes([len(encoded)]) + encoded + bytes([flags.get(key, 0), len(numbers)])
        for number in numbers:
            entries += number.to_bytes(3, "little")
    return entries, bytearray(b"".join(slot.to_bytes(4, "little") for slot in slots))


def _write(path: Path, tables: Mapping[str, Any], sections: Mapping[str, bytearray]) -> None:
    places, at = {}, 0
    for name, data in sections.items():
        places[name] = [at, len(data)]
        at += len(data)
    header = json.dumps({**tables, "sections": places}, ensure_ascii=False, separators=(",", ":")).encode()
    with path.open("wb") as file:
        file.write(MAGIC + len(header).to_bytes(4, "little") + header)
        for data in sections.values():
            file.write(data)
