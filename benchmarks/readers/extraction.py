"""
Extraction from web pages: how many of an article's words are kept, and how many others come along.

The pages are of our own making and imitate the markup of newspapers; beside each lies what a careful reader would
copy out of it. Headlines are left out of the count on both sides.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
WORD_RE = re.compile(r"\w+(?:['’.,-]\w+)*")

Found = tuple[str, str | None, str | None, str | None]
"""Text, title, day of publication, author."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a reader made of a page: words of the article, words kept, other words, fields that are right."""

    page: str
    n_words: int
    n_kept: int
    n_others: int
    title: bool
    published: bool
    author: bool

    @property
    def is_good(self) -> bool:
        """Whether at least 98 % of the words are kept and at most 2 % are others."""
        return self.n_kept >= 0.98 * self.n_words and self.n_others <= 0.02 * self.n_words


def ours(data: bytes) -> Found:
    """The reader of Dateline."""
    from analysis.readers.html.page import read_html

    draft = read_html(data)
    return draft.text, draft.title, draft.published.isoformat() if draft.published else None, draft.author


def trafilatura(data: bytes) -> Found:
    """The library alone, without comments, with its defaults else."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, with_metadata=True, include_comments=False)
    return (found.text or "", found.title, found.date, found.author) if found else ("", None, None, None)


READERS: dict[str, Callable[[bytes], Found]] = {"dateline": ours, "trafilatura": trafilatura}


def score(reader: Callable[[bytes], Found], folder: Path = PAGES) -> list[Score]:
    """One score a page, in the order of their names."""
    return [score_page(reader, path) for path in sorted(folder.glob("*.html"))]


def score_page(reader: Callable[[bytes], Found], path: Path) -> Score:
    """Score one page against the file beside it."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    text, title, published, author = reader(path.read_bytes())
    expected, found = (Counter(WORD_RE.findall(side)) for side in (gold["text"], text))
    if " ".join(text.split()).startswith(gold["title"]):
        found -= Counter(WORD_RE.findall(gold["title"]))
    n_kept = (expected & found).total()
    authors = sorted(re.split(r"; | and |, ", author)) if author else []
    return Score(
        path.stem,
        expected.total(),
        n_kept,
        found.total() - n_kept,
        title == gold["title"],
        published == gold["published"],
        authors == sorted(gold["author"].split(" and ")),
    )
