"""Names in running text: where they stand, what they are, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.english.segment import segment
from analysis.english.tokens import Token, tokenize
from analysis.errors import ResourceError
from analysis.model import Span
from analysis.names.recognise import LABELS, recognise, spans_of, trim
from tests.cases import load, load_failures

PIECES = ["Mr ", "Barack Obama", " said ", "U.S.", "the ", "Iranian-backed ", "UN", ". ", "\n\n", "'s ", "é", "中", "!"]
NEWSY = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=150)


def marked(text, engine):
    """The mentions of a text in order, with PLACE for all kinds of place and NORP for nationalities."""
    entities = analyze(text, engine=engine).entities
    rows = [(m, "NORP" if m.kind == "nationality" else e.type) for e in entities for m in e.mentions]
    place = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
    return [[m.text, place.get(kind, kind)] for m, kind in sorted(rows, key=lambda row: row[0].start)]


@pytest.mark.parametrize("case", load("names") + load_failures("names_known_failures"))
def test_names(case):
    """A reader finds marked the names that a careful editor would mark, and nothing else."""
    assert marked(case["text"], "fast") == case["names"]


MISSED = [case.values[0]["why"] for case in load("names_encoder_known_failures")]
"""Names that the encoder reads otherwise; each fails for certain, so that one that is mended moves."""


@pytest.mark.parametrize(
    "case",
    [case for case in load("names") if case.id not in MISSED] + load_failures("names_encoder_known_failures"),
)
def test_names_by_the_encoder(case):
    """The encoder finds what the fast engine finds, but for the failures that are known."""
    pytest.importorskip("onnxruntime", reason="the encoder is optional")
    assert marked(case["text"], "encoder") == case["names"]


@pytest.mark.parametrize("case", load("tokens"))
def test_tokens(case):
    """Names stay whole and are parted from what is only tied to them."""
    assert [token.text for token in tokenize(case["text"])] == case["tokens"]


@given(NEWSY)
def test_tokens_hold_every_character(text):
    """Together the tokens hold every character but white space, each at its place."""
    tokens = list(tokenize(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@given(NEWSY)
def test_spans_are_clean(text):
    """Spans come in the order of the text, apart, inside a sentence, with a known label and no white space around."""
    document = segment(text or ".")
    spans = recognise(document)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        sentence = document.sentence_at(span.start)
        words = document.text[span.start : span.end]
        assert span.label in LABELS
        assert sentence.start <= span.start < span.end <= sentence.end
        assert words == words.strip()


@pytest.mark.parametrize(
    ("text", "span", "left"),
    [
        ("the Bank of England's", Span(0, 21, "ORG"), "Bank of England"),
        ("Mrs Adeyemi", Span(0, 11, "PERSON"), "Adeyemi"),
        ("The Hague", Span(0, 9, "PLACE"), "The Hague"),
        ("Department", Span(0, 10, "ORG"), None),
        ("Friday", Span(0, 6, "MISC"), None),
        ("“Iran”,", Span(0, 7, "PLACE"), "Iran"),
        ("Senator", Span(0, 7, "PERSON"), None),
    ],
)
def test_trimming(text, span, left):
    """Titles, articles, possessives and marks are no part of a name, and a word that names nothing is dropped."""
    found = trim(text, span)
    assert (text[found.start : found.end] if found else None) == left


def test_labels_without_a_beginning():
    """A label that goes on without having begun opens a span, so that no name is lost."""
    tokens = [Token(0, 4, "Bank"), Token(5, 7, "of"), Token(8, 12, "Oslo"), Token(13, 17, "rose")]
    assert list(spans_of(tokens, ["I-ORG", "I-ORG", "I-ORG", "O"])) == [Span(0, 12, "ORG")]


def test_missing_weights_are_named(monkeypatch, tmp_path):
    """Where a file of weights is missing, the error says which."""
    monkeypatch.setattr("analysis.names.recognise.WEIGHTS", (tmp_path / "gone.crf",))
    monkeypatch.setattr("analysis.names.recognise._taggers", [])
    with pytest.raises(ResourceError, match=r"gone\.crf"):
        recognise(segment("Iran"))


def test_pronouns_and_roles_are_kept_apart():
    """ "He" and "the general" are no entities, but lead to the one person whom they can mean."""
    result = analyze("Gen Idris Sow resigned in Dakar.\n\nHe gave no reason. The general had served for 30 years.")
    (person,) = [entity for entity in result.entities if entity.type == "PERSON"]
    assert [(r.text, r.kind, r.entity) for r in result.references] == [
        ("He", "pronoun", person.id),
        ("The general", "role", person.id),
    ]
    assert person.count == 1
