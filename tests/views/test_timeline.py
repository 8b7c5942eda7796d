"""How figures are written on the facts page."""

from __future__ import annotations

import pytest

from views.charts.timeline import number_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (25, "25"),
        (3000, "3,000"),
        (0.667, "0.667"),
        (1_100_000_000, "1.1 billion"),
        (2e12, "2 trillion"),
        (6.12, "6.12"),
    ],
)
def test_numbers_are_written_as_a_paper_would(value, text):
    """Thousands get a comma, millions and more their word, and decimals are kept only where there are any."""
    assert number_text(value) == text
