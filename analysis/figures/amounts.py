"""Amounts: one number or a range of two, with the unit, the currency or the noun behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.english.nouns import NounPhrase, is_plural, lemma, noun_phrase, of_phrase
from analysis.english.numbers import value_of
from analysis.english.units import (
    CURRENCY_WORD_RE,
    GLUED_RE,
    PER_CENT_RE,
    UNIT_RE,
    currency_name,
    named_currency,
    unit_name,
)
from analysis.figures.forms import AMOUNT_RE, NO_BARE, is_name_or_year
from analysis.figures.readings import Reading, counting, hedge_before, hedge_behind, hedged

BETWEEN_RE = re.compile(r"\bbetween\s$", re.I)
FROM_RE = re.compile(r"\bfrom\s$", re.I)
YEARS_OLD_RE = re.compile(r"[\s-]years?[\s-]olds?\b")
OR_OLDER_RE = re.compile(r"\sor\s(?P<way>older|younger|over|under)\b")
TIED_RE = re.compile(r"-(?P<noun>[a-z]{3,14})\b(?!-)")
NAME_THEN_AGE_RE = re.compile(r"[^\W\d_]{2,},\s$")
AGE_END_RE = re.compile(r"(?=[,.;)]|$)(?!,\d)")
BEFORE_RE = re.compile(r"([A-Za-z’']+)\s$")
SHE_IS_RE = re.compile(r"\b(?:he|she|who)\s(?:is|was|turned|turns)\s$|\bboth\s$", re.I)
ONE_DAY_RE = re.compile(r"one\sday\b", re.I)
LISTED_RE = re.compile(r"\s[A-Z][a-z]+\s[A-Z]")
ONE_DAY_OPENERS = frozenset("for in after within just only than about least of lasted last every".split())
"""Before "one day" where it measures a time; elsewhere it means "once"."""

NEAR = 24
"""Characters before a number within which the words are read that tell its kind."""

MAX_AGE = 120
LONG_PHRASE = 90
"""Characters behind a number within which its noun must stand."""


def amount(text: str, start: int, floor: int, limit: int) -> tuple[int, Reading | None]:
    """
    Read the amount whose number begins at `start`.

    Args: floor, limit: the bounds within which its hedge, its unit and its noun may stand.
    Returns: where to go on, and the figure, or None if the number is none.
    """
    found = AMOUNT_RE.match(text, start, limit)
    for back in (1, 2, 3, 4):  # A currency may stand before the digits: $, US$, USD, Rs.
        earlier = AMOUNT_RE.match(text, start - back, limit) if start - back >= floor else None
        if earlier and earlier["symbol"] and earlier.start("number") == start:
            found = earlier
    if not found:
        return _past(text, start), None
    is_between = bool(BETWEEN_RE.search(text, floor, found.start()))
    if found["number2"] and not _is_range(text, found, floor, limit, is_between):
        if found["link"].strip() in ("-", "–") and _is_score(found):
            return found.end(), Reading(found.start(), found.end(), found.start(), found.end(), "score")
        found = AMOUNT_RE.match(text, found.start(), found.end("scale") if found["scale"] else found.end("number"))
        if not found:
            return _past(text, start), None
    return _single(text, found, floor, limit, is_between)


def _single(text: str, found: re.Match[str], floor: int, limit: int, is_between: bool) -> tuple[int, Reading | None]:
    """Read one amount, or one range, with what stands behind it."""
    reading = _valued(found)
    if found["number2"] and is_between:
        reading = replace(reading, start=BETWEEN_RE.search(text, floor, found.start()).start())  # type: ignore[union-attr]
    glued = GLUED_RE.match(text, found.end(), limit)
    if glued and text[found.end() - 1].isdigit() and not found["symbol"]:
        reading = replace(reading, end=glued.end(), kind="measure", unit=unit_name(glued["unit"]))
        return reading.end, hedged(text, counting(reading, text, of_phrase(text, reading.end, limit)), floor)
    if text[found.end() : found.end() + 1].isalnum() or re.match(r"[.,:/]\d", text[found.end() : found.end() + 2]):
        return _past(text, found.end()), None
    behind = hedge_behind(text, found.end(), limit)
    if behind:
        reading = replace(reading, end=behind[0], hedge=behind[1])
    for reader in (_share, _money, _age, _measure):
        special = reader(text, reading, found, floor, limit)
        if special:
            return special.end, hedged(text, special, floor)
    reading = _count(text, reading, found, limit)
    is_direct = bool(reading.noun and not text.startswith(" of", found.end()))
    if is_name_or_year(text, found, floor, is_direct) or not _may_stand(text, found, floor, reading.noun is not None):
        return found.end(), None
    return reading.end, hedged(text, reading, floor)


def _valued(found: re.Match[str]) -> Reading:
    """The reading of the number alone: a value, or a range that shares the scale of its second end."""
    start, end = found.start(), found.end()
    if not found["number2"]:
        return Reading(start, end, start, end, "count", value_of(found["number"], found["scale"]))
    low = value_of(found["number"], found["scale"] or found["scale2"])
    return Reading(start, end, start, end, "count", None, low, value_of(found["number2"], found["scale2"]))


def _is_range(text: str, found: re.Match[str], floor: int, limit: int, is_between: bool) -> bool:
    """Whether two numbers are the ends of a range, and not a score, a change or two figures."""
    reading, link = _valued(found), found["link"].strip().lower()
    if reading.low is None or reading.high is None or reading.low >= reading.high:
        return False
    if link == "and":
        return is_between
    if link == "to" and FROM_RE.search(text, floor, found.start()):
        return False
    if link == "or":
        return reading.high == reading.low + 1 or found["number"][0].isdigit()
    has_sign = bool(found["symbol"] or found["scale2"])
    if has_sign or PER_CENT_RE.match(text, found.end()) or UNIT_RE.match(text, found.end()):
        return True
    return bool(GLUED_RE.match(text, found.end()) or noun_phrase(text, found.end(), limit))


def _is_score(found: re.Match[str]) -> bool:
    return not found["symbol"] and not found["scale2"] and found["number"].isdigit() and found["number2"].isdigit()


def _share(text: str, r: Reading, found: re.Match[str], _floor: int, limit: int) -> Reading | None:
    """14 per cent, 25% of the firms."""
    sign = PER_CENT_RE.match(text, r.end, limit)
    if not sign or found["symbol"]:
        return None
    r = replace(r, end=sign.end(), kind="share", unit="per cent")
    return counting(r, text, of_phrase(text, r.end, limit))


def _money(text: str, r: Reading, found: re.Match[str], _floor: int, limit: int) -> Reading | None:
    """$1.1 billion, 412 million euros."""
    if found["symbol"]:
        return replace(r, kind="money", unit=currency_name(found["symbol"]))
    word = CURRENCY_WORD_RE.match(text, r.end, limit)
    return replace(r, end=word.end(), kind="money", unit=named_currency(word)) if word else None


def _age(text: str, r: Reading, found: re.Match[str], floor: int, limit: int) -> Reading | None:
    """46-year-old, 46 years old; "Tamm, 46,"; "people over 65"."""
    old = YEARS_OLD_RE.match(text, r.end, limit)
    if old:
        return replace(r, end=old.end(), kind="age", unit="year")
    if r.value is None or not 0 < r.value <= MAX_AGE or not found["number"].isdigit() or found["scale"]:
        return None
    older = OR_OLDER_RE.match(text, r.end, limit)
    if older:
        hedge = "at least" if older["way"] in ("older", "over") else "up to"
        return replace(r, end=older.end(), kind="age", unit="year", hedge=hedge)
    near = max(floor, found.start() - NEAR)
    is_told = NAME_THEN_AGE_RE.search(text, near, found.start()) or SHE_IS_RE.search(text, near, found.start())
    if is_told and AGE_END_RE.match(text, r.end):
        return replace(r, kind="age", unit="year")
    before_it = hedge_before(text, r.start, floor)
    if before_it and text[before_it[0] : r.start].lower().strip() in ("over", "under"):
        before = BEFORE_RE.search(text, max(floor, before_it[0] - NEAR), before_it[0])
        if before and is_plural(before[1]) and not noun_phrase(text, r.end, limit):
            return replace(r, kind="age", unit="year")  # Voters under 35.
    return None


def _measure(text: str, r: Reading, _found: re.Match[str], _floor: int, limit: int) -> Reading | None:
    """15-20 tonnes of rice, a 12-mile stretch, magnitude 6.2."""
    sign = UNIT_RE.match(text, r.end, limit)
    if sign:
        if r.value == 1 and sign["unit"] == "day" and text[r.start].isalpha() and not _measures_day(text, r.start):
            return None
        r = replace(r, end=sign.end(), kind="measure", unit=unit_name(sign["unit"] or sign["sign"]))
        return counting(r, text, of_phrase(text, r.end, limit))
    before = re.compile(r"\bmagnitude[\s-]$", re.I).search(text, max(0, r.start - 10), r.start)
    return replace(r, start=before.start(), kind="measure", unit="magnitude") if before else None


def _measures_day(text: str, start: int) -> bool:
    """Whether "one day" at `start` is a measure: "for one day", but not "it could one day lead"."""
    before = BEFORE_RE.search(text, max(0, start - NEAR), start)
    return text[start + 3] == "-" or bool(before and before[1].lower() in ONE_DAY_OPENERS)


def _count(text: str, r: Reading, found: re.Match[str], limit: int) -> Reading:
    """3000 additional soldiers, three of the men, a five-storey house."""
    tied = TIED_RE.match(text, r.end, limit)
    if tied and not found["number2"] and not tied["noun"].endswith(("ed", "strong")):
        return replace(r, end=tied.end(), noun=NounPhrase(tied.start("noun"), tied.end(), lemma(tied["noun"])))
    near = min(limit, r.end + LONG_PHRASE)
    noun = noun_phrase(text, r.end, near, is_one=r.value == 1)
    if noun is None and r.value != 1:
        noun = of_phrase(text, r.end, near)
        if noun and not re.match(r"\sof\s(?:the|these|those|its|his|her|their|our|my)\b", text[r.end : near], re.I):
            noun = None  # "Of 14 of" counts nothing; "three of the men" does.
    return counting(r, text, noun)


def _may_stand(text: str, found: re.Match[str], floor: int, has_noun: bool) -> bool:
    """
    Whether a number is a figure. With a noun it is, but for "no one"; without one digits are, but for a list's
    "9 Carly Fiorina", and words are, but for "one", "the two", "all three".
    """
    before = BEFORE_RE.search(text, max(floor, found.start() - 20), found.start())
    word = before[1].lower() if before else ""
    if has_noun:
        is_once = ONE_DAY_RE.match(text, found.start()) and word not in ONE_DAY_OPENERS
        return not is_once and not (
            found["number"].lower() == "one" and word in ("no", "this", "that", "which", "every", "any")
        )
    if found["number"][0].isdigit():
        return not (found.start() == floor and LISTED_RE.match(text, found.end()))
    return found["number"].lower() != "one" and word not in NO_BARE


def _past(text: str, at: int) -> int:
    """The end of the word that holds `at`."""
    while at < len(text) and (text[at].isalnum() or text[at] in "-’'"):
        at += 1
    return at
