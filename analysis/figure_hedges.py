"""How surely a figure is given: a closed list of hedges, each under one name."""

from __future__ import annotations

import re

from analysis.folding import lowered

BEFORE = {
    "about": ("about", "around", "roughly", "approximately", "some", "circa", "ca", "an estimated", "estimated",
              "something like", "in the region of", "in the order of"),
    "at least": ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "as few as",
                 "as little as"),
    "more than": ("more than", "over", "above", "upwards of", "in excess of", "exceeding", "well over", "greater than",
                  "far more than", "well above"),
    "up to": ("up to", "at most", "as many as", "as much as", "no more than", "not more than", "a maximum of"),
    "less than": ("less than", "fewer than", "under", "below", "well under", "far fewer than", "far less than"),
    "nearly": ("nearly", "almost", "close to", "just under", "just below", "just short of", "approaching",
               "slightly less than", "slightly fewer than", "a little under", "little less than"),
    "just over": ("just over", "just above", "a little over", "slightly more than", "slightly over",
                  "a little more than", "little more than"),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip
BEHIND = {"or so": "about", "-odd": "about", "odd": "about", "or more": "at least", "or fewer": "up to",
          "or less": "up to", "plus": "more than", "+": "more than", "at least": "at least",
          "at most": "up to"}  # fmt: skip

HEDGES = tuple(BEFORE)
"""All names of hedges: about, at least, more than, up to, less than, nearly, just over, exactly."""

NAMES = {form: name for name, forms in BEFORE.items() for form in forms}
_FORMS = "|".join(form.replace(" ", r"\s") for form in sorted(NAMES, key=len, reverse=True))
BEFORE_RE = re.compile(rf"(?<![\w-])(?P<hedge>{_FORMS})\.?\s$", re.I)
BEHIND_RE = re.compile(
    r"\s(?P<words>or\s(?:so|more|fewer|less))\b(?!\sthan)|(?P<odd>[\s-]odd)\b|(?:-?(?P<plus>plus)\b|(?P<sign>\+))"
)
AT_END_RE = re.compile(r"\s(?P<words>at\s(?:least|most))\b(?=\s*(?:[,.;)]|$|and\b|were\b|was\b|have\b|had\b|in\b))")

LONGEST = 24
"""Characters before a number that may hold a hedge: "slightly fewer than " has 20."""


def hedge_before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """The hedge that ends right before `start`, as its own start and its name."""
    found = BEFORE_RE.search(text, max(floor, start - LONGEST), start)
    return (found.start(), NAMES[lowered(found["hedge"])]) if found else None


def hedge_behind(text: str, end: int, limit: int) -> tuple[int, str] | None:
    """The hedge right behind a number that ends at `end`, as its own end and its name: "200 or so", "10,000+"."""
    found = BEHIND_RE.match(text, end, limit)
    if not found:
        return None
    return found.end(), BEHIND[lowered(found["words"] or found["odd"] or found["plus"] or found["sign"])]
