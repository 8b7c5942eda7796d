"""
How well known a place is, on one scale, and the steps of it at which rules decide.

The scale is the natural logarithm of a town's population: 2.3 more is ten times as many people, and a capital has
3 more. Countries and regions stand above all towns but the greatest capitals. "Georgia" alone is the country,
"Washington" the capital, "Africa" not a town in Tunisia.
"""

from __future__ import annotations

from math import log

HAMLET = 6.0
"""400 people. Below, a name is hardly ever written in the news for its place."""
SMALL_VILLAGE = 7.5
"""1,800 people: Hay, on the border of Wales, has 2,400."""
VILLAGE = 9.0
"""8,100 people: Moura in Portugal has 9,400. Above, a place is as likely meant as a body of the same name."""
SMALL_TOWN = 10.0
"""22,000 people: Alton in Illinois has 27,000. Below, "Michigan Center" is a chance namesake of longer names."""
TOWN = 11.0
"""60,000 people: Narok in Kenya has 65,000. A reader of the region knows it without its country."""
LARGE_TOWN = 11.5
"""100,000 people: Bath has 102,000. From here on a name that is a word, too, is the town's more often: "Oxford"."""
CITY = 12.0
"""163,000 people: Mopti has 186,000. Its name opens the names of others: "Aberdeen Airport"."""
LARGE_CITY = 13.0
"""442,000 people: Najaf has 483,000. A reader knows it without its country."""
GREAT_CITY = 14.5
"""2,000,000 people: Aleppo has 2,098,000. Alone it is the place and no given name: "Paris", not "Sydney"."""
METROPOLIS = 15.0
"""3,300,000 people, or a capital of 160,000: even a name that persons bear is the place's."""

OF_FEATURE = {
    "country": 17.0, "territory": 12.5, "historic": 13.0, "region": 16.5, "admin1": 14.0, "facility": 12.0,
    "water": 13.0, "terrain": 13.0, "admin2": 12.5,
}  # fmt: skip
"""What is no town, where the project's own tables list it."""
OF_UNLISTED = {"admin1": 10.5, "admin2": 7.0, "facility": 8.0}
"""The same for rows that only a package lists."""
OF_CAPITAL = 3.0
"""Added to a town that is the capital of its country."""
COST_OF_ALIAS = 1.5
"""
Taken off where the name is one of a place's other names, many of which are foreign or out of use. The head of a
name costs nothing: "Newcastle" is Newcastle upon Tyne.
"""
FEW_PEOPLE, COST_OF_SMALL_ALIAS = 20_000, 1.5
"""Aliases of smaller towns are mostly former names, spellings of maps, and parts of names."""


def fame(feature: str, population: int, is_own_name: bool, is_curated: bool) -> float:
    """How well known a place is by the name asked for, comparable between places of one name."""
    if feature in ("city", "capital"):
        value = log(population + 1) + (OF_CAPITAL if feature == "capital" else 0)
    elif is_curated:
        value = OF_FEATURE[feature] + (log(population + 1) / 20 if feature == "country" else 0)
    else:
        value = OF_UNLISTED[feature]
    if is_own_name or is_curated:
        return value
    return value - COST_OF_ALIAS - (COST_OF_SMALL_ALIAS if population < FEW_PEOPLE else 0.0)
