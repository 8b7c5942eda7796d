"""
How often Dateline is right, as measured: the figures that the app and its reports show beside what they show.

Each was made by the command beside it on text that nothing was tuned on, or says what it was made on. They are copied
from benchmarks/RESULTS.md, and a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """
    One figure: what was measured, on which text, the figure as RESULTS.md writes it, and what it means in plain words.
    """

    what: str
    text: str
    figure: str
    meaning: str


MEASURED_ON = "2026-11-27"

MEASURED = (
    Measured("Names", "Wikipedia articles (WikiGold)", "79.3", "F of exact names and their type, in percent"),
    Measured("Names", "news and reports on conflict (re3d)", "86.0", "F of exact names and their type, in percent"),
    Measured("Names", "web text (English Web Treebank)", "74.0", "F of exact names and their type, in percent"),
    Measured("Folding of names", "news (GUM)", ".934", "share of mentions counted under just the right name"),
    Measured("Places", "local news (LGL)", ".776", "F of names found and put within 161 km"),
    Measured("Places", "world news (TR-News)", ".827", "F of names found and put within 161 km"),
    Measured("Places", "reports of disease (GeoVirus)", ".775", "F of names found and put within 161 km"),
    Measured("Role of a place", "web news (GeoWebNews)", ".843", "share of roles that are right"),
    Measured("Quotes", "political news (PolNeAR)", ".982", "F of quotes by overlap"),
    Measured("Speakers", "political news (PolNeAR)", ".938", "share of quotes given to the right speaker"),
    Measured("Tone toward a name", "political news (NewsMTSC rw)", ".788", "macro-F1 of negative, neither, positive"),
    Measured("Tone toward a name", "political news (NewsMTSC mt)", ".732", "macro-F1 of negative, neither, positive"),
    Measured("TextBlob's tone", "sentences of the NYT", ".278", "correlation with the mean of twenty readers"),
    Measured("VADER's tone", "sentences of the NYT", ".476", "correlation with the mean of twenty readers"),
    Measured("Event tone", "sentences of the NYT", ".600", "correlation with the mean of twenty readers"),
    Measured("Figures", "sentences written for the project", ".965", "F of exact figures with value and noun"),
    Measured("Dates", "sentences written for the project", ".959", "F of exact dates with their days"),
)
