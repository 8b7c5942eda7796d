"""Texts that no editor prints: nothing breaks, nothing takes long, and no number stands without its words."""

from __future__ import annotations

import math
import time
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import InputError, analyze
from analysis.dates.calendar import FIXED_FEASTS, FROM_EASTER, holiday
from analysis.dates.find import find_dates
from analysis.english.segment import (
    END_RE,
    MAX_PARAGRAPH_CHARS,
    MAX_SENTENCE_CHARS,
    find_sentences,
    marked_quotes,
    segment,
)
from analysis.export import to_json
from analysis.figures.find import find_figures
from analysis.model import Correction
from analysis.names.resolve import Ids
from analysis.pipeline import MAX_CHARS
from analysis.speech.attribution import opening_subject
from analysis.tone.read import pieces
from analysis.tone.words import score
from benchmarks.growth.kinds import KINDS, make
from benchmarks.hostile.__main__ import outcome
from benchmarks.hostile.promises import broken
from benchmarks.hostile.texts import FOLDING, MAKERS, TIMES, arguments
from tests.cases import load

SIZES = (3_000, 24_000)
MOST_TIMES = 20
"""Eight times the text may take this many times as long; what grows with the square would take 64 times as long."""

STEEP = (
    "who", "has also then", "adverbs", "very bad", "not very good", "but", "the bomb", "A.", "Al",
    "persons of one surname", "bodies, each another", "dialogue", "Okafor he",
)  # fmt: skip
"""Kinds of text on which some step once took time with the square of its length."""


@pytest.mark.parametrize("kind", STEEP)
def test_time_grows_with_the_length_of_the_text(kind, monkeypatch):
    """Eight times as much of whatever is repeated takes no more than some eight times as long."""
    # The products of the network run in threads whose waiting counts as time; it sees a fixed number of words a name.
    monkeypatch.setattr("analysis.tone.read.toward_entities", lambda *_: ())
    texts = [make(kind, size) for size in SIZES]
    best = [math.inf, math.inf]
    for _ in range(3):
        best = [min(known, cpu_seconds(text)) for known, text in zip(best, texts, strict=True)]
        if best[1] < MOST_TIMES * best[0]:
            break
    assert best[1] < MOST_TIMES * best[0]


def cpu_seconds(text):
    start = time.process_time()
    analyze(text)
    return time.process_time() - start


def test_every_kind_of_text_is_read():
    """Each kind of repeated or random text is analysed, and its result keeps every promise."""
    for kind in KINDS:
        assert outcome(make(kind, 150), {}) in ([], ["refused"]), kind


def test_marks_that_never_close_are_looked_at_once():
    """A quotation counts up to its closing mark on the line, and hundreds of thousands of marks cost nothing."""
    text = '“a « b” "c\n d «e» «'
    assert [text[a:b] for a, b in marked_quotes(text)] == ["“a « b”", "«e»"]
    assert list(marked_quotes("“" * 300_000)) == []


def test_runs_of_full_stops_are_looked_at_once():
    """A page of full stops before a letter ends no sentence."""
    assert END_RE.search("." * 300_000 + "a") is None


def test_a_row_of_linking_words_is_read_at_once():
    """Words that may lead in a subject, forty of them, do not double the time each."""
    text = "as " * 40 + "5"
    assert opening_subject(text, 0, len(text), "") is None


def test_a_sentence_asks_for_its_own_quotes_alone():
    """In a paragraph of dialogue each sentence looks at the quotes in it, not at all of them."""

    class Watched(list):
        n_read = 0

        def __getitem__(self, at):
            Watched.n_read += 1
            return super().__getitem__(at)

    text = '"We go," Bob said. ' * 200
    quotes = Watched((at * 19 + 1, at * 19 + 7) for at in range(200))
    found = list(pieces(text, 19 * 100, 19 * 100 + 18, quotes))
    assert [text[a:b] for a, b, is_quoted in found if is_quoted] == ["We go,"]
    assert Watched.n_read < 20


