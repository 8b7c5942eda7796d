"""
The options of pages that live in the URL: what each may be, and widgets that read and write them.

A widget's value is set from the URL before it is drawn and written back from its callback, so that a link, a reload,
a page change and the Back button all keep it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.model import PLACE_KINDS, ROLES, SOURCE_KINDS
from analysis.pairs import UNITS


@dataclass(frozen=True, slots=True)
class Option:
    """What an option may be: one or more of some words, or a whole number of a range; without it, `default`."""

    allowed: tuple[str, ...] | range
    default: str = ""
    is_many: bool = False

    def allows(self, value: str) -> bool:
        """Whether a value of the URL is one of the choices."""
        if isinstance(self.allowed, range):
            return value.isascii() and value.isdecimal() and len(value) < 9 and int(value) in self.allowed
        return value in self.allowed


OPTIONS: Mapping[str, Option] = {
    "rows": Option(range(1, 61), "15"),
    "nationalities": Option(("yes", "no"), "yes"),
    "roles": Option(ROLES, is_many=True),
    "kinds": Option(PLACE_KINDS, is_many=True),
    "map": Option(("region", "world"), "region"),
    "measure": Option(("polarity", "subjectivity"), "polarity"),
    "sources": Option(SOURCE_KINDS, is_many=True),
    "layer": Option(("names", "tone", "quotes", "places", "facts"), "names"),
    "pronouns": Option(("yes", "no"), "no"),
    "unit": Option(UNITS, "sentence"),
    "view": Option(("network", "matrix"), "network"),
    "least": Option(range(1, 1000), "1"),
    "edges": Option(range(1, 121), "40"),
    "lines": Option(("sentences", "keywords"), "sentences"),
    "order": Option(("text", "left", "right"), "text"),
}
"""Every option of every page by its name in the URL."""


def dropped_values() -> int:
    """Take out of the URL what is no choice of its option; return how many values that were."""
    n_dropped = 0
    for name, option in OPTIONS.items():
        values = st.query_params.get_all(name)
        good = list(dict.fromkeys(value for value in values if option.allows(value)))
        good = good if option.is_many else good[:1]
        if good != values:
            n_dropped += len(values) - len(good)
            write(name, good)
    return n_dropped


def set_here() -> dict[str, list[str]]:
    """The options in the URL, all of which are other than their defaults."""
    return {name: st.query_params.get_all(name) for name in OPTIONS if name in st.query_params}


def read(name: str) -> list[str]:
    """The values of an option; a single one comes with its default."""
    option = OPTIONS[name]
    values = [value for value in st.query_params.get_all(name) if option.allows(value)]
    return values if option.is_many else (values or [option.default])[:1]


def write(name: str, values: Sequence[str]) -> None:
    """Write an option to the URL; its default is left out."""
    if not values or list(values) == [OPTIONS[name].default]:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = list(values)


def pills(label: str, name: str, present: Sequence[str], labels: Mapping[str, str], **more: Any) -> list[str]:
    """Several of `present`; what the URL holds beside them is kept for other articles, and does not count here."""
    key = _prepared(name, [value for value in read(name) if value in present])
    st.pills(
        label, list(present), format_func=labels.__getitem__, selection_mode="multi", key=key,
        on_change=lambda: write(name, st.session_state[key]), **more,
    )  # fmt: skip
    return list(st.session_state[key])


def segmented(label: str, name: str, labels: Mapping[str, str], **more: Any) -> str:
    """One of the choices of an option."""
    key = _prepared(name, read(name)[0])
    st.segmented_control(
        label, list(labels), format_func=labels.__getitem__, required=True, key=key, label_visibility="collapsed",
        on_change=lambda: write(name, [st.session_state[key]]), **more,
    )  # fmt: skip
    return str(st.session_state[key])


def selectbox(label: str, name: str, labels: Mapping[str, str], **more: Any) -> str:
    """One of the choices of an option, from a list that opens."""
    key = _prepared(name, read(name)[0])
    st.selectbox(
        label, list(labels), format_func=labels.__getitem__, key=key, label_visibility="collapsed",
        on_change=lambda: write(name, [st.session_state[key]]), **more,
    )  # fmt: skip
    return str(st.session_state[key])


def toggle(label: str, name: str, **more: Any) -> bool:
    """Yes or no."""
    key = _prepared(name, read(name)[0] == "yes")
    st.toggle(label, key=key, on_change=lambda: write(name, ["yes" if st.session_state[key] else "no"]), **more)
    return bool(st.session_state[key])


def slider(label: str, name: str, least: int, most: int, **more: Any) -> int:
    """A whole number from `least` to `most`."""
    key = _prepared(name, min(max(int(read(name)[0]), least), most))
    st.slider(label, least, most, key=key, on_change=lambda: write(name, [str(st.session_state[key])]), **more)
    return int(st.session_state[key])


def _prepared(name: str, value: Any) -> str:
    """The key of the widget, whose value is set."""
    key = f"option_{name}"
    st.session_state[key] = value
    return key
