"""Tone by paragraph, drawn as SVG: a panel for each instrument, a column for each paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from analysis.report.bars import box, chart, rule, words
from analysis.report.markup import Html, element, joined
from analysis.report.words import signed

WIDTH, LEFT, RIGHT = 1080, 84, 8
PANEL, HEAD, GAP = 104, 30, 14
"""Heights: of a panel, of the words above it, of the space below."""

TICK_ROOM = 46
"""Units between two numbers below the columns, so that they do not touch on a narrow screen either."""

SCALES = (0.3, 0.5, 1.0)
"""Where an axis may end."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The scores of one instrument by paragraph; None where it scored nothing."""

    title: str
    scores: Sequence[float | None]


def tone_columns(labels: Sequence[str], panels: Sequence[Panel], label: str) -> Html:
    """
    The panels, one below the other, over the same paragraphs.

    A column up is positive, down negative; a cross on the line says that nothing was scored, a dot a score of zero.
    """
    pitch = (WIDTH - LEFT - RIGHT) / max(1, len(labels))
    parts = [
        piece for at, panel in enumerate(panels) for piece in _panel(panel, at * (HEAD + PANEL + GAP), pitch, labels)
    ]
    bottom = len(panels) * (HEAD + PANEL + GAP) + 14
    skip = ceil(TICK_ROOM / pitch)
    for at in range(0, len(labels), skip):
        text = "H" if labels[at] == "Headline" else labels[at]
        parts.append(words(text, LEFT + (at + 0.5) * pitch, bottom, "tick", "middle"))
    return chart(joined(parts), "columns", bottom + 10, label, WIDTH)


def _panel(panel: Panel, top: float, pitch: float, labels: Sequence[str]) -> list[Html]:
    middle = top + HEAD + PANEL / 2
    most = max((abs(score) for score in panel.scores if score is not None), default=0.0)
    scale = next((end for end in SCALES if end >= most), 1.0)
    parts = [words(panel.title, LEFT, top + 20, "head")]
    for value in (scale, 0.0, -scale):
        y = middle - value / scale * PANEL / 2
        parts.append(rule(LEFT, y, WIDTH - RIGHT, y, "grid" if value else "axis"))
        parts.append(words(signed(value) if value else "0", LEFT - 8, y + 4.5, "tick", "end"))
    for at, score in enumerate(panel.scores):
        x, name = LEFT + at * pitch, "Headline" if labels[at] == "Headline" else f"Paragraph {labels[at]}"
        hint = element("title", f"{name}: {'nothing scored' if score is None else signed(score)}")
        parts.append(element("g", joined([hint, _mark(score, x, middle, pitch, scale)])))
    return parts


def _mark(score: float | None, x: float, middle: float, pitch: float, scale: float) -> Html:
    size, centre = min(5.0, pitch * 0.32), x + pitch / 2
    if score is None:
        left, right, up, down = centre - size, centre + size, middle - size, middle + size
        cross = f"M{left:.1f} {up:.1f}L{right:.1f} {down:.1f}M{left:.1f} {down:.1f}L{right:.1f} {up:.1f}"
        return element("path", "", class_="cross", d=cross)
    if score == 0:
        return element("circle", "", class_="dot", cx=f"{centre:.1f}", cy=f"{middle:.1f}", r=f"{size:.1f}")
    height = max(1.0, abs(score) / scale * PANEL / 2)
    wide = min(pitch * 0.72, 34.0)
    return box(centre - wide / 2, middle - height if score > 0 else middle, wide, height, "up" if score > 0 else "down")
