"""
The records: frozen, slotted, traceable to characters; nothing here reads a text.

Every span is `[start, end)` in `Document.text`, and `document.text[x.start:x.end] == x.text` holds for
everything that has a `text`. Records know nothing of files, frames or screens.

- document: a text, its paragraphs and sentences, spans that a recogniser labels
- names: mentions and entities
- places: mentions of places and where they were put
- speech: quotes, reports, words that stand for a name
- tone: scored words, three instruments, tone toward an entity
- facts: figures and dates
- corrections: what a reader changed
- analysis: all of it together, and the contract
"""

from __future__ import annotations

from analysis.model.analysis import SCHEMA, Analysis
from analysis.model.corrections import KINDS, Correction, Outcome
from analysis.model.document import NOTE_KINDS, Document, Note, Paragraph, Sentence, Span
from analysis.model.facts import FIGURE_KINDS, DateMention, Figure
from analysis.model.names import ENTITY_TYPES, MENTION_KINDS, Entity, Mention
from analysis.model.places import HOME_TOLD_BY, PLACE_KINDS, ROLES, CountryWeight, Home, Place, PlaceMention, Toponym
from analysis.model.speech import REFERENCE_KINDS, SOURCE_KINDS, Quote, Reference, Report
from analysis.model.tone import (
    BROAD_PRIOR,
    INSTRUMENTS,
    LEAST_SENTENCES,
    VOICES,
    Z_95,
    EventWord,
    ParagraphTone,
    PieceTone,
    ScoredWord,
    Scores,
    Tone,
    ToneReport,
    Toward,
    TowardSentence,
)

__all__ = [
    "BROAD_PRIOR",
    "ENTITY_TYPES",
    "FIGURE_KINDS",
    "HOME_TOLD_BY",
    "INSTRUMENTS",
    "KINDS",
    "LEAST_SENTENCES",
    "MENTION_KINDS",
    "NOTE_KINDS",
    "PLACE_KINDS",
    "REFERENCE_KINDS",
    "ROLES",
    "SCHEMA",
    "SOURCE_KINDS",
    "VOICES",
    "Z_95",
    "Analysis",
    "Correction",
    "CountryWeight",
    "DateMention",
    "Document",
    "Entity",
    "EventWord",
    "Figure",
    "Home",
    "Mention",
    "Note",
    "Outcome",
    "Paragraph",
    "ParagraphTone",
    "PieceTone",
    "Place",
    "PlaceMention",
    "Quote",
    "Reference",
    "Report",
    "ScoredWord",
    "Scores",
    "Sentence",
    "Span",
    "Tone",
    "ToneReport",
    "Toponym",
    "Toward",
    "TowardSentence",
]  # fmt: skip
