"""Files that are built to do harm are refused with the reason."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from analysis.errors import FileError
from analysis.readers import read
from analysis.readers.html.page import MAX_TAGS, read_html
from analysis.readers.read import MAX_ARTICLES, MAX_FIELD_CHARS
from tests.readers import files

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "'
    + "&lol;" * 10
    + '"><!ENTITY lol2 "'
    + "&lol1;" * 10
    + '">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
ODT_BODY = (
    f'<office:document-content xmlns:office="{files.OFFICE}" xmlns:text="{files.TEXT}">'
    "<office:body><office:text><text:p>{}</text:p></office:text></office:body></office:document-content>"
)


def encrypted_zip(name="a.txt"):
    """An archive whose entry says that it is encrypted."""
    data = bytearray(files.zipped({name: files.text()}))
    central = data.rindex(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    return bytes(data)


def lying_zip():
    """An archive whose directory says that ten bytes come out of what makes thirty megabytes."""
    data = bytearray(files.zipped({"a.txt": b"word " * 6_000_000}))
    central = data.rindex(b"PK\x01\x02")
    data[22:26] = (10).to_bytes(4, "little")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def overlapping_zip():
    """An archive whose many entries all point to the same bytes: small to send, large to unpack."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", b"word " * 900_000)
        first = archive.infolist()[0]
        for number in range(1, 40):
            copy = ZipInfo(f"{number}.txt")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(copy, field, getattr(first, field))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return stream.getvalue()


def many(count):
    """An archive of `count` texts."""
    return files.zipped({f"{number}.txt": f"Report {number}." for number in range(count)})


ATTACKS = {
    "text bomb": (files.zipped({"a.txt": b"a " * 13_000_000}), "unpacks to more than"),
    "word bomb": (files.zipped({"word/document.xml": b" " * 30_000_000}), "unpacks to more than"),
    "text document bomb": (files.zipped({"mimetype": "x", "content.xml": b" " * 30_000_000}), "unpacks to more than"),
    "directory that lies": (lying_zip(), "damaged|unpacks to more"),
    "overlapping entries": (overlapping_zip(), "unpacks to more than|damaged"),
    "archive in an archive": (files.zipped({"a.zip": many(2)}), "archive inside an archive"),
    "too many articles": (many(MAX_ARTICLES + 1), "up to 50"),
    "too many parts": (many(2_001), "up to 2,000"),
    "nothing inside": (files.zipped({}), "empty"),
    "climbs out": (files.zipped({"../../etc/cron.d/x": b"x"}), "leads out"),
    "climbs out backwards": (files.zipped({"..\\..\\x.txt": b"x"}), "leads out"),
    "absolute": (files.zipped({"/etc/passwd": b"x"}), "leads out"),
    "a drive": (files.zipped({"C:\\x.txt": b"x"}), "leads out"),
    "climbs out of a document": (
        files.zipped({"word/document.xml": WORD.format(""), "word/../../x": b"x"}),
        "leads out",
    ),
    "encrypted archive": (encrypted_zip(), "encrypted"),
    "encrypted document": (encrypted_zip("word/document.xml"), "encrypted"),
    "entities in Word": (files.zipped({"word/document.xml": LAUGHS + WORD.format("&lol2;")}), "XML entities"),
    "outside entity in Word": (files.zipped({"word/document.xml": OUTSIDE + WORD.format("&file;")}), "XML entities"),
    "entities in ODT": (
        files.zipped({"mimetype": "x", "content.xml": LAUGHS + ODT_BODY.format("&lol2;")}),
        "XML entities",
    ),
    "outside entity in ODT": (
        files.zipped({"mimetype": "x", "content.xml": OUTSIDE + ODT_BODY.format("&file;")}),
        "entities",
    ),
    "encrypted PDF": (files.pdf(password="secret"), "encrypted"),
    "PDF without text": (files.drawing(), "no text; it may be a scan"),
    "spreadsheet": (files.zipped({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "spreadsheet"),
    "presentation": (files.zipped({"ppt/presentation.xml": b"<x/>"}), "presentation"),
    "e-book": (files.zipped({"META-INF/container.xml": b"<x/>"}), "e-book"),
    "mail of many parts": (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        + b"Content-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: text/plain\n\nx\n" * 300,
        "more than 200 parts",
    ),
    "deep mail": (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)),
        "damaged|parts|no text",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_are_refused(name):
    """A file that was built to do harm is refused, and the reason says what is wrong with it."""
    data, why = ATTACKS[name]
    with pytest.raises(FileError, match=why):
        read(data, "article.txt")


@pytest.mark.parametrize("tag", ["div", "b", "bay-box", "table><tr><td"])
@pytest.mark.parametrize("depth", [200, 300, 99_000])
def test_deep_markup(tag, depth):
    """A page is read however deep its blocks are nested, and says so where they had to be taken away."""
    tags = f"<{tag}>".encode() * (depth // (1 + tag.count("<")))
    draft = read(b"<html><body>" + tags + files.html().partition(b"<body>")[2])[0]
    for paragraph in files.PARAGRAPHS:
        assert draft.text.count(paragraph) == 1
    assert any("nests its blocks" in warning for warning in draft.warnings) is (depth > 255)


def test_deep_lists():
    """A page whose lists are nested too deep to be taken away is refused with the reason."""
    with pytest.raises(FileError, match="nests its elements too deep"):
        read(b"<html><body>" + b"<article>" * 400 + files.html().partition(b"<body>")[2])


@pytest.mark.parametrize(("count", "is_read"), [(MAX_TAGS - 30, True), (MAX_TAGS + 1, False)])
def test_tags_of_a_page_are_bounded(monkeypatch, count, is_read):
    """A page of more tags than any newspaper's is refused before a tree is made of it."""
    page = b"<html><body><p>The port of Napier is closed.</p>" + b"<br>" * (count - 3)
    if is_read:
        assert "port of Napier" in read(page)[0].text
    else:
        monkeypatch.setattr("analysis.readers.html.page.parsed", None)
        with pytest.raises(FileError, match="more than 150,000 tags"):
            read_html(page)


def test_long_fields():
    """A headline that is no headline is cut, so that no answer of a reader is larger than a text may be."""
    page = f"<html><head><title>{'word ' * 200_000}</title></head><body><p>{files.BODY}</p></body></html>"
    assert len(read(page.encode())[0].title or "") <= MAX_FIELD_CHARS + 2


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\ufffe", "\uffff", "&#1;", "&#xFFFE;"])
def test_characters_that_are_none(character):
    """A page with characters that no tree of XML can hold is read without them."""
    page = files.html().decode().replace("<p>", f"<p>{character}")
    draft = read(page.encode())[0]
    assert "\n\n".join(files.PARAGRAPHS) in draft.text
