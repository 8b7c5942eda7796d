"""What is shipped: weights, gazetteer, lists and outlines, each with a card that says where it is from."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
