"""
Transcripts: paragraphs that open with a label for who speaks, "JANE HOLM, HOST: Welcome back."

A few labels make no transcript, since lists have them too; so it takes several turns of at least two speakers, whose
labels are in capitals or are names that the text knows. What follows without a label is the same speaker's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analysis.model import Document
from analysis.speech.attribution import Speaker

LEAST_TURNS = 3
"""Labelled paragraphs of a transcript."""

LEAST_SHARE = 0.4
"""Share of the paragraphs, the headline aside, that are labelled."""

NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}"
LABEL_RE = re.compile(rf"(?P<who>{NAME})(?:,\s[^:\n]{{1,60}}|\s[(\[][^)\]\n]{{1,40}}[)\]])?\s?:\s+(?P<words>\S)")

MARKS = "\"“‘'«„"
"""A label before a mark introduces a quotation, which has rules of its own."""

STAGE_RE = re.compile(r"[(\[][^)\]]*[)\]]")
"""A paragraph of nothing but what is seen or heard: "(APPLAUSE)", "[music]"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one paragraph: `text[start:end]`, and where the label of its turn names who."""

    start: int
    end: int
    paragraph: int
    speaker: Speaker
    has_label: bool


def find_turns(document: Document, people: Collection[tuple[int, int]]) -> tuple[Turn, ...]:
    """
    The turns of a transcript in order; () where the text is none.

    Args: people: the spans of persons' names, by which a label in small letters is known.
    """
    body = [paragraph for paragraph in document.paragraphs if paragraph.kind != "title"]
    labels = {p.index: found for p in body if (found := label(document, p.start, p.end, people)) is not None}
    # "JANE HOLM, HOST:" is "HOLM:" later; in a list every label stands once.
    times = Counter(document.text[who.start : who.end].upper().split()[-1] for who, _ in labels.values())
    if len(labels) < max(LEAST_TURNS, LEAST_SHARE * len(body)) or len(times) == 1 or max(times.values()) == 1:
        return ()
    return tuple(turns(document, labels))


def turns(document: Document, labels: dict[int, tuple[Speaker, int]]) -> Iterator[Turn]:
    """Yield what stands behind each label, and what follows it without one; not what ends the text: "Follow us"."""
    current: Speaker | None = None
    for paragraph in document.paragraphs[: max(labels) + 1]:
        if paragraph.index in labels:
            current, start = labels[paragraph.index]
            if document.text[start] in MARKS:
                continue
            yield Turn(start, paragraph.end, paragraph.index, current, has_label=True)
        elif current is not None and not STAGE_RE.fullmatch(document.text, paragraph.start, paragraph.end):
            yield Turn(paragraph.start, paragraph.end, paragraph.index, current, has_label=False)


def label(document: Document, start: int, end: int, people: Collection[tuple[int, int]]) -> tuple[Speaker, int] | None:
    """Who is named before the colon that opens a paragraph, and where the words begin."""
    match = LABEL_RE.match(document.text, start, end)
    if match is None:
        return None
    who = match["who"]
    is_known = (match.start("who"), match.end("who")) in people
    if not (who.isupper() and len(who) > 1) and not is_known:
        return None
    return Speaker(match.start("who"), match.end("who"), ":"), match.start("words")
