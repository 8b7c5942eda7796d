"""Quotes and reported speech as cards of safe HTML, and what the quotes page says in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from html import escape

from analysis.model import Analysis, Quote, Report
from analysis.show.palette import Palette
from analysis.show.sentences import count_of, listed
from analysis.show.words import RULES
from analysis.tables.article import paragraph_label
from analysis.tables.speech import UNKNOWN
from views.parts.markup import SERIF, Mark, entity_mark, marked

SOURCE_LABELS = {
    "person": "Named people",
    "institution": "Institutions",
    "anonymous": "Not named",
    "unknown": "Unknown",
}
"""What a reader calls a kind of source, in the order of the page."""

MAX_CARDS = 200
"""How many quotes are drawn as cards; the table has them all."""


def takeaway(analysis: Analysis) -> str:
    """How many quotes there are, and of how many the speaker is known."""
    quotes = analysis.quotes
    if not quotes:
        return "Nobody is quoted here."
    n_words = sum(len(quote.text.split()) for quote in quotes)
    n_known = sum(quote.speaker_text is not None for quote in quotes)
    who = "all with a speaker" if n_known == len(quotes) else f"{n_known} with a speaker"
    return f"{count_of(len(quotes), 'quote')} of {count_of(n_words, 'word')}, {who}."


def sources_takeaway(analysis: Analysis) -> str:
    """How the quotes divide into named people, institutions, unnamed and unknown speakers."""
    parts = []
    for kind, label in SOURCE_LABELS.items():
        number = sum(quote.source_kind == kind for quote in analysis.quotes)
        if number:
            parts.append(f"{label.lower()} {number}")
    return f"Quotes by kind of source: {listed(parts)}." if parts else "Nobody is quoted here."


def why(quote: Quote) -> str:
    """Why the quote was given to its speaker, and how far that can be trusted."""
    reasons = [RULES[part] for part in quote.rule.split("; ")]
    sentence = listed(reasons, "and")
    sentence = sentence[0].upper() + sentence[1:]
    if quote.confidence is None:
        return f"{sentence}."
    return f"{sentence}; on development articles such readings were right {quote.confidence:.0%} of the time."


def cards(analysis: Analysis, quotes: Sequence[Quote], colours: Palette) -> str:
    """Each quote as a card: who, by which verb, where; the words, with the names in them marked."""
    names, marks = {entity.id: entity.name for entity in analysis.entities}, _all_names(analysis, colours)
    return _stack(
        _card(
            analysis,
            names.get(quote.speaker or "") or quote.speaker_text or UNKNOWN,
            quote.speaker_text if quote.speaker_text != names.get(quote.speaker or "") else None,
            quote.cue,
            quote,
            why(quote),
            _inside(marks, quote),
            colours,
            quotes="“”",
        )
        for quote in quotes
    )


def report_cards(analysis: Analysis, reports: Sequence[Report], colours: Palette) -> str:
    """Each clause of reported speech as a card, without quotation marks."""
    names, marks = {entity.id: entity.name for entity in analysis.entities}, _all_names(analysis, colours)
    return _stack(
        _card(
            analysis,
            names.get(report.source or "") or report.source_text or UNKNOWN,
            report.source_text if report.source_text != names.get(report.source or "") else None,
            report.cue,
            report,
            "Reported in other words, not quoted.",
            _inside(marks, report),
            colours,
            quotes="",
        )
        for report in reports
    )


def _card(
    analysis: Analysis,
    who: str,
    written: str | None,
    cue: str | None,
    span: Quote | Report,
    reason: str,
    names: Sequence[Mark],
    colours: Palette,
    *,
    quotes: str,
) -> str:
    kind = span.source_kind
    shade = {"person": colours.types["PERSON"], "institution": colours.types["ORG"]}.get(kind, colours.neutral)
    line = "solid" if kind in ("person", "institution") else "dashed"
    label = paragraph_label(analysis.document.paragraphs, span.paragraph)
    place = label if label == "Headline" else f"paragraph {label}"
    detail = [SOURCE_LABELS[kind], place]
    if written and written.casefold() not in who.casefold():
        detail.insert(0, f"written “{written}”")
    if cue:
        detail.insert(0, f"“{cue}”" if cue != ":" else "colon")
    words = marked(analysis.document.text, span.start, span.end, names)
    left, right = (quotes[0], quotes[1]) if quotes else ("", "")
    small = f"font-size:.8rem;line-height:1.4;color:{colours.faint}"
    return (
        f'<figure style="margin:0;padding:.2rem 0 .2rem .9rem;border-left:3px {line} {shade}">'
        f'<figcaption style="margin:0"><strong>{escape(who)}</strong> '
        f'<span style="{small}">{escape(" · ".join(detail))}</span></figcaption>'
        f'<blockquote dir="auto" style="margin:.25rem 0;font-family:{SERIF};font-size:1.06rem;line-height:1.5;'
        f'max-width:75ch;overflow-wrap:anywhere">{left}{words}{right}</blockquote>'
        f'<div style="{small}">{escape(reason)}</div></figure>'
    )


def _all_names(analysis: Analysis, colours: Palette) -> list[Mark]:
    """Every name as a mark, in the order of the text."""
    marks = (
        entity_mark(m.start, m.end, entity.type, entity.name, colours)
        for entity in analysis.entities
        for m in entity.mentions
    )
    return sorted(marks, key=lambda mark: mark.start)


def _inside(marks: Sequence[Mark], span: Quote | Report) -> Sequence[Mark]:
    first, last = (bisect_left(marks, at, key=lambda mark: mark.start) for at in (span.start, span.end))
    return marks[first:last]


def _stack(cards: Iterable[str]) -> str:
    return f'<div style="display:flex;flex-direction:column;gap:1.1rem">{"".join(cards)}</div>'
