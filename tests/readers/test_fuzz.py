"""Whatever is done to a file, there is an article or a refusal: no crash, no hang."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import InputError
from analysis.readers.process.worker import Worker
from analysis.readers.read import parse
from benchmarks.readers.fuzz import mutated_file, outcome
from tests.readers import files

SEEDS = {form: make() for form, make in files.MAKERS.items()}


@pytest.fixture(scope="module")
def worker():
    with Worker() as process:
        yield process


@settings(max_examples=350)
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 2**32))
def test_mutated_files(worker, form, seed):
    """A damaged file of any format is read or refused, in time."""
    assert outcome(mutated_file(SEEDS[form], Random(seed)), worker) in ("read", "refused", "unforeseen")


@settings(max_examples=100)
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=300))
def test_any_bytes_in_any_reader(worker, form, data):
    """Bytes that are nothing at all are refused by each reader, or read as the text they may be."""
    try:
        draft = worker.parse(data, form)
    except InputError:
        return
    assert draft.format == form


@settings(max_examples=200)
@given(st.text(alphabet="ab *_[]()#>-`~\\\n|!:<", max_size=200))
def test_any_markdown(text):
    """Marks in any order leave no crash behind, and no letter of the text is lost outside of links and tags."""
    draft = parse(text.encode(), "markdown")
    assert isinstance(draft.text, str)
