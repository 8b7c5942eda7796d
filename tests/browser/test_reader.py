"""The reader in a real browser: marks that filter, notes that explain, steps, layers, hostile text that stays text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import settled

pytestmark = pytest.mark.browser

HOSTILE = """Merkel \u202e<img src="http://example.org/x.png" onerror="window.pwned=1"> in Paris

</span></p><style>body{display:none}</style><script>window.pwned=1</script> Angela Merkel flew to London.

مرحبا بالعالم من لندن. "<b>We \u202dwill</b> come on 4 May 2020 with 300 people," said Angela Merkel."""

IN_SIGHT = (
    "element => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
)


def opened(window: Page, address: str) -> Locator:
    """The reader at an address, once it is drawn."""
    window.goto(address)
    settled(window)
    expect(window.locator(".paragraph").first).to_be_visible()
    return window.locator(".text")


def test_click_on_a_name_filters(server, page):
    """A click on a name makes it the filter of all pages and is told as pressed; another click takes it out."""
    text = opened(page, f"{server}/read")
    name = text.get_by_role("button", name="Kuwait")
    expect(name).to_have_attribute("aria-pressed", "false")
    name.click()
    expect(page.get_by_text("paragraphs that mention Kuwait.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]entity=kuwait\b"))
    expect(name).to_have_attribute("aria-pressed", "true")
    expect(name).to_be_focused()
    expect(text.locator(".row.aside").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("paragraphs that mention Kuwait.")).to_have_count(0)
    expect(name).to_have_attribute("aria-pressed", "false")


def test_focus_tells_why(server, page):
    """The keyboard alone leads to a name and to the note on it, which says what found it; Escape closes the note."""
    text = opened(page, f"{server}/read")
    name = text.locator('[role="button"]').first
    name.focus()
    note = page.get_by_role("tooltip")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Qasem Soleimani")
    expect(note).to_contain_text("Counted here as the surname of Qasem Soleimani.")
    expect(note).to_contain_text("Found again: the recogniser saw this name elsewhere")
    expect(name).to_have_attribute("aria-describedby", note.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Tab")
    expect(note).to_contain_text("United States")
    expect(note).to_contain_text("Found by the")


def test_pointer_tells_why(server, page):
    """Pointing at a mark shows the note, which stays while the pointer is on it and goes when it leaves."""
    text = opened(page, f"{server}/read?layer=places")
    text.get_by_role("button", name="Basra").hover()
    note = page.get_by_role("tooltip")
    expect(note).to_contain_text("Put at 30.51° N, 47.78° E in Iraq")
    note.hover()
    expect(note).to_be_visible()
    page.get_by_text("Read", exact=True).first.hover()
    expect(note).to_be_hidden()


def test_steps_from_mention_to_mention(server, page):
    """The arrows and the keys n and p go through the mentions of the chosen name, round and round, and say where."""
    text = opened(page, f"{server}/read?entity=qasem-soleimani")
    place = page.get_by_role("status").filter(has_text="of 5")
    expect(place).to_have_text("– of 5")
    page.get_by_role("button", name="Next mark").click()
    expect(place).to_have_text("1 of 5")
    mentions = text.locator(".mark.chosen")
    expect(mentions).to_have_count(5)
    expect(mentions.first).to_be_focused()
    page.keyboard.press("n")
    expect(place).to_have_text("2 of 5")
    expect(mentions.nth(1)).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(place).to_have_text("5 of 5")
    expect(mentions.last).to_be_focused()
    page.wait_for_function(f"element => ({IN_SIGHT})(element)", arg=mentions.last.element_handle())


def test_layers(server, page):
    """Each layer has its own legend and marks, and lives in the address; the text stays the same."""
    text = opened(page, f"{server}/read")
    before = text.locator(".paragraph").all_text_contents()
    legend = page.get_by_role("list", name="What the marks mean")
    for label, layer, words in [
        ("Tone", "tone", "Word that pulls down"),
        ("Quotes", "quotes", "Institutions"),
        ("Places", "places", "Nationalities"),
        ("Figures and dates", "facts", "Hedged figure"),
    ]:
        page.get_by_role("radio", name=label).or_(page.get_by_role("button", name=label, exact=True)).first.click()
        expect(legend).to_contain_text(words)
        expect(page).to_have_url(re.compile(rf"[?&]layer={layer}\b"))
        settled(page)
        assert text.locator(".paragraph").all_text_contents() == before


def test_map_leads_to_a_paragraph(server, page):
    """A cell of the map has the name of its paragraph, scrolls to it and moves the focus there."""
    text = opened(page, f"{server}/read?layer=tone")
    cell = page.get_by_role("button", name=re.compile(r"^Paragraph 15, [−+]?0\.\d\d "))
    cell.click()
    paragraph = text.locator(".paragraph").nth(15)
    expect(paragraph).to_be_focused()
    page.wait_for_function(f"element => ({IN_SIGHT})(element)", arg=paragraph.element_handle())


def test_link_to_a_paragraph(server, page):
    """A link opens the reader at its paragraph, outlines it for a moment, and a later click does not scroll back."""
    page.set_viewport_size({"width": 1400, "height": 600})
    text = opened(page, f"{server}/read?at=14")
    row = text.locator(".row").nth(14)
    expect(row).to_have_class(re.compile("flash"))
    assert row.evaluate(IN_SIGHT)
    expect(row).not_to_have_class(re.compile("flash"))
    first = text.get_by_role("button", name="United States").first
    first.click()
    expect(page.get_by_text("paragraphs that mention the United States.")).to_be_attached()
    settled(page)
    assert first.evaluate(IN_SIGHT), (first.bounding_box(), page.get_by_test_id("stMain").evaluate("e => e.scrollTop"))


def test_names_wrap_like_text(server, page):
    """On a narrow screen a long name breaks over two lines as words do, and nothing sticks out."""
    page.set_viewport_size({"width": 400, "height": 800})
    text = opened(page, f"{server}/read")
    n_lines = text.locator(".mark").evaluate_all("all => Math.max(...all.map(e => e.getClientRects().length))")
    assert n_lines > 1
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth + 1")
    assert page.locator(".map").evaluate("element => element.clientWidth > element.clientHeight * 3")


@pytest.mark.parametrize("layer", ["names", "tone", "quotes", "places", "facts"])
def test_hostile_article(server, page, layer):
    """Markup in an article is read as text: no element, no style, no script, and no turned neighbours."""
    page.goto(server)
    settled(page)
    page.get_by_role("link", name="Add a text").click()
    page.get_by_label("An article, its headline on the first line").fill(HOSTILE)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Analyse this text").click()
    expect(page.get_by_text("is read. Every page shows it now.")).to_be_visible()
    page.get_by_role("link", name="Read", exact=True).click()
    label = {"names": "Names", "tone": "Tone", "quotes": "Quotes", "places": "Places", "facts": "Figures and dates"}
    text = page.locator(".text")
    expect(text.locator(".paragraph").first).to_be_visible()
    choice = page.get_by_role("radio", name=label[layer]).or_(page.get_by_role("button", name=label[layer], exact=True))
    choice.first.click()
    expect(page.locator(f'.root[data-layer="{layer}"]')).to_be_visible()
    settled(page)
    shown = text.locator(".paragraph").all_text_contents()
    assert [" ".join(row.split()) for row in shown] == [" ".join(row.split()) for row in HOSTILE.split("\n\n")]
    assert page.evaluate("window.pwned") is None
    assert text.locator("img, script, style, b, a").count() == 0
    assert text.locator(".paragraph").evaluate_all("all => all.every(e => e.dir === 'auto')")
    turned = text.locator("span").filter(has_text=re.compile("[\u202d\u202e]"))
    assert turned.count() > 0
    assert turned.evaluate_all("all => all.every(e => getComputedStyle(e).unicodeBidi === 'isolate')")
    assert text.locator(".paragraph").evaluate_all(BARE_TURNS) == 0


BARE_TURNS = """all => all.flatMap(p => [...p.childNodes])
    .filter(node => node.nodeType === Node.TEXT_NODE && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)).length"""
"""How many characters that turn the text stand directly in a paragraph, shut off by nothing."""
