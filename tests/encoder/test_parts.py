"""What stands around the encoder's network: wordpieces, legal labels, distances, damaged files."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.encoder import session
from analysis.encoder.inputs import LONGEST, read_words
from analysis.encoder.tags import N_CASES, N_STEPS, TAGS, best_tags, case_of, steps_of
from analysis.encoder.wordpieces import Vocabulary, vocabulary
from analysis.errors import ResourceError
from tests.cases import load


@pytest.mark.parametrize("case", load("wordpieces"))
def test_words_are_cut_as_bert_cuts_them(case):
    """The pieces are those that the library of the published network gives, recorded here."""
    names = {row: piece for piece, row in vocabulary().ids.items()}
    assert [names[row] for row in vocabulary().rows(case["word"])] == case["pieces"]


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), max_size=12))
def test_any_words_give_a_row(words):
    """Whatever the words are, each that is read has a piece, and pieces, letters and owners go together."""
    row = read_words(words, vocabulary())
    assert len(row.pieces) == len(row.cases) == len(row.words) == len(row.is_first)
    assert all(0 <= case < N_CASES for case in row.cases)
    assert [word for word, is_first in zip(row.words, row.is_first, strict=True) if is_first] == list(range(len(words)))


def test_a_very_long_sentence_is_read_at_its_beginning():
    """A sentence of thousands of words is cut at a whole word, and still ends in the mark of its end."""
    row = read_words(["Soleimani"] * 5000, vocabulary())
    assert len(row.pieces) <= LONGEST + 1
    assert row.pieces[-1] == vocabulary().last
    assert row.words.count(0) == row.words.count(max(row.words))


@pytest.mark.parametrize(
    ("word", "same_as", "other_than"),
    [("Iran", "Rouhani", "iran"), ("UN", "NATO", "Un"), ("al-Qaida", "iPhone", "alqaida"), ("12", "…", "A")],
    ids=["a capital", "capitals", "mixed", "no letters"],
)
def test_how_a_word_is_written_is_told(word, same_as, other_than):
    """The network reads small letters only; how a word was written goes beside it."""
    assert case_of(word) == case_of(same_as) != case_of(other_than)


def test_sides_of_a_target_differ():
    """What stands before a target and what stands as far behind it are told apart; the target itself is at nothing."""
    steps = steps_of(3, 5, 9)
    assert steps[3] == steps[4] == 0
    assert steps[2] != steps[5]
    assert all(0 <= step < N_STEPS for step in steps_of(0, 1, 600))


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=len(TAGS), max_size=len(TAGS)), max_size=8).map(np.array))
def test_labels_are_always_legal(scores):
    """No name goes on that did not begin, whatever the network says."""
    tags = best_tags(scores.astype(np.float32))
    assert len(tags) == len(scores)
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_the_best_labels_win_as_a_whole():
    """An inside that is likelier than its beginning drags the beginning with it, where the two together are best."""
    scores = np.full((2, len(TAGS)), -9.0, np.float32)
    scores[0, TAGS.index("O")], scores[0, TAGS.index("B-PERSON")] = 0.0, -1.0
    scores[1, TAGS.index("I-PERSON")], scores[1, TAGS.index("O")] = 0.0, -4.0
    assert best_tags(scores) == ["B-PERSON", "I-PERSON"]


def test_a_damaged_list_of_pieces_is_named(tmp_path):
    """A missing list and one that lacks its marks give an error with the file's name."""
    bad = tmp_path / "pieces.txt"
    with pytest.raises(ResourceError, match=r"pieces\.txt"):
        Vocabulary(bad)
    bad.write_text("war\npeace\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"pieces\.txt"):
        Vocabulary(bad)


@pytest.mark.parametrize("content", [None, b"", b"not a network"], ids=["missing", "empty", "other bytes"])
def test_a_damaged_network_is_named(tmp_path, content):
    """A network that cannot be opened gives an error with the file's name, and no other program's trace."""
    pytest.importorskip("onnxruntime", reason="the encoder is optional")
    path = tmp_path / "bad.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"bad\.onnx"):
        session.session(path)
