"""The articles a reader can choose: the bundled ones, and those added in this session."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.pipeline import check_date, check_text
from analysis.readers.plain import read_plain
from analysis.segment import segment

SEEDS = Path(__file__).parent.parent / "seeds"
MAX_LABEL_CHARS = 60
"""A longer headline is cut in lists; the whole one stands on the page."""


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
    digest = hashlib.sha256(checked.encode("utf-8")).hexdigest()[:8]
    document = segment(checked)
    first = label or document.title or " ".join(checked.split())
    label = first if len(first) <= MAX_LABEL_CHARS else first[: MAX_LABEL_CHARS - 1].rstrip() + "…"
    return Article(f"own-{digest}", label, checked, note, check_date(published))
