"""Frames to figures, looked at as dictionaries."""

import pytest

from analysis.show.palette import DARK, LIGHT, TYPE_LABELS, UNDERLINES
from analysis.tables import article as tables
from tests import ROOT
from tests.factories import make_analysis
from views.charts import bars as charts
from views.charts import map as atlas
from views.charts import tone as tone_charts

ANALYSIS = make_analysis()
ENTITIES, MENTIONS = tables.entities(ANALYSIS), tables.mentions(ANALYSIS)
PARAGRAPHS, PLACES, COUNTRIES = tables.paragraphs(ANALYSIS), tables.places(ANALYSIS), tables.countries(ANALYSIS)


def test_every_type_has_its_look():
    """Each type of entity has one colour a theme, an underline, a marker and a label."""
    for looks in (LIGHT.types, DARK.types, UNDERLINES, charts.TYPE_SYMBOLS):
        assert list(looks) == list(TYPE_LABELS)
    assert len(set(LIGHT.types.values())) == len(set(DARK.types.values())) == len(TYPE_LABELS)


def test_bars_show_the_counts_and_can_be_clicked():
    """Each bar is as long as its count and carries the subject whose sentences a click opens."""
    (bar,) = charts.ranked_bars(ENTITIES, LIGHT).data
    assert list(bar["x"]) == ENTITIES["count"].tolist()
    assert [data[0] for data in bar["customdata"]] == [f"entity:{entity}" for entity in ENTITIES["id"]]


def test_chosen_bars_stand_out():
    """Under a filter the chosen entity is in full colour and the others stand back."""
    (bar,) = charts.ranked_bars(ENTITIES, LIGHT, ("mali",)).data
    strong = [data[0] for data, c in zip(bar["customdata"], bar["marker"]["color"], strict=True) if c.endswith(",1)")]
    assert strong == ["entity:mali"]


def test_dispersion_has_every_mention():
    """Each mention is a mark between the start and the end of the article."""
    (marks,) = charts.dispersion(MENTIONS, ENTITIES, len(ANALYSIS.document.text), LIGHT).data
    assert len(marks["x"]) == len(MENTIONS)
    assert all(0 <= x <= 1 for x in marks["x"])


def test_tone_columns_keep_zero_and_unknown_apart():
    """Scored paragraphs are columns; silent ones are crosses, never columns of height zero."""
    bars, _, silent = tone_charts.tone_columns(PARAGRAPHS, LIGHT).data
    assert list(bars["x"]) == ["1", "2"]
    assert list(silent["x"]) == ["Headline", "3"]


def test_negative_and_positive_have_their_colours():
    """Colour follows the sign."""
    assert tone_charts.tone_colour(-0.1, LIGHT) == LIGHT.negative
    assert tone_charts.tone_colour(0.1, LIGHT) == LIGHT.positive
    assert tone_charts.tone_colour(0, LIGHT) == LIGHT.neutral


@pytest.mark.parametrize("name", ["<b>x</b>", '<a href="http://example.org">x</a>'])
def test_names_are_plain(name):
    """Plotly reads a few HTML tags in labels; a name that holds one is shown as it is."""
    analysis = make_analysis(f"Go to {name} now.", {})
    frame = tables.entities(make_analysis())
    frame["name"] = name
    figure = charts.ranked_bars(frame, LIGHT).to_json() + charts.dispersion(MENTIONS, frame, 9, LIGHT).to_json()
    assert "<a href" not in figure
    assert "<b>x" not in figure
    assert analysis.document.text


@pytest.mark.parametrize("frame", [ENTITIES.head(0), ENTITIES.head(1)], ids=["none", "one"])
def test_few_rows(frame):
    """No entity or a single one still makes a chart."""
    assert charts.ranked_bars(frame, LIGHT).layout.height > 0


def test_map_fills_countries_and_pins_towns():
    """Mali and Senegal are filled by their counts, Mopti is a pin on its spot, and the legend starts at 1."""
    fills, _, pins = atlas.world_map(COUNTRIES, PLACES, LIGHT).data
    assert dict(zip(fills["locations"], fills["z"], strict=True)) == {"MLI": 5, "SEN": 2}
    assert fills["zmin"] == fills["colorbar"]["tickvals"][0] == 1
    assert list(pins["lat"]) == [14.484]
    assert fills["customdata"][0][0] == "country:ML"


def test_small_countries_are_ringed():
    """Kuwait and Bahrain can be seen and clicked on the map of the world, Mali needs no ring."""
    analysis = make_analysis()
    countries = tables.countries(analysis)
    countries["country_code"], countries["country"] = ["KW", "BH"], ["Kuwait", "Bahrain"]
    rings = atlas.world_map(countries, PLACES.head(0), LIGHT).data[1]
    assert [data[0] for data in rings["customdata"]] == ["country:KW", "country:BH"]
    assert not atlas.world_map(COUNTRIES, PLACES, LIGHT).data[1]["customdata"]


def test_every_country_that_is_mentioned_has_a_shape():
    """The countries of the first article are on the map that the app serves."""
    assert all(atlas.shape_of(code) for code in ("US", "IR", "IQ", "SY", "KW", "BH"))


def test_map_of_nothing():
    """A text without a place still makes an empty map for the overview."""
    fills, rings, pins = atlas.world_map(COUNTRIES.head(0), PLACES.head(0), LIGHT).data
    assert not len(fills["locations"]) + len(rings["lat"]) + len(pins["lat"])


def test_region_window_holds_the_cluster():
    """The regional map shows Mali and Senegal, and not the whole world."""
    window = atlas.region_window(PLACES)
    assert window.west < -17
    assert window.east > -4
    assert window.south < 14
    assert window.north > 17
    assert window.east - window.west < 80


def test_region_window_across_the_date_line():
    """Fiji and Samoa, on both sides of the antimeridian, are shown side by side."""
    frame = PLACES.head(2).copy()
    frame["latitude"], frame["longitude"], frame["kind"] = [-18.0, -13.8], [178.0, -172.1], "city"
    window = atlas.region_window(frame)
    assert window.east - window.west < 60
    assert window.west < 178
    assert window.east > 187.9


def test_region_window_without_points():
    """Without a placed point the region is the world."""
    assert atlas.region_window(PLACES.head(0)).is_world


def test_map_asks_our_own_server_for_shapes():
    """The shapes come from the app itself, at the name that plotly asks for."""
    assert atlas.MAP_CONFIG["topojsonURL"] == "./app/static/topo/"
    assert (ROOT / "static" / "topo" / "world_50m.json").exists()
