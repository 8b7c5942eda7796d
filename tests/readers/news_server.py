"""A web server for tests, on this machine, that answers as each path asks for and remembers what it was asked."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

STORY = (
    "<html><head><title>Storm closes port</title></head><body><article><h1>Storm closes port</h1>"
    + "".join(f"<p>The port of Napier is closed, officials said in notice {n} on Tuesday.</p>" for n in range(12))
    + "</article></body></html>"
).encode()


class NewsServer(ThreadingHTTPServer):
    """
    The server; `seen` lists each request's path and headers, `robots` is what /robots.txt says, with its status.

    `body` is what /given sends, with its media type.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.robots: tuple[int, bytes] = (404, b"")
        self.body: tuple[bytes, str] = (b"", "text/html")
        self.closing = Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path."""

    server: NewsServer

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers.items())))
        parts = urlsplit(self.path)
        if parts.path == "/robots.txt":
            self.answer(*self.server.robots, kind="text/plain")
            return
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        getattr(self, parts.path.split("/")[1], self.story)(query)

    def answer(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def story(self, _query: dict[str, str]) -> None:
        self.answer(200, STORY, Set_Cookie="visitor=1; Path=/")

    def to(self, query: dict[str, str]) -> None:
        self.answer(int(query.get("status", "302")), b"", Location=query["url"])

    def hops(self, query: dict[str, str]) -> None:
        left = int(query["left"])
        self.answer(302, b"", Location=f"/hops?left={left - 1}" if left > 1 else "/story")

    def kind(self, query: dict[str, str]) -> None:
        self.answer(200, STORY, kind=query.get("type", ""))

    def status(self, query: dict[str, str]) -> None:
        self.answer(int(query["code"]), b"<p>no</p>")

    def given(self, _query: dict[str, str]) -> None:
        self.answer(200, self.server.body[0], kind=self.server.body[1])

    def latin(self, _query: dict[str, str]) -> None:
        self.answer(200, STORY.replace(b"Napier", b"Caf\xe9"), kind="text/html; charset=iso-8859-1")

    def bomb(self, _query: dict[str, str]) -> None:
        self.answer(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def endless(self, _query: dict[str, str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.closing.is_set():
            self.wfile.write(b"<p>and then</p>" * 4_000)

    def silent(self, _query: dict[str, str]) -> None:
        self.server.closing.wait(30)

    def drip(self, _query: dict[str, str]) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        number = 0
        while not self.server.closing.wait(0.02):
            number += 1
            self.wfile.write(b"X-Drip-%d: a\r\n" % number)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def running(server: NewsServer) -> Iterator[NewsServer]:
    """Serve until the block ends."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
