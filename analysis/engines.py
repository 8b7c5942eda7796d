"""
What reads a document: the encoder or the fast engine for names and tone, and other recognisers for names alone.

A recogniser is a function from a document to spans. `engine("spacy:en_core_web_sm")` makes one; spaCy itself is
optional and is imported only here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

from analysis.encoder.session import is_available
from analysis.errors import InputError
from analysis.model import Document, Span
from analysis.names.edges import mend
from analysis.names.recognise import recognise, trim

Recogniser = Callable[[Document], tuple[Span, ...]]

ENCODER, FAST = "encoder", "fast"
ENGINES = (ENCODER, FAST)
"""Ways to read names and tone: by a small network that has read before, and without it."""

OWN = "dateline"
PREFIX = "spacy:"

LABELS = {
    **dict.fromkeys(("PERSON", "PER"), "PERSON"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "LOCATION", "PLACE"), "PLACE"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "ORG"),
    "NORP": "NORP",
    **dict.fromkeys(("MISC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"), "MISC"),
}  # fmt: skip
"""Labels of OntoNotes and CoNLL -> ours; all others are left out."""


def reading_engine(name: str | None = None) -> str:
    """
    The engine called `name`; by default the encoder where it can be run, else the fast one.

    Raises: InputError, with the choices, where there is none of that name or onnxruntime is missing.
    """
    if name is None:
        return ENCODER if is_available() else FAST
    if name not in ENGINES:
        raise InputError(f'There is no engine "{name}". Choose "{ENCODER}" or "{FAST}".')
    if name == ENCODER and not is_available():
        raise InputError(f'"{ENCODER}" needs onnxruntime, which is not installed: pip install onnxruntime.')
    return name


def engine(name: str) -> Recogniser:
    """
    The recogniser called `name`: "dateline", or "spacy:" and the name or path of an installed pipeline.

    Raises: InputError, with the choices, where there is none of that name.
    """
    if name == OWN:
        return recognise
    if not name.startswith(PREFIX):
        raise InputError(f'There is no recogniser "{name}". Choose "{OWN}" or "{PREFIX}NAME", an installed pipeline.')
    pipeline = load(name.removeprefix(PREFIX))
    return lambda document: spans_of(pipeline, document)


@cache
def load(name: str) -> Any:
    """A spaCy pipeline, loaded once a process."""
    if find_spec("spacy") is None:
        raise InputError(f'"{PREFIX}{name}" needs spaCy, which is not installed: pip install spacy.')
    import spacy

    try:
        return spacy.load(name)
    except (OSError, ValueError) as error:
        installed = ", ".join(installed_pipelines()) or "none"
        raise InputError(f'spaCy has no pipeline "{name}"; installed: {installed}.') from error


def installed_pipelines() -> list[str]:
    """The names of the spaCy pipelines that are installed; empty where spaCy is not."""
    if find_spec("spacy") is None:
        return []
    from spacy.util import get_installed_models

    return sorted(get_installed_models())


def spans_of(pipeline: Any, document: Document) -> tuple[Span, ...]:
    """What a pipeline finds, sentence by sentence of ours, with our labels, titles and articles taken off."""
    found = []
    for paragraph in document.paragraphs:
        for entity in pipeline(document.text[paragraph.start : paragraph.end]).ents:
            label = LABELS.get(entity.label_)
            if label is None:
                continue
            start = paragraph.start + entity.start_char
            end = min(paragraph.start + entity.end_char, document.sentence_at(start).end)
            span = trim(document.text, Span(start, end, label))
            if span is not None:
                found.append(span)
    return tuple(mend(document, found))
