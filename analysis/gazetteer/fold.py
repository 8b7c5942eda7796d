"""Names to keys: how a name is written when only its letters count ("São Paulo" and "SAO PAULO" are one)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, in the spelling English newspapers use for them.
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})

DROPPED_RE = re.compile(r"[.'’‘ʻʼʿʾ`´]+")
GAP_RE = re.compile(r"[\W_]+")

# Words that newspapers shorten at the head of a place name: "St. Louis", "Ft. Worth", "Mt. Everest".
SHORT_HEADS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pt": "point"}


LONE_SURROGATE_RE = re.compile(r"[\ud800-\udfff]")

# Letters that a pattern with re.I takes for ASCII ones and that `lower` leaves alone or makes two of.
SAME_LETTERS = str.maketrans({"ſ": "s", "İ": "i", "ı": "i", "\N{KELVIN SIGN}": "k"})


def lowered(text: str) -> str:
    """
    Small letters of what a pattern with re.I found, to look it up: "ſeconds" and "mİles" are seconds and miles.

    One space stands for white space of any kind, a thin or a no-break space too.
    """
    return " ".join(text.translate(SAME_LETTERS).lower().split())


def well_formed(text: str) -> str:
    """The text with lone surrogates replaced, which no encoding can write."""
    return LONE_SURROGATE_RE.sub("\N{REPLACEMENT CHARACTER}", text)


def shortened(text: str, most: int) -> str:
    """The text, cut to `most` characters where it is longer, for an error or a label."""
    return text if len(text) <= most else text[: most - 1] + "…"


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """
    Return the key of `name`: lower case, no accents, one space between words, "st" at the head written out.

    Names in other scripts keep their letters. The key of a name without a letter or a figure is "".
    """
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(PLAIN_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = GAP_RE.sub(" ", DROPPED_RE.sub("", text)).strip()
    head, gap, rest = text.partition(" ")
    if gap and head in SHORT_HEADS:
        return f"{SHORT_HEADS[head]} {rest}"
    return text
