"""Charts of rows, drawn as SVG: names by number of mentions, and tone toward a name with its interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from analysis.model import ENTITY_TYPES, Entity, Toward
from analysis.report.labels import cut
from analysis.show.markup import Html, element, joined
from analysis.show.sentences import TYPE_NAMES, count_of, signed

WIDTH, ROW = 520, 26
LABEL_SIZE = 14.0
"""The largest that labels are drawn, in units of the chart: on a narrow screen (see `style`)."""

LABEL_X, BAR_X, BAR_WIDTH = 18, 206, 268
AXIS_X, AXIS_WIDTH = 216, 292


def chart(content: str, name: str, height: float, label: str, width: int = WIDTH) -> Html:
    """An SVG picture with the words that stand for it where it cannot be seen."""
    return element("svg", content, class_=name, viewBox=f"0 0 {width} {height:g}", role="img", aria_label=label)


def ranked_bars(entities: Sequence[Entity], label: str) -> Html:
    """A bar for each entity, as long as the number of its mentions."""
    most = max(entity.count for entity in entities)
    rows = []
    for at, entity in enumerate(entities):
        middle = at * ROW + ROW / 2
        length = max(2.0, BAR_WIDTH * entity.count / most)
        hint = f"{entity.name}, {TYPE_NAMES[entity.type]}: {count_of(entity.count, 'mention')}"
        rows.append(
            element(
                "g",
                joined([
                    element("title", hint),
                    sign(entity.type, 6, middle),
                    words(cut(entity.name, BAR_X - LABEL_X - 8, LABEL_SIZE), LABEL_X, middle + 4.5),
                    box(BAR_X, middle - 8, BAR_WIDTH, 16, "track"),
                    box(BAR_X, middle - 8, length, 16, f"t-{entity.type}"),
                    words(f"{entity.count:,}", BAR_X + length + 6, middle + 4.5),
                ]),
            )
        )  # fmt: skip
    return chart(joined(rows), "bars", ROW * len(entities), label)


def intervals(toward: Sequence[tuple[str, Toward]], label: str) -> Html:
    """A dot for each name's mean tone with a line for its interval; the dot is hollow where nothing is clear."""
    height = ROW * len(toward)
    parts = [
        rule(x_of(value), 0, x_of(value), height, "axis" if value == 0 else "grid") for value in (-1, -0.5, 0, 0.5, 1)
    ]
    for at, (name, one) in enumerate(toward):
        middle = at * ROW + ROW / 2
        low, high = one.interval
        is_clear = one.label in ("negative", "positive")
        shade = ("up" if one.mean > 0 else "down") if is_clear else "thin"
        hint = f"{name}: {one.label}, {signed(one.mean)} in {count_of(len(one.sentences), 'sentence')}"
        dot = element("circle", "", class_=f"mean {shade}", cx=f"{x_of(one.mean):.1f}", cy=f"{middle:g}", r="5")
        parts.append(
            element(
                "g",
                joined([
                    element("title", hint),
                    words(cut(name, AXIS_X - 12, LABEL_SIZE), 0, middle + 4.5),
                    rule(x_of(low), middle, x_of(high), middle, f"span {shade}"),
                    dot,
                ]),
            )
        )  # fmt: skip
    ends = [
        words("negative", x_of(-1), height + 18, "tick", "start"),
        words("neither", x_of(0), height + 18, "tick", "middle"),
        words("positive", x_of(1), height + 18, "tick", "end"),
    ]
    return chart(joined([*parts, *ends]), "bars toward", height + 26, label)


def x_of(value: float) -> float:
    """Where a score of -1 to 1 lies on the axis."""
    return AXIS_X + AXIS_WIDTH * (value + 1) / 2


def words(text: str, x: float, y: float, name: str = "label", anchor: str = "start") -> Html:
    """A line of text in a chart."""
    return element("text", text, class_=name, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)


def box(x: float, y: float, width: float, height: float, name: str) -> Html:
    """A rectangle."""
    return element(
        "rect", "", class_=name, x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}"
    )  # fmt: skip


def rule(x1: float, y1: float, x2: float, y2: float, name: str) -> Html:
    """A straight line."""
    return element("path", "", class_=name, d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}")


# Scores as they are printed: with their sign, coloured by it.


def score(value: float | None) -> Html:
    """A score with its sign, coloured by it; empty where nothing was scored."""
    return shown(signed(value))


def shown(text: str) -> Html:
    """A signed number as text, coloured by its sign."""
    kind = "neg" if text.startswith("−") else "pos" if text.startswith("+") else "thin"
    return element("span", text, class_=kind)


# The sign of each type of name: told by shape as well as by colour, in bars and in their legend.

SIGNS = {
    "PERSON": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "ORG": "M-4.5-4.5h9v9h-9z",
    "GPE": "M0-6l6 6-6 6-6-6z",
    "LOC": "M0-5.5l5.8 10h-11.6z",
    "FAC": "M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z",
    "NORP": "M0-6l1.6 4 4.3.2-3.3 2.8 1.1 4.2-3.7-2.4-3.7 2.4 1.1-4.2-3.3-2.8 4.3-.2z",
    "MISC": "M0-2.5l3-3 2.5 2.5-3 3 3 3-2.5 2.5-3-3-3 3-2.5-2.5 3-3-3-3 2.5-2.5z",
}
"""Paths around (0, 0), about twelve units wide."""


def sign(kind: str, x: float, y: float) -> Html:
    """The sign of a type at a point of a chart."""
    return element("path", "", class_=f"t-{kind}", d=SIGNS[kind], transform=f"translate({x:g} {y:g})")


def types_legend(types: Iterable[str]) -> Html:
    """The signs with their words, for the types that occur."""
    present = set(types)
    rows = [
        element(
            "li",
            joined([element("svg", sign(kind, 0, 0), viewBox="-9 -6 18 12", aria_hidden="true"), TYPE_NAMES[kind]]),
        )
        for kind in ENTITY_TYPES
        if kind in present
    ]
    return element("ul", joined(rows), class_="legend")


# Tone by paragraph, drawn as SVG: a panel for each instrument, a column for each paragraph.

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
