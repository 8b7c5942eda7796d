"""The articles a reader can choose: the bundled ones, and those added in this session."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from analysis.corrections.file import UNSEEN_RE
from analysis.english.segment import segment
from analysis.errors import InputError
from analysis.gazetteer.fold import well_formed
from analysis.json_file import quoted
from analysis.pipeline import check_date, check_text
from analysis.readers.plain import read_plain

SEEDS = Path(__file__).parents[2] / "seeds"
MAX_LABEL_CHARS = 60
"""A longer headline is cut in lists; the whole one stands on the page."""

MAX_NOTE_CHARS = 300
"""A longer word on where a text comes from is cut."""

MAX_TIDIED_CHARS = 5_000
"""Of a label or note no more is looked at."""

MAX_DAY_CHARS = 40
"""A longer day of publication is no day; "2020-01-04T12:00:00+00:00" has 25."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the name it goes by in lists, and one sentence on where it comes from."""

    id: str
    label: str
    text: str
    note: str
    published: str | None = None


@cache
def bundled() -> Mapping[str, Article]:
    """The articles in seeds/, by id, in the order of seeds.toml."""
    entries = tomllib.loads((SEEDS / "seeds.toml").read_text(encoding="utf-8"))["seed"]
    return {
        entry["id"]: Article(
            entry["id"], entry["label"], read_plain((SEEDS / entry["file"]).read_bytes()), entry["note"]
        )
        for entry in entries
    }


def from_text(text: str, note: str, label: str = "", published: str | None = None) -> Article:
    """
    An article of a reader's own; its id follows from its text, so that adding it twice gives one.

    Args: label: the name it goes by in lists; by default its headline. `published`: a day in ISO form.

    Raises: InputError where the text cannot be analysed, or the day is none.
    """
    checked = check_text(text)
    if published is not None and len(published) > MAX_DAY_CHARS:
        raise InputError(f"The publication date {quoted(published)} is not a date. Write it as year-month-day.")
    day = check_date(published)
    digest = hashlib.sha256(checked.encode("utf-8")).hexdigest()[:8]
    first = tidy(label) or tidy(segment(checked).title or checked) or "A text without letters"
    return Article(f"own-{digest}", cut(first, MAX_LABEL_CHARS), checked, cut(tidy(note), MAX_NOTE_CHARS), day)


def tidy(text: str) -> str:
    """One line of what can be seen and encoded: no control character, no mark that turns the direction of writing."""
    return " ".join(UNSEEN_RE.sub("", well_formed(text[:MAX_TIDIED_CHARS])).split())


def cut(text: str, n_chars: int) -> str:
    """The text, or its first characters and an ellipsis."""
    return text if len(text) <= n_chars else text[: n_chars - 1].rstrip() + "…"


def saved_bytes(article: Article) -> int:
    """What an article takes in a session file."""
    return len(json.dumps(asdict(article), ensure_ascii=False, indent=2).encode("utf-8")) + 100
