"""
How news text writes amounts, shares and multitudes, and the numbers that are none: times, addresses, ordinals.

Every pattern is bounded, so that reading is linear in the length of the text.
"""

from __future__ import annotations

import re

from analysis.dates.forms import MONTHS, WEEKDAYS
from analysis.english.nouns import FUNCTION_WORDS, VERBS, is_plural, noun_phrase
from analysis.english.numbers import DENOMINATORS, DIGITS, ONES, SCALE, SCALES, WORDS
from analysis.english.units import SYMBOL

_NUMBER = rf"(?:{DIGITS}|{WORDS})"
_EDGE = r"(?![\w½¼¾])"

# One amount or a range of two: $1.1 billion | 15-20 | (between) six and nine | 2 to 3 million.
AMOUNT_RE = re.compile(
    rf"(?<![\w.,:/#‘’'$£€-])(?P<symbol>{SYMBOL})?(?P<number>{_NUMBER})(?P<scale>{SCALE})?"
    rf"(?:(?P<link>\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)(?P<symbol2>{SYMBOL})?(?P<number2>{_NUMBER})(?P<scale2>{SCALE})?)?",
    re.I,
)

MULTITUDES = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6,
              "billions": 10**9, "trillions": 10**12}  # fmt: skip
MULTITUDE_RE = re.compile(
    rf"(?<![\w-])(?P<first>{'|'.join(MULTITUDES)})(?:\sof\s(?P<second>hundreds|thousands|millions|billions|trillions))?"
    r"(?:\supon\s(?:hundreds|thousands|millions))?(?=\s(?:of|more)\b)",
    re.I,
)

# Two-thirds | a quarter | three fifths | half of the. A bare "third" is an ordinal, a bare "quarter" a time.
FRACTION_RE = re.compile(
    rf"(?<![\w-])(?:(?P<top>an?|{'|'.join(ONES)})[\s-](?P<bottom>half|halves|{'|'.join(DENOMINATORS)})(?P<s>s)?\b(?!-)"
    r"|(?P<half>half)(?=\sof\b))",
    re.I,
)
# One in five | nine out of 10 | three of every four.
RATE_RE = re.compile(
    rf"(?<![\w.,-])(?P<a>{'|'.join(ONES)}|\d{{1,3}})\s(?:in\s(?:every\s)?|out\sof\s(?:every\s)?|of\severy\s)"
    rf"(?P<b>{'|'.join(list(ONES)[2:])}|twenty|(?:a\s)?hundred|\d{{1,3}}(?:,\d{{3}})?){_EDGE}(?![.,:/-]\d)",
    re.I,
)
AGED_RE = re.compile(
    rf"\baged?\s(?:between\s)?(?P<a>\d{{1,3}}|{WORDS})(?:(?:\s?[-–]\s?|\sto\s|\sand\s)(?P<b>\d{{1,3}}))?{_EDGE}", re.I
)

_ROAD = r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd|Terrace|Way|Court|Crescent|Quay|Place|Row)"
NO_FIGURE_RE = re.compile(
    rf"""
    (?<![\w.,$£€]) (?:
      (?:\d{{1,2}}(?:[:.]\d\d)?(?:\s?[-–]\s?|\s(?:to|and)\s))?
        \d{{1,2}}(?:[:.]\d\d)?\s?(?:a\.?m|p\.?m)\b\.?        # 5pm, 7.30 p.m., 7-10:30 a.m.
      | \d{{1,5}}(?:\s(?:and|to)\s\d{{1,5}}|\s?[-–]\s?\d{{1,5}})?\s?(?:BCE?|CE|AD|B\.C|A\.D)\b   # 500 BC
      | \d{{1,2}}:\d\d(?::\d\d)?                             # 10:45
      | \d{{1,2}}\so['’]clock | \d{{4}}\s?(?:GMT|UTC|hours\b)
      | \+?\d{{2,5}}(?:[\s-]\d{{3,5}}){{2,4}}(?!\w)          # 0800 555 111
      | \+\d{{1,3}}\s\d[\d\s-]{{6,14}}\d | \d{{3}}[\s-]\d{{4}}\b | 0\d{{2,5}}\s\d{{4,7}}\b
      | \d{{1,5}}[A-Z]?\s(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}{_ROAD}\b(?!\s[a-z]{{4,}}s\b)   # 14 Harbour Street
      | \d{{1,3}}(?:st|nd|rd|th)\b
      | 9/11\b | 24/7\b
    )
    | \b(?:{"|".join(list(ONES)[1:])})[\s-](?:way|off|time|sided|handed|dimensional|horse|figures?|liners?|digits?)\b
    """,
    re.VERBOSE,
)

