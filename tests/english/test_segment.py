"""Text to paragraphs and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.english.segment import find_sentences, segment
from tests.cases import load, load_failures

NEWSY = st.text(alphabet=st.sampled_from(list("abc ABC.!?\"“”'’ \n\n()…,;:5é中\u202e\U0001f600")), max_size=300)


@pytest.mark.parametrize("case", load("segment") + load_failures("segment_known_failures"))
def test_sentences(case):
    """A reader finds the sentences where a careful editor would cut them."""
    assert [case["text"][a:b] for a, b in find_sentences(case["text"])] == case["sentences"]


def test_headline_of_the_first_line():
    """A short first line without a full stop is the headline, and paragraph 1 follows it."""
    document = segment("Iran vows revenge\n\nThe leader spoke on Friday.\n\nNobody answered.")
    assert document.title == "Iran vows revenge"
    assert [p.kind for p in document.paragraphs] == ["title", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "The leader spoke on Friday.\n\nNobody answered.",
        '"We will go," he said\n\nNobody answered.',
        "One line alone",
        "LONDON (AP):\n\nNobody answered.",
    ],
)
def test_no_headline(text):
    """A first paragraph that is a sentence, a quote or all there is, is no headline."""
    assert segment(text).title is None


def test_given_title_that_opens_the_text():
    """A title given by the caller marks the first paragraph, though it ends with a full stop."""
    document = segment("It is over.\n\nThe war ended.", title="It  is over.")
    assert document.paragraphs[0].kind == "title"


def test_given_title_that_stands_nowhere():
    """A title that is not in the text is kept, and no character is added to the text."""
    document = segment("The war ended.", title="It is over")
    assert (document.title, document.text, document.paragraphs[0].kind) == ("It is over", "The war ended.", "body")


def test_single_line_ends_part_paragraphs():
    """Text pasted from a web page with one line a paragraph keeps its paragraphs."""
    text = "Headline here\nThe first paragraph ends here.\nThe second one ends here."
    assert len(segment(text).paragraphs) == 3


def test_hard_wrapped_text_is_joined():
    """Lines that a mail program broke in mid-sentence are one paragraph."""
    text = (
        "The government said on Tuesday that it would send more doctors to\n"
        "the northern provinces, where the floods have cut off a number of\n"
        "villages since the beginning of the month and many are ill."
    )
    assert len(segment(text).paragraphs) == 1


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends(line_end):
    """Files from any system give the same paragraphs and the same offsets."""
    assert segment(f"A head{line_end}{line_end}A line.").text == "A head\n\nA line."


@given(NEWSY)
def test_nothing_is_lost(text):
    """Every character but white space lies in exactly one sentence of exactly one paragraph, in order."""
    document = segment(text)
    kept = "".join(document.text[s.start : s.end] for s in document.sentences)
    assert "".join(kept.split()) == "".join(document.text.split())
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert document.sentence_at(sentence.start) is sentence
        assert document.paragraph_at(sentence.end - 1) is paragraph


@given(st.text(max_size=200))
def test_any_text(text):
    """No text whatever breaks it, and paragraphs have no white space at their edges."""
    document = segment(text)
    for paragraph in document.paragraphs:
        piece = document.text[paragraph.start : paragraph.end]
        assert piece == piece.strip() != ""
