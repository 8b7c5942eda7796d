"""What is found in the project's own texts stays as it was written down."""

from __future__ import annotations

import pytest

from tests.golden.snapshots import FOLDER, differences, file_of, is_same, lines_now
from tests.golden.texts import texts

TEXTS = list(texts())


@pytest.mark.parametrize("text", TEXTS, ids=[text.name for text in TEXTS])
def test_nothing_moves_unseen(text):
    """Names, places, quotes, tone, figures and dates of an article are those of its snapshot."""
    was = file_of(text).read_text(encoding="utf-8").splitlines()
    changed = differences(was, lines_now(text))
    assert not changed, "\n".join([f"{text.name}; if it is meant: python -m tests.golden", *changed])


def test_each_text_has_one_snapshot():
    """No snapshot is left of a text that is gone, and at least fifty texts are held."""
    assert {file_of(text) for text in TEXTS} == set(FOLDER.glob("*.txt"))
    assert len(TEXTS) >= 50


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("toward  Iran  mean=-0.35", "toward  Iran  mean=-0.36", True),
        ("toward  Iran  mean=-0.35", "toward  Iran  mean=-0.37", False),
        ("entity  GPE  Iran  Iran@12", "entity  GPE  Iran  Iran@13", False),
        ("figure  value=3000", "figure  value=3500", False),
    ],
)
def test_only_the_last_place_of_decimals_may_differ(a, b, same):
    """A processor may round a score differently; a place, a count or a name may not change."""
    assert is_same(a, b) is same
