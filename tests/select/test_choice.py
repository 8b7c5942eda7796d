"""The filter: all, any, none, a range of paragraphs, a voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.evidence.find import find, subjects
from analysis.model import ENTITY_TYPES, VOICES
from analysis.select.narrow import Choice, kept_paragraphs, narrow, valid_choice
from tests.factories import make_analysis
from views.page.library import bundled

SMALL = make_analysis()
WHOLE = analyze(next(iter(bundled().values())).text)
IDS = [entity.id for entity in WHOLE.entities]
INDEX = st.none() | st.integers(-2, len(WHOLE.document.paragraphs) + 2)
CHOICES = st.builds(
    lambda ids, types, needs_all, without, first, last, voice: valid_choice(
        WHOLE, ids, types, needs_all=needs_all, without=without, first=first, last=last, voice=voice
    ),
    st.sets(st.sampled_from([*IDS[:6], "nobody"]), max_size=3),
    st.sets(st.sampled_from(ENTITY_TYPES), max_size=2),
    st.booleans(),
    st.sets(st.sampled_from(IDS), max_size=2),
    INDEX,
    INDEX,
    st.sampled_from([*VOICES, "nobody"]),
)


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(), {0, 1, 2, 3}),
        (Choice(("mali", "mopti")), {0, 1, 2}),
        (Choice(("mali", "mopti"), needs_all=True), {0, 1}),
        (Choice(("mali",), without=("mopti",)), {2}),
        (Choice(without=("mali",)), {3}),
        (Choice(first=1, last=2), {1, 2}),
        (Choice(("mali",), first=2), {2}),
        (Choice(types=("PERSON",)), {2}),
    ],
    ids=["all", "any", "every", "one without another", "without", "range", "name in a range", "type"],
)
def test_which_paragraphs_are_kept(choice, kept):
    """Each part of the filter keeps the paragraphs that a reader would point at."""
    assert kept_paragraphs(SMALL, choice) == kept


def test_voices_share_the_text():
    """The narrator's and the quoted mentions together are all mentions, and none is both."""
    n_all = sum(entity.count for entity in WHOLE.entities)
    parts = [sum(e.count for e in narrow(WHOLE, Choice(voice=voice)).entities) for voice in ("narrator", "quoted")]
    assert sum(parts) == n_all
    assert min(parts) > 0


def test_quoted_words_are_inside_quotes():
    """Asked for those quoted, every mention that is counted stands between quotation marks."""
    spans = [(quote.start, quote.end) for quote in WHOLE.quotes]
    quoted = narrow(WHOLE, Choice(voice="quoted"))
    assert all(any(start <= m.start < end for start, end in spans) for e in quoted.entities for m in e.mentions)


@given(CHOICES)
def test_twice_is_once(choice):
    """Filtering again by the same choice changes nothing of what is counted."""
    once = narrow(WHOLE, choice)
    twice = narrow(once, valid_choice(once, choice.entities, choice.types, first=choice.first, last=choice.last))
    if not choice.without and not choice.needs_all:
        assert twice.entities == once.entities
        assert twice.overall == once.overall


@given(CHOICES)
def test_only_kept_paragraphs_count(choice):
    """Nothing outside the kept paragraphs is counted anywhere."""
    kept = kept_paragraphs(WHOLE, choice)
    narrowed = narrow(WHOLE, choice)
    assert {m.paragraph for e in narrowed.entities for m in e.mentions} <= kept
    assert {m.paragraph for p in narrowed.places for m in p.mentions} <= kept
    assert {q.paragraph for q in narrowed.quotes} <= kept
    assert {f.paragraph for f in narrowed.figures} <= kept


@given(CHOICES)
def test_every_number_has_as_many_lines(choice):
    """Under any filter, each number of each table opens exactly as many lines as it says, all in the text."""
    narrowed = narrow(WHOLE, choice)
    text = WHOLE.document.text
    for subject, number in subjects(narrowed):
        found = find(narrowed, subject)
        assert found is not None, subject
        assert found.count == number, subject
        for line in found.lines:
            assert 0 <= line.start < line.end <= len(text)
            assert all(line.start <= start <= end <= line.end for start, end in line.marks), subject


@pytest.mark.parametrize(
    "subject", ["", "entity", "entity:", "entity:nobody", "nothing:iran", "edge:word|iran|iraq", "paragraph:-1",
                "paragraph:99999", "paragraph:²", "place:|", "role:actor", "word:nan", "entity:" + "x" * 400],
)  # fmt: skip
def test_a_subject_that_is_none(subject):
    """What is no subject of this text opens nothing and breaks nothing."""
    assert find(WHOLE, subject) is None
