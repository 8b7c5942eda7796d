"""
Serve the dashboard with what a browser should be told about it: `streamlit run serve.py`, as `make run` does.

`streamlit run dashboard.py` serves the same pages without these headers; Streamlit has no setting for them, only this
documented way of an application around the script (`st.App`).
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = {
    "default-src": "'self'",
    # The one script inside Streamlit's page, by its hash; `blob:` is how Streamlit loads the code of views/components,
    # and protobuf.js counts with a few bytes of WebAssembly.
    "script-src": "'self' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA=' 'wasm-unsafe-eval' blob:",
    # Streamlit and Plotly write their styles into the page as it runs.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""Content-Security-Policy: nothing from another host, no script but the server's own, no other site around a page."""

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    # A page's address holds filters and corrections, which are nobody else's business.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What every answer carries; docs/deploy.md has the same for a proxy, and a test holds the two together."""

METRICS = "/_stcore/metrics"
"""Streamlit tells anybody who asks here how many sessions there are and what memory they take."""


LOCAL = frozenset({"localhost", "127.0.0.1", "0.0.0.0"})
"""Hosts whose pages may always open a session, as Streamlit has it; a browser there is on this machine."""


def is_foreign(headers: Headers) -> bool:
    """
    Whether a page of another site asks for a session, by what its browser says (`Origin`).

    Streamlit refuses such a page too, but only after it has asked a server on the internet for its own address, during
    which it answers nobody: without an answer, up to two seconds for each such request.
    """
    if "origin" not in headers:
        return False
    try:
        origin = urlsplit(headers["origin"])
    except ValueError:
        return True
    if origin.netloc == headers.get("host"):
        return False
    named = [f"//{st.get_option('browser.serverAddress')}", *st.get_option("server.corsAllowedOrigins")]
    return origin.hostname is None or origin.hostname not in LOCAL | {urlsplit(url).hostname for url in named}


class Frame:
    """Put HEADERS on every answer, answer METRICS as a page that is not there, and let no foreign page in."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if scope["type"] == "websocket" and is_foreign(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        is_metrics = scope["type"] == "http" and scope["path"].rstrip("/").endswith(METRICS)
        answer = PlainTextResponse("Not Found", status_code=404) if is_metrics else self.app
        await answer(scope, receive, send_with_headers)


app = st.App(Path(__file__).with_name("dashboard.py"), middleware=[Middleware(Frame)])
