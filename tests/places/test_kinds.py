"""Kinds of trouble that people report of tools for places, each with cases of its own, and where a paper is at home."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from analysis import InputError, analyze
from analysis.places.home import find_home, home_of_source
from tests.cases import load, load_failures
from tests.places.test_find import NEWSY

PLACE_TYPES = ("GPE", "LOC", "FAC")


@pytest.mark.parametrize("case", load("place_kinds") + load_failures("place_kinds_known_failures"))
def test_kinds(case):
    """A place is in its own country, or listed without a point; what is no place is not on the map."""
    places = {m.text: p for p in analyze(case["text"]).places for m in p.mentions}
    for name, country in case["places"].items():
        assert name in places, list(places)
        assert places[name].country_code in (country, None), places[name]
    assert not set(case["no"]) & set(places)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Novakryva, a village in Ukraine. Troops withdrew from Tarnovka Ridge on Monday.",
        "Raid\n\nThe army retook Al-Qusair Heights in Syria. Qusair Heights is empty.",
        "Ships met off Point Blakely. Point Blakely's harbour was shut, the North Harbor Bridge too.",
    ],
)
def test_each_entity_of_a_place_is_listed(text):
    """Every mention of an entity of type GPE, LOC or FAC stands in the list of places, placed or not."""
    check_listed(analyze(text))


@settings(max_examples=60, deadline=None)
@given(NEWSY.filter(str.strip))
def test_each_entity_of_a_place_is_listed_in_any_text(text):
    """The same holds of hostile text."""
    try:
        result = analyze(text)
    except InputError:
        return
    check_listed(result)


def check_listed(result):
    covered = [(m.start, m.end) for place in result.places for m in place.mentions]
    for entity in result.entities:
        for m in entity.mentions if entity.type in PLACE_TYPES else ():
            assert any(start < m.end and m.start < end for start, end in covered), (entity.name, m)


def test_home_decides_between_namesakes():
    """A paper of Richmond, Kentucky, means its own; the result says which home was used and why."""
    text = "Richmond man held\n\nA Richmond man was held on Sunday, police in Richmond said."
    result = analyze(text, home="Richmond, Kentucky")
    [place] = [p for p in result.places if p.name == "Richmond"]
    assert round(place.longitude) == -84
    assert (result.home.name, result.home.told_by) == ("Richmond, Kentucky", "given")
    assert "Richmond, Kentucky" in result.to_dict()["home"]["why"]


def test_text_outweighs_home():
    """Where the text says which one, the home does not matter."""
    result = analyze("Police in Paris, France, met. Paris was quiet.", home="Paris, Texas")
    assert {p.country_code for p in result.places} == {"FR"}


@pytest.mark.parametrize("home", ["", "Nowhereville, Atlantis", "x" * 200])
def test_home_that_is_none(home):
    """A home that is no listed place is an error that names it and says how to write one."""
    with pytest.raises(InputError, match="Lafayette, Louisiana"):
        analyze("A text.", home=home)


@pytest.mark.parametrize(
    ("source", "home"),
    [
        ("Toronto Star", "Toronto, Ontario"), ("The Times of India", "India"), ("The Irish Times", "Ireland"),
        ("lfpress.ca", "Canada"), ("cambridge-news.co.uk", "Cambridge, England"), ("dallasnews.com", "Dallas, Texas"),
        ("The Guardian", None), ("parisbeacon.com", None), ("richmond.txt", None), ("files.io", None), ("", None),
    ],
)  # fmt: skip
def test_home_of_a_source(source, home):
    """A source's name or web domain tells a home only where it means one place."""
    found = home_of_source(source)
    assert (found.name if found else None) == home


def test_home_in_short_form():
    """A state may be shortened."""
    assert find_home("Lafayette, La.").name == "Lafayette, Louisiana"


def test_countries_are_weighed_by_what_happens_where():
    """One "Nigerian" does not make an article Nigeria's: location, headline and dateline weigh more."""
    result = analyze("Leeds win\n\nBIRMINGHAM, England (AP) — A Nigerian scored in Birmingham.")
    assert [c.country_code for c in result.countries if c.is_about] == ["GB"]
    assert abs(sum(c.share for c in result.countries) - 1) < 0.01


def test_state_of_the_past():
    """A former state is marked as such."""
    places = {p.name: p for p in analyze("The Soviet Union fell. Russia stayed.").places}
    assert (places["Soviet Union"].is_former, places["Russia"].is_former) == (True, False)
