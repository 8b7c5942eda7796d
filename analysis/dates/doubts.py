"""
Whether what has the form of a date is one: "May" the minister, the Sunday Times, 1900 goats and Expo 2020 are not.

Only the words beside it are asked; what stays in doubt is no date.
"""

from __future__ import annotations

import re

from analysis.english.nouns import begins_counted

CAPITAL_KINDS = frozenset({"days", "days_us", "day_month", "month_day", "month_year", "months", "month"})
"""Kinds whose month must be written with a capital: "they may 5 …" and "march 10 miles" are no dates."""

PREPOSITIONS = frozenset(
    """
    in since until till by from of before after during for between through throughout to on around about and or
    last next this early mid late past that every into
    """.split()
)
YEAR_OPENERS = frozenset("in since until till during year".split())
"""Before a year that may be followed by a plural noun: "in 2016 elections were held"."""

YEAR_PREPOSITIONS = YEAR_OPENERS | frozenset("by from of before after for between through to and or on into".split())
DETERMINERS = frozenset("the a an his her its their our my this that any every each early mid late".split())
HABITS = frozenset("every each any most many some".split())
NAME_BEFORE = frozenset("black bloody super ash palm man cyber holy giving good maundy spy casual dress".split())
NAMES_THAT_ARE_MONTHS = frozenset("march april may june august".split())

BEFORE_RE = re.compile(r"([\w'’.]+)?(\s*[^\w\s]?\s*)$")
AFTER_RE = re.compile(r"\s([A-Z][\w'’-]*)")
QUOTED_TITLE_RE = re.compile(r"[\"“‘']$")
NO_DATE_BEHIND_RE = re.compile(
    r"\s(?:Agreement|Accords?|Massacre|Club|Times|Telegraph|Mirror|Mail|Post|Herald|Parade|Revolution|Uprising|Group"
    r"|Night\s[A-Z]|Island)\b"
)
EVENT_BEHIND_RE = re.compile(r"\s(?:terror(?:ist)?\s)?(?:attacks?|hijack\w+)\b")
"""Behind a day without a year: "the Sept. 11 attacks" names an event, in whatever year that was."""

DEGREES_RE = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees)\b", re.I)
"""Before "the mid-70s" they make it degrees."""

FAR_BACK = 40
TOO_FAR = 24
"""How many characters before a date are read to find the word before it."""


def is_date(text: str, kind: str, match: re.Match[str]) -> bool:
    """Whether the match of a form of `date_patterns` is a date where it stands."""
    start, end = match.span()
    found = BEFORE_RE.search(text, max(0, start - TOO_FAR), start)
    word, gap = (found[1] or "", found[2]) if found else ("", "")
    before = word.lower() if gap == " " else ""
    is_small = kind in CAPITAL_KINDS and not match["a" if kind == "months" else "month"][0].isupper()
    is_warmth = kind == "short_decade" and DEGREES_RE.search(text, max(0, start - FAR_BACK), start)
    if kind == "hours" or is_small or is_warmth or NO_DATE_BEHIND_RE.match(text, end):
        return False
    if kind in ("month_day", "day_month"):
        return bool(match["year"]) or _is_day(text, kind, end, before)
    if kind == "weekday":
        return match["day"][0].isupper() and _is_weekday(text, match, before)
    if kind == "month":
        return _is_month(text, match, before, word)
    return _is_year(text, match, word, gap) if kind in ("year", "years") else kind != "span" or before not in HABITS


def _is_day(text: str, kind: str, end: int, before: str) -> bool:
    """Whether a day and a month without a year are a date; "In March 12 people died" counts people."""
    if before == "the" and EVENT_BEHIND_RE.match(text, end):
        return False
    return not (kind == "month_day" and before == "in" and begins_counted(text, end))


def _is_weekday(text: str, match: re.Match[str], before: str) -> bool:
    if before in HABITS or before in NAME_BEFORE or text.startswith("s", match.end()):
        return False
    name = AFTER_RE.match(text, match.end())
    is_bare = match.end() - match.start() == len(match["day"])
    return not (is_bare and name and before not in PREPOSITIONS)


