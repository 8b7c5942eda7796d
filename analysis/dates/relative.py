"""
From a date told from another day to its first and last day: yesterday, last Friday, two years ago, a week later.

What is told from publication needs its day; "a week later" needs a resolved date before it in the text. "Two years ago"
is a whole year and "six weeks ago" a week, counted from Monday, for nobody means the exact day.
"""

from __future__ import annotations

import re

from analysis.dates.calendar import (
    BEYOND_CALENDAR,
    STEPS,
    WITHOUT_PUBLICATION,
    Context,
    Found,
    Interval,
    containing,
    day,
    shifted,
    told_days,
    weekday_number,
    weekend_of,
    written,
)
from analysis.english.numbers import value_of
from analysis.gazetteer.fold import lowered


def by_near_day(m: re.Match[str], c: Context) -> Found:
    """Yesterday, tonight, last night, the day after tomorrow."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    words = lowered(m[0])
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words.split()[0], 0)
    if words.startswith("the day"):
        step = 2 if "after" in words else -2
    found = shifted(c.published, step, "day")
    if found is None:
        return None, BEYOND_CALENDAR
    where = {0: "the day of publication", -1: "the day before publication", 1: "the day after publication"}
    told = where.get(step, "two days after publication" if step > 0 else "two days before publication")
    return day(found), f"{m[0]} read as {told}, {written(found)}."


def by_weekday(m: re.Match[str], c: Context) -> Found:
    """Friday, last Friday, next Tuesday, Tuesday last week."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    number, which = weekday_number(m["day"]), lowered(m["which"] or "")
    week = lowered(m["week"] or ("next" if which == "next" else ""))
    back = (c.published.weekday() - number) % 7
    if week or which == "this":
        step = STEPS.get(week, 0) * 7 + number - c.published.weekday()
        told = "of the week of publication" if not week or week == "this" else f"of the {week} week"
    elif which == "last":
        step, told = -(back or 7), "before publication"
    elif c.is_ahead:
        step, told = (7 - back) % 7, "after publication" if back else "of publication"
    else:
        step, told = -back, "before publication" if back else "of publication"
    found = shifted(c.published, step, "day")
    if found is None:
        return None, BEYOND_CALENDAR
    name = lowered(m["day"]).capitalize()
    kind = "the next" if step > 0 and not week else "the last" if step < 0 and not week else "the"
    return day(found), f"{name} read as {kind} {name} {told}, {written(found)}."


def by_weekdays(m: re.Match[str], c: Context) -> Found:
    """From Friday to Sunday."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    a, b = weekday_number(m["a"]), weekday_number(m["b"])
    n = (b - a) % 7
    back = (c.published.weekday() - b) % 7
    end = shifted(c.published, (7 - back) % 7 if c.is_ahead else -back, "day")
    first = shifted(end, -n, "day") if end else None
    if first is None:
        return None, BEYOND_CALENDAR
    told = "next" if c.is_ahead else "last"
    return Interval(first, end, "range"), f"{m[0]} read as the {told} such days, {written(first)} to {written(end)}."


def by_this(m: re.Match[str], c: Context) -> Found:
    """Last week, earlier this month, next year, next weekend."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    unit, which = lowered(m["unit"]), lowered(m["which"])
    moved = shifted(c.published, STEPS[which], unit)
    found = containing(moved, unit) if moved else None
    if found is None:
        return None, BEYOND_CALENDAR
    part = lowered(m["part"] or "")
    if part == "earlier" and which == "this":
        found = Interval(found.first, c.published, unit)
    elif part == "later" and which == "this":
        found = Interval(c.published, found.last, unit)
    return found, f"{m[0]} read as {told_days(found)}."


def by_weekend(m: re.Match[str], c: Context) -> Found:
    """The weekend: the last one, or the next one if it lies ahead."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    found = weekend_of(c.published)
    if not c.is_ahead and (found is None or (found.first and found.first > c.published)):
        earlier = shifted(c.published, -1, "week")
        found = weekend_of(earlier) if earlier else None
    if found is None:
        return None, BEYOND_CALENDAR
    return found, f"{m[0]} read as {told_days(found)}."


def by_span(m: re.Match[str], c: Context) -> Found:
    """The past 10 years, the last two weeks, the next five years: up to, or from, publication."""
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    which = lowered(m["which"] or m["which2"])
    unit = _unit(m["unit"] or m["unit2"])
    n = _count(m["n"]) if m["n"] else 1
    moved = shifted(c.published, STEPS[which] * n, unit)
    if moved is None:
        return None, BEYOND_CALENDAR
    found = Interval(min(moved, c.published), max(moved, c.published), "range")
    return found, f"{m[0]} read as counted from publication, {told_days(found)}."


def by_ago(m: re.Match[str], c: Context) -> Found:
    """Three days ago, two years ago."""
    return _counted(m, c, -1)


def by_time(m: re.Match[str], c: Context) -> Found:
    """In two weeks' time."""
    return _counted(m, c, 1)


def by_later(m: re.Match[str], c: Context) -> Found:
    """Two days later, a month earlier: counted from the date before it in the text."""
    return _beside(m, c, STEPS[lowered(m["way"])] * _count(m["n"]), _unit(m["unit"]))


def by_beside(m: re.Match[str], c: Context) -> Found:
    """The next day, the following year, the year before."""
    return _beside(m, c, STEPS[lowered(m["way"])], _unit(m["unit"]))


def _counted(m: re.Match[str], c: Context, sign: int) -> Found:
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    unit = _unit(m["unit"])
    moved = shifted(c.published, sign * _count(m["n"]), unit)
    found = containing(moved, unit) if moved else None
    if found is None:
        return None, BEYOND_CALENDAR
    return found, f"{m[0]} read as counted from publication, {told_days(found)}."


def _beside(m: re.Match[str], c: Context, n: int, unit: str) -> Found:
    """A time counted from the resolved one before it; what came before falls back to publication, unless a day."""
    anchor = c.anchor.first if c.anchor else None
    told = "counted from the date before it"
    if anchor is None:
        if n >= 0 or unit == "day" or c.published is None:
            return None, "Not resolved: no date stands before it."
        anchor, told = c.published, "counted from publication"
    is_day = c.anchor is not None and c.anchor.unit == "day" and m.re.groupindex.get("n") is not None
    if unit in ("day", "hour") and c.anchor is not None and c.anchor.unit != "day":
        return None, "Not resolved: the date before it is no single day."
    moved = shifted(anchor, n, unit)
    if moved is None:
        return None, BEYOND_CALENDAR
    if c.anchor is not None and c.anchor.unit in ("month", "year") and m.re.groupindex.get("n") is not None:
        found = containing(moved, unit if c.anchor.unit == "year" else "month")
    else:
        found = day(moved) if is_day and unit in ("day", "week", "month", "hour") else containing(moved, unit)
    if found is None:
        return None, BEYOND_CALENDAR
    return found, f"{m[0]} read as {told}, {told_days(found)}."


def _unit(written_unit: str) -> str:
    lower = lowered(written_unit).removesuffix("s")
    return "century" if lower == "centurie" else lower


def _count(written_count: str) -> int:
    return 1 if lowered(written_count) in ("a", "an") else int(value_of(written_count))
