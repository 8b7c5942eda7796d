"""
JSON that a stranger wrote, read under bounds: of bytes, of how many values it makes, of how long a number is.

JSON of a few bytes a value can take twenty times its size in memory, so what stands between the strings is counted
before anything is made.
"""

from __future__ import annotations

import json
import re
import reprlib
from typing import Any

from analysis.errors import InputError

MAX_DIGITS = 18
"""A whole number of more digits is no count and no position; it is read as a float, which no field of ours takes."""

STRING_RE = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""A string as JSON writes it; one that never closes runs to the end."""

MAX_QUOTED_CHARS = 40
"""How much of a value an error quotes."""


def read_json(data: str | bytes, what: str, max_bytes: int, max_values: int) -> Any:
    """
    The value that a JSON text holds.

    Args:
        what: what the text should be, as an error says it: "a session file".
        max_bytes, max_values: the largest text, and how many values may stand in it.

    Raises: InputError where it is too large, holds too many values, or is not JSON; nothing of it is quoted.
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if len(raw) > max_bytes:
        raise InputError(f"This file has {len(raw):,} bytes; {what} has at most {max_bytes:,}.")
    between = STRING_RE.sub(b"", raw)
    if sum(between.count(mark) for mark in (b",", b"[", b"{")) > max_values:
        raise InputError(f"This is not {what}: it holds more than {max_values:,} values.")
    try:
        return json.loads(raw, parse_int=_number)
    except (ValueError, RecursionError) as error:
        raise InputError(f"This is not {what}: it is not JSON.") from error


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else float(digits)


def quoted(value: object) -> str:
    """A value as an error quotes it: its beginning, however large or deep it is."""
    if isinstance(value, str):
        return repr(value if len(value) <= MAX_QUOTED_CHARS else value[: MAX_QUOTED_CHARS - 1] + "…")
    try:
        shown = _BRIEF.repr(value)
    except ValueError:  # Python writes no whole number of more than 4,300 digits.
        return "a number of thousands of digits"
    return shown if len(shown) <= 2 * MAX_QUOTED_CHARS else shown[: 2 * MAX_QUOTED_CHARS - 1] + "…"


_BRIEF = reprlib.Repr()
_BRIEF.maxlevel, _BRIEF.maxlist, _BRIEF.maxdict, _BRIEF.maxstring, _BRIEF.maxother = 2, 3, 3, MAX_QUOTED_CHARS, 60
