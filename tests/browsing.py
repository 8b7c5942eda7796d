"""A server and a browser for the tests that need them, and what several of those tests do."""

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
from views.page.shell import PAGES

ROOT = Path(__file__).parent.parent
PATHS = ["", "entities", "tone", "places", "quotes", "connections", "facts", "read", "compare", "method"]
"""The path of every page that answers a question."""

LINKS = [name for _, name, _ in PAGES]
"""The name of every such page in the navigation."""

TIMEOUT_MS = 30_000
expect.set_options(timeout=TIMEOUT_MS)


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(home: Path, script: str = "serve.py", base: str = "") -> Iterator[str]:
    """
    Start the real server with an empty home folder and no corpora; yield its address.

    Args: script: `serve.py` as on one's own machine, `dashboard.py` as on Community Cloud; base: a path to serve at.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"]
    command += ["--server.baseUrlPath", base] if base else []
    environment = {**os.environ, "HOME": str(home), "NLTK_DATA": str(home / "none")}
    log = (home / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}" + (f"/{base}" if base else "")
        wait_for(f"{address}/_stcore/health", server)
        yield address
    finally:
        stop(server)
        log.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, and see that it is gone however busy the machine is."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium.find()
    assert path, "No Chromium was found: run `python -m tests.chromium`, or set DATELINE_CHROMIUM."
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=flags)
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for the tests that need no fresh one."""
    with serving(tmp_path_factory.mktemp("home")) as address:
        yield address


REPORT_REFUSALS = """document.addEventListener("securitypolicyviolation", event =>
    console.error("refused by policy:", event.violatedDirective, event.blockedURI, event.sourceFile))"""
"""Chromium tells the console of most of what a Content-Security-Policy refuses, and the document of all."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """
    A new window that fails the test on a request to anywhere but this machine, or on an error on the page.

    Also on anything that the Content-Security-Policy of serve.py refuses: then the policy forbids what the app needs.
    """
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    window = context.new_page()
    window.set_default_timeout(TIMEOUT_MS)
    foreign: list[str] = []
    window.on("request", lambda r: foreign.append(r.url) if not re.match(r"(http://127\.|data:|blob:)", r.url) else 0)
    refused: list[str] = []
    window.add_init_script(REPORT_REFUSALS)
    window.on("console", lambda message: refused.append(message.text) if "policy" in message.text.lower() else 0)
    yield window
    errors = window.get_by_test_id("stException").count()
    context.close()
    assert foreign == []
    assert refused == []
    assert errors == 0


def settled(window: Page) -> None:
    """Wait until the page has been drawn whole: nothing running, nothing stale."""
    expect(window.locator("h1")).to_be_visible()
    expect(window.locator('[data-test-script-state="running"]')).to_have_count(0)
    expect(window.locator('[data-stale="true"]')).to_have_count(0)


IRAN_ON_MAP = """(widest) => {
    const path = [...document.querySelectorAll(".choroplethlayer path")].find(path => path.__data__.loc === "IRN");
    const box = path ? path.getBoundingClientRect() : {width: 0};
    return box.width > 10 && box.width < widest ? [box.x + box.width * 0.65, box.y + box.height * 0.5] : null;
}"""


def click_iran(window: Page, widest: int) -> None:
    """Click on the east of Iran, once the map has drawn it less than `widest` pixels wide."""
    settled(window)
    spot = window.wait_for_function(IRAN_ON_MAP, arg=widest).json_value()
    window.mouse.move(spot[0] - 2, spot[1])
    window.mouse.move(*spot)
    expect(window.locator(".hoverlayer")).to_contain_text("Iran")
    window.mouse.click(*spot)
