"""Finding figures: how many of what, how surely, in whose words."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dates.find import find_dates
from analysis.english.segment import segment
from analysis.figures.conflicts import bounds, conflicts
from analysis.figures.find import find_figures
from analysis.figures.readings import HEDGES
from analysis.model import FIGURE_KINDS, Quote
from tests.cases import load, load_failures

PIECES = [
    "12", "3,000", "$1.1", " billion", " million", " per cent", "%", " people", " soldiers", "two", "-", " to ",
    " and ", "between ", "about ", "at least ", "half", " of ", "the ", "hundreds", "tens of thousands", "a ",
    "third", " third", "one", ", ", ". ", " in ", "2019", "kg", " tonnes", "aged ", "(", ")", "½", "é", "£",
    "-year-old", "+44 ", ":", "\n\n", " or so",
]  # fmt: skip
NEWSY = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=80)


def figures(text):
    return find_figures(segment(text))


@pytest.mark.parametrize("case", load("figures") + load_failures("figures_known_failures"))
def test_figures(case):
    """A reader finds each figure with its value, its unit, what it counts and how surely."""
    found = [[f.text, f.value, f.unit, f.noun, f.hedge] for f in figures(case["text"])]
    assert found == [[text, pytest.approx(value), *rest] for text, value, *rest in case["figures"]]


@pytest.mark.parametrize("case", load("figures_none"))
def test_no_figures(case):
    """Years, times, addresses, ordinals and numbers in names are not listed as figures."""
    assert figures(case["text"]) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They need 15-20 tonnes.", 15, 20),
        ("They need between six and nine trucks.", 6, 9),
        ("It costs $2-3 million.", 2e6, 3e6),
        ("It costs between $20 million and $30 million.", 20e6, 30e6),
        ("Hundreds of Americans died.", 200, None),
        ("Tens of thousands of people marched.", 20_000, None),
        ("The boys are aged 11 to 16.", 11, 16),
    ],
)
def test_ranges(text, low, high):
    """A range has its two ends and no single value; a multitude has an open end."""
    [figure] = figures(text)
    assert (figure.value, figure.low, figure.high) == (None, low, high)


def test_quoted_figure():
    """A figure inside a quote says in which one it stands; the same number outside belongs to nobody."""
    text = 'He counted 40 trucks. "We saw 30 trucks," said a driver.'
    document = segment(text)
    start = text.index("We saw")
    quote = Quote(start, start + len("We saw 30 trucks,"), "We saw 30 trucks,", 0, None, "a driver", "said")
    assert [(f.value, f.quote) for f in find_figures(document, [quote])] == [(40, None), (30, 0)]


def test_dates_given_or_not():
    """Giving the dates that were found already changes nothing."""
    document = segment("On 3 January 12 men left. Two days later 14 men came.", published="2020-01-04")
    assert find_figures(document, (), find_dates(document)) == find_figures(document)
    assert [f.value for f in find_figures(document)] == [12, 14]


def test_additional():
    """A figure that comes on top of something says so."""
    found = figures("They sent 300 more soldiers. Another 20 people fled. There are 700 soldiers.")
    assert [f.is_additional for f in found] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There were about 3,000 soldiers. CNN spoke of 3,500 soldiers.", [3000, 3500]),
        ("At least 800 people came. Police counted 900 people.", []),
        ("More than 20 houses burned. In all 14 houses burned.", [20, 14]),
        ("Hundreds of people came. Police counted 40 people.", [None, 40]),
        ("Up to 70 migrants drowned. The navy found 45 migrants.", []),
        ("Nearly 800 workers left. The firm lost 750 workers.", []),
        ("The 450 soldiers stay. Three of the soldiers died.", []),
        ("They sent 700 soldiers. They will send 3,000 more soldiers.", []),
        ("Two British soldiers and five American soldiers fell.", []),
        ("Two volunteers fell ill. More than 1,000 volunteers took part.", []),
        ("He called three times and knocked five times.", []),
        ("There were 12 men and 14 women.", []),
        ("It sold 15 tonnes of rice, later 20 tonnes of rice.", [15, 20]),
    ],
)
def test_conflicts(text, values):
    """Figures for the same noun are marked where their hedges leave no number that fits both."""
    assert [f.value for conflict in conflicts(figures(text)) for f in conflict.figures] == values


def test_conflict_as_plain_values():
    """A conflict can be written as JSON."""
    [conflict] = conflicts(figures("There were 30 houses. There were 40 houses."))
    told = json.loads(json.dumps(conflict.to_dict()))
    assert told["noun"] == "house"
    assert [figure["text"] for figure in told["figures"]] == ["30 houses", "40 houses"]


@given(NEWSY)
def test_any_text(text):
    """On any text figures slice back, come in order, do not overlap, and every field has a known value."""
    document = segment(text)
    found = find_figures(document)
    assert all(document.text[f.start : f.end] == f.text for f in found)
    assert all(f.start <= f.number_start < f.number_end <= f.end for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(f.kind in FIGURE_KINDS and f.hedge in (None, *HEDGES) for f in found)
    assert all(f.value is None or (f.low is None and f.high is None) for f in found)
    assert all(bounds(f)[0] <= bounds(f)[1] for f in found)
