"""Which names a map shows and where they may stand: beside a pin or a ring, inside a country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt

from analysis.gazetteer.lookup import country_name
from analysis.model import Place
from analysis.report.labels import SIZE, Box, Label, Spot, placed, width
from analysis.report.outlines import Line, area, inner_points, size
from analysis.report.projection import View
from analysis.show.markup import Html, element, joined
from analysis.show.sentences import count_of

RING = 6.5
"""The radius of the ring around a country too small to see."""

LEAST_NAMED = 60.0
"""Square units that must be seen of a country for its name to stand there: the Azores are not where Portugal is."""

CONTEXT_SHARE = 1.15
"""A country that the text does not name gets its name if it is this much wider than the letters."""


def reach(place: Place, *, is_fine: bool = False) -> float:
    """Half the width of a pin, larger with more mentions."""
    return 3.2 if is_fine else 4.5 + sqrt(min(place.count, 16))


def diamond(x: float, y: float, half: float) -> str:
    """The path of a diamond."""
    return f"M{x:.1f} {y - half:.1f}l{half:.1f} {half:.1f}-{half:.1f} {half:.1f}-{half:.1f}-{half:.1f}z"


def names(
    view: View, counts: Mapping[str, int], named: Mapping[str, list[Line]], context: Mapping[str, list[Line]],
    rings_drawn: Mapping[str, tuple[float, float]], pins: Sequence[tuple[Place, float, float]],
) -> list[Label]:  # fmt: skip
    """The names that find room: of what the text names by mentions, then of large countries around."""
    taken: list[Box] = [(x - half, y - half, x + half, y + half) for place, x, y in pins for half in (reach(place),)]
    taken += [(x - RING, y - RING, x + RING, y + RING) for x, y in rings_drawn.values()]
    spots: list[tuple[int, Spot]] = []
    for place, x, y in pins:
        spots.append((place.count, Spot(place.name, beside(x, y, reach(place) + 3), "place")))
    for code, count in counts.items():
        text = country_name(code)
        if code in rings_drawn:
            spots.append((count, Spot(text, beside(*rings_drawn[code], RING + 3), "place country")))
        elif code in named and area(named[code][0]) >= LEAST_NAMED:
            points = inner_points(named[code][0], view)[:8]
            spots.append((count, Spot(text, [(x, y + SIZE * 0.35, "middle") for x, y in points], "place country")))
    spots.sort(key=lambda spot: -spot[0])
    around = [] if view.is_world else [context_spot(code, lines, view) for code, lines in context.items()]
    around.sort(key=lambda found: -found[0])
    return placed([s for _, s in spots] + [s for _, s in around if s.places], taken, view.width, view.height)


def context_spot(code: str, lines: Sequence[Line], view: View) -> tuple[float, Spot]:
    """The name of a country that the text does not name, with its area; nowhere if the country is too narrow for it."""
    text = country_name(code)
    is_wide = size(lines[0])[0] > CONTEXT_SHARE * width(text, SIZE)
    points = [(x, y + SIZE * 0.35, "middle") for x, y in inner_points(lines[0], view)[:3]] if is_wide else []
    return area(lines[0]), Spot(text, points, "place context")


def beside(x: float, y: float, off: float) -> list[tuple[float, float, str]]:
    """Where a name may stand beside its pin: right, left, above, below, then at the corners."""
    line = y + SIZE * 0.35
    return [
        (x + off, line, "start"), (x - off, line, "end"),
        (x, y - off - 1, "middle"), (x, y + off + SIZE * 0.75, "middle"),
        (x + off - 3, y - off + 2, "start"), (x + off - 3, y + off + SIZE * 0.6, "start"),
        (x - off + 3, y - off + 2, "end"), (x - off + 3, y + off + SIZE * 0.6, "end"),
    ]  # fmt: skip


# Counts of mentions as shades of a map, and the legend that says what they mean.

SHADES = {1: (3,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""How many steps of counts there are -> their shades of five."""

EVEN_UP_TO = 30
"""Up to this count steps have one width; above, each is so many times the one before, or one country would be dark
and all others pale."""


@dataclass(frozen=True)
class Steps:
    """Counts from 1 to `most` in at most five steps."""

    most: int

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The last count of each step."""
        if self.most <= EVEN_UP_TO:
            step = max(1, ceil(self.most / 5))
            return (*range(step, self.most, step), self.most)
        return tuple(round(self.most ** (at / 5)) for at in range(1, 6))

    def shade(self, count: int) -> str:
        """The class of a country with this count."""
        at = next(at for at, end in enumerate(self.ends) if count <= end)
        return f"f{SHADES[len(self.ends)][at]}"

    def legend(self) -> Html:
        """What the shades mean, in words."""
        rows = []
        low = 1
        for high in self.ends:
            text = count_of(low, "mention") if low == high else f"{low:,} to {high:,} mentions"
            swatch = element("rect", "", class_=self.shade(high), x="0", y="0", width="20", height="12")
            rows.append(_row(swatch, text))
            low = high + 1
        pin = element("path", "", class_="pin", d=diamond(10, 6, 6))
        return element("ul", joined([*rows, _row(pin, "town or other spot")]), class_="legend")


def _row(sign: Html, text: str) -> Html:
    return element("li", joined([element("svg", sign, viewBox="0 0 20 12", aria_hidden="true"), text]))
