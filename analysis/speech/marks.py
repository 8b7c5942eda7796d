"""
Where words stand in quotation marks: straight, curly and angled ones, single ones in British usage.

A quotation that is not closed in its paragraph runs to the paragraph's end; if the next paragraph opens with a mark
again, it goes on there, as papers print long speeches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.model import Document

CLOSING = {'"': ('"', "”"), "“": ("”", '"'), "«": ("»",), "„": ("“", "”"), "''": ("''",), "``": ("''",)}
"""What closes what; two apostrophes are what old wire systems make of a double mark."""

# A single mark opens behind a space or another mark, and closes behind the end of a word.
SINGLE_OPEN_RE = re.compile(r"(?<![\w.,])['‘](?=[A-Z0-9“\"]|\w++(?:['’]\w*+)? )")
SINGLE_CLOSE_RE = re.compile(r"(?<=[.,?!…—])['’](?!\w)|(?<=\w)['’](?=[,;:.?!)\]]|\s+(?:said|says|told|added)\b)")

LEAST_SINGLE = 2
"""Words in single marks that count beside double ones; the apostrophe of ’90s opens none."""

CURLY_RE = re.compile(r'["“”]')
SLIP_RE = re.compile(r"[.,?!]“(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks at [start, end); `outer_start`, `outer_end` include the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    is_open: bool = False
    goes_on: bool = False
    """`is_open`: it has no closing mark. `goes_on`: it continues one that the paragraph before left open."""


def find_quotations(document: Document) -> Iterator[Quotation]:
    """Yield the quotations of a document in order; nested marks stay inside the outer ones."""
    was_open = False
    for paragraph in document.paragraphs:
        found = list(in_paragraph(document.text, paragraph.start, paragraph.end, paragraph.index))
        if was_open and found and found[0].outer_start == paragraph.start:
            first = found[0]
            found[0] = Quotation(
                first.start, first.end, first.outer_start, first.outer_end, first.paragraph, first.is_open, True
            )
        yield from found
        was_open = bool(found) and found[-1].is_open


def in_paragraph(text: str, start: int, end: int, index: int) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph."""
    at = start
    marks = [mark for mark in CLOSING if text.find(mark, start, end) >= 0]
    while at < end:
        opening, mark = next_opening(text, at, end, marks)
        if opening < 0:
            return
        inner = opening + len(mark)
        closing = next_closing(text, inner, end, mark)
        last = closing if closing >= 0 else end
        left = len(text[inner:last]) - len(text[inner:last].lstrip())
        right = len(text[inner:last].rstrip())
        if right > left:
            outer_end = closing + len(mark) if closing >= 0 else end
            yield Quotation(inner + left, inner + right, opening, outer_end, index, closing < 0)
        at = last + len(mark)


def next_opening(text: str, at: int, end: int, marks: list[str]) -> tuple[int, str]:
    """Where the next quotation opens in `text[at:end]`, and its mark; -1 for nowhere."""
    if not marks:  # Single marks count where there are no others.
        match = SINGLE_OPEN_RE.search(text, at, end)
        is_closed = match is not None and next_closing(text, match.end(), end, "'") >= 0
        return (match.start(), "'") if match and is_closed else (-1, "")
    places = [(place, mark) for mark in marks if (place := text.find(mark, at, end)) >= 0]
    double = min(places, default=(end, ""))
    # Beside double ones a single mark must hold a whole utterance: ‘I did not know,’ said Dowd. “It is over,” …
    for match in SINGLE_OPEN_RE.finditer(text, at, double[0]):
        closing = next_closing(text, match.end(), double[0], "'")
        if closing >= 0 and text[closing - 1] in ",.?!…" and len(text[match.end() : closing].split()) >= LEAST_SINGLE:
            return match.start(), "'"
    return double if places else (-1, "")


