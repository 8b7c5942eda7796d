"""
Whether words can name somebody who speaks: "the ministry", "Liisa Tamm", never "Two", "and, when" or "in Iowa".

The rules around quotations cut at commas and verbs, so what is left over may be a piece of a sentence. A piece is
known by the small word that opens or ends it, or by a verb inside it that has no "who" before it.
"""

from __future__ import annotations

import re

OPENS_NONE = frozenset(
    """
    and but or nor so yet if when while where whereas because although though since until unless as than then that
    how why what whether in on at by for from with without to into onto of about after before against among amid
    around between beyond despite during except following given including like unlike near over per through
    throughout under upon via within not only just even also still again already almost always never often once
    perhaps maybe too very well instead later earlier meanwhile however moreover there here now today yesterday
    tomorrow last next be is are was were been being do does did will would can could may might must shall should
    who whom whose which it's that's he's she's they're we're i'm
    """.split()
)
"""Words that open no phrase for somebody who speaks; pronouns are judged before."""

NAMES_LIKE_VERBS = ("Will", "May", "Mark", "Grant")
"""Given names that are verbs too: "Will Doyle said"; with a capital in mid-sentence they are names."""

NUMBERS = frozenset("two three four five six seven eight nine ten both few".split())
"""Alone they name nobody; "one" and "another" may."""

ENDS_NONE = frozenset(
    "the a an of from to in on with by for at that and or as be than into about against his her its their".split()
)

PARTICIPLE_RE = re.compile(r"[A-Za-z]+ing$")
ADJECTIVES_IN_ING = frozenset(
    """
    leading visiting sitting outgoing incoming retiring ruling opposing surviving acting presiding reigning managing
    neighbouring neighboring governing prevailing defending dissenting attending investigating arresting king
    sterling browning fleming harding manning channing spring
    """.split()
)
"""Words in -ing that open a phrase: "leading scientists", "acting mayor", and names."""

FINITE_RE = re.compile(
    r"(?<![-\w])(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|has|have|had|can|could|will|would|did|does|do|don['’]t"
    r"|didn['’]t|doesn['’]t|should|must)(?![-\w])"
)
RELATIVE_RE = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")
WORD_RE = re.compile(r"[\w'’.-]*\w")


def is_noun_phrase(words: str) -> bool:
    """Whether a piece of a sentence can name somebody who speaks."""
    found = [word.lower().replace("’", "'") for word in WORD_RE.findall(words)]
    if not found or words.count("(") != words.count(")"):
        return False
    first, last = found[0], found[-1]
    if (
        (first in OPENS_NONE and not words.startswith(NAMES_LIKE_VERBS))
        or last in ENDS_NONE
        or (len(found) == 1 and first in NUMBERS)
    ):
        return False
    if first.endswith("ly") and (len(found) == 1 or words[:1].islower()):
        return False
    if PARTICIPLE_RE.match(first) and first not in ADJECTIVES_IN_ING and not goes_on_in_capitals(words):
        return False
    verb = FINITE_RE.search(words)
    relative = RELATIVE_RE.search(words)
    return verb is None or (relative is not None and relative.start() < verb.start())


def goes_on_in_capitals(words: str) -> bool:
    """Whether a second word with a capital follows the first, as in a name: "Ming Zhao", not "telling Fox"."""
    return bool(re.match(r"[A-Z][\w'’-]*\s+[A-Z]", words))
