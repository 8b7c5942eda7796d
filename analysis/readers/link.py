"""A link to an article: follow it, read what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.readers.draft import Draft

if TYPE_CHECKING:
    from analysis.fetch import Allowance, Page, Resolver


def read_link(url: str, *, resolver: Resolver | None = None, test_server: Allowance | None = None) -> Draft:
    """
    The article that a link leads to; its source is the publication, else the site's name.

    `resolver` and `test_server` are those of `fetch.fetch`.

    Raises: LinkError where the link is not followed; FileError, InputError where there is no article.
    """
    from analysis.fetch import fetch, system_resolver
    from analysis.readers.read import read

    page = fetch(url, resolver=resolver or system_resolver, test_server=test_server)
    draft = read(as_utf8(page))[0]
    return replace(draft, source=draft.source or urlsplit(page.url).hostname)


def as_utf8(page: Page) -> bytes:
    """The page in UTF-8 with a byte order mark, where the server named its encoding: it knows best."""
    if page.charset is None:
        return page.data
    try:
        return page.data.decode(page.charset).removeprefix("\ufeff").encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return page.data
