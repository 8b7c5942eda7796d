"""
Weigh whether a name the gazetteer lists is a place where it stands.

Cues add up on one scale; a name is taken for a place from ACCEPT on. The weights are set by hand and were checked
on half of each development corpus (`python -m benchmarks.places`); their signs matter more than their size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, SURNAME, WORD
from analysis.gazetteer.lookup import flags_of
from analysis.places.runs import DIRECT, Found, Word, is_word, known_name
from analysis.places.words import (
    FEATURE_HEADS,
    INSTITUTIONS,
    MODIFIERS,
    NAME_OPENERS,
    SETTLEMENT_NOUNS,
    STREET_HEADS,
    STRONG_AFTER,
    STRONG_BEFORE,
    TITLES,
    WEAK_BEFORE,
)

WORD_SHARE_OF_TOWN = 0.6
"""What of the cost of being a word, too, a large town pays: "Oxford", "Limerick"."""

ACCEPT = 0.8

# The last word before a name, the one before that, and the first behind it: plain words only.
BEFORE_RE = re.compile(r"(?:(?P<second>[a-z]+) )?(?P<first>[a-z]+) (?:the )?$")
AFTER_RE = re.compile(r"(?:['’]s)?[ -](?P<word>[a-z]+)")
ILLNESSES = frozenset("virus viruses disease syndrome fever flu".split())
"""Named after places that the text does not mean: "West Nile virus", "Lyme disease"."""
# "Silverstone, Northamptonshire.": behind a capitalised word and a comma, before a mark.
ADDRESS_RE = re.compile(r"\b[A-Z][\w.]+, $")
SPEAKING = frozenset("said says told added asked recalled thinks thought knew believes smiled explained joked".split())
SENTENCE_START_RE = re.compile(r"(?:^|[.!?:;\"“”‘'\n—–•|]|--)\s*$")

# "BASRA, Iraq (AP) —", "LONDON —": capitals, whatever follows a comma, an agency, a dash.
DATELINE_RE = re.compile(
    r"(?:(?<=^)|(?<=[.!?\"”|\n] )|(?<=\n))"
    r"(?P<town>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,3})"
    r"(?P<more>, [A-Z][\w.' ]{1,24})?"
    r"(?: ?\([^()\n]{2,30}\))?"
    r"\s?(?:—|–|--|-|\ufffd)\s"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph is like: a headline in capitalised words, or all in capitals."""

    is_headline: bool
    is_capitals: bool


def setting_of(text: str) -> Setting:
    """Tell a paragraph whose capitals mean nothing from plain prose."""
    words = re.findall(r"[^\W\d_]{2,}", text[:400])
    if not words:
        return Setting(False, False)
    capitals = sum(word.isupper() for word in words)
    capitalised = sum(word[0].isupper() for word in words)
    long_words = [word for word in words if len(word) > 3]
    is_closed = text.rstrip().endswith(".")
    is_headline = (
        not is_closed and len(words) > 3 and sum(w[0].isupper() for w in long_words) > 0.75 * max(1, len(long_words))
    )
    return Setting(is_headline and capitalised > 0.6 * len(words), capitals > 0.7 * len(words))


def base_score(found: Found, surface: str) -> float:
    """How likely the name is a place before we look around it."""
    known = found.known
    score = 4.0 if known.kind in ("country", "region") else fame_score(known.fame)
    if found.last > found.first:
        return score + 1.5
    if known.is_curated and surface.replace(".", "").isupper():
        return score
    flags = known.flags
    if known.kind == "country":
        return score - (1.0 if flags & (COMMON_WORD | WORD) else 0)
    cost = 3.0 if flags & COMMON_WORD else 1.5 if flags & WORD else 0.0
    score -= cost * WORD_SHARE_OF_TOWN if known.fame >= fame.LARGE_TOWN else cost
    if known.fame < fame.METROPOLIS:
        score -= 1.0 if flags & GIVEN_NAME else 0
        score -= 1.2 if flags & COMMON_SURNAME else 0.7 if flags & SURNAME else 0
    if surface.isupper() and len(surface) <= 5 and not known.is_curated:
        score -= 4.0
    return score


def fame_score(how_known: float) -> float:
    """Fame on the scale of the cues."""
    steps = (
        (fame.LARGE_CITY, 2.5), (fame.TOWN, 1.7), (fame.VILLAGE, 0.8), (fame.SMALL_VILLAGE, 0.2), (fame.HAMLET, -0.4),
    )  # fmt: skip
    return next((score for bound, score in steps if how_known >= bound), -0.8)


def context_score(text: str, start: int, end: int) -> float:
    """What the lower-case words on both sides say, and a place behind a comma."""
    score = 0.0
    before = BEFORE_RE.search(text, max(0, start - 40), start)
    if before:
        first, second = before["first"], before["second"]
        if first in STRONG_BEFORE or (first == "of" and second in SETTLEMENT_NOUNS) or first in SETTLEMENT_NOUNS:
            score += 2.0
        elif first in WEAK_BEFORE:
            score += 0.8
    after = AFTER_RE.match(text, end)
    if after and after["word"] in STRONG_AFTER:
        score += 2.0
    elif after and after["word"] in SPEAKING and not text.startswith("'", end):
        score -= 1.0
    elif after and after["word"] in ILLNESSES:
        score -= 4.0
    if ADDRESS_RE.search(text, max(0, start - 12), start) and text[end : end + 1] in (".", ",", ";", ")", ""):
        score += 1.0
    return score


def neighbour_score(words: list[Word], found: Found, setting: Setting) -> float:
    """What capitalised words directly beside the name say: part of a longer name, or of a person's."""
    score = 0.0
    left = words[found.first - 1] if found.first and words[found.first - 1].gap == DIRECT else None
    right = words[found.last + 1] if words[found.last].gap == DIRECT and found.last + 1 < len(words) else None
    if left is not None:
        score += beside(left.text, found, setting, is_left=True)
    if right is not None:
        score += beside(right.text, found, setting, is_left=False)
    return score


def beside(text: str, found: Found, setting: Setting, is_left: bool) -> float:
    """The weight of one capitalised neighbour: a known sort of word, or else perhaps a part of a person's name."""
    lower = text.lower()
    if is_left and lower in TITLES and not setting.is_headline:
        return -3.0
    if lower in INSTITUTIONS or lower in FEATURE_HEADS or lower in STREET_HEADS:
        return -0.3 if is_left else 0.3
    if is_left and (lower in MODIFIERS or lower in NAME_OPENERS):
        return 0.8 if lower in MODIFIERS else -0.5
    known = known_name(text)
    is_other = known is not None and (known.is_demonym or known.fame >= fame.CITY)
    return 0.0 if is_other or is_word(text) or lower in MODIFIERS else _beside_unknown(text, found, setting, is_left)


def _beside_unknown(text: str, found: Found, setting: Setting, is_left: bool) -> float:
    if setting.is_headline or setting.is_capitals:
        return -0.5
    if is_left and flags_of(text) & GIVEN_NAME:
        return -3.5
    return -1.2 if found.known.fame >= fame.LARGE_CITY else -2.5


def is_sentence_start(text: str, start: int) -> bool:
    """Whether the capital at `start` may come from the sentence, not from the name."""
    return bool(SENTENCE_START_RE.search(text, max(0, start - 4), start)) or start == 0