@pytest.mark.parametrize(
    ("text", "kind", "n_parts"),
    [
        ("A dog barked. " * 1_000, "long paragraph", 2),
        ("the dog, " * 500, "long sentence", 3),
        ("dog " * 1_000, "long sentence", 2),
        ("a" * 5_000, "long sentence", 3),
    ],
    ids=["sentence ends", "clauses", "words", "one word"],
)
def test_what_is_longer_than_any_real_one_is_cut_and_said(text, kind, n_parts):
    """A reader is told what was cut; the parts end at the best place there is and hold every character."""
    document = segment(text)
    (note,) = document.notes
    units = document.paragraphs if kind == "long paragraph" else document.sentences
    assert (note.kind, len(units)) == (kind, n_parts)
    assert f"{note.end - note.start:,} characters" in note.message
    assert "".join("".join(text[u.start : u.end] for u in units).split()) == "".join(text.split())
    ends = {text[unit.end - 1] for unit in units[:-1]}
    assert ends == {"A dog barked. ": {"."}, "the dog, ": {","}}.get(text[:14], ends if "," not in text else {","})


@given(st.text(alphabet="a.,; \n“”\"'漢", max_size=60), st.integers(1, 400))
@settings(max_examples=40)
def test_no_part_is_longer_than_the_limits(text, times):
    """However a text is repeated, its paragraphs and sentences stay within bounds and in order."""
    document = segment(text * times)
    assert all(0 < p.end - p.start <= MAX_PARAGRAPH_CHARS for p in document.paragraphs)
    assert all(0 < s.end - s.start <= MAX_SENTENCE_CHARS for s in document.sentences)
    assert all(one.end <= other.start for one, other in zip(document.sentences, document.sentences[1:], strict=False))


def test_ordinary_text_has_no_notes():
    """Nothing is said of a paragraph and a sentence such as papers print."""
    assert segment("Storm\n\n" + "A dog barked. " * 100).notes == ()


def test_too_many_characters():
    """A text without white space is one word; its characters are counted, and the error names both numbers."""
    with pytest.raises(InputError, match=r"1,500,001 characters; up to 1,500,000"):
        analyze("“" * (MAX_CHARS + 1))


@pytest.mark.parametrize("case", load("hostile"))
def test_letters_and_spaces_that_patterns_take_for_others(case):
    """Long s, dotless i, the Kelvin sign, thin spaces: what a pattern finds is looked up without an error."""
    assert list(broken(analyze(case["text"], published="2020-01-04"))) == []


FORMS = [case for name in ("figures", "figures_annotated", "dates", "dates_annotated") for case in load(name)]


@pytest.mark.parametrize("case", FORMS)
def test_every_figure_and_date_in_folding_letters(case):
    """Each known form of a figure or a date, written with letters that fold into ASCII ones, is read or passed over."""
    document = segment(case["text"].translate(FOLDING), published="2020-01-04")
    dates = find_dates(document)
    figures = find_figures(document, dates=dates)
    assert all(document.text[found.start : found.end] == found.text for found in (*dates, *figures))


def test_folding_letters_count():
    """A long s is an s: "5 ſeconds" are seconds, "leſs than" is a hedge."""
    figure = analyze("It took leſs than 5 ſeconds.").figures[0]
    assert (figure.hedge, figure.value, figure.unit) == ("less than", 5, "second")


@pytest.mark.parametrize(
    "text",
    ["Grade: D was given.", "Sources: (Reuters) said.", "It beat: s", "Grade: D! It was so.", "Box: ( ( a"],
)
def test_marks_that_stand_apart_are_no_smiley(text):
    """What TextBlob makes of a colon and a letter or bracket behind it is no tone."""
    tone = score(text)
    assert (tone.polarity, tone.subjectivity, tone.evidence) == (None, None, ())


def test_marks_that_stand_apart_leave_the_rest():
    """The words behind such marks count, and only they; a true smiley behind them is found too."""
    tone = score("Sources: (Reuters) good. :(")
    assert [word.text for word in tone.evidence] == ["good", ":("]
    assert tone.polarity == pytest.approx((0.7 - 0.75) / 2)


