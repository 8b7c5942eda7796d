"""What only a browser shows: deep links on a fresh server, the walk with a filter, clicks, no foreign request."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import chromium

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent
PATHS = ["", "entities", "tone", "places", "quotes", "facts", "read"]
LINKS = ["Overview", "Entities", "Tone", "Places", "Read"]
TIMEOUT_MS = 30_000

HOSTILE = """<script>window.pwned=1</script> ![](http://example.org/x.png) in Paris

:red[Barack Obama] said $x$ in <img src="http://example.org/y.png" onerror="window.pwned=1"> London.

<b>Angela Merkel</b> met [link](http://example.org) in <a href="http://example.org">Berlin</a>. \u202e abc"""


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """Start the real server with an empty home folder and no corpora; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"]
    environment = {**os.environ, "HOME": str(home), "NLTK_DATA": str(home / "none")}
    log = (home / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Ask until the server answers; fail at once if it has ended."""
    import time

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            continue
    raise AssertionError(f"no answer from {url}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    path = chromium.find()
    assert path, "No Chromium was found: run `python -m tests.chromium`, or set DATELINE_CHROMIUM."
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=flags)
        yield chrome
        chrome.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for the tests that need no fresh one."""
    with serving(tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window that fails the test on a request to anywhere but this machine, or on an error on the page."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    window = context.new_page()
    window.set_default_timeout(TIMEOUT_MS)
    expect.set_options(timeout=TIMEOUT_MS)
    foreign: list[str] = []
    window.on("request", lambda r: foreign.append(r.url) if not re.match(r"(http://127\.|data:|blob:)", r.url) else 0)
    yield window
    errors = window.get_by_test_id("stException").count()
    context.close()
    assert foreign == []
    assert errors == 0


def settled(window: Page) -> None:
    """Wait until the page has been drawn whole: nothing running, nothing stale."""
    expect(window.locator("h1")).to_be_visible()
    expect(window.locator('[data-test-script-state="running"]')).to_have_count(0)
    expect(window.locator('[data-stale="true"]')).to_have_count(0)


@pytest.mark.parametrize("path", PATHS)
def test_deep_link_on_a_fresh_server(page, path, tmp_path):
    """The first thing a fresh server is asked may be any page, with a filter: it opens whole, filter and all."""
    with serving(tmp_path) as address:
        page.goto(f"{address}/{path}?entity=iran")
        settled(page)
        expect(page.get_by_text("paragraphs that mention Iran.")).to_be_visible()
        expect(page.get_by_role("link", name="Places")).to_be_visible()
        expect(page.get_by_role("combobox", name="Filter by name")).to_be_visible()


def test_filter_is_kept_on_a_walk(server, page):
    """Iran chosen on the overview is still chosen on every page, and in every address."""
    page.goto(server)
    settled(page)
    page.get_by_role("combobox", name="Filter by name").click()
    page.get_by_role("option", name=re.compile(r"^Iran \(")).click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("paragraphs that mention Iran.")).to_be_visible()
    for link in [*LINKS[1:], LINKS[0]]:
        page.get_by_role("link", name=link, exact=True).click()
        expect(page.locator("p", has_text=re.compile(f"^{link}$")).first).to_be_visible()
        settled(page)
        expect(page.get_by_text("paragraphs that mention Iran.")).to_be_visible()
        expect(page).to_have_url(re.compile(r"[?&]entity=iran\b"))


def test_back_and_reload(server, page):
    """The Back button undoes a choice, and a reload keeps it."""
    page.goto(f"{server}/entities")
    settled(page)
    page.get_by_role("combobox", name="Filter by name").click()
    page.get_by_role("option", name=re.compile(r"^Iraq \(")).click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("paragraphs that mention Iraq.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("paragraphs that mention Iraq.")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("paragraphs that mention Iraq.")).to_have_count(0)


IRAN_ON_MAP = """(widest) => {
    const path = [...document.querySelectorAll(".choroplethlayer path")].find(path => path.__data__.loc === "IRN");
    const box = path ? path.getBoundingClientRect() : {width: 0};
    return box.width > 10 && box.width < widest ? [box.x + box.width * 0.65, box.y + box.height * 0.5] : null;
}"""


@pytest.mark.parametrize(("view", "widest"), [("Region in the article", 2000), ("World", 60)])
def test_click_on_a_country_filters(server, page, view, widest):
    """A click on Iran on either map filters by Iran; another click clears it."""
    page.goto(f"{server}/places")
    settled(page)
    page.get_by_text(view, exact=True).click()
    sentence = page.get_by_text("paragraphs that mention Iran.")
    click_iran(page, widest)
    expect(sentence).to_be_visible()
    settled(page)
    click_iran(page, widest)
    expect(sentence).to_be_hidden()


def click_iran(window: Page, widest: int) -> None:
    """Click on the east of Iran, once the map has drawn it less than `widest` pixels wide."""
    settled(window)
    spot = window.wait_for_function(IRAN_ON_MAP, arg=widest).json_value()
    window.mouse.move(spot[0] - 2, spot[1])
    window.mouse.move(*spot)
    expect(window.locator(".hoverlayer")).to_contain_text("Iran")
    window.mouse.click(*spot)


def test_map_is_drawn(server, page):
    """The map has its coasts and borders although nothing but this machine can be reached."""
    page.goto(f"{server}/places")
    settled(page)
    page.wait_for_function(IRAN_ON_MAP, arg=2000)
    expect(page.locator(".geolayer .land path, .layer.land path").first).to_be_visible()


def test_click_on_a_bar_filters(server, page):
    """A click on a bar puts that name into the filter and lists its sentences."""
    page.goto(f"{server}/entities")
    settled(page)
    page.locator(".barlayer .point path").first.click(force=True)
    expect(page.get_by_text("Clear the filter")).to_be_visible()
    expect(page.get_by_text("paragraphs that mention")).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
def test_hostile_article(server, page, path):
    """An article full of markup leaves no element, no request and no script behind on any page."""
    page.goto(server)
    settled(page)
    page.get_by_role("link", name="Add a text").click()
    page.get_by_label("An article, its headline on the first line").fill(HOSTILE)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Analyse this text").click()
    expect(page.get_by_text("is read. Every page shows it now.")).to_be_visible()
    page.get_by_role("link", name="Overview", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("<script>window.pwned=1</script>")
    if path:
        page.get_by_role("link", name=path.capitalize(), exact=True).click()
        expect(page.locator("p", has_text=re.compile(f"^{path.capitalize()}$")).first).to_be_visible()
    settled(page)
    assert page.evaluate("window.pwned") is None
    assert page.locator('img[src*="example.org"], a[href*="example.org"], .katex').count() == 0


def test_phone(server, browser):
    """On a screen 400 pixels wide nothing sticks out to the side, on any page."""
    context = browser.new_context(viewport={"width": 400, "height": 800}, is_mobile=True, has_touch=True)
    window = context.new_page()
    window.set_default_timeout(TIMEOUT_MS)
    for path in PATHS:
        window.goto(f"{server}/{path}")
        settled(window)
        main = window.get_by_test_id("stMain")
        assert main.evaluate("element => element.scrollWidth <= element.clientWidth + 1"), path
    context.close()
