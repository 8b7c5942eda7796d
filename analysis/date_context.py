"""What the resolution of a date rests on, and the choice among the days that it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from analysis.date_intervals import Interval, written

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