def _is_month(text: str, match: re.Match[str], before: str, word: str) -> bool:
    if match["which"] or match["edge"] or before in PREPOSITIONS:
        # "from May", but not "from May's office": a person.
        return not (match["month"] == "May" and text.startswith(("'s", "’s"), match.end()) and before in ("from", "to"))
    if match["month"].lower() in NAMES_THAT_ARE_MONTHS or AFTER_RE.match(text, match.end()):
        return False
    return not word[:1].isupper() or before == ""


def _is_year(text: str, match: re.Match[str], word: str, gap: str) -> bool:
    start, end = match.span()
    groups = match.groupdict()
    if groups.get("year2"):
        return _is_range(match)
    if text[end : end + 1] in ("%", "°") or QUOTED_TITLE_RE.search(text, max(0, start - 1), start):
        return False
    if groups.get("edge") or (word.lower() in YEAR_OPENERS and gap == " "):
        return True
    return _is_year_beside(text, end, word, gap)


def _is_year_beside(text: str, end: int, word: str, gap: str) -> bool:
    """Whether four digits are a year by the word before them and what follows."""
    before = word.lower()
    if gap.strip() == "(":
        return text.startswith((")", "-", "–", ",", ";"), end)
    if gap.strip() or not word:
        return gap.strip() == "," and text.startswith((",", "."), end) and not begins_counted(text, end)
    if before in YEAR_PREPOSITIONS:
        return not begins_counted(text, end)
    if before in DETERMINERS or (
        before.endswith(("'s", "’s")) and AFTER_RE.match(text, end) is None and word.islower()
    ):
        # "the 2016 elections", "its 2010 album"; "a 2000 metre race" has a unit behind it.
        return not begins_counted(text, end, only_units_and_people=True) and text.startswith(" ", end)
    return False


def _is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are a span of years: 2018-19 and 1914-1918, not 2018-17 or 1500-1000."""
    first, second, link = int(match["year"]), match["year2"], match["link"].strip()
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if link == "and" and (match["open"] or "").lower() != "between":
        return False
    return first < last <= 2100 and (len(second) == 4 or (link in ("-", "–") and last - first < 40))


# Whether a sentence speaks of a time to come or of one that is past, from the verbs beside the date.

TENSE_RE = re.compile(
    r"""
    \b(?:
      (?P<future>
        (?:will|would|should|shall|(?-i:may)|to)(?:\snot)?\sbe(?:\s\w+)?    # "will be shut": its participle is no past
        | will | won['’]t | shall | should | would | (?-i:may)
        | (?:is|are)\sto | due\s(?:to|on|in|back|for) | set\s(?:to|for) | scheduled\s(?:to|for) | expected | planned
        | plans?\sto | hopes?\sto | aims?\sto | intends?\sto | going\sto | upcoming | ahead\sof
        # The present of a timetable.
        | (?:ends|opens|begins|starts|closes|expires|returns|resumes|kicks\soff|takes?\splace|faces|hosts|goes\son\ssale
          |comes\sinto\sforce|takes\seffect)
      )
      | (?P<past>
        was | were | had | has | have\s(?:been|had|\w{2,12}ed) | did | said | told | \w{2,14}ed | came | went | took
        | made | got | gave | found | held | kept | left | led | lost | met | paid | ran | rose | fell | saw | sold
        | sent | shot | spoke | stood | struck | threw | won | wrote | became | began | bought | brought | built | broke
        | drew | drove | flew | fought | grew | hit | shut | knew | sank | stole | swore | tore | fled | died | beat
      )
    )\b
    | ['’](?P<short>ll)\b
    """,
    re.VERBOSE | re.I,
)


def is_to_come(text: str, left: int, start: int, end: int, right: int, before: bool | None = None) -> bool | None:
    """
    Whether the date at [start, end) lies ahead: True, False, or None where no verb tells.

    Args:
        left, right: the bounds within which a verb belongs to this date, the dates beside it or its sentence.
        before: the answer for the date before it in its sentence, which holds where no verb stands between the two.
    """
    nearest = None
    for match in TENSE_RE.finditer(text, left, start):
        nearest = match
    if nearest is None and before is None:
        nearest = TENSE_RE.search(text, end, right)
    return before if nearest is None else not nearest["past"]
