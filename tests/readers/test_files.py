"""Files of every format become the same article, whatever they are called; what cannot be read is refused."""

from datetime import date

import pytest

from analysis import InputError, analyze
from analysis.errors import FileError
from analysis.readers import read
from analysis.readers.process.worker import Worker
from tests.readers import files

LYING_NAMES = {"text": "a.pdf", "markdown": "a.html", "html": "a.txt", "pdf": "a.docx", "docx": "a.pdf"}


@pytest.fixture(scope="module")
def drafts():
    """Each format's draft of the same report, read under a name that lies."""
    return {form: read(make(), LYING_NAMES.get(form, "report.bin"))[0] for form, make in files.MAKERS.items()}


@pytest.mark.parametrize("form", files.MAKERS)
def test_every_format_reads_alike(drafts, form):
    """The same report has the same words in the same paragraphs in every format, whatever the file is called."""
    draft = drafts[form]
    assert draft.format == form
    paragraphs = [" ".join(part.split()) for part in draft.full_text.split("\n\n")]
    assert paragraphs == [files.TITLE, *files.PARAGRAPHS]
    assert draft.warnings == ()


@pytest.mark.parametrize("form", [form for form in files.MAKERS if form != "text"])
def test_titles(drafts, form):
    """Every format that can say what its headline is does so."""
    assert drafts[form].title == files.TITLE


@pytest.mark.parametrize("form", ["html", "eml", "markdown"])
def test_dates(drafts, form):
    """A page, a message and front matter say when they were published."""
    assert drafts[form].published == date(2024, 6, 11)


@pytest.mark.parametrize("form", ["html", "eml", "markdown", "docx"])
def test_authors(drafts, form):
    """The author is kept where the file names one."""
    assert drafts[form].author == "Tessa Moana"


def test_sources(drafts):
    """The source is the publication, else the name of the file."""
    assert drafts["html"].source == "Bay Post"
    assert drafts["odt"].source == "report.bin"


def test_draft_counts(drafts):
    """A preview counts words and paragraphs as the analysis does."""
    draft = drafts["docx"]
    document = analyze(draft.full_text, draft.title, draft.published).document
    assert (draft.n_words, draft.n_paragraphs) == (document.n_words, len(document.paragraphs))
    assert document.paragraphs[0].kind == "title"


def test_archive():
    """An archive gives its articles in order, and says which of its files it could not read."""
    found = read(
        files.zipped(
            {
                "monday/a.pdf": files.html(),
                "__MACOSX/monday/._a.pdf": b"\x00\x05\x16\x07",
                "photo.jpg": b"\xff\xd8\xff\xe0 no text",
                "b.txt": files.docx(),
            }
        ),
        "week.zip",
    )
    assert [draft.format for draft in found] == ["html", "docx"]
    assert [draft.title for draft in found] == [files.TITLE] * 2
    assert any("photo.jpg" in warning and "a picture" in warning for warning in found[0].warnings)


def test_worker_survives_its_files():
    """After a file that was refused the next one is read."""
    with Worker() as worker:
        with pytest.raises(FileError, match="damaged"):
            worker.parse(b"%PDF-1.4 nothing", "pdf")
        assert worker.parse(files.html(), "html").title == files.TITLE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"word " * 1_000_001, "5,000,005 bytes; up to 5,000,000"),
        (b"word " * 200_001, "up to 200,000"),
        (b"{\\rtf1\\ansi hello}", "rich text"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\x1f\x8b\x08 gzip", "gzip"),
        (b"MZ\x90\x00 program", "program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old office program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\nthis is all there is", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused_files(data, why):
    """What cannot be read is refused with the reason, in a sentence."""
    with pytest.raises(InputError, match=why) as caught:
        read(data, "article.txt")
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_truncated_files(form, share):
    """A file that was cut off is refused, or gives what is left of it; it is never read as noise."""
    data = files.MAKERS[form]()
    try:
        [draft] = read(data[: int(len(data) * share)])
    except FileError as error:
        reason = str(error)
        assert "damaged" in reason or "no text" in reason
    else:
        assert set(draft.text.split()) <= set(f"{files.TITLE} {files.BODY}".split())


def test_missing_files_in_packages():
    """A Word document without its text part is a damaged one."""
    with pytest.raises(FileError, match="damaged"):
        read(files.zipped({"word/document.xml": "<w:document"}))
