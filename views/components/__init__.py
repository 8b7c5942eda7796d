"""
What Streamlit has no widget for, drawn by the browser from files in this folder.

Every component puts strangers' text on the page through `textContent` alone, follows the theme through Streamlit's
own CSS variables, and works by keyboard.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


@cache
def component(name: str) -> Any:
    """The component made of NAME.js and NAME.css in this folder, as Streamlit mounts it."""
    return st.components.v2.component(
        f"dateline_{name}",
        html='<div class="root"></div>',
        css=(HERE / f"{name}.css").read_text(encoding="utf-8"),
        js=(HERE / f"{name}.js").read_text(encoding="utf-8"),
    )