EDGES = [date.min.toordinal() + day for day in range(0, 800, 7)] + [
    date.max.toordinal() - day for day in [*range(40), *range(40, 800, 7)]
]


@pytest.mark.parametrize("told", TIMES)
def test_every_day_of_publication_has_an_answer(told):
    """From year 1 to year 9999 a time is resolved or stays open with a reason, and never ends before it begins."""
    for form in (f"He left {told}.", f"It will end {told}.", f"Shut since {told}.", f"Open until {told}."):
        document = segment(form)
        for day in EDGES[::3]:
            for found in find_dates(document, date.fromordinal(day)):
                assert found.assumption
                assert not (found.first and found.last and found.first > found.last)


def test_this_year_counts_to_the_end_of_the_calendar():
    """In the last year of the calendar "in May" is that year's May, as in any other."""
    (found,) = analyze("He left in May.", published="9999-12-31").dates
    assert (found.first, found.last) == ("9999-05-01", "9999-05-31")


def test_since_a_time_behind_publication():
    """ "Since 1472" told in year 1 begins in 1472 and has no end, rather than one before its beginning."""
    (found,) = analyze("It stands since 1472.", published="0001-01-01").dates
    assert (found.first, found.last) == ("1472-01-01", None)


def test_days_that_run_backwards():
    """ "28-3 February" is no span of days."""
    (found,) = analyze("It ran 28-3 February 2019.").dates
    assert not found.is_resolved


def test_feasts_of_every_year():
    """Each feast has a day in every year of the calendar."""
    for name in (*FIXED_FEASTS, *FROM_EASTER, "thanksgiving", "black friday"):
        assert all(holiday(name, year).year == year for year in (*range(1, 10_000, 13), 9999))


def test_lone_surrogates_are_replaced_everywhere():
    """Half a character in the title, the source or a correction is replaced as in the text, so that JSON encodes."""
    result = analyze(
        "Iran \ud800 vowed.",
        title="\udfff",
        source="\ud800",
        corrections=[Correction("rename", "iran", name="I\ud800"), Correction("hide", "\udfff")],
    )
    to_json(result).encode()
    assert result.document.title == result.document.source == "\N{REPLACEMENT CHARACTER}"
    assert result.entities[0].name == "I\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": 5}, "The title must be a string or None, not int."),
        ({"source": b"a"}, "The source must be a string or None, not bytes."),
        ({"corrections": ["hide"]}, "A correction must be a Correction, not 'hide'."),
        ({"corrections": [Correction("burn")]}, "A correction cannot do 'burn'"),
        ({"corrections": [Correction("rename", "iran", name="x" * 300)]}, "cannot be 'xxx"),
        ({"published": "9" * 10_000}, "The publication date '999"),
    ],
)
def test_arguments_of_any_content(given, words):
    """A wrong argument is refused with its name and value, in a message of bounded length."""
    with pytest.raises(InputError) as caught:
        analyze("Iran vowed.", **given)
    assert words in str(caught.value)
    assert len(str(caught.value)) < 400


def test_no_id_is_given_twice():
    """A name that reads like the number of another gets an id of its own."""
    ids = Ids()
    assert [ids.free(base) for base in ("iran", "iran-2", "iran", "iran-2", "iran")] == [
        "iran", "iran-2", "iran-3", "iran-2-2", "iran-4",
    ]  # fmt: skip


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_hostile_texts_keep_every_promise(seed):
    """Whatever the text and the arguments, the result keeps its promises, or there is a plain refusal."""
    chance = Random(seed)
    text = chance.choice(MAKERS)(chance)
    assert outcome(text, arguments(chance, text)) in ([], ["refused"])


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_keeps_every_promise(text):
    """The same for text that nobody thought of."""
    assert outcome(text, {"title": text[:20], "published": "9999-12-31"}) in ([], ["refused"])


def test_sentences_of_text_without_letters():
    """Marks alone are sentences, and none is empty."""
    assert all(end > start for start, end in find_sentences("。！？ … ?! “”"))
