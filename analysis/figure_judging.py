"""Whether a number without a unit is part of a name ("Boeing 737", "Article 50") or a year, and no figure."""

from __future__ import annotations

import re

from analysis.date_patterns import MONTHS, WEEKDAYS
from analysis.figure_nouns import FUNCTION_WORDS, VERBS, is_plural, noun_phrase
from analysis.figure_patterns import LABEL_BEFORE_RE, LABELS, PREPOSITIONS, YEARS

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
