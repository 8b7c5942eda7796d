"""
The reader's data: paragraphs cut into pieces, marks, legend, minimap, as plain values for the browser. No Streamlit.

Whatever is marked, the pieces of a paragraph put together are its text, character for character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from analysis.model import Analysis, Document, Paragraph
from analysis.select.narrow import Choice
from analysis.show.palette import UNDERLINES, Palette
from analysis.show.sentences import count_of
from analysis.tables.article import paragraph_label
from views.reader.layers import Layer, Mark, layer_of, live_spans
from views.reader.words import paragraph_note, sign_of

Piece = list[Any]
"""[text, number of the inner mark or -1, number of the outer mark or -1], and a fourth, 1, where it is outlined."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer laid over a document: its pieces by paragraph, the marks as the browser takes them, each tip once."""

    layer: Layer
    paragraphs: tuple[tuple[Piece, ...], ...]
    marks: tuple[dict[str, Any], ...]
    tips: tuple[Sequence[Any], ...]
    key: str


def sheet_of(document: Document, layer: Layer) -> Sheet:
    """Lay a layer over a document."""
    marks = layer.marks
    by_paragraph: dict[int, list[tuple[int, Mark]]] = {}
    for number, mark in enumerate(marks):
        by_paragraph.setdefault(document.paragraph_at(mark.start).index, []).append((number, mark))
    paragraphs = tuple(tuple(pieces(document.text, p, by_paragraph.get(p.index, ()))) for p in document.paragraphs)
    tips = {mark.tip: number for number, mark in reversed(list(enumerate(marks)))}
    order = {tip: number for number, tip in enumerate(tips)}
    rows = tuple(
        {
            "style": mark.style,
            "entity": mark.entity,
            "label": mark.label,
            "tip": order[mark.tip],
            "outer": mark.is_outer,
            "weight": round(mark.weight, 2),
            "paragraph": document.paragraph_at(mark.start).index,
        }
        for mark in marks
    )
    key = blake2b(repr((document.text, layer)).encode("utf-8", "replace"), digest_size=12).hexdigest()
    return Sheet(layer, paragraphs, rows, tuple([tip.title, list(tip.lines)] for tip in tips), key)


def sheet_for(whole: Analysis, layer: str, has_pronouns: bool, voice: str, engine: str | None) -> Sheet:
    """A layer of views.reader_layers, by its name and options, laid over its document."""
    return sheet_of(whole.document, layer_of(whole, layer, has_pronouns=has_pronouns, voice=voice, engine=engine))


def pieces(text: str, paragraph: Paragraph, marks: Sequence[tuple[int, Mark]]) -> list[Piece]:
    """A paragraph cut at the ends of its numbered marks; a mark that runs on behind it ends with it."""
    inner = _holder([(m.start, m.end, n) for n, m in marks if not m.is_outer])
    outer = _holder([(m.start, m.end, n) for n, m in marks if m.is_outer])
    ends = {min(end, paragraph.end) for _, mark in marks for end in (mark.start, mark.end)}
    cuts = sorted(ends | {paragraph.start, paragraph.end})
    return [[text[left:right], inner(left), outer(left)] for left, right in pairwise(cuts)]


def _holder(spans: Sequence[tuple[int, int, int]]) -> Callable[[int], int]:
    """A function from a position to the number of the span that holds it, or -1."""
    starts = [start for start, _, _ in spans]

    def holder(position: int) -> int:
        at = bisect_right(starts, position) - 1
        return spans[at][2] if at >= 0 and position < spans[at][1] else -1

    return holder


def outlined(document: Document, paragraphs: Sequence[Sequence[Piece]], spans: Iterable[Span]) -> list[list[Piece]]:
    """The pieces with those inside `spans` set apart; a span may begin and end anywhere."""
    by_paragraph: dict[int, list[Span]] = {}
    for start, end in spans:
        by_paragraph.setdefault(document.paragraph_at(start).index, []).append((start, end))
    rows = [list(row) for row in paragraphs]
    for index, own in by_paragraph.items():
        at, cut = document.paragraphs[index].start, []
        for text, inner, outer, *_ in rows[index]:
            end = at + len(text)
            bounds = sorted({at, end, *(b for span in own for b in span if at < b < end)})
            for left, right in pairwise(bounds):
                is_in = any(start <= left and right <= stop for start, stop in own)
                piece = [text[left - at : right - at], inner, outer]
                cut.append([*piece, 1] if is_in else piece)
            at = end
        rows[index] = cut
    return rows


