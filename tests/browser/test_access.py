"""Access: no serious finding of axe-core on any page, in either theme, on a wide and on a narrow screen."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import PATHS, TIMEOUT_MS, settled

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

RUN = """async (exclude) => {
    const found = await axe.run({exclude}, {resultTypes: ["violations"]});
    return found.violations
        .filter(one => ["serious", "critical"].includes(one.impact))
        .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""

NOT_OURS = [[".stDataFrameGlideDataEditor"]]
"""The grid of a table is drawn on a canvas by Streamlit's own code; its accessible twin is checked by its makers."""


def findings(window: Page) -> list[str]:
    """What axe finds that is serious or critical."""
    window.evaluate(AXE)
    return window.evaluate(RUN, NOT_OURS)


def opened(browser: Browser, width: int, scheme: str) -> Page:
    """A new window of that width and theme."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
    window = context.new_page()
    window.set_default_timeout(TIMEOUT_MS)
    return window


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (400, "dark")])
@pytest.mark.parametrize("path", [*PATHS, "add"])
def test_no_serious_finding(server: str, browser: Browser, path: str, width: int, scheme: str):
    """A reader who uses a screen reader, the keyboard or strong contrast meets no serious barrier on any page."""
    window = opened(browser, width, scheme)
    window.goto(f"{server}/{path}?entity=iran")
    settled(window)
    found = findings(window)
    window.context.close()
    assert found == []


@pytest.mark.parametrize(
    ("subject", "scheme"),
    [("entity:iran", "light"), ("country:IQ", "dark"), ("type:PERSON", "dark"), ("edge:sentence|iran|iraq", "light")],
)
def test_no_serious_finding_in_the_drawer(server: str, browser: Browser, subject: str, scheme: str):
    """The drawer of sentences has no serious barrier either."""
    window = opened(browser, 1400, scheme)
    window.goto(f"{server}/connections?show={subject}")
    window.get_by_role("dialog").locator("ol > li").first.wait_for()
    settled(window)
    found = findings(window)
    window.context.close()
    assert found == []
