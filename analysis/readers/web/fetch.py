"""
Follow a link to a text, and nowhere else.

Each hop is checked anew: the link, the addresses of its host, the site's robots.txt. The connection goes to the very
address that was checked, so an answer of DNS that changes in between changes nothing. Nothing is sent but the request
for the page: no cookies, no credentials, no proxy, no trace of the reader.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Thread, Timer
from time import monotonic
from typing import Any
from urllib.parse import urljoin, urlsplit

from analysis.errors import LinkError
from analysis.readers.draft import Draft
from analysis.readers.process.limits import Turns
from analysis.readers.web import robots
from analysis.readers.web.address import Link, check_addresses, is_address, parse_link

MAX_SECONDS = 10.0
"""The longest that following a link may take, all hops and robots.txt included."""

MAX_BYTES = 5_000_000
"""The most that is read of one page, unpacked."""

MAX_REDIRECTS = 3
CONNECT_SECONDS = 4.0
USER_AGENT = "Dateline/0.1"
SWITCH = "DATELINE_LINKS"
"""The environment variable that switches links off: "off", "0", "no" or "false"."""

TEXT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class BusyError(LinkError):
    """A link that is not followed now, since too many others are."""


FETCHES = Turns(8, 10.0, BusyError("Too many links are being followed right now. Try again in a minute."))
"""Links followed at once, and the seconds that one more waits; a page and its unpacking take some 15 MB."""

LOOKUPS = Turns(16, 0.0, BusyError("Too many names of websites wait for an answer of DNS. Try again in a minute."))
"""Names looked up at once. A look-up that hangs cannot be interrupted, and keeps its thread until it ends."""

Resolver = Callable[[str, int], list[str]]
"""From a host and a port to the addresses of the host."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a link led to: the bytes as sent, the link it ended at, the media type, the encoding named (or None)."""

    data: bytes
    url: str
    content_type: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """An address and a port of this machine that a test has started a server on. Nothing but tests makes one."""

    address: str
    port: int


@dataclass(slots=True)
class _Trip:
    """One call of `fetch`: until when, how names are resolved, what has been asked already."""

    until: float
    resolver: Resolver
    test_server: Allowance | None
    robots: dict[str, str | None] = field(default_factory=dict)

    def left(self) -> float:
        """Seconds that are left; LinkError where none are."""
        left = self.until - monotonic()
        if left <= 0:
            raise LinkError(f"The website took more than {MAX_SECONDS:g} seconds to answer.")
        return left


def links_allowed() -> bool:
    """Whether links are followed here at all; the one who runs the app can switch them off."""
    return os.environ.get(SWITCH, "on").strip().lower() not in ("off", "0", "no", "false")


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses of a host as the system knows them, without repeats."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(url: str, *, resolver: Resolver = system_resolver, test_server: Allowance | None = None) -> Page:
    """
    Read the page that a link leads to.

    Args:
        url: an http or https link.
        resolver: what turns names into addresses; the addresses are checked whatever it says.
        test_server: the one server on a private address that may be reached. For tests; nothing else passes it.

    Raises: LinkError with the reason: not a public page, too slow, too large, not a text, refused by the website
        or by its robots.txt, too many links at once, or links are switched off.
    """
    if not links_allowed():
        raise LinkError("Links are switched off on this server. Copy the article's text and paste it instead.")
    with FETCHES.one():
        trip = _Trip(monotonic() + MAX_SECONDS, resolver, test_server)
        link, page = _follow(trip, url, is_page=True)
    if not isinstance(page, Page):
        raise LinkError(f"The website answered with status {page}; there is no page at {link.url}.")
    return page


def _follow(trip: _Trip, url: str, is_page: bool) -> tuple[Link, Page | int]:
    """Follow a link and its redirects; the page at the end, or the status where there is none."""
    for _ in range(MAX_REDIRECTS + 1):
        link = parse_link(url, trip.test_server.port if trip.test_server else None)
        if is_page and not _robots_allow(trip, link):
            raise LinkError(f"{link.host} asks programs not to read this page (robots.txt). Copy its text instead.")
        answer = _get(trip, link, is_page)
        if not isinstance(answer, str):
            return link, answer
        url = _joined(link, answer)
    raise LinkError(f"The link leads from page to page more than {MAX_REDIRECTS} times.")


def _joined(link: Link, location: str) -> str:
    try:
        return urljoin(link.url, location)
    except ValueError as error:
        raise LinkError(f"{link.host} redirects to something that is not a link.") from error


