"""
ZIP archives, opened without trust: of articles, and of the parts of a Word or OpenDocument file.

Nothing is ever written to disk, so a member's name cannot lead anywhere; names that try are refused all the same,
because an archive that holds one was not made by an honest program. Sizes in the directory can lie: what counts is
what comes out, and unpacking stops at the limit.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from analysis.errors import FileError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_MEMBERS = 2_000
"""Entries an archive may have. A Word file with a picture on each of its 200 pages has some 250."""

MAX_UNPACKED = 25_000_000
"""Bytes that may come out of one archive in all: five times the largest file. A 5 MB bomb makes 5 GB."""

MAX_TAGS = 1_500_000
"""Tags an XML part may have; a Word file of MAX_WORDS words in which every word is formatted has about 1,200,000."""

CHUNK = 65_536
DRIVE_RE = re.compile(r"[A-Za-z]:")


@contextmanager
def opened(data: bytes, what: str) -> Iterator[ZipFile]:
    """
    Open an archive, after a look at its directory; `what` names it in errors ("This Word document").

    Raises: FileError where it is damaged, has too many members or one with a name that leads out of it.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise FileError(f"{what} has {len(members):,} parts; up to {MAX_MEMBERS:,} are read.")
            for member in members:
                check_name(member.filename, what)
            yield archive
    except (BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise FileError(f"{what} is damaged and cannot be opened.") from error


def check_name(name: str, what: str) -> None:
    """Raise FileError where a member's name is absolute or climbs out of the archive."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or DRIVE_RE.match(name) or ".." in parts or "\x00" in name:
        raise FileError(f"{what} holds a part named {name[:80]!r}, which leads out of it. It is not read.")


def unpack(archive: ZipFile, member: ZipInfo | str, what: str, limit: int = MAX_UNPACKED) -> bytes:
    """
    The bytes of one member, `limit` at the most.

    Raises: FileError where it is encrypted or larger than `limit`; KeyError where no such member exists.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & 0x1:
        raise FileError(f"{what} is encrypted. Save it without a password and try again.")
    pieces, size = [], 0
    with archive.open(info) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise FileError(f"{what} unpacks to more than {limit:,} bytes. It is not read.")
            pieces.append(piece)
    return b"".join(pieces)


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
