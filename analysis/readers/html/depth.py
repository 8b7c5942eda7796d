"""
Pages that nest their blocks deeper than a parser follows: the blocks are taken away, their text stays.

libxml2 stops at 256 levels, and what stands below them is lost without an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.errors import FileError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WARNING = "This page nests its blocks deeper than can be followed. Parts that are no article may have come along."

INLINE = "span|font|b|i|u|em|strong|small|big|sub|sup|abbr|mark|tt|s|ins|del|label|bdi|bdo|q|cite|code|var|kbd|samp"
KEPT = (
    "html|head|title|meta|link|base|body|article|main|p|h[1-6]|li|br|hr|a|img|time|script|style|noscript|template|svg|"
    "nav|aside|footer|header|form|button|iframe|select|option|textarea"
)
INLINE_RE = re.compile(rf"</?(?:{INLINE})(?=[\s/>])[^<>]*>", re.I)
BLOCK_RE = re.compile(rf"(?:</?(?!(?:{KEPT})[\s/>])[a-z][^<>]*>\s*)+", re.I)


def parsed(text: str) -> tuple[HtmlElement, bool]:
    """
    The tree of a page, and whether its blocks had to be taken away for it.

    Raises: FileError where the page is damaged, or nests too deep all the same (lists, links).
    """
    tree = _tree(text)
    if tree is not None:
        return tree, False
    tree = _tree(BLOCK_RE.sub("<p>", INLINE_RE.sub("", text)))
    if tree is None:
        raise FileError("This web page nests its elements too deep to be read. Copy its text and paste it instead.")
    return tree, True


def _tree(text: str) -> HtmlElement | None:
    """The tree of a page; None where it is too deep."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise FileError("This web page is damaged and cannot be read.") from error
    # The log keeps the first hundred entries and the last, which this one always is.
    is_too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if is_too_deep else tree
