"""Bytes of a plain text file to text, whatever its encoding."""

from __future__ import annotations

import codecs

from analysis.errors import InputError
from analysis.readers.charsets import decoded
from analysis.readers.draft import MAX_BYTES, Draft

__all__ = ["MAX_BYTES", "decode", "read_plain", "read_text"]

MAX_ACCENTED = 0.1
"""The share of bytes above 127 in text that may be English in Windows-1252: quotes and accents come to 0.02."""

SAMPLE_BYTES = 200_000
"""How much of a file decides on its encoding; statistics over the rest would only cost time."""

ASCII = bytes(range(128))

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(data: bytes, encoding: str | None = None) -> Draft:
    """Read a text file, in the encoding that its sender named; it is its own headline: only the text is known."""
    return Draft(read_plain(data, encoding).replace("\r\n", "\n").replace("\r", "\n").strip("\n\ufeff"))


def read_plain(data: bytes, encoding: str | None = None) -> str:
    """
    Decode a text file: by its byte order mark, in the encoding that its sender named, as UTF-8, or by its looks.

    Raises: InputError where the bytes are too many, or are no text in any encoding.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"The file has {len(data):,} bytes; up to {MAX_BYTES:,} are read.")
    return decode(data, encoding)


def decode(data: bytes, encoding: str | None = None) -> str:
    """Decode bytes of any length, as `read_plain` does."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if marked is None and encoding is not None:
        text = decoded(data, encoding)
        if text is not None:
            return text
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> str:
    """
    Decode by what the bytes look like.

    English text with a few accents and curly quotes is Windows-1252, which statistics take for its neighbours in
    short texts. For the rest charset-normalizer decides; it refuses what reads as noise in every encoding.
    """
    from charset_normalizer import from_bytes

    if b"\x00" not in data:
        n_high = len(data.translate(None, ASCII))
        candidates = [["cp1252"]] if n_high < len(data) * MAX_ACCENTED else []
        for encodings in [*candidates, None]:
            best = from_bytes(data[:SAMPLE_BYTES], cp_isolation=encodings).best()
            if best is not None:
                return data.decode(best.encoding, "replace") if len(data) > SAMPLE_BYTES else str(best)
    raise InputError("The file is not plain text in any known encoding. Save it as UTF-8 text and try again.")
