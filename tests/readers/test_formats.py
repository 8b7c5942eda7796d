"""A file that is not read is named for what it is, with what to do; a text that only begins like one is read."""

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile

import pytest

from analysis.errors import FileError
from analysis.readers import read
from tests.cases import load
from tests.readers import files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def content(case):
    return bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()


@pytest.mark.parametrize("case", [case for case in load("file_formats") if "refusal" in case.values[0]])
def test_formats_are_named(case):
    """Such a file is refused by its name, with a sentence on what to do, whatever it is called."""
    for name in ("article.txt", ""):
        with pytest.raises(FileError, match=f"This is .*{case['refusal']}") as caught:
            read(content(case), name)
        assert str(caught.value).count(". ") >= 1
        assert str(caught.value).endswith("or ZIP.")


@pytest.mark.parametrize("case", [case for case in load("file_formats") if "refusal" not in case.values[0]])
def test_texts_are_read(case):
    """A text is read as one, however it begins."""
    draft = read(content(case), "article.txt")[0]
    assert draft.format == "text"
    assert len(draft.text.split()) > 8


def tar():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("article.txt")
        info.size = len(files.text())
        archive.addfile(info, io.BytesIO(files.text()))
    return stream.getvalue()


def database():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table article (body text)")
    return connection.serialize()


def ole(*streams):
    """A file of an old office program whose directory, in its second sector, names these streams."""
    header = bytearray(OLE + bytes(512 - len(OLE)))
    header[30] = 9
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams))
    return bytes(header) + directory


MADE = {
    "TAR": (tar, r"TAR archive\. Unpack"),
    "gzip": (lambda: gzip.compress(files.text()), "gzip"),
    "bzip2": (lambda: bz2.compress(files.text()), "bzip2"),
    "xz": (lambda: lzma.compress(files.text()), "xz"),
    "database": (database, "database"),
    "Word": (lambda: ole("1Table", "WordDocument"), r"old Word document \(\.doc\)\. Save it as \.docx"),
    "Excel": (lambda: ole("Workbook"), r"old Excel spreadsheet \(\.xls\)"),
    "PowerPoint": (lambda: ole("PowerPoint Document"), r"old PowerPoint presentation \(\.ppt\)"),
    "Outlook": (lambda: ole("__nameid_version1.0", "__properties_version1.0"), r"message of Outlook \(\.msg\)"),
    "message with a document": (lambda: ole("__properties_version1.0", "WordDocument"), "Outlook"),
    "document with a table": (lambda: ole("WordDocument", "ObjectPool", "Workbook"), "Word"),
    "encrypted": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "unknown OLE": (lambda: ole("Contents"), "old office program"),
    "sheet": (lambda: files.zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), r"\.xlsx"),
    "slides": (lambda: files.zipped({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), r"\.pptx"),
    "e-book": (lambda: files.zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}), "EPUB"),
    "Java": (lambda: files.zipped({"META-INF/MANIFEST.MF": "a", "a/B.class": b"\xca\xfe\xba\xbe"}), "Java JAR"),
    "Android": (lambda: files.zipped({"AndroidManifest.xml": "a", "META-INF/MANIFEST.MF": "a"}), "Android"),
    "Pages": (lambda: files.zipped({"Index/Document.iwa": "a", "Data/a.jpg": "a", "preview.jpg": "a"}), r"\.pages"),
    "Keynote": (lambda: files.zipped({"Index/Document.iwa": "a", "Index/Slide-1.iwa": "a"}), r"\.key"),
    "Numbers": (lambda: files.zipped({"Index/Document.iwa": "a", "Index/CalculationEngine.iwa": "a"}), "Numbers"),
    "old Pages": (lambda: files.zipped({"Index.zip": "a", "Metadata/a.plist": "a"}), r"\.pages"),
    "ODF sheet": (
        lambda: files.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
        r"\.ods",
    ),
    "ODF slides": (
        lambda: files.zipped({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<a/>"}),
        r"\.odp",
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_made_files_are_named(name):
    """Whole files, made as programs make them, are refused by their names."""
    make, why = MADE[name]
    with pytest.raises(FileError, match=why):
        read(make(), "article.docx")


def test_members_are_named():
    """An archive says of each of its files what it is."""
    found = read(
        files.zipped({"a.txt": files.text(), "b.txt": tar(), "c.docx": ole("WordDocument"), "d": MADE["sheet"][0]()})
    )
    assert len(found) == 1
    for warning, words in zip(found[0].warnings, ("TAR", "old Word", ".xlsx"), strict=True):
        assert words in warning


def test_archive_of_folders_is_no_document():
    """An archive of articles in a folder that is called as a part of a document is an archive."""
    assert len(read(files.zipped({"xl/a.txt": files.text(), "ppt/b.txt": files.text()}))) == 2


@pytest.mark.parametrize("root", ["svg", "feed", "kml"])
def test_page_that_begins_with_a_drawing(root):
    """A piece of a web page that opens with such an element is a page."""
    page = f"<{root}><path/></{root}>" + "".join(f"<p>{text}</p>" for text in files.PARAGRAPHS)
    assert files.PARAGRAPHS[1] in read(page.encode())[0].text
