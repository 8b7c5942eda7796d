"""
Calendar arithmetic: from what a date says to its first and last day, with dateutil's `relativedelta`.

The calendar runs from 1 January 1 to 31 December 9999. A time that only begins or ends beyond it is cut there; one
that lies beyond it is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from analysis.dates.forms import DECADES, MONTHS, WEEKDAYS
from analysis.english.numbers import ORDINALS
from analysis.gazetteer.fold import lowered

ONE_DAY = timedelta(days=1)


class Interval(NamedTuple):
    """The first and the last day of a time, both within it; None where it is open. `unit` is how exact it is."""

    first: date | None
    last: date | None
    unit: str


def day(value: date) -> Interval:
    """One day."""
    return Interval(value, value, "day")


def week_of(value: date) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = value.toordinal() - value.weekday()
    return Interval(at_ordinal(monday), at_ordinal(monday + 6), "week")


def weekend_of(value: date) -> Interval | None:
    """The Saturday and Sunday that end the week of a day."""
    saturday = value.toordinal() - value.weekday() + 5
    if saturday > date.max.toordinal():
        return None
    return Interval(at_ordinal(saturday), at_ordinal(saturday + 1), "weekend")


def at_ordinal(number: int) -> date:
    """The day of this number, or the end of the calendar that it lies beyond."""
    return date.fromordinal(max(1, min(date.max.toordinal(), number)))


def month(year: int, number: int) -> Interval:
    """A month of a year."""
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, first: int, n: int, unit: str) -> Interval:
    """A run of `n` months; it may run into the next year."""
    years_on, month2 = divmod(first + n - 2, 12)
    last = month(year + years_on, month2 + 1).last if year + years_on <= MAXYEAR else date.max
    return Interval(date(year, first, 1), last, unit)


def years(first: int, last: int, unit: str = "year") -> Interval:
    """From the first day of a year to the last day of another."""
    return Interval(date(max(MINYEAR, first), 1, 1), date(min(MAXYEAR, last), 12, 31), unit)


def century(nth: int) -> Interval:
    """The nth century, counted from 1: the 20th is 1901 to 2000."""
    return years(100 * (nth - 1) + 1, 100 * nth, "century")


def containing(value: date, unit: str) -> Interval | None:
    """The day, week, weekend, month, year, decade or century that holds a day."""
    decade = value.year // 10 * 10
    makers: dict[str, Callable[[], Interval | None]] = {
        "hour": lambda: day(value),
        "day": lambda: day(value),
        "week": lambda: week_of(value),
        "weekend": lambda: weekend_of(value),
        "month": lambda: month(value.year, value.month),
        "year": lambda: years(value.year, value.year),
        "decade": lambda: years(decade, decade + 9, "decade"),
        "century": lambda: century((value.year - 1) // 100 + 1),
    }
    return makers[unit]()


def shifted(value: date, n: int, unit: str) -> date | None:
    """`value` moved by `n` units; None where the calendar ends."""
    from dateutil.relativedelta import relativedelta

    factor = {"decade": 10, "century": 100, "weekend": 1}.get(unit, 1)
    name = {"decade": "years", "century": "years", "weekend": "weeks", "hour": "hours"}.get(unit, unit + "s")
    try:
        moved: date = value + (relativedelta(days=n // 24) if unit == "hour" else relativedelta(**{name: n * factor}))
    except (ValueError, OverflowError):
        return None
    return moved


def edge(interval: Interval, which: str) -> Interval:
    """
    The early, middle or late part of a time.

    A month is cut at its 10th and 20th day, a year into three times four months, a decade after its fourth and its
    seventh year, a century into thirds. Days and weeks stay whole.
    """
    first, last, unit = interval
    if first is None or last is None or unit not in ("month", "year", "decade", "century"):
        return interval
    part = {"early": 0, "mid": 1, "late": 2}[which]
    if unit == "month":
        low, high = ((1, 10), (11, 20), (21, last.day))[part]
        return Interval(first.replace(day=low), first.replace(day=high), unit)
    if unit == "year":
        return months(first.year, 1 + 4 * part, 4, unit)
    low, high = ((0, 3), (4, 6), (7, 9))[part] if unit == "decade" else ((0, 32), (33, 66), (67, 99))[part]
    return years(first.year + low, first.year + high, unit)


def holiday(name: str, year: int) -> date | None:
    """The day of a feast in a year; None where countries differ or the name is not known."""
    from dateutil.easter import easter

    key = re.sub(r"[^a-z ]", "", lowered(name))
    if key in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[key])
    if key in FROM_EASTER:
        return date.fromordinal(easter(year).toordinal() + FROM_EASTER[key])
    if key in ("thanksgiving", "thanksgiving day", "black friday"):
        first = date(year, 11, 1)
        fourth = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
        return fourth + ONE_DAY if key == "black friday" else fourth
    return None


FIXED_FEASTS = {
    "new years day": (1, 1), "new years eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "boxing day": (12, 26), "valentines day": (2, 14), "halloween": (10, 31),
    "may day": (5, 1), "st patricks day": (3, 17), "bastille day": (7, 14), "anzac day": (4, 25),
}  # fmt: skip
FROM_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7,
               "ash wednesday": -46}  # fmt: skip

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""A season of the northern half of the earth -> its first month."""


