"""Broken addresses: sets of URL parameters that no page wrote, from tests/cases/addresses.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from views.page.shell import ADD_PAGE, PAGES

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "addresses.json"

ELEVEN = [*(file for file, _, _ in PAGES), ADD_PAGE]
"""Every page."""

Query = dict[str, str | list[str]]


def sets() -> list[tuple[str, Query]]:
    """Each set of parameters, behind the reason why it might break a page."""
    rows = json.loads(CASES.read_text(encoding="utf-8"))
    return [(row["why"], {name: _value(value) for name, value in row["query"].items()}) for row in rows]


def known_failures() -> dict[str, str]:
    """What is known to be wrong with an address, by the reason why it might break a page."""
    rows = json.loads(CASES.read_text(encoding="utf-8"))
    return {row["why"]: row["known_failure"] for row in rows if "known_failure" in row}


def _value(value: Any) -> str | list[str]:
    """A value, which may be given as a text with how many `times` it stands in it, or how many values are `each` it."""
    if isinstance(value, list):
        return [str(_value(one)) for one in value]
    if isinstance(value, dict):
        return [value["text"]] * value["each"] if "each" in value else value["text"] * value["times"]
    return str(value)


def opened(page: str, query: Query, seconds: float = 60) -> AppTest:
    """The page as it stands at the address; what went wrong is in `exception`."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=seconds)
    if page != "dashboard.py":
        at.switch_page(page)
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()
