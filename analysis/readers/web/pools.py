"""Connections of `fetch` that can be cut from outside: urllib3 bounds each step of an exchange, not the whole."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

CHUNK = 65_536
"""Bytes unpacked at a time; a compressed answer never makes more at once."""


class _CanHangUp:
    """Keeps the one connection that a pool makes, so that it can be shut while another thread waits for it."""

    made: Any = None

    def _new_conn(self) -> Any:
        self.made = super()._new_conn()  # type: ignore[misc]
        return self.made

    def hang_up(self) -> None:
        """End the connection; whoever waits for an answer gets an error or an end."""
        sock = getattr(self.made, "sock", None)
        with suppress(OSError, ValueError):
            if sock is not None:
                sock.shutdown(socket.SHUT_RDWR)
        with suppress(OSError, ValueError):
            if sock is not None:
                sock.close()


class PlainPool(_CanHangUp, HTTPConnectionPool):
    """Plain HTTP to one address."""


class TlsPool(_CanHangUp, HTTPSConnectionPool):
    """HTTPS to one address, for the name that the pool is given."""


@cache
def tls_context() -> ssl.SSLContext:
    """The certificates that the system trusts, and Mozilla's list, since Python on macOS comes with none."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    with suppress(ImportError, OSError):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def read_body(response: Any, limit: int, check_time: Callable[[], object]) -> bytes:
    """The bytes of an answer, unpacked, and not many more than `limit`; `check_time` raises when time is over."""
    pieces, size = [], 0
    while size <= limit and (piece := response.read1(CHUNK, decode_content=True)):
        check_time()
        size += len(piece)
        pieces.append(piece)
    return b"".join(pieces)


def media_type(header: str) -> tuple[str, str | None]:
    """The media type and the encoding that a header "Content-Type" names."""
    from email.message import Message

    message = Message()
    message["content-type"] = header[:500]
    charset = message.get_param("charset")
    return header.partition(";")[0].strip().lower(), charset.strip("\"' ") if isinstance(
        charset, str
    ) and charset else None
