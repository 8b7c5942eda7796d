"""
How news text writes dates: one pattern a form, tried in order, first match first.

Every pattern is bounded and free of nested repetition, so reading is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.english.numbers import ONES, ORDINALS, any_of

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90}  # fmt: skip

_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
_ANY_MONTH = rf"(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:/]\d|[.,]\d|-[a-z])"
_YEAR = r"(?:1\d{3}|20\d{2}|2100)\b(?![.,:/]\d|-[a-z])"
_PART = r"(?:morning|afternoon|evening|night|lunchtime)\b"
_COUNT = rf"(?:\d{{1,3}}|an?|{'|'.join(ONES)}|twenty|thirty|forty|fifty|a\shundred)"
_UNIT = r"(?:hour|day|week|month|year|decade|century|centurie)s?\b"
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|twenty-first)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)\b"
_EDGE = r"(?:early|mid|late)[\s-]"
_TO = r"\s?(?:[-–—]|\bto\b)\s?"

HOLIDAYS = (
    r"(?:New\sYear['’]s\s(?:Day|Eve)|Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|Valentine['’]s\sDay|Halloween|May\sDay"
    r"|St\.?\sPatrick['’]s\sDay|Good\sFriday|Easter(?:\s(?:Sunday|Monday))?|Palm\sSunday|Ash\sWednesday"
    r"|Thanksgiving(?:\sDay)?|Black\sFriday|Bastille\sDay|Anzac\sDay|Memorial\sDay|Labou?r\sDay)\b"
)

PATTERNS = {
    # 2023-06-12, and 25/11/2020 or 25.11.2020
    "iso": r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
    "slashed": r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d{2})\b",
    # 3-5 February | from 10 to 24 January 2019 | between 3 and 5 May | February 3-5, 2021
    "days": rf"(?:(?:from|between)\s)?(?P<day>{_DAY})(?:{_TO}|\sand\s)(?P<day2>{_DAY})\s(?P<month>{_ANY_MONTH})"
    rf"(?:,?\s(?P<year>{_YEAR}))?",
    "days_us": rf"(?:(?:from|between)\s)?(?P<month>{_ANY_MONTH})\s(?P<day>{_DAY})(?:{_TO})(?P<day2>{_DAY})"
    rf"(?:,?\s(?P<year>{_YEAR}))?",
    # Friday 14 June 2013 | the 4th of April 1949 | 9 October
    "day_month": rf"(?:{_WEEKDAY},?\s)?(?:the\s)?(?P<day>{_DAY})\s(?:of\s)?(?P<month>{_ANY_MONTH})"
    rf"(?:,?\s(?P<year>{_YEAR}))?",
    # Saturday, February 6 | July 30, 1965 | Jan. 3
    "month_day": rf"(?:{_WEEKDAY},?\s)?(?P<month>{_ANY_MONTH})\s(?P<day>{_DAY})(?:,?\s(?P<year>{_YEAR}))?",
    # Boxing Day 2004 | next Christmas
    "holiday": rf"(?:(?P<which>last|next|this)\s)?(?P<name>{HOLIDAYS})(?:\s(?P<year>{_YEAR}))?",
    # early September 2008 | Sept. 2008
    "month_year": rf"(?P<edge>{_EDGE})?(?P<month>{_ANY_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})",
    # from 2004 to 2012 | between 1995 and 2005 | 1914-1918 | 2018-19
    "years": rf"(?:(?P<open>from|between)\s)?(?P<year>1\d{{3}}|20\d\d)(?P<link>{_TO}|\sand\s)"
    r"(?P<year2>1\d{3}|20\d\d|\d\d(?=\b))\b(?![.,:/-]\d|-[a-z])",
    # the early 1970s | the '80s | the nineties
    "decade": rf"(?:the\s)?(?P<edge>{_EDGE})?(?P<decade>(?:1\d|20)\d0)['’]?s\b",
    "short_decade": rf"the\s(?P<edge>{_EDGE})?(?:['’‘]?(?P<decade>\d0)['’]?s|(?P<word>{'|'.join(DECADES)}))\b",
    "century": rf"(?:the\s)?(?P<edge>{_EDGE})?(?P<nth>{_NTH})[\s-]century\b(?!\s?BC)",
    # the third quarter of 2020 | Q4 2020 | the first half of last year
    "quarter": rf"(?:the\s)?(?P<nth>first|second|third|fourth|last|final)\s(?P<unit>quarter|half)\s(?:of\s)?"
    rf"(?:(?P<year>{_YEAR})|(?P<which>last|this|next)\syear\b)",
    "q": rf"(?:Q(?P<nth>[1-4])|H(?P<half>[12]))\s(?P<year>{_YEAR})",
    # the summer of 2020 | last winter
    "season": rf"(?:the\s)?(?P<edge>{_EDGE})?(?:(?P<which>last|this|next)\s(?P<name>{_SEASON})"
    rf"|(?P<name2>{_SEASON})\s(?:of\s)?(?P<year>{_YEAR}))",
    # from Friday to Sunday | from October to March
    "weekdays": rf"(?P<open>from|between)\s(?P<a>{_WEEKDAY})(?:{_TO}|\s(?:and|through)\s)(?P<b>{_WEEKDAY})",
    # Monday through Friday, Monday-Friday: opening hours
    "hours": rf"{_WEEKDAY}(?:\sthrough\s|\s?[-–—]\s?){_WEEKDAY}",
    "months": rf"(?:from|between)\s(?P<a>{_MONTH})(?:{_TO}|\sand\s)(?P<b>{_MONTH})(?:\s(?P<year>{_YEAR}))?",
    # yesterday, last night, this morning, the day after tomorrow
    "near_day": rf"the\sday\s(?:after\stomorrow|before\syesterday)\b"
    rf"|(?:yesterday|today|tomorrow)\b(?:\s{_PART})?|tonight\b|last\snight\b|this\s(?:morning|afternoon|evening)\b",
    # last Friday, late Thursday, Monday night, Tuesday last week
    "weekday": rf"(?:(?P<which>last|next|this)\s|(?:early|late)\s)?(?P<day>{_WEEKDAY})(?:\s{_PART})?"
    r"(?:\s(?P<week>last|next|this)\sweek\b)?",
    # earlier this week, last month, next weekend
    "this": r"(?:(?P<part>earlier|later)\s)?(?P<which>last|this|next)\s"
    r"(?P<unit>weekend|week|month|year|decade|century)\b",
    "weekend": r"the\sweekend\b",
    # the past 10 years, the last two weeks, the next five years, the past decade
    "span": rf"(?:the\s)?(?P<which>past|last|next|coming)\s(?:(?P<n>{_COUNT})\s)(?P<unit>{_UNIT})"
    r"|the\s(?P<which2>past|last|coming)\s(?P<unit2>week|month|year|decade|century)\b(?!\sof\b)",
    # three days ago; two days later, a month earlier
    "ago": rf"(?P<n>{_COUNT})\s(?P<unit>{_UNIT})\sago\b",
    "later": rf"(?P<n>{_COUNT})\s(?P<unit>{_UNIT})\s(?P<way>later|earlier)\b",
    # in two weeks' time, four years from now
    "time": rf"in\s(?P<n>{_COUNT})\s(?P<unit>{_UNIT})['’]?\stime\b",
    "hence": rf"(?P<n>{_COUNT})\s(?P<unit>{_UNIT})\s(?:from\snow|hence)\b",
    # the next day, the previous year, the same week
    "next_to": r"the\s(?P<way>next|following|previous|same)\s(?P<unit>day|week|month|year|decade)\b",
    # the year before, the day after, where nothing follows that they would belong to
    "beside": r"the\s(?P<unit>day|week|month|year)\s(?P<way>before|after)\b"
    r"(?=\s*(?:[.,;:)!?\"”’]|$|(?:and|but|when|as|in|at|on|by|to|from)\b))",
    "month": rf"(?:(?P<edge>{_EDGE})|(?P<which>last|next|this)\s)?(?P<month>{_MONTH})",
    "year": rf"(?P<edge>{_EDGE})?(?P<year>1[1-9]\d\d|20\d\d|2100)\b(?![.,:/-]\d|-[a-z])",
}

FORMS = {kind: re.compile(pattern, re.I) for kind, pattern in PATTERNS.items()}


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=sep)", "[/.]")


_COUNTS = [*ONES, "twenty", "thirty", "forty", "fifty"]
_BEHIND_THE = (
    "early mid late past last final coming next following previous same day week weekend month year spring summer "
    "autumn fall winter twenty"
).split()
# Where a date may begin: most positions are passed over without a try of all forms.
_OPENERS = [
    rf"the\s(?=['’‘\d]|{any_of([*ORDINALS, *DECADES, *_BEHIND_THE])})",
    r"an?\s(?=hour|day|week|month|year|decade|century|hundred)",
    rf"in\s(?=\d|an?\s|{any_of(_COUNTS)})",
    *(rf"{count}\s(?=hour|day|week|month|year|decade|centur)" for count in _COUNTS),
    *(rf"{word}[\s-]" for word in "last next this past coming early mid late from between earlier later".split()),
    *(rf"{word}\b" for word in "yesterday today tomorrow tonight".split()),
    *(
        rf"{word}[\s-](?=of\s|in\s|\d|century|quarter|half)"
        for word in ("spring", "summer", "autumn", "fall", "winter", *ORDINALS, "twenty-first")
    ),
]
_NAMES = r"J[au]|Fe|Ma|Ap|Au|Se|Oc|No|De|Mo|Tu|We|Th[ua]|Fr|Sa|Su|Ne|Ch|Bo|Va|Ha|St|Go|Ea|Pa|As|B[al]|An|Me|La|[QH]\d"
DATE_RE = re.compile(
    rf"\b(?=\d|{_NAMES}|{any_of(_OPENERS)})(?<![\w$£€¥₹#/.,-])(?i:"
    + "|".join(f"(?P<{kind}>{_nameless(pattern)})" for kind, pattern in PATTERNS.items())
    + ")"
)


def scan(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what has the form of a date in `text`, as its kind and the match of the pattern of FORMS, in order."""
    at = 0
    while found := DATE_RE.search(text, at):
        kind = found.lastgroup or ""
        match = FORMS[kind].match(text, found.start())
        at = match.end() if match else found.end()
        if match:
            yield kind, match
