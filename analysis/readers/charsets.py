"""
The encodings that pages and messages are in: the web's list, and no other that Python happens to know.

Python's codecs are not all encodings of text (zip, rot13), and some take time in the square of the length (punycode).
A site, a page and a message may name any of them, so a name is looked up here and never given to Python.
Source: WHATWG Encoding standard, "Names and labels".
"""

from __future__ import annotations

import re
from functools import cache

from analysis.errors import FileError

LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16-le": "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
    # Pages that call themselves Latin-1 or ASCII are in Windows-1252, as every browser takes them to be.
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso-ir-100 iso8859-1 iso88591 latin1 l1 csisolatin1 cp819 "
    "ibm819 ascii us-ascii ansi_x3.4-1968",
    "iso8859-2": "iso-8859-2 iso8859-2 iso88592 iso-ir-101 latin2 l2 csisolatin2",
    "iso8859-3": "iso-8859-3 iso8859-3 iso88593 iso-ir-109 latin3 l3 csisolatin3",
    "iso8859-4": "iso-8859-4 iso8859-4 iso88594 iso-ir-110 latin4 l4 csisolatin4",
    "iso8859-5": "iso-8859-5 iso8859-5 iso88595 iso-ir-144 cyrillic csisolatincyrillic",
    "iso8859-6": "iso-8859-6 iso8859-6 iso88596 iso-ir-127 iso-8859-6-e iso-8859-6-i arabic asmo-708 csisolatinarabic "
    "ecma-114",
    "iso8859-7": "iso-8859-7 iso8859-7 iso88597 iso-ir-126 greek greek8 csisolatingreek ecma-118 elot_928 sun_eu_greek",
    "iso8859-8": "iso-8859-8 iso8859-8 iso88598 iso-ir-138 iso-8859-8-e iso-8859-8-i hebrew visual logical "
    "csisolatinhebrew csiso88598e csiso88598i",
    "iso8859-10": "iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "iso-8859-15 iso8859-15 iso885915 latin9 l9 csisolatin9",
    "iso8859-16": "iso-8859-16",
    "cp866": "ibm866 cp866 866 csibm866",
    "koi8-r": "koi8-r koi8 koi csko18r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman csmacintosh",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp874": "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso-ir-148 latin5 l5 csisolatin5",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 csiso58gb231280 iso-ir-58 chinese",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022-jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis",
    "cp949": "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
    "windows-949",
}
"""Python's name of each encoding, with the names that sites have for it."""

NO_CHARSETS = frozenset(
    """
    punycode idna utf-7 unicode-1-1-utf-7 x-unicode-2-0-utf-7 csutf7 unicode-escape raw-unicode-escape
    unicode-internal string-escape escape zip zlib gzip bz2 hex base64 uu quopri quoted-printable rot13 rot-13
    zlib-codec bz2-codec hex-codec base64-codec uu-codec quopri-codec mbcs ansi dbcs oem undefined charmap palmos
    hz hz-gb hz-gb-2312 hzgb iso-2022-kr csiso2022kr iso-2022-cn iso-2022-cn-ext replacement x-user-defined
    """.split()
)
"""Names that no honest page has: they stand for no encoding of text, or for one that browsers refuse."""

NAME_CHARS_RE = re.compile(r"[^a-z0-9]+")


def codec(name: str) -> str | None:
    """
    Python's name of the encoding that `name` means; None where it means none that is known, as in a misprint.

    Raises: FileError for a name that stands for no encoding of a page (NO_CHARSETS).
    """
    label = NAME_CHARS_RE.sub("", name[:100].lower())
    if label in _refused():
        raise FileError(
            f'This names "{name[:40]}" as its encoding, which no page of a newspaper is in. '
            "Copy its text and paste it instead."
        )
    return _codecs().get(label)


def decoded(data: bytes, name: str) -> str | None:
    """`data` in the encoding of that name; None where it is not known, or the bytes are not in it."""
    found = codec(name)
    try:
        return None if found is None else data.decode(found)
    except UnicodeError:
        return None


@cache
def _codecs() -> dict[str, str]:
    return {NAME_CHARS_RE.sub("", label): name for name, labels in LABELS.items() for label in labels.split()}


@cache
def _refused() -> frozenset[str]:
    return frozenset(NAME_CHARS_RE.sub("", name) for name in NO_CHARSETS)
