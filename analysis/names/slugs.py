"""
Slugs: the lines by which wire services file a story, "BC-US--Storm, 1st Ld-Writethru, 420".

They are keywords for editors and no part of the story: the "BC" is no British Columbia, the "Ld" nobody's name.
"""

from __future__ import annotations

import re

from analysis.model import Document

LONGEST = 100
"""Characters of a slug."""

FIRST_PARAGRAPHS = 3
"""A slug stands among the first paragraphs of a text, above headline and lead."""

SLUG_RE = re.compile(
    r"(?:[A-Z]{2,3}-){1,2}-?[A-Z][\w .&'’/-]*--?[\w .&'’/-]+(?:,.*)?"  # BC-US--Storm, AM-Iraq-Blast
    r"|.*\b(?:\d(?:st|nd|rd|th)\s+(?:Ld|Lead|Writethru|Add|Sub)\b|Ld-Writethru\b|Writethru\b).*"
    r"|[A-Z]{2,5}(?:[-/][A-Z0-9]{2,})+(?:[-:/ ][A-Z0-9]+)*(?:,\s*\d+)?"  # US-NEWS-STORM-1:AA
)


def is_slug(line: str) -> bool:
    """Whether a line files a story instead of telling it."""
    line = line.strip()
    return 0 < len(line) <= LONGEST and line[-1] not in ".?!" and SLUG_RE.fullmatch(line) is not None


def find_slugs(document: Document) -> list[tuple[int, int]]:
    """Where the slugs of a document stand."""
    text = document.text
    return [(p.start, p.end) for p in document.paragraphs[:FIRST_PARAGRAPHS] if is_slug(text[p.start : p.end])]
