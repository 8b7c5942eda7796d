"""The kinds of subject that evidence can be asked for, and how each is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from analysis.model import Analysis, Place, Quote
from analysis.select.voices import quoted_at

# What a finder of evidence gives back: what a subject is called, what is counted, and the spans of each.

Marks = tuple[tuple[int, int], ...]

MENTION, SENTENCE, QUOTE, WORD = "mention", "sentence", "quote", "scored word"


@dataclass(frozen=True, slots=True)
class Found:
    """What a subject is called, what is counted, and for each the marked spans with a note."""

    title: str
    unit: str
    spans: tuple[tuple[Marks, str], ...]


def found(title: str, unit: str, spans: Iterable[tuple[Marks, str]]) -> Found:
    """The same, with the spans in the order of the text."""
    return Found(title, unit, tuple(sorted(spans, key=lambda span: span[0])))


def one(start: int, end: int, note: str = "") -> tuple[Marks, str]:
    """A line with a single mark."""
    return ((start, end),), note


ROLE_NOTES = {
    "location": "where something is",
    "actor": "the state acts",
    "nationality": "a nationality",
    "name": "inside another name",
}


def entity(analysis: Analysis, value: str) -> Found | None:
    """Every mention of an entity, by its id."""
    for it in analysis.entities:
        if it.id == value:
            notes = {"name": "", "nationality": "a nationality"}
            return found(it.name, MENTION, (one(m.start, m.end, notes[m.kind]) for m in it.mentions))
    return None


def of_type(analysis: Analysis, value: str) -> Found | None:
    """The first mention of every entity of a type."""
    own = [it for it in analysis.entities if it.type == value]
    return found(value, "name", (one(it.mentions[0].start, it.mentions[0].end, it.name) for it in own))


def country(analysis: Analysis, value: str) -> Found | None:
    """Every mention of a country and of places in it, by its ISO code."""
    from analysis.gazetteer.lookup import country_name

    own = [place for place in analysis.places if place.country_code == value]
    return found(country_name(value) if own else value, MENTION, _place_spans(own))


def place(analysis: Analysis, value: str) -> Found | None:
    """Every mention of a place, by its key."""
    own = _places(analysis, value)
    return found(own[0].name, MENTION, _place_spans(own)) if own else None


def role(analysis: Analysis, value: str) -> Found | None:
    """The mentions of a place in one role: "actor|99237|Iraq"."""
    wanted, _, key = value.partition("|")
    own = _places(analysis, key)
    return found(own[0].name, MENTION, _place_spans(own, wanted)) if own else None


def _places(analysis: Analysis, key: str) -> list[Place]:
    number, _, name = key.partition("|")
    return [it for it in analysis.places if it.name == name and str(it.geonames_id or "") == number]


def _place_spans(places: Iterable[Place], role: str | None = None) -> Iterable[tuple[Marks, str]]:
    """The mentions of places, in one role or in all."""
    for it in places:
        for m in it.mentions:
            if role in (None, m.role):
                yield one(m.start, m.end, f"{it.name}: {ROLE_NOTES[m.role]}")


def mapped(analysis: Analysis, value: str) -> Found | None:
    """The first mention of every place; `value` is "all"."""
    firsts = (one(it.mentions[0].start, it.mentions[0].end, it.name) for it in analysis.places)
    return found("Places", "place", firsts) if value == "all" else None


def word(analysis: Analysis, value: str) -> Found | None:
    """Every scored word of this text and score: "0.5|0.5|many"; "all" for every scored word."""
    every = [scored for tone in analysis.tones for scored in tone.evidence]
    if value != "all":
        every = [w for w in every if f"{w.polarity}|{w.subjectivity}|{w.text.lower()}" == value]
    title = "Scored words" if value == "all" else value.split("|", 2)[-1]
    return found(title, WORD, (one(w.start, w.end, f"polarity {w.polarity:+.2f}") for w in every))


def event(analysis: Analysis, value: str) -> Found | None:
    """Every word of event tone, by its text."""
    every = analysis.tone_report.event_words if analysis.tone_report else ()
    own = (w for w in every if w.text.lower() == value)
    return found(value, "word", (one(w.start, w.end, f"event tone {w.tone:+.2f}") for w in own))


def paragraph(analysis: Analysis, value: str) -> Found | None:
    """The scored words of a paragraph, by its index."""
    if not value.isdecimal() or int(value) >= len(analysis.tones):
        return None
    scored = analysis.tones[int(value)].evidence
    return found(_paragraph_title(analysis, int(value)), WORD, (_scored(w.start, w.end, w.polarity) for w in scored))


def _scored(start: int, end: int, polarity: float) -> tuple[Marks, str]:
    return one(start, end, f"polarity {polarity:+.2f}")


def sentences(analysis: Analysis, value: str) -> Found | None:
    """The sentences of a paragraph with the words that event tone weighs in them, by the paragraph's index."""
    if not value.isdecimal() or int(value) >= len(analysis.document.paragraphs):
        return None
    words = analysis.tone_report.event_words if analysis.tone_report else ()
    spans = []
    for it in analysis.document.sentences:
        if it.paragraph == int(value):
            own = tuple((w.start, w.end) for w in words if it.start <= w.start < it.end)
            spans.append((own or ((it.start, it.start),), ", ".join(w.text for w in words if (w.start, w.end) in own)))
    return found(_paragraph_title(analysis, int(value)), SENTENCE, spans)


