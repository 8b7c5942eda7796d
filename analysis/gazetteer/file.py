"""
Look names up in the gazetteer's file, which is mapped into memory and never read whole.

The file is one hash table, so a look-up costs two or three memory accesses and opening costs nothing: a parsed
table of the same data takes seconds and hundreds of megabytes. Nothing in it is executed or unpickled.

Layout (little-endian): MAGIC, the length of the header (4 bytes), the header as JSON, then the sections that the
header places, counted from its end: `slots` (4 bytes each: where an entry starts, plus one; 0 is an empty slot),
`entries` (key length, key, flags, number of rows, 3 bytes a row: row number times two, plus one where the key is
not the row's own name), `rows` (ROW) and `names` (length, name).
"""

from __future__ import annotations

import json
import mmap
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

from analysis.errors import ResourceError

MAGIC = b"dateline gazetteer 1\n"

ROW = Struct("<iiIIIHBB")
"""Latitude and longitude in DEGREE_STEPS, GeoNames id (0: none), population, name, division, country, feature."""

DEGREE_STEPS = 10_000
"""Steps in a degree: 0.0001 degrees are 11 m."""

FEATURES = (
    "country", "territory", "historic", "region", "admin1", "admin2", "capital", "city", "facility", "water", "terrain"
)  # fmt: skip
"""What a row is, finer than a place's kind; the file holds the index."""

CURATED = 0x80
"""Added to a row's feature where the project's own tables list it: it is well known."""

# What else a key may be (flags of an entry).
COMMON_WORD, WORD, GIVEN_NAME, COMMON_SURNAME, SURNAME, ABBREVIATION = 1, 2, 4, 8, 16, 32


class Entry(NamedTuple):
    """What the file says of a key: its flags, and the rows of that name with whether it is their own name."""

    flags: int
    rows: tuple[tuple[int, bool], ...]


NOTHING = Entry(0, ())


class GazetteerFile:
    """The open file. `header` holds the small tables; see `training/gazetteer/pack.py` for what is in it."""

    def __init__(self, path: Path) -> None:
        """Map the file; raises ResourceError where it is missing or is not a gazetteer."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ResourceError(f"{path.name} cannot be opened: {error}") from error
        if self._map[: len(MAGIC)] != MAGIC:
            raise ResourceError(f"{path.name} is not a gazetteer of this version: it starts {self._map[:20]!r}")
        start = len(MAGIC) + 4
        end = start + int.from_bytes(self._map[len(MAGIC) : start], "little")
        self.header: dict[str, Any] = json.loads(self._map[start:end])
        places = self.header["sections"]
        self._slots, self._entries, self._rows, self._names = (
            end + places[name][0] for name in ("slots", "entries", "rows", "names")
        )
        self._n_slots = places["slots"][1] // 4
        self.n_rows = places["rows"][1] // ROW.size

    def entry(self, key: str) -> Entry:
        """What is known of a folded name."""
        data, wanted = self._map, key.encode("utf-8", "surrogatepass")
        slot = crc32(wanted) % self._n_slots
        while True:
            at = self._slots + 4 * slot
            where = int.from_bytes(data[at : at + 4], "little")
            if not where:
                return NOTHING
            at = self._entries + where - 1
            length = data[at]
            if length == len(wanted) and data[at + 1 : at + 1 + length] == wanted:
                return self._decoded(at + 1 + length)
            slot = (slot + 1) % self._n_slots

    def _decoded(self, at: int) -> Entry:
        data = self._map
        flags, count = data[at], data[at + 1]
        packed = data[at + 2 : at + 2 + 3 * count]
        numbers = (int.from_bytes(packed[i : i + 3], "little") for i in range(0, 3 * count, 3))
        return Entry(flags, tuple((number >> 1, not number & 1) for number in numbers))

    def row(self, number: int) -> tuple[float, float, int, int, str, int, int, int]:
        """Latitude, longitude, GeoNames id, population, name, division, country and feature of a row."""
        at = self._rows + ROW.size * number
        latitude, longitude, geonames_id, population, name_at, division, country, feature = ROW.unpack(
            self._map[at : at + ROW.size]
        )
        at = self._names + name_at
        name = self._map[at + 1 : at + 1 + self._map[at]].decode("utf-8")
        return (
            latitude / DEGREE_STEPS, longitude / DEGREE_STEPS, geonames_id, population, name, division, country, feature
        )  # fmt: skip
