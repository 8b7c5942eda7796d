"""Files of every format that is read, made on the spot: one small report in each."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

TITLE = "Storm closes port of Napier"
PARAGRAPHS = (
    "NAPIER — A storm closed the port of Napier on Tuesday, and twelve ships are waiting outside, officials said.",
    "“We have food for a week,” said Mere Tamihana, who cooks on one of them. “After that we have fish.”",
    "The harbour master expects the wind to drop on Thursday. Trucks with fruit from Hastings were sent to Tauranga.",
    "It is the third time this year that the port has been closed for more than a day, the company that runs it said.",
)
BODY = "\n\n".join(PARAGRAPHS)

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def html() -> bytes:
    """A web page with a menu, an advertisement and a foot."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Bay Post</title>'
        '<meta property="og:site_name" content="Bay Post"><meta name="author" content="Tessa Moana">'
        '<meta property="article:published_time" content="2024-06-11T06:30:00Z"></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f'<article><h1>{TITLE}</h1>{body}</article><div class="newsletter"><p>Sign up for our newsletter.</p></div>'
        "<footer><p>© 2024 Bay Post. All rights reserved.</p></footer></body></html>"
    ).encode()


def docx() -> bytes:
    """A Word document with a title, by python-docx."""
    from docx import Document

    document = Document()
    document.core_properties.author = "Tessa Moana"
    document.add_heading(TITLE, 0)
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a python-docx document."""
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """A ZIP archive."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def odt(content: str | None = None) -> bytes:
    """An OpenDocument text; `content` replaces what stands in its body."""
    paragraphs = "".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)
    body = content or f'<text:h text:outline-level="1">{TITLE}</text:h>{paragraphs}'
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def eml() -> bytes:
    """An e-mail message with plain text and HTML."""
    message = EmailMessage()
    message["From"] = "Tessa Moana <tessa@baypost.example>"
    message["To"] = "desk@baypost.example"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Tue, 11 Jun 2024 18:30:00 +1200"
    message.set_content(BODY)
    message.add_alternative(html().decode(), subtype="html")
    return bytes(message)


def pdf(columns: int = 1, paragraphs: Sequence[str] = PARAGRAPHS, password: str | None = None) -> bytes:
    """A PDF document, by reportlab: running lines, page numbers, and text in columns where that is asked for."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    def decorate(canvas: object, document: object) -> None:
        canvas.drawString(60, 820, "The Bay Post, Tuesday edition")  # type: ignore[attr-defined]
        canvas.drawString(280, 20, f"Page {document.page}")  # type: ignore[attr-defined]

    width = (A4[0] - 100 - 15 * (columns - 1)) / columns
    frames = [Frame(50 + (width + 15) * number, 50, width, 740) for number in range(columns)]
    styles = getSampleStyleSheet()
    stream = BytesIO()
    document = BaseDocTemplate(
        stream, pagesize=A4, invariant=1, encrypt=StandardEncryption(password) if password else None
    )
    document.addPageTemplates([PageTemplate(frames=frames, onPage=decorate)])
    document.build(
        [Paragraph(TITLE, styles["Heading1"]), *(Paragraph(text, styles["BodyText"]) for text in paragraphs)]
    )
    return stream.getvalue()


def drawing() -> bytes:
    """A PDF document without a letter, as a scanner makes them."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.rect(100, 100, 200, 300, fill=1)
    canvas.save()
    return stream.getvalue()


def markdown() -> bytes:
    """Markdown with front matter."""
    front = f"---\ntitle: {TITLE}\ndate: 2024-06-11\nauthor: Tessa Moana\n---\n"
    return f"{front}# {TITLE}\n\n{BODY.replace('port of Napier', '[port of Napier](https://port.example)')}\n".encode()


def text() -> bytes:
    """Plain text, the headline first."""
    return f"{TITLE}\n\n{BODY}\n".encode()


MAKERS = {
    "text": text,
    "markdown": markdown,
    "html": html,
    "pdf": pdf,
    "docx": docx,
    "odt": odt,
    "eml": eml,
}
"""One maker a format, but for archives of them."""
