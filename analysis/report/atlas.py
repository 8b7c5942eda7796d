"""
The map of a report, drawn as SVG: countries filled by mentions, towns as pins, regions never a point.

Countries too small to see are ringed. Names are written where there is room, those with most mentions first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import pandas as pd

from analysis.gazetteer import country_name
from analysis.model import Place
from analysis.report.bars import box, chart, words
from analysis.report.borders import alpha2_of, borders, rings_of
from analysis.report.labels import Label
from analysis.report.map_names import RING, names, reach
from analysis.report.markup import Html, element, joined
from analysis.report.outlines import Line, area, outlines, path, size
from analysis.report.projection import View
from analysis.report.words import count_of

SMALL = 60.0
"""Square units below which a country is ringed: Kuwait on the map of the world."""

SHADES = {1: (3,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""How many steps of counts there are -> their shades of five."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Counts in at most five steps of one width."""

    most: int

    @property
    def step(self) -> int:
        """How many counts fall into one step."""
        return max(1, ceil(self.most / 5))

    @property
    def n_steps(self) -> int:
        """How many steps there are."""
        return ceil(self.most / self.step)

    def shade(self, count: int) -> str:
        """The class of a country with this count."""
        return f"f{SHADES[self.n_steps][(count - 1) // self.step]}"

    def legend(self) -> Html:
        """What the shades mean, in words."""
        rows = []
        for at in range(self.n_steps):
            low, high = at * self.step + 1, min((at + 1) * self.step, self.most)
            text = count_of(low, "mention") if low == high else f"{low:,} to {high:,} mentions"
            swatch = element("rect", "", class_=f"f{SHADES[self.n_steps][at]}", x="0", y="0", width="20", height="12")
            rows.append(element("li", joined([element("svg", swatch, viewBox="0 0 20 12", aria_hidden="true"), text])))
        pin = element("path", "", class_="pin", d=diamond(10, 6, 6))
        rows.append(
            element("li", joined([element("svg", pin, viewBox="0 0 20 12", aria_hidden="true"), "town or other spot"]))
        )
        return element("ul", joined(rows), class_="legend")


def draw(
    view: View, countries: pd.DataFrame, places: Sequence[Place], label: str, *, frame: View | None = None,
    has_names: bool = True,
) -> Html:  # fmt: skip
    """
    Draw `tables.countries` as fills and the places with a point as pins.

    `frame` is another map whose extent is marked on this one.
    """
    counts = {str(row.country_code): int(row.count) for row in countries.itertuples(index=False)}
    steps = Steps(max(counts.values(), default=1))
    lands: list[Line] = []
    named: dict[str, list[Line]] = {}
    context: dict[str, list[Line]] = {}
    for long, rings in borders().items():
        code = alpha2_of().get(long, "")
        least = {"least_side": 0.0} if code in counts else {}
        lines = outlines(rings, view, **least)
        if not lines:
            continue
        if code in counts:
            named[code] = lines
        else:
            lands += lines
            if code:
                context[code] = lines
    parts = [box(0, 0, view.width, view.height, "sea"), element("path", "", class_="land", d=path(lands))]
    parts += [
        element("path", title(code, counts[code]), class_=steps.shade(counts[code]), d=path(lines))
        for code, lines in named.items()
    ]
    points = {p.country_code: p for p in places if p.kind == "country" and p.country_code}
    rings_drawn = ringed(view, counts, named, points)
    spots = [(place, *spot) for place in places if (spot := spot_of(view, place)) is not None]
    if frame is not None:  # What the other map shows large would only be a blot on this one.
        rings_drawn = {c: spot for c, spot in rings_drawn.items() if c in points and not is_seen(frame, points[c])}
        spots = [spot for spot in spots if not is_seen(frame, spot[0])]
    parts += [
        element(
            "circle", title(code, counts[code]), class_=f"ring {steps.shade(counts[code])}", cx=f"{x:.1f}",
            cy=f"{y:.1f}", r=f"{RING if has_names else RING / 2}",
        )
        for code, (x, y) in rings_drawn.items()
    ]  # fmt: skip
    if frame is not None:
        parts.append(extent(view, frame))
    parts += [pin(place, x, y, is_small=not has_names) for place, x, y in sorted(spots, key=lambda p: -p[0].count)]
    if has_names:
        parts += [written(one) for one in names(view, counts, named, context, rings_drawn, spots)]
    return chart(joined(parts), "atlas", view.height, label, int(view.width))


def title(code: str, count: int) -> Html:
    """What a hover says of a country."""
    return element("title", f"{country_name(code)}: {count_of(count, 'mention')}, those of places in it included")


def ringed(
    view: View, counts: Mapping[str, int], named: Mapping[str, list[Line]], points: Mapping[str, Place]
) -> dict[str, tuple[float, float]]:
    """Where countries lie that are too small to see, or that the map has no shape for."""
    found = {}
    for code in counts:
        lines = named.get(code)
        if lines and area(lines[0]) < SMALL:
            wide, high = size(lines[0])
            found[code] = (min(x for x, _ in lines[0]) + wide / 2, min(y for _, y in lines[0]) + high / 2)
        elif not lines and code in points and (spot := spot_of(view, points[code], is_pin=False)):
            found[code] = spot
    return {code: (x, y) for code, (x, y) in found.items() if 0 <= x <= view.width and 0 <= y <= view.height}


def spot_of(view: View, place: Place, *, is_pin: bool = True) -> tuple[float, float] | None:
    """Where a pin stands in the picture; None for a country, for a place without a point, and outside."""
    if place.latitude is None or place.longitude is None or (is_pin and place.kind == "country"):
        return None
    longitude = view.near(place.longitude)
    return view.at(longitude, place.latitude) if view.holds(longitude, place.latitude) else None


def is_seen(view: View, place: Place) -> bool:
    """Whether a map shows the point of a place, or any part of a country."""
    if place.kind == "country" and place.country_code and (rings := rings_of(place.country_code)):
        return bool(outlines(rings, view))
    if place.latitude is None or place.longitude is None:
        return False
    return view.holds(view.near(place.longitude), place.latitude)


def pin(place: Place, x: float, y: float, *, is_small: bool) -> Html:
    """A diamond, larger with more mentions."""
    hint = element("title", f"{place.name}: {count_of(place.count, 'mention')}, about {place.confidence:.0%} sure")
    return element("path", hint, class_="pin", d=diamond(x, y, reach(place, is_small=is_small)))


def diamond(x: float, y: float, half: float) -> str:
    """The path of a diamond."""
    return f"M{x:.1f} {y - half:.1f}l{half:.1f} {half:.1f}-{half:.1f} {half:.1f}-{half:.1f}-{half:.1f}z"


def extent(view: View, frame: View) -> Html:
    """The outline of another map's extent, as it lies on this one."""
    west, east, south, north = frame.bounds
    middle = view.near((west + east) / 2)
    west, east = middle - (east - west) / 2, middle + (east - west) / 2
    sides = [(west + (east - west) * at / 8, north) for at in range(9)]
    sides += [(east - (east - west) * at / 8, south) for at in range(9)]
    corners = [view.at(*side) for side in sides]
    return element("path", "", class_="window", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z")


def written(label: Label) -> Html:
    """A name on the map."""
    name = f"{label.name} minor" if label.is_minor else label.name
    return words(label.text, label.x, label.y, name, label.anchor)
