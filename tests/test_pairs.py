"""Who is named beside whom, and how often by chance."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence import find as evidence
from analysis.pairs import LONGEST_LIST, UNITS, Verbs, closest, co_mentions, gap, lists_in, named_in
from analysis.tables.pairs import PAIR_COLUMNS, number_of_units, pair_rows, pairs, unit_counts, with_verbs
from tests.factories import NAMES, make_analysis

WORDS = ["Mali", "Senegal", "Mopti", "Diarra", "Fatou Diarra", "it rained", ". ", ".\n\n", " "]
NEWSY = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
SPANS = st.lists(st.integers(0, 300), min_size=1, max_size=12, unique=True).map(
    lambda starts: [(start * 5, start * 5 + 1 + start % 5) for start in sorted(starts)]
)


def counts(text: str, unit: str) -> list[tuple[str, str, int]]:
    """The pairs of a text with their numbers."""
    return [(pair.a, pair.b, pair.count) for pair in co_mentions(make_analysis(text), unit)]


def test_units():
    """Two names of one paragraph may stand in different sentences, and count by paragraph only."""
    text = "Mali called. Senegal came.\n\nMali met Senegal. It rained.\n\nMopti slept."
    assert counts(text, "sentence") == [("mali", "senegal", 1)]
    assert counts(text, "paragraph") == [("mali", "senegal", 2)]


def test_a_unit_counts_once():
    """A sentence that names two names many times is one sentence."""
    assert counts("Mali and Mali met Senegal and Senegal.", "sentence") == [("mali", "senegal", 1)]


def test_ties_keep_the_order_of_the_analysis():
    """Pairs that share equally much come in the order in which the entities are listed."""
    text = "Mali, Senegal and Mopti met. Mali slept. Mali ate. Senegal slept."
    assert counts(text, "sentence") == [("mali", "senegal", 1), ("mali", "mopti", 1), ("senegal", "mopti", 1)]


def test_closest():
    """Of several mentions the two that stand closest are shown, whichever comes first."""
    text = "Mali slept, Senegal and Mali met, then Senegal left."
    [pair] = co_mentions(make_analysis(text), "sentence")
    [one] = pair.together
    assert sorted((one.a, one.b)) == [(12, 19), (24, 28)]


@pytest.mark.parametrize("text", ["", "It rained.", "Mali slept. Mali ate."], ids=["nothing", "no name", "one name"])
@pytest.mark.parametrize("unit", UNITS)
def test_empty(text, unit):
    """Without two names there is no pair, and the frames have their columns all the same."""
    analysis = make_analysis(text)
    assert co_mentions(analysis, unit) == ()
    rows = pairs(analysis, unit)
    assert tuple(rows.columns) == PAIR_COLUMNS
    assert rows.empty
    assert list(with_verbs(rows, (), Verbs(analysis)).columns) == [*PAIR_COLUMNS, "verbs"]


def test_a_list_is_no_sentence():
    """A sentence that names more than a hundred makes no pair; one that names a hundred makes them all."""
    names = [f"N{a}{b}" for a in "ABCDEFGHIJK" for b in "ABCDEFGHIJ"]
    known = {(name, "PERSON"): (name,) for name in names}
    analysis = make_analysis(", ".join(names[: LONGEST_LIST + 1]), known)
    assert (co_mentions(analysis, "sentence"), lists_in(analysis, "sentence")) == ((), 1)
    analysis = make_analysis(", ".join(names[:LONGEST_LIST]), known)
    assert len(co_mentions(analysis, "sentence")) == LONGEST_LIST * (LONGEST_LIST - 1) / 2
    assert lists_in(analysis, "sentence") == 0


def test_unknown_unit():
    """An unknown unit is named with the choices."""
    with pytest.raises(ValueError, match='no unit "page"; the units are sentence, paragraph'):
        co_mentions(make_analysis(), "page")


def test_expected():
    """Two names in half of four sentences each would share one by chance."""
    analysis = make_analysis("Mali met Senegal. Mali slept. Senegal ate.\n\nIt rained.")
    [row] = pairs(analysis, "sentence").itertuples()
    assert (row.count, row.expected) == (1, 1.0)
    assert number_of_units(analysis, "sentence", {1}) == 1
    assert number_of_units(analysis, "paragraph") == 2


def test_everywhere_is_by_chance():
    """Names that stand in every sentence stand together as often as chance has it."""
    [row] = pairs(make_analysis("Mali met Senegal. Senegal left Mali."), "sentence").itertuples()
    assert row.count == row.expected == 2


@given(NEWSY, st.sampled_from(UNITS))
def test_consistent(text, unit):
    """The pairs add up to what the sentences name, no pair comes twice, and the evidence has as many lines."""
    analysis = make_analysis(text)
    found = co_mentions(analysis, unit)
    in_units = named_in(analysis, unit).values()
    assert sum(pair.count for pair in found) == sum(len(list(combinations(named, 2))) for named in in_units)
    assert len({frozenset((pair.a, pair.b)) for pair in found}) == len(found)
    n_units = unit_counts(analysis, unit)
    for pair, row in zip(found, pair_rows(analysis, unit, found).itertuples(), strict=True):
        assert pair.a != pair.b
        assert 0 < pair.count <= min(n_units[pair.a], n_units[pair.b])
        assert row.expected > 0
        for subject in (f"edge:{unit}|{pair.a}|{pair.b}", f"edge:{unit}|{pair.b}|{pair.a}"):
            assert evidence.find(analysis, subject).count == pair.count == row.count


@given(NEWSY)
def test_order_of_names_does_not_matter(text):
    """Listing the entities the other way round finds the same pairs with the same numbers."""
    forward = co_mentions(make_analysis(text), "sentence")
    backward = co_mentions(make_analysis(text, dict(reversed(NAMES.items()))), "sentence")
    assert {(frozenset((p.a, p.b)), p.count) for p in forward} == {(frozenset((p.a, p.b)), p.count) for p in backward}


@given(SPANS, SPANS)
def test_closest_is_closest(first, second):
    """One walk finds as small a gap as trying all."""
    first, second = [s for s in first if s[0] % 2], [s for s in second if not s[0] % 2]
    if first and second:
        assert gap(*closest(first, second)) == min(gap(*both) for both in product(first, second))
