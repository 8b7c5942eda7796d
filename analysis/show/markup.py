"""
Text to safe HTML: everything that a stranger wrote passes `safe`, and a page is built from the pieces made here.

The pieces are well-formed XML too, so that a test can read a whole report strictly.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape

# Control characters, which no reader sees, and marks that turn the direction of writing, which could turn ours round.
UNSEEN_RE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


TALL = 40
"""A table of more rows scrolls on the screen."""


class Html(str):
    """A string that is safe HTML already."""

    __slots__ = ()


def safe(text: object) -> Html:
    """Text with every character that means something in HTML escaped; HTML stays as it is."""
    if isinstance(text, Html):
        return text
    return Html(escape(UNSEEN_RE.sub("", str(text)), quote=True))


def joined(parts: Iterable[str]) -> Html:
    """Pieces of HTML in a row; what is plain text among them is escaped."""
    return Html("".join(map(safe, parts)))


def element(name: str, content: str, **attributes: str) -> Html:
    """An element; an underscore that ends an attribute's name is cut, others become hyphens."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{safe(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{written}>{safe(content)}</{name}>")


def section(anchor: str, title: str, *parts: str, **attributes: str) -> Html:
    """A part of the page under its own headline."""
    heading = element("h2", title, id=f"{anchor}-title")
    return element("section", joined([heading, *parts]), id=anchor, aria_labelledby=f"{anchor}-title", **attributes)


def figure(picture: str, takeaway: str, *more: str) -> Html:
    """A chart under the sentence that says what it shows; `more` stands below."""
    return element("figure", joined([element("figcaption", takeaway), picture, *more]))


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    empty: str,
    numbers: Collection[int] = (),
    *,
    wide: Collection[int] = (),
    is_slim: bool = False,
) -> Html:
    """
    A table that scrolls sideways where it is wider than the page; without a row the words of `empty`.

    The first cell of a row is its headline; the columns in `numbers` stand to the right, those in
    `wide` are never squeezed to a word a line. A slim table is no wider
    than its words; a long one scrolls on the screen and is whole on paper.
    """
    if not rows:
        return none(empty)
    head = joined(
        element("th", text, scope="col", **({"class_": "n"} if at in numbers else {})) for at, text in enumerate(heads)
    )
    body = joined(
        element("tr", joined(_cell(at, value, at in numbers, at in wide) for at, value in enumerate(row)))
        for row in rows
    )
    inner = joined(
        [element("caption", element("span", caption)), element("thead", element("tr", head)), element("tbody", body)],
    )
    name = f"wide{' slim' if is_slim else ''}{' tall' if len(rows) > TALL else ''}"
    return element("div", element("table", inner), class_=name, role="region", aria_label=caption, tabindex="0")


def _cell(at: int, value: object, is_number: bool, is_wide: bool) -> Html:
    shown = safe("" if value is None else value)
    if at == 0:
        return element("th", shown, scope="row", dir="auto")
    if is_number:
        return element("td", shown, class_="n")
    return element("td", shown, dir="auto", **({"class_": "long"} if is_wide else {}))


def none(sentence: str) -> Html:
    """The words for a section in which nothing stands."""
    return element("p", sentence, class_="none")


def note(text: str) -> Html:
    """Small print."""
    return element("p", text, class_="note")
