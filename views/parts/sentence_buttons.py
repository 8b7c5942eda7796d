"""Tables whose rows open the sentences that their numbers were counted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from views.page import state

COLUMN = "sentences"
LABEL = "Show"


def table(
    frame: pd.DataFrame, subjects: Sequence[str], key: str, alt: str, columns: Mapping[str, Any], behind: int = 1
) -> None:
    """
    Draw a frame with a button in each row, where it is seen on a narrow screen too.

    Args:
        subjects: one a row, as analysis.evidence knows it; a row with "" has no button.
        columns: the columns to show, as st.column_config wants them.
        behind: how many columns, those that name the row, stand in front of the button.
    """
    shown = frame[list(columns)].assign(**{COLUMN: [LABEL if subject else None for subject in subjects]})
    button = _column("Sentences", subjects, f"{key}_clicked", 88)
    order = list(columns)
    st.dataframe(
        shown,
        hide_index=True,
        alt=alt,
        key=key,
        column_order=[*order[:behind], COLUMN, *order[behind:]],
        column_config={**columns, COLUMN: button},
    )


def counts(
    frame: pd.DataFrame, subjects: Mapping[str, Sequence[str]], key: str, alt: str, columns: Mapping[str, Any]
) -> None:
    """Draw a frame in which the numbers of some columns are the buttons; `subjects` has those columns, by heading."""
    shown = frame[list(columns)]
    config = dict(columns)
    for column, own in subjects.items():
        labels = [str(number) if subject else None for number, subject in zip(frame[column], own, strict=True)]
        shown = shown.assign(**{column: labels})
        config[column] = _column(str(columns[column]), own, f"{key}_{column}_clicked", 60)
    st.dataframe(shown, hide_index=True, alt=alt, key=key, column_config=config)


def _column(heading: str, subjects: Sequence[str], key: str, width: int) -> Any:
    """A column of buttons, each of which opens the subject of its row."""

    def opened() -> None:
        row = st.session_state[key].row
        if 0 <= row < len(subjects) and subjects[row]:
            state.show(subjects[row])

    return st.column_config.ButtonColumn(heading, on_click=opened, key=key, width=width)
