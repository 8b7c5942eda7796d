"""Charts of rows, drawn as SVG: names by number of mentions, and tone toward a name with its interval."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Entity
from analysis.report.letters import cut
from analysis.report.markup import Html, element, joined
from analysis.report.shapes import sign
from analysis.report.words import TYPE_NAMES, count_of, signed
from analysis.tone_model import Toward

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
