"""
VADER, by sentence: a lexicon of 7,500 words made for social media, with rules for negation and emphasis.

Its score saturates on long text, so it is taken sentence by sentence and averaged.

Source: C.J. Hutto and E. Gilbert, "VADER", ICWSM 2014; package vaderSentiment, MIT licence.
"""

from __future__ import annotations

from functools import cache
from typing import Any


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
