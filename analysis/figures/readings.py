"""How surely a figure is given: a closed list of hedges, each under one name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.english.nouns import NounPhrase, noun_phrase, of_phrase
from analysis.english.numbers import DENOMINATORS, tidy, value_of
from analysis.english.units import CURRENCY_WORD_RE, DURATIONS, UNIT_RE, named_currency
from analysis.figures.forms import AGED_RE, FRACTION_RE, MULTITUDE_RE, MULTITUDES, RATE_RE
from analysis.gazetteer.fold import lowered

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


# What has been read of one figure, and the two steps that all kinds of figures share: what is counted, how surely.

ADDITIONAL_RE = re.compile(r"\b(?:additional|extra|more|further|another|other|new)\b", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read, with the span of the number itself."""

    start: int
    end: int
    number_start: int
    number_end: int
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: NounPhrase | None = None
    hedge: str | None = None
    is_additional: bool = False


def counting(r: Reading, text: str, noun: NounPhrase | None) -> Reading:
    """The reading with the noun phrase that it counts, if there is one."""
    if noun is None:
        return r
    return replace(r, end=noun.end, noun=noun, is_additional=bool(ADDITIONAL_RE.search(text, r.end, noun.end)))


def hedged(text: str, r: Reading, floor: int) -> Reading:
    """The reading with the hedge before it, and whether it comes on top of something."""
    found = hedge_before(text, r.start, floor)
    # "Over 10 years" is a time as often as a hedge.
    is_time = (
        found
        and r.kind == "measure"
        and r.unit in DURATIONS
        and text[found[0] : r.start].lower().strip() in ("over", "under", "around")
    )
    is_more = r.is_additional or bool(ADDITIONAL_RE.search(text, max(floor, r.start - 9), r.start))
    is_topic = found and text[found[0] : r.end].lower().startswith("about one ")
    if not found or is_time or is_topic:
        return replace(r, is_additional=is_more)
    return replace(r, start=found[0], hedge=r.hedge or found[1], is_additional=is_more)


# Figures that are no plain amount: hundreds of people, one in five households, two-thirds of voters, aged 11 to 16.

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
