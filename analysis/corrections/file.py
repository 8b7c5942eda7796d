"""
A reader's corrections as records: what each may say, how it is read from a file, how it is said in words.

They are kept apart from the text and replayed on it, so that a new version of the text, or of Dateline, keeps them.
Applying them is in `correct`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from analysis.errors import InputError
from analysis.gazetteer.fold import well_formed
from analysis.json_file import quoted, read_json
from analysis.model import ENTITY_TYPES, KINDS, Correction

SCHEMA = "dateline-corrections/1"

MAX_CORRECTIONS = 200
MAX_CHARS = 200
MAX_MENTIONS = 1000

MAX_BYTES, MAX_VALUES = 5_000_000, 700_000
"""Of a file of corrections: 200 that split off 1,000 mentions each have 4 MB and 600,000 numbers and brackets."""

UNSEEN_RE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Control characters and marks that turn the direction of writing: with them two names look alike and differ."""

_TEXT = f"a text of 1 to {MAX_CHARS} characters"
WANTED = {
    "entity": "the id of a name, such as “iran”",
    "into": "the id of a name, such as “iran”",
    "name": _TEXT,
    "place": _TEXT,
    "mentions": f"a list of 1 to {MAX_MENTIONS:,} pairs [start, end] of characters",
    "quote": "a pair [start, end] of characters",
    "was": "a GeoNames number, or null for nowhere",
    "geonames_id": "a GeoNames number, or null for nowhere",
}
"""What a field must be, in words for the one who wrote the file."""


def checked(value: object) -> Correction:
    """A correction that a program made, checked as those of a file are; raises InputError."""
    if not isinstance(value, Correction):
        raise InputError(f"A correction must be a Correction, not {quoted(value)}.")
    if not isinstance(value.do, str) or value.do not in KINDS:
        raise InputError(f"A correction cannot do {quoted(value.do)}; it can {', '.join(KINDS)}.")
    return parse(value.to_dict())


def parse(value: object) -> Correction:
    """A correction from plain values; raises InputError that names what is wrong and what there is to choose."""
    if not isinstance(value, dict):
        raise InputError(f"A correction must be an object with the field “do”, not {quoted(value)}.")
    do = value.get("do")
    if not isinstance(do, str) or do not in KINDS:
        raise InputError(f"A correction cannot do {quoted(do)}; it can {', '.join(KINDS)}.")
    fields = {field: _field(do, field, value.get(field)) for field in KINDS[do]}
    return Correction(do, **fields)


def _field(do: str, field: str, value: Any) -> Any:
    """The value of one field, checked."""
    if field in ("was", "geonames_id") and (value is None or (type(value) is int and 0 < value < 10**9)):
        return value
    if field == "quote" and _is_span(value):
        return tuple(value)
    if field == "mentions" and isinstance(value, list) and 0 < len(value) <= MAX_MENTIONS and all(map(_is_span, value)):
        return tuple(tuple(span) for span in value)
    if field == "type" and value in ENTITY_TYPES:
        return value
    if field == "type":
        raise InputError(f"There is no type {quoted(value)}; the types are {', '.join(ENTITY_TYPES)}.")
    if field in ("entity", "into", "name", "place") and isinstance(value, str):
        text = well_formed(value)
        text = " ".join((UNSEEN_RE.sub("", text) if field == "name" else text).split())
        if 0 < len(text) <= MAX_CHARS:
            return text
    if field == "entity" and do == "speaker" and value is None:
        return None
    wanted = WANTED[field] + (", or null for nobody known" if (do, field) == ("speaker", "entity") else "")
    raise InputError(f"The field “{field}” of “{do}” cannot be {quoted(value)}; it is {wanted}.")


def _is_span(value: Any) -> bool:
    is_pair = isinstance(value, (list, tuple)) and len(value) == 2
    return is_pair and all(type(end) is int and 0 <= end < 10**8 for end in value)


def from_json(text: str | bytes) -> tuple[Correction, ...]:
    """The corrections of a file; raises InputError with what is wrong and where."""
    return parse_all(_rows(text))


def from_json_in_part(text: str | bytes) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """
    The corrections of a file that can be read, and a sentence for each that cannot.

    Raises: InputError where the file is none of corrections, or holds more than MAX_CORRECTIONS.
    """
    good: list[Correction] = []
    problems: list[str] = []
    for number, value in enumerate(_checked_number(_rows(text)), 1):
        try:
            good.append(parse(value))
        except InputError as error:
            problems.append(f"Correction {number}: {error}")
    return tuple(good), tuple(problems)


def _rows(text: str | bytes) -> list[Any]:
    """What a file of corrections lists."""
    data = read_json(text, "a file of corrections", MAX_BYTES, MAX_VALUES)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("corrections"), list):
        raise InputError(f"This is not a file of corrections: it must say “schema”: “{SCHEMA}” and list “corrections”.")
    return list(data["corrections"])


def parse_all(values: Sequence[object]) -> tuple[Correction, ...]:
    """Several corrections from plain values; raises InputError with the number of the one that is wrong."""
    made = []
    for number, value in enumerate(_checked_number(values), 1):
        try:
            made.append(parse(value))
        except InputError as error:
            raise InputError(f"Correction {number}: {error}") from error
    return tuple(made)


def _checked_number(values: Sequence[object]) -> Sequence[object]:
    if len(values) > MAX_CORRECTIONS:
        raise InputError(f"{len(values):,} corrections are too many; up to {MAX_CORRECTIONS} are read.")
    return values


def to_json(corrections: Iterable[Correction], title: str | None = None) -> str:
    """The file of corrections: one to a line, so that it can be read and compared."""
    rows = ",\n".join("    " + json.dumps(c.to_dict(), ensure_ascii=False) for c in corrections)
    head = f'  "schema": {json.dumps(SCHEMA)},\n  "article": {json.dumps(title, ensure_ascii=False)},\n'
    body = f"[\n{rows}\n  ]" if rows else "[]"
    return f'{{\n{head}  "corrections": {body}\n}}\n'


def sentence(correction: Correction) -> str:
    """The correction in words."""
    c = correction
    n, (start, end) = len(c.mentions), c.quote or (0, 0)
    where = "is on no map" if c.geonames_id is None else f"is put at GeoNames entry {c.geonames_id}"
    who = "nobody known" if c.entity is None else f"“{c.entity}”"
    return {
        "merge": f"“{c.entity}” is merged into “{c.into}”.",
        "split": f"{n} mention{'' if n == 1 else 's'} of “{c.entity}” became “{c.name}”.",
        "rename": f"“{c.entity}” is called “{c.name}”.",
        "retype": f"“{c.entity}” is of type {c.type}.",
        "hide": f"“{c.entity}” is hidden.",
        "place": f"The place “{c.place}” {where}.",
        "speaker": f"The quote at characters {start} to {end} is spoken by {who}.",
    }[c.do]
