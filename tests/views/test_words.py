"""What the pages say in words."""

import pytest

from analysis.select.narrow import Choice
from analysis.show import sentences as words
from tests.factories import make_analysis


def test_summary_names_who_where_and_tone():
    """One look at the overview tells who is in the article, where it happens and in what tone."""
    sentence = words.summary(make_analysis())
    assert "Fatou Diarra" in sentence
    assert "Mali and Senegal" in sentence
    assert "scored word" in sentence


def test_summary_of_nothing():
    """A text without names or scored words is summed up honestly."""
    sentence = words.summary(make_analysis("The soldiers went home.", {}))
    assert sentence == "No names were found. No word of it is in the tone lexicon, so its tone is unknown."


def test_filter_sentence():
    """A reader under a filter is told how much of the article is shown, and why."""
    sentence = words.filter_sentence(make_analysis(), Choice(entities=("mopti",)), {0, 2})
    assert sentence == "Showing the 2 of 4 paragraphs that mention Mopti."


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0.00"), (-0.001, "0.00"), (0.5, "+0.50"), (-0.25, "−0.25"), (1, "+1.00")]
)
def test_signed(value, text):
    """A polarity carries its sign, with a true minus; zero has none."""
    assert words.signed(value) == text


@pytest.mark.parametrize(
    ("polarity", "text"),
    [(0.0, "balanced"), (0.1, "slightly positive"), (-0.2, "negative"), (-0.5, "clearly negative")],
)
def test_tone_word(polarity, text):
    """A polarity has a plain word."""
    assert words.tone_word(polarity) == text


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(parts, text):
    """Names are listed as in a sentence."""
    assert words.listed(parts) == text


def test_takeaways_of_nothing():
    """Where nothing is found, each takeaway says so."""
    empty = make_analysis("The soldiers went home.", {})
    assert words.entities_takeaway(empty.entities) == "No entity is named here."
    assert words.places_takeaway(empty.places) == "No place is named here."
    assert words.tone_takeaway(empty) == "No paragraph holds a word of the tone lexicon."


def test_takeaway_of_places_counts_each_kind():
    """Places on the map, regions and unplaced names are told apart."""
    analysis = make_analysis(
        "Mopti and Nowhereville.", {("Mopti", "GPE"): ("Mopti",), ("Nowhereville", "GPE"): ("Nowhereville",)}
    )
    assert words.places_takeaway(analysis.places) == "1 place on the map and 1 not placed."
