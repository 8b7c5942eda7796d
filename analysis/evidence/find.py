"""
What stands behind a number: a subject in, the stretches of text that it was counted from out.

A subject is a string, so that a link can carry it: "entity:iran", "country:IQ", "cue:said", "edge:sentence|iran|iraq".
One rule holds for all: the number on the screen is the number of lines here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isnan
from typing import SupportsInt

from analysis.evidence.kinds import FINDERS, Found
from analysis.model import Analysis, Document

MAX_SUBJECT_CHARS = 300
"""A longer subject is nobody's click."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    One thing that was counted, in its sentence.

    `start` and `end` bound the sentence (of a quote over several, all of them), `marks` the words that count in it;
    `note` says what is known of it, "" for nothing.
    """

    paragraph: int
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was asked for (`subject`), what it is called, what is counted ("mention"), and a line for each."""

    subject: str
    title: str
    unit: str
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        """The number on the screen."""
        return len(self.lines)


def find(analysis: Analysis, subject: str) -> Evidence | None:
    """
    The evidence for a subject in an analysis, which may be narrowed.

    Returns: None where the subject is of no known kind, or names nothing that this analysis has.
    """
    kind, _, value = subject.partition(":")
    finder: Callable[[Analysis, str], Found | None] | None = FINDERS.get(kind)
    found = finder(analysis, value) if finder and len(subject) <= MAX_SUBJECT_CHARS else None
    if found is None or not found.spans:
        return None
    lines = tuple(_line(analysis.document, marks, note) for marks, note in found.spans)
    return Evidence(subject, found.title, found.unit, lines)


def _line(document: Document, marks: tuple[tuple[int, int], ...], note: str) -> Line:
    """The sentence, or sentences, around the marks."""
    first = document.sentence_at(min(start for start, _ in marks))
    last = document.sentence_at(max(end for _, end in marks) - 1)
    return Line(first.paragraph, first.start, last.end, marks, note)


def subjects(analysis: Analysis) -> Iterable[tuple[str, int]]:
    """Every subject that the tables of an analysis speak of, with the number that they show for it."""
    from analysis.pairs import UNITS
    from analysis.tables import article as tables
    from analysis.tables import pairs as pair_tables
    from analysis.tables import speech as speech_tables

    entities, places = tables.entities(analysis), tables.places(analysis)
    yield from ((f"entity:{row.id}", row.count) for row in entities.itertuples())
    yield from ((f"type:{kind}", int(n)) for kind, n in entities["type"].value_counts().items())
    yield from ((f"country:{row.country_code}", row.count) for row in tables.countries(analysis).itertuples())
    for place, row in zip(analysis.places, places.itertuples(), strict=True):
        key = place_key(place.name, place.geonames_id)
        yield f"place:{key}", row.count
        for role, number in (("location", row.location), ("actor", row.actor), ("name", row.in_name)):
            if number:
                yield f"role:{role}|{key}", number
    for word in tables.word_tally(tables.words(analysis)).itertuples():
        yield f"word:{word.polarity}|{word.subjectivity}|{word.text}", word.count
    yield from (
        (f"paragraph:{row.index}", row.n_scored)
        for row in tables.paragraphs(analysis).itertuples(index=False)
        if row.n_scored
    )
    quotes = speech_tables.quotes(analysis)
    yield from ((f"speaker:{row.speaker}", row.n_quotes) for row in speech_tables.speakers(quotes).itertuples())
    yield from ((f"cue:{row.cue}", row.count) for row in speech_tables.cues(quotes).itertuples())
    yield from ((f"about:{row.entity}", row.count) for row in speech_tables.about(analysis).itertuples())
    yield from ((f"source:{kind}", int(n)) for kind, n in quotes["source_kind"].value_counts().items())
    if analysis.tone_report is not None:
        yield from ((f"toward:{one.entity}", len(one.sentences)) for one in analysis.tone_report.toward)
    for unit in UNITS:
        for pair in pair_tables.pairs(analysis, unit).itertuples():
            yield f"edge:{unit}|{pair.a}|{pair.b}", pair.count


def place_key(name: str, geonames_id: object) -> str:
    """
    What tells a place from others in an analysis: two towns may share a name.

    `geonames_id` is a number, or None or NA as in a frame.
    """
    # Frames write NA as a float, too.
    is_number = isinstance(geonames_id, SupportsInt) and not (isinstance(geonames_id, float) and isnan(geonames_id))
    return f"{int(geonames_id) if is_number else ''}|{name}"  # type: ignore[call-overload]
