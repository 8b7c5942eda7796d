"""
Document to spans: where names stand and whether they are people, bodies, places, groups or something else.

Two linear-chain conditional random fields, one behind the other: the first labels each sentence, the second labels
it again knowing what the first made of the whole document. Weights, figures and limits: resources/recogniser.md.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.english.tokens import Token, tokenize
from analysis.english.words import CALENDAR, TITLES
from analysis.errors import ResourceError
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, WORD
from analysis.gazetteer.lookup import flags_of
from analysis.model import Document, Span
from analysis.names.agree import agree, find_again
from analysis.names.capitals import as_usual
from analysis.names.edges import mend
from analysis.names.features import document_features, second_stage
from analysis.names.known import is_full_name, is_titled_person, is_well_known, missed_bodies, title_length
from analysis.resources import FOLDER

if TYPE_CHECKING:
    import pycrfsuite

WEIGHTS = (FOLDER / "recogniser_1.crf", FOLDER / "recogniser_2.crf")

LABELS = ("PERSON", "ORG", "PLACE", "NORP", "MISC")

GENERIC = frozenset(
    """
    department ministry government officials authorities police army parliament congress-wide court council
    committee board company group party union association agency office state city county federal president
    minister chairman general sir dr mr mrs ms nzt gmt est utc bst cet pst edt pdt cst aest ist jst sunday
    covid-19 internet earth god
    """.split()
)
"""One-word spans that name nothing in particular, or a clock: "Department", "NZT"."""

lock = threading.Lock()
"""Held while a tagger works: it keeps the sentence that it works on."""

_taggers: list[pycrfsuite.Tagger] = []


def recognise(document: Document) -> tuple[Span, ...]:
    """
    Find the names in a document.

    Returns: spans in the order of the text, without overlap, each within a sentence; labels are among LABELS.
    Raises: ResourceError where the weights are missing or damaged.
    """
    document = as_usual(document)
    sentences = [list(tokenize(document.text, s.start, s.end)) for s in document.sentences]
    labels = tag(sentences)
    spans = [span for tokens, tags in zip(sentences, labels, strict=True) for span in spans_of(tokens, tags)]
    spans = [trimmed for span in spans if (trimmed := trim(document.text, span)) is not None]
    spans = mend(document, spans)
    spans += missed_bodies(sentences, spans)
    spans = agree(document.text, spans)
    return tuple(sorted([*spans, *find_again(document.text, sentences, spans)], key=lambda span: span.start))


def tag(sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
    """The BIO labels of every token, by sentence, after both stages."""
    first, second = taggers()
    rows = document_features(sentences)
    with lock:  # A tagger holds the sentence that it works on.
        labels = [first.tag(row) if row else [] for row in rows]
        rows = second_stage(rows, sentences, labels)
        return [second.tag(row) if row else [] for row in rows]


def taggers() -> tuple[pycrfsuite.Tagger, pycrfsuite.Tagger]:
    """The two stages, loaded once a process."""
    import pycrfsuite

    if not _taggers:
        with lock:
            if not _taggers:
                loaded = []
                for path in WEIGHTS:
                    tagger = pycrfsuite.Tagger()
                    try:
                        tagger.open(str(path))
                    except (OSError, ValueError) as error:
                        raise ResourceError(f"{path.name} cannot be opened: {error}") from error
                    loaded.append(tagger)
                _taggers.extend(loaded)
    return _taggers[0], _taggers[1]


def spans_of(tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[Span]:
    """BIO labels to spans; an I without its B opens a span."""
    start = end = 0
    open_label = ""
    for token, label in zip(tokens, labels, strict=True):
        mark, _, kind = label.partition("-")
        if open_label and (mark != "I" or kind != open_label):
            yield Span(start, end, open_label)
            open_label = ""
        if mark in ("B", "I"):
            if not open_label:
                start, open_label = token.start, kind
            end = token.end
    if open_label:
        yield Span(start, end, open_label)


EDGES_RE = re.compile(r"^['’]s\s+|^[\s'’\"“”‘(\[,;:–—-]+|[\s'’\"“”,;:–—-]+$")
HONOURS_RE = re.compile(r",?\s(?:QC|KC|SC|MP|MEP|MSP|MLA|OBE|MBE|CBE|PhD|MD|SJ)$")
"""Letters behind a person's name that are no part of it."""

POSSESSIVE_RE = re.compile(r"['’][sS]?$")
ARTICLE_RE = re.compile(r"^(?:the|The|THE)\s+(?=[A-Z])")
KEEPS_ARTICLE = ("Hague", "Gambia", "Bahamas", "Bronx", "Dalles", "Valley")


def trim(text: str, span: Span) -> Span | None:
    """Take titles, articles, possessives and marks off a span; None where nothing that names is left."""
    start, end = span.start, span.end
    label = "PERSON" if is_person(text[start:end], span.label) else span.label
    while True:
        piece = text[start:end]
        left = len(piece) - len(EDGES_RE.sub("", piece).lstrip()) if EDGES_RE.match(piece) else 0
        stripped = POSSESSIVE_RE.sub("", EDGES_RE.sub("", piece))
        lead = piece.find(stripped) if stripped else 0
        start, end = start + max(lead, 0), start + max(lead, 0) + len(stripped)
        article = ARTICLE_RE.match(stripped)
        if article and not stripped[article.end() :].startswith(KEEPS_ARTICLE) and label != "MISC":
            start += article.end()
        elif label == "PERSON" and (title := title_length(stripped)):
            start += title
        elif left or stripped != piece:
            continue
        else:
            break
    if label == "PERSON" and (honours := HONOURS_RE.search(text[start:end])):
        end = start + honours.start()
    piece = text[start:end]
    if not any(char.isalpha() for char in piece) or piece.lower() in GENERIC or piece.lower() in CALENDAR:
        return None
    if label == "PERSON" and piece.lower().rstrip(".") in TITLES:
        return None
    return Span(start, end, "ORG" if label == "PERSON" and is_body(piece) else label)


def is_person(name: str, label: str) -> bool:
    """Whether a name is a person's whatever the model calls it: by its title, or by its two words."""
    return is_titled_person(name) or (label in ("ORG", "MISC") and is_full_name(name) and not is_well_known(name))


def is_body(name: str) -> bool:
    """
    Whether what looks like a person's name is a body's: a well-known one, or one that ends in a plural.

    Of 1,978 names like "Storebaelt Ferries" in the training corpora, 9 are persons.
    """
    words = name.split()
    if is_well_known(name):
        return True
    if len(words) < 2 or not words[-1].endswith("s") or flags_of(words[0]) & GIVEN_NAME:
        return False
    flags = flags_of(words[-1])
    return bool(flags & (COMMON_WORD | WORD)) and not flags & COMMON_SURNAME
