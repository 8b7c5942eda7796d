"""Words that are used alike in much other text, so that the recogniser knows more words than it was trained on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

RESOURCE = Path(__file__).parent / "resources" / "word_clusters.txt"
"""100,000 words in 1,000 clusters within 100; made by `python -m training.word_clusters`, which names the source."""


class Cluster(NamedTuple):
    """The number of a word's cluster, and of the coarse one around it, as the features name them."""

    fine: str
    coarse: str


NONE = Cluster("-", "-")
"""The cluster of a word that is not listed."""


@cache
def _clusters() -> dict[str, Cluster]:
    found: dict[str, Cluster] = {}
    for number, line in enumerate(RESOURCE.read_text("utf-8").splitlines()):
        coarse, _, words = line.partition(": ")
        found.update(dict.fromkeys(words.split(" "), Cluster(str(number), coarse)))
    return found


def cluster_of(word: str) -> Cluster:
    """The cluster of a word, however it is capitalised."""
    return _clusters().get(word.lower().replace("’", "'"), NONE)
