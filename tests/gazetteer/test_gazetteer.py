"""What the gazetteer knows of names."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import ResourceError
from analysis.gazetteer import lookup as gazetteer
from analysis.gazetteer.file import GazetteerFile
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import (
    candidates,
    country_iso3,
    country_name,
    country_of_demonym,
    country_of_name,
    country_record,
    kind_of,
    neighbours,
)
from analysis.model import PLACE_KINDS

MAX_MEGABYTES = 15


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("São Paulo", "sao paulo"),
        ("SAO PAULO", "sao paulo"),
        ("St. Louis", "saint louis"),
        ("U.S.", "us"),
        ("Cote d'Ivoire", "cote divoire"),
        ("Łódź", "lodz"),
        ("  ", ""),
        ("北京", "北京"),
    ],
)
def test_fold(name, key):
    """A name is found however its accents, stops and capitals are written."""
    assert fold(name) == key


@given(st.text(max_size=60))
def test_fold_twice(name):
    """A folded name is its own key."""
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("name", ["United States", "the United States", "US", "U.S.", "USA", "U.S.A.", "America"])
def test_names_of_the_united_states(name):
    """Every usual way of writing the United States is the same country."""
    assert country_of_name(name) == "US"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Britain", "GB"), ("U.K.", "GB"), ("Burma", "MM"), ("Ivory Coast", "CI"), ("Holland", "NL"),
        ("Gaza", None), ("Paris", None), ("Middle East", None), ("", None),
    ],
)  # fmt: skip
def test_country_of_name(name, code):
    """A country is told from a city, a division and a region."""
    assert country_of_name(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iranian", "IR"), ("Iranians", "IR"), ("Britons", "GB"), ("Dutch", "NL"), ("Swiss", "CH"),
        ("European", None), ("Scottish", None), ("London", None),
    ],
)  # fmt: skip
def test_country_of_demonym(word, code):
    """A nationality leads to its country; a region's or a nation's without a state does not."""
    assert country_of_demonym(word) == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Iran", "country"), ("Middle East", "region"), ("Texas", "admin"), ("Basra", "city"),
        ("White House", "facility"), ("Persian Gulf", "water"), ("Himalayas", "terrain"),
        ("Soviet Union", "country"), ("West Bank", "admin"), ("Bombay", "city"), ("Zxqwvyk", None),
    ],
)  # fmt: skip
def test_kind_of(name, kind):
    """Every kind of place is told by the best-known place of the name."""
    assert kind_of(name) == kind


def test_regions_have_no_point():
    """A region is never a dot on the map."""
    region = candidates("Middle East")[0]
    assert (region.latitude, region.longitude, region.country_code) == (None, None, None)


def test_west_bank_and_gaza():
    """The West Bank and Gaza are places of the code PS, as GeoNames has it, with points of their own."""
    assert [candidates(name)[0].country_code for name in ("West Bank", "Gaza Strip", "Palestine")] == ["PS"] * 3


@pytest.mark.parametrize(
    ("code", "name", "iso3"),
    [("US", "United States", "USA"), ("CD", "Democratic Republic of the Congo", "COD"), ("XX", "XX", None)],
)
def test_country_codes(code, name, iso3):
    """Codes have a usual short name and the three-letter code that map shapes go by."""
    assert (country_name(code), country_iso3(code)) == (name, iso3)


def test_country_points():
    """Every country with a name has a record, and its point lies on Earth."""
    for code in ("US", "AU", "JP", "KW", "RU", "PS", "XK"):
        record = country_record(code)
        assert record is not None
        assert record.country_code == code


def test_neighbours_are_mutual():
    """If Iraq borders on Iran, Iran borders on Iraq."""
    assert "IR" in neighbours("IQ")
    assert "IQ" in neighbours("IR")
    assert neighbours("AU") == frozenset()


@given(st.text(max_size=40))
def test_any_name(name):
    """Whatever is asked, records come best first, with known kinds and points on Earth."""
    found = candidates(name)
    assert [record.fame for record in found] == sorted((record.fame for record in found), reverse=True)
    for record in found:
        assert record.kind in PLACE_KINDS
        assert record.latitude is None or -90 <= record.latitude <= 90
        assert record.longitude is None or -180 <= record.longitude <= 180


def test_every_row_is_on_earth():
    """No row of the shipped file lies outside the range of coordinates."""
    file = GazetteerFile(gazetteer.RESOURCE)
    for number in range(0, file.n_rows, 7):
        latitude, longitude, *_ = file.row(number)
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180


def test_size():
    """The shipped file stays small enough for a repository."""
    assert gazetteer.RESOURCE.stat().st_size <= MAX_MEGABYTES * 2**20


def test_threads():
    """Many threads may ask first: all get the same answer."""
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(country_of_name, ["Iran"] * 64)) == {"IR"}


def test_light_import():
    """Importing the gazetteer opens no file and loads neither pandas nor numpy."""
    code = (
        "import sys, analysis.gazetteer.lookup as g; print(len(g._open), *({'numpy', 'pandas'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]


def test_missing_file(tmp_path: Path):
    """A missing file is an error that names it."""
    with pytest.raises(ResourceError, match=r"none\.bin cannot be opened"):
        GazetteerFile(tmp_path / "none.bin")


def test_damaged_file(tmp_path: Path):
    """A file of another sort is refused."""
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(ResourceError, match=r"other\.bin is not a gazetteer"):
        GazetteerFile(tmp_path / "other.bin")
