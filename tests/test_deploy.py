"""What docs/deploy.md and serve.py promise: headers, the proxy, its limits, and an app that works behind them."""

from __future__ import annotations

import asyncio
import re
import tomllib
from base64 import b64encode
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit
import websockets.sync.client
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus

import serve
from tests import ROOT, nginx
from tests.browsing import IRAN_ON_MAP, serving, settled

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

needs_nginx = pytest.mark.skipif(
    nginx.find() is None, reason="no nginx here: `python -m tests.nginx` installs one on Debian as root"
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The app at /news, on a port of its own."""
    with serving(tmp_path_factory.mktemp("home"), base="news") as address:
        yield int(address.split(":")[2].split("/")[0])


@pytest.fixture
def proxy(app, tmp_path):
    """A proxy of docs/deploy.md that nobody has asked anything yet."""
    with nginx.proxying(app, tmp_path) as address:
        yield address


def answered(path: str, scope: dict[str, object] | None = None) -> list[dict[str, object]]:
    """What `serve.Frame` sends around an app that says "hello" to everything."""
    sent: list[dict[str, object]] = []

    async def hello(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"ALLOWALL")]})
        await send({"type": "http.response.body", "body": b"hello"})

    async def send(message):
        sent.append(message)

    asked = scope or {"type": "http", "path": path, "method": "GET", "headers": []}
    asyncio.run(serve.Frame(hello)(asked, None, send))
    return sent


def test_every_answer_has_the_headers():
    """Whatever the app answers carries each header once, also one that it had set otherwise."""
    start, body = answered("/entities")
    assert dict(start["headers"]) == {k.lower().encode(): v.encode() for k, v in serve.HEADERS.items()}
    assert len(start["headers"]) == len(serve.HEADERS)
    assert body["body"] == b"hello"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/news/_stcore/metrics", "/news/_stcore/metrics/"])
def test_metrics_are_not_told(path):
    """How many sessions there are and what they take is not there for strangers, at any base path."""
    start, body = answered(path)
    assert start["status"] == 404
    assert b"hello" not in body["body"]


@pytest.mark.parametrize(
    ("host", "origin", "is_let_in"),
    [
        ("news.example.org", "https://news.example.org", True),
        ("news.example.org:8080", "http://news.example.org:8080", True),
        ("news.example.org", None, True),
        ("inner:8501", "http://localhost:3000", True),
        ("news.example.org", "https://elsewhere.example", False),
        ("news.example.org", "https://news.example.org.elsewhere.example", False),
        ("news.example.org", "https://elsewhere.example:443@news.example.org", False),
        ("news.example.org", "null", False),
        ("news.example.org", "", False),
        ("news.example.org", "http://[", False),
    ],
)
def test_no_other_site_opens_a_session(host, origin, is_let_in):
    """A page of another site is turned away before Streamlit asks the internet for its own address, to compare."""
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin is not None else [])
    sent = answered("", {"type": "websocket", "path": "/_stcore/stream", "headers": headers})
    assert (sent != [{"type": "websocket.close", "code": 1008}]) is is_let_in


def test_streamlit_does_not_ask_for_its_address():
    """With the address named, Streamlit asks no server on the internet for it when it starts."""
    assert CONFIG["browser"]["serverAddress"] == "localhost"


def test_policy_knows_the_script_of_this_streamlit():
    """The one script in Streamlit's own page is allowed by its hash, and no other is."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    hashes = [f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}" for script in scripts]
    assert re.findall(r"sha256-[\w+/=]+", serve.POLICY["script-src"]) == hashes
    assert "unsafe-inline" not in serve.POLICY["script-src"]
    assert "'unsafe-eval'" not in serve.POLICY["script-src"]


def test_guide_has_the_same_headers():
    """The proxy of docs/deploy.md sets exactly the headers of serve.py, and none reaches the browser twice."""
    conf = nginx.example()
    assert dict(re.findall(r'^ *add_header ([\w-]+) "(.*)" always;$', conf, re.M)) == serve.HEADERS
    assert re.findall(r"^ *proxy_hide_header ([\w-]+);$", conf, re.M) == list(serve.HEADERS)


def test_proxy_lets_through_what_the_app_takes():
    """A file that the app would read is not refused by the proxy before it."""
    limits = [int(size) for size in re.findall(r"client_max_body_size +(\d+)m;", nginx.example())]
    assert limits
    assert min(limits) > CONFIG["server"]["maxUploadSize"]


def test_nothing_is_told_to_the_maker_of_streamlit():
    """Usage statistics are off, and neither of Streamlit's protections for forms and origins is."""
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"].get("enableXsrfProtection", True)
    assert CONFIG["server"].get("enableCORS", True)
    assert not CONFIG["server"].get("enableAgentApi", False)


def test_one_message_has_a_bound():
    """Nobody makes the server hold a message of Streamlit's own 200 MB, and the page of the longest text (20) fits."""
    assert 25 <= CONFIG["server"]["maxMessageSize"] <= 50


@pytest.mark.browser
@needs_nginx
def test_proxy_answers(proxy, tmp_path):
    """Pages, redirects and refusals all carry every header once; what is nobody's business is not there."""
    page, stream = f"{proxy}/news/", f"{proxy}/news/_stcore/"
    cases = [
        (200, f"{page}entities", "GET", None),
        (200, f"{stream}health", "GET", None),
        (308, f"{proxy}/news?show=entity:iran", "GET", None),
        (403, page, "POST", b"x"),
        (404, f"{stream}metrics", "GET", None),
        (404, f"{stream}agent/openapi.json", "GET", None),
        (404, f"{proxy}/elsewhere", "GET", None),
        (413, f"{page}entities", "PUT", b"x" * 100_000),
    ]
    for status, url, method, body in cases:
        got, headers = nginx.ask(url, method, body)
        assert (url, got) == (url, status)
        for name, value in serve.HEADERS.items():
            assert [v for n, v in headers if n.lower() == name.lower()] == [value], (url, name)
    assert dict(nginx.ask(f"{proxy}/news?show=entity:iran")[1])["Location"] == "/news/?show=entity:iran"
    logged = (tmp_path / "access.log").read_text(encoding="utf-8")
    assert " GET /news " in logged
    assert "iran" not in logged


@pytest.mark.browser
@needs_nginx
def test_proxy_limits_one_visitor(proxy):
    """Too many files and too many open pages of one address are refused; the rest of the site still answers it."""
    upload = f"{proxy}/news/_stcore/upload_file/nobody/nothing"
    files = [nginx.ask(upload, "PUT", b"x" * 1000)[0] for _ in range(20)]
    assert 429 not in files[:12]
    assert 429 in files
    url = proxy.replace("http", "ws") + "/news/_stcore/stream"
    with pytest.raises(InvalidStatus) as foreign:
        websockets.sync.client.connect(url, origin="http://elsewhere.example")
    assert foreign.value.response.status_code == 403
    with ExitStack() as pages:
        for _ in range(20):
            pages.enter_context(websockets.sync.client.connect(url, origin=proxy))
        with pytest.raises(InvalidStatus) as one_more:
            websockets.sync.client.connect(url, origin=proxy)
    assert one_more.value.response.status_code == 429
    assert nginx.ask(f"{proxy}/news/")[0] == 200


@pytest.mark.browser
@needs_nginx
def test_app_works_behind_the_proxy(proxy, page):
    """At a path of its own, under the policy: map, reader, drawer, a file to take away and one to add."""
    page.goto(f"{proxy}/news/places")
    settled(page)
    page.wait_for_function(IRAN_ON_MAP, arg=2000)
    page.get_by_role("link", name="Entities", exact=True).click()
    settled(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_test_id("stDownloadButton").get_by_role("button", name="CSV").first.click()
    assert "Iran" in Path(saved.value.path()).read_text(encoding="utf-8")
    page.goto(f"{proxy}/news/?show=entity:iran")
    expect(page.get_by_role("dialog")).to_contain_text("Iran")
    page.goto(f"{proxy}/news/read")
    settled(page)
    expect(page.get_by_role("button", name="Soleimani").first).to_be_visible()
    page.get_by_role("link", name="Add a text").click()
    settled(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Upload").click()
    chosen = page.get_by_test_id("stForm").locator("input[type=file]")
    with page.expect_response(re.compile("/news/_stcore/upload_file/")) as kept:
        chosen.set_input_files(ROOT / "seeds" / "ferries.txt")
    assert kept.value.status == 204
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("What was understood")).to_be_visible()
