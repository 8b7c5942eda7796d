"""
The layers of the reader: which stretches of the text are marked, as what, and what each mark says. No Streamlit here.

A layer is made from the whole analysis; what a filter leaves of it is worked out in `reader_data`, so that a layer can
be kept while the filter changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from analysis.model import ENTITY_TYPES, ROLES, SOURCE_KINDS, Analysis, Report
from analysis.origins import origins, reason
from analysis.show.palette import TYPE_LABELS
from analysis.show.sentences import signed
from analysis.tone.read import sentence_tones
from views.parts.quote_cards import SOURCE_LABELS
from views.reader import words
from views.reader.words import Tip


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A stretch that is set apart: `style` is one of the layer's legend or "silent", `label` small words beside it.

    A mark with `is_outer` may hold others, as a sentence holds words. `entity` is the id that a click puts into the
    filter. `weight` (0..1) is how strongly it is tinted. `part_of` is the whole span, where this is a part of one.
    """

    start: int
    end: int
    style: str
    tip: Tip
    entity: str | None = None
    label: str = ""
    is_outer: bool = False
    weight: float = 1.0
    part_of: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The span of the record that this mark stands for."""
        return self.part_of or (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks that stand by `standing`, the legend (style, words) and what one mark is called ("mention")."""

    name: str
    marks: tuple[Mark, ...]
    legend: Mapping[str, str]
    unit: str


FULL_TINT = 0.6
"""Event tone, of at most 1, at which a sentence is tinted in full; few sentences of news go beyond."""

LAYER_LABELS = {
    "names": "Names", "tone": "Tone", "quotes": "Quotes", "places": "Places", "facts": "Figures and dates",
}  # fmt: skip


def layer_of(
    analysis: Analysis, name: str, *, has_pronouns: bool = False, voice: str = "all", engine: str | None = None
) -> Layer:
    """
    The marks of one layer.

    Args:
        name: a key of LAYER_LABELS, or "plain" for a text without a mark.
        has_pronouns: whether names come with the pronouns and roles that stand for them.
        voice: whose words the tone of sentences is taken from, one of `tone_model.VOICES`.
        engine: the recogniser that found the names, where it is not Dateline's own.
    """
    makers: Mapping[str, Callable[[], tuple[Iterator[Mark], Mapping[str, str], str]]] = {
        "plain": lambda: (iter(()), {}, "mark"),
        "names": lambda: (_names(analysis, has_pronouns, engine), NAME_LEGEND, "mention"),
        "tone": lambda: (_tone(analysis, voice), TONE_LEGEND, "scored word"),
        "quotes": lambda: (_quotes(analysis), QUOTE_LEGEND, "quote"),
        "places": lambda: (_places(analysis), PLACE_LEGEND, "mention"),
        "facts": lambda: (_facts(analysis), FACT_LEGEND, "figure or date"),
    }
    marks, legend, unit = makers[name]()
    return Layer(name, standing(marks), legend, unit)


