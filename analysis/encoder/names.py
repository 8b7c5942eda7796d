"""Names by the encoder: its tags, and after them the same rules of documents that the fast recogniser's names pass."""

from __future__ import annotations

from analysis.agreement import agree
from analysis.encoder.reader import Reader
from analysis.model import Span
from analysis.recognise import spans_of, trim
from analysis.repeats import find_again
from analysis.well_known import missed_bodies


def recognise(reader: Reader) -> tuple[Span, ...]:
    """The names of a reader's document, in the order of the text, without overlap, each within a sentence."""
    text = reader.document.text
    spans = [s for tokens, tags in zip(reader.tokens, reader.tags, strict=True) for s in spans_of(tokens, tags)]
    spans = [trimmed for span in spans if (trimmed := trim(text, span)) is not None]
    spans += missed_bodies(reader.tokens, spans)
    spans = agree(text, spans)
    return tuple(sorted([*spans, *find_again(text, reader.tokens, spans)], key=lambda span: span.start))
