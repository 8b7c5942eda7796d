"""
What a website asks of programs in its robots.txt.

Source: RFC 9309. The group that names us counts, else the group for all; the longest rule that matches decides, and
between two of one length the one that allows.
"""

from __future__ import annotations

import re
from io import StringIO
from itertools import islice
from urllib.parse import unquote

MAX_BYTES = 512_000
"""How much of a robots.txt is read; the standard asks for at least 500 KiB."""

MAX_RULES = 5_000
"""Rules kept of one group; the longest robots.txt of a newspaper has some 600."""

MAX_LINES = 20_000
MAX_LINE_CHARS = 2_000
MAX_STARS = 10
"""Stars in one rule; rules with more are left out, since none that a person wrote has them."""

PRODUCT = "dateline"
LINE_RE = re.compile(r"\s*(user-agent|allow|disallow)\s*:\s*([^#]*)", re.I)


def is_allowed(robots: str, target: str) -> bool:
    """Whether `robots`, the text of a robots.txt, lets us read `target`, a path with its query."""
    target = unquote(target)
    matching = [(len(path), allows) for allows, path in rules_for(robots) if path and matches(path, target)]
    return max(matching)[1] if matching else True


def rules_for(robots: str) -> list[tuple[bool, str]]:
    """
    The rules that apply to us, each as whether it allows, and its path.

    Only the rules of the two groups that can count are kept, and reading stops at the limits, so that a file of
    thousands of names above thousands of rules takes no more time or memory than its length.
    """
    ours: list[tuple[bool, str]] = []
    everybodys: list[tuple[bool, str]] = []
    for_us = for_all = names_us = is_open = False
    for line in islice(StringIO(robots.removeprefix("\ufeff")[:MAX_BYTES], newline=None), MAX_LINES):
        found = LINE_RE.match(line[:MAX_LINE_CHARS])
        if not found:
            continue
        field, value = found[1].lower(), found[2].strip()
        if field == "user-agent":
            # Names that follow one another share the rules below them.
            name = value.lower()
            for_us, for_all = (is_open and for_us) or name == PRODUCT, (is_open and for_all) or name == "*"
            names_us = names_us or for_us
            is_open = True
            continue
        is_open = False
        for group in [ours] * for_us + [everybodys] * for_all:
            if len(group) < MAX_RULES:
                group.append((field == "allow", value))
        if len(ours) >= MAX_RULES:
            break
    return ours if names_us else everybodys


def matches(rule: str, target: str) -> bool:
    """Whether a rule's path matches the beginning of `target`; "*" is any characters, "$" the end."""
    rule = unquote(rule)
    is_anchored = rule.endswith("$")
    pieces = rule.removesuffix("$").split("*")
    if len(pieces) > MAX_STARS or not target.startswith(pieces[0]):
        return False
    position = len(pieces[0])
    for piece in pieces[1:-1]:
        found = target.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    if len(pieces) == 1:
        return not is_anchored or position == len(target)
    if is_anchored:
        return target.endswith(pieces[-1]) and len(target) - len(pieces[-1]) >= position
    return target.find(pieces[-1], position) >= 0
