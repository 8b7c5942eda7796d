"""
A reader's corrections: kept in the URL one by one, so that Back undoes the last, a reload keeps them all and a link
carries them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from analysis.corrections.file import MAX_CORRECTIONS, parse
from analysis.errors import InputError
from analysis.json_file import read_json
from analysis.model import Correction
from views.page import url
from views.page.limits import MAX_VALUE_CHARS

MAX_URL_CHARS = MAX_VALUE_CHARS
"""All corrections of a link together; servers and browsers take links of twice that length."""


def current() -> tuple[Correction, ...]:
    """The corrections in the URL; what cannot be read as one is dropped with a note."""
    values = st.query_params.get_all(url.FIX)
    good, n_bad = [], max(0, len(values) - MAX_CORRECTIONS)
    for value in values[:MAX_CORRECTIONS]:
        try:
            good.append(parse(read_json(value[:MAX_URL_CHARS], "a correction", 4 * MAX_URL_CHARS, MAX_URL_CHARS)))
        except InputError:
            n_bad += 1
    if n_bad:
        what = "a correction" if n_bad == 1 else f"{n_bad} corrections"
        url.notify(f"The link held {what} that cannot be read; the others are kept.")
        url.write({url.FIX: [written(one) for one in good]})
    return tuple(good)


def written(correction: Correction) -> str:
    """A correction as it stands in the URL."""
    return json.dumps(correction.to_dict(), ensure_ascii=False, separators=(",", ":"))


def add(correction: Correction) -> None:
    """Add a correction, and let the filter and what is opened follow it; call it from a callback."""
    replace_all((*current(), correction), _following(correction))


def undo() -> None:
    """Take the last correction back; call it from a callback."""
    replace_all(current()[:-1])


def replace_all(corrections: Sequence[Correction], changes: dict[str, list[str]] | None = None) -> None:
    """Make these the corrections; call it from a callback."""
    values = [written(one) for one in corrections]
    if len(values) > MAX_CORRECTIONS or sum(map(len, values)) > MAX_URL_CHARS:
        url.notify(
            "A link holds no more corrections than these. Save them as a file on the page “Method” and give that file "
            "to the command line, which takes more."
        )
        return
    url.write({url.FIX: values} | (changes or {}))


def _following(correction: Correction) -> dict[str, list[str]]:
    """The URL parameters that a merged or hidden entity changes: it stands in the filter under its new id, or not."""
    if correction.do not in ("merge", "hide"):
        return {url.SHOW: []} if correction.do == "place" else {}
    changes = {}
    for name in (url.ENTITY, url.WITHOUT):
        ids = [correction.into if one == correction.entity else one for one in st.query_params.get_all(name)]
        changes[name] = [one for one in dict.fromkeys(ids) if one]
    changes[url.SHOW] = [f"entity:{correction.into}"] if correction.into else []
    return changes
