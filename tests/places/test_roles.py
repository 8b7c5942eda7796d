"""How a text uses a place."""

from __future__ import annotations

import pytest

from analysis.english.segment import segment
from analysis.places.find import find_toponyms
from tests.cases import load


@pytest.mark.parametrize("case", load("roles"))
def test_roles(case):
    """A reader sees whether a place is where something is, who acts, a nationality or part of a name."""
    text = case["text"]
    roles = {text[t.start : t.end]: t.role for t in find_toponyms(segment(text), ())}
    assert {name: roles.get(name) for name in case["roles"]} == case["roles"]
