"""
ZIP archives: told from the documents that are ZIP archives too, and their files read one by one within one budget.

This is done in the process of `serve`, and never in that of the app.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.errors import FileError, InputError
from analysis.readers.detect import detect
from analysis.readers.draft import MAX_BYTES, Draft
from analysis.readers.office.package import MAX_UNPACKED, document_format, opened, unpack
from analysis.readers.process.session import Session, read_answer
from analysis.readers.read import MAX_ARTICLES, check_size, finished, parse

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

WHAT = "This ZIP archive"
IGNORED_NAMES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What operating systems put into archives by themselves."""

MAX_NAME = 80
"""Characters of a file's name that are shown."""


def read_zip(session: Session, data: bytes, name: str) -> Iterator[dict[str, Any]]:
    """Yield the answer for a document that is a ZIP archive, or those for the files of an archive."""

    session.start("zip")
    try:
        with opened(data, WHAT) as archive:
            form = document_format(archive)
            if form == "zip":
                yield from _read_members(session, archive)
                return
    except InputError as error:
        yield {"answer": "refused", "index": None, "error": str(error), "kind": type(error).__name__}
        return
    session.go_on(form)
    yield read_answer(lambda: finished(parse(data, form), name), session)


def _read_members(session: Session, archive: ZipFile) -> Iterator[dict[str, Any]]:
    """Yield the names of the files, then an answer for each, until the budget of seconds or of bytes is used up."""

    infos = [info for info in archive.infolist() if not info.is_dir() and not is_ignored(info.filename)]
    if len(infos) > MAX_ARTICLES:
        raise FileError(f"{WHAT} holds {len(infos):,} files; up to {MAX_ARTICLES} are read at once.")
    yield {"answer": "listed", "names": [info.filename.rpartition("/")[2][:MAX_NAME] for info in infos]}
    bytes_left = session.request["bytes_left"]
    for index in range(session.request["skip"], len(infos)):
        why = _why_over(session.request["cpu_left"], bytes_left)
        if why:
            yield {"answer": "unread", "index": index, "error": why}
            return
        session.start("zip", index)
        reading = _Member(archive, infos[index], bytes_left, session)
        answer = read_answer(reading.read, session, index)
        bytes_left -= reading.n_bytes
        session.request["cpu_left"] -= answer["seconds"]
        yield answer | {"bytes": reading.n_bytes}


def _why_over(cpu_left: float, bytes_left: int) -> str:
    if cpu_left <= 0:
        return "the files before took all the processor time that one archive is given"
    return f"the files before unpacked to {MAX_UNPACKED:,} bytes, the most of one archive" if bytes_left <= 0 else ""


class _Member:
    """The reading of one file of an archive; `n_bytes` came out of it."""

    def __init__(self, archive: ZipFile, info: ZipInfo, bytes_left: int, session: Session) -> None:
        self._archive = archive
        self._info = info
        self._limit = min(MAX_BYTES, bytes_left)
        self._session = session
        self.n_bytes = 0

    def read(self) -> Draft:
        """The article; raises InputError where it is none."""
        name = self._info.filename.rpartition("/")[2]
        content = unpack(self._archive, self._info, "This file", self._limit, self._count)
        check_size(content)
        form = detect(content, name)
        if form == "zip":
            with opened(content, WHAT) as inner:
                form = document_format(inner)
            if form == "zip":
                raise FileError("An archive inside an archive is not opened.")
        self._session.go_on(form)
        return finished(parse(content, form), name)

    def _count(self, n_bytes: int) -> None:
        self.n_bytes += n_bytes


def is_ignored(name: str) -> bool:
    """Whether a member is an operating system's own note."""
    return name.startswith(IGNORED_NAMES[0]) or name.endswith(IGNORED_NAMES[1:])
