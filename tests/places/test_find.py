"""Finding the words that name places, with and without a recogniser."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.english.segment import segment
from analysis.model import ROLES, Span
from analysis.places.find import find_toponyms, missed
from analysis.places.spans import merge
from tests.cases import load, load_failures

PIECES = [
    "Paris", "Texas", ", ", ". ", " in ", " and ", "the ", "US", "U.S.", "St. ", "Jordan", " Smith", "Iranian", "\n\n",
    "Road", "counties", "'s ", "(AP) — ", "BASRA", "Bank of ", "é", "中", "\u202e", "I-75", "W.Va.", " ",
]  # fmt: skip
NEWSY = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=120)


def surfaces(text, spans=()):
    return [text[t.start : t.end] for t in find_toponyms(segment(text), spans)]


@pytest.mark.parametrize("case", load("toponyms") + load_failures("toponyms_known_failures"))
def test_toponyms(case):
    """A reader finds marked the places that a careful editor would mark."""
    assert surfaces(case["text"]) == case["toponyms"]


def test_person_of_the_recogniser():
    """What the recogniser calls a person is no place."""
    text = "Orhan Pamuk and Kent Brockman spoke in Izmir."
    spans = [Span(0, 11, "PERSON"), Span(16, 29, "PERSON"), Span(39, 44, "PLACE")]
    assert surfaces(text, spans) == ["Izmir"]


def test_place_of_the_recogniser():
    """A place that only the recogniser knows stays listed."""
    text = "They met at Vishnograd on Friday."
    assert surfaces(text) == []
    assert surfaces(text, [Span(12, 22, "PLACE")]) == ["Vishnograd"]


def test_place_inside_an_organisation():
    """A place inside a name that the recogniser marks is found, as part of a name."""
    text = "He joined the Baghdad Symphony Players."
    [found] = find_toponyms(segment(text), [Span(14, 38, "ORG")])
    assert (text[found.start : found.end], found.role, found.inside_name) == ("Baghdad", "name", True)


def test_missed():
    """A place that the recogniser missed becomes a span; one inside a name, or one it has, does not."""
    text = "The US Embassy in Iraq called Iranian officials to Basra."
    document = segment(text)
    spans = [Span(4, 14, "ORG"), Span(18, 22, "PLACE")]
    toponyms = find_toponyms(document, spans)
    assert [(text[s.start : s.end], s.label) for s in missed(toponyms, spans)] == [
        ("Iranian", "NORP"),
        ("Basra", "PLACE"),
    ]
    merged = merge(spans, toponyms)
    assert [s.start for s in merged] == sorted(s.start for s in merged)
    assert len(merged) == 4


@given(NEWSY)
def test_any_text(text):
    """On any text toponyms come in order, do not overlap, and have a known role."""
    document = segment(text)
    found = find_toponyms(document, ())
    assert all(0 <= t.start < t.end <= len(document.text) and t.role in ROLES for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(NEWSY, st.data())
def test_any_spans(text, data):
    """Whatever the recogniser says, the result is in order, and merging keeps each span or a place that holds it."""
    document = segment(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(document.text)), max_size=6)))
    labels = st.sampled_from(["PERSON", "ORG", "PLACE", "NORP", "MISC"])
    spans = [Span(a, b, data.draw(labels)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    found = find_toponyms(document, spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    merged = merge(spans, found)
    assert all(any(m.start <= s.start and s.end <= m.end for m in merged) for s in spans)
