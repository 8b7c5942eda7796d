"""Connections of `fetch` that can be cut from outside: urllib3 bounds each step of an exchange, not the whole."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from functools import cache
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool


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
