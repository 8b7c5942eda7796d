"""
Reported speech without quotation marks: "Al Jazeera has reported that …", "Officials told CNN that …".

Only clauses that a verb of saying introduces, and sentences that end in "according to X", are taken; a sentence
that holds a quote belongs to the quotes. A report is second-hand: the paper vouches that it was said, not that it is
so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.model import Document, Entity, Quote, Report, Sentence
from analysis.speech.attribution import Speaker, according, subject
from analysis.speech.speakers import UNKNOWN, Source, Sources
from analysis.speech.verbs import ACCORDING_RE, AUXILIARY

SAYING = (
    "said|says|told|reported|reports|announced|claimed|claims|warned|warns|confirmed|denied|argued|argues|added|adds|"
    "insisted|insists|alleged|alleges|stated|acknowledged|admitted|predicted|estimated|estimates|vowed|promised|"
    "explained|noted|notes|testified|tweeted|wrote|writes|maintained|maintains|suggested|believes|revealed|found"
)
THAT_RE = re.compile(
    rf"\b(?P<cue>{AUXILIARY}(?:anonymously\s+)?(?:{SAYING}))\b"
    r"(?P<whom>(?:\s+(?!that\b)[\w.'’-]+){0,5}?)\s+that\s+(?P<what>\S[^\n]*)"
)
SAID_RE = re.compile(
    rf"\b(?P<cue>{AUXILIARY}(?:said|says))\s+"
    r"(?P<what>(?:he|she|it|they|we|there|the|an?|his|her|its|their|no|all|some|more|[A-Z0-9])[^\n]*)"
)
LEAST_WORDS = 4
"""Words of a clause that says something."""


def find_reports(document: Document, entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[Report, ...]:
    """Find the reported clauses of a document, in the order of the text; one a sentence."""
    sources = Sources(document, entities, [(quote.start, quote.end) for quote in quotes])
    inside: dict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        for index in {document.sentence_at(quote.start).index, document.sentence_at(quote.end - 1).index}:
            inside[index].append(quote)
    found = (report(document, sentence, sources, inside[sentence.index]) for sentence in document.sentences)
    return tuple(one for one in found if one is not None)


def report(document: Document, sentence: Sentence, sources: Sources, quotes: Sequence[Quote]) -> Report | None:
    """
    The reported clause of a sentence, if it holds one and names who said it.

    Beside `quotes` only a clause counts that somebody else reports: "Al Jazeera reported that Qaani promised “…”".
    """
    for speaker, start, end in clauses(document.text, sentence):
        if any(q.speaker_start is None or not start <= q.speaker_start < q.end <= end + 2 for q in quotes):
            continue
        if len(document.text[start:end].split()) < LEAST_WORDS:
            continue
        source = sources.of(speaker, None)
        if source is UNKNOWN or not is_somebody(source):
            continue
        words = document.text[start:end]
        return Report(
            start, end, words, sentence.paragraph, source.entity, source.words, source.kind, speaker.cue
        )  # fmt: skip
    return None


def clauses(text: str, sentence: Sentence) -> Iterator[tuple[Speaker, int, int]]:
    """Yield who is said to speak and where the clause stands, the surest form first."""
    end = sentence.end - (1 if text[sentence.end - 1] in ".!?" else 0)
    for pattern in (THAT_RE, SAID_RE):
        match = pattern.search(text, sentence.start, end)
        if match is not None and (speaker := subject(text, sentence.start, match.start("cue"), match["cue"])):
            yield speaker, match.start("what"), match.end("what")
    match = ACCORDING_RE.search(text, sentence.start, end)
    if match is not None and (speaker := according(text, match)):
        if match.start() - sentence.start > len("On Friday, "):
            yield speaker, sentence.start, sentence.start + len(text[sentence.start : match.start()].rstrip(" ,"))
        elif speaker.end < end:
            yield speaker, end - len(text[speaker.end : end].lstrip(" ,")), end


def is_somebody(source: Source) -> bool:
    """Whether the words name somebody who can say something, and not "it is" or "nothing"."""
    words = (source.words or "").strip()
    return source.entity is not None or bool(re.match(r"(?:the|an?|some|one|two|many|several|[A-Z])", words, re.I))
