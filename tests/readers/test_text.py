"""Web pages, Markdown and mail: what belongs to the article stays, what does not goes, what is doubtful is said."""

import json
import subprocess
import sys
from email.message import EmailMessage

import pytest

from analysis.errors import FileError
from analysis.readers import Draft, read
from analysis.readers.doubts import find_doubts
from analysis.readers.html.page import read_html
from analysis.readers.mail import read_mail
from analysis.readers.markdown import read_markdown
from tests.cases import load
from tests.readers import files

A = "A storm closed the port of Napier on Tuesday, and twelve ships are waiting outside, officials said in the evening."
B = "The harbour master expects the wind to drop on Thursday, and trucks with fruit were sent north to Tauranga."


@pytest.mark.parametrize("case", load("reader_html"))
def test_pages(case):
    """The paragraphs of the article stay, once each and in order; what stands around them goes."""
    page = (
        f"<html><head><title>Storm</title></head><body>{case['body'].replace('{A}', A).replace('{B}', B)}</body></html>"
    )
    text = read_html(page.encode(), "utf-8").text
    assert (text.count(A), text.count(B)) == (1, 1)
    assert text.index(A) < text.index(B)
    for piece in case["keeps"]:
        assert piece in text
    for piece in case["drops"]:
        assert piece not in text


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "utf-8", "iso-8859-2"])
def test_encodings_of_pages(declared):
    """A page is read in the encoding that it declares; Latin-1 is what browsers take it for."""
    text = A.replace("port", "café" if declared != "iso-8859-2" else "Łódź")
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p><p>{B}</p></body></html>'
    encoding = "cp1252" if declared == "iso-8859-1" else declared
    assert text in read_html(page.encode(encoding)).text


def test_article_in_structured_data():
    """Where a script would draw the page, the article is taken from the data for search engines, and this is said."""
    data = json.dumps({"@type": "NewsArticle", "articleBody": f"{A}\n{B}"})
    page = f'<html><body><script type="application/ld+json">{data}</script><div id="root"></div></body></html>'
    draft = read_html(page.encode(), "utf-8")
    assert draft.text == f"{A}\n\n{B}"
    assert "search engines" in draft.warnings[0]


def test_day_is_never_guessed():
    """A page that does not say when it was published has no day, though a year stands in its foot."""
    page = f"<html><body><article><p>{A}</p><p>{B}</p></article><footer>Copyright 2019</footer></body></html>"
    assert read_html(page.encode(), "utf-8").published is None


def test_page_without_article():
    """A page on which nothing is written is refused with advice."""
    with pytest.raises(FileError, match="Copy its text"):
        read_html(b"<html><body><img src=a.jpg></body></html>")


@pytest.mark.parametrize("case", load("reader_markdown"))
def test_markdown(case):
    """Markdown reads as its rendered page would."""
    assert read_markdown(case["markdown"].encode()).text == case["text"]


@pytest.mark.parametrize("case", load("reader_doubts"))
def test_doubts(case):
    """What looks doubtful is said in a sentence; what does not is not."""
    found = find_doubts(Draft(case["text"].replace("{LONG}", files.BODY)))
    if case["doubt"] is None:
        assert found == ()
    else:
        assert any(case["doubt"] in doubt for doubt in found)


def message(**headers):
    """A message with a plain text body and these headers."""
    mail = EmailMessage()
    for name, value in {"From": "desk@baypost.example", "To": "a@b.example", "Subject": "Storm", **headers}.items():
        mail[name] = value
    return mail


def test_newsletter_with_an_empty_plain_part():
    """A newsletter whose plain part only points to a browser is read from its HTML."""
    mail = message()
    mail.set_content("View this e-mail in your browser.")
    mail.add_alternative(files.html().decode(), subtype="html")
    assert files.PARAGRAPHS[1] in read_mail(bytes(mail)).text


def test_attachments_are_named():
    """Attachments are not opened, and the preview says so."""
    mail = message()
    mail.set_content(files.BODY)
    mail.add_attachment(files.docx(), maintype="application", subtype="octet-stream", filename="a.docx")
    [draft] = read(bytes(mail))
    assert draft.warnings == ("Attachments were not read: 1. Save them, and add each as a file.",)
    assert draft.source == "baypost.example"


def test_signature_goes():
    """What stands below the mark of a signature is no article."""
    mail = message()
    mail.set_content(f"{files.BODY}\n-- \nTessa Moana\nThe Bay Post")
    assert read_mail(bytes(mail)).text == files.BODY


@pytest.mark.parametrize("value", ["yesterday", "", "Tue, 99 Jun 2024 18:30:00 +1200"])
def test_dates_that_are_none(value):
    """A date that is none is no date."""
    raw = f"From: a@b.example\nTo: c@d.example\nSubject: Storm\nDate: {value}\n\n{files.BODY}".encode()
    assert read_mail(raw).published is None


def test_text_that_opens_like_a_mail():
    """A text whose first line has a colon is a text."""
    assert read(f"Subject: rain\n\n{files.BODY}".encode())[0].format == "text"


def test_text_about_markup():
    """A text that speaks of <p> and **stars** is a text."""
    assert read(f"Use <p> for paragraphs.\n\n{files.BODY}".encode())[0].format == "text"


def test_import_is_light():
    """Importing the readers and links loads none of their libraries."""
    code = "import sys, analysis.readers, analysis.readers.web.fetch; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"trafilatura", "lxml", "pypdfium2", "urllib3", "email", "defusedxml"} & set(done.stdout.split())
