"""
Records to tidy frames, one row a thing; the only crossing, and the owner of every column name.

A frame keeps its columns when it has no rows. Nothing here changes what it is given.
"""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.gazetteer.lookup import country_name
from analysis.model import Analysis, Paragraph
from analysis.tables.facts import DATE_COLUMNS, FIGURE_COLUMNS, dates, figures
from analysis.tables.frame import frame
from analysis.tables.speech import QUOTE_COLUMNS, REPORT_COLUMNS, quotes, reports

__all__ = (
    "DATE_COLUMNS", "FIGURE_COLUMNS", "QUOTE_COLUMNS", "REPORT_COLUMNS", "TABLES", "countries", "dates", "entities",
    "figures", "kept", "mentions", "paragraph_label", "paragraphs", "place_mentions", "places", "quotes", "reports",
    "sentence_text", "word_tally", "words",
)  # fmt: skip

ENTITY_COLUMNS = ("id", "name", "type", "count", "n_paragraphs", "first_paragraph", "written_as")
MENTION_COLUMNS = ("entity", "name", "type", "kind", "text", "start", "end", "paragraph", "sentence")
PARAGRAPH_COLUMNS = (
    "index", "label", "kind", "n_words", "polarity", "subjectivity", "n_scored", "text", "start", "end",
)  # fmt: skip
WORD_COLUMNS = ("paragraph", "text", "polarity", "subjectivity", "start", "end")
TALLY_COLUMNS = ("text", "count", "polarity", "subjectivity")
PLACE_COLUMNS = (
    "name", "kind", "country", "country_code", "count", "confidence", "latitude", "longitude", "geonames_id", "entity",
    "location", "actor", "nationality", "in_name",
)  # fmt: skip
PLACE_MENTION_COLUMNS = ("place", "role", "text", "start", "end", "paragraph", "sentence")
COUNTRY_COLUMNS = ("country_code", "country", "count", "n_country", "n_inside")


def paragraph_label(paragraphs: tuple[Paragraph, ...], index: int) -> str:
    """What a reader calls a paragraph: "Headline", or its number among the others, from 1."""
    if paragraphs[index].kind == "title":
        return "Headline"
    return str(index if paragraphs[0].kind == "title" else index + 1)


def entities(analysis: Analysis) -> pd.DataFrame:
    """One row an entity, the most mentioned first; `written_as` lists its forms, the most frequent first."""
    rows = (
        (
            entity.id,
            entity.name,
            entity.type,
            entity.count,
            len({mention.paragraph for mention in entity.mentions}),
            paragraph_label(analysis.document.paragraphs, entity.mentions[0].paragraph),
            ", ".join(form for form, _ in Counter(mention.text for mention in entity.mentions).most_common()),
        )
        for entity in analysis.entities
    )
    return frame(rows, ENTITY_COLUMNS)


def mentions(analysis: Analysis) -> pd.DataFrame:
    """One row a mention, in the order of the text; `sentence` is the sentence that holds it, as text."""
    rows = [
        (
            entity.id,
            entity.name,
            entity.type,
            mention.kind,
            mention.text,
            mention.start,
            mention.end,
            mention.paragraph,
            sentence_text(analysis, mention.start),
        )
        for entity in analysis.entities
        for mention in entity.mentions
    ]
    return frame(sorted(rows, key=lambda row: row[5]), MENTION_COLUMNS)


def paragraphs(analysis: Analysis) -> pd.DataFrame:
    """One row a paragraph; polarity [-1, 1] and subjectivity [0, 1] are NA where no word was scored."""
    document = analysis.document
    rows = (
        (
            paragraph.index,
            paragraph_label(document.paragraphs, paragraph.index),
            paragraph.kind,
            len(document.text[paragraph.start : paragraph.end].split()),
            tone.polarity,
            tone.subjectivity,
            len(tone.evidence),
            document.text[paragraph.start : paragraph.end],
            paragraph.start,
            paragraph.end,
        )
        for paragraph, tone in zip(document.paragraphs, analysis.tones, strict=True)
    )
    return frame(rows, PARAGRAPH_COLUMNS)


def kept(paragraphs: pd.DataFrame, indices: frozenset[int]) -> pd.DataFrame:
    """The rows of the paragraphs with these indices, as `choice.kept_paragraphs` gives them."""
    return paragraphs[paragraphs["index"].isin(indices)].reset_index(drop=True)


def words(analysis: Analysis) -> pd.DataFrame:
    """One row a scored word, in the order of the text."""
    rows = (
        (index, word.text, word.polarity, word.subjectivity, word.start, word.end)
        for index, tone in enumerate(analysis.tones)
        for word in tone.evidence
    )
    return frame(rows, WORD_COLUMNS)


def word_tally(words: pd.DataFrame) -> pd.DataFrame:
    """One row a scored phrase and its scores, however it is capitalised; the strongest first."""
    keys = zip(words["text"].str.lower(), words["polarity"], words["subjectivity"], strict=True)
    counted = sorted(Counter(keys).items())
    counted.sort(key=lambda row: -abs(row[0][1]) * row[1])
    return frame(((text, n, polarity, subjectivity) for (text, polarity, subjectivity), n in counted), TALLY_COLUMNS)


def places(analysis: Analysis) -> pd.DataFrame:
    """One row a place, the most mentioned first; the last four columns count its mentions by role."""
    rows = (
        (
            place.name,
            place.kind,
            country_name(place.country_code) if place.country_code else None,
            place.country_code,
            place.count,
            place.confidence,
            place.latitude,
            place.longitude,
            place.geonames_id,
            place.entity,
            *(
                sum(mention.role == role for mention in place.mentions)
                for role in ("location", "actor", "nationality", "name")
            ),
        )
        for place in analysis.places
    )
    return frame(rows, PLACE_COLUMNS)


def place_mentions(analysis: Analysis) -> pd.DataFrame:
    """One row a mention of a place, in the order of the text."""
    rows = [
        (
            place.name,
            mention.role,
            mention.text,
            mention.start,
            mention.end,
            mention.paragraph,
            sentence_text(analysis, mention.start),
        )
        for place in analysis.places
        for mention in place.mentions
    ]
    return frame(sorted(rows, key=lambda row: row[3]), PLACE_MENTION_COLUMNS)


def countries(analysis: Analysis) -> pd.DataFrame:
    """
    One row a country, the most mentioned first: what a filled map shows.

    `n_country` counts mentions of the country itself, `n_inside` those of places in it, `count` both.
    """
    counts: dict[str, list[int]] = {}
    for place in analysis.places:
        if place.country_code:
            counts.setdefault(place.country_code, [0, 0])[place.kind != "country"] += place.count
    rows = [(code, country_name(code), own + other, own, other) for code, (own, other) in counts.items()]
    return frame(sorted(rows, key=lambda row: -row[2]), COUNTRY_COLUMNS)


TABLES = {
    "entities": entities,
    "mentions": mentions,
    "paragraphs": paragraphs,
    "words": words,
    "places": places,
    "place-mentions": place_mentions,
    "countries": countries,
    "quotes": quotes,
    "reports": reports,
    "figures": figures,
    "dates": dates,
}
"""Every frame by the name that the command line uses for it."""


def sentence_text(analysis: Analysis, position: int) -> str:
    """The sentence around a character, as text."""
    sentence = analysis.document.sentence_at(position)
    return analysis.document.text[sentence.start : sentence.end]
