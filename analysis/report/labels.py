"""Names on a map that do not lie over one another: the most important first, each where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.report.letters import width

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
