"""Putting toponyms on the map."""

from __future__ import annotations

import pytest
from hypothesis import given

from analysis.english.segment import segment
from analysis.model import PLACE_KINDS, Entity, Mention
from analysis.places.find import find_toponyms
from analysis.places.focus import focus
from analysis.places.geocode import alternatives, geocode
from tests import ROOT
from tests.cases import load
from tests.places.test_find import NEWSY

ARTICLE = ROOT / "seeds" / "000_253f1a25dff10c89.txt"
CLOSE = 2.0
"""Degrees within which a point is the expected one: the cases name points roughly."""


def places_of(text, entities=()):
    document = segment(text)
    return geocode(document, find_toponyms(document, ()), entities)


@pytest.mark.parametrize("case", load("geocode"))
def test_points(case):
    """Each mention is put on the right spot, or on none: "Paris/1" is the second Paris of the text."""
    mentions = sorted((m.start, m.text, p) for p in places_of(case["text"]) for m in p.mentions)
    for name, point in case["places"].items():
        surface, _, number = name.partition("/")
        place = [p for _, text, p in mentions if text == surface][int(number or 0)]
        if point is None:
            assert (place.latitude, place.longitude) == (None, None)
        else:
            assert abs(place.latitude - point[0]) < CLOSE, place
            assert abs(place.longitude - point[1]) < CLOSE, place


def test_names_of_one_place_are_one():
    """ "US", "American" and "United States" are one place with three mentions, the most mentioned first."""
    places = places_of("The US acted. American troops left. The United States and Iran talked.")
    assert [(p.name, p.country_code, p.count) for p in places] == [("United States", "US", 3), ("Iran", "IR", 1)]


def test_entity_of_a_place():
    """A place has the id of the entity that is mentioned in the same spot."""
    text = "Iran spoke to Basra."
    entity = Entity("iran", "Iran", "GPE", (Mention(0, 4, "Iran", 0),))
    assert {p.name: p.entity for p in places_of(text, (entity,))} == {"Iran": "iran", "Basra": None}


def test_unknown_place_stays_listed():
    """A place that cannot be put anywhere is listed with no point and no confidence, and empties nothing."""
    places = {p.name: p for p in places_of("They met in Cairo, on Xanthor Street.")}
    assert (places["Xanthor Street"].kind, places["Xanthor Street"].confidence) == ("unknown", 0.0)
    assert places["Cairo"].country_code == "EG"


def test_airport_near_its_city():
    """An airport that no gazetteer lists is put near its town, and less surely."""
    places = {p.name: p for p in places_of("A drone fell on Timbuktu Regional Airport, far from Timbuktu.")}
    assert places["Timbuktu Regional Airport"].kind == "facility"
    assert places["Timbuktu Regional Airport"].confidence < places["Timbuktu"].confidence


def test_alternatives():
    """A reader sees what else a name could be, and never the place chosen."""
    [paris] = places_of("Paris")
    others = alternatives(paris)
    assert others[0].admin1 == "Texas"
    assert all((o.latitude, o.longitude) != (paris.latitude, paris.longitude) for o in others)


def test_surer_with_its_state():
    """A name with its state is surer than the name alone."""
    [alone] = places_of("Springfield")
    told = next(p for p in places_of("Springfield, Illinois") if p.kind == "city")
    assert told.confidence > alone.confidence


def test_focus():
    """What stands in the headline and often is what the article is about."""
    document = segment("Floods cut off Mopti in Mali\n\nMali asked for help. Bamako was dry. France sent aid.")
    found = focus(document, geocode(document, find_toponyms(document, ()), ()))
    assert (found.about, found.mentioned) == (("ML",), ("FR",))


def test_the_bundled_article():
    """The bundled article is put where it happens: no dot for the Middle East, no Quds Force, no Chad."""
    places = {p.name: p for p in places_of(ARTICLE.read_text("utf-8"))}
    codes = {
        name: places[name].country_code for name in ("United States", "Iran", "Iraq", "Syria", "Kuwait", "Baghdad")
    }
    assert list(codes.values()) == ["US", "IR", "IQ", "SY", "KW", "IQ"]
    assert places["Baghdad"].kind == "city"
    assert places["Basra"].country_code == "IQ"
    assert (places["Middle East"].kind, places["Middle East"].latitude) == ("region", None)
    assert not {"Chad", "Quds", "Jerusalem"} & places.keys()


@given(NEWSY)
def test_any_text(text):
    """On any text every toponym is in one place, spans slice back, points are on Earth, confidence in [0, 1]."""
    document = segment(text)
    toponyms = find_toponyms(document, ())
    places = geocode(document, toponyms, ())
    mentions = sorted((m.start, m.end) for p in places for m in p.mentions)
    assert mentions == [(t.start, t.end) for t in toponyms]
    for place in places:
        assert place.kind in PLACE_KINDS
        assert 0 <= place.confidence <= 1
        assert place.latitude is None or (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180)
        assert (place.kind in ("region", "unknown")) == (place.latitude is None)
        assert all(document.text[m.start : m.end] == m.text for m in place.mentions)
    assert [p.count for p in places] == sorted((p.count for p in places), reverse=True)
