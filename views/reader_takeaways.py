"""What the reader says of a layer as a whole, and how it is used."""

from __future__ import annotations

from analysis.model import Analysis
from views.speech import takeaway as quotes_takeaway
from views.words import count_of

HOW = (
    "Point at a mark, or move to it with the Tab key, to see what found it and how sure that is; Escape closes the "
    "note. The keys n and p lead to the next and the previous mark. A probability is the model's own figure for its "
    "least sure word, and runs high. In the column of paragraphs the length of a cell is that of its paragraph, the "
    "bar in it how much of the layer stands there."
)


def takeaway(analysis: Analysis, layer: str) -> str:
    """What the layer marks, and how much of it there is."""
    return {"names": _names, "tone": _tone, "quotes": quotes_takeaway, "places": _places, "facts": _facts}[layer](
        analysis
    )


def _names(analysis: Analysis) -> str:
    n_mentions = sum(entity.count for entity in analysis.entities)
    if not n_mentions:
        return "No name was found in this text."
    n = len(analysis.entities)
    return f"{count_of(n_mentions, 'mention')} of {n:,} {'entity' if n == 1 else 'entities'}. Click a name to filter."


def _tone(analysis: Analysis) -> str:
    report = analysis.tone_report
    n_scored = sum(row.all.events is not None for row in report.paragraphs) if report else 0
    if report is None or not n_scored:
        return "Nothing here has a score: no word is in the list of event tone."
    n_words = count_of(len(report.event_words), "word")
    return f"Event tone of every sentence, from −1 to +1, in {count_of(n_scored, 'paragraph')}; {n_words} weigh most."


def _places(analysis: Analysis) -> str:
    n_mentions = sum(place.count for place in analysis.places)
    if not n_mentions:
        return "No place is named here."
    n_places = count_of(len(analysis.places), "place")
    return f"{count_of(n_mentions, 'mention')} of {n_places}, told apart by what each does in its sentence."


def _facts(analysis: Analysis) -> str:
    n_figures, n_dates = len(analysis.figures), len(analysis.dates)
    if not n_figures and not n_dates:
        return "No figure and no date was found."
    return f"{count_of(n_figures, 'figure')} and {count_of(n_dates, 'date')}; beside a date the days that it means."
