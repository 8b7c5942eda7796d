"""Numbers as news text writes them, in digits or in words, and what they are worth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from analysis.gazetteer.fold import lowered

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Letters right behind digits: "£38m", "$3.2bn"."""

DENOMINATORS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_SMALL = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_SCALE = "|".join(SCALES)

# Digits: 1,204 | 2.4 | 2½ | 1 1/2. At most 15 of them, so that a page of digits stays cheap.
DIGITS = r"(?:\d{1,3}\s[1-9]/[2-9](?!\d)|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,6})?[½¼¾⅓⅔]?)"
# Words: twenty-five | two hundred and fifty | three and a half | a dozen | half a million.
WORDS = (
    rf"(?:(?:(?:half\s)?an?\s(?:{_SCALE})|(?:{_SMALL}))\b"
    rf"(?:(?:(?<=hundred)\sand\s|(?<=thousand)\sand\s|(?<=million)\sand\s|[\s-])(?:{_SMALL}|{_SCALE})\b){{0,8}}"
    rf"(?:\sand\sa\shalf\b(?:\s(?:{_SCALE})\b)?)?)"
)
# The scale behind digits: "1.4 billion", "3-million", "£38m".
SCALE = rf"(?:(?:bn|mn|tn|k|m)\b|[\s-](?:{_SCALE})\b)"

WORD_RE = re.compile(r"[a-z]+")


def value_of(text: str, scale: str | None = None) -> float:
    """
    The value of `text`, a match of DIGITS or WORDS, times its scale: ("1.4", " billion") is 1.4e9.

    Whole values come as `int`.
    """
    value = _digits(text) if text[0].isdigit() else _words(lowered(text))
    if scale:
        key = lowered(scale).strip(" -")
        value *= SHORT_SCALES.get(key) or SCALES[key]
    return tidy(value)


def tidy(value: float) -> float:
    """`value` without the dust of floating point: 2300000 for 2.3 million, an `int` where it is whole."""
    value = float(f"{value:.12g}") if isinstance(value, float) else value
    return int(value) if value == int(value) else value


def _digits(text: str) -> float:
    if "/" in text:  # 1 1/2
        return int(text.split(maxsplit=1)[0]) + int(text[-3]) / int(text[-1])
    part = VULGAR.get(text[-1], 0.0)
    plain = text.rstrip("½¼¾⅓⅔").replace(",", "")
    return float(plain) + part if part else (float(plain) if "." in plain else int(plain))


def _words(text: str) -> float:
    whole, _, tail = text.partition(" and a half")
    total: float = 0
    current: float = 0
    for word in WORD_RE.findall(whole):
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if word not in ("hundred", "dozen"):
                total, current = total + current, 0
        elif word == "half":
            current = 0.5
        else:
            current += ONES.get(word, TENS.get(word, 0))
    total += current
    if len(whole) < len(text):
        total += 0.5
        total *= SCALES.get(tail.strip(), 1)
    return total


def any_of(openers: Iterable[str]) -> str:
    """
    A pattern for patterns in lower case that may begin with a capital, grouped by their first letter.

    Python tries the branches of a choice one by one; with one branch a letter most positions are passed over at once.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for opener in openers:
        groups[opener[0]].append(opener[1:])
    return "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(rest)})" for letter, rest in sorted(groups.items()))
