"""
Word documents: the text of their body, in order.

Left out: deleted text of tracked changes, field codes, headers, footers, notes and comments, and the second copy
that Word keeps of a text box for old programs. A table is read cell by cell.
Source: ECMA-376, part 1, section 17 (WordprocessingML).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from analysis.errors import FileError
from analysis.readers.draft import Draft
from analysis.readers.office.package import opened, parse_xml, unpack

if TYPE_CHECKING:
    from zipfile import ZipFile

WHAT = "This Word document"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The namespace of files that Word saves as "Strict Open XML Document"."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr"})
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
TITLE_STYLES = frozenset({"title", "headline"})
HEADING_STYLES = frozenset({"heading1", "heading 1"})

NO_AUTHORS = frozenset({"", "python-docx", "user", "admin", "microsoft office user", "windows user", "un-named"})
"""What programs write as the author of a document when they know none."""


def read_docx(data: bytes) -> Draft:
    """
    Read a Word document; its title is the paragraph in the style "Title", or a first paragraph in "Heading 1".

    Raises: FileError where it is damaged or encrypted, unpacks to too much or has no text.
    """
    with opened(data, WHAT) as archive:
        try:
            root = parse_xml(unpack(archive, "word/document.xml", WHAT), WHAT)
        except KeyError as error:
            raise FileError(f"{WHAT} is damaged: it has no text part.") from error
        author = _author(archive)
    paragraphs = [(style, text) for style, text in _paragraphs(root) if text]
    if not paragraphs:
        raise FileError(f"{WHAT} holds no text.")
    return Draft("\n\n".join(text for _, text in paragraphs), title=_title(paragraphs), author=author, format="docx")


def _paragraphs(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of each paragraph; one inside another (a text box) follows it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _local(element) != "p":
            waiting.extend(child for child in reversed(element) if child.tag != FALLBACK)
            continue
        pieces: list[str] = []
        boxes: list[Element] = []
        _collect(element, pieces, boxes)
        yield _style(element), "".join(pieces).strip()
        waiting.extend(reversed(boxes))


def _collect(paragraph: Element, pieces: list[str], boxes: list[Element]) -> None:
    """Add the paragraph's own text to `pieces`, and the text boxes that hang on it to `boxes`."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = _local(element)
        if name == "txbxContent":
            boxes.append(element)
        elif name == "t":
            pieces.append(element.text or "")
        elif name in BREAKS:
            pieces.append(BREAKS[name])
        elif name not in SKIPPED and element.tag != FALLBACK:
            waiting.extend(reversed(element))


def _style(paragraph: Element) -> str:
    for space in (W, STRICT_W):
        style = paragraph.find(f"{space}pPr/{space}pStyle")
        if style is not None:
            return (style.get(f"{space}val") or "").lower()
    return ""


def _title(paragraphs: list[tuple[str, str]]) -> str | None:
    for style, text in paragraphs:
        if style in TITLE_STYLES:
            return " ".join(text.split())
    style, text = paragraphs[0]
    return " ".join(text.split()) if style in HEADING_STYLES else None


def _author(archive: ZipFile) -> str | None:
    """The author of the document as its properties name it; properties that cannot be read name none."""
    try:
        root = parse_xml(unpack(archive, "docProps/core.xml", WHAT), WHAT)
    except (KeyError, FileError):
        return None
    author = " ".join((root.findtext(CREATOR) or "").split())
    return author if author.lower() not in NO_AUTHORS else None


def _local(element: Element) -> str:
    """The name of a WordprocessingML element, or "" of an element of another vocabulary."""
    for space in (W, STRICT_W):
        if element.tag.startswith(space):
            return element.tag.removeprefix(space)
    return ""
