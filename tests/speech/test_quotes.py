"""Who says what: quotes, their speakers, and what is reported in other words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.english.segment import segment
from analysis.model import SOURCE_KINDS
from analysis.speech.marks import find_quotations
from tests.cases import load, load_failures

PIECES = [
    '"',
    "“",
    "”",
    "'",
    "''",
    " said Ama Boateng. ",
    "he said",
    "We will wait here",
    ", ",
    ": ",
    ".\n\n",
    "A",
    "é",
]
NEWSY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def spoken(text):
    """The quotes of a text: the words, the speaker as a reader sees it, the verb."""
    result = analyze(text)
    names = {entity.id: entity.name for entity in result.entities}
    return [[q.text, names.get(q.speaker, q.speaker_text), q.cue] for q in result.quotes]


@pytest.mark.parametrize("case", load("quotes") + load_failures("quotes_known_failures"))
def test_quotes(case):
    """A reader finds each quote with the person who said it, or with nobody where the text does not tell."""
    assert spoken(case["text"]) == case["quotes"]


@given(NEWSY)
def test_quotations_stand_in_the_text(text):
    """Quotations come in order, apart, inside their paragraph, and hold something."""
    document = segment(text)
    found = list(find_quotations(document))
    assert all(one.outer_end <= other.outer_start for one, other in pairwise(found))
    for one in found:
        paragraph = document.paragraphs[one.paragraph]
        assert paragraph.start <= one.outer_start < one.start < one.end <= one.outer_end <= paragraph.end


@given(NEWSY)
def test_speakers_are_no_pronouns(text):
    """Whatever the text is, no pronoun is shown as a speaker, and every kind of source is a known one."""
    for quote in analyze(text + ".").quotes:
        assert (quote.speaker_text or "").lower() not in {"he", "she", "they", "it", "i", "we", "who"}
        assert quote.source_kind in SOURCE_KINDS


def test_reported_speech_is_listed_apart():
    """What is reported without marks is no quote, and its source is named even where it has no name."""
    result = analyze("Officials anonymously told Reuters that the port would close on Sunday.")
    assert result.quotes == ()
    (report,) = result.reports
    assert (report.source_text, report.source_kind) == ("Officials", "anonymous")
    assert report.text == "the port would close on Sunday"


def test_second_hand_report_around_a_quote():
    """A paper that reports what another person said is the source of the report, and the person of the quote."""
    text = "Reuters has also reported that the new chairman, Ibrahim Sow, has promised “ten years of work for all”."
    result = analyze(text)
    names = {entity.id: entity.name for entity in result.entities}
    assert [names.get(quote.speaker) for quote in result.quotes] == ["Ibrahim Sow"]
    assert [report.source_text for report in result.reports] == ["Reuters"]
