"""Large numbers, each of which opens what it was counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from views.components import component
from views.page import state


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with what it counts; `subject` is what analysis.evidence knows it by, "" where nothing is behind it."""

    label: str
    value: str
    hint: str
    subject: str = ""


def tiles(rows: Sequence[Tile], key: str) -> None:
    """Draw the numbers side by side; a click on one opens its sentences."""

    def opened() -> None:
        subject = st.session_state[key].opened
        if subject in {row.subject for row in rows}:
            state.show(subject)

    component("tiles")(key=key, data={"tiles": [asdict(row) for row in rows]}, on_opened_change=opened)
