"""
What looks doubtful in a text that was taken from a file, in sentences for the preview.

A doubt stops nobody: the reader of the preview sees the text and decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.readers.draft import Draft

MIN_WORDS = 60
"""Shorter texts are a teaser, a caption or a notice; the shortest reports of news agencies have some 80 words."""

MENU_SHARE = 0.4
"""Of the words of a menu most stand in short lines without a full stop; of an article's, its headings: under 0.1."""

MENU_LINE_WORDS = 6
MIN_MENU_LINES = 6

QUOTE_MARKS = "\"”’'»)]"
END_RE = re.compile(r"[.!?…][\"”’'»)\]]*$")
TEASER_RE = re.compile(
    r"(?:read more|continue reading|subscribe to (?:read|continue)|sign in to (?:read|continue)|log in to continue"
    r"|to continue reading|already a subscriber|read the full (?:story|article))\W{0,3}$",
    re.I,
)
NO_SCRIPT_RE = re.compile(r"(?:enable|turn on|requires?) javascript|javascript is (?:disabled|required)", re.I)
WALL_RE = re.compile(
    r"\b(?:access denied|are you a robot|verify (?:that )?you are (?:a )?human|unusual traffic)\b", re.I
)

COMMON_WORDS = frozenset("the of and to in a is that for on was with as at by it be from has said".split())
MIN_COMMON = 0.12
"""The share of these words in English news is about 0.3, in other languages below 0.06."""


def find_doubts(draft: Draft) -> tuple[str, ...]:
    """Sentences on what looks doubtful, the gravest first; none where nothing does."""
    checks: tuple[Callable[[Draft], str], ...] = (_blocked, _very_short, _menu, _cut_off, _open_quote, _language)
    return tuple(found for check in checks if (found := check(draft)))


def _blocked(draft: Draft) -> str:
    if draft.n_words < 200 and (NO_SCRIPT_RE.search(draft.text) or WALL_RE.search(draft.text)):
        return "This looks like a notice of the website, not like an article."
    return ""


def _very_short(draft: Draft) -> str:
    n_words = draft.n_words
    return (
        f"The text is very short ({n_words} words). Part of the article may be missing." if n_words < MIN_WORDS else ""
    )


def _menu(draft: Draft) -> str:
    lines = [line.strip() for line in draft.text.split("\n") if line.strip()]
    short = [line for line in lines if len(line.split()) <= MENU_LINE_WORDS and not END_RE.search(line)]
    n_words = sum(len(line.split()) for line in short)
    if len(short) >= MIN_MENU_LINES and n_words >= MENU_SHARE * draft.n_words:
        return "Much of the text looks like a menu or a list of links. Remove what does not belong to the article."
    return ""


def _cut_off(draft: Draft) -> str:
    lines = [line.strip() for line in draft.text.strip().rsplit("\n", 1)]
    last = lines[-1]
    if TEASER_RE.search(last):
        return f'The text ends with "{_tail(last)}". The rest may be for subscribers only.'
    if last.endswith((",", ":", ";", "-", "–", "—")) or (len(last.split()) > 12 and not END_RE.search(last)):
        return f'The text ends in mid-sentence ("{_tail(last)}"). Its end may be missing.'
    return ""


def _open_quote(draft: Draft) -> str:
    """A last paragraph that opens a quotation and does not close it was cut after it."""
    last = draft.text.strip().rsplit("\n", 1)[-1]
    if last.count("“") > last.count("”") or last.count('"') % 2:
        return "The text ends within a quotation. Its end may be missing."
    return ""


def _language(draft: Draft) -> str:
    words = [word.strip(".,;:!?\"“”'‘’()").lower() for word in draft.text.split()[:2_000]]
    if len(words) >= MIN_WORDS and sum(word in COMMON_WORDS for word in words) < MIN_COMMON * len(words):
        return "This does not look like English, the one language that is analysed."
    return ""


def _tail(line: str) -> str:
    return " ".join(line.split()[-6:])[-60:]
