"""What every analysis promises, as a check that names each promise that one of them breaks."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from analysis import Analysis
from analysis.export import to_json
from analysis.model import ENTITY_TYPES, ROLES

DUST = 1e-9
"""What sums of floating point may be off."""


def broken(result: Analysis) -> Iterator[str]:
    """Yield the promises that `result` breaks, each in a few words."""
    yield from unlike_text(result)
    yield from odd_counts(result)
    yield from odd_scores(result)
    yield from odd_dates(result)
    try:
        json.loads(to_json(result).encode())
    except (UnicodeError, ValueError) as error:
        yield f"JSON: {type(error).__name__}"


def unlike_text(result: Analysis) -> Iterator[str]:
    """Spans that do not slice back, and parts of the text that no paragraph or sentence holds."""
    document = result.document
    held = {
        "entity": [m for e in result.entities for m in e.mentions],
        "place": [m for p in result.places for m in p.mentions],
        "quote": result.quotes, "report": result.reports, "figure": result.figures, "date": result.dates,
        "reference": result.references, "evidence": [w for t in result.tones for w in t.evidence],
        "event word": result.tone_report.event_words if result.tone_report else (),
    }  # fmt: skip
    for name, spans in held.items():
        if any(not 0 <= s.start < s.end or document.text[s.start : s.end] != s.text for s in spans):
            yield f"{name}: span does not slice back"
    for name, units in (("paragraph", document.paragraphs), ("sentence", document.sentences)):
        if [unit.index for unit in units] != list(range(len(units))):
            yield f"{name}: index"
        if any(one.end > other.start for one, other in itertools.pairwise(units)):
            yield f"{name}s overlap"
        kept = "".join("".join(document.text[unit.start : unit.end].split()) for unit in units)
        if kept != "".join(document.text.split()):
            yield f"{name}s do not hold every character"
    if any(not 0 <= n.start < n.end <= len(document.text) for n in document.notes):
        yield "note: span"


def odd_counts(result: Analysis) -> Iterator[str]:
    """Counts, ids and classes."""
    ids = [entity.id for entity in result.entities]
    if len(ids) != len(set(ids)):
        yield "entity: ids are not unique"
    if any(not e.mentions or e.count != len(e.mentions) or e.type not in ENTITY_TYPES for e in result.entities):
        yield "entity: count or type"
    spans = sorted((m.start, m.end) for e in result.entities for m in e.mentions)
    if any(one[1] > other[0] for one, other in itertools.pairwise(spans)):
        yield "entity: mentions overlap"
    if any(p.entity is not None and p.entity not in ids for p in result.places):
        yield "place: unknown entity"
    if any(m.role not in ROLES for p in result.places for m in p.mentions):
        yield "place: role"
    if any(q.speaker is not None and q.speaker not in ids for q in result.quotes):
        yield "quote: unknown speaker"
    if any(r.entity is not None and r.entity not in ids for r in result.references):
        yield "reference: unknown entity"


def odd_scores(result: Analysis) -> Iterator[str]:
    """Scores out of range, and scores without the words behind them."""
    for tone in (*result.tones, result.overall):
        if (tone.polarity is None) != (not tone.evidence) or (tone.subjectivity is None) != (not tone.evidence):
            yield "tone: a score without words, or words without a score"
        elif tone.polarity is not None and tone.subjectivity is not None:
            mean = sum(word.polarity for word in tone.evidence) / len(tone.evidence)
            if abs(mean - tone.polarity) > DUST or not -1 <= tone.polarity <= 1 or not 0 <= tone.subjectivity <= 1:
                yield "tone: not the mean of its words, or out of range"
    if any(not 0 <= place.confidence <= 1 for place in result.places):
        yield "place: confidence"
    points = [(p.latitude, p.longitude) for p in result.places if p.latitude is not None and p.longitude is not None]
    if any(not -90 <= latitude <= 90 or not -180 <= longitude <= 180 for latitude, longitude in points):
        yield "place: point"
    report = result.tone_report
    rows = (*report.paragraphs, report.overall) if report else ()
    scores = [
        s
        for row in rows
        for voice in (row.all, row.narrator, row.quoted)
        for s in (voice.words, voice.vader, voice.events)
    ]
    if any(score is not None and not -1 <= score <= 1 for score in scores):
        yield "tone report: out of range"


def odd_dates(result: Analysis) -> Iterator[str]:
    """Times that end before they begin, figures whose range runs backwards."""
    if any(d.first is not None and d.last is not None and d.first > d.last for d in result.dates):
        yield "date: first after last"
    if any(f.low is not None and f.high is not None and f.low > f.high for f in result.figures):
        yield "figure: low above high"
