"""
Text to paragraphs and sentences, with exact offsets.

Nothing is rewritten but line ends: a span found here slices the text it was found in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.model import Document, Note, Paragraph, Sentence

MAX_TITLE_CHARS = 220
"""Longer first paragraphs are leads. The longest headlines of news sites run to about 180 characters."""

MAX_WHOLE_QUOTE_CHARS = 400
"""A quotation up to this length is never cut. A speech printed in one pair of marks is cut at its sentences."""

BLANK_LINE_RE = re.compile(r"\n[^\S\n]*\n\s*")

# Titles, ranks and the like, written with a capital, after which a sentence goes on: a name follows them.
BEFORE_NAME = frozenset(
    """
    Adm Alderman Amb Asst Atty Barr Brig Bro Capt Cdr Cllr Cmdr Col Comdr Comm Const Cpl Dep Det Dir Dr Drs Engr
    Ens Esq Fr Ft Gen Gov Hon Insp Lieut Lt Maj Messrs Mgr Mme Mr Mrs Ms Mt Mx Ofc Pfc Ph Pres Prof Pte Pvt Rep
    Reps Rev Sen Sens Sgt Spc Sr Sra St Ste Supt Treas Vs
    """.split()
)

# Abbreviations after which a sentence goes on only where a figure follows ("No. 10", "Aug. 3").
BEFORE_FIGURE = frozenset("no nos art fig p pp vol ch sec jan feb mar apr jun jul aug sep sept oct nov dec".split())

# Abbreviations that stand in mid-sentence whatever follows.
WITHIN = frozenset("vs v cf ca approx eg ie e.g i.e viz".split())

# Abbreviations that may also end a sentence: they do so only before a word that usually begins one.
MAY_END = frozenset("inc co ltd plc llc jr sr bros etc al a.m p.m u.s u.k u.n d.c e.u u.s.a ph.d m.d b.c a.d".split())

STARTERS = frozenset(
    """
    A After Although An And Another As At Before But By Despite During Each Earlier Few For From He Her Here His
    How However I If In It Its Last Later Many Meanwhile More Most Mr Mrs Ms My Neither No None Now Of On Once One
    Only Or Others Our Out Over She Since So Some Such That The Their Then There These They This Those Though
    Through To Under Until We What When Where Whether Which While Who Why With Yet You
    """.split()
)

# A mark that may end a sentence, the quotes and brackets that close with it, and the white space behind.
# It is looked for at the first of several marks alone: where that one ends nothing, neither do those behind it.
END_RE = re.compile(r"(?P<mark>(?<![.!?…])[.!?…]++|(?<![。！？])[。！？]++)(?P<close>[\"'”’»)\]]*+)(?P<gap>\s+|$)")
LAST_WORD_RE = re.compile(r"[^\s\"'“‘«(\[]+$")
NEXT_WORD_RE = re.compile(r"[\"'“‘«(\[—–-]*\s*(?P<word>\w+(?:[.'’-]\w+)*)", re.UNICODE)
DOTTED_RE = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
QUOTE_MARK_RE = re.compile(r'["“«]')
CLOSING_MARKS = {'"': '"', "“": "”", "«": "»"}


def segment(text: str, title: str | None = None, source: str | None = None, published: str | None = None) -> Document:
    """
    Cut `text` into paragraphs and sentences.

    The first paragraph is the headline when it equals `title`, or, where no title is given, when it looks like
    one. A `title` that does not open the text is kept as the document's title and is not analysed. What is longer
    than any real paragraph or sentence (`cutting`) is cut, which `notes` of the document say.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes: list[Note] = []
    bounds = list(_cut(text, find_paragraphs(text), PARAGRAPH, notes))
    has_title = bool(bounds) and is_title(text, bounds, title)
    paragraphs = tuple(
        Paragraph(index, start, end, "title" if index == 0 and has_title else "body")
        for index, (start, end) in enumerate(bounds)
    )
    sentences = tuple(
        Sentence(index, start, end, paragraph)
        for index, (start, end, paragraph) in enumerate(_sentences_of(text, paragraphs, notes))
    )
    if title is None and has_title:
        title = text[slice(*bounds[0])]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Document(digest, text, paragraphs, sentences, title, source, published, _in_order(notes))


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield the bounds of paragraphs, without the white space around them.

    Blank lines part paragraphs. So does a single line end, unless the block is a hard-wrapped one.
    """
    start = 0
    for end in [match.start() for match in BLANK_LINE_RE.finditer(text)] + [len(text)]:
        block = text[start:end]
        if "\n" in block.strip() and not is_hard_wrapped(block):
            at = start
            for line in block.split("\n"):
                yield from _stripped(text, at, at + len(line))
                at += len(line) + 1
        else:
            yield from _stripped(text, start, end)
        start = end


def is_hard_wrapped(block: str) -> bool:
    """Whether the lines of `block` end where a mail or text program broke them, in mid-sentence."""
    lines = [line.strip() for line in block.strip().split("\n")]
    broken = [line for line in lines[:-1] if line and line[-1] not in '.!?…:;"”’']
    within = [line for line in lines[:-1] if 40 <= len(line) <= 100]
    return len(lines) > 1 and len(broken) * 2 > len(lines) - 1 and len(within) * 4 >= (len(lines) - 1) * 3


def is_title(text: str, bounds: list[tuple[int, int]], title: str | None) -> bool:
    """Whether the first paragraph is the headline: the given one, or a short line without a full stop."""
    first = text[slice(*bounds[0])]
    if title is not None:
        return first.split() == title.split()
    return (
        len(bounds) > 1
        and len(first) <= MAX_TITLE_CHARS
        and "\n" not in first
        and first[-1] not in ".…:;,"
        and first[0] not in '"“«'
        and not re.search(r"[.!?][\"'”’»]$", first)
    )


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences of one paragraph, relative to it."""
    quotes = [(left, right) for left, right in marked_quotes(text) if right - left <= MAX_WHOLE_QUOTE_CHARS]
    start = next_quote = 0
    for match in END_RE.finditer(text):
        while next_quote < len(quotes) and quotes[next_quote][1] <= match.start():
            next_quote += 1
        inside = next_quote < len(quotes) and quotes[next_quote][0] < match.end("close") < quotes[next_quote][1]
        if inside or not is_end(text, match):
            continue
        yield start, match.end("close")
        start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def marked_quotes(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield what stands in a pair of marks on one line, with its marks; what opens inside another does not count.

    A mark that never closes is found out once: where the next closing mark and the next line end stand is remembered.
    """
    known = dict.fromkeys("".join((*CLOSING_MARKS.values(), "\n")), -1)

    def following(mark: str, at: int) -> int:
        """Where `mark` stands next from `at` on; behind the text where it does not."""
        if known[mark] < at:
            found = text.find(mark, at)
            known[mark] = found if found >= 0 else len(text)
        return known[mark]

    end = 0
    for match in QUOTE_MARK_RE.finditer(text):
        start = match.start()
        if start >= end:
            close = following(CLOSING_MARKS[match[0]], start + 1)
            if close < len(text) and close < following("\n", start + 1):
                end = close + 1
                yield start, end


def is_end(text: str, match: re.Match[str]) -> bool:
    """Whether the mark that `match` found ends a sentence."""
    follower = NEXT_WORD_RE.match(text, match.end())
    next_word = follower["word"] if follower else ""
    if match.end() == len(text) or not next_word:
        return True
    if next_word[0].islower():
        return False
    if match["mark"] != ".":
        return True
    found = LAST_WORD_RE.search(text, max(0, match.start() - 30), match.start())
    last = found[0] if found else ""
    if set(match["close"]) - set(")]"):
        return True
    if last.lower() in MAY_END or DOTTED_RE.fullmatch(last):
        return re.split("['’]", next_word)[0] in STARTERS
    return not is_abbreviation(last, next_word)


def is_abbreviation(word: str, next_word: str) -> bool:
    """Whether a full stop behind `word` belongs to it: a title, a rank, an initial, a number sign."""
    if word.lower() in BEFORE_FIGURE:
        return next_word[0].isdigit()
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return word in BEFORE_NAME or word in WITHIN or is_initial


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[start:end].strip()
    if inner:
        left = text.index(inner[0], start, end)
        yield left, left + len(inner)


def _sentences_of(text: str, paragraphs: tuple[Paragraph, ...], notes: list[Note]) -> Iterator[tuple[int, int, int]]:
    for paragraph in paragraphs:
        offset = paragraph.start
        found = [(offset + start, offset + end) for start, end in find_sentences(text[offset : paragraph.end])]
        for start, end in _cut(text, found, SENTENCE, notes):
            yield start, end, paragraph.index


def _cut(text: str, bounds: Iterable[tuple[int, int]], unit: Unit, notes: list[Note]) -> Iterator[tuple[int, int]]:
    """Yield the bounds, those of what is longer than any real one as its parts; each of these gets a note."""
    for start, end in bounds:
        if end - start <= unit.limit:
            yield start, end
            continue
        cut = list(parts(text, start, end, unit.limit, unit.cuts))
        notes.append(
            Note(
                f"long {unit.name}",
                start,
                end,
                f"A {unit.name} of {end - start:,} characters is read as {len(cut)} {unit.name}s: "
                f"one of more than {unit.limit:,} is cut.",
            )
        )
        yield from cut


def _in_order(notes: list[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (note.start, -note.end)))


# Paragraphs and sentences beyond any real one, cut into parts: every step of the analysis then has an end in sight.
#
# A cut is no guess at what the writer meant, so it is said in a note of the document.

MAX_PARAGRAPH_CHARS = 10_000
"""Some 1,700 words. The longest paragraphs of newspapers have some 2,000 characters; a whole feature may be pasted
as one paragraph."""

MAX_SENTENCE_CHARS = 2_000
"""Some 330 words. The longest sentences of newspapers, lists of names in most, have some 800 characters."""

SENTENCE_END_RE = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}\s")
CLAUSE_END_RE = re.compile(r"[,;:—–)\]”»]\s")
SPACE_RE = re.compile(r"\s")


class Unit(NamedTuple):
    """What is cut: its name, the characters of its longest part, and where a part ends, the best place first."""

    name: str
    limit: int
    cuts: tuple[re.Pattern[str], ...]


PARAGRAPH = Unit("paragraph", MAX_PARAGRAPH_CHARS, (SENTENCE_END_RE, CLAUSE_END_RE, SPACE_RE))
SENTENCE = Unit("sentence", MAX_SENTENCE_CHARS, (CLAUSE_END_RE, SPACE_RE))
"""Where none of the cuts is found, a part ends in mid-word."""


def parts(text: str, start: int, end: int, limit: int, cuts: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int]]:
    """
    Cut `text[start:end]` into stretches of at most `limit` characters.

    Yields: their bounds, without white space at either edge. Each ends behind the last of the marks that `cuts` look
        for, in its second half; all characters but white space are in one of them.
    """
    while end - start > limit:
        at = last_place(text, start + limit // 2, start + limit, cuts)
        stop = start + len(text[start:at].rstrip())
        if stop > start:
            yield start, stop
        start = at
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def last_place(text: str, low: int, high: int, cuts: tuple[re.Pattern[str], ...]) -> int:
    """The last place in `text[low:high]` behind what one of `cuts` finds, the first that finds any; else `high`."""
    for cut in cuts:
        places = [match.end() for match in cut.finditer(text, low, high)]
        if places:
            return places[-1]
    return high
