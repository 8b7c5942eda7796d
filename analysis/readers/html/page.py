"""
Web pages: the article without what stands around it, and its title, date, author and source.

trafilatura finds the article and its data. It is given a page without the blocks that call themselves something
else (`html_blocks`), and what it returns goes through a list of lines that are never part of an article
(`html_lines`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.errors import FileError
from analysis.readers.charsets import codec, decoded
from analysis.readers.draft import Draft
from analysis.readers.html.blocks import WARNING, count_elements, mark_article, paragraph_texts, parsed, prune
from analysis.readers.html.lines import clean_lines, find_byline
from analysis.readers.plain import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 15_000
"""Elements of a page in which the article is looked for; its time grows with their square. A long live blog has
10,000. Of larger pages all paragraphs are taken."""

MAX_TAGS = 150_000
"""Tags of a page that is read at all. They take 0.1 GB; the longest pages of newspapers have some 30,000."""

MIN_SHARE_OF_DATA = 0.6
"""Where the page's own structured data hold an article that is longer than this makes likely, that one is taken."""

CHARSET_RE = re.compile(rb"<meta[^<>]{1,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.I)
XML_CHARSET_RE = re.compile(rb"^\s{0,20}<\?xml[^<>]{1,100}encoding=[\"']([A-Za-z0-9_.:-]{2,40})")
DECLARATION_RE = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
NO_XML_RE = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|&#(?:0*[1-8]|x0*[1-8]|x0*fff[ef]);", re.I
)
"""Characters, written or by number, that no tree of XML can hold; trafilatura fails on them."""

ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})
MARKUP_RE = re.compile(r"<[^<>]{1,500}>")


def read_html(data: bytes, encoding: str | None = None) -> Draft:
    """
    Read a web page; `encoding` is what its sender said of it, where there was one.

    Raises: FileError where it is no page, or no article is found in it; InputError where it is no text at all.
    """
    tree, is_flattened = parsed(_checked(_decoded(data, encoding)))
    fields = _fields(tree)
    structured = _article_body(tree)
    prune(tree)
    mark_article(tree)
    lines = _article(tree)
    fields["author"] = fields["author"] or find_byline(lines)
    paragraphs = clean_lines(lines, fields["title"], fields["author"])
    n_words = sum(len(paragraph.split()) for paragraph in paragraphs)
    warnings = (WARNING,) if is_flattened else ()
    is_run_together = len(paragraphs) == 1 and "\n" in structured.strip()
    if n_words < MIN_SHARE_OF_DATA * len(structured.split()) or is_run_together:
        paragraphs = [line.strip() for line in structured.split("\n") if line.strip()]
        warnings = ("Most of the text comes from the page's data for search engines; paragraphs may be run together.",)
    if not paragraphs:
        raise FileError("No article was found in this web page. Copy its text and paste it instead.")
    return Draft("\n\n".join(paragraphs), format="html", warnings=warnings, **fields)


def _decoded(data: bytes, encoding: str | None) -> str:
    """The page as characters: by what its sender says, what it says of itself, or what its bytes look like."""
    found = XML_CHARSET_RE.search(data[:300]) or CHARSET_RE.search(data[:4096])
    stated = found[1].decode("ascii") if found else None
    if stated and (codec(stated) or "").startswith("utf-16"):
        stated = None  # Its name was found in plain bytes, so that is not what the page is in.
    for name in (encoding, stated):
        if name and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            text = decoded(data, name)
            if text is not None:
                return text
    return decode(data)


def _checked(text: str) -> str:
    """The page without what cannot be text. Raises: FileError where it has more tags than any page."""
    if text.count("<") > MAX_TAGS:
        raise FileError(f"This web page has more than {MAX_TAGS:,} tags. Copy its text and paste it instead.")
    return NO_XML_RE.sub("", DECLARATION_RE.sub("", text))


def _fields(tree: HtmlElement) -> dict[str, Any]:
    """Title, day of publication, author and source as the page states them; None where it does not."""
    if count_elements(tree) > MAX_ELEMENTS:
        title = " ".join((tree.findtext(".//title") or "").split())
        return {"title": title or None, "published": None, "author": None, "source": None}
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, extensive=False)
    return {
        "title": " ".join((found.title or "").split()) or None,
        "published": _day(found.date),
        "author": ", ".join(found.author.split("; ")) if found.author else None,
        "source": found.sitename or found.hostname or None,
    }


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _article(tree: HtmlElement) -> list[str]:
    """The lines of the article, as trafilatura finds it, or all paragraphs where it finds none or must not look."""
    from trafilatura import bare_extraction

    if count_elements(tree) <= MAX_ELEMENTS:
        found: Any = bare_extraction(tree, include_comments=False, with_metadata=False)
        if found is not None and found.text:
            return str(found.text).split("\n")
    for line_break in tree.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return list(paragraph_texts(tree))


def _article_body(tree: HtmlElement) -> str:
    """The article as the page gives it to search engines (schema.org), or nothing."""
    bodies = [""]
    for script in tree.xpath('//script[@type="application/ld+json"]')[:20]:
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        bodies += [
            item["articleBody"]
            for item in _items(content)
            if isinstance(item.get("articleBody"), str) and ARTICLE_TYPES & set(_names(item.get("@type")))
        ]
    return MARKUP_RE.sub(" ", max(bodies, key=len))


def _items(content: Any) -> Iterator[dict[str, Any]]:
    """The things that structured data describe: one, a list of them, or a graph of them."""
    things = content if isinstance(content, list) else [content]
    for thing in things[:100]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (item for item in (graph if isinstance(graph, list) else [])[:100] if isinstance(item, dict))


def _names(value: Any) -> list[str]:
    return [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
