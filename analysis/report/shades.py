"""Counts of mentions as shades of a map, and the legend that says what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from analysis.report.map_names import diamond
from analysis.report.markup import Html, element, joined
from analysis.report.words import count_of

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
