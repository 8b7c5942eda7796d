"""Polarity and subjectivity, and the words behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob

from analysis.tone.words import combine, score

WORDS = st.lists(
    st.sampled_from("good bad not very really terrible the war isn't excellent ! . :) harshly many new , İ".split()),
    max_size=25,
).map(" ".join)


def test_scores_are_textblobs():
    """A reader who checks a paragraph with TextBlob gets the same two numbers."""
    text = "It was a harsh and dangerous move, but many people were very happy."
    tone, theirs = score(text), TextBlob(text).sentiment
    assert (tone.polarity, tone.subjectivity) == pytest.approx((theirs.polarity, theirs.subjectivity))


def test_no_scored_word_is_not_neutral():
    """A paragraph in which nothing matched has no tone, rather than a tone of zero."""
    tone = score("The soldiers went home.")
    assert (tone.polarity, tone.subjectivity, tone.evidence) == (None, None, ())


def test_scored_words_that_cancel_out_are_zero():
    """A word that scores zero is evidence, so the paragraph has a tone: zero."""
    assert score("the Middle one").polarity == 0


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It was a very good day.", "very good"),
        ("It was not a good day.", "not a good"),
        ("A GOOD day!", "GOOD"),
        ("İt was good", "good"),
    ],
)
def test_evidence_names_the_words(text, phrase):
    """The words that made a score stand where the evidence says, negation and strengthening included."""
    assert [word.text for word in score(text).evidence] == [phrase]


def test_offsets_are_those_of_the_whole_text():
    """Scoring a part of a text gives spans that slice the whole."""
    text = "Nothing here.\n\nA good day."
    (word,) = score(text, 15, 26).evidence
    assert text[word.start : word.end] == "good"


@pytest.mark.parametrize(("better", "worse"), [("excellent", "good"), ("good", "bad"), ("bad", "terrible")])
def test_order(better, worse):
    """Praise scores above blame."""
    assert score(f"It was {better}.").polarity > score(f"It was {worse}.").polarity


def test_combining_is_the_mean_over_words():
    """The article's tone weighs words, not paragraphs."""
    text = "good good good\n\nbad"
    parts = [score(text, 0, 14), score(text, 16, 19)]
    assert combine(parts, 0, 19).polarity == pytest.approx(score(text).polarity)


@given(WORDS)
def test_evidence_explains_the_score(text):
    """The mean over the evidence is the score, every span slices back, and all numbers are in range."""
    tone = score(text)
    if tone.polarity is None:
        assert not tone.evidence
        return
    assert tone.polarity == pytest.approx(sum(w.polarity for w in tone.evidence) / len(tone.evidence))
    assert -1 <= tone.polarity <= 1
    assert 0 <= tone.subjectivity <= 1
    starts = [word.start for word in tone.evidence]
    assert starts == sorted(starts)
    assert all(text[word.start : word.end] == word.text for word in tone.evidence)


@given(st.text(max_size=100))
def test_any_text(text):
    """No text whatever breaks it."""
    score(text)
