"""Names on a map that do not lie over one another: the most important first, each where there is room."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

SIZE, NARROW_SIZE = 12.5, 19.0
"""The height of the letters in units of the map, on a wide and on a narrow screen (see `style`)."""

BOLD = 1.07


@dataclass(frozen=True, slots=True)
class Spot:
    """A name to write: where it may stand, the best first, each as x, the line of the letters, and the anchor."""

    text: str
    places: Sequence[tuple[float, float, str]]
    name: str
    """The class of the text."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place; `is_minor` where there is no room for it on a narrow screen."""

    text: str
    x: float
    y: float
    anchor: str
    name: str
    is_minor: bool


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def placed(spots: Sequence[Spot], taken: Sequence[Box], wide: float, high: float) -> list[Label]:
    """The names that find room in a picture of this size, in the order given; `taken` must stay free."""
    boxes, narrow = list(taken), list(taken)
    labels = []
    for spot in spots:
        for x, y, anchor in spot.places:
            box = box_of(spot, x, y, anchor, SIZE)
            if not fits(box, boxes, wide, high):
                continue
            boxes.append(box)
            large = box_of(spot, x, y, anchor, NARROW_SIZE)
            is_minor = not fits(large, narrow, wide, high) or spot.name.endswith("context")
            if not is_minor:
                narrow.append(large)
            labels.append(Label(spot.text, x, y, anchor, spot.name, is_minor))
            break
    return labels


def box_of(spot: Spot, x: float, y: float, anchor: str, size: float) -> Box:
    """The box around a name."""
    length = width(spot.text, size) * BOLD
    left = x - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
    return left - 2, y - size * 0.8, left + length + 2, y + size * 0.28


def fits(box: Box, boxes: Sequence[Box], wide: float, high: float) -> bool:
    """Whether a box lies in the picture and over none of the others."""
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > wide - 2 or bottom > high - 2:
        return False
    return not any(left < r and l < right and top < b and t < bottom for l, t, r, b in boxes)  # noqa: E741


# How wide a text is drawn: an estimate that holds for the common sans-serif fonts, since no font is shipped.

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