def _robots_allow(trip: _Trip, link: Link) -> bool:
    """Whether the site lets programs read this page. A site whose robots.txt cannot be had now allows nothing."""
    if link.origin not in trip.robots:
        try:
            _, answer = _follow(trip, f"{link.origin}/robots.txt", is_page=False)
        except BusyError:
            raise  # Nothing is known of the site, so nothing may be read of it.
        except LinkError:
            # Where the site itself cannot be reached, the request for the page will say so better.
            trip.left()
            answer = 404
        if isinstance(answer, Page):
            trip.robots[link.origin] = answer.data[: robots.MAX_BYTES].decode("utf-8", "replace")
        else:
            trip.robots[link.origin] = "" if 400 <= answer < 500 else None
    rules = trip.robots[link.origin]
    return rules is not None and robots.is_allowed(rules, link.target)


def _addresses(trip: _Trip, link: Link) -> list[str]:
    """The checked addresses of a link's host; a resolver that does not answer in time finds nothing."""
    found = [link.host] if is_address(link.host) else []
    if not found:
        wait = min(CONNECT_SECONDS, trip.left())
        LOOKUPS.take(wait)
        thread = Thread(target=_look_up, args=(trip.resolver, link, found), daemon=True)
        try:
            thread.start()
        except RuntimeError as error:  # The system has no thread left.
            LOOKUPS.give_back()
            raise LinkError(f"The name {link.host} could not be looked up right now. Try again in a minute.") from error
        thread.join(min(CONNECT_SECONDS, trip.left()))
    server = trip.test_server
    is_test = server is not None and link.port == server.port
    return check_addresses(link.host, list(found), frozenset({server.address} if server and is_test else ()))


def _look_up(resolver: Resolver, link: Link, found: list[str]) -> None:
    """Add the addresses of a link's host to `found`, and end the turn, however late the answer is."""
    try:
        found.extend(resolver(link.host, link.port))
    finally:
        LOOKUPS.give_back()


def _get(trip: _Trip, link: Link, is_page: bool) -> Page | str | int:
    """Ask for one page: the page itself, where it redirects to, or the status of a refusal."""
    from urllib3.exceptions import HTTPError

    problem: Exception | None = None
    for address in _addresses(trip, link)[:2]:
        pool = _pool(link, address, trip)
        watch = Timer(trip.left(), pool.hang_up)
        watch.daemon = True
        watch.start()
        try:
            return _answer(trip, link, pool, is_page)
        except (HTTPError, OSError, ValueError) as error:
            trip.left()
            problem = error
        finally:
            watch.cancel()
            pool.hang_up()
    raise LinkError(f"The website {link.host} could not be reached ({type(problem).__name__}).") from problem


def _pool(link: Link, address: str, trip: _Trip) -> Any:
    """A pool of one connection to a checked address; the certificate must still be the name's."""
    from urllib3 import Timeout

    from analysis.readers.web.pools import PlainPool, TlsPool, tls_context

    timeout = Timeout(connect=min(CONNECT_SECONDS, trip.left()), read=trip.left())
    if link.scheme == "http":
        return PlainPool(address, link.port, timeout=timeout, retries=False)
    return TlsPool(
        address,
        link.port,
        timeout=timeout,
        retries=False,
        ssl_context=tls_context(),
        server_hostname=link.host,
        assert_hostname=link.host,
    )


def _answer(trip: _Trip, link: Link, pool: Any, is_page: bool) -> Page | str | int:
    from analysis.readers.web.pools import media_type, read_body

    host = link.origin.partition("://")[2]
    headers = {
        "Host": host,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    response = pool.urlopen(
        "GET", link.target, headers=headers, redirect=False, preload_content=False, assert_same_host=False
    )
    trip.left()  # A connection that was cut in its headers looks like an answer without any.
    if response.status in REDIRECTS and response.headers.get("location"):
        return str(response.headers["location"])
    if response.status != 200:
        return int(response.status)
    kind, charset = media_type(response.headers.get("content-type", ""))
    if is_page and kind not in TEXT_TYPES:
        raise LinkError(f'The link leads to "{kind[:60] or "something without a type"}", not to a page of text.')
    limit = MAX_BYTES if is_page else robots.MAX_BYTES
    data = read_body(response, limit, trip.left)
    if len(data) > limit and is_page:
        raise LinkError(f"The page has more than {limit:,} bytes; larger ones are not read.")
    return Page(data, link.url, kind, charset)


# A link to an article: follow it, read what is there.
#
# A website is believed in nothing but the encoding of its texts: what it sends is read as an uploaded file is, within
# the same limits.


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