def next_closing(text: str, inner: int, end: int, mark: str) -> int:
    """Where the quotation whose words begin at `inner` closes; -1 if it does not."""
    if mark == "'":
        match = SINGLE_CLOSE_RE.search(text, inner + 1, end)
        return match.start() if match else -1
    if mark == '"':
        return closing_of_straight(text, inner, end)
    places = [place for close in CLOSING[mark] if (place := text.find(close, inner, end)) >= 0]
    place = min(places, default=-1)
    # Three apostrophes close a single mark and then the double one: ''I would say 'old-school,''' he said.
    return place + 1 if mark == "''" and text.startswith("'''", place) else place


def closing_of_straight(text: str, inner: int, end: int) -> int:
    """
    Where a quotation closes that a straight mark opened: at the next one, or at a curly one that closes no other.

    Curly marks inside it may quote in turn: "We passed the “Harbour Bill” in May." An opening curly mark behind a
    comma or full stop is a slip for a closing one.
    """
    at = inner
    while match := CURLY_RE.search(text, at, end):
        if match[0] == "“" and not SLIP_RE.match(text, match.start() - 1):
            nested = text.find("”", match.end(), end)
            straight = text.find('"', match.end(), end)
            at = nested + 1 if nested >= 0 and (straight < 0 or nested < straight) else match.end()
            continue
        return match.start()
    return -1


INSIDE_RE = re.compile(r"\w\s*$")
"""A word right before a quotation, which is then a part of that sentence: he called it "a waste"."""

ENDS_SENTENCE = ".?!…"
"""How the words of a quotation end that is a sentence of its own."""

LONGEST_THING = 6
"""Words of the name of a thing in quotation marks."""

SMALL_WORDS = frozenset("of the and a an for in on to de la".split())

NAMING_RE = re.compile(r"call|dub|brand|label|describ|denounc|blast|slam|mock|tweet|shout|chant|yell|\bread|cried|post")
"""Verbs whose quotation is a name that is given or a cry, and speech all the same."""

NOUN_WANTED_RE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|in|of|for|with|from|about|by|new|called|named|titled|entitled|codenamed)\s+$"
)
"""Words behind which a noun must follow: "says the", "a film called"."""

LEAST_WORDS = 4
"""A quotation of fewer words counts as speech only beside a verb of speech: most short ones are scare quotes."""

TITLE_SHARE = 0.7
"""A longer one without a verb of speech whose words are capitalised to this share is a title: "The Art of War"."""


def is_speech(words: str, *, is_cued: bool) -> bool:
    """Whether words in quotation marks were spoken: they are many, or a verb of speech stands beside them."""
    found = re.findall(r"\w+(?:['’]\w+)?", words)
    if not found:
        return False
    if is_cued:
        return True
    n_capital = sum(word[0].isupper() for word in found)
    is_title = n_capital >= TITLE_SHARE * len(found) and words[-1] not in ".,!?"
    return len(found) >= LEAST_WORDS and not is_title


def is_named_thing(document: Document, quotation: Quotation, cue: str | None) -> bool:
    """
    Whether marks inside a sentence hold the name of a thing and no words of a speaker: says the "Iron Dome" works.

    Every word of it has a capital, and the sentence around it needs it as its noun. What somebody is called ("called
    him “Little Marco”") is speech, which its verb, the `cue`, tells.
    """
    text = document.text
    words = text[quotation.start : quotation.end]
    found = re.findall(r"[\w'’-]+", words)
    if not found or len(found) > LONGEST_THING or words[-1] in ENDS_SENTENCE:
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in found):
        return False
    if cue and NAMING_RE.search(cue):
        return False
    sentence = document.sentence_at(quotation.outer_start)
    if NOUN_WANTED_RE.search(text, sentence.start, quotation.outer_start):
        return True
    is_inside = bool(INSIDE_RE.search(text, sentence.start, quotation.outer_start))
    return is_inside and len(found) > 1 and bool(re.match(r"\s+[a-z]", text[quotation.outer_end :][:3]))
