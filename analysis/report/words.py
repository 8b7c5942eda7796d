"""What a report says in words: the summary, the takeaways of its charts. Plain strings, no markup."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from analysis.model import Analysis, Entity, Place
from analysis.show.words import (
    TYPE_NAMES,
    count_of,
    listed,
    paragraph_name,
    signed,
    times,
    tone_sentence,
    tone_takeaway,
    tone_word,
    with_article,
)
from analysis.tables.article import paragraph_label

__all__ = (
    "TYPE_NAMES",
    "count_of",
    "listed",
    "paragraph_name",
    "signed",
    "times",
    "tone_sentence",
    "tone_takeaway",
    "tone_word",
    "with_article",
)


MAX_NAME_CHARS = 80
"""A longer name is no name: a row of letters, a list that lost its commas."""


def summary(analysis: Analysis, *, is_filtered: bool) -> str:
    """Who, where and in what tone; of a filtered analysis only what was counted anew."""
    people = [short(entity.name) for entity in analysis.entities if entity.type == "PERSON"][:2]
    bodies = [short(entity.name) for entity in analysis.entities if entity.type == "ORG"][: 3 - len(people)]
    countries = [place.name for place in analysis.places if place.kind == "country"][:3]
    who = listed([*people, *bodies])
    where = listed([with_article(name) for name in countries or [place.name for place in analysis.places][:3]])
    if who:
        subject = f"Named most are {who}; " + (f"the places are above all {where}" if where else "no place was found")
    else:
        subject = "No person or organisation was found" + (f"; the places are above all {where}" if where else "")
    return f"{subject}. {tone_sentence(analysis)}{other_instruments(analysis, is_filtered=is_filtered)}"


def other_instruments(analysis: Analysis, *, is_filtered: bool) -> str:
    """What the other instruments say of the whole; "" for a filtered analysis, of which they have no overall score."""
    report = analysis.tone_report
    if report is None or is_filtered:
        return ""
    scores = (("VADER", report.overall.all.vader), ("event tone", report.overall.all.events))
    parts = [f"{name} gives {signed(score)}" for name, score in scores if score is not None]
    return f" Of the other instruments, {listed(parts)}." if parts else ""


def counted_sentence(analysis: Analysis, counted: Collection[int]) -> str:
    """Which paragraphs everything in a filtered report was counted in."""
    n_all = len(analysis.document.paragraphs)
    if not counted:
        return f"Nothing is counted in any of the {count_of(n_all, 'paragraph')}."
    names = [paragraph_label(analysis.document.paragraphs, index) for index in sorted(counted)]
    shown = ["the headline" if name == "Headline" else name for name in names]
    return f"Everything below is counted in {len(counted)} of {count_of(n_all, 'paragraph')}: {listed(shown)}."


def names_takeaway(entities: Sequence[Entity]) -> str:
    """Who is named most, and how far ahead."""
    if not entities:
        return "No name was found."
    first, rest = entities[0], entities[1:]
    if not rest:
        return f"{short(first.name)} is the only name, {times(first.count)}."
    if rest[0].count == first.count:
        return f"{short(first.name)} and {short(rest[0].name)} are named most, {times(first.count)} each."
    return (
        f"{short(first.name)} is named most, {times(first.count)}; {short(rest[0].name)} follows with {rest[0].count}."
    )


def countries_takeaway(countries: pd.DataFrame) -> str:
    """Which countries the mentions point to."""
    if countries.empty:
        return "No mention points to a country."
    parts = [f"{with_article(row.country)} {row.count}" for row in countries.head(3).itertuples(index=False)]
    return f"Most mentions by country: {listed(parts)}."


def places_takeaway(places: Sequence[Place]) -> str:
    """How many places were put on the map, and how many were not."""
    n_regions = sum(place.kind == "region" for place in places)
    n_mapped = sum(place.latitude is not None for place in places)
    n_unplaced = len(places) - n_regions - n_mapped
    parts = [f"{count_of(n_mapped, 'place')} with a point"]
    if n_regions:
        parts.append(f"{count_of(n_regions, 'region')} without")
    if n_unplaced:
        parts.append(f"{n_unplaced} not placed")
    return listed(parts) + "."


def short(name: str) -> str:
    """A name on one line, cut where it is longer than any name is."""
    flat = " ".join(name.split())
    return flat if len(flat) <= MAX_NAME_CHARS else flat[: MAX_NAME_CHARS - 1].rstrip() + "…"
