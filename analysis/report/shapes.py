"""The sign of each type of name: told by shape as well as by colour, in bars and in their legend."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.model import ENTITY_TYPES
from analysis.report.markup import Html, element, joined
from analysis.report.words import TYPE_NAMES

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
