"""Over all pages: what a chart offers to open opens, and holds as many lines as it says."""

from __future__ import annotations

import json
import re

import pytest

from analysis import analyze
from analysis.evidence.find import subjects
from analysis.select.narrow import narrow, valid_choice
from tests.pages.test_pages import PAGES, drawn, open_page, shown
from views.page.library import bundled

TEXT = next(iter(bundled().values())).text
LEADS_ELSEWHERE = ("pages/read.py", "pages/method.py", "pages/compare.py")
"""The reader marks instead of opening a drawer, the method page counts nothing, the comparison counts two texts."""


def offered(at) -> list[str]:
    """Every subject that a mark of a chart or a large number on the page carries."""
    found = [tile["subject"] for row in drawn(at, "tiles") for tile in row["tiles"]]
    for chart in at.get("plotly_chart"):
        for trace in json.loads(chart.proto.spec)["data"]:
            found += [point[0] for point in trace.get("customdata") or []]
    return [subject for subject in dict.fromkeys(found) if subject]


@pytest.mark.parametrize("query", [{}, {"entity": "iran"}, {"voice": "quoted"}], ids=["whole", "filtered", "quoted"])
@pytest.mark.parametrize("page", [page for page in PAGES if page not in LEADS_ELSEWHERE])
def test_marks_open_their_sentences(page, query):
    """Each mark of each chart opens a drawer with as many lines as the drawer, and the tables, say."""
    whole = analyze(TEXT)
    narrowed = narrow(whole, valid_choice(whole, [query.get("entity", "")], voice=query.get("voice", "all")))
    numbers = dict(subjects(narrowed))
    every = offered(open_page(page, **query))
    # One of each kind, and of the names all: the rest is the same code.
    kinds = {subject.partition(":")[0]: subject for subject in every}
    for subject in kinds.values():
        at = open_page(page, show=subject, **query)
        ((name, lines),) = [(row["name"], row["lines"]) for row in drawn(at, "lines")]
        assert len(lines) == int(re.match(r"[\d,]+", name)[0].replace(",", "")), subject
        assert name in shown(at)
        assert len(lines) == numbers.get(subject, len(lines)), subject
    # Sentences of a paragraph, single figures and dates are no rows of a table with a number.
    assert all(s in numbers or s.startswith(("sentences:", "date:", "type:", "places:", "word:")) for s in every)


def test_the_drawer_says_when_nothing_is_there():
    """A link to a number that this article does not have says so, and shows the page."""
    at = open_page("pages/entities.py", show="entity:nobody")
    assert "nothing stands that is shown now" in at.warning[0].value
    assert "show" not in at.query_params


def test_side_of_a_comparison():
    """On the comparison a number of either report opens the sentences of that report."""
    for side, title in (("a", "in A"), ("b", "in B")):
        at = open_page("pages/compare.py", show=f"{side}~entity:iran")
        tables = [frame.value for frame in at.dataframe if f"count_{side}" in frame.value and "name" in frame.value]
        (row,) = [row for table in tables for _, row in table[table["name"] == "Iran"].iterrows()]
        assert len(drawn(at, "lines")[0]["lines"]) == int(row[f"count_{side}"]), title
