"""Lines in reading order into paragraphs: without running lines, with words whole, with the headline found."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from analysis.readers.pdf.layout import Line

MARGIN = 3
"""How many lines at the top and the bottom of a page may be running lines."""

MIN_REPEATS = 2
REPEATS_SHARE = 0.3
"""A line is a running one where it stands on this share of the pages; odd and even pages often differ."""

EDGE = 0.06
"""The share of a page's height at its top and bottom where no text of an article stands: 50 of 842 points."""

MAX_EDGE_WORDS = 12

PARAGRAPH_GAP = 1.45
"""A step from line to line this many times the usual one begins a paragraph."""

INDENT = 0.7
"""A first line is set in by at least this many letter heights; typesetters use 1 to 2."""

SHORT_LINE = 0.82
"""A line that ends before this share of the column's width may end a paragraph."""

TITLE_SIZE = 1.2
"""A headline's letters are at least this many times as high as the text's."""

MAX_TITLE_WORDS = 40

PAGE_NUMBER_RE = re.compile(r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
TERMINAL_RE = re.compile(r"[.!?…:][\"'”’»)\]]*$")
HYPHENS = "-\u2010\N{SOFT HYPHEN}"
LAST_PART_RE = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
FIRST_PART_RE = re.compile(r"[^\W\d_]+")
WORD_RE = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def without_running_lines(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """
    The pages without the lines that repeat at their tops and bottoms, and without page numbers there.

    On the only page of a document nothing repeats; there a short line at the very edge goes. `heights` in points.
    """
    counts = Counter(key for lines in pages for key in {_shape(line) for line in _margins(lines)})
    needed = max(MIN_REPEATS, REPEATS_SHARE * len(pages))
    kept = []
    for lines, height in zip(pages, heights, strict=True):
        running = {
            line
            for line in _margins(lines)
            if counts[_shape(line)] >= needed
            or PAGE_NUMBER_RE.fullmatch(line.text)
            or (len(pages) == 1 and _is_at_edge(line, lines, height))
        }
        kept.append(_peeled(_peeled(lines, running, 1), running, -1))
    return kept


def _peeled(lines: list[Line], running: set[Line], step: int) -> list[Line]:
    """The lines without the running ones at the top (step 1) or the bottom (-1): what stands further in is text."""
    out = set()
    for top in sorted({round(line.top) for line in lines})[::step]:
        row = {line for line in lines if round(line.top) == top}
        if not row <= running:
            break
        out |= row
    return [line for line in lines if line not in out]


def _margins(lines: list[Line]) -> set[Line]:
    """The lines that stand at the top and the bottom of a page; lines side by side count once."""
    tops = sorted({round(line.top) for line in lines})
    n_lines = MARGIN if len(tops) > MARGIN else 1
    outer = set(tops[:n_lines] + tops[-n_lines:])
    return {line for line in lines if round(line.top) in outer}


def _is_at_edge(line: Line, lines: list[Line], height: float) -> bool:
    """Whether a short line that is no headline stands at the edge of the page, with white space around it."""
    others = [other for other in lines if other.bottom <= line.top or other.top >= line.bottom]
    distance = min((max(other.top - line.bottom, line.top - other.bottom) for other in others), default=0.0)
    sizes = [other.size for other in lines]
    return (
        (line.bottom < EDGE * height or line.top > (1 - EDGE) * height)
        and len(line.text.split()) <= MAX_EDGE_WORDS
        and (line.size <= 1.1 * median(sizes) or line.size < 0.95 * max(sizes))
        and distance > line.size
    )


def _shape(line: Line) -> str:
    """A line with its figures blurred: "Page 3 of 7" is the same line on every page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def joined(pages: list[list[list[Line]]]) -> str:
    """The text of columns in reading order: lines into paragraphs, paragraphs parted by blank lines."""
    columns = [column for page in pages for column in page]
    vocabulary = Counter(
        word.lower()
        for column in columns
        for line in column
        for word in WORD_RE.findall(line.text.removesuffix(line.text[-1]) if line.text[-1] in HYPHENS else line.text)
    )
    paragraphs: list[list[Line]] = []
    for column in columns:
        for number, paragraph in enumerate(_paragraphs(column)):
            if number == 0 and paragraphs and _goes_on(paragraphs[-1][-1], paragraph[0], column):
                paragraphs[-1] += paragraph
            else:
                paragraphs.append(paragraph)
    return "\n\n".join(_join([line.text for line in paragraph], vocabulary) for paragraph in paragraphs)


def _paragraphs(column: list[Line]) -> list[list[Line]]:
    """Cut a column where a gap, an indent, another letter height or a short last line says so."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    steps = [below.top - above.top for above, below in pairwise(column) if below.top > above.top]
    usual = _usual_step(column, steps)
    paragraphs: list[list[Line]] = []
    for line in column:
        if paragraphs and not _begins(paragraphs[-1][-1], line, left, right, usual):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _usual_step(column: list[Line], steps: list[float]) -> float:
    """
    The step from line to line within a paragraph: the tenth part of all steps are smaller.

    Where even these are wide, the text is set with wide lines, or every paragraph is one line; lines that nearly all
    end sentences tell.
    """
    if not steps:
        return 0.0
    usual, size = sorted(steps)[len(steps) // 10], median(line.size for line in column)
    n_ends = sum(bool(TERMINAL_RE.search(line.text)) for line in column)
    return size if usual > 1.4 * size and n_ends > 0.6 * len(column) else usual


def _begins(above: Line, line: Line, left: float, right: float, usual: float) -> bool:
    """Whether `line` begins a paragraph."""
    step = line.top - above.top
    if abs(line.size - above.size) > 0.15 * max(line.size, above.size):
        return True
    if step > PARAGRAPH_GAP * max(usual, 0.9 * line.size) or step < -line.size:
        return True
    ends = bool(TERMINAL_RE.search(above.text))
    is_short = above.right - left < SHORT_LINE * (right - left)
    is_set_in = line.left - left > INDENT * line.size and above.left - left < INDENT * line.size
    return (ends and is_short) or (is_set_in and (ends or is_short))


def _goes_on(last: Line, first: Line, column: list[Line]) -> bool:
    """Whether the first line of a column goes on with the paragraph that the column before it ended in."""
    if abs(last.size - first.size) > 0.15 * max(last.size, first.size):
        return False
    if last.text[-1] in HYPHENS or first.text[:1].islower():
        return True
    is_set_in = first.left - min(line.left for line in column) > INDENT * first.size
    return not TERMINAL_RE.search(last.text) and not is_set_in and last.text[-1] not in '”"'


def _join(lines: list[str], vocabulary: Counter[str]) -> str:
    """Join the lines of a paragraph, and the words that were cut at their ends."""
    text = lines[0]
    for line in lines[1:]:
        found, follows = LAST_PART_RE.search(text[-60:]), FIRST_PART_RE.match(line)
        if not found or not follows:
            text += ("" if text[-1:] in HYPHENS else " ") + line
        elif _is_cut(found[1], follows[0], vocabulary):
            text = text[:-1] + line
        else:
            text = text[:-1] + "-" + line
    return text.replace("\N{SOFT HYPHEN}", "")


def _is_cut(first: str, second: str, vocabulary: Counter[str]) -> bool:
    """Whether a hyphen at a line end stands in a word that has none elsewhere ("govern-ment", not "well-known")."""
    whole, parted = (first + second).lower(), f"{first}-{second}".lower()
    if vocabulary[whole] != vocabulary[parted]:
        return vocabulary[whole] > vocabulary[parted]
    return second[:1].islower()


def find_title(pages: list[list[list[Line]]]) -> str | None:
    """What stands in the largest letters on the first page, where they are larger than the text's and few enough."""
    lines = [line for column in (pages[0] if pages else []) for line in column]
    if not lines:
        return None
    usual = median(line.size for line in lines for _ in line.text.split())
    largest = max(line.size for line in lines)
    words = " ".join(line.text for line in lines if line.size >= 0.95 * largest).split()
    return " ".join(words) if largest >= TITLE_SIZE * usual and len(words) <= MAX_TITLE_WORDS else None
