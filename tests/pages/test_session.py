"""What a reader takes along: the link, corrections in it, the session as a file, tables with what they are."""

from __future__ import annotations

import csv
import io
import json

import pytest

from analysis import InputError, analyze
from analysis.export import about, to_csv, to_geojson, to_table_json
from analysis.model import Correction
from analysis.select.narrow import Choice
from analysis.show.accuracy import MEASURED
from analysis.tables.article import entities
from tests import ROOT
from tests.factories import make_analysis
from tests.pages.test_pages import PAGES, in_url, open_page, press, shown
from views.drawer import corrections_url as fixes
from views.page import session_file, state, url

MERGE = fixes.written(Correction("merge", "ismail-qaani", into="qasem-soleimani"))
HIDE = fixes.written(Correction("hide", "cnn"))


def names(at) -> dict[str, int]:
    """The names of the entities page with their counts."""
    return dict(zip(at.dataframe[-1].value["name"], at.dataframe[-1].value["count"], strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_a_link_with_everything(page):
    """A link holds names, their match, those left out, a range, a voice and corrections, and every page opens by it."""
    query = {
        "entity": ["iran", "iraq"], "match": "all", "without": "kuwait", "paragraphs": "1-12", "voice": "narrator",
        "type": "GPE", "fix": [MERGE, HIDE],
    }  # fmt: skip
    at = open_page(page, **query)
    assert not at.warning
    assert {name: in_url(at, name) for name in query} == {
        name: value if isinstance(value, list) else [value] for name, value in query.items()
    }
    assert "paragraphs that mention Iran and Iraq and not Kuwait" in shown(at)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paragraphs", "9-2"), ("paragraphs", "x"), ("paragraphs", "1-99999999"), ("paragraphs", "²-³"),
        ("voice", "choir"), ("without", "nobody"), ("layer", "underwear"), ("rows", "-1"), ("rows", "9" * 99),
        ("edges", "many"), ("unit", "chapter"), ("sources", "gossip"), ("measure", "weight"), ("map", "moon"),
    ],
)  # fmt: skip
def test_a_broken_value_is_dropped_with_a_note(name, value):
    """A value of the link that is no choice leaves it with a note, and the filter beside it stays."""
    at = open_page("dashboard.py", entity="iran", **{name: value})
    assert "The link held a value" in at.warning[0].value
    assert name not in at.query_params
    assert in_url(at, "entity") == ["iran"]


@pytest.mark.parametrize(
    "value", ["", "x", "[]", "null", '{"do":"explode"}', '{"do":"hide"}', "[" * 5000,
              '{"do":"retype","entity":"iran","type":"GOD"}',
              '{"do":"split","entity":"iran","name":"x","mentions":[[-1,2]]}'],
)  # fmt: skip
def test_a_broken_correction_in_a_link(value):
    """A correction that cannot be read leaves the link with a note; the others are made."""
    at = open_page("pages/entities.py", fix=[value, HIDE])
    assert "cannot be read" in at.warning[0].value
    assert in_url(at, "fix") == [HIDE]
    assert "CNN" not in names(at)


def test_corrections_follow_and_undo():
    """A merged name counts with the other on the page, in the filter and in the reader; Undo brings both back."""
    before = names(open_page("pages/entities.py"))
    at = open_page("pages/entities.py", fix=[MERGE, HIDE])
    after = names(at)
    assert after["Qasem Soleimani"] == before["Qasem Soleimani"] + before["Ismail Qaani"]
    assert "Ismail Qaani" not in after
    press(at, "Undo the last of 2 corrections")
    assert "CNN" in names(at)
    press(at, "Undo the correction")
    assert names(at) == before


def test_a_correction_that_no_longer_fits_is_reported():
    """A correction of a name that the text does not have is not dropped: every page says so, the method page why."""
    lost = fixes.written(Correction("hide", "nobody"))
    at = open_page("pages/method.py", fix=[lost, HIDE])
    assert "does not fit this text" in at.warning[0].value
    assert "nobody" in shown(at)
    assert in_url(at, "fix") == [lost, HIDE]


def test_corrections_stay_with_their_article():
    """Another article is shown without them; coming back brings them back."""
    at = open_page("dashboard.py", fix=HIDE)
    at.sidebar.selectbox[0].set_value("ferries").run()
    assert "fix" not in at.query_params
    at.sidebar.selectbox[0].set_value("soleimani").run()
    assert in_url(at, "fix") == [HIDE]


