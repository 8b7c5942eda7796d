"""What pages and the report say of an article in words: its summary, takeaways of charts. Plain strings, no markup."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from analysis.evidence.find import Evidence
from analysis.gazetteer.lookup import Record, country_name
from analysis.model import Analysis, Document, Entity, Place
from analysis.select.narrow import Choice
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

MAX_NAME_CHARS = 80
"""A longer name is no name: a row of letters, a list that lost its commas."""

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


def summary(analysis: Analysis) -> str:
    """One sentence on who, where and in what tone; the countries are those that the article is most about."""
    people = [short(entity.name) for entity in analysis.entities if entity.type == "PERSON"][:2]
    bodies = [short(entity.name) for entity in analysis.entities if entity.type == "ORG"][: 3 - len(people)]
    countries = [country_name(row.country_code) for row in analysis.countries][:3]
    spots = countries or [short(place.name) for place in analysis.places if place.latitude is not None][:3]
    who = listed([*people, *bodies])
    where = listed([with_article(name) for name in spots])
    if who and where:
        subject = f"Named most are {who}; the places are above all {where}"
    elif who:
        subject = f"Named most are {who}; no place was found"
    elif where:
        subject = f"No person or organisation was found; the places are above all {where}"
    else:
        subject = "No names were found"
    return f"{subject}. {tone_sentence(analysis)}"


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


def filter_sentence(analysis: Analysis, choice: Choice, kept: Collection[int]) -> str:
    """What the filter shows: which paragraphs, and why."""
    names = {entity.id: with_article(entity.name) for entity in analysis.entities}
    parts = []
    if choice.entities:
        joint = "and" if choice.needs_all else "or"
        parts.append(f"that mention {listed([names[entity] for entity in choice.entities], joint)}")
    elif choice.types:
        parts.append("that mention an entity of the chosen types")
    if choice.without:
        start = "and not" if parts else "that do not mention"
        parts.append(f"{start} {listed([names[entity] for entity in choice.without], 'or')}")
    if choice.first is not None or choice.last is not None:
        parts.append(f"from {range_name(analysis, choice)}")
    heard = {"all": "", "narrator": ", without what is quoted", "quoted": ", and there only what is quoted"}
    n_all = len(analysis.document.paragraphs)
    shown = f"Showing the {len(kept)} of {count_of(n_all, 'paragraph')} {' '.join(parts)}"
    return f"{shown.rstrip()}{heard[choice.voice]}."


def range_name(analysis: Analysis, choice: Choice) -> str:
    """The range of paragraphs of a choice: "the headline to paragraph 5"."""
    first, last = choice.first or 0, len(analysis.document.paragraphs) - 1 if choice.last is None else choice.last
    return f"{paragraph_name(analysis, first)} to {paragraph_name(analysis, last)}"


def evidence_sentence(found: Evidence, document: Document) -> str:
    """What is counted and where: "15 mentions in 12 sentences"."""
    n_sentences = len({(line.start, line.end) for line in found.lines})
    n_paragraphs = len({line.paragraph for line in found.lines})
    counted = count_of(found.count, found.unit)
    if found.unit == "paragraph":
        return f"{counted}, each with the sentences from one name to the other."
    where = "" if found.unit == "sentence" else f"{count_of(n_sentences, 'sentence')}, "
    return f"{counted} in {where}{n_paragraphs} of {count_of(len(document.paragraphs), 'paragraph')}."


def entities_takeaway(entities: Sequence[Entity]) -> str:
    """Who is named most, and how far ahead."""
    if not entities:
        return "No entity is named here."
    first, rest = entities[0], entities[1:]
    if not rest:
        return f"{short(first.name)} is the only name, {times(first.count)}."
    if rest[0].count == first.count:
        return f"{short(first.name)} and {short(rest[0].name)} are named most, {times(first.count)} each."
    return (
        f"{short(first.name)} is named most, {times(first.count)}; {short(rest[0].name)} follows with {rest[0].count}."
    )


def places_takeaway(places: Sequence[Place]) -> str:
    """How many places were put on the map, and how many were not."""
    if not places:
        return "No place is named here."
    n_regions = sum(place.kind == "region" for place in places)
    n_unplaced = sum(place.latitude is None and place.kind != "region" for place in places)
    n_mapped = len(places) - n_regions - n_unplaced
    parts = [f"{count_of(n_mapped, 'place')} on the map"]
    if n_regions:
        parts.append(f"{count_of(n_regions, 'region')} without a point")
    if n_unplaced:
        parts.append(f"{n_unplaced} not placed")
    return listed(parts) + "."


def spread_takeaway(entities: pd.DataFrame, analysis: Analysis) -> str:
    """Which entity runs through most of the article."""
    if entities.empty:
        return ""
    widest = entities.sort_values("n_paragraphs", ascending=False, kind="stable").iloc[0]
    n_all = len(analysis.document.paragraphs)
    return f"{widest['name']} runs through {widest['n_paragraphs']} of {count_of(n_all, 'paragraph')}."


def silence_takeaway(analysis: Analysis, n_paragraphs: int) -> str:
    """In how many of the paragraphs shown nothing was scored."""
    n_scored = sum(tone.polarity is not None for tone in analysis.tones)
    if n_scored == n_paragraphs:
        return "Every paragraph holds a scored word. Scored words are underlined."
    return (
        f"{count_of(n_scored, 'paragraph')} of {n_paragraphs} hold a scored word, which is underlined; "
        "of the others nothing is known."
    )


def words_takeaway(scored: pd.DataFrame) -> str:
    """How many scored words pull up, pull down, or do neither."""
    if scored.empty:
        return "No word of this text is in the lexicon."
    n_up, n_down = int((scored["polarity"] > 0).sum()), int((scored["polarity"] < 0).sum())
    return f"{n_up} pull upward, {n_down} downward, {len(scored) - n_up - n_down} neither way."


def countries_takeaway(countries: pd.DataFrame) -> str:
    """Which countries the mentions point to."""
    if countries.empty:
        return "No country is named here."
    parts = [f"{with_article(row.country)} {row.count}" for row in countries.head(3).itertuples(index=False)]
    return f"Most mentions by country: {listed(parts)}."


def where_put(place: Place) -> str:
    """Where a place was put and how sure that is."""
    if place.kind == "region":
        return "A region has no border that all agree on, so it is not put on the map."
    if place.latitude is None or place.longitude is None:
        return "No entry of the gazetteer fits, so it is not put on the map."
    north = f"{abs(place.latitude):.2f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.2f}° {'E' if place.longitude >= 0 else 'W'}"
    country = f" in {country_name(place.country_code)}" if place.country_code and place.kind != "country" else ""
    return f"Put at {north}, {east}{country}; about {place.confidence:.0%} sure."


def could_also_be(records: Sequence[Record]) -> str:
    """What else a name could be, best known first; "" for nothing."""
    names = []
    for record in records:
        country = country_name(record.country_code) if record.country_code else ""
        names.append(f"{record.name} ({record.kind}{', ' + country if country and country != record.name else ''})")
    return f"Could also be {listed(names, 'or')}." if names else ""


def focus_sentence(codes: Sequence[str], none: str) -> str:
    """Countries by name in running text; `none` where there are none."""
    return listed([with_article(country_name(code)) for code in codes]) or none


def short(name: str) -> str:
    """A name on one line, cut where it is longer than any name is."""
    flat = " ".join(name.split())
    return flat if len(flat) <= MAX_NAME_CHARS else flat[: MAX_NAME_CHARS - 1].rstrip() + "…"
