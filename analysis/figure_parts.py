"""Figures that are no plain amount: hundreds of people, one in five households, two-thirds of voters, aged 11 to 16."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.figure_nouns import noun_phrase, of_phrase
from analysis.figure_patterns import AGED_RE, FRACTION_RE, MULTITUDE_RE, MULTITUDES, RATE_RE
from analysis.figure_reading import Reading, counting
from analysis.figure_units import CURRENCY_WORD_RE, UNIT_RE, named_currency
from analysis.folding import lowered
from analysis.number_words import DENOMINATORS, tidy, value_of

FROM_RE = re.compile(r"\bfrom\s$", re.I)

LONGEST_AGES = 24
"""Characters that the ages behind "aged" may take: "eighteen to twenty" takes 18."""


def multitude(text: str, start: int, _: int, limit: int) -> Reading | None:
    """Hundreds of Americans, tens of thousands of crabs, trillions more dollars."""
    found = MULTITUDE_RE.match(text, start, min(len(text), limit + 1))
    if not found:
        return None
    low = 2 * MULTITUDES[lowered(found["first"])] * MULTITUDES.get(lowered(found["second"] or ""), 1)
    money = CURRENCY_WORD_RE.match(text, found.end(), limit) or CURRENCY_WORD_RE.match(text, found.end() + 3, limit)
    if money:
        unit = named_currency(money)
        return Reading(start, money.end(), start, found.end(), "money", low=low, unit=unit)
    noun = of_phrase(text, found.end(), limit) or noun_phrase(text, found.end(), limit)
    return counting(Reading(start, found.end(), start, found.end(), "count", low=low), text, noun)


def rate(text: str, start: int, floor: int, limit: int) -> Reading | None:
    """One in five households, nine out of 10 teachers."""
    found = RATE_RE.match(text, start, limit)
    if not found or FROM_RE.search(text, floor, start):
        return None
    top, bottom = value_of(found["a"]), value_of(found["b"])
    if not 0 < top < bottom or UNIT_RE.match(text, found.end(), limit):
        return None  # "two in 10 days" is no share.
    noun = noun_phrase(text, found.end(), limit) or of_phrase(text, found.end(), limit)
    reading = Reading(start, found.end(), start, found.end(), "share", tidy(top / bottom), unit="whole")
    return counting(reading, text, noun)


def fraction(text: str, start: int, _: int, limit: int) -> Reading | None:
    """Two-thirds of voters, a quarter, half of the firms."""
    found = FRACTION_RE.match(text, start, min(len(text), limit + 1))
    if not found or found.end() > limit:
        return None
    value = 0.5
    if not found["half"]:
        top = 1 if lowered(found["top"]) in ("a", "an") else value_of(found["top"])
        bottom = DENOMINATORS[lowered(found["bottom"]).replace("halves", "half")]
        value = top / bottom
        # "A third man" and "one second" are no shares; several of them, or one before "of", are.
        is_sure = found["s"] or lowered(found["bottom"]) == "halves" or re.match(r"\sof\b", text[found.end() : limit])
        follower = noun_phrase(text, found.end(), limit, is_one=True)
        if value >= 1 or not (is_sure or follower is None):
            return None
    noun = of_phrase(text, found.end(), limit)
    return counting(Reading(start, found.end(), start, found.end(), "share", tidy(value), unit="whole"), text, noun)


def aged(text: str, start: int, floor: int, limit: int) -> Reading | None:
    """Aged 46, aged 11 to 16."""
    found = AGED_RE.search(text, max(floor, start - len("aged between ")), min(limit, start + LONGEST_AGES))
    if not found or found.start("a") != start:
        return None
    low, high = value_of(found["a"]), value_of(found["b"]) if found["b"] else None
    reading = Reading(found.start(), found.end(), start, found.end(), "age", unit="year")
    return replace(reading, value=low) if high is None else replace(reading, low=low, high=high)
