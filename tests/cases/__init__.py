"""Examples as data: each file a list of cases, each case with the reason why it is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def load(name: str) -> list[Any]:
    """The cases of `name`.json as pytest parameters, named by their reasons."""
    cases = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["why"]) for case in cases]


def load_failures(name: str) -> list[Any]:
    """The cases of `name`.json, each expected to fail; one that passes must move to the others."""
    return [pytest.param(*p.values, id=p.id, marks=pytest.mark.xfail(strict=True)) for p in load(name)]
