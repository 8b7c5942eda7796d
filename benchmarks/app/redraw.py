"""
How long the server takes to redraw a page after a click on the filter.

Streamlit's own test runner runs the page as the server does, without a browser: from the callback to the last element.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from training.prose import read_articles
from views.page import url
from views.page.cache import analysed
from views.page.library import bundled, from_text
from views.page.shell import PAGES

ROOT = Path(__file__).parent.parent.parent
LONG_WORDS = 20_000
N_CLICKS = 7


def long_text() -> str:
    """Some 20,000 words of the annotated prose, which names far more people and places than one article would."""
    pieces: list[str] = []
    n_words = 0
    for path in sorted((ROOT / "training" / "prose").glob("*.txt")):
        for article in read_articles(path):
            pieces.append(article.text)
            n_words += len(article.text.split())
            if n_words >= LONG_WORDS:
                return "\n\n".join(pieces)
    return "\n\n".join(pieces)


def filter_clicks(page: str, text: str | None = None) -> list[float]:
    """Seconds for each of some clicks, each on a name that was not chosen before; on `text`, else the first article."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    if page != "dashboard.py":
        app.switch_page(page)
    article = next(iter(bundled().values())) if text is None else from_text(text, "Made for a measurement.")
    app.session_state[url.OWN_ARTICLES] = {} if text is None else {article.id: article}
    if text is not None:
        app.query_params[url.ARTICLE] = article.id
    app.run()
    times = []
    for entity in analysed(article.text).entities[: N_CLICKS + 1]:
        app.multiselect[0].set_value([entity.id])
        start = time.perf_counter()
        app.run()
        times.append(time.perf_counter() - start)
        assert not app.exception
    # The first click loads what the page had not needed before.
    return times[1:]


def report() -> None:
    """Print a line a page: the median and the longest, on the user's article and on a long text."""
    text = long_text()
    for file, name, _ in PAGES:
        parts = []
        for what, given in (("user's article", None), (f"{len(text.split()):,} words", text)):
            times = [1000 * seconds for seconds in filter_clicks(file, given)]
            parts.append(f"{what} {statistics.median(times):.0f} ms (longest {max(times):.0f})")
        print(f"filter click on {name}: {'; '.join(parts)}", flush=True)
