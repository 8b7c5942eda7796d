"""What only a browser shows: deep links on a fresh server, the walk with a filter, the map, no foreign request."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import IRAN_ON_MAP, LINKS, PATHS, TIMEOUT_MS, serving, settled

pytestmark = pytest.mark.browser

HOSTILE = """<script>window.pwned=1</script> ![](http://example.org/x.png) in Paris

:red[Barack Obama] said $x$ in <img src="http://example.org/y.png" onerror="window.pwned=1"> London.

<b>Angela Merkel</b> met [link](http://example.org) in <a href="http://example.org">Berlin</a>. \u202e abc"""


@pytest.mark.parametrize("path", PATHS)
def test_deep_link_on_a_fresh_server(page, path, tmp_path):
    """
    The first thing a fresh server is asked may be any page, with a filter: it opens whole, filter and all.

    So it does as Community Cloud starts it, with dashboard.py alone; the other tests start serve.py.
    """
    with serving(tmp_path, "dashboard.py") as address:
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


def test_map_is_drawn(server, page):
    """The map has its coasts and borders although nothing but this machine can be reached."""
    page.goto(f"{server}/places")
    settled(page)
    page.wait_for_function(IRAN_ON_MAP, arg=2000)
    expect(page.locator(".geolayer .land path, .layer.land path").first).to_be_visible()


LEFT_BEHIND = """() => [...document.querySelectorAll(
    'img[src*="example.org"], a[href*="example.org"], .katex, .stMarkdownColoredText, main b, main style')]
    .map(element => element.outerHTML)"""


def test_hostile_article(server, page):
    """An article full of markup leaves no element, no request and no script behind on any page."""
    page.goto(server)
    settled(page)
    page.get_by_role("link", name="Add a text").click()
    page.get_by_label("An article, its headline on the first line").fill(HOSTILE)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Analyse this text").click()
    expect(page.get_by_text("is read. Every page shows it now.")).to_be_visible()
    for link in LINKS:
        page.get_by_role("link", name=link, exact=True).first.click()
        expect(page.locator("p", has_text=re.compile(f"^{link}$")).first).to_be_visible()
        settled(page)
        expect(page.locator("h1")).to_contain_text("<script>window.pwned=1</script>")
        assert page.evaluate("window.pwned") is None, link
        assert page.evaluate(LEFT_BEHIND) == [], link


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
