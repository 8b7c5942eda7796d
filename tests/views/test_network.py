"""The network and the matrix of names, as figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.evidence import find as evidence
from analysis.pairs import UNITS, co_mentions
from analysis.select.narrow import Choice, narrow
from analysis.show.palette import DARK, LIGHT
from analysis.tables import article as tables
from analysis.tables.pairs import pair_rows, with_verbs
from tests import ROOT
from tests.factories import make_analysis
from views.charts.matrix import blocks, matrix
from views.charts.network import SCREEN_WIDTH, handles, label_sides, network
from views.charts.network_layout import ROWS, lay_out

SEED = (ROOT / "seeds" / "000_253f1a25dff10c89.txt").read_text("utf-8")
LETTERS = "ABCDEFGHIJ"
MANY = {(f"N{a}{b}", "PERSON"): (f"N{a}{b}",) for a in LETTERS for b in LETTERS}
"""A hundred names."""


@pytest.fixture(scope="module")
def whole():
    return analyze(SEED)


def drawn(analysis, whole, unit="sentence", kind="network"):
    """The figure of an analysis on the layout of the whole, as a dict, and the layout."""
    ground = lay_out(whole, unit)
    found = co_mentions(analysis, unit)
    rows = with_verbs(pair_rows(analysis, unit, found), found, ground.verbs)
    names = tables.entities(analysis)
    names = names[names["id"].isin({*rows["a"], *rows["b"]})]
    figure = (network if kind == "network" else matrix)(rows, names, ground, LIGHT, unit)
    return figure.to_dict(), ground


def points(figure):
    """Every point that can be clicked: its subject, its place, the number that its hover tells first."""
    for trace in figure["data"]:
        for x, y, data in zip(trace["x"], trace["y"], trace.get("customdata", ()), strict=False):
            yield data[0], (float(x), float(y)), next(int(w) for w in data[2].split() if w.isdecimal())


@pytest.mark.parametrize("kind", ["network", "matrix"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "choice", [Choice(), Choice(entities=("iraq",)), Choice(voice="quoted")], ids=["all", "Iraq", "quoted"]
)
def test_numbers_are_those_of_the_evidence(whole, kind, unit, choice):
    """Every number that can be clicked is the number of sentences that the click opens, filtered or not."""
    analysis = narrow(whole, choice)
    figure, _ = drawn(analysis, whole, unit, kind)
    subjects = {subject: number for subject, _, number in points(figure)}
    assert {s for s in subjects if s.startswith("edge:")} == {
        f"edge:{unit}|{pair.a}|{pair.b}" for pair in co_mentions(analysis, unit)
    }
    for subject, number in subjects.items():
        assert evidence.find(analysis, subject).count == number


def test_a_filter_moves_nothing(whole):
    """A name stands where it stood, and so does every line between two names, whatever is left out."""
    everything, _ = drawn(whole, whole)
    narrowed, _ = drawn(narrow(whole, Choice(entities=("iraq",))), whole)
    before = {subject: place for subject, place, _ in points(everything) if subject.startswith("entity:")}
    after = {subject: place for subject, place, _ in points(narrowed) if subject.startswith("entity:")}
    assert 1 < len(after) < len(before)
    assert all(before[subject] == place for subject, place in after.items())


def test_a_second_layout_is_the_first(whole):
    """A reload finds every name where it was."""
    first, second = lay_out(whole, "sentence"), lay_out(analyze(SEED), "sentence")
    assert (first.x, first.row, first.order, first.group) == (second.x, second.row, second.order, second.group)


def test_every_name_has_a_row_of_its_own(whole):
    """As long as there are rows, no two names stand in one, so no label covers another on any screen."""
    ground = lay_out(whole, "sentence")
    assert len(ground.row) <= ROWS
    assert sorted(ground.row.values()) == list(range(len(ground.row)))
    assert all(0 <= x <= 1 for x in ground.x.values())


def test_more_names_than_rows():
    """With a hundred names every one has a place, and labels that would cover others are left out."""
    text = " ".join(f"N{a}{b} met N{b}{a}, who saw NA{a}. It rained." for a in LETTERS for b in LETTERS if a != b)
    analysis = make_analysis(text, MANY)
    ground = lay_out(analysis, "sentence")
    assert set(ground.row.values()) == set(range(ROWS))
    names = tables.entities(analysis)
    sides = label_sides(names[names["id"].isin(ground.x)], ground)
    assert set(sides) == set(ground.x)
    assert {"left", "right"} <= set(sides.values()) <= {"left", "right", ""}


def test_labels_do_not_cover_one_another():
    """Two names of one row have labels apart from one another, or one has none."""
    analysis = make_analysis("Mali met Senegal. Mopti saw Mali. Diarra saw Mopti.")
    ground = lay_out(analysis, "sentence")
    squeezed = type(ground)(dict.fromkeys(ground.x, 0.5), dict.fromkeys(ground.row, 0), 1, {}, {}, ground.verbs)
    sides = label_sides(tables.entities(analysis), squeezed)
    assert sorted(sides.values())[-2:] == ["left", "right"]
    assert list(sides.values()).count("") == len(sides) - 2
    spread = {entity: number * 200 / SCREEN_WIDTH for number, entity in enumerate(ground.x)}
    apart = type(ground)(spread, dict.fromkeys(ground.row, 0), 1, {}, {}, ground.verbs)
    assert "" not in label_sides(tables.entities(analysis), apart).values()


def test_every_line_can_be_clicked(whole):
    """However many lines cross, each has a point of its own, and the stronger pair has no fewer than it needs."""
    ground = lay_out(whole, "paragraph")
    found = co_mentions(whole, "paragraph")
    rows = with_verbs(pair_rows(whole, "paragraph", found), found, ground.verbs)
    assert {(row.a, row.b) for row, _ in handles(rows, ground)} == {(pair.a, pair.b) for pair in found}


def test_unseen_points_stay_unseen(whole):
    """The points that make lines clickable are not seen before a click, nor after it."""
    figure, _ = drawn(whole, whole)
    [points_of_lines] = [t for t in figure["data"] if t.get("name") == "lines"]
    states = (points_of_lines, points_of_lines["selected"], points_of_lines["unselected"])
    assert [state["marker"]["opacity"] for state in states] == [0, 0, 0]


def test_opened_pair_stands_out(whole):
    """The line whose sentences are open is drawn in the accent colour, and no other."""
    ground = lay_out(whole, "sentence")
    found = co_mentions(whole, "sentence")
    rows = with_verbs(pair_rows(whole, "sentence", found), found, ground.verbs)
    figure = network(rows, tables.entities(whole), ground, DARK, "sentence", ("iran",), "edge:sentence|iran|iraq")
    [line] = [t for t in figure.to_dict()["data"] if t.get("line", {}).get("color") == DARK.accent]
    assert [x for x in line["x"] if x is not None] == [ground.x["iran"], ground.x["iraq"]]


def test_hostile_names_stay_text():
    """A name with tags is shown as it is written."""
    text = "Mali met <b>Mopti</b>."
    analysis = make_analysis(text, {("Mali", "GPE"): ("Mali",), ("<b>Mopti</b>", "GPE"): ("Mopti",)})
    for kind in ("network", "matrix"):
        figure, _ = drawn(analysis, analysis, kind=kind)
        assert "<b>Mopti" not in str([t.get("text") for t in figure["data"]] + [figure["layout"]["yaxis"]])
        assert "&lt;b&gt;Mopti" in str(figure)


def test_matrix_is_symmetric_and_grouped(whole):
    """Each pair stands above and below the diagonal with one number, and groups stand together."""
    figure, ground = drawn(whole, whole, kind="matrix")
    places = {place: subject for subject, place, _ in points(figure)}
    assert all(places[(y, x)] == subject for (x, y), subject in places.items())
    order = [ground.group[places[(n, n)].removeprefix("entity:")] for n in range(len(ground.order))]
    assert len(blocks(order)) == len({group for group in order if order.count(group) > 1})


@given(st.lists(st.integers(0, 3), max_size=12))
def test_blocks(groups):
    """Blocks hold runs of one group only, and none of a single name."""
    for first, last in blocks(groups):
        assert first < last
        assert len(set(groups[first : last + 1])) == 1


def test_names_outside_the_strongest_pairs_have_groups(monkeypatch):
    """A name that the strongest pairs do not hold stands with the one it shares most with."""
    monkeypatch.setattr("views.charts.network_layout.MOST_GROUPED", 1)
    analysis = make_analysis("Mali met Senegal. Mali saw Senegal. Mopti is in Mali. Mopti and Diarra slept.")
    ground = lay_out(analysis, "sentence")
    assert ground.group["mali"] == ground.group["senegal"] == ground.group["mopti"]
    assert sorted(ground.order.values()) == [0, 1, 2, 3]


def test_nothing_to_lay_out():
    """Without a pair the layout is empty."""
    ground = lay_out(make_analysis("It rained."), "sentence")
    assert (ground.x, ground.row, ground.order, ground.group) == ({}, {}, {}, {})
