"""Which rule resolves which form of a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.date_context import Context, Found
from analysis.date_rules_calendar import (
    by_century,
    by_day,
    by_decade,
    by_holiday,
    by_iso,
    by_month,
    by_months,
    by_quarter,
    by_season,
    by_slashes,
    by_year,
    by_years,
)
from analysis.date_rules_near import (
    by_ago,
    by_beside,
    by_later,
    by_near_day,
    by_span,
    by_this,
    by_time,
    by_weekday,
    by_weekdays,
    by_weekend,
)

RULES: dict[str, Callable[[re.Match[str], Context], Found]] = {
    "iso": by_iso,
    "slashed": by_slashes,
    "days": by_day,
    "days_us": by_day,
    "day_month": by_day,
    "month_day": by_day,
    "holiday": by_holiday,
    "month_year": by_month,
    "years": by_years,
    "decade": by_decade,
    "short_decade": by_decade,
    "century": by_century,
    "quarter": by_quarter,
    "q": by_quarter,
    "season": by_season,
    "weekdays": by_weekdays,
    "months": by_months,
    "near_day": by_near_day,
    "weekday": by_weekday,
    "this": by_this,
    "weekend": by_weekend,
    "span": by_span,
    "ago": by_ago,
    "later": by_later,
    "time": by_time,
    "hence": by_time,
    "next_to": by_beside,
    "beside": by_beside,
    "month": by_month,
    "year": by_year,
}
