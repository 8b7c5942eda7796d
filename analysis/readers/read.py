"""
One entry for every file: decide what it is, have it read where it can do no harm, say what looks doubtful.

Plain text in Unicode is read at once. Everything else is read in a process of its own (see `worker`), which is ended
when it takes too long or too much memory: no parser is proof against every file that was built to break it.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.errors import InputError
from analysis.readers.detect import detect
from analysis.readers.draft import MAX_BYTES, Draft

MAX_ARTICLES = 50
"""Articles read from one archive: as many as a session holds."""

UNICODE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8"))
"""Byte order marks and the encodings that a text is decoded from at once."""

MAX_FIELD_CHARS = 1_000
"""Characters of a title, an author or a source; the longest headlines have some 200."""


def read(data: bytes, name: str = "", encoding: str | None = None) -> list[Draft]:
    """
    Read a file of any known format.

    Args:
        data: the bytes of the file.
        name: the file's name, where there is one. It is shown, never opened, and does not decide on the format.
        encoding: what the sender said that a text is encoded in, where there was a sender (a website).

    Returns: the article it holds, in a list; of a ZIP archive, each of its articles in the archive's order.

    Raises:
        FileError: the file is damaged, encrypted, built to do harm, of a format that is not read, or holds no text.
        InputError: it is empty, too large (MAX_BYTES), or has more than MAX_WORDS words; or too many are being read.
    """
    check_size(data)
    form = detect(data, name, encoding)
    if form == "text" and encoding is None:
        text = unicode_text(data)
        if text is not None:
            return [finished(Draft(text), name)]
    from analysis.readers.process.worker import READINGS, Worker

    with READINGS.one(), Worker() as worker:
        return worker.read(data, form, name, encoding)


def unicode_text(data: bytes) -> str | None:
    """The text of a file in Unicode, which takes time and memory in proportion to the file; None of any other."""
    from analysis.readers.plain import read_text

    codec = next(codec for mark, codec in UNICODE if data.startswith(mark))
    try:
        data.decode(codec)
    except UnicodeError:
        return None
    return read_text(data).text


def check_size(data: bytes) -> None:
    """Raise InputError where there are too few or too many bytes."""
    if not data.strip():
        raise InputError("The file is empty. Give an article of at least one word.")
    if len(data) > MAX_BYTES:
        raise InputError(f"The file has {len(data):,} bytes; up to {MAX_BYTES:,} are read.")


def parse(data: bytes, form: str, encoding: str | None = None) -> Draft:
    """
    What the reader of a format makes of the bytes, here and now: only the process of `serve` asks for it.

    `encoding` is what the sender of a text said, where there was one; formats that say it themselves ignore it.
    """
    if form == "html":
        from analysis.readers.html.page import read_html

        return read_html(data, encoding)
    if form in ("text", "markdown"):
        from analysis.readers.markdown import read_markdown
        from analysis.readers.plain import read_text

        return (read_text if form == "text" else read_markdown)(data, encoding)
    if form == "pdf":
        from analysis.readers.pdf.pages import read_pdf as reader
    elif form == "docx":
        from analysis.readers.office.docx import read_docx as reader
    elif form == "odt":
        from analysis.readers.office.odt import read_odt as reader
    else:
        from analysis.readers.mail import read_mail as reader
    return reader(data)


def finished(draft: Draft, name: str) -> Draft:
    """A reader's draft with what every draft gets: a source, a text that can be analysed, warnings."""
    from analysis.pipeline import check_text
    from analysis.readers.doubts import find_doubts

    if len(draft.text) > MAX_BYTES:
        raise InputError(f"The text has {len(draft.text):,} characters; up to {MAX_BYTES:,} are read.")
    draft = replace(
        draft,
        text=check_text(draft.text),
        title=_short(draft.title),
        author=_short(draft.author),
        source=_short(draft.source or name),
    )
    return replace(draft, warnings=draft.warnings + find_doubts(draft))


def _short(field: str | None) -> str | None:
    """A title, an author or a source as it may be shown: without lone surrogates, and not longer than any real one."""
    clean = (field or "").encode("utf-8", "replace").decode("utf-8")
    return (clean if len(clean) <= MAX_FIELD_CHARS else f"{clean[:MAX_FIELD_CHARS]} …") or None
