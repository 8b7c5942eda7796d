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
