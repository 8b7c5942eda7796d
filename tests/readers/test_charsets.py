"""Encodings of pages and messages: those of the web are read, what is none is refused by its name."""

import codecs
import encodings.aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import FileError
from analysis.readers import charsets, read
from tests.readers import files

# A word in letters that the encoding has, for the encodings of newspapers in other alphabets and the usual ones.
WORDS = {
    "utf-8": "Łódź", "windows-1252": "“café”", "iso-8859-2": "Łódź", "windows-1250": "Łódź", "iso-8859-15": "5 €",
    "windows-1251": "Киев", "koi8-r": "Киев", "koi8-u": "Київ", "ibm866": "Киев", "iso-8859-5": "Киев",
    "windows-1253": "Αθήνα", "iso-8859-7": "Αθήνα", "windows-1254": "İzmir", "iso-8859-9": "İzmir",
    "windows-1255": "ירושלים", "windows-1256": "القاهرة", "windows-1257": "Rīga", "windows-1258": "Đà Nẵng"[:2],
    "windows-874": "กรุงเทพ", "macintosh": "“café”", "gb2312": "北京", "gbk": "北京", "gb18030": "北京", "big5": "台北",
    "shift_jis": "東京", "euc-jp": "東京", "iso-2022-jp": "東京", "euc-kr": "서울",
}  # fmt: skip
STORY = files.BODY.replace("“", "'").replace("”", "'").replace("—", "-")


@pytest.mark.parametrize("name", WORDS)
def test_encodings_of_newspapers(name):
    """A page in an encoding that newspapers use is read in it, named by its server or by itself."""
    codec = charsets.codec(name)
    for charset, encoding in ((f'<meta charset="{name.upper()}">', None), ("", f" {name} ")):
        page = f"<html><head>{charset}</head><body><p>{WORDS[name]}: {STORY}</p></body></html>"
        assert read(page.encode(codec), encoding=encoding)[0].text.startswith(f"{WORDS[name]}: NAPIER")


@pytest.mark.parametrize("name", ["utf-16le", "utf-16be"])
def test_two_byte_pages(name):
    """A page in two-byte letters is told from a text by what its server says."""
    draft = read(files.html().decode().encode(name), encoding=name)[0]
    assert (draft.format, draft.title) == ("html", files.TITLE)


def test_page_that_lies_about_two_bytes():
    """A page that can be read well enough to say that it is in UTF-16 is not."""
    page = files.html().replace(b'charset="utf-8"', b'charset="utf-16"')
    assert read(page)[0].title == files.TITLE


NO_CHARSETS = """
    punycode PunyCode idna utf-7 unicode_escape unicode-escape raw_unicode_escape zip zlib_codec bz2 hex hex_codec
    base64 uu quopri rot13 rot_13 mbcs undefined hz-gb-2312 iso-2022-kr
""".split()


@pytest.mark.parametrize("name", NO_CHARSETS)
def test_no_encodings(name):
    """What stands for no encoding is refused by its name, whoever names it: a server, a page or a message."""
    page = f'<html><head><meta charset="{name}"></head><body><p>{files.BODY}</p></body></html>'.encode()
    mail = files.eml().replace(b'charset="utf-8"', f'charset="{name}"'.encode())
    header = files.eml().replace(b"Subject: Fwd:", f"Subject: =?{name}?q?Storm?=".encode())
    for data, encoding in ((files.html(), name), (files.text(), name), (page, None), (mail, None), (header, None)):
        with pytest.raises(FileError, match=f'(?i)"{name}" as its encoding'):
            read(data, encoding=encoding)


@pytest.mark.parametrize("name", ["utf8mb4", "none", "cp037", "", "x" * 300, "../../etc/passwd", "ü"])
def test_unknown_encodings(name):
    """A name that nobody knows is passed over, as browsers do: the bytes say what they are in."""
    assert read(files.html(), encoding=name)[0].title == files.TITLE


def test_every_codec_of_python():
    """Of all the codecs that Python has, only encodings of the web are ever used, whatever they are called."""
    known = {codecs.lookup(name).name for name in charsets.LABELS}
    for name in {*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "punycode", "idna", "unicode_escape"}:
        try:
            found = charsets.codec(name)
        except FileError:
            continue
        assert found is None or codecs.lookup(found).name in known


@given(st.text(max_size=40), st.binary(max_size=60))
def test_any_name(name, data):
    """Whatever is called an encoding, there are characters, nothing, or a refusal."""
    try:
        found = charsets.decoded(data, name)
    except FileError:
        return
    assert found is None or isinstance(found, str)
