"""The format of a file, from its bytes. A name can lie, and on a link there is none."""

from __future__ import annotations

import re
from typing import NoReturn

from analysis.errors import FileError
from analysis.readers import charsets, signatures

HEAD_BYTES = 8_192
"""How far into a file its format is looked for: past the comments and headers that some pages and mails open with."""

READ = "Articles are read as text, web pages, PDF, Word, ODT, e-mail or ZIP."
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")

PDF_RE = re.compile(rb"%PDF-\d")
PDF_PARTS = (b"endobj", b"startxref")
"""What every PDF document holds; one of them tells a document behind some junk from a text about PDF."""

JSON_RE = re.compile(r'\s*(?:\[\s*)?(?:\{\s*"[^"\n]{0,200}"\s*:|\[\s*"[^"\n]{0,500}"\s*,\s*["\d\[{])')
XML_PIECE_RE = re.compile(r"\s+|<\?[^>]{0,1000}>|<!--(?:[^-]|-(?!->)){0,4000}-->|<!DOCTYPE[^\[<>]{0,500}>")
XML_ROOT_RE = re.compile(r"<([A-Za-z][\w.:-]{0,60})(?=[\s/>])")
HTML_START_RE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I)
HTML_TAG_RE = re.compile(r"</?(?:html|head|body|article|main|section|div|title|meta|h1|h2|p|br|a)\b[^<>]{0,500}>", re.I)
MIN_HTML_TAGS = 4
"""Fewer tags than this in the head of a file are a text about markup, or a text with a stray <br>."""

MAIL_HEADER_RE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:(?:\s|$)|[ \t]+\S|From \S")
MAIL_NAMES = frozenset(
    "from to subject date message-id mime-version received return-path content-type delivered-to sender".split()
)
MIN_MAIL_NAMES = 3
"""A text that opens "Subject: ..." is a text; with three such headers and nothing else before a blank line, a mail."""

MARKDOWN_RES = (
    re.compile(r"^#{1,6} \S", re.M),
    re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}\)"),
    re.compile(r"\*\*[^*\s][^*\n]{0,300}\*\*"),
    re.compile(r"^---\n(?:[\w-]{1,40}:[^\n]{0,500}\n){1,50}---$", re.M),
    re.compile(r"^(?:```|~~~)", re.M),
    re.compile(r"^={3,}$|^> \S", re.M),
)
"""Marks of Markdown; a text with two of them, or with one and a name that ends in .md, is read as Markdown."""


def detect(data: bytes, name: str = "", encoding: str | None = None) -> str:
    """
    Name the format of a file, a key of `draft.FORMATS`: "zip" for every ZIP archive, documents that are one included.

    `encoding` is what the sender said of the text, where there was a sender. No more than the head and the end of the
    file is looked at, and no archive is opened.

    Raises: FileError where it is a known format that is not read, or names an encoding that is none.
    """
    head = data[:HEAD_BYTES]
    if encoding is not None:
        charsets.codec(encoding)
    if PDF_RE.match(head.lstrip(b"\xef\xbb\xbf\r\n\t ")):
        return "pdf"
    if PDF_RE.search(head[:1024]) and any(part in data for part in PDF_PARTS):
        return "pdf"
    if head.startswith(ZIP_MAGICS):
        return "zip"
    if head.startswith(signatures.OLE_MAGIC):
        refuse(*signatures.ole_format(data))
    found = signatures.binary_format(head)
    if found:
        refuse(*found)
    return detect_text(loosely_decoded(head, encoding), loosely_decoded(data[-100:], encoding), name)


def refuse(what: str, advice: str) -> NoReturn:
    """Raise FileError: the file is of a format that is known and not read."""
    if what == "encrypted":
        raise FileError(f"This document is encrypted. {advice}")
    raise FileError(f"This is {what}. {advice} {READ}")


def detect_text(head: str, tail: str, name: str) -> str:
    """Tell the formats apart that are made of characters, by how a file begins and how it ends."""
    text = head.replace("\r\n", "\n").replace("\r", "\n")
    if HTML_START_RE.match(text):
        return "eml" if is_mail(text) else "html"
    if is_mail(text):
        return "eml"
    n_tags = len(HTML_TAG_RE.findall(text))
    refuse_text(text, tail, is_page=n_tags >= MIN_HTML_TAGS)
    if n_tags >= MIN_HTML_TAGS:
        return "html"
    n_marks = sum(bool(pattern.search(text)) for pattern in MARKDOWN_RES)
    return "markdown" if n_marks >= (1 if name.lower().endswith((".md", ".markdown")) else 2) else "text"


def refuse_text(head: str, tail: str, is_page: bool) -> None:
    """Raise FileError where a file of characters is no article; `is_page` says that it has the tags of a web page."""
    for pattern, what, advice in signatures.TEXT_FORMATS:
        if re.match(pattern, head.lstrip()):
            refuse(what, advice)
    if JSON_RE.match(head) and tail.rstrip().endswith(("}", "]")):
        refuse("data (JSON)", signatures.SAVE)
    root, is_declared = xml_root(head)
    is_whole = is_declared or tail.rstrip().endswith(f"</{root}>")
    if root in signatures.XML_ROOTS and (is_whole or not is_page):
        refuse(*signatures.XML_ROOTS[root])
    if root and is_declared and not is_page:
        refuse(f"an XML file (<{root[:40]}>)", signatures.SAVE)


def xml_root(head: str) -> tuple[str, bool]:
    """The name of the element that a file of characters begins with, or "", and whether it calls itself XML."""
    position = 0
    while piece := XML_PIECE_RE.match(head, position):
        position = piece.end()
    root = XML_ROOT_RE.match(head, position)
    return (root[1] if root else ""), head.lstrip().startswith("<?xml")


def is_mail(text: str) -> bool:
    """Whether `text` opens with the headers of an e-mail message and nothing else."""
    lines = text.lstrip("\n").split("\n\n")[0].split("\n")
    names = {line.split(":")[0].lower() for line in lines if ":" in line}
    return len(names & MAIL_NAMES) >= MIN_MAIL_NAMES and all(MAIL_HEADER_RE.match(line) for line in lines[:-1])


def loosely_decoded(piece: bytes, encoding: str | None = None) -> str:
    """A piece of a file as characters that are good enough to see its markup."""
    if piece.startswith((b"\xff\xfe", b"\xfe\xff")):
        return piece[: len(piece) // 2 * 2].decode("utf-16", "replace")
    name = (charsets.codec(encoding) if encoding and not piece.startswith(b"\xef\xbb\xbf") else None) or "utf-8"
    return piece.decode(name, "replace").removeprefix("\ufeff")
