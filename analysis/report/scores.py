"""Scores as they are printed: with their sign, coloured by it."""

from __future__ import annotations

from analysis.report.markup import Html, element
from analysis.report.words import signed


def score(value: float | None) -> Html:
    """A score with its sign, coloured by it; empty where nothing was scored."""
    return shown(signed(value))


def shown(text: str) -> Html:
    """A signed number as text, coloured by its sign."""
    kind = "neg" if text.startswith("−") else "pos" if text.startswith("+") else "thin"
    return element("span", text, class_=kind)
