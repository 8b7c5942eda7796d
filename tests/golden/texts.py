"""The texts of the snapshots: the bundled articles, and a part of the project's prose that nothing is scored on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.entities.corpora import bucket
from training.prose import read_articles

ROOT = Path(__file__).parent.parent.parent
PROSE = ROOT / "training" / "prose"

PUBLISHED = "2024-05-15"
"""A Wednesday: without a day of publication no relative date is read."""

SHARE = 3
"""One document of the prose in so many: about a hundred texts of all beats and regions."""


class Text(NamedTuple):
    """A text and what its snapshot is called."""

    name: str
    text: str


def texts() -> Iterator[Text]:
    """Every text of the snapshots, in the order of their names within each source."""
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield Text(f"seed-{path.stem}", path.read_text(encoding="utf-8"))
    for path in sorted(PROSE.glob("*.txt")):
        for article in read_articles(path):
            # The documents that recognition is scored on are left out: nobody should read what is found in them.
            if bucket(f"prose/{article.id}", 10) and bucket(f"golden/{article.id}", SHARE) == 0:
                yield Text(article.id, article.text)
