"""
Markdown to the text a reader of the rendered page would see.

Every pattern works on one line, with a bound on what it may span: the text is not ours.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from analysis.readers.draft import Draft
from analysis.readers.plain import read_plain

MAX_LINE = 20_000
"""Characters of a line in which marks are looked for; longer lines are no prose, and stay as they are."""

FENCE_RE = re.compile(r"\s{0,3}(?:```|~~~)")
HEADING_RE = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
UNDERLINE_RE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
RULE_RE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
REFERENCE_RE = re.compile(r"\s{0,3}\[[^\]]{1,200}\]:\s*\S+")
PREFIX_RE = re.compile(r"\s{0,12}(?:>\s?|[-*+]\s+)")
KEY_RE = re.compile(r"([A-Za-z][\w-]{0,40}):\s*(.{0,1000})$")

INLINE = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\))?(?:\s+\"[^\"\n]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>\n]{0,500})?/?>"), ""),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^\n*]{1,1000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^\n_]{1,1000}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"~~(?=\S)([^\n~]{1,1000}?)(?<=\S)~~"), r"\1"),
)
"""What stands inside a line, in this order: pictures, links, tags, code, strong, emphasis, struck out."""


ESCAPABLE = "\\`*_{}[]()#+.!>-~|<"
ESCAPE_RE = re.compile(rf"\\([{re.escape(ESCAPABLE)}])")
HIDDEN = 0xE000
"""Escaped marks are moved to this private area of Unicode while the others are looked for."""

SHOWN = {HIDDEN + ord(mark): mark for mark in ESCAPABLE}


def read_markdown(data: bytes, encoding: str | None = None) -> Draft:
    """
    Read Markdown; title, date, author and source come from its front matter, the title else from a first heading.

    `encoding` is what its sender said of it, where there was one.
    """
    text = read_plain(data, encoding).replace("\r\n", "\n").replace("\r", "\n").lstrip("\n\ufeff")
    fields, text = _front_matter(text)
    lines, headings = _plain_lines(text)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return Draft(
        body,
        title=fields.get("title") or (headings[0] if headings and body.startswith(headings[0]) else None),
        published=_date(fields.get("date") or fields.get("published")),
        author=fields.get("author"),
        source=fields.get("source") or fields.get("publisher"),
        format="markdown",
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between two lines "---" that open the text, and what follows; no fields where it opens otherwise."""
    lines = text.split("\n", 60)
    if lines[0].rstrip() != "---" or "---" not in [line.rstrip() for line in lines[1:60]]:
        return {}, text
    end = [line.rstrip() for line in lines[:60]].index("---", 1)
    fields = {}
    for line in lines[1:end]:
        if found := KEY_RE.match(line):
            fields[found[1].lower()] = found[2].strip().strip("\"'")
    return {key: value for key, value in fields.items() if value}, "\n".join(lines[end + 1 :])


def _plain_lines(text: str) -> tuple[list[str], list[str]]:
    """The lines without their marks, and the texts of the headings of the first rank."""
    lines: list[str] = []
    headings: list[str] = []
    is_code = False
    for line in text.split("\n"):
        if FENCE_RE.match(line):
            is_code = not is_code
        elif is_code or len(line) > MAX_LINE:
            lines.append(line)
        elif found := HEADING_RE.match(line):
            heading = plain_line(found[2])
            if len(found[1]) == 1:
                headings.append(heading)
            lines += ["", heading, ""]
        elif UNDERLINE_RE.match(line) and lines and lines[-1].strip():
            # A line of "=" or "-" makes a heading of the line above it, which becomes a paragraph of its own.
            if "=" in line:
                headings.append(lines[-1])
            lines[-1:] = ["", lines[-1], ""]
        elif not RULE_RE.match(line) and not REFERENCE_RE.match(line):
            lines.append(plain_line(line))
    return lines, headings


def plain_line(line: str) -> str:
    """One line without Markdown's marks."""
    for _ in range(3):  # A quoted list has two marks before its words.
        line = PREFIX_RE.sub("", line, count=1) if PREFIX_RE.match(line) else line
    line = ESCAPE_RE.sub(lambda found: chr(HIDDEN + ord(found[1])), line)
    for pattern, replacement in INLINE:
        line = pattern.sub(replacement, line)
    return line.translate(SHOWN).rstrip()


def _date(value: str | None) -> date | None:
    try:
        return datetime.fromisoformat((value or "").strip()).date()
    except ValueError:
        return None