def make_session(**changes) -> bytes:
    """A session file with one text, corrected and filtered."""
    whole = {
        "schema": session_file.SCHEMA,
        "link": {"article": ["own-x"], "entity": ["mali"], "roles": ["actor"], "evil": ["x"], "fix": "no list"},
        "left": {"soleimani": {"fix": [HIDE], "evil": ["x"]}},
        "articles": [{"id": "own-x", "label": "Floods", "text": "Floods\n\nMali asked Senegal for help.", "note": "n"}],
    }
    return json.dumps(whole | changes).encode()


def test_a_session_comes_back(monkeypatch):
    """A session file brings back texts, filter, options and the corrections of other articles; no more than that."""
    import streamlit as st

    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", FakeParameters())
    assert session_file.open_session(make_session()) == 1
    (article,) = state.own_articles()
    assert article.text.startswith("Floods")
    assert st.session_state[url.LEFT] == {"soleimani": {"fix": [HIDE]}}
    assert st.query_params == {"article": [article.id], "entity": ["mali"], "roles": ["actor"]}
    again = session_file.to_json(session_file.current()).encode()
    assert session_file.open_session(again) == 1
    assert state.own_articles() == [article]


class FakeParameters(dict):
    """The query parameters of a page, without one."""

    def from_dict(self, values):
        """Take these and no others."""
        self.clear()
        self.update(values)

    def get_all(self, name):
        """The values of a parameter."""
        return self.get(name, [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "must say"),
        (make_session(schema="x"), "must say"),
        (make_session(articles="x"), "must be a list"),
        (make_session(articles=[1]), "Text 1"),
        (make_session(articles=[{"text": "  "}]), "Text 1 of this session file: The text is empty"),
        (make_session(articles=[{"text": "a"}] * 51), "at most 50"),
    ],
    ids=["empty", "binary", "deep", "no object", "schema", "articles", "no text", "empty text", "too many"],
)
def test_a_broken_session_file(data, message, monkeypatch):
    """A file that is no session is refused with the reason, and nothing is changed."""
    import streamlit as st

    monkeypatch.setattr(st, "session_state", {})
    with pytest.raises(InputError, match=message):
        session_file.open_session(data)
    assert st.session_state == {}


def test_a_table_says_what_it_is():
    """A CSV opens with its article, filter, version and method, one cell a line, and the rows are as they were."""
    analysis = make_analysis()
    said = about(analysis, Choice(("mali",)), 'Showing 3 paragraphs, "=1+1"', {"roles": ["actor"]})
    lines = list(csv.reader(io.StringIO(to_csv(entities(analysis), said))))
    head, body = lines[: len(said)], lines[len(said) :]
    assert all(len(line) == 1 and line[0].startswith("# ") for line in head)
    assert '# filter: Showing 3 paragraphs, "=1+1"' in [line[0] for line in head]
    assert body[0] == list(entities(analysis).columns)
    assert [row[1] for row in body[1:]] == entities(analysis)["name"].tolist()


def test_json_of_a_table_holds_the_same():
    """The JSON of a table has its rows, with null where nothing is known, and the same words about it."""
    whole = json.loads(to_table_json(entities(make_analysis()), {"filter": "none"}))
    assert whole["about"] == {"filter": "none"}
    assert [row["name"] for row in whole["rows"]] == entities(make_analysis())["name"].tolist()
    assert json.loads(to_geojson(make_analysis(), {"filter": "none"}))["about"] == {"filter": "none"}


@pytest.mark.parametrize("start", [*"=+-@", "\t"])
def test_cells_that_a_spreadsheet_would_run(start):
    """A name that begins as a formula stays text in CSV."""
    assert f"'{start}HYPERLINK" in to_csv(entities(make_analysis()).assign(name=f"{start}HYPERLINK(1)"))


@pytest.mark.parametrize("row", MEASURED, ids=lambda row: f"{row.what}, {row.text}")
def test_accuracy_is_what_was_measured(row):
    """Each figure of the method page stands in the results as they were measured."""
    assert row.figure in (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")


def test_analysis_without_corrections_has_none():
    """The dictionary has an empty list where nothing was corrected."""
    assert analyze("Mali asked Senegal for help.").to_dict()["corrections"] == []
