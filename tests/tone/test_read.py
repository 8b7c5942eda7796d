"""Tone by three instruments, for the narrator and for those quoted, and toward entities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.errors import ResourceError
from analysis.model import INSTRUMENTS, Toward, TowardSentence
from analysis.select.narrow import Choice, narrow
from analysis.tone.toward import Network, network, window
from analysis.tone.words import score_words
from tests import ROOT

SEED = (ROOT / "seeds" / "000_253f1a25dff10c89.txt").read_text("utf-8")

PIECES = [
    "The great ",
    "isn't good ",
    "Great Britain ",
    "“a disaster” ",
    "killed ",
    "said Ama Boateng. ",
    "\n\n",
    "é ",
    "!",
]
NEWSY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join)


def words(text, masks=()):
    return score_words(text, 0, len(text), {at for start, end in masks for at in range(start, end)})


def test_contracted_negation_is_heard():
    """ "isn't good" is negative, with straight and with curly marks, and its evidence stands in the text."""
    for text in ("This isn't good.", "This isn’t good."):
        found = words(text)
        assert found.polarity < 0
        assert all(text[word.start : word.end] == word.text for word in found.evidence)


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("Ships reached Great Britain on Monday.", [(14, 27)]),
        ("He met Iran's Supreme Leader there.", []),
        ("There were many more of them.", []),
    ],
    ids=["a name", "a title", "words of quantity"],
)
def test_what_judges_nothing_does_not_count(text, masks):
    """Names, titles and words of quantity carry no evidence, so that the score is unknown and not positive."""
    assert words(text, masks).polarity is None


def test_events_count_without_adjectives():
    """A grave report without a judging adjective is negative in event tone, a happy one positive."""
    grave = analyze("Storm\n\nThe storm killed nine people and destroyed the hospital.").tone_report.paragraphs[1]
    happy = analyze("Match\n\nThe children celebrated the victory and thanked their teacher.").tone_report.paragraphs[1]
    assert grave.all.events < 0 < happy.all.events


def test_voices_are_kept_apart():
    """What a quoted person says does not colour the narrator."""
    text = "Talks\n\nThe meeting took place in a hall. “It was a terrible, disgusting failure,” said Ama Boateng."
    row = analyze(text).tone_report.paragraphs[1]
    assert row.quoted.words < 0
    assert row.narrator.words is None or row.narrator.words >= 0
    assert row.quoted.vader < (row.narrator.vader or 0)


def test_users_article():
    """Neither instrument that the page recommends calls the headline or the fourteenth paragraph positive."""
    report = analyze(SEED).tone_report
    for index in (0, 14):
        scores = report.paragraphs[index].all
        assert (scores.words or 0) <= 0.05
        assert (scores.events or 0) <= 0.05


def test_tone_toward_people():
    """A sentence that praises one person and blames another is told apart."""
    text = "Praise\n\nEveryone admired Maria Lopez for her courage. The court convicted Peter Stone of fraud and lies."
    result = analyze(text)
    ids = {entity.name: entity.id for entity in result.entities}
    found = {one.entity: one.sentences[0] for one in result.tone_report.toward}
    assert found[ids["Maria Lopez"]].positive > 0.5 < found[ids["Peter Stone"]].negative


def test_few_sentences_are_not_a_verdict():
    """Below three sentences an estimate is too thin, and a wide interval is unclear."""
    bad = TowardSentence(0, 4, 0, 0.9, 0.1, 0.0)
    good = TowardSentence(0, 4, 0, 0.0, 0.1, 0.9)
    assert Toward("x", (bad, bad)).label == "too few"
    assert Toward("x", (bad,) * 6).label == "negative"
    assert Toward("x", (bad, good, bad, good)).label == "unclear"


def test_filter_reaches_the_report():
    """A filter leaves the scores of its paragraphs and the sentences in them."""
    whole = analyze(SEED)
    narrowed = narrow(whole, Choice(entities=("kuwait",)))
    assert [row.index for row in narrowed.tone_report.paragraphs if row.all.vader is not None] == [7]
    assert {s.paragraph for one in narrowed.tone_report.toward for s in one.sentences} == {7}


@given(NEWSY)
def test_scores_stay_in_range(text):
    """Every score lies in [-1, 1], probabilities sum to one, spans slice back."""
    result = analyze(text + ".")
    report = result.tone_report
    for row in (*report.paragraphs, report.overall):
        for voice in (row.all, row.narrator, row.quoted):
            assert all(-1 <= value <= 1 for i in INSTRUMENTS if (value := getattr(voice, i)) is not None)
    assert all(result.document.text[w.start : w.end] == w.text for w in report.event_words)
    for one in report.toward:
        low, high = one.interval
        assert -1 <= low <= one.mean <= high <= 1
        assert all(abs(s.negative + s.neutral + s.positive - 1) < 0.01 for s in one.sentences)


def test_batches_do_not_change_a_score():
    """A sentence has the same probabilities alone and among longer ones."""
    short = window("Critics attacked Rao.", 17, 20)
    long = window("Rao " + "was praised by everyone in the long debate " * 4, 0, 3)
    alone = network().probabilities([short])[0]
    assert network().probabilities([long, short])[1] == pytest.approx(alone, abs=1e-4)


def test_missing_arrays_are_named(tmp_path):
    """Where the arrays are missing, the error says which file."""
    with pytest.raises(ResourceError, match=r"gone\.npz"):
        Network(tmp_path / "gone.npz")
