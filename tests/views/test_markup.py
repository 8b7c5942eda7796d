"""Article text to HTML: everything a stranger wrote stays text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.show.palette import DARK, LIGHT
from analysis.tables.article import paragraphs
from tests.factories import TEXT, make_analysis
from views.parts import markup

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> Mali </p></div> &amp; $x$ :red[x] "
    '![](http://example.org/x.png) " onmouseover="x \u202e'
)


class Seen(HTMLParser):
    """Collects the tags and the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words += data


def seen(html: str) -> Seen:
    parser = Seen()
    parser.feed(html)
    return parser


def pages_of(text: str) -> str:
    analysis = make_analysis(text, {("Mali", "GPE"): ("Mali",)})
    return markup.tone_rows(analysis.document, paragraphs(analysis), analysis.tones, DARK)


def test_hostile_text_brings_no_element():
    """A script, an image or an attribute in an article is shown, never built."""
    parser = seen(pages_of(HOSTILE) + markup.headline(HOSTILE, HOSTILE, LIGHT) + markup.lead(HOSTILE))
    assert set(parser.tags) <= {"div", "p", "span", "mark", "h1", "br"}
    assert parser.attributes <= {"style", "title", "dir"}
    assert "<script>alert(1)</script>" in parser.words


@given(st.text(max_size=80))
def test_text_survives(text):
    """What a reader sees is the text, character for character."""
    assert seen(markup.marked(text, 0, len(text), [])).words.replace("\r", "") == text.replace("\r", "")


def test_overlapping_marks_never_double_text():
    """Two marks on the same words leave the words once."""
    marks = [markup.Mark(0, 4, "#000", "solid", "a"), markup.Mark(2, 6, "#000", "solid", "b")]
    assert seen(markup.marked("abcdef", 0, 6, marks)).words == "abcdef"


@pytest.mark.parametrize("text", ["**bold** _x_ [a](b) :red[x] $x$ `c` # h ![](x)", "1. list", "a < b & c"])
def test_labels_escape_markdown(text):
    """A name with Markdown in it shows its signs in a label."""
    import re

    assert re.sub(r"\\(.)", r"\1", markup.label(text)) == text
    assert not re.search(r"(?<!\\)[*_\[\]()$`#!:<]", markup.label(text))


def test_silent_paragraphs_say_so():
    """A paragraph without a scored word says so in place of a number."""
    analysis = make_analysis(TEXT)
    assert "no scored word" in markup.tone_rows(analysis.document, paragraphs(analysis), analysis.tones, LIGHT)
