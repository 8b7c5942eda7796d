"""The user's article against a hand annotation of it: who, how often, where, and who says what."""

from __future__ import annotations

import json
from functools import cache

from analysis import analyze
from tests import ROOT

HERE = ROOT / "tests"
GOLD = json.loads((HERE / "cases" / "users_article.json").read_text("utf-8"))


@cache
def result():
    return analyze((HERE.parent / "seeds" / "000_253f1a25dff10c89.txt").read_text("utf-8"))


def test_persons_and_places_are_counted_right():
    """Every person and every place of the article is found, under one name, with the exact number of mentions."""
    kinds = ("PERSON", "GPE", "LOC", "FAC")
    wanted = {name: row for name, row in GOLD["entities"].items() if row[0] in kinds}
    assert {e.name: [e.type, e.count] for e in result().entities if e.type in kinds} == wanted


def test_organisations_are_found():
    """Every organisation of the article is found with its exact count; groups are told from them."""
    wanted = {name: row for name, row in GOLD["entities"].items() if row[0] == "ORG"}
    assert {e.name: [e.type, e.count] for e in result().entities if e.type == "ORG"} == wanted


def test_places_lie_where_they_are():
    """Countries and towns are placed in the right country, the Middle East is a region without a point."""
    assert {p.name: [p.kind, p.country_code] for p in result().places} == GOLD["places"]
    region = next(place for place in result().places if place.kind == "region")
    assert region.latitude is None


def test_quotes_go_to_those_who_spoke():
    """Each quoted paragraph goes to the person or body that spoke it, the Pentagon's to its statement."""
    names = {entity.id: entity.name for entity in result().entities}
    assert {q.text: names.get(q.speaker, q.speaker_text) for q in result().quotes} == GOLD["speakers"]
