"""Which names of the network have a label, and on which side of their mark, so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from views.charts import short
from views.network_layout import Ground

LABEL_WIDTH, SCREEN_WIDTH = 7.2, 700
"""Pixels of a letter of a label, and of the drawing where the window is small; they tell which labels would collide."""

MARK = 11
"""Pixels from the middle of a mark to its label."""


def label_sides(nodes: pd.DataFrame, ground: Ground) -> dict[str, str]:
    """
    On which side of its dot each label stands, toward the middle if it can; "" where it would cover another.

    The names mentioned most choose first; `nodes` has them in that order.
    """
    dots = {entity: (ground.x[entity] * SCREEN_WIDTH, ground.row[entity]) for entity in nodes["id"]}
    taken: dict[int, list[tuple[float, float]]] = {}
    for at, row in dots.values():
        taken.setdefault(row, []).append((at - MARK + 1, at + MARK - 1))
    sides = {}
    for entity, name in zip(nodes["id"], nodes["name"], strict=True):
        at, row = dots[entity]
        width = len(short(name)) * LABEL_WIDTH
        places = {"right": (at + MARK, at + MARK + width), "left": (at - MARK - width, at - MARK)}
        inward = ["right", "left"] if at < SCREEN_WIDTH / 2 else ["left", "right"]
        sides[entity] = next((side for side in inward if _is_free(places[side], taken[row], side == inward[0])), "")
        if sides[entity]:
            taken[row].append(places[sides[entity]])
    return sides


def _is_free(place: tuple[float, float], taken: Sequence[tuple[float, float]], is_inward: bool) -> bool:
    fits = is_inward or (place[0] > 0 and place[1] < SCREEN_WIDTH)
    return fits and all(place[1] < left or right < place[0] for left, right in taken)
