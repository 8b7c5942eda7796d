"""Which persons "he" and "she" may mean, as far as a title or a given name tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.gazetteer.fold import fold
from analysis.resources import FOLDER

RESOURCE = FOLDER / "given_names.txt"
"""Women's and men's given names; made by `python -m training.given_names`, which names the sources."""

TITLE_RE = re.compile(
    r"\b(?:(?P<f>Mrs|Ms|Miss|Madam|Lady|Dame|Queen|Princess|Baroness|Sister|Smt|Begum|chairwoman|spokeswoman|"
    r"councilwoman|congresswoman|actress|policewoman|mother|daughter|wife|widow|sister|grandmother|aunt|niece)"
    r"|(?P<m>Mr|Sir|Lord|King|Prince|Baron|Father|Brother|Sheikh|Imam|Ayatollah|chairman|spokesman|councilman|"
    r"congressman|policeman|father|son|husband|widower|brother|grandfather|uncle|nephew))\.?,?\s+$"
)
"""A word right before a name that tells whether a woman or a man bears it."""


@cache
def given_names() -> dict[str, str]:
    """Given name -> "f" or "m"."""
    lines = RESOURCE.read_text("utf-8").splitlines()
    return {name: line[0] for line in lines for name in line[2:].split()}


@lru_cache(maxsize=10_000)
def gender_of_name(name: str) -> str:
    """ "f" or "m" by the given name, "" where it does not tell: a surname alone, a rare name."""
    words = fold(name).replace("-", " ").split()
    return given_names().get(words[0], "") if len(words) > 1 else ""


def gender(name: str, before: Iterable[str] = ()) -> str:
    """
    "f" or "m" for a person called `name`, "" where nothing tells.

    Args: before: the words that stand before each mention; a title or word of kinship there weighs more than a name.
    """
    for words in before:
        match = TITLE_RE.search(words)
        if match:
            return "f" if match["f"] else "m"
    return gender_of_name(name)
