"""Records to frames."""

import pytest

from analysis.select.narrow import Choice, kept_paragraphs, narrow
from analysis.tables import article as tables
from tests.factories import make_analysis

COLUMNS = {
    "entities": tables.ENTITY_COLUMNS,
    "mentions": tables.MENTION_COLUMNS,
    "paragraphs": tables.PARAGRAPH_COLUMNS,
    "words": tables.WORD_COLUMNS,
    "places": tables.PLACE_COLUMNS,
    "place-mentions": tables.PLACE_MENTION_COLUMNS,
    "countries": tables.COUNTRY_COLUMNS,
    "quotes": tables.QUOTE_COLUMNS,
    "reports": tables.REPORT_COLUMNS,
    "figures": tables.FIGURE_COLUMNS,
    "dates": tables.DATE_COLUMNS,
}


@pytest.mark.parametrize("name", tables.TABLES)
def test_columns_with_and_without_rows(name):
    """A table has its columns whether or not anything was found."""
    for analysis in (make_analysis(), make_analysis("nothing", {})):
        assert tuple(tables.TABLES[name](analysis).columns) == COLUMNS[name]


def test_entity_counts_are_rows_of_mentions():
    """The count beside a name is the number of its rows among the mentions."""
    analysis = make_analysis()
    counted = tables.mentions(analysis)["entity"].value_counts().to_dict()
    assert tables.entities(analysis).set_index("id")["count"].to_dict() == counted


def test_forms_of_a_name():
    """A reader sees how a name was written, the most frequent form first."""
    forms = tables.entities(make_analysis()).set_index("name")["written_as"]
    assert sorted(forms["Fatou Diarra"].split(", ")) == ["Diarra", "Fatou Diarra"]


def test_countries_count_their_towns():
    """Mopti counts toward Mali, and the table says how much of Mali's number that is."""
    countries = tables.countries(make_analysis()).set_index("country_code")
    assert countries.loc["ML", ["count", "n_country", "n_inside"]].tolist() == [5, 3, 2]


def test_paragraph_labels():
    """Readers count paragraphs from 1, the headline apart."""
    assert tables.paragraphs(make_analysis())["label"].tolist() == ["Headline", "1", "2", "3"]
    assert tables.paragraphs(make_analysis("One line only.", {}))["label"].tolist() == ["1"]


def test_silent_paragraphs_are_missing_values():
    """A paragraph without evidence has no number in the table, not a zero."""
    polarity = tables.paragraphs(make_analysis())["polarity"]
    assert polarity.isna().tolist() == [True, False, False, True]


def test_kept_rows():
    """Under a filter the table of paragraphs holds the kept ones only."""
    analysis, choice = make_analysis(), Choice(entities=("mopti",))
    kept = tables.kept(tables.paragraphs(narrow(analysis, choice)), kept_paragraphs(analysis, choice))
    assert kept["label"].tolist() == ["Headline", "1"]


def test_tally_of_words():
    """The same word in two cases is one row, counted twice, the strongest first."""
    tally = tables.word_tally(tables.words(make_analysis("Good. A bad day, a good one. Terrible.", {})))
    assert tally[["text", "count"]].to_numpy().tolist() == [["good", 2], ["terrible", 1], ["bad", 1]]


def test_frames_are_new():
    """Changing a frame leaves the next one as it was."""
    analysis = make_analysis()
    frame = tables.entities(analysis)
    frame["name"] = "changed"
    assert "changed" not in tables.entities(analysis)["name"].tolist()
