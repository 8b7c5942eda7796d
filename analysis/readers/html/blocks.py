"""
The blocks of a web page that are no article, by what they call themselves.

A name alone does not decide: a block that holds a large part of the page's text stays, whatever its class is
(`<div class="article-with-newsletter">`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement
from analysis.errors import FileError

MAX_BLOCK_SHARE = 0.4
"""A block with more than this share of the text in paragraphs is not pruned; a list of related stories has 0.2."""

MAX_NAME_SHARE = 0.6
"""Blocks of one name that together hold more than this are the article: page builders call each paragraph a widget."""

MIN_ARTICLE_SHARE = 0.8
"""A block with at least this share of the text in paragraphs is the article."""

MAX_LINK_WORDS = 30
MIN_LINK_SHARE = 0.85
"""A short paragraph of which nearly all letters are a link points to another story."""

LAYOUT_CELL_WORDS = 30
"""A table with a cell of more words than this holds no figures: it lays out the page, as in the 1990s."""

TEXTLESS_TAGS = ("script", "style", "noscript", "template", "svg", "iframe", "select")
JUNK_TAGS = frozenset({"nav", "aside", "form", "button", "dialog", "amp-ad", "amp-list", "amp-consent", "amp-sidebar"})
JUNK_ROLES = frozenset({"dialog", "alertdialog", "navigation", "banner", "contentinfo", "complementary", "search"})

JUNK_NAMES = """
    ad ads adslot advert advertisement advertising ad-slot ad-block sponsor sponsored outbrain taboola
    cookie cookies consent gdpr modal overlay paywall subscribe subscription newsletter signup sign-up app-promo promo
    related recirc recirculation recommended recommendations most-read most-viewed most-popular trending read-more
    more-on more-from more-stories more-news top-stories latest-news also-read inline-related links-block teaser
    share sharing sharedaddy social social-media share-tools share-bar sharebar comments comment-list disqus respond
    breadcrumb breadcrumbs tag-list taglist tags topics pagination toolbar sidebar skip-link screen-reader-text
    byline author-bio author-box author-card author-line timestamp dateline-meta posted-on entry-meta
    caption figcaption credit image-caption factbox fact-box infobox pullquote pull-quote key-events article-summary
    feedback trust-badge contact-us site-footer site-header masthead widget cta logo
""".split()
JUNK_RE = re.compile(rf"(?:^|[-_\s])({'|'.join(JUNK_NAMES)})(?:$|[-_\s])", re.I)
CAMEL_RE = re.compile(r"(?<=[a-z])(?=[A-Z])")

JUNK_PARTS = frozenset({"header", "footer", "nav", "sidebar", "cta", "ad", "byline", "share", "comments", "related"})
"""How the names of junk end that sites make themselves: <app-sidebar>. A plain <footer> is left to trafilatura."""

MAX_NAME = 500
"""Characters of an element's class and id that are looked at."""


def prune(tree: HtmlElement) -> None:
    """Take the blocks that are no article out of the page, and turn tables that lay it out into plain blocks."""
    for element in [*tree.iter(*TEXTLESS_TAGS)]:
        _drop(element)
    for element in _junk_blocks(tree):
        _drop(element)
    for element in [*tree.iter("p")]:
        if is_link_line(element):
            _drop(element)
    for element in tree.iter():
        if "-" in element.tag:
            # An element of the site's own making is a plain block to a browser, and so it is here.
            element.tag = "div"
    for table in [*tree.iter("table")]:
        if any(_count_words(cell) > LAYOUT_CELL_WORDS for cell in table.iter("td")):
            _unfold(table)


def _junk_blocks(tree: HtmlElement) -> list[HtmlElement]:
    """The outermost blocks that name themselves as junk, but for those and those names that hold too much text."""
    total = sum(len(text) for text in paragraph_texts(tree)) or 1
    found: dict[HtmlElement, str] = {}
    lengths: dict[str, int] = {}
    for element in tree.iter():
        if element.tag in ("html", "head", "body") or any(above in found for above in element.iterancestors()):
            continue
        name = junk_name(element)
        length = _text_length(element) if name else 0
        if name and length <= MAX_BLOCK_SHARE * total:
            found[element] = name
            lengths[name] = lengths.get(name, 0) + length
    return [element for element, name in found.items() if lengths[name] <= MAX_NAME_SHARE * total]


def mark_article(tree: HtmlElement) -> None:
    """
    Say which block is the article on a page that does not: the one that holds nearly all text in paragraphs.

    Without such a mark trafilatura takes the paragraphs of such a page alone, and leaves its subheadings.
    """
    if tree.find(".//article") is not None or tree.find(".//main") is not None:
        return
    lengths: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            lengths[parent] = lengths.get(parent, 0) + _text_length(paragraph)
    if lengths:
        densest = max(lengths, key=lambda block: lengths[block])
        if densest.tag == "div" and lengths[densest] >= MIN_ARTICLE_SHARE * sum(lengths.values()):
            densest.tag = "article"


def junk_name(element: HtmlElement) -> str:
    """The name by which an element says of itself that it is no part of an article, or ""."""
    role = element.get("role") or ""
    if element.tag in JUNK_TAGS or role in JUNK_ROLES or element.get("hidden") is not None:
        return role or str(element.tag)
    if element.tag == "li" and any(element.find(f".//{rank}//a") is not None for rank in ("h2", "h3", "h4")):
        return "card"  # A list item with a linked headline belongs to another story.
    if element.tag in ("main", "article", "a", "em", "strong", "h1"):
        # A class such as "social" on a link tells nothing of its words.
        return ""
    head, _, part = element.tag.rpartition("-")
    found = JUNK_RE.search(_names(element))
    return found[1].lower() if found else (part if head and part in JUNK_PARTS else "")


def _names(element: HtmlElement) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:MAX_NAME]
    return CAMEL_RE.sub("-", names)


def is_link_line(paragraph: HtmlElement) -> bool:
    """Whether a paragraph is little more than a link to another page."""
    n_words = _count_words(paragraph)
    return 0 < n_words <= MAX_LINK_WORDS and _is_linked(paragraph)


def _is_linked(element: HtmlElement) -> bool:
    """Whether nearly all letters of an element are links."""
    linked = sum(_text_length(link) for link in element.iter("a") if link.get("href"))
    return linked > 0 and linked >= MIN_LINK_SHARE * _text_length(element)


def count_elements(tree: HtmlElement) -> int:
    """How many elements the page has."""
    return sum(1 for _ in tree.iter())


def paragraph_texts(tree: HtmlElement) -> Iterator[str]:
    """The texts of all paragraphs, headings and list items of a page, in order."""
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote"):
        if element.tag in ("p", "h1", "h2", "h3", "h4") or element.find(".//p") is None:
            text = " ".join((element.text_content() or "").split())
            if text:
                yield text


def _count_words(element: HtmlElement) -> int:
    return len((element.text_content() or "").split())


def _text_length(element: HtmlElement) -> int:
    return len(" ".join((element.text_content() or "").split()))


def _drop(element: HtmlElement) -> None:
    """Remove an element, but keep the text behind it: `</aside>The minister said` goes on."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _unfold(table: HtmlElement) -> None:
    for element in [*table.iter("table", "tbody", "thead", "tr", "td", "th")]:
        if element.tag == "td" and _is_linked(element):
            _drop(element)
        element.tag = "div"


# Pages that nest their blocks deeper than a parser follows: the blocks are taken away, their text stays.
#
# libxml2 stops at 256 levels, and what stands below them is lost without an error.

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
