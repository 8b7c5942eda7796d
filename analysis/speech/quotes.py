"""
Document to quotes: what is said in quotation marks, who says it, and the verb that ties the two.

Marks alone do not make speech: titles of works and words held at arm's length ("so-called") are left out. A quote
whose speaker no rule finds is kept, with no speaker: to know that something was said is worth something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.model import Document, Entity, Quote
from analysis.names.capitals import as_usual
from analysis.speech.attribution import (
    Speaker,
    name_behind,
    opening_subject,
    speaker_adjacent,
    speaker_before,
    speaker_behind,
)
from analysis.speech.marks import ENDS_SENTENCE, INSIDE_RE, Quotation, find_quotations, is_named_thing, is_speech
from analysis.speech.speakers import UNKNOWN, Source, Sources
from analysis.speech.transcripts import Turn, find_turns

SAID_RE = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|added|asked|wrote|replied|told)\b(?!(?:\s+[\w’'-]+){0,6}?\s*[,:]\s*[\"“‘'])"
)
"""A name and its verb behind a full stop that ought to be a comma; not one that leads up to the next quotation."""

ENDS_IN_VERB_RE = re.compile(r"\b[a-z]+(?:ed|ees|es)\.$|\b(?:said|added|went on)\.$")
"""A sentence whose verb is its last word: "Raman, an engineer, agreed."."""

CONFIDENCE = {
    "verb behind": 0.98, "goes on": 0.98, "sentence before": 0.95, "verb before": 0.93, "paragraph before": 0.91,
    "name behind": 0.89, "speaks on": 0.70, "sentence subject": 0.65, "earlier sentence": 0.90, "signed": 0.89,
}  # fmt: skip
"""
Rule -> how often it pointed to the right words in development articles (560 of US politics), one right and one wrong
case added to each, since some rules were seen fewer than ten times. Labels of transcripts were never seen there.
"""

PRONOUN_CONFIDENCE = {"pronoun, only one fits": 0.95, "pronoun, best fit": 0.85}
"""The same for the person whom a pronoun means."""

SENTENCE_RE = re.compile(r"[A-Z][^A-Z]*[.!?…]", re.S)
"""A short sentence; behind a quote in its paragraph it goes on with it: "They were filed"."""

NAME = r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|da|van|von|der|al|bin|el|ter|of|the)\s+)*[A-Z][\w.'’-]*){0,5}"
SIGNED_RE = re.compile(rf"\s*[-‐–—―]+\s*(?P<who>{NAME})(?:,\s[^\n]{{1,80}})?\.?\s*")
"""A dash and a name, with what he or she is: "— Gilbert Starling, commissioner"."""

HEADING_RE = re.compile(
    r"(?:(?:[Ff]rom|By|Statement (?:by|from|of)|(?:A )?(?:[Mm]essage|[Ww]ord|[Cc]omment|[Nn]ote) (?:by|from))\s+"
    rf"(?:the \w+ of\s+)?)?(?P<who>{NAME})(?:,[^:\n]{{1,80}}|\s\([^)\n]{{1,60}}\))?\s*:"
)
"""A paragraph that only says who speaks next: "From the desk of John Dorrance, analyst:"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation that is speech, where the text points to its speaker, by which rule, and the verb beside it."""

    quotation: Quotation
    speaker: Speaker | None
    rule: str
    cue: str | None = None


def find_quotes(document: Document, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """
    Find the quotes of a document.

    Returns: quotes in the order of the text. `speaker` is the id of one of `entities` or None; a pronoun is never
        given as `speaker_text`.
    """
    shown, document = document.text, as_usual(document)
    people = {(m.start, m.end) for entity in entities if entity.type == "PERSON" for m in entity.mentions}
    turns = find_turns(document, people)
    spoken = {turn.paragraph for turn in turns}
    quotations = [q for q in find_quotations(document) if q.paragraph not in spoken]
    found: list[Found] = [as_found(turn) for turn in turns]
    for _, group in groupby(quotations, key=lambda quotation: quotation.paragraph):
        found += in_paragraph(document, list(group), found[-1] if found else None)
    found.sort(key=lambda one: one.quotation.start)
    sources = Sources(document, entities, [(q.outer_start, q.outer_end) for q in quotations])
    return tuple(with_sources(shown, found, sources))


def as_found(turn: Turn) -> Found:
    """A turn of a transcript as speech."""
    quotation = Quotation(turn.start, turn.end, turn.start, turn.end, turn.paragraph)
    return Found(quotation, turn.speaker, "label" if turn.has_label else "goes on")


def in_paragraph(document: Document, quotations: list[Quotation], latest: Found | None) -> Iterator[Found]:
    """Yield the speech of one paragraph; `latest` is the last one of the paragraphs before."""
    beside = [speaker_beside(document, quotations, at) for at in range(len(quotations))]
    previous: Found | None = None
    for at, (quotation, (speaker, rule)) in enumerate(zip(quotations, beside, strict=True)):
        is_cued = speaker is not None and rule != "sentence subject"
        words = document.text[quotation.start : quotation.end]
        goes_on = previous is not None and bool(SENTENCE_RE.fullmatch(words))
        if not is_speech(words, is_cued=is_cued or goes_on) or is_named_thing(
            document, quotation, speaker.cue if speaker else None
        ):
            continue
        if speaker is not None:
            made = Found(quotation, speaker, rule, speaker.cue or None)
        else:
            later = next((s for s, _ in beside[at + 1 :] if s is not None), None)
            made = Found(quotation, *speaker_farther(document, quotation, previous, latest, later, is_first=at == 0))
        previous = made
        yield made


def speaker_farther(
    document: Document,
    quotation: Quotation,
    previous: Found | None,
    latest: Found | None,
    later: Speaker | None,
    *,
    is_first: bool,
) -> tuple[Speaker | None, str]:
    """
    Who speaks a quotation beside which nobody is named, and the rule that tells.

    Args: previous: the speech before it in its paragraph; latest: that of the paragraphs before; later: the speaker
        of the next quotation.
    """
    if previous is not None:
        agreeing = spoke_between(document, quotation, previous.quotation)
        if agreeing is not None or previous.speaker is not None:
            return (agreeing, "earlier sentence") if agreeing else (previous.speaker, "goes on")
    if quotation.goes_on and latest is not None:
        return latest.speaker, "goes on"
    paragraph = document.paragraphs[quotation.paragraph]
    opens = quotation.outer_start == paragraph.start
    is_whole = opens and quotation.outer_end >= paragraph.end - 1
    is_alone = previous is None and not is_first
    tries: tuple[tuple[str, Callable[[], Speaker | None]], ...] = (
        ("signed", lambda: signed_behind(document, quotation)),
        ("earlier sentence", lambda: spoke_earlier(document, quotation) if is_first else None),
        ("sentence subject", lambda: subject_of_sentence(document, quotation) if is_alone else None),
        ("speaks on", lambda: later),
        ("paragraph before", lambda: announced(document, quotation.paragraph) if opens else None),
        ("paragraph before", lambda: spoke_before(document, quotation.paragraph, latest) if is_whole else None),
    )
    return next(((speaker, rule) for rule, attempt in tries if (speaker := attempt()) is not None), (None, "none"))


def speaker_beside(document: Document, quotations: Sequence[Quotation], at: int) -> tuple[Speaker | None, str]:
    """The speaker that the words right behind or before a quotation name, up to the next one, and the rule."""
    quotation = quotations[at]
    paragraph = document.paragraphs[quotation.paragraph]
    text = document.text
    next_start = quotations[at + 1].outer_start if at + 1 < len(quotations) else paragraph.end
    # "Who knows?" Okafor said: the mark ends no sentence.
    is_going_on = text[quotation.end - 1] in "?!…—-–" or SAID_RE.match(text, quotation.outer_end, paragraph.end)
    last = quotation.outer_end + (1 if is_going_on else -1)
    behind_end = min(next_start, document.sentence_at(min(last, paragraph.end - 1)).end)
    before_start = max(
        quotations[at - 1].outer_end if at else paragraph.start,
        document.sentence_at(quotation.outer_start).start,
    )
    object_of = speaker_adjacent(text, before_start, quotation.outer_start)
    behind = speaker_behind(text, quotation.outer_end, behind_end)
    # "Sow was blunt: “We lost,” he said." is "he said"; a colon only tells where no verb does.
    is_said_behind = behind is not None and object_of is not None and object_of.cue == ":"
    if object_of is not None and not (is_said_behind and text[quotation.end - 1] == ","):
        return object_of, "verb before"
    before = speaker_before(text, before_start, quotation.outer_start)
    is_inside = bool(INSIDE_RE.search(text, before_start, quotation.outer_start))
    is_cut_off = is_inside and text[quotation.end - 1] not in ",.!?"
    if behind is not None and not (is_cut_off and before is not None):
        return behind, "verb behind"
    if before is not None:
        return before, "sentence before"
    if (
        not is_inside
        and text[quotation.end - 1] in ",!?"
        and (named := name_behind(text, quotation.outer_end, behind_end))
    ):
        return named, "name behind"
    leads_up = is_inside or text[before_start : quotation.outer_start].rstrip().endswith((",", "—", "–"))
    if leads_up and (opening := opening_subject(text, before_start, quotation.outer_start, "")):
        return opening, "sentence subject"
    return None, "none"


def signed_behind(document: Document, quotation: Quotation) -> Speaker | None:
    """The name that signs a quotation behind a dash, in its paragraph or as the next one: "…" — Ama Boateng."""
    paragraph = document.paragraphs[quotation.paragraph]
    if match := SIGNED_RE.fullmatch(document.text, quotation.outer_end, paragraph.end):
        return Speaker(match.start("who"), match.end("who"), "")
    following = document.paragraphs[quotation.paragraph + 1 : quotation.paragraph + 2]
    if quotation.outer_end < paragraph.end - 1 or not following:
        return None
    match = SIGNED_RE.fullmatch(document.text, following[0].start, following[0].end)
    return Speaker(match.start("who"), match.end("who"), "") if match else None


def spoke_earlier(document: Document, quotation: Quotation) -> Speaker | None:
    """Who speaks a quotation that is a sentence of its own, the first of its paragraph: the subject before it."""
    sentence = document.sentence_at(quotation.outer_start)
    before = document.sentences[sentence.index - 1] if sentence.index else None
    is_own = quotation.outer_start == sentence.start and document.text[quotation.end - 1] in ENDS_SENTENCE
    if not is_own or before is None or before.paragraph != quotation.paragraph:
        return None
    said = speaker_before(document.text, before.start, before.end)
    return said or opening_subject(document.text, before.start, before.end, "", is_named=True)


def spoke_between(document: Document, quotation: Quotation, previous: Quotation) -> Speaker | None:
    """Who speaks in the sentence between two quotations that ends with a verb of speech: "Dowd disagreed." """
    sentence = document.sentence_at(quotation.outer_start)
    before = document.sentences[sentence.index - 1] if sentence.index else None
    is_own = quotation.outer_start == sentence.start and document.text[quotation.end - 1] in ENDS_SENTENCE
    if not is_own or before is None or before.start < previous.outer_end:
        return None
    match = ENDS_IN_VERB_RE.search(document.text, before.start, before.end)
    return speaker_before(document.text, before.start, before.end) if match else None


def subject_of_sentence(document: Document, quotation: Quotation) -> Speaker | None:
    """Who speaks in the sentence of a quotation, where only a title or a name in marks stands before it."""
    sentence = document.sentence_at(quotation.outer_start)
    text = document.text
    return speaker_before(text, sentence.start, quotation.outer_start) or opening_subject(
        text, sentence.start, quotation.outer_start, ""
    )


def announced(document: Document, index: int) -> Speaker | None:
    """Whom the paragraph before announces with a colon at its end, or as a heading of nothing but a name."""
    if index == 0:
        return None
    before = document.paragraphs[index - 1]
    text = document.text
    if match := HEADING_RE.fullmatch(text, before.start, before.end):
        return Speaker(match.start("who"), match.end("who"), "")
    sentence = document.sentence_at(before.end - 1)
    if text[before.end - 1] != ":":
        return None
    return speaker_adjacent(text, sentence.start, before.end) or opening_subject(text, sentence.start, before.end, ":")


def spoke_before(document: Document, index: int, latest: Found | None) -> Speaker | None:
    """Who spoke in the paragraph before a quotation that fills its own: of its last quote, or verb of speech."""
    if latest is not None and latest.quotation.paragraph == index - 1 and latest.speaker is not None:
        return latest.speaker
    if index == 0:
        return None
    for sentence in reversed(document.sentences_of(index - 1)):
        speaker = speaker_before(document.text, sentence.start, sentence.end)
        if speaker is not None:
            return speaker
    return None


def with_sources(shown: str, found: Sequence[Found], sources: Sources) -> Iterator[Quote]:
    """Quotes with who speaks them; each place that points to a speaker is resolved once."""
    known: dict[tuple[int, int], Source] = {}
    last_speaker: str | None = None
    for one in found:
        source = UNKNOWN
        if one.speaker is not None:
            place = (one.speaker.start, one.speaker.end)
            if place not in known:
                known[place] = sources.of(one.speaker, last_speaker)
            source = known[place]
        last_speaker = source.entity or last_speaker
        yield quote(shown, one, source)


def quote(shown: str, one: Found, source: Source) -> Quote:
    """The record of a quote, its words as they stand in the text that was given."""
    quotation, speaker = one.quotation, one.speaker
    rule = one.rule if source.rule in ("named", "described") or speaker is None else f"{one.rule}; {source.rule}"
    return Quote(
        quotation.start,
        quotation.end,
        shown[quotation.start : quotation.end],
        quotation.paragraph,
        source.entity,
        source.words,
        one.cue,
        speaker.start if speaker else None,
        speaker.end if speaker else None,
        source.kind,
        rule,
        confidence_of(one.rule, source.rule) if source.words is not None else None,
    )


def confidence_of(place_rule: str, source_rule: str) -> float | None:
    """How far the two rules that found a speaker can be trusted together."""
    known = CONFIDENCE.get(place_rule)
    return None if known is None else round(known * PRONOUN_CONFIDENCE.get(source_rule, 1.0), 2)
