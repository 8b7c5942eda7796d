"""What a click opens in a real browser: exactly the sentences, as many as the number says; what a correction does."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import TIMEOUT_MS, click_iran, settled

pytestmark = pytest.mark.browser


def opened(window: Page, title: str) -> int:
    """The number of sentences in the drawer of that title; its own sentence must name the same number."""
    drawer = window.get_by_role("dialog", name=title)
    expect(drawer.locator("ol > li").first).to_be_visible()
    n_lines = drawer.locator("ol > li").count()
    expect(drawer.get_by_text(re.compile(rf"^{n_lines} \w+(?: \w+)? in "))).to_be_visible()
    return n_lines


def close(window: Page) -> None:
    """Close the drawer as a keyboard user would."""
    window.keyboard.press("Escape")
    expect(window.get_by_role("dialog")).to_have_count(0)
    expect(window).not_to_have_url(re.compile("show="))
    settled(window)


def test_click_on_a_bar(server, page):
    """A click on a bar opens as many sentences as the bar is long, and a second click opens them again."""
    page.goto(f"{server}/entities")
    settled(page)
    bar = page.locator(".barlayer .point path").nth(1)
    bar.click(force=True)
    n_first = opened(page, "Iran")
    expect(page).to_have_url(re.compile("show=entity%3Airan"))
    close(page)
    bar.click(force=True)
    assert opened(page, "Iran") == n_first == 12


def test_click_on_a_country(server, page):
    """A click on a country opens every mention of it and of places in it; the address carries it to a reload."""
    page.goto(f"{server}/places")
    settled(page)
    click_iran(page, 2000)
    n_lines = opened(page, "Iran")
    page.reload()
    assert opened(page, "Iran") == n_lines


EDGE = """() => {
    const plot = document.querySelector(".js-plotly-plot");
    if (!plot?._fullLayout?.xaxis?._length) return null;
    const {xaxis, yaxis} = plot._fullLayout;
    const box = plot.querySelector(".plot-container").getBoundingClientRect();
    for (const trace of plot._fullData) {
        const at = (trace.customdata ?? []).findIndex(row => row[0] === "edge:sentence|united-states|iran");
        if (at >= 0) return [box.x + xaxis._offset + xaxis.d2p(trace.x[at]),
                             box.y + yaxis._offset + yaxis.d2p(trace.y[at])];
    }
    return null;
}"""


def test_click_on_an_edge(server, page):
    """A click on the line between two names opens the sentences that name both, both marked in each."""
    page.goto(f"{server}/connections")
    settled(page)
    spot = page.wait_for_function(EDGE).json_value()
    page.mouse.move(spot[0] - 2, spot[1])
    page.mouse.move(*spot)
    expect(page.locator(".hoverlayer")).to_contain_text("Iran")
    page.mouse.click(*spot)
    n_lines = opened(page, "United States and Iran")
    drawer = page.get_by_role("dialog")
    assert drawer.locator("ol > li mark").count() == 2 * n_lines


def test_click_on_a_large_number(server, page):
    """The number of people on the overview opens a line for each of them."""
    page.goto(server)
    settled(page)
    tile = page.get_by_role("button", name=re.compile("^People.*named in the text"))
    shown = int(re.search(r"\d+", tile.inner_text())[0])
    tile.press("Enter")
    assert opened(page, "People") == shown


def test_filter_from_the_drawer(server, page):
    """From its sentences a name becomes the filter of every page; its chip takes it out again."""
    page.goto(f"{server}/?show=entity:kuwait")
    page.get_by_role("button", name="Filter every page by Kuwait").click()
    main = page.get_by_test_id("stMainBlockContainer")
    expect(main.get_by_text("paragraphs that mention Kuwait.")).to_be_visible()
    expect(page.get_by_role("button", name="Take Kuwait out of the filter")).to_be_visible()
    close(page)
    main.get_by_role("button", name="Kuwait", exact=True).click()
    expect(main.get_by_text("paragraphs that mention Kuwait.")).to_be_hidden()


def test_to_the_reader(server, page):
    """The number of a paragraph leads into the article at that paragraph, without leaving the session."""
    page.goto(f"{server}/?show=entity:kuwait")
    opened(page, "Kuwait")
    page.get_by_role("button", name=re.compile("^Open paragraph 7 in the reader")).click()
    expect(page).to_have_url(re.compile(r"/read\?.*at=7"))
    expect(page.locator("p", has_text=re.compile("^Read$")).first).to_be_visible()


def test_keyword_in_context(server, page):
    """The lines of a name can be laid under one another, sorted by the word before it."""
    page.goto(f"{server}/?show=entity:iran")
    opened(page, "Iran")
    page.get_by_text("Keyword in context").click()
    expect(page.locator("ol.keywords > li")).to_have_count(12)
    expect(page).to_have_url(re.compile("lines=keywords"))
    expect(page.locator("ol.keywords .key").first).to_have_text("Iran")


def pick(window: Page, label: str, name: str, tries: int = 6) -> None:
    """Choose an option of a list by typing; a list that is drawn anew meanwhile closes, so it is opened again then."""
    box = window.get_by_role("combobox", name=label)
    for left in reversed(range(tries)):
        box.focus()
        box.fill("")
        box.press_sequentially(name)
        box.press("ArrowDown")
        box.press("Enter")
        try:
            expect(box).to_have_value(re.compile(rf"^{name} \("), timeout=TIMEOUT_MS if not left else 2_000)
        except AssertionError:
            if not left:
                raise
        else:
            return


def test_correction_with_undo(server, page):
    """Two names declared one are counted as one on every page, in a reload and in the link, until it is undone."""
    page.goto(f"{server}/entities?show=entity:ismail-qaani")
    opened(page, "Ismail Qaani")
    page.get_by_text("Correct this name").click()
    pick(page, "It is the same as", "Qasem Soleimani")
    expect(page.get_by_role("button", name="Count them as one")).to_be_enabled()
    page.get_by_role("button", name="Count them as one").click()
    opened(page, "Qasem Soleimani")
    close(page)
    expect(page).to_have_url(re.compile("fix="))
    page.get_by_role("link", name="Method", exact=True).click()
    expect(page.get_by_text("“ismail-qaani” is merged into “qasem-soleimani”.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("“ismail-qaani” is merged into “qasem-soleimani”.")).to_be_visible()
    page.get_by_role("button", name="Undo the correction").click()
    expect(page.get_by_text("None. Open the sentences of a name")).to_be_visible()
    expect(page).not_to_have_url(re.compile("fix="))


def test_files_to_take_away(server, page, tmp_path):
    """The report, the JSON and the session are made on demand and hold the filter."""
    page.goto(f"{server}/entities?entity=kuwait")
    settled(page)
    page.get_by_role("button", name="Save and share").click()
    files = {}
    for label in ("Report to read and print", "Everything as JSON", "The whole session"):
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        files[label] = path.read_text(encoding="utf-8")
    assert "mention Kuwait" in files["Report to read and print"]
    assert "<script" not in files["Report to read and print"]
    assert json.loads(files["Everything as JSON"])["about"]["filter values"]["entities"] == ["Kuwait"]
    assert json.loads(files["The whole session"])["link"]["entity"] == ["kuwait"]


def test_table_twin_and_its_file(server, page, tmp_path):
    """A chart opens as a table, whose file says what it is and holds the same rows."""
    page.goto(f"{server}/?entity=kuwait")
    settled(page)
    page.get_by_role("button", name="As a table").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    path = tmp_path / "table.csv"
    download.value.save_as(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any("mention Kuwait" in line and line.startswith('"# filter') for line in lines)
    assert any(line.startswith("kuwait,Kuwait,GPE,1") for line in lines)