def month_number(name: str) -> int:
    """The number of a month from its name or its abbreviation."""
    return next(
        number for number, full in enumerate(MONTHS, 1) if full.lower().startswith(lowered(name).rstrip(".")[:3])
    )


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0."""
    return WEEKDAYS.index(lowered(name).capitalize())


def ordinal(written: str) -> int:
    """The value of "12th" or "twelfth"."""
    lower = lowered(written)
    if lower[0].isdigit():
        return int(re.sub(r"\D", "", lower))
    return 21 if lower == "twenty-first" else ORDINALS[lower]


def decade_year(word: str | None, digits: str | None) -> int:
    """The first year of a decade: "nineties" and "90" are 1990, "10" and "20" of this century."""
    number = DECADES[lowered(word)] if word else int(digits or 0)
    return number if number > 99 else number + (2000 if number < 20 else 1900)


def written(value: date | None) -> str:
    """A day as the assumptions write it: "3 January 2020"."""
    return "an open end" if value is None else f"{value.day} {MONTHS[value.month - 1]} {value.year}"


# What the resolution of a date rests on, and the choice among the days that it may mean.

Found = tuple[Interval | None, str]
BEYOND_CALENDAR = "Not resolved: the calendar ends."
WITHOUT_PUBLICATION = "Not resolved: the day of publication is not known."
STEPS = {"last": -1, "past": -1, "previous": -1, "before": -1, "earlier": -1, "this": 0, "same": 0, "next": 1,
         "coming": 1, "following": 1, "after": 1, "later": 1}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What a date rests on: the day of publication, the resolved date before it, whether it lies ahead."""

    published: date | None
    anchor: Interval | None
    is_ahead: bool | None


def choose(found: list[Interval], c: Context, told: str) -> Found:
    """The latest of the times that began by publication, or the first not over by then."""
    assert c.published is not None
    published = c.published
    if c.is_ahead:
        later = [i for i in found if i.last and i.last >= published]
        chosen, side = (later[0] if later else None), "next one"
    else:
        before = [i for i in found if i.first and i.first <= published]
        chosen, side = (before[-1] if before else None), "last one"
    if chosen is None:
        return None, "Not resolved: no such day."
    return chosen, f"{told} {side} seen from publication, {told_days(chosen)}."


def nearby(c: Context) -> range:
    """The years to choose from; leap days come back within eight."""
    assert c.published is not None
    return range(max(MINYEAR, c.published.year - 8), min(MAXYEAR, c.published.year + 8) + 1)


def told_days(found: Interval) -> str:
    """The days of an interval as the assumptions write them."""
    if found.first == found.last:
        return written(found.first)
    return f"{written(found.first)} to {written(found.last)}"
