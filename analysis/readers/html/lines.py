"""
The lines that come out of a web page without being part of its article: notices, invitations, bylines.

Each pattern must match a whole short paragraph, so that a sentence that speaks of a newsletter stays.
"""

from __future__ import annotations

import re

MAX_NOISE_WORDS = 40
"""Longer paragraphs are never noise; the longest notices of reuse run to some 35 words."""

MIN_REPEATED_WORDS = 8
"""A paragraph of this many words that stands in the page twice is a teaser or a pull quote the second time."""

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
NOISE_RES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"[\W_]*",
        r"(?:story continues below )?(?:skip )?(?:past )?advertisements?\W*(?:scroll to continue|continue reading)?\W*",
        r"(?:story|article) continues (?:below|after) .{0,40}",
        r"(?:read|see|watch|listen|also read|read also|read next|read more|see also|more on this|related) ?:.{0,200}",
        r"(?:read more|read also|also read|see also|related|recommended)(?: stories| articles| coverage| content)?\W*",
        r"(?:>>|»|›|→).{0,200}",
        r"click here (?:for|to) .{0,150}",
        r"(?:sign up|subscribe)(?: now)? (?:for|to|here) .{0,200}",
        r"(?:follow|like|join) (?:us|the newsroom|our .{1,40}) on .{0,100}",
        r"our standards: .{0,80}",
        r"(?:copyright\W{0,3}(?:©|\(c\)|\d{4})|©|\(c\)).{0,200}",
        r".{0,200}all rights reserved\W*",
        r"(?:was|did you find) this (?:article|story|page) (?:helpful|useful|interesting)\W*",
        r"\(?(?:additional |further )?(?:reporting|writing|editing) by [^.!?]{1,160}\.?\)?",
        r"(?:find this (?:article|story|page) at:? )?https?://\S{1,300}",
        r"you (?:may|might) also (?:like|be interested in)\W*",
        r"by signing up,? you .{1,200}",
        r"live reporting\W*",
        rf"(?:\w{{3,9}},? )?(?:\d{{1,2}} )?(?:{MONTHS})[a-z]{{0,6}}\.? (?:\d{{1,2}}, )?\d{{4}}",
        r"\d{4}-\d{2}-\d{2}",
        r"do you have (?:a|any) (?:story|stories|tip|tips|news|information)\W.{0,150}",
        r"(?:have|got) a (?:story|tip|news tip)\?.{0,150}",
        r"this (?:article|story|report) (?:was|has been) (?:originally|first) published .{0,150}",
        r"source: [^.!?]{1,100}\.?",
        r"share(?: this(?: article| story)?| article| story| (?:on|via) \w+)?\W*",
        r"(?:first |last )?(?:published|updated|modified)(?: on| at)?:? [^.!?]{0,50}\d[^.!?]{0,30}",
        r"listen to this article.{0,60}",
        r"print this (?:page|article|story).{0,60}",
        r"key events\W*",
        r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?",
        r"(?:photo|photograph|image|picture|video)s?(?: by| credit)?: [^.!?]{1,100}\.?",
    )
)
TABLE_ROW_RE = re.compile(r"\|(.*)\|\s*")
TABLE_RULE_RE = re.compile(r"[\s|:-]+")
BULLET_RE = re.compile(r"[-•*]\s+")

END_MATTER = frozenset({"sources", "references", "external links", "further reading", "related news"})
END_MATTER_SHARE = 0.75
"""A heading "Sources" in the last quarter of a page begins a list of links, as wikis have; before, it is a topic."""


NAME = r"[A-Z][\w.'’-]{0,30}(?: (?:(?:de|van|von|der|da|al|bin) ){0,2}[A-Z][\w.'’-]{0,30}){1,3}"
BYLINE_RE = re.compile(
    rf"By (?P<names>{NAME}(?:(?:, | and ){NAME}){{0,4}})(?:[\s,|·–-]+[^.!?]{{0,40}}\d{{4}}[^.!?]{{0,15}})?"
)
"""A line such as "By Tessa Moana and Tom Pryor, 4 May 2024"."""

FIRST_LINES = 3
"""Lines of a page among which its byline is."""


def find_byline(lines: list[str]) -> str | None:
    """The authors that a line near the top of a page names after "By"."""
    found = (BYLINE_RE.fullmatch(line.strip()) for line in lines[:FIRST_LINES])
    return next((match["names"] for match in found if match), None)


def clean_lines(lines: list[str], title: str | None, author: str | None) -> list[str]:
    """The lines that belong to the article, without the marks that stand for lists and tables."""
    kept: list[str] = []
    seen: set[str] = set()
    for line in lines:
        text = _plain(line)
        key = " ".join(text.lower().split())
        if not text or is_noise(text) or is_byline(text, author) or (title and key == title.lower() and kept):
            continue
        if key in seen and len(key.split()) >= MIN_REPEATED_WORDS:
            continue
        seen.add(key)
        kept.append(text)
    return _without_end_matter(kept)


def _without_end_matter(lines: list[str]) -> list[str]:
    n_chars, total = 0, sum(map(len, lines))
    for index, line in enumerate(lines):
        if line.lower() in END_MATTER and n_chars >= END_MATTER_SHARE * total:
            return lines[:index]
        n_chars += len(line)
    return lines


def is_noise(text: str) -> bool:
    """Whether a paragraph is a notice or an invitation and nothing else."""
    return len(text.split()) <= MAX_NOISE_WORDS and any(pattern.fullmatch(text) for pattern in NOISE_RES)


def is_byline(text: str, author: str | None) -> bool:
    """Whether a paragraph only names the author, or says what the author does for the paper."""
    if BYLINE_RE.fullmatch(text):
        return True
    if author is None or len(text.split()) > MAX_NOISE_WORDS:
        return False
    names = [name.strip().lower() for name in re.split(r",|;| and ", author) if name.strip()]
    rest = text.lower().removeprefix("by ")
    if not any(rest.startswith(name) for name in names):
        return False
    for name in names:
        rest = rest.replace(name, "")
    is_bio = re.match(r"\s*(?:is|covers|reports|writes|has covered) (?:an? |the |on |for |about )", rest)
    return bool(is_bio and " the " in rest) or not re.search(r"[a-z]{3,}", rest.replace("and", ""))


def _plain(line: str) -> str:
    """A line without the marks that trafilatura writes for list items and table rows."""
    text = line.strip()
    row = TABLE_ROW_RE.fullmatch(text)
    if row:
        if TABLE_RULE_RE.fullmatch(text):
            return ""
        return " | ".join(cell.strip() for cell in row[1].split("|") if cell.strip())
    return BULLET_RE.sub("", text, count=1) if BULLET_RE.match(text) else text
