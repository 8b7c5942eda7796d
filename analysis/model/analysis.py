"""The record of all that was found in one text, and the contract that it is printed by."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from analysis.model.corrections import Outcome
from analysis.model.document import Document
from analysis.model.facts import DateMention, Figure
from analysis.model.names import Entity
from analysis.model.places import CountryWeight, Home, Place
from analysis.model.speech import Quote, Reference, Report
from analysis.model.tone import Tone, ToneReport

SCHEMA = "dateline/1"


@dataclass(frozen=True)
class Analysis:
    """
    All that was found in one document. `tones` has one row a paragraph, in order; `overall` covers the text.

    `engine` is what read names and tone: "encoder", the small network, or "fast", without it.
    """

    version: str
    document: Document
    tones: tuple[Tone, ...]
    overall: Tone
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    references: tuple[Reference, ...] = ()
    reports: tuple[Report, ...] = ()
    tone_report: ToneReport | None = None
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    corrections: tuple[Outcome, ...] = ()
    home: Home | None = None
    countries: tuple[CountryWeight, ...] = ()
    engine: str = "fast"

    def to_dict(self) -> dict[str, Any]:
        """The contract of docs/contract.md as plain lists, dicts, strings and numbers."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "engine": self.engine,
            "document": {
                "id": self.document.id,
                "title": self.document.title,
                "text": self.document.text,
                "source": self.document.source,
                "published": self.document.published,
                "words": self.document.n_words,
                "sentences": len(self.document.sentences),
                "polarity": self.overall.polarity,
                "subjectivity": self.overall.subjectivity,
                "notes": [asdict(note) for note in self.document.notes],
            },
            "paragraphs": [
                {"index": paragraph.index, "kind": paragraph.kind} | asdict(tone)
                for paragraph, tone in zip(self.document.paragraphs, self.tones, strict=True)
            ],
            "entities": [asdict(entity) | {"count": entity.count} for entity in self.entities],
            "places": [asdict(place) | {"count": place.count} for place in self.places],
            "countries": [asdict(country) for country in self.countries],
            "home": None if self.home is None else self.home.to_dict(),
            "quotes": [asdict(quote) for quote in self.quotes],
            "reports": [asdict(report) for report in self.reports],
            "tone": None if self.tone_report is None else self.tone_report.to_dict(),
            "figures": [figure.to_dict() for figure in self.figures],
            "dates": [mention.to_dict() for mention in self.dates],
            "references": [asdict(reference) for reference in self.references],
            "corrections": [outcome.to_dict() for outcome in self.corrections],
        }
