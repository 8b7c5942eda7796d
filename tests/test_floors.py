"""The accuracy that was measured last is held: a rule that makes it worse is noticed."""

from __future__ import annotations

import pytest

from benchmarks.measured import MARGIN, SETS, read


@pytest.mark.parametrize("name", SETS)
def test_accuracy_does_not_fall(name):
    """No figure of the annotated dates, figures, speakers and names falls below the one in measured.json."""
    now, was = SETS[name](), read()[name]
    assert now.keys() == was.keys()
    fallen = {part: f"{value:.3f}, was {was[part]:.3f}" for part, value in now.items() if value < was[part] - MARGIN}
    assert not fallen, f"{name}: {fallen}; if it is meant: python -m benchmarks.measured"


def test_figures_are_shares():
    """Every figure lies between one half and one, so that a set that was read wrongly is noticed."""
    assert all(0.5 < value <= 1 for shares in read().values() for value in shares.values())