def _paragraph_title(analysis: Analysis, index: int) -> str:
    from analysis.tables.article import paragraph_label

    label = paragraph_label(analysis.document.paragraphs, index)
    return label if label == "Headline" else f"Paragraph {label}"


def toward(analysis: Analysis, value: str) -> Found | None:
    """The sentences that were scored toward an entity, by its id."""
    names = {it.id: it.name for it in analysis.entities}
    for it in analysis.tone_report.toward if analysis.tone_report else ():
        if it.entity == value:
            spans = (
                one(s.start, s.end, f"negative {s.negative:.0%}, neither {s.neutral:.0%}, positive {s.positive:.0%}")
                for s in it.sentences
            )
            return found(f"Toward {names.get(value, value)}", SENTENCE, spans)
    return None


def speaker(analysis: Analysis, value: str) -> Found | None:
    """The quotes of a speaker, by the name that the table gives them."""
    names = {it.id: it.name for it in analysis.entities}
    return _quotes(value, (quote for quote in analysis.quotes if _called(quote, names) == value))


def cue(analysis: Analysis, value: str) -> Found | None:
    """The quotes that a verb or phrase ties to their speaker."""
    return _quotes(value, (quote for quote in analysis.quotes if quote.cue == value))


def one_quote(analysis: Analysis, value: str) -> Found | None:
    """One quote, by where it starts."""
    own = [quote for quote in analysis.quotes if str(quote.start) == value]
    names = {it.id: it.name for it in analysis.entities}
    return _quotes(_called(own[0], names), own) if own else None


def source(analysis: Analysis, value: str) -> Found | None:
    """The quotes of a kind of source."""
    return _quotes(value, (quote for quote in analysis.quotes if quote.source_kind == value))


def _called(quote: Quote, names: Mapping[str, str]) -> str:
    from analysis.tables.speech import UNKNOWN

    return names.get(quote.speaker or "") or quote.speaker_text or UNKNOWN


def _quotes(title: str, quotes: Iterable[Quote]) -> Found:
    return found(title, QUOTE, (one(q.start, q.end, q.cue or "") for q in quotes))


def about(analysis: Analysis, value: str) -> Found | None:
    """The mentions of an entity inside quotes, by its id."""
    is_quoted = quoted_at(analysis)
    for it in analysis.entities:
        if it.id == value:
            inside = (m for m in it.mentions if is_quoted(m.start))
            return found(f"{it.name}, inside quotes", MENTION, (one(m.start, m.end) for m in inside))
    return None


def figure(analysis: Analysis, value: str) -> Found | None:
    """One figure, by where it starts."""
    own = [it for it in analysis.figures if str(it.start) == value]
    return found(own[0].text, "figure", (one(it.start, it.end, it.hedge or "") for it in own)) if own else None


def date(analysis: Analysis, value: str) -> Found | None:
    """One date, by where it starts."""
    own = [it for it in analysis.dates if str(it.start) == value]
    return found(own[0].text, "date", (one(it.start, it.end, it.assumption) for it in own)) if own else None


def text(analysis: Analysis, value: str) -> Found | None:
    """Every place where a word or phrase stands, whatever its case."""
    found_at = re.finditer(rf"\b{re.escape(value)}\b", analysis.document.text, re.IGNORECASE) if value else ()
    return found(f"“{value}”", "time", (one(*match.span()) for match in found_at))


def edge(analysis: Analysis, value: str) -> Found | None:
    """The sentences or paragraphs that name two entities: "sentence|iran|iraq"."""
    from analysis.pairs import UNITS, co_mentions

    unit, _, ids = value.partition("|")
    names = {it.id: it.name for it in analysis.entities}
    if unit not in UNITS:
        return None
    for pair in co_mentions(analysis, unit):
        if {f"{pair.a}|{pair.b}", f"{pair.b}|{pair.a}"} & {ids}:
            spans = ((tuple(sorted((it.a, it.b))), "") for it in pair.together)
            return found(f"{names[pair.a]} and {names[pair.b]}", unit, spans)
    return None


FINDERS: dict[str, Callable[[Analysis, str], Found | None]] = {
    "entity": entity,
    "type": of_type,
    "country": country,
    "place": place,
    "places": mapped,
    "role": role,
    "word": word,
    "event": event,
    "paragraph": paragraph,
    "sentences": sentences,
    "toward": toward,
    "speaker": speaker,
    "cue": cue,
    "source": source,
    "quote": one_quote,
    "about": about,
    "figure": figure,
    "date": date,
    "edge": edge,
    "text": text,
}
