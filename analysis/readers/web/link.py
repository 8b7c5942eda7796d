"""
A link to an article: follow it, read what is there.

A website is believed in nothing but the encoding of its texts: what it sends is read as an uploaded file is, within
the same limits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.readers.draft import Draft

if TYPE_CHECKING:
    from analysis.readers.web.fetch import Allowance, Resolver


def read_link(url: str, *, resolver: Resolver | None = None, test_server: Allowance | None = None) -> Draft:
    """
    The article that a link leads to; its source is the publication, else the site's name.

    `resolver` and `test_server` are those of `fetch.fetch`.

    Raises: LinkError where the link is not followed; FileError, InputError where there is no article.
    """
    from analysis.readers.read import read
    from analysis.readers.web.fetch import fetch, system_resolver

    page = fetch(url, resolver=resolver or system_resolver, test_server=test_server)
    draft = read(page.data, encoding=page.charset)[0]
    return replace(draft, source=draft.source or urlsplit(page.url).hostname)
