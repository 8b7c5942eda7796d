"""What a user would notice, test by test; the folders are those of the code."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
