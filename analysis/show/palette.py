"""
Every colour that means something, once, for the light and the dark theme.

Types of entities keep one colour and one underline everywhere, so that the underline tells them apart where the
colour cannot. Tone runs from burnt orange (negative) to blue (positive), a pair that all common kinds of colour
blindness keep apart; it never stands without its sign.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import ENTITY_TYPES
from analysis.show.words import TYPE_NAMES

TYPE_LABELS = {
    "PERSON": "People",
    "ORG": "Organisations",
    "GPE": "Countries, towns",
    "LOC": "Other places",
    "FAC": "Facilities",
    "NORP": "Groups",
    "MISC": "Other names",
}
"""What a reader calls a type; the keys are in the order of `ENTITY_TYPES`."""

TYPE_LABELS_ONE = TYPE_NAMES

VOICE_LABELS = {"all": "All words", "narrator": "The narrator", "quoted": "People quoted"}
"""What a reader calls a voice of analysis.tone_model.VOICES."""

UNDERLINES = {
    "PERSON": "solid",
    "ORG": "double",
    "GPE": "dashed",
    "LOC": "dotted",
    "FAC": "dashed",
    "NORP": "wavy",
    "MISC": "dotted",
}
"""CSS `text-decoration-style` of a type in marked text."""

_TYPE_LIGHT = ("#1f6fb2", "#b8501b", "#0b7a5c", "#6a5acd", "#a8457f", "#8a6d00", "#5f6670")
_TYPE_DARK = ("#6cb0e8", "#f0915a", "#4cc59c", "#a99cf5", "#e08fbd", "#d9bb4a", "#a4abb4")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as CSS hex strings."""

    types: dict[str, str]
    accent: str
    negative: str
    neutral: str
    positive: str
    no_evidence: str
    ink: str
    faint: str
    land: str
    sea: str
    border: str
    fill: tuple[str, str]
    """The least and the most on a map."""
    pin: str


LIGHT = Palette(
    types=dict(zip(ENTITY_TYPES, _TYPE_LIGHT, strict=True)),
    accent="#0b6b63",
    negative="#b8501b",
    neutral="#8d929a",
    positive="#1f6fb2",
    no_evidence="#d9d7cf",
    ink="#1c2128",
    faint="#61676f",
    land="#efede4",
    sea="#fafaf6",
    border="#c3c0b3",
    fill=("#bfe0da", "#0b655d"),
    pin="#b8501b",
)

DARK = Palette(
    types=dict(zip(ENTITY_TYPES, _TYPE_DARK, strict=True)),
    accent="#5cc7ba",
    negative="#f0915a",
    neutral="#8b9199",
    positive="#6cb0e8",
    no_evidence="#3a4046",
    ink="#e8e6df",
    faint="#a3a9b1",
    land="#262b30",
    sea="#171a1e",
    border="#4a5158",
    fill=("#1c4f4a", "#7ccbc1"),
    pin="#f0915a",
)


def palette(is_dark: bool) -> Palette:
    """The palette of the theme that the reader sees."""
    return DARK if is_dark else LIGHT
