"""
Document to quotes: what is said in quotation marks, who says it, and the verb that ties the two.

Marks alone do not make speech: titles of works and words held at arm's length ("so-called") are left out. A quote
whose speaker no rule finds is kept, with no speaker: to know that something was said is worth something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.attribution import Speaker, head_of, speaker_before, speaker_behind
from analysis.model import Document, Entity, Mention, Quote
from analysis.quotation import Quotation, find_quotations

LEAST_WORDS = 4
"""A quotation of fewer words counts as speech only beside a verb of speech: most short ones are scare quotes."""

TITLE_SHARE = 0.7
"""A longer one without a verb of speech whose words are capitalised to this share is a title: "The Art of War"."""

Named = tuple[Mention, str, str]
"""A mention with the id and the type of its entity."""


def find_quotes(document: Document, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """
    Find the quotes of a document.

    Returns: quotes in the order of the text. `speaker` is the id of one of `entities` or None; a pronoun is never
        given as `speaker_text`.
    """
    named = sorted(
        ((mention, entity.id, entity.type) for entity in entities for mention in entity.mentions),
        key=lambda found: found[0].start,
    )
    quotes: list[Quote] = []
    latest: Quote | None = None
    for index, group in groupby(find_quotations(document), key=lambda quotation: quotation.paragraph):
        found = list(_in_paragraph(document, index, list(group), named, latest))
        quotes += found
        latest = next((q for q in reversed(found) if q.speaker_text), latest if found else None)
    return tuple(quotes)


def _in_paragraph(
    document: Document, index: int, quotations: list[Quotation], named: Sequence[Named], latest: Quote | None
) -> Iterator[Quote]:
    """Yield the quotes of one paragraph; `latest` is the last one with a speaker in the paragraphs before."""
    paragraph = document.paragraphs[index]
    speakers = [_beside(document, quotations, at) for at in range(len(quotations))]
    previous: Quote | None = None
    for at, (quotation, speaker) in enumerate(zip(quotations, speakers, strict=True)):
        if not _is_speech(document.text[quotation.start : quotation.end], speaker):
            continue
        if speaker is not None:
            quote = _quote(document, quotation, *_named(document, speaker, named, latest or previous), speaker.cue)
        elif previous is not None:
            quote = _quote(document, quotation, previous.speaker, previous.speaker_text, None)
        elif quotation.goes_on and latest is not None:
            quote = _quote(document, quotation, latest.speaker, latest.speaker_text, None)
        else:
            later = next((s for s in speakers[at + 1 :] if s is not None), None)
            is_whole = quotation.outer_start == paragraph.start and quotation.outer_end == paragraph.end
            if later is not None:
                quote = _quote(document, quotation, *_named(document, later, named, latest), None)
            elif is_whole and index and (before := _spoke_before(document, index - 1, named)):
                quote = _quote(document, quotation, *before, None)
            else:
                quote = _quote(document, quotation, None, None, None)
        if quote.speaker_text is not None:
            previous = quote
        yield quote


def _beside(document: Document, quotations: Sequence[Quotation], at: int) -> Speaker | None:
    """The speaker that the words right behind or before a quotation name, up to the next quotation or sentence."""
    quotation = quotations[at]
    paragraph = document.paragraphs[quotation.paragraph]
    text = document.text
    next_start = quotations[at + 1].outer_start if at + 1 < len(quotations) else paragraph.end
    behind_end = min(next_start, document.sentence_at(quotation.outer_end - 1).end)
    before_start = max(
        quotations[at - 1].outer_end if at else paragraph.start,
        document.sentence_at(quotation.outer_start).start,
    )
    object_of = speaker_before(text, before_start, quotation.outer_start, is_adjacent=True)
    if object_of is not None:
        return object_of
    behind = speaker_behind(text, quotation.outer_end, behind_end)
    return behind or speaker_before(text, before_start, quotation.outer_start)


def _is_speech(words: str, speaker: Speaker | None) -> bool:
    """Whether words in quotation marks were spoken: they are many, or a verb of speech stands beside them."""
    found = re.findall(r"\w+(?:['’]\w+)?", words)
    if not found:
        return False
    if speaker is not None:
        return True
    n_capital = sum(word[0].isupper() for word in found)
    is_title = n_capital >= TITLE_SHARE * len(found) and words[-1] not in ".,!?"
    return len(found) >= LEAST_WORDS and not is_title


def _named(
    document: Document, speaker: Speaker, named: Sequence[Named], latest: Quote | None
) -> tuple[str | None, str | None]:
    """The entity id and the words of a speaker; a pronoun becomes the person it must mean, or nobody."""
    if speaker.pronoun is not None:
        return _antecedent(document, speaker, named, latest)
    head = head_of(document, speaker, named)
    words = " ".join(document.text[speaker.start : speaker.end].split())
    words = re.sub(r"\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", "", words)
    if head is not None and head[2] == "PERSON":
        return head[1], " ".join(head[0].text.split())
    return (head[1] if head else _of_statement(document, speaker, named)), words


def _of_statement(document: Document, speaker: Speaker, named: Sequence[Named]) -> str | None:
    """Whose statement it is: "A statement from the Pentagon"."""
    words = document.text[speaker.start : speaker.end]
    match = re.search(r"\b(?:statement|release|letter|report|tweet|email)s? (?:from|by|of) (?:the )?", words)
    if match is None:
        return None
    at = speaker.start + match.end()
    return next((entity for mention, entity, _ in named if mention.start == at), None)


def _antecedent(
    document: Document, speaker: Speaker, named: Sequence[Named], latest: Quote | None
) -> tuple[str | None, str | None]:
    """
    The person whom "he" or "she" must mean: the only one named in the paragraph so far, else the last speaker.

    Where the paragraph names several, nothing is decided.
    """
    if speaker.pronoun not in ("he", "she"):
        return None, None
    index = document.paragraph_at(speaker.start).index
    for paragraph in (index, index - 1):
        here = [m for m in named if m[2] == "PERSON" and m[0].paragraph == paragraph and m[0].end <= speaker.start]
        if len({entity for _, entity, _ in here}) == 1:
            return here[-1][1], " ".join(here[-1][0].text.split())
        if here:
            return None, None
        if paragraph == index and latest is not None and latest.paragraph >= index - 1 and latest.speaker:
            return latest.speaker, latest.speaker_text
    return None, None


def _spoke_before(document: Document, index: int, named: Sequence[Named]) -> tuple[str | None, str | None] | None:
    """Who spoke in the paragraph before a quotation that fills its own: the subject of its last verb of speech."""
    for sentence in reversed([s for s in document.sentences if s.paragraph == index]):
        speaker = speaker_before(document.text, sentence.start, sentence.end)
        if speaker is not None and speaker.pronoun is None:
            entity, words = _named(document, speaker, named, None)
            if entity is not None:
                return entity, words
    return None


def _quote(
    document: Document, quotation: Quotation, speaker: str | None, speaker_text: str | None, cue: str | None
) -> Quote:
    text = document.text[quotation.start : quotation.end]
    return Quote(quotation.start, quotation.end, text, quotation.paragraph, speaker, speaker_text, cue)
