"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InputError
from analysis.readers.plain import MAX_BYTES, read_plain

TEXT = "“Where is Jaan?” asked Zoë, a café owner from Łódź.\nNobody knew where he had gone after the naïve remark."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(encoding):
    """A text file in any Unicode encoding reads as it was written."""
    assert read_plain(TEXT.encode(encoding)) == TEXT


def test_windows_text():
    """A file from an old Windows editor keeps its quotes and accents."""
    text = TEXT.replace("Łódź", "Lodz")
    assert read_plain(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\xff\xfe\x00", "not plain text"),
        (b"\xff" * 64 + b"\x00", "not plain text"),
        (b"a" * (MAX_BYTES + 1), "bytes; up to"),
    ],
    ids=["picture", "noise", "too large"],
)
def test_not_a_text(data, why):
    """A picture, noise or a huge file is refused with the reason."""
    with pytest.raises(InputError, match=why):
        read_plain(data)


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Whatever the bytes, there is a text or a refusal."""
    try:
        text = read_plain(data)
    except InputError:
        return
    assert isinstance(text, str)
