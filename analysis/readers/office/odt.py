"""
OpenDocument texts: the text of their body, in order, without notes, comments and deleted text.

Source: OASIS Open Document Format 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.errors import FileError
from analysis.readers.draft import Draft
from analysis.readers.office.package import opened, parse_xml, unpack

WHAT = "This OpenDocument text"

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
STYLE_NAME = f"{TEXT}style-name"

PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
SKIPPED = frozenset({f"{TEXT}note", f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}sequence-decls"})
BREAKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
MAX_SPACES = 1_000
"""A run of spaces is stored as a number; no honest text has more than a line of them."""


def read_odt(data: bytes) -> Draft:
    """
    Read an OpenDocument text; its title is the paragraph in the style "Title", or a first paragraph that is a heading.

    Raises: FileError where it is damaged or encrypted, unpacks to too much, has no text or is no text document.
    """
    with opened(data, WHAT) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names:
            manifest = parse_xml(_without_doctype(unpack(archive, "META-INF/manifest.xml", WHAT)), WHAT)
            if next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
                raise FileError(f"{WHAT} is encrypted. Save it without a password and try again.")
        root = parse_xml(unpack(archive, "content.xml", WHAT), WHAT)
        author = _author(unpack(archive, "meta.xml", WHAT)) if "meta.xml" in names else None
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise FileError("This OpenDocument file is no text but a spreadsheet, a drawing or a presentation.")
    paragraphs = [(element, text) for element in _paragraphs(body) if (text := "".join(_pieces(element)).strip())]
    if not paragraphs:
        raise FileError(f"{WHAT} holds no text.")
    return Draft("\n\n".join(text for _, text in paragraphs), title=_title(paragraphs), author=author, format="odt")


def _paragraphs(body: Element) -> Iterator[Element]:
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in PARAGRAPHS:
            yield element
        elif element.tag not in SKIPPED:
            waiting.extend(reversed(element))


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield the characters of a paragraph. White space is collapsed in the file; what counts has elements."""
    waiting: list[Element | str] = [paragraph]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        if item.tag in BREAKS:
            yield BREAKS[item.tag]
        elif item.tag == f"{TEXT}s":
            count = item.get(f"{TEXT}c", "1")
            yield " " * min(int(count) if count.isascii() and count.isdigit() else 1, MAX_SPACES)
        elif item.tag not in SKIPPED:
            for child in reversed(item):
                waiting.append(" ".join(f".{child.tail or ''}.".split())[1:-1])
                waiting.append(child)
            waiting.append(" ".join(f".{item.text or ''}.".split())[1:-1])


def _title(paragraphs: list[tuple[Element, str]]) -> str | None:
    for element, text in paragraphs:
        if element.get(STYLE_NAME, "").lower() == "title":
            return " ".join(text.split())
    first, text = paragraphs[0]
    return " ".join(text.split()) if first.tag == f"{TEXT}h" else None


def _author(meta: bytes) -> str | None:
    try:
        root = parse_xml(meta, WHAT)
    except FileError:
        return None
    return " ".join((root.findtext(f".//{CREATOR}") or "").split()) or None


def _without_doctype(manifest: bytes) -> bytes:
    """Drop the document type that OpenOffice wrote into manifests; it declares nothing."""
    import re

    return re.sub(rb"<!DOCTYPE manifest:manifest[^\[\]<>]{0,300}>", b"", manifest, count=1)