def reader_data(
    sheet: Sheet,
    narrowed: Analysis,
    choice: Choice,
    kept: frozenset[int],
    colours: Palette,
    *,
    outlines: Sequence[Span] = (),
    opened_at: int | None = None,
) -> dict[str, Any]:
    """
    Everything that the reader draws, as plain values.

    Args:
        sheet: the layer laid over the whole document.
        narrowed: the analysis as the filter leaves it; `choice` and `kept` are the filter itself.
        outlines: what is set apart in any layer, the words behind a number that is opened.
        opened_at: the paragraph to scroll to.
    """
    document, layer = narrowed.document, sheet.layer
    live = live_spans(narrowed, layer)
    marks = layer.marks
    is_live = [mark.span in live for mark in marks]
    chosen = set(choice.entities)
    counted = [n for n, mark in enumerate(marks) if is_live[n] and _is_counted(layer, mark)]
    targets = [n for n in counted if marks[n].entity in chosen] or counted
    values = _minimap(sheet, narrowed, kept, targets)
    rows = outlined(document, sheet.paragraphs, outlines) if outlines else sheet.paragraphs
    tally = Counter(mark.style for n, mark in enumerate(marks) if is_live[n])
    notes = _notes(layer, narrowed, kept)
    return {
        "key": f"{sheet.key}:{blake2b(repr(tuple(outlines)).encode(), digest_size=8).hexdigest()}",
        "layer": layer.name,
        "unit": layer.unit,
        "legend": [
            {"style": style, "text": text, "count": tally[style]}
            for style, text in layer.legend.items()
            if any(mark.style == style for mark in marks)
        ],
        "paragraphs": [
            {
                "label": "" if p.kind == "title" else paragraph_label(document.paragraphs, p.index),
                "name": "Headline" if p.kind == "title" else f"Paragraph {_label(document, p)}",
                "title": p.kind == "title",
                "kept": p.index in kept,
                "note": notes[p.index],
                "size": p.end - p.start,
                "map": values[p.index],
                "pieces": list(rows[p.index]),
            }
            for p in document.paragraphs
        ],
        "marks": list(sheet.marks),
        "tips": list(sheet.tips),
        "quiet": [n for n, lives in enumerate(is_live) if not lives],
        "chosen": sorted(chosen),
        "targets": targets,
        "at": opened_at,
        "colours": _colours(colours),
    }


def _label(document: Document, paragraph: Paragraph) -> str:
    return paragraph_label(document.paragraphs, paragraph.index)


def _is_counted(layer: Layer, mark: Mark) -> bool:
    """Whether a mark is one of those that the layer counts: words and not sentences, names and not pronouns."""
    return mark.style not in ("pointer", "report") and (layer.name == "quotes" or not mark.is_outer)


def _notes(layer: Layer, narrowed: Analysis, kept: frozenset[int]) -> list[dict[str, str] | None]:
    """What stands beside each paragraph: its event tone, in the layer of tone."""
    report = narrowed.tone_report
    if layer.name != "tone" or report is None:
        return [None] * len(narrowed.document.paragraphs)
    return [
        {"style": sign_of(row.all.events), "text": paragraph_note(row.all.events)} if row.index in kept else None
        for row in report.paragraphs
    ]


def _minimap(sheet: Sheet, narrowed: Analysis, kept: frozenset[int], targets: Sequence[int]) -> list[dict[str, Any]]:
    """For each paragraph how strongly its cell is coloured (0..1), as what, and what that means in words."""
    document, layer = narrowed.document, sheet.layer
    if layer.name == "tone" and narrowed.tone_report is not None:
        scores = [row.all.events for row in narrowed.tone_report.paragraphs]
        most = max((abs(score) for score in scores if score is not None), default=0) or 1
        return [
            {"value": abs(score or 0) / most, "style": sign_of(score), "note": paragraph_note(score)}
            for score in scores
        ]
    if layer.name == "quotes":
        quoted = Counter[int]()
        for quote in narrowed.quotes:
            quoted[quote.paragraph] += quote.end - quote.start
        shares = [min(1.0, quoted[p.index] / max(1, p.end - p.start)) for p in document.paragraphs]
        return [{"value": share, "style": "count", "note": f"{share:.0%} quoted"} for share in shares]
    counts = Counter(sheet.marks[n]["paragraph"] for n in targets)
    most = max(counts.values(), default=0) or 1
    return [
        {
            "value": counts[p.index] / most if p.index in kept else 0,
            "style": "count",
            "note": "" if layer.name == "plain" else count_of(counts[p.index], layer.unit),
        }
        for p in document.paragraphs
    ]


def _colours(colours: Palette) -> dict[str, str]:
    """CSS variables: what carries a meaning comes from the palette; the rest follows Streamlit's theme."""
    named = {f"--c-{kind}": colour for kind, colour in colours.types.items()}
    lines = {f"--u-{kind}": line for kind, line in UNDERLINES.items()}
    return {
        **named,
        **lines,
        "--negative": colours.negative,
        "--positive": colours.positive,
        "--neutral": colours.neutral,
        "--accent": colours.accent,
        "--faint": colours.faint,
    }


def paragraph_of(value: str | None, document: Document) -> int | None:
    """The paragraph that a URL asks for; None where it is none of this document's."""
    if value is None or not (value.isascii() and value.isdecimal() and len(value) < 9):
        return None
    return int(value) if int(value) < len(document.paragraphs) else None
