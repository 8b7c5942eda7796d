"""
Word polarity: TextBlob's scores with three of its known failings mended.

"isn't good" counts as negated, words inside names do not count ("Great Britain", "Supreme Leader"), and words of
quantity do not ("many", "more", "own"), which its lexicon holds for praise. What TextBlob itself says stays beside it.
"""

from __future__ import annotations

import re
from collections.abc import Container

from analysis.model import ScoredWord, Tone
from analysis.tone import score

CONTRACTION_RE = re.compile(r"(?i)(?<=\w)n['’]t\b")

QUANTITIES = frozenset("many more most much few fewer less least own other first last new old full whole".split())
"""Words of number, order and kind that Pattern's lexicon scores, up to +0.6, though they judge nothing."""

QUANTITY_RE = re.compile(rf"\b(?:{'|'.join(sorted(QUANTITIES))})\b", re.I)
TITLE_WORD_RE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")
"""A capitalised word inside a sentence: part of a name or a title, "Iran's Supreme Leader"."""

TITLED_SHARE = 0.6
"""A headline with so many capitalised words is in title case, where capitals tell nothing."""


def score_words(text: str, start: int, end: int, masks: Container[int] = frozenset()) -> Tone:
    """
    Score `text[start:end]` as TextBlob would, mended.

    Args: masks: characters of names in `text`, whose words do not count.
    Returns: as `tone.score`; the evidence stands at its places in `text`.
    """
    piece = masked(text, start, end, masks)
    expanded, origin = expand(piece)
    found = score(expanded)
    evidence = tuple(
        ScoredWord(
            start + origin[word.start],
            start + origin[word.end - 1] + 1,
            text[start + origin[word.start] : start + origin[word.end - 1] + 1],
            word.polarity,
            word.subjectivity,
        )
        for word in found.evidence
    )
    return Tone(start, end, found.polarity, found.subjectivity, evidence)


def masked(text: str, start: int, end: int, masks: Container[int]) -> str:
    """The piece with names, titles and words of quantity struck out, its length kept."""
    chars = ("x" if at in masks and char.isalpha() else char for at, char in enumerate(text[start:end], start))
    piece = QUANTITY_RE.sub(strike, "".join(chars))
    words = piece.split()
    is_titled = sum(word[:1].isupper() for word in words) > TITLED_SHARE * len(words)
    return piece if is_titled else TITLE_WORD_RE.sub(strike, piece)


def strike(match: re.Match[str]) -> str:
    """As many letters that are in no lexicon."""
    return "x" * len(match[0])


def expand(piece: str) -> tuple[str, list[int]]:
    """Write out "n't" as " not"; for each character of the result, where it stood before."""
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for match in CONTRACTION_RE.finditer(piece):
        out.append(piece[at : match.start()])
        origin += range(at, match.start())
        out.append(" not")
        origin += [match.start()] * 4
        at = match.end()
    return "".join([*out, piece[at:]]), [*origin, *range(at, len(piece))]
