"""Other recognisers behind the same folding."""

from __future__ import annotations

import pytest

from analysis import InputError, analyze
from analysis.engines import spans_of
from analysis.english.segment import segment
from analysis.model import Span

TEXT = "Lagos vote\n\nMr Femi Ade spoke in Lagos on Monday. Ade won."


def test_any_function_can_recognise():
    """A function from a document to spans takes the place of the recogniser; folding stays ours."""

    def names(document):
        return tuple(
            Span(at, at + 3, "PERSON") for at in range(len(document.text)) if document.text[at:].startswith("Ade")
        )

    people = [e for e in analyze(TEXT, recogniser=names).entities if e.type == "PERSON"]
    assert [(e.name, e.count) for e in people] == [("Ade", 2)]


def test_a_pipeline_made_here():
    """A spaCy pipeline finds the names, with our labels, and titles are taken off them."""
    spacy = pytest.importorskip("spacy", reason="spaCy is optional")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Mr Femi Ade"}, {"label": "GPE", "pattern": "Lagos"}])
    document = segment(TEXT)
    found = [(document.text[s.start : s.end], s.label) for s in spans_of(pipeline, document)]
    assert found == [("Lagos", "PLACE"), ("Femi Ade", "PERSON"), ("Lagos", "PLACE")]


@pytest.mark.parametrize("name", ["spacy:there_is_no_such_pipeline", "nobody"])
def test_unknown_engines_are_refused(name):
    """An engine that is not there is refused with its name and what could be chosen."""
    with pytest.raises(InputError, match=name.removeprefix("spacy:")):
        analyze(TEXT, recogniser=name)
