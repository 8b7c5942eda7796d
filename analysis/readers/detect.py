"""The format of a file, from its bytes. A name can lie, and on a link there is none."""

from __future__ import annotations

import re
from io import BytesIO

from analysis.errors import FileError

HEAD_BYTES = 8_192
"""How far into a file its format is looked for: past the comments and headers that some pages and mails open with."""

REFUSED = (
    (b"{\\rtf", "a rich text (RTF) file. Save it as .docx or .txt"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a gzip archive. Unpack it, or make a ZIP archive of the articles"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive. Unpack it, or make a ZIP archive of the articles"),
    (b"Rar!\x1a\x07", "a RAR archive. Unpack it, or make a ZIP archive of the articles"),
    (b"BZh", "a bzip2 archive. Unpack it, or make a ZIP archive of the articles"),
    (b"\xfd7zXZ\x00", "an xz archive. Unpack it, or make a ZIP archive of the articles"),
    (b"MZ\x90", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"%!PS", "a PostScript file. Save it as PDF or .txt"),
)
"""How files begin that people choose by mistake, with what to say of them."""

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")

PDF_RE = re.compile(rb"%PDF-\d")
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


def detect(data: bytes, name: str = "") -> str:
    """
    Name the format of a file: a key of `draft.FORMATS`.

    Raises: FileError where it is a known format that is not read.
    """
    head = data[:HEAD_BYTES]
    if PDF_RE.search(head[:1024]):
        return "pdf"
    if head.startswith(ZIP_MAGICS):
        return detect_package(data)
    if head.startswith(OLE_MAGIC):
        raise FileError(_refuse_office(data))
    for magic, what in REFUSED:
        if head.startswith(magic):
            raise FileError(f"This is {what}; articles are read as text, web pages, PDF, Word, ODT, e-mail or ZIP.")
    return detect_text(head, name)


def detect_text(head: bytes, name: str) -> str:
    """Tell the formats apart that are made of characters."""
    text = loosely_decoded(head).replace("\r\n", "\n")
    if HTML_START_RE.match(text) or len(HTML_TAG_RE.findall(text)) >= MIN_HTML_TAGS:
        return "eml" if is_mail(text) else "html"
    if is_mail(text):
        return "eml"
    n_marks = sum(bool(pattern.search(text)) for pattern in MARKDOWN_RES)
    return "markdown" if n_marks >= (1 if name.lower().endswith((".md", ".markdown")) else 2) else "text"


def is_mail(text: str) -> bool:
    """Whether `text` opens with the headers of an e-mail message and nothing else."""
    lines = text.lstrip("\n").split("\n\n")[0].split("\n")
    names = {line.split(":")[0].lower() for line in lines if ":" in line}
    return len(names & MAIL_NAMES) >= MIN_MAIL_NAMES and all(MAIL_HEADER_RE.match(line) for line in lines[:-1])


def detect_package(data: bytes) -> str:
    """Tell documents that are ZIP archives of XML from archives of documents."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise FileError("This ZIP archive, or the document saved as one, is damaged and cannot be opened.") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names):
        return "odt"
    for part, what in (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("META-INF/container.xml", "an e-book")):
        if any(name.startswith(part) for name in names):
            raise FileError(f"This is {what}. Save its text as .txt, .docx or PDF and try again.")
    return "zip"


def loosely_decoded(head: bytes) -> str:
    """The head of a file as characters that are good enough to see its markup."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _refuse_office(data: bytes) -> str:
    if ENCRYPTED_OFFICE in data:
        return "This document is encrypted. Save it without a password and try again."
    return "This is a file of an old office program (.doc, .xls or .msg). Save it as .docx or PDF and try again."
