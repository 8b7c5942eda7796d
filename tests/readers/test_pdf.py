"""PDF documents as newspapers print them."""

import re
from io import BytesIO
from random import Random

import pytest

from analysis.readers import read
from tests.readers import files


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_in_order(columns):
    """Columns are read down and then across, over several pages, without running lines and page numbers."""
    vocabulary = files.BODY.lower().replace(".", "").split()
    expected = [" ".join(Random(n).sample(vocabulary, 30)).capitalize() + "." for n in range(120)]
    draft = read(files.pdf(columns, expected))[0]
    found = draft.text.split("\n\n")
    assert found[0] == files.TITLE
    assert "Bay Post" not in draft.text
    assert "Page" not in draft.text
    assert " ".join(found[1:]) == " ".join(expected)
    # Where a paragraph ends with a page, nothing shows whether the next line goes on with it.
    assert len(set(expected) - set(found)) <= 0.1 * len(expected)


def drawn(lines):
    """A page with each (x, y, text) where it says, in 10 point letters."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.setFont("Times-Roman", 10)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The govern-", "ment said so."], "The government said so."),
        (["The well-known min-", "ister is well-", "known here."], "The well-known minister is well-known here."),
        (["It met in Al-", "Khafaji, he said."], "It met in Al-Khafaji, he said."),
        (["From 2019-", "2021 it was closed."], "From 2019-2021 it was closed."),
        (["It was late — they", "left at once."], "It was late — they left at once."),
    ],
    ids=["one word", "a hyphen that is its own", "a name", "years", "a dash"],
)
def test_words_are_whole_again(lines, text):
    """Words that were cut at the end of a line are whole; hyphens of their own stay."""
    page = drawn([(100, 700 - 12 * number, line) for number, line in enumerate(lines)])
    assert read(page)[0].text == text


def test_lines_that_were_written_across_columns():
    """Columns are told apart even where the file holds their lines row by row."""
    left = [
        "The storm closed the port of Napier on",
        "Tuesday and twelve ships are waiting",
        "outside, officials said.",
    ]
    right = ["The harbour master expects the wind", "to drop on Thursday or at the latest", "on Friday night, he said."]
    rows = [
        item
        for number, (one, two) in enumerate(zip(left, right, strict=True))
        for item in ((60, 700 - 12 * number, one), (320, 700 - 12 * number, two))
    ]
    text = " ".join(read(drawn(rows))[0].text.split())
    assert text == " ".join(left + right)


def test_paragraphs_by_indent():
    """A first line that is set in begins a paragraph."""
    lines = [(110, "The storm closed the port of Napier on Tuesday and ships"), (100, "wait outside, officials said.")]
    lines += [
        (110, "The wind will drop on Thursday, the harbour master told"),
        (100, "reporters who had come to see it."),
    ]
    page = drawn([(x, 700 - 12 * number, line) for number, (x, line) in enumerate(lines)])
    assert len(read(page)[0].text.split("\n\n")) == 2


def test_title_in_large_letters():
    """The headline is what stands in the largest letters; a text in one size has none."""
    assert read(files.pdf())[0].title == files.TITLE
    assert read(drawn([(100, 700, "The port is closed."), (100, 688, "Ships wait.")]))[0].title is None


def test_ligatures():
    """Joined letters are letters again."""
    assert not re.search("[\ufb00-\ufb06]", read(files.pdf())[0].text)
