"""
The narrator and those quoted, apart: an analysis and a voice in, what stands in that voice out.

What stands between quotation marks belongs to those quoted, all else to the narrator; reported speech too, since its
words are the narrator's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from analysis.model import Analysis, Tone, ToneReport
from analysis.tone.words import combine


def heard_in(analysis: Analysis, voice: str) -> frozenset[int]:
    """The indices of the paragraphs in which this voice says anything."""
    every = frozenset(paragraph.index for paragraph in analysis.document.paragraphs)
    if voice == "all":
        return every
    quoted = frozenset(quote.paragraph for quote in analysis.quotes)
    return quoted if voice == "quoted" else every - _only_quoted(analysis, quoted)


def in_voice(analysis: Analysis, voice: str) -> Analysis:
    """Keep what stands in one voice of VOICES; doing it twice changes nothing."""
    if voice == "all":
        return analysis
    is_quoted = quoted_at(analysis)
    is_heard = is_quoted if voice == "quoted" else lambda position: not is_quoted(position)
    tones = tuple(_tone_heard(tone, is_heard) for tone in analysis.tones)
    entities = (replace(e, mentions=tuple(m for m in e.mentions if is_heard(m.start))) for e in analysis.entities)
    places = (replace(p, mentions=tuple(m for m in p.mentions if is_heard(m.start))) for p in analysis.places)
    report = analysis.tone_report
    return replace(
        analysis,
        tones=tones,
        overall=combine(tones, analysis.overall.start, analysis.overall.end),
        entities=tuple(entity for entity in entities if entity.mentions),
        places=tuple(place for place in places if place.mentions),
        quotes=analysis.quotes if voice == "quoted" else (),
        reports=tuple(r for r in analysis.reports if is_heard(r.start)),
        tone_report=None if report is None else _report_heard(report, voice, is_heard),
        figures=tuple(f for f in analysis.figures if (f.quote is not None) == (voice == "quoted")),
        dates=tuple(d for d in analysis.dates if is_heard(d.start)),
        references=tuple(r for r in analysis.references if is_heard(r.start)),
    )


def quoted_at(analysis: Analysis) -> Callable[[int], bool]:
    """A function that tells whether the character at a position is quoted."""
    spans = sorted((quote.start, quote.end) for quote in analysis.quotes)
    starts = [start for start, _ in spans]

    def is_quoted(position: int) -> bool:
        at = bisect_right(starts, position) - 1
        return at >= 0 and position < spans[at][1]

    return is_quoted


def _only_quoted(analysis: Analysis, paragraphs: Iterable[int]) -> frozenset[int]:
    """Of these paragraphs, those in which no word stands outside the quotes."""
    spans: dict[int, list[tuple[int, int]]] = {index: [] for index in paragraphs}
    for quote in analysis.quotes:
        spans[quote.paragraph].append((quote.start, quote.end))
    text, rows = analysis.document.text, analysis.document.paragraphs
    return frozenset(
        index for index, own in spans.items() if not _has_words(text, rows[index].start, rows[index].end, sorted(own))
    )


def _has_words(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]]) -> bool:
    """Whether a letter or a figure stands in `text[start:end]` outside the gaps."""
    at = start
    for left, right in [*gaps, (end, end)]:
        if any(char.isalnum() for char in text[at:left]):
            return True
        at = max(at, right)
    return False


def _tone_heard(tone: Tone, is_heard: Callable[[int], bool]) -> Tone:
    kept = tuple(word for word in tone.evidence if is_heard(word.start))
    return tone if len(kept) == len(tone.evidence) else combine([replace(tone, evidence=kept)], tone.start, tone.end)


def _report_heard(report: ToneReport, voice: str, is_heard: Callable[[int], bool]) -> ToneReport:
    """The report in one voice: its scores stand where those of all words stood."""
    rows = tuple(replace(row, all=getattr(row, voice)) for row in report.paragraphs)
    toward = (replace(t, sentences=tuple(s for s in t.sentences if is_heard(s.start))) for t in report.toward)
    return replace(
        report,
        paragraphs=rows,
        overall=replace(report.overall, all=getattr(report.overall, voice)),
        event_words=tuple(word for word in report.event_words if is_heard(word.start)),
        toward=tuple(one for one in toward if one.sentences),
    )
