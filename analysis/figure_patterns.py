"""
How news text writes amounts, shares and multitudes, and the numbers that are none: times, addresses, ordinals.

Every pattern is bounded, so that reading is linear in the length of the text.
"""

from __future__ import annotations

import re

from analysis.figure_units import SYMBOL
from analysis.number_words import DENOMINATORS, DIGITS, ONES, SCALE, SCALES, WORDS

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
