"""
Which countries an article is about, and which it only mentions, with the weight behind each.

Where something happens weighs most, in the headline and at a dateline above all; one "Nigerian" weighs little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import CountryWeight, Document, Place, PlaceMention
from analysis.places.cues import DATELINE_RE

ABOUT_SHARE = 0.18
"""A country with this share of the weight of all mentions is what the article is about."""

TITLE_WEIGHT, DATELINE_WEIGHT, LEAD_WEIGHT = 4.0, 4.0, 2.0
"""A mention in the headline, or the town of a dateline, counts as many; one in the first paragraph as two."""

ROLE_WEIGHT = {"location": 1.0, "actor": 1.0, "nationality": 0.3, "name": 0.3}
"""
What a mention counts by its role: something happens in Bristol; "a Nigerian" may be from anywhere.
"""


@dataclass(frozen=True, slots=True)
class Focus:
    """Country codes, the most important first: those the article is about, and those it only mentions."""

    about: tuple[str, ...]
    mentioned: tuple[str, ...]


def focus(document: Document, places: Sequence[Place]) -> Focus:
    """Tell the countries an article is about from those it mentions."""
    weighed = weigh_countries(document, places)
    return Focus(
        tuple(country.country_code for country in weighed if country.is_about),
        tuple(country.country_code for country in weighed if not country.is_about),
    )


def weigh_countries(document: Document, places: Sequence[Place]) -> tuple[CountryWeight, ...]:
    """The countries of the places by the weight of their mentions, the most important first."""
    weights: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    first = 1 if document.paragraphs and document.paragraphs[0].kind == "title" else 0
    datelines = {match.start("town") for match in DATELINE_RE.finditer(document.text)}
    for place in places:
        for mention in place.mentions if place.country_code is not None else ():
            weights[str(place.country_code)] += _weight(document, mention, first, datelines)
            counts[str(place.country_code)] += 1
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda code: -weights[code])
    return tuple(
        CountryWeight(
            code, round(weights[code], 2), round(weights[code] / total, 3), counts[code],
            at == 0 or weights[code] >= ABOUT_SHARE * total,
        )
        for at, code in enumerate(ranked)
    )  # fmt: skip


def _weight(document: Document, mention: PlaceMention, first: int, datelines: set[int]) -> float:
    role = ROLE_WEIGHT[mention.role]
    if mention.start in datelines:
        return DATELINE_WEIGHT
    if document.paragraphs[mention.paragraph].kind == "title":
        return TITLE_WEIGHT * role
    return LEAD_WEIGHT * role if mention.paragraph == first else role
