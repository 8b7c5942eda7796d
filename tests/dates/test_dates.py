"""Finding dates and the days that they mean."""

from __future__ import annotations

import itertools
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dates.find import amend, find_dates
from analysis.english.segment import segment
from tests.cases import load, load_failures

PIECES = [
    "On ", "Friday", "May", "march", "3", " January", "Jan. ", "2019", "2020", "last ", "next ", "this ", "week",
    "year", "yesterday", "two ", "days ", "later", "ago", "the ", "1990s", "'80s", "Since ", "until ", "-", " to ",
    "from ", ", ", ". ", "Christmas", "31 February", "century", "12th ", "before", "(GMT)", " will ", "03/04/2021",
    "in ", "\n\n", "9999",
]  # fmt: skip
NEWSY = st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=80)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none()


@pytest.mark.parametrize("case", load("dates") + load_failures("dates_known_failures"))
def test_dates(case):
    """A reader finds each date with the first and the last day that it means."""
    found = find_dates(segment(case["text"]), case["published"])
    assert [[m.text, m.first, m.last] for m in found] == case["dates"]


@pytest.mark.parametrize("case", load("dates_none"))
def test_no_dates(case):
    """Names, verbs, newspapers, counts and titles that look like dates are not listed."""
    assert find_dates(segment(case["text"]), case["published"]) == ()


def test_assumption():
    """The assumption behind a date stands in a sentence, with the day that was chosen and the time zone as written."""
    [found] = find_dates(segment("On Friday (NZT), he was killed."), "2020-01-04")
    assert found.assumption == (
        "Friday read as the last Friday before publication, 3 January 2020. The text counts in NZT; no day was moved."
    )
    assert found.zone == "NZT"


def test_unresolved_says_why():
    """A date that could not be resolved says why."""
    [unknown] = find_dates(segment("It rained on Friday."))
    assert unknown.assumption == "Not resolved: the day of publication is not known."
    [unclear] = find_dates(segment("The form of 03/04/2019 was lost."), "2020-01-04")
    assert unclear.assumption == "Not resolved: 03/04/2019 may be 3 April 2019 or 4 March 2019."
    assert not unclear.is_resolved


def test_publication_of_the_document():
    """The document's own day of publication counts where no other is given, and another one wins."""
    document = segment("It rained yesterday.", published="2020-01-04")
    assert find_dates(document)[0].first == "2020-01-03"
    assert find_dates(document, "2021-05-10")[0].first == "2021-05-09"
    assert find_dates(document, date(2021, 5, 10)) == find_dates(document, "2021-05-10")


def test_amended_by_hand():
    """A reader can set the days of a date, and the assumption says that it was a reader."""
    [found] = find_dates(segment("It rained on Friday."))
    changed = amend(found, date(2020, 1, 3), date(2020, 1, 3))
    assert (changed.first, changed.last, changed.assumption) == ("2020-01-03", "2020-01-03", "Set by hand.")
    assert (changed.start, changed.text) == (found.start, found.text)


def test_open_ends():
    """Since a year without a day of publication has no last day, until a day has no first."""
    [since] = find_dates(segment("Since 1999 it has been a bar."))
    assert (since.first, since.last, since.is_resolved) == ("1999-01-01", None, True)
    [until] = find_dates(segment("The road is shut until 3 May 2020."))
    assert (until.first, until.last) == (None, "2020-05-03")


def test_relative():
    """A date that says its year rests on nothing, one that does not rests on publication."""
    found = find_dates(segment("It rained on 3 May 2019, in 2018 and last week."), "2020-01-04")
    assert [m.is_relative for m in found] == [False, False, True]


@given(NEWSY, DAYS)
def test_any_text(text, published):
    """On any text and any day, dates slice back, come in order, end after they begin and can be written as JSON."""
    document = segment(text)
    found = find_dates(document, published)
    assert all(document.text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(not (m.first and m.last) or m.first <= m.last for m in found)
    assert all(m.assumption.endswith(".") for m in found)
    assert json.loads(json.dumps([m.to_dict() for m in found])) == [m.to_dict() for m in found]
