"""
Which links may be followed: what a link may look like, and which addresses on the network are public.

A server that opens any link for anybody can be used to reach what stands behind it: its own services, its
neighbours, the metadata of its cloud. So a link names http or https, a host and nothing odd, and every address that
its host resolves to must be one that anybody on the internet could reach.
Source: IANA special-purpose address registries (RFC 6890); WHATWG URL standard, host parsing.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from analysis.errors import LinkError

MAX_LINK_CHARS = 2_000
"""The longest link; browsers and servers have agreed on about this many characters."""

PORTS = {"http": 80, "https": 443}
"""The schemes that are followed with the one port each of them may use."""

PRIVATE_SUFFIXES = tuple(
    """
    localhost localdomain local internal intranet lan home corp private arpa onion test invalid alt consul svc
    """.split()
)
"""Names under these are never public, whatever a resolver says (RFC 6761, 6762, 8375, 9476; usual in networks)."""

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 address, in their last four bytes (RFC 6052)."""

CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's platform, on an address that looks public
        "192.0.0.0/24",  # protocol assignments, metadata of one cloud among them
        "192.88.99.0/24",  # relays of 6to4, withdrawn (RFC 7526)
        "64:ff9b:1::/48",  # NAT64 of a local network (RFC 8215)
        "fec0::/10",  # site-local, withdrawn (RFC 3879)
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation, as is the next
        "3fff::/20",
        "5f00::/16",  # segment routing within a network
        "::/96",  # IPv4-compatible, withdrawn (RFC 4291)
    )
)
"""Networks that are closed although Python's registries call some of them global."""

HOST_RE = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
NUMBER_RE = re.compile(r"\d+|0x[0-9a-f]*", re.I)
FORBIDDEN_RE = re.compile(r"[\x00-\x20\x7f-\xa0\\<>\"^`{|}\u2000-\u200f\u2028-\u202f\u3000\ufeff]")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be looked up: its scheme, its host as DNS writes it, the port, path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme and host, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The link in full; the part behind "#" never leaves a browser and is not kept."""
        return self.origin + self.target


def parse_link(url: str, test_port: int | None = None) -> Link:
    """
    Take a link apart.

    `test_port` is a port that is allowed besides the usual ones; tests alone pass it.

    Raises: LinkError with what is wrong with it.
    """
    url = url.strip()
    if len(url) > MAX_LINK_CHARS:
        raise LinkError(f"The link has {len(url):,} characters; up to {MAX_LINK_CHARS:,} are followed.")
    if FORBIDDEN_RE.search(url):
        raise LinkError("The link holds a space, a backslash or another character that no link may hold.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise LinkError("This is not a link. It should look like https://newspaper.example/article.") from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise LinkError("Only links that begin with http:// or https:// are followed.")
    if "@" in parts.netloc:
        raise LinkError("The link holds a user name or a password. Remove what stands before the @ sign.")
    port = PORTS[scheme] if port is None else port
    if port != PORTS[scheme] and port != test_port:
        raise LinkError(f"The link names port {port}; only the usual ports of the web, 80 and 443, are used.")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return Link(scheme, parse_host(host), port, target + (f"?{query}" if query else ""))


def parse_host(host: str) -> str:
    """
    A host as DNS writes it, or an address in its one usual form.

    Raises: LinkError for an address in any other form (2130706433, 0x7f.1, 0177.0.0.1), which some programs read
        as 127.0.0.1 and others do not; for a name without a dot or with an ending that is never public.
    """
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host)) if "%" not in host else _no_host(host)
        except ValueError:
            _no_host(host)
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        _no_host(host)
    if NUMBER_RE.fullmatch(name.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise LinkError(
                f'The link writes an address in an unusual form ("{host[:80]}"). It is not opened.'
            ) from error
    if name in PRIVATE_SUFFIXES or name.endswith(tuple(f".{suffix}" for suffix in PRIVATE_SUFFIXES)):
        raise LinkError(f'The link leads into a private network ("{host[:80]}"). Only public pages are opened.')
    if not HOST_RE.fullmatch(name):
        _no_host(host)
    return name


def _no_host(host: str) -> str:
    raise LinkError(f'The link names no website ("{host[:80]}").')


def is_address(host: str) -> bool:
    """Whether a host is an address, which needs no resolver."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Whether anybody on the internet could reach this address. What is no address is not public."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = embedded(ip)
        if inner is not None:
            return is_public(str(inner))
    if any(ip in network for network in CLOSED if network.version == ip.version):
        return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local or ip.is_private
    )


def embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo's client, or NAT64."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def check_addresses(host: str, addresses: list[str], test_addresses: frozenset[str] = frozenset()) -> list[str]:
    """
    The addresses of a host, if every one of them is public.

    One private address among public ones is an attack or a mistake, and either way no place to go. `test_addresses`
    are taken for public; tests alone pass them.

    Raises: LinkError.
    """
    if not addresses:
        raise LinkError(f'The website "{host}" was not found.')
    if not all(address in test_addresses or is_public(address) for address in addresses):
        raise LinkError(f'The link leads into a private network ("{host}"). Only public pages are opened.')
    return addresses
