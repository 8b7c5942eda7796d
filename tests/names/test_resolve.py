"""Folding: everything that names one thing is one entity, under the name a reader would choose."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.english.segment import segment
from analysis.model import Span
from analysis.names.resolve import resolve
from tests.cases import load, load_failures
from training.prose import strip_markup

WORDS = ["Grace Adeyemi", "Adeyemi", "US", "Iranian", "Iran", "UN", "United Nations", "Bank", "Red Sox", "a", "said"]
LABEL_OF_TYPE = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
LABELS = ["PERSON", "ORG", "PLACE", "NORP", "MISC"]


def folded(marked):
    """What the entities of a marked text are, and what they ought to be: name -> surfaces, in the order of the text."""
    text, names = strip_markup(marked)
    spans = [Span(name.start, name.end, LABEL_OF_TYPE.get(name.type, name.type)) for name in names]
    wanted = defaultdict(list)
    for name in names:
        wanted[name.canonical].append((name.start, name.text))
    found = {e.name: [(m.start, m.text) for m in e.mentions] for e in resolve(segment(text), spans)}
    return found, dict(wanted)


@pytest.mark.parametrize("case", load("folding") + load_failures("folding_known_failures"))
def test_folding(case):
    """A reader finds each thing once, under its fullest name, with all of its mentions and no others."""
    found, wanted = folded(case["text"])
    assert found == wanted


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(LABELS)), max_size=12))
def test_mentions_are_kept(pieces):
    """Whatever the names are, each span becomes exactly one mention, and ids are unique."""
    text, spans = "", []
    for word, label in pieces:
        spans.append(Span(len(text), len(text) + len(word), label))
        text += word + ", "
    entities = resolve(segment(text or "."), spans)
    places = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    assert places == [(span.start, span.end) for span in spans]
    assert len({entity.id for entity in entities}) == len(entities)
    assert all(text[m.start : m.end] == m.text for entity in entities for m in entity.mentions)