def standing(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """
    The marks in the order of the text, none overlapping another of its kind, inner or outer.

    Of two that overlap the one that begins first, then the longer one, stays whole; the other is left out.
    """
    ends = {True: -1, False: -1}
    kept = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if ends[mark.is_outer] <= mark.start < mark.end:
            kept.append(mark)
            ends[mark.is_outer] = mark.end
    return tuple(kept)


NAME_LEGEND = {**{kind: TYPE_LABELS[kind] for kind in ENTITY_TYPES}, "pointer": "Stands for a name, not counted"}


def _names(analysis: Analysis, has_pronouns: bool, engine: str | None) -> Iterator[Mark]:
    spans = [(m.start, m.end) for entity in analysis.entities for m in entity.mentions]
    found = {} if engine else origins(analysis.document, spans, analysis.engine)
    for entity in analysis.entities:
        corrected = words.by_hand(entity, analysis.corrections)
        why = {key: reason(entity, *key) for key in {(m.text, m.kind) for m in entity.mentions}}
        for m in entity.mentions:
            origin = found.get((m.start, m.end))
            tip = words.name_tip(entity, origin, why[m.text, m.kind], engine, corrected)
            yield Mark(m.start, m.end, entity.type, tip, entity.id)
    names = {entity.id: entity.name for entity in analysis.entities}
    for r in analysis.references if has_pronouns else ():
        if r.entity in names:
            yield Mark(r.start, r.end, "pointer", words.pointer_tip(r, names[r.entity]))


TONE_LEGEND = {
    "down": "Word that pulls down",
    "up": "Word that pulls up",
    "negative": "Negative sentence",
    "even": "Balanced sentence",
    "positive": "Positive sentence",
    "silent": "No score",
}


def _tone(analysis: Analysis, voice: str) -> Iterator[Mark]:
    if analysis.tone_report is None:
        return
    read = analysis.tone_report.pieces
    for tone in sentence_tones(analysis.document, analysis.entities, analysis.quotes, read):
        score: float | None = getattr(tone, voice)
        label = "no score" if score is None else signed(score)
        weight = min(1.0, abs(score or 0.0) / FULL_TINT)
        tip = words.sentence_tip(tone, score, analysis.engine)
        yield Mark(tone.start, tone.end, words.sign_of(score), tip, label=label, is_outer=True, weight=weight)
    for word in analysis.tone_report.event_words:
        yield Mark(word.start, word.end, "down" if word.tone < 0 else "up", words.word_tip(word))


QUOTE_LEGEND = {**{kind: SOURCE_LABELS[kind] for kind in SOURCE_KINDS}, "report": "Reported, not quoted"}


def _quotes(analysis: Analysis) -> Iterator[Mark]:
    names = {entity.id: entity.name for entity in analysis.entities}
    for quote in analysis.quotes:
        who = names.get(quote.speaker or "") or quote.speaker_text or "Speaker unknown"
        speaker = quote.speaker if quote.speaker in names else None
        tip = words.quote_tip(quote, who)
        yield Mark(quote.start, quote.end, quote.source_kind, tip, speaker, _short(who), is_outer=True)
    for report in analysis.reports:
        who = names.get(report.source or "") or report.source_text or "Source unknown"
        source = report.source if report.source in names else None
        tip, whole = words.report_tip(report, who), (report.start, report.end)
        for n, (start, end) in enumerate(_outside(analysis, report)):
            label = "" if n else _short(who)
            yield Mark(start, end, "report", tip, source, label, is_outer=True, part_of=whole)


def _outside(analysis: Analysis, report: Report) -> Iterator[tuple[int, int]]:
    """The parts of reported speech that no quote holds: a quote inside it is marked as a quote."""
    at, text = report.start, analysis.document.text
    for quote in (q for q in analysis.quotes if q.start < report.end and q.end > report.start):
        if any(char.isalnum() for char in text[at : quote.start]):
            yield at, quote.start
        at = max(at, quote.end)
    if any(char.isalnum() for char in text[at : report.end]):
        yield at, report.end


MAX_SPEAKER_CHARS = 40
"""Characters of a speaker beside a quote: "a spokesman for the ministry of defence" has 39; the tooltip has all."""


def _short(who: str) -> str:
    who = " ".join(who.split())
    return who if len(who) <= MAX_SPEAKER_CHARS else f"{who[: MAX_SPEAKER_CHARS - 1]}…"


PLACE_LEGEND = {role: words.ROLE_LABELS[role] for role in ROLES}


def _places(analysis: Analysis) -> Iterator[Mark]:
    known = {entity.id for entity in analysis.entities}
    for place in analysis.places:
        entity = place.entity if place.entity in known else None
        is_nowhere = place.latitude is None and place.kind != "region"
        for m in place.mentions:
            role = "" if m.role == "location" else m.role if m.role != "name" else "in a name"
            label = ", ".join(part for part in (role, "not placed" if is_nowhere else "") if part)
            yield Mark(m.start, m.end, m.role, words.place_tip(place, m), entity, label)


FACT_LEGEND = {
    "figure": "Figure",
    "hedged": "Hedged figure",
    "claim": "Figure in a quote",
    "date": "Date",
    "open": "Date, not resolved to days",
}


def _facts(analysis: Analysis) -> Iterator[Mark]:
    for figure in analysis.figures:
        style = "claim" if figure.quote is not None else "hedged" if figure.hedge else "figure"
        label = ", ".join(part for part in (figure.hedge or "", "claim" if figure.quote is not None else "") if part)
        yield Mark(figure.start, figure.end, style, words.figure_tip(figure, analysis), label=label)
    for mention in analysis.dates:
        style = "date" if mention.is_resolved else "open"
        yield Mark(mention.start, mention.end, style, words.date_tip(mention), label=_when(mention.first, mention.last))


def _when(first: str | None, last: str | None) -> str:
    """The days that a date means, short, beside it."""
    if first is None and last is None:
        return "not resolved"
    return first or "" if first == last else f"{first or '…'} to {last or '…'}"


def live_spans(analysis: Analysis, layer: Layer) -> frozenset[tuple[int, int]]:
    """Where the marks stand that a filter has left; `analysis` is the narrowed one."""
    found: list[tuple[int, int]] = []
    if layer.name == "names":
        found += [(m.start, m.end) for entity in analysis.entities for m in entity.mentions]
        found += [(r.start, r.end) for r in analysis.references]
    elif layer.name == "tone" and analysis.tone_report is not None:
        heard = {row.index for row in analysis.tone_report.paragraphs if row.all.events is not None}
        found += [(w.start, w.end) for w in analysis.tone_report.event_words]
        found += [(s.start, s.end) for s in analysis.document.sentences if s.paragraph in heard]
    elif layer.name == "quotes":
        found += [(q.start, q.end) for q in analysis.quotes]
        found += [(r.start, r.end) for r in analysis.reports]
    elif layer.name == "places":
        found += [(m.start, m.end) for place in analysis.places for m in place.mentions]
    elif layer.name == "facts":
        found += [(f.start, f.end) for f in analysis.figures]
        found += [(d.start, d.end) for d in analysis.dates]
    return frozenset(found)
