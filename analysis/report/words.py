"""What a report says in words: the summary, the takeaways of its charts. Plain strings, no markup."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from analysis.model import Analysis, Entity, Place
from analysis.tables import paragraph_label

TYPE_NAMES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "country, town",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "MISC": "other name",
}

NEUTRAL_BAND = 0.05
"""Mean polarity this close to 0 is called balanced: 0.05 is one mild word ("new", 0.14) in three."""

MAX_NAME_CHARS = 80
"""A longer name is no name: a row of letters, a list that lost its commas."""

TAKES_ARTICLE = frozenset({"United", "Middle", "Netherlands", "Philippines", "Gulf", "Central"})
ARTICLE_ENDINGS = ("Islands", "Republic", "Sea", "Emirates")


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


def tone_sentence(analysis: Analysis) -> str:
    """One sentence on the tone, with the number of words it rests on."""
    polarity = analysis.overall.polarity
    if polarity is None:
        return "No word of it is in the tone lexicon, so its tone is unknown."
    n_words = count_of(len(analysis.overall.evidence), "scored word")
    return f"Its words read {tone_word(polarity)} on the whole: a polarity of {signed(polarity)} over {n_words}."


def other_instruments(analysis: Analysis, *, is_filtered: bool) -> str:
    """What the other instruments say of the whole; "" for a filtered analysis, of which they have no overall score."""
    report = analysis.tone_report
    if report is None or is_filtered:
        return ""
    scores = (("VADER", report.overall.all.vader), ("event tone", report.overall.all.events))
    parts = [f"{name} gives {signed(score)}" for name, score in scores if score is not None]
    return f" Of the other instruments, {listed(parts)}." if parts else ""


def tone_word(polarity: float) -> str:
    """What a reader calls a polarity."""
    if abs(polarity) <= NEUTRAL_BAND:
        return "balanced"
    strength = "clearly " if abs(polarity) > 0.3 else "slightly " if abs(polarity) < 0.15 else ""
    return strength + ("positive" if polarity > 0 else "negative")


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


def tone_takeaway(analysis: Analysis) -> str:
    """The most negative and the most positive paragraph."""
    scored = [(tone.polarity, index) for index, tone in enumerate(analysis.tones) if tone.polarity is not None]
    if not scored:
        return "No paragraph holds a word of the tone lexicon."
    low, high = min(scored), max(scored)
    parts = []
    if low[0] < -NEUTRAL_BAND:
        parts.append(f"most negative: {paragraph_name(analysis, low[1])} ({signed(low[0])})")
    if high[0] > NEUTRAL_BAND:
        parts.append(f"most positive: {paragraph_name(analysis, high[1])} ({signed(high[0])})")
    if not parts:
        return "Every scored paragraph is close to zero."
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def paragraph_name(analysis: Analysis, index: int) -> str:
    """A paragraph in running text: "the headline", "paragraph 3"."""
    label = paragraph_label(analysis.document.paragraphs, index)
    return "the headline" if label == "Headline" else f"paragraph {label}"


def with_article(name: str) -> str:
    """A place's name in running text: some take "the"."""
    takes_it = name.split(" ", maxsplit=1)[0] in TAKES_ARTICLE or name.endswith(ARTICLE_ENDINGS)
    return f"the {name}" if takes_it else name


def short(name: str) -> str:
    """A name on one line, cut where it is longer than any name is."""
    flat = " ".join(name.split())
    return flat if len(flat) <= MAX_NAME_CHARS else flat[: MAX_NAME_CHARS - 1].rstrip() + "…"


def listed(parts: Sequence[str]) -> str:
    """Names as a list in running text: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def count_of(number: int, thing: str) -> str:
    """A number with its noun: "1 place", "3 places"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def times(number: int) -> str:
    """How often: "once", "twice", "8 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def signed(value: float | None) -> str:
    """A score with its sign, two decimals, a true minus; "" where nothing was scored."""
    if value is None:
        return ""
    rounded = round(value, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"
