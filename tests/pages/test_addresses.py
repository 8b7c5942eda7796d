"""No address breaks a page, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.addresses import ELEVEN, known_failures, opened, sets
from views.page import options, url

SETS = sets()
NAMES = [url.ARTICLE, url.PUBLISHED, *url.FILTER, url.SHOW, url.AT, url.WITH, url.FIX, *options.OPTIONS]


KNOWN = known_failures()
CASES = [
    pytest.param(number, why, marks=[pytest.mark.xfail(strict=True, reason=KNOWN[why])] if why in KNOWN else [])
    for number, (why, _) in enumerate(SETS)
]


@pytest.mark.parametrize(("number", "why"), CASES, ids=str)
def test_no_address_breaks_a_page(number, why):
    """
    A page opens at a broken address without an error.

    Each address is tried on one page here, in turn; `python -m benchmarks.app.addresses` tries all on all.
    """
    at = opened(ELEVEN[number % len(ELEVEN)], SETS[number][1])
    assert not at.exception, (why, at.exception)


# A browser sends no half of a surrogate pair: what cannot be decoded is replaced before a page sees it.
WILD = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PIECES = st.sampled_from(
    ["iran", "own-00000000", "entity:", "edge:sentence|iran|", "paragraph:", "9999-12-31", "-", "|", "~", '{"do":"',
     "rename", '","entity":"iran","name":', "[[0,1]]", "null", "1e9", "\\ud800", "0", "ferries"]
)  # fmt: skip
VALUES = st.lists(WILD | st.lists(PIECES | WILD, max_size=5).map("".join), min_size=1, max_size=3)


@settings(max_examples=25)
@given(st.sampled_from(ELEVEN), st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1, max_size=6))
def test_any_address(page, query):
    """A page opens at an address of any parameters with any text in them."""
    at = opened(page, query)
    assert not at.exception, at.exception
