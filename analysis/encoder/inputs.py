"""Words to what the encoder reads of them: their pieces, how each is written, and which word each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.encoder.tags import case_of
from analysis.encoder.wordpieces import Vocabulary

LONGEST = 200
"""Pieces of a sentence that are read; of a longer one, its beginning."""


class Row(NamedTuple):
    """
    The pieces of a sentence between the marks of its beginning and end.

    `words` is the index of each piece's word, -1 for the marks; `is_first` whether it opens its word.
    """

    pieces: list[int]
    cases: list[int]
    words: list[int]
    is_first: list[bool]


def read_words(words: Sequence[str], known: Vocabulary) -> Row:
    """The row of a sentence that is already cut into words; a word without any piece counts as one unknown piece."""
    pieces, cases, owners, firsts = [known.first], [0], [-1], [False]
    for number, word in enumerate(words):
        found = known.rows(word)
        if len(pieces) + len(found) > LONGEST:
            break
        case = case_of(word)
        pieces += found
        cases += [case] * len(found)
        owners += [number] * len(found)
        firsts += [True] + [False] * (len(found) - 1)
    return Row([*pieces, known.last], [*cases, 0], [*owners, -1], [*firsts, False])
