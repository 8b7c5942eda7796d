"""
Text from articles to safe HTML: the only module that builds HTML, and everything in it is escaped.

Article text never goes through `st.markdown`, which would load images, set formulas and colour words that a
stranger wrote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.model import Document, Tone
from analysis.show.palette import UNDERLINES, Palette
from analysis.show.sentences import signed
from analysis.tables.article import paragraph_label

MARKDOWN_RE = re.compile(r"[\\`*_{}\[\]()#+\-.!|~<>$:&]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to set apart: its bounds, a CSS colour, an underline style, what a hover says."""

    start: int
    end: int
    colour: str
    underline: str
    hint: str
    is_strong: bool = False


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """`text[start:end]` as HTML with its marks; of marks that overlap, the first is kept."""
    pieces, at = [], start
    for mark in sorted((m for m in marks if start <= m.start and m.end <= end), key=lambda m: (m.start, -m.end)):
        if mark.start < at:
            continue
        pieces += [escape(text[at : mark.start]), _mark(text[mark.start : mark.end], mark)]
        at = mark.end
    return "".join([*pieces, escape(text[at:end])])


def _mark(text: str, mark: Mark) -> str:
    weight = "600" if mark.is_strong else "inherit"
    strength = 30 if mark.is_strong else 14
    style = (
        f"background:color-mix(in srgb,{mark.colour} {strength}%,transparent);color:inherit;font-weight:{weight};"
        f"text-decoration:underline {mark.underline} {mark.colour} 2px;text-underline-offset:3px;"
        "border-radius:3px;padding:0 1px"
    )
    return f'<mark style="{style}" title="{escape(mark.hint)}">{escape(text)}</mark>'


def entity_mark(start: int, end: int, kind: str, hint: str, colours: Palette, *, is_strong: bool = False) -> Mark:
    """The mark of a mention of an entity of type `kind`."""
    return Mark(start, end, colours.types[kind], UNDERLINES[kind], hint, is_strong)


def label(text: str) -> str:
    """Text for labels that Streamlit reads as Markdown: every character that means something there is escaped."""
    return MARKDOWN_RE.sub(r"\\\g<0>", " ".join(text.split()))


SERIF = "'Source Serif',Georgia,'Times New Roman',serif"
"""The type of headlines; Source Serif ships with Streamlit."""


def headline(text: str, page_name: str, colours: Palette) -> str:
    """The head of a page: its name, small, above the article's headline."""
    return (
        f'<p style="margin:0;font-size:.875rem;font-weight:600;color:{colours.accent}">{escape(page_name)}</p>'
        f'<h1 dir="auto" style="padding:0;margin:.1rem 0 .2rem 0;font-family:{SERIF};font-weight:600;line-height:1.18;'
        f'font-size:clamp(1.5rem,1rem + 2vw,2.3rem);text-wrap:balance;overflow-wrap:anywhere">{escape(text)}</h1>'
    )


def lead(text: str) -> str:
    """One plain sentence under the headline."""
    return f'<p style="font-size:1.15rem;line-height:1.5;margin:0;max-width:75ch">{escape(text)}</p>'


def note(text: str, colours: Palette) -> str:
    """Small print that holds words of the article."""
    return f'<p style="font-size:.875rem;line-height:1.45;margin:0;color:{colours.faint}">{escape(text)}</p>'


def numbered(rows: Sequence[tuple[str, str]], colours: Palette) -> str:
    """Rows of safe HTML, each behind the label of its paragraph."""
    cells = "".join(
        f'<div style="color:{colours.faint};font-size:.8rem;text-align:right;padding-top:.2rem">{escape(label)}</div>'
        f'<div dir="auto" style="line-height:1.55;max-width:80ch;overflow-wrap:anywhere">{html}</div>'
        for label, html in rows
    )
    return f'<div style="display:grid;grid-template-columns:4rem 1fr;gap:.45rem .9rem">{cells}</div>'


def sentences(document: Document, spans: Sequence[tuple[int, int, int]], colours: Palette) -> str:
    """Each span, given as (paragraph, start, end), marked in its sentence, behind the label of its paragraph."""
    rows = []
    for paragraph, start, end in spans:
        sentence = document.sentence_at(start)
        mark = Mark(start, end, colours.accent, "solid", "", is_strong=True)
        shown = marked(document.text, sentence.start, sentence.end, [mark])
        rows.append((paragraph_label(document.paragraphs, paragraph), shown))
    return numbered(rows, colours)


def tone_rows(document: Document, paragraphs: pd.DataFrame, tones: Sequence[Tone], colours: Palette) -> str:
    """Each paragraph beside its polarity: a bar left (negative) or right (positive) of a middle line, and its text."""
    rows = "".join(
        '<div style="display:flex;flex-wrap:wrap;gap:.3rem 1.1rem">'
        f'<div style="flex:0 0 8.5rem">{_tone_gauge(tones[row.index], row.label, colours)}</div>'
        f'<div dir="auto" style="flex:1 1 17rem;line-height:1.55;max-width:80ch;overflow-wrap:anywhere">'
        f"{marked(document.text, row.start, row.end, _word_marks(tones[row.index], colours))}</div></div>"
        for row in paragraphs[["index", "label", "start", "end"]].itertuples(index=False, name="Row")
    )
    return f'<div style="display:flex;flex-direction:column;gap:1rem">{rows}</div>'


def _tone_gauge(tone: Tone, label: str, colours: Palette) -> str:
    name = label if label == "Headline" else f"Paragraph {label}"
    small = f'style="font-size:.8rem;color:{colours.faint};line-height:1.35"'
    if tone.polarity is None or tone.subjectivity is None:
        return f"<div {small}>{escape(name)}<br>no scored word</div>"
    colour = colours.negative if tone.polarity < 0 else colours.positive if tone.polarity > 0 else colours.neutral
    width = max(abs(tone.polarity) * 50, 1)
    left = 50 - width if tone.polarity < 0 else 50
    bar = (
        f'<div style="position:relative;height:.55rem;background:{colours.land};border-radius:3px;margin:.2rem 0">'
        f'<div style="position:absolute;left:{left:.1f}%;width:{width:.1f}%;height:100%;background:{colour};'
        f'border-radius:3px"></div><div style="position:absolute;left:50%;width:1px;height:100%;'
        f'background:{colours.faint}"></div></div>'
    )
    return (
        f"<div {small}>{escape(name)}</div>{bar}"
        f"<div {small}>{signed(tone.polarity)} polarity<br>{tone.subjectivity:.2f} subjectivity</div>"
    )


def _word_marks(tone: Tone, colours: Palette) -> list[Mark]:
    """Scored words: wavy for negative, solid for positive, dotted for neither."""
    styles = {-1: (colours.negative, "wavy"), 0: (colours.neutral, "dotted"), 1: (colours.positive, "solid")}
    marks = []
    for word in tone.evidence:
        colour, line = styles[(word.polarity > 0) - (word.polarity < 0)]
        hint = f"polarity {signed(word.polarity)}, subjectivity {word.subjectivity:.2f}"
        marks.append(Mark(word.start, word.end, colour, line, hint))
    return marks
