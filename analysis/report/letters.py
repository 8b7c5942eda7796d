"""How wide a text is drawn: an estimate that holds for the common sans-serif fonts, since no font is shipped."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NARROW = frozenset("iljtfrI.,:;'|!()[]/-’‘“” ")
WIDE = frozenset("mwMW@%—…")

# Widths in em, a little above those of Arial, so that a label is rather cut than drawn over.
NARROW_EM, USUAL_EM, CAPITAL_EM, WIDE_EM, SQUARE_EM = 0.33, 0.57, 0.7, 0.9, 1.02


@lru_cache(maxsize=5_000)
def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return SQUARE_EM
    if char in NARROW:
        return NARROW_EM
    if char in WIDE:
        return WIDE_EM
    return CAPITAL_EM if char.isupper() else USUAL_EM


def width(text: str, size: float) -> float:
    """The width of a text in a font of `size`, in the unit of `size`."""
    return size * sum(map(_em, text))


def cut(text: str, room: float, size: float) -> str:
    """The text on one line, cut with an ellipsis where it is wider than `room`."""
    flat = " ".join(text.split())
    if width(flat, size) <= room:
        return flat
    left = room - width("…", size)
    for at, char in enumerate(flat):
        left -= size * _em(char)
        if left < 0:
            return flat[:at].rstrip() + "…"
    return flat


def opening(text: str, n_chars: int = 70) -> str:
    """The first words of a text, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= n_chars else flat[: n_chars - 1].rstrip() + "…"
