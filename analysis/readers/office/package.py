"""
ZIP archives, opened without trust: of articles, and of the parts of a Word or OpenDocument file.

Nothing is ever written to disk, so a member's name cannot lead anywhere; names that try are refused all the same,
because an archive that holds one was not made by an honest program. Sizes in the directory can lie: what counts is
what comes out, and unpacking stops at the limit.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from analysis.errors import FileError
from analysis.readers.detect import refuse
from analysis.readers.signatures import package_format

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_MEMBERS = 2_000
"""Entries an archive may have. A Word file with a picture on each of its 200 pages has some 250."""

MAX_UNPACKED = 25_000_000
"""Bytes that may come out of one archive in all: five times the largest file. A 5 MB bomb makes 5 GB."""

MAX_TAGS = 1_500_000
"""Tags an XML part may have; a Word file of MAX_WORDS words in which every word is formatted has about 1,200,000."""

MAX_MEDIA_TYPE = 1_000
"""Bytes of the part that says which OpenDocument it is ("application/vnd.oasis.opendocument.text")."""

METHODS = frozenset({0, 8})
"""Ways of packing that are read: stored and deflated. Python unpacks the others without a limit on what comes out."""

METHOD_NAMES = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd", 99: "AES encryption"}
DIRECTORY_ENTRY = b"PK\x01\x02"
CHUNK = 65_536
DRIVE_RE = re.compile(r"[A-Za-z]:")


@contextmanager
def opened(data: bytes, what: str) -> Iterator[ZipFile]:
    """
    Open an archive, after a look at its directory; `what` names it in errors ("This Word document").

    Raises: FileError where it is damaged, has too many members or one with a name that leads out of it.
    """
    from zipfile import ZipFile

    # Counted before the directory is read, since what is made of each entry takes twenty times its bytes.
    n_entries = data.count(DIRECTORY_ENTRY)
    if n_entries > MAX_MEMBERS:
        raise FileError(f"{what} has {n_entries:,} parts; up to {MAX_MEMBERS:,} are read.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                check_name(member.filename, what)
            yield archive
    except damages() as error:
        raise FileError(f"{what} is damaged and cannot be opened.") from error


def document_format(archive: ZipFile) -> str:
    """
    Tell documents that are ZIP archives of XML from archives of documents: "docx", "odt" or "zip".

    Raises: FileError where it is a document or a program that is not read.
    """
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "docx"
    media_type = ""
    if "mimetype" in names:
        with suppress(FileError):
            media_type = unpack(archive, "mimetype", "This document", MAX_MEDIA_TYPE).decode("ascii", "replace")
    found = package_format(names, media_type)
    if found:
        refuse(*found)
    is_odt = "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names)
    return "odt" if is_odt else "zip"


def check_name(name: str, what: str) -> None:
    """Raise FileError where a member's name is absolute or climbs out of the archive."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or DRIVE_RE.match(name) or ".." in parts or "\x00" in name:
        raise FileError(f"{what} holds a part named {name[:80]!r}, which leads out of it. It is not read.")


def unpack(
    archive: ZipFile,
    member: ZipInfo | str,
    what: str,
    limit: int = MAX_UNPACKED,
    count: Callable[[int], None] = lambda _: None,
) -> bytes:
    """
    The bytes of one member, `limit` at the most; `count` is told of each piece that comes out.

    Raises: FileError where it is encrypted, packed in an unusual way, damaged or larger than `limit`; KeyError where
        no such member exists.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & 0x1:
        raise FileError(f"{what} is encrypted. Save it without a password and try again.")
    if info.compress_type not in METHODS:
        method = METHOD_NAMES.get(info.compress_type, f"method {info.compress_type}")
        raise FileError(f"{what} is packed with {method}, which is not read. Pack it again as a usual ZIP (Deflate).")
    pieces, size = [], 0
    try:
        with archive.open(info) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                count(len(piece))
                if size > limit:
                    raise FileError(f"{what} unpacks to more than {limit:,} bytes. It is not read.")
                pieces.append(piece)
    except damages() as error:
        raise FileError(f"{what} is damaged and cannot be unpacked.") from error
    return b"".join(pieces)


def damages() -> tuple[type[Exception], ...]:
    """What Python raises for a damaged archive."""
    from zipfile import BadZipFile

    return (BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError)


def parse_xml(data: bytes, what: str) -> Element:
    """
    The root of an XML part.

    Raises: FileError where it is damaged, or declares entities: no office program does, and a few of them can
        stand for gigabytes.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if data.count(b"<") > MAX_TAGS:
        raise FileError(f"{what} has more than {MAX_TAGS:,} XML tags. It is not read.")
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise FileError(f"{what} declares XML entities, as attacks do. It is not read.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileError(f"{what} is damaged: one of its parts is not XML.") from error
    return root
