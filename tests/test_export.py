"""JSON, CSV and GeoJSON."""

import csv
import io
import json

import geojson
import pandas as pd
import pytest

from analysis.export import to_csv, to_geojson, to_json
from tests.factories import make_analysis


def test_json_is_the_contract():
    """The JSON is exactly the dictionary of the analysis."""
    analysis = make_analysis()
    assert json.loads(to_json(analysis)) == json.loads(json.dumps(analysis.to_dict()))


def test_geojson_is_valid():
    """A reader of the format takes the places, longitude before latitude."""
    collection = geojson.loads(to_geojson(make_analysis()))
    assert collection.is_valid
    mopti = next(f for f in collection["features"] if f["properties"]["name"] == "Mopti")
    assert mopti["geometry"]["coordinates"] == [-4.183, 14.484]


def test_geojson_keeps_what_has_no_point():
    """A place that was not resolved stays in the file, with no geometry."""
    analysis = make_analysis("Go to Nowhereville.", {("Nowhereville", "GPE"): ("Nowhereville",)})
    (feature,) = json.loads(to_geojson(analysis))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["name"] == "Nowhereville"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_csv_disarms_formulas(cell):
    """A spreadsheet shows a cell of an article as text, whatever it starts with."""
    rows = list(csv.reader(io.StringIO(to_csv(pd.DataFrame({"text": [cell], "n": [1]})))))
    assert rows[1] == [f"'{cell}".replace("\r", " "), "1"]


def test_csv_leaves_numbers_alone():
    """A negative number stays a number."""
    for column in ([-0.5], pd.array([-0.5], dtype="Float64")):
        assert to_csv(pd.DataFrame({"polarity": column})) == "polarity\n-0.5\n"


def test_csv_round_trip():
    """Names with commas, quotes and line ends come back as they were."""
    frame = pd.DataFrame({"text": ['a, "b"\nc', "d"]})
    assert list(csv.reader(io.StringIO(to_csv(frame))))[1:] == [['a, "b"\nc'], ["d"]]
