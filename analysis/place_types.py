"""Whether the name of a place is a state or town (GPE), a part of nature or the world (LOC), or a facility (FAC)."""

from __future__ import annotations

import re

from analysis.gazetteer import kind_of

FACILITY_RE = re.compile(
    r"\b(?:airport|airfield|air base|base|bridge|tunnel|station|stadium|arena|park|hotel|palace|castle|tower|square|"
    r"street|road|avenue|boulevard|highway|motorway|prison|jail|camp|port|harbou?r|terminal|dam|mosque|church|"
    r"cathedral|temple|museum|library|theatre|theater|hall|house|barracks|embassy|consulate|crossing|checkpoint|"
    r"mine|plant|pipeline|canal|route \d+|[am]\d+)$",
    re.I,
)
NATURE_RE = re.compile(
    r"\b(?:sea|ocean|river|lake|gulf|bay|strait|straits|channel|mountain|mountains|mount|desert|valley|island|islands|"
    r"peninsula|coast|delta|basin|plateau|forest|reef|shoal|falls|peak|ridge|hills|creek|fjord|glacier|volcano|cape)\b",
    re.I,
)
TYPE_OF_KIND = {
    "country": "GPE",
    "admin": "GPE",
    "city": "GPE",
    "region": "LOC",
    "water": "LOC",
    "terrain": "LOC",
    "facility": "FAC",
}


def place_type(name: str) -> str:
    """GPE, LOC or FAC: by the gazetteer where it knows the name, by its last words where it does not."""
    kind = kind_of(name)
    if kind in TYPE_OF_KIND:
        return TYPE_OF_KIND[kind]
    if FACILITY_RE.search(name):
        return "FAC"
    return "LOC" if NATURE_RE.search(name) else "GPE"
