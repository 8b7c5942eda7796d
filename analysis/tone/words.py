"""
Polarity and subjectivity as TextBlob counts them, with the words that made each score.

TextBlob scores the words of its lexicon (Pattern's, about 1,500 word forms, nearly all adjectives) and takes the
mean over those it finds. So a score says nothing where no word matched, and one word can decide a paragraph;
that is why each score comes with its evidence, and why no evidence gives None instead of 0.

Source: Tom De Smedt and Walter Daelemans, "Pattern for Python", JMLR 13 (2012); TextBlob by Steven Loria.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import Any

from analysis.model import ScoredWord, Tone


def score(text: str, start: int = 0, end: int | None = None) -> Tone:
    """
    Score `text[start:end]`.

    Returns: polarity [-1, 1] and subjectivity [0, 1], both None where no word is in the lexicon; `evidence` holds
    each scored word or phrase ("not very good") at its place in `text`.
    """
    from textblob.en import sentiment  # What TextBlob(text).sentiment calls, which would call it twice.

    end = len(text) if end is None else end
    return tone_of(tuple(_locate(text, start, end, sentiment(text[start:end]).assessments)), start, end)


def combine(tones: Iterable[Tone], start: int, end: int) -> Tone:
    """The tone of a longer stretch: the mean over all scored words of its parts, as TextBlob would take it."""
    return tone_of(tuple(word for tone in tones for word in tone.evidence), start, end)


def tone_of(evidence: tuple[ScoredWord, ...], start: int, end: int) -> Tone:
    """The mean over scored words; None where there are none."""
    if not evidence:
        return Tone(start, end, None, None, ())
    polarity = sum(word.polarity for word in evidence) / len(evidence)
    subjectivity = sum(word.subjectivity for word in evidence) / len(evidence)
    return Tone(start, end, _bounded(polarity, -1), _bounded(subjectivity, 0), evidence)


def _locate(
    text: str, start: int, end: int, assessments: Iterable[tuple[Sequence[str], float, float, object]]
) -> Iterable[ScoredWord]:
    """
    Find the words that TextBlob scored, which come lower-cased and in order, in the text.

    What it makes of marks that stand apart ("Grade: D", "Sources: (Reuters)") is no smiley, and is passed over.
    """
    lowered = _lower(text[start:end])
    at = 0
    absent: set[str] = set()
    for words, polarity, subjectivity, _ in assessments:
        first = last = None
        for word in words:
            if word == "!" or word in absent:
                continue  # An exclamation mark strengthens the phrase and may stand far behind it.
            found, length = _next(lowered, word, at)
            if found < 0:
                absent.add(word)  # It stands nowhere behind either: `at` only grows.
                continue
            at = found + abs(length)
            if length > 0:
                first = found if first is None else first
                last = at
        if first is not None and last is not None:
            span = slice(start + first, start + last)
            yield ScoredWord(span.start, span.stop, text[span], _bounded(polarity, -1), _bounded(subjectivity, 0))


def _next(lowered: str, word: str, at: int) -> tuple[int, int]:
    """Where a word stands next, and its length; the length is below 0 where only its marks stand there, apart."""
    if not is_smiley(word):
        return lowered.find(word, at), len(word)
    match = _apart(word).search(lowered, at)
    if match is None:
        return -1, 0
    return match.start(), len(word) if match[0] == word else -len(match[0])


def is_smiley(word: str) -> bool:
    """Whether what TextBlob scored is made of marks, with two letters at most: ":D", "o_O", not "can't"."""
    return len(word) > 1 and not word.isalnum() and sum(map(str.isalpha, word)) <= 2


@cache
def _apart(word: str) -> re.Pattern[str]:
    """The characters of a smiley with or without white space between; there are some hundred smileys."""
    return re.compile(r"\s*+".join(map(re.escape, word)))


def _lower(text: str) -> str:
    """Lower-case `text` without changing its length: the capital I with a dot becomes two characters elsewhere."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _bounded(value: float, least: int) -> float:
    return max(least, min(1.0, value)) + 0.0  # Adding zero turns -0.0 into 0.0.


# Word polarity: TextBlob's scores with three of its known failings mended.
#
# "isn't good" counts as negated, words inside names do not count ("Great Britain", "Supreme Leader"), and words of
# quantity do not ("many", "more", "own"), which its lexicon holds for praise. What TextBlob itself says stays beside
# it.

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


# VADER, by sentence: a lexicon of 7,500 words made for social media, with rules for negation and emphasis.
#
# Its score saturates on long text, so it is taken sentence by sentence and averaged.
#
# Source: C.J. Hutto and E. Gilbert, "VADER", ICWSM 2014; package vaderSentiment, MIT licence.


@cache
def _analyzer() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def score_vader(sentence: str) -> float | None:
    """The compound score of a sentence, -1..1; None where it holds no word of the lexicon."""
    analyzer = _analyzer()
    words = {word.strip(".,!?;:\"“”'’()").lower() for word in sentence.split()}
    if not words & analyzer.lexicon.keys():
        return None
    return float(analyzer.polarity_scores(sentence.replace("’", "'"))["compound"])