# Words before a number that make it a name: Flight 482, page 3, No. 10, Group of 20.
LABELS = frozenset(
    """
    flight section sections article articles version page pages room chapter number numbers no no. nos nos. route
    highway gate platform channel unit camp level phase stage grade paragraph part type class figure table bus line
    terminal apartment flat suite lane group round division district ward zone tier season episode volume block pier
    berth protocol resolution clause rule interstate motorway studio
    call calls called calling dial dialed dialled district
    """.split()
)
LABEL_BEFORE_RE = re.compile(r"(?P<word>[\w’'.-]+)(?P<gap>\sof)?(?:\s|-)$")
PREPOSITIONS = frozenset("in at from to of by for with on near across over under around into outside inside".split())

# What a number word alone cannot stand behind: "the two met", "all three said", "no one".
NO_BARE = frozenset("the all both these those other last next first no any every each these our your his her".split())

YEARS = range(1500, 2101)
"""Four digits without a comma that may be a year."""

SCALE_WORDS = frozenset(SCALES)


# Whether a number without a unit is part of a name ("Boeing 737", "Article 50") or a year, and no figure.

CALENDAR = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
QUOTED_RE = re.compile(r"[\"“‘']$")
OPENERS = frozenset("some more only just almost nearly roughly approximately around about exactly further".split())
OPENING_RE = re.compile(r"[.!?:\"“‘]\s?$")
WORD_OPENS_RE = re.compile(r"(?:[.!?:]\s|[.!?:,]\s?[\"“‘]|^)$")
BEFORE_WORD_RE = re.compile(r"([\w’'-]+)\s+[\w’'.-]+\s$")


def is_name_or_year(text: str, found: re.Match[str], floor: int, has_noun: bool) -> bool:
    """
    Whether the plain number of `found` names or dates something.

    Args: floor: where the sentence begins or the figure before it ends. has_noun: whether a noun follows to be counted.
    """
    if found["symbol"] or found["scale"] or found["number2"]:
        return False
    start, number = found.start(), found["number"]
    is_quoted = QUOTED_RE.search(text, max(0, start - 1), start) and text[found.end() : found.end() + 1] in "\"”’'"
    # "Seventeen Doors", the Big Four: a word with a capital inside a sentence is part of a name.
    is_opening = start <= floor or WORD_OPENS_RE.search(text, max(0, start - 3), start)
    if is_quoted or (number[0].isupper() and not is_opening):
        return True
    label = LABEL_BEFORE_RE.search(text, max(0, start - 30), start)
    if label and _is_label(text, label, floor, has_noun, number[0].isdigit()):
        return True
    return number.isdigit() and len(number) == 4 and int(number) in YEARS and not _is_counted(text, found, has_noun)


def _is_counted(text: str, found: re.Match[str], has_noun: bool) -> bool:
    """Whether a plural stands behind four digits: "1900 goats", but not "any 2016 candidate"."""
    phrase = noun_phrase(text, found.end(), min(len(text), found.end() + 60)) if has_noun else None
    return phrase is not None and is_plural(text[phrase.start : phrase.end].rsplit(maxsplit=1)[-1])


def _is_label(text: str, label: re.Match[str], floor: int, has_noun: bool, is_digits: bool) -> bool:
    word = label["word"]
    lower = word.lower().strip("'’")
    if label["gap"]:
        return word[0].isupper() and lower == "group"
    if lower == "top" or (lower in LABELS and (word[0].isupper() or not has_noun)):
        return True
    is_owner = word.endswith(("'s", "’s"))  # "to Turner's 39"
    if not word[0].isupper() or is_owner or lower in CALENDAR or lower in PREPOSITIONS:
        return False
    at = label.start("word")
    if at <= floor or OPENING_RE.search(text, max(0, at - 2), at):
        # The capital is that of the sentence: "Apollo 11 fans", but "Another 20 people", "Killed 12 people".
        is_ordinary = lower in FUNCTION_WORDS or lower in VERBS or lower in OPENERS
        return is_digits and not is_ordinary and not lower.endswith(("ed", "ing", "ly", "s"))
    before = BEFORE_WORD_RE.search(text, max(0, at - 30), label.end())
    if has_noun and before and before[1].lower() in PREPOSITIONS:
        return False  # In Gaza 25 people died.
    return is_digits or lower in LABELS
