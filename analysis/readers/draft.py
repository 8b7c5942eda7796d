"""What a reader understood of a file, before anything is analysed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_BYTES = 5_000_000
"""The largest file that is read, in bytes: more than MAX_WORDS words of any language."""

FORMATS = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "a web page",
    "pdf": "a PDF document",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "eml": "an e-mail message",
    "zip": "a ZIP archive",
}
"""The formats that are read, with the words for them in a sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """
    An article as a reader understood it; what the file does not say is None.

    `text` is the article, paragraphs parted by blank lines. `title` may or may not open it: `full_text` makes sure
    that it does. `published` is the article's day of publication, never the day a file was written. `source` is the
    publication that the file names ("The Harbour Times"), else the name of the file. `format` is one of FORMATS.
    `warnings` are sentences on what looks doubtful.
    """

    text: str
    title: str | None = None
    published: date | None = None
    author: str | None = None
    source: str | None = None
    format: str = "text"
    warnings: tuple[str, ...] = ()

    @property
    def n_words(self) -> int:
        """How many runs of characters stand between white space."""
        return len(self.text.split())

    @property
    def n_paragraphs(self) -> int:
        """How many paragraphs the analysis will see."""
        from analysis.english.segment import find_paragraphs

        return sum(1 for _ in find_paragraphs(self.text))

    @property
    def full_text(self) -> str:
        """The text with its title as the first paragraph, as `analyze` wants it."""
        if self.title is None or " ".join(self.text.split()).startswith(" ".join(self.title.split())):
            return self.text
        return f"{self.title}\n\n{self.text}"
