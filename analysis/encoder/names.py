"""Names by the encoder: its tags, and after them the same rules of documents that the fast recogniser's names pass."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.encoder import session
from analysis.encoder.reader import Reader
from analysis.encoder.tags import best_tags
from analysis.english.tokens import Token
from analysis.model import Span
from analysis.names.agree import agree, find_again
from analysis.names.edges import mend
from analysis.names.known import missed_bodies
from analysis.names.recognise import spans_of, trim
from analysis.names.recognise import tag as fast_tag


def tag(sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
    """The tags of every word of the sentences of a document, as `recognise.tag` gives the fast engine's."""
    return [
        read_tags([token.text for token in tokens], hints) if tokens else []
        for tokens, hints in zip(sentences, fast_tag(sentences), strict=True)
    ]


def read_tags(words: Sequence[str], hints: Sequence[str]) -> list[str]:
    """The best legal tags of a sentence; the hints behind what is read of a very long one."""
    best = best_tags(session.read_names(words, hints))
    return [*best, *hints[len(best) :]]


def recognise(reader: Reader) -> tuple[Span, ...]:
    """The names of a reader's document, in the order of the text, without overlap, each within a sentence."""
    document = reader.document
    text = document.text
    spans = [s for tokens, tags in zip(reader.tokens, reader.tags, strict=True) for s in spans_of(tokens, tags)]
    spans = mend(document, [trimmed for span in spans if (trimmed := trim(text, span)) is not None])
    spans += missed_bodies(reader.tokens, spans)
    spans = agree(text, spans)
    return tuple(sorted([*spans, *find_again(text, reader.tokens, spans)], key=lambda span: span.start))
