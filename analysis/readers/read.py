"""
One entry for every file: decide what it is, have it read where it can do no harm, say what looks doubtful.

Plain text is read at once. Everything else is read in a process of its own (see `worker`), which is ended when it
takes too long or too much memory: no parser is proof against every file that was built to break it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.errors import FileError, InputError
from analysis.readers.detect import detect
from analysis.readers.draft import MAX_BYTES, Draft

MAX_ARTICLES = 50
"""Articles read from one archive: as many as a session holds."""

IN_PROCESS = frozenset({"text", "markdown"})
"""Formats whose readers take time and memory in proportion to the file, whatever is in it."""

IGNORED_NAMES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What operating systems put into archives by themselves."""


def read(data: bytes, name: str = "") -> list[Draft]:
    """
    Read a file of any known format.

    Args:
        data: the bytes of the file.
        name: the file's name, where there is one. It is shown, never opened, and does not decide on the format.

    Returns: the article it holds, in a list; of a ZIP archive, each of its articles in the archive's order.

    Raises:
        FileError: the file is damaged, encrypted, built to do harm, of a format that is not read, or holds no text.
        InputError: it is empty, too large (MAX_BYTES), or has more than MAX_WORDS words.
    """
    check_size(data)
    form = detect(data, name)
    if form == "zip":
        return list(_read_archive(data))
    if form in IN_PROCESS:
        return [finished(parse(data, form), name)]
    from analysis.readers.worker import Worker

    with Worker() as worker:
        return [finished(worker.parse(data, form), name)]


def check_size(data: bytes) -> None:
    """Raise InputError where there are too few or too many bytes."""
    if not data.strip():
        raise InputError("The file is empty. Give an article of at least one word.")
    if len(data) > MAX_BYTES:
        raise InputError(f"The file has {len(data):,} bytes; up to {MAX_BYTES:,} are read.")


def parse(data: bytes, form: str) -> Draft:
    """What the reader of a format makes of the bytes, here and now."""
    if form == "text":
        from analysis.readers.plain import read_text as reader
    elif form == "markdown":
        from analysis.readers.markdown import read_markdown as reader
    elif form == "html":
        from analysis.readers.html import read_html as reader
    elif form == "pdf":
        from analysis.readers.pdf import read_pdf as reader
    elif form == "docx":
        from analysis.readers.docx import read_docx as reader
    elif form == "odt":
        from analysis.readers.odt import read_odt as reader
    else:
        from analysis.readers.mail import read_mail as reader
    return reader(data)


def finished(draft: Draft, name: str) -> Draft:
    """A reader's draft with what every draft gets: a source, a text that can be analysed, warnings."""
    from analysis.pipeline import check_text
    from analysis.readers.doubts import find_doubts

    draft = replace(draft, text=check_text(draft.text), source=draft.source or name or None)
    return replace(draft, warnings=draft.warnings + find_doubts(draft))


def _read_archive(data: bytes) -> Iterator[Draft]:
    """
    Yield the articles of a ZIP archive.

    A member that cannot be read becomes the warning of the article before or after it, so that one damaged file does
    not cost the others; where no member can be read, the archive is refused with the first reason.
    """
    members = list(_members(data))
    drafts: list[Draft] = []
    failures: list[str] = []
    from analysis.readers.worker import Worker

    with Worker() as worker:
        for name, content in members:
            try:
                check_size(content)
                form = detect(content, name)
                if form == "zip":
                    raise FileError("An archive inside an archive is not opened.")
                draft = parse(content, form) if form in IN_PROCESS else worker.parse(content, form)
                drafts.append(finished(draft, name.rpartition("/")[2]))
            except InputError as error:
                failures.append(f'"{name[:80]}" was left out: {error}')
    if not drafts:
        raise FileError(f"Nothing in this ZIP archive could be read. {failures[0] if failures else 'It is empty.'}")
    drafts[0] = replace(drafts[0], warnings=(*drafts[0].warnings, *failures))
    yield from drafts


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files in an archive; their sum is bounded, not only each of them."""
    from analysis.readers.package import MAX_UNPACKED, opened, unpack

    what = "This ZIP archive"
    left = MAX_UNPACKED
    with opened(data, what) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not is_ignored(info.filename)]
        if len(infos) > MAX_ARTICLES:
            raise FileError(f"{what} holds {len(infos):,} files; up to {MAX_ARTICLES} are read at once.")
        for info in infos:
            content = unpack(archive, info, what, left)
            left -= len(content)
            yield info.filename, content


def is_ignored(name: str) -> bool:
    """Whether a member is an operating system's own note."""
    return name.startswith(IGNORED_NAMES[0]) or name.endswith(IGNORED_NAMES[1:])
