"""The connections page, run as Streamlit runs it but without a browser; the empty text comes first."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.show import pair_words
from tests.pages.test_pages import in_url, open_page, shown

PAGE = "pages/connections.py"


def slider(at, name):
    """The slider of an option, or None."""
    return next((one for one in at.slider if one.key == f"option_{name}"), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing to be found in here", "nobody is named beside anybody"),
        ("It rained in Mali on the hills. Mali is dry.", "it takes two to be named together"),
        ("It rained in Mali. Then it snowed in Norway.", "no sentence holds two of them"),
    ],
    ids=["no name", "one name", "no pair"],
)
def test_nothing_to_draw(text, said):
    """Without a pair the page says why, and draws nothing."""
    at = open_page(PAGE, text)
    assert said in shown(at)
    assert not at.get("plotly_chart")
    assert not at.dataframe


def test_article():
    """The page has one sentence on the closest pair, a picture, a table of every pair and what it cannot tell."""
    at = open_page(PAGE)
    said = shown(at)
    assert "The United States and Iran are named together most, in 6 sentences" in said
    assert pair_words.NO_RELATION in said
    assert "40 of 49 pairs are drawn" in said
    assert len(at.get("plotly_chart")) == 1
    table = at.dataframe[0].value
    assert list(table["count"].head(3)) == [6, 4, 3]
    assert len(table) == 49
    assert (table["expected"] > 0).all()
    assert table["verbs"].iloc[0] == "deploy, sent, blamed"


def test_filter():
    """A filter counts in its paragraphs alone."""
    at = open_page(PAGE, entity="kuwait")
    table = at.dataframe[0].value
    assert sorted(zip(table["name_a"], table["name_b"], strict=True)) == [
        ("CNN", "Kuwait"),
        ("United States", "Middle East"),
    ]
    assert "Both pairs are drawn." in shown(at)


def test_options_from_the_url():
    """A link opens the matrix by paragraph with its sliders set."""
    at = open_page(PAGE, unit="paragraph", view="matrix", least="2", edges="7")
    assert slider(at, "least").value == 2
    assert slider(at, "edges").value == 7
    assert "Outlined are groups" in shown(at)
    assert "fewer than 2 paragraphs are left out" in shown(at)
    assert len(at.dataframe[0].value) == 73


def test_options_are_written_to_the_url():
    """Moving a slider changes the link; the default leaves it."""
    at = open_page(PAGE)
    slider(at, "edges").set_value(5).run()
    assert in_url(at, "edges") == ["5"]
    assert "5 of 49 pairs are drawn" in shown(at)
    slider(at, "edges").set_value(40).run()
    assert in_url(at, "edges") == []


def test_bad_options_are_dropped():
    """Values that are no choice leave the link with a note; numbers too large are cut to what there is."""
    at = open_page(PAGE, unit="page", view="<b>", least="many", edges="121")
    assert "The link held 4 values" in at.warning[0].value
    assert all(in_url(at, name) == [] for name in ("unit", "view", "least", "edges"))
    at = open_page(PAGE, least="999", edges="120")
    assert slider(at, "least").value == 6
    assert "1 of 49 pairs is drawn" in shown(at)


@pytest.mark.parametrize("subject", ["edge:sentence|united-states|iran", "edge:paragraph|iran|iraq", "entity:iran"])
def test_opens_a_pair_from_a_link(subject):
    """A link to a pair opens on the page without a complaint; the link keeps it."""
    at = open_page(PAGE, show=subject)
    assert not at.warning
    assert in_url(at, "show") == [subject]


def test_lists():
    """Where nothing but lists names two names, the page says that they are lists."""
    assert pair_words.none_sentence(200, 1, "sentence").startswith("1 sentence names more than 100 names: it is a list")
    assert pair_words.lists_note(2, "paragraph").startswith("2 paragraphs name more than 100 names: they are lists")
    assert pair_words.lists_note(0, "paragraph") == ""


def frame(*rows):
    """Rows of pairs: two names, a number, a number by chance."""
    return pd.DataFrame(rows, columns=["name_a", "name_b", "count", "expected"])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (frame(), "No sentence names two of the names shown."),
        (frame(("Iran", "Iraq", 1, 0.5), ("Iran", "Mali", 1, 0.5)),
         "No two names share more than one sentence; 2 pairs share one."),
        (frame(("United States", "Iraq", 3, 0.5), ("Iran", "Mali", 3, 0.5)),
         "The United States and Iraq are named together most, in 3 sentences, level with 1 other pair."),
        (frame(("Iran", "Iraq", 4, 0.04)),
         "Iran and Iraq are named together most, in 4 sentences; chance alone would give less than 0.1."),
        (frame(("Iran", "Iraq", 2, 12.4)),
         "Iran and Iraq are named together most, in 2 sentences; chance alone would give more, about 12."),
        (frame(("Iran", "Iraq", 6, 6.2), ("Iran", "Mali", 3, 0.5)),
         "Iran and Iraq are named together most, in 6 sentences; as often as both are named, chance alone would give "
         "about 6.2, so that this says little. Iran and Mali stand out most: 3 against about 0.5 by chance."),
    ],
)  # fmt: skip
def test_takeaway(rows, said):
    """The sentence above the picture never praises what chance explains."""
    assert pair_words.takeaway(rows, "sentence") == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 1, 0, 0, 1), "The only pair is drawn."),
        ((2, 2, 1, 0, 1), "Both pairs are drawn. 1 name without a pair among them is not drawn."),
        ((9, 9, 0, 2, 1), "All 9 pairs are drawn. 2 marks had no room for a label; point at them."),
        ((4, 9, 0, 0, 3), "4 of 9 pairs are drawn, of equal ones those whose names stand more often; the table has "
                          "all. Pairs that share fewer than 3 sentences are left out."),
    ],
)  # fmt: skip
def test_note(numbers, said):
    """What is left out of the picture is said."""
    assert pair_words.shown_note(*numbers, "sentence") == said
