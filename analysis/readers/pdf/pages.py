"""
PDF documents with text: columns in reading order, words whole again, running headers and page numbers left out.

The library is PDFium, which reads every PDF that Chromium reads. It gives characters with their places; what is a
line, a column or a paragraph is decided in `pdf_layout` and `pdf_lines`.
"""

from __future__ import annotations

import ctypes
from typing import Any

from analysis.errors import FileError
from analysis.readers.draft import Draft
from analysis.readers.pdf.layout import Line, in_reading_order
from analysis.readers.pdf.lines import find_title, joined, without_running_lines

MAX_PAGES = 600
"""The longest document, in pages: MAX_WORDS words of a book."""

MAX_CHARS = 2_000_000
"""Characters read of one document, a third more than MAX_WORDS words have."""

WORD_GAP = 1.6
"""A gap within a line wider than this, in font sizes, parts two columns; justified text stretches to about 1.2."""

HYPHEN_AT_END = 0x02
"""What PDFium writes in place of a hyphen and the end of its line."""

PASSWORD = 4
"""PDFium's number for a document that wants a password (FPDF_ERR_PASSWORD)."""

WHAT = "This PDF document"


def read_pdf(data: bytes) -> Draft:
    """
    Read a PDF document; its title is what stands in the largest letters on the first page.

    Raises: FileError where it is damaged, encrypted or too long, or has no text (a scan).
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
            raise FileError(f"{WHAT} is encrypted. Save it without a password and try again.") from error
        raise FileError(f"{WHAT} is damaged and cannot be opened.") from error
    try:
        if len(document) > MAX_PAGES:
            raise FileError(f"{WHAT} has {len(document):,} pages; up to {MAX_PAGES} are read.")
        pages, heights, n_damaged = _pages(document, pdfium)
    finally:
        document.close()
    body = [in_reading_order(lines) for lines in without_running_lines(pages, heights)]
    text = joined(body)
    if not text:
        raise FileError(f"{WHAT} holds no text; it may be a scan. Have its text recognised first (OCR).")
    warnings = (f"Pages that could not be read: {n_damaged} of {len(pages)}.",) if n_damaged else ()
    return Draft(text, title=find_title(body), format="pdf", warnings=warnings)


def _pages(document: Any, pdfium: Any) -> tuple[list[list[Line]], list[float], int]:
    """The lines and the height of each page, and how many pages are damaged; a damaged page has no lines."""
    pages: list[list[Line]] = []
    heights: list[float] = []
    n_chars = n_damaged = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            n_damaged += 1
            pages.append([])
            heights.append(0.0)
            continue
        n_chars += text_page.count_chars()
        if n_chars > MAX_CHARS:
            raise FileError(f"{WHAT} has more than {MAX_CHARS:,} characters. It is not read.")
        heights.append(page.get_height())
        pages.append(_lines(text_page, heights[-1]))
        text_page.close()
        page.close()
    return pages, heights, n_damaged


def _lines(text_page: Any, height: float) -> list[Line]:
    """
    The lines of a page in the order of the file; y grows downwards, from the top of the page, in points.

    PDFium ends a line with carriage return and line feed, or with a mark where a hyphen ends it; a line that holds
    two columns is cut at the wide gap.
    """
    from pypdfium2 import raw

    handle, n_chars = text_page.raw, text_page.count_chars()
    codes = [raw.FPDFText_GetUnicode(handle, index) for index in range(n_chars)]
    lines: list[Line] = []
    start = 0
    for index in range(n_chars + 1):
        if index == n_chars or codes[index] in (0x0A, 0x0D):
            lines += _cut(handle, codes, start, index, height, raw)
            start = index + 1
        elif codes[index] == HYPHEN_AT_END:
            lines += _cut(handle, codes, start, index + 1, height, raw)
            start = index + 1
    return lines


def _cut(handle: Any, codes: list[int], start: int, end: int, height: float, raw: Any) -> list[Line]:
    """The one or more lines that the characters `[start, end)` make."""
    pieces: list[Line] = []
    while start < end and codes[start] in (0x20, 0xA0):
        start += 1
    while end > start and codes[end - 1] in (0x20, 0xA0):
        end -= 1
    first = start
    bottom, top = _extent(handle, start, raw) if start < end else (0.0, 0.0)
    for index in range(start, end):
        if codes[index] == 0x20 and index > first and codes[index + 1] != 0x20:
            before, after = _box(handle, index - 1, raw), _box(handle, index + 1, raw)
            if after[0] - before[1] > WORD_GAP * (top - bottom) or after[1] < before[0]:
                pieces += _line(handle, codes, first, index, height, raw)
                first = index + 1
    return pieces + _line(handle, codes, first, end, height, raw)


def _line(handle: Any, codes: list[int], start: int, end: int, height: float, raw: Any) -> list[Line]:
    text = "".join(_character(code) for code in codes[start:end]).strip()
    if not text:
        return []
    while codes[start] in (0x20, 0xA0):
        start += 1
    left, right = _box(handle, start, raw)[0], _box(handle, end - 1, raw)[1]
    bottom, top = _extent(handle, start, raw)
    return [Line(text, left, max(left, right), height - top, height - bottom, round(max(1.0, top - bottom), 1))]


def _character(code: int) -> str:
    """A character as text, a hyphen that may not be part of its word as a soft one."""
    if code in (HYPHEN_AT_END, 0xAD, 0xFFFE):
        return "\N{SOFT HYPHEN}"
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return LIGATURES.get(code) or chr(code)


LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
"""Typesetters' joined letters, which no dictionary has."""


def _box(handle: Any, index: int, raw: Any) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character, in points from the lower left corner of the page."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _extent(handle: Any, index: int, raw: Any) -> tuple[float, float]:
    """The bottom and top of a line at a character: those of its font, which are the same for "a" and for "T"."""
    rect = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(handle, index, rect):
        return min(float(rect.bottom), float(rect.top)), max(float(rect.bottom), float(rect.top))
    _, _, bottom, top = _box(handle, index, raw)
    return bottom, top
