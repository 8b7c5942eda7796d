"""Bytes of a plain text file to text, whatever its encoding."""

from __future__ import annotations

import codecs

from analysis.errors import InputError

MAX_BYTES = 5_000_000
"""The largest file that is read, in bytes: more than MAX_WORDS words of any language."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_plain(data: bytes) -> str:
    """
    Decode a text file: by its byte order mark, as UTF-8, or by what its bytes look like.

    Raises: InputError where the bytes are too many, or are no text in any encoding.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"The file has {len(data):,} bytes; up to {MAX_BYTES:,} are read.")
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> str:
    """Decode by statistics: charset-normalizer refuses what reads as noise in every encoding."""
    from charset_normalizer import from_bytes

    best = None if b"\x00" in data else from_bytes(data).best()
    if best is None:
        raise InputError("The file is not plain text in any known encoding. Save it as UTF-8 text and try again.")
    return str(best)
