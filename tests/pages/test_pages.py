"""Every page, run as Streamlit runs it but without a browser; the empty text comes first."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests import ROOT
from views.page import shell, state
from views.page.library import bundled, from_text
from views.reader.layers import LAYER_LABELS

PAGES = [file for file, _, _ in shell.PAGES]
"""Every page that answers a question; the page for adding a text has tests of its own."""

HOSTILE = """<script>alert(1)</script> ![](http://example.org/x.png) in Paris

:red[Barack Obama] said $x$ in <img src=x onerror=alert(1)> London. [link](http://example.org) \u202e abc"""


def open_page(page: str, text: str | None = None, **query: str | list[str]) -> AppTest:
    """Open a page as a deep link would, on a text of our own if one is given."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    if page != "dashboard.py":
        at.switch_page(page)
    if text is not None:
        article = from_text(text, "Made for a test.")
        at.session_state[state.OWN_ARTICLES] = {article.id: article}
        query = {state.ARTICLE: article.id, **query}
    for key, value in query.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception, at.exception
    return at


def shown(at: AppTest) -> str:
    """Everything that the page says in its main part and its sidebar."""
    texts = [*at.caption, *at.markdown, *at.warning, *at.error, *at.subheader]
    return "\n".join([element.proto.body for element in at.get("html")] + [element.value for element in texts])


def drawn(at: AppTest, component: str) -> list[dict[str, Any]]:
    """What the browser is given to draw by each component of this name on the page."""
    found = [element.proto for element in at.get("bidi_component")]
    return [json.loads(proto.json) for proto in found if proto.component_name == f"dateline_{component}"]


def numbers(at: AppTest) -> list[str]:
    """The large numbers of the overview."""
    return [tile["value"] for tile in drawn(at, "tiles")[0]["tiles"]]


def in_url(at: AppTest, key: str) -> list[str]:
    """The values of a URL parameter."""
    values = at.query_params.get(key, [])
    return [values] if isinstance(values, str) else list(values)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "text",
    ["nothing to be found in here", "Word", "!!!", "مرحبا بالعالم", "\U0001f600 \U0001f525", HOSTILE],
    ids=["no entity", "one word", "no letters", "right to left", "emoji", "hostile"],
)
def test_odd_texts(page, text):
    """Every page opens on a text in which little or nothing is found, and says so."""
    assert open_page(page, text)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("article", bundled())
def test_every_article(page, article):
    """Every page opens on every bundled article, from a link alone."""
    at = open_page(page, article=article)
    assert at.sidebar.selectbox[0].value == article
    assert not at.warning


def test_empty_places_page():
    """A text without a place has an honest page without a map."""
    at = open_page("pages/places.py", "nothing to be found in here")
    assert "No place is named here." in shown(at)
    assert not at.get("plotly_chart")


def test_overview_sums_up():
    """The overview has one sentence on the article, five numbers and three charts."""
    at = open_page("dashboard.py")
    assert "Named most are" in shown(at)
    assert len(numbers(at)) == 5
    assert len(at.get("plotly_chart")) == 3


@pytest.mark.parametrize("page", PAGES)
def test_filter_from_a_link(page):
    """A link with a filter opens filtered on every page, and says what it shows."""
    at = open_page(page, entity="iran")
    assert at.multiselect[0].value == ["iran"]
    assert "paragraphs that mention Iran." in shown(at)


def test_filter_is_kept_on_a_walk():
    """A name chosen on the first page is still chosen on each of the others, and the URL holds it."""
    at = open_page("dashboard.py")
    at.multiselect[0].set_value(["iran"]).run()
    for page in PAGES[1:]:
        at.switch_page(page).run()
        assert not at.exception
        assert at.multiselect[0].value == ["iran"]
        assert in_url(at, "entity") == ["iran"]


def test_filter_changes_the_numbers():
    """Choosing a name changes the numbers on the page, and clearing the filter brings them back."""
    at = open_page("dashboard.py")
    before = numbers(at)
    at.multiselect[0].set_value(["kuwait"]).run()
    assert numbers(at) != before
    next(button for button in at.button if button.label == "Clear the filter").click().run()
    assert numbers(at) == before
    assert "entity" not in at.query_params


def test_filter_by_type():
    """Choosing people lists people only."""
    at = open_page("pages/entities.py", type="PERSON")
    assert set(at.dataframe[0].value["type"]) == {"person"}


@pytest.mark.parametrize("page", PAGES)
def test_foreign_values_are_dropped_with_a_note(page):
    """Values that this article does not have leave the link with a note; the rest of the filter stays."""
    at = open_page(page, entity=["iran", "nobody", "<script>"], type="ALIEN")
    assert at.multiselect[0].value == ["iran"]
    assert "The link held 3 values" in at.warning[0].value
    assert in_url(at, "entity") == ["iran"]


def test_link_to_a_text_of_another_session():
    """A link to somebody's pasted text shows the first article and says why."""
    at = open_page("dashboard.py", article="own-12345678")
    assert "added in another session" in at.warning[0].value
    assert at.sidebar.selectbox[0].value == next(iter(bundled()))


def test_choosing_another_article_drops_the_filter():
    """Names of one article mean nothing in another."""
    at = open_page("dashboard.py", entity="iran")
    at.sidebar.selectbox[0].set_value("ferries").run()
    assert at.multiselect[0].value == []
    assert in_url(at, "article") == ["ferries"]


def add_text(text: str) -> AppTest:
    """Paste a text on the page for adding one, and have it read."""
    at = open_page("pages/add.py")
    at.text_area[0].set_value(text)
    next(button for button in at.button if button.label == "Read it").click().run()
    assert not at.exception
    return at


def press(at: AppTest, label: str) -> AppTest:
    """Click the first button of that label."""
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception
    return at


def test_pasted_text_is_previewed_then_read():
    """A pasted text is shown as it was understood, and becomes the article once the reader says so."""
    at = add_text("Storm hits Lagos\n\nA storm hit Lagos in Nigeria on Monday, officials said.")
    assert "12 words in" in shown(at) or "13 words in" in shown(at)
    press(at, "Analyse this text")
    assert at.sidebar.selectbox[0].value.startswith("own-")
    assert at.success
    at.switch_page("dashboard.py").run()
    assert "Storm hits Lagos" in shown(at)


def test_preview_can_be_changed():
    """What was understood wrongly can be changed before it is read: the text, the headline, the day."""
    at = add_text("A storm hit Lagos in Nigeria on Monday, officials said. Nobody was hurt in the harbour.")
    next(field for field in at.text_input if field.label == "Headline").set_value("Lagos under water")
    next(field for field in at.text_input if field.label.startswith("Day")).set_value("2020-01-04")
    press(at, "Analyse this text")
    assert in_url(at, "published") == ["2020-01-04"]
    at.switch_page("pages/facts.py").run()
    assert "Lagos under water" in shown(at)
    assert "2019-12-30" in set(at.dataframe[-1].value["first"])


def test_a_wrong_day_is_refused():
    """A day of publication that is no date is refused with its value, and the draft is kept."""
    at = add_text("A storm hit Lagos in Nigeria on Monday, officials said.")
    next(field for field in at.text_input if field.label.startswith("Day")).set_value("someday")
    press(at, "Analyse this text")
    assert "someday" in at.error[0].value
    assert any(button.label == "Analyse this text" for button in at.button)


def test_session_library():
    """A text of the session can be renamed and removed, and is gone then."""
    at = press(add_text("Storm hits Lagos\n\nA storm hit Lagos in Nigeria on Monday."), "Analyse this text")
    next(field for field in at.text_input if field.label == "Name").set_value("My storm")
    press(at, "Rename")
    assert "My storm" in at.sidebar.selectbox[0].options
    press(at, "Remove")
    assert at.sidebar.selectbox[0].value == next(iter(bundled()))
    assert "None yet." in shown(at)


@pytest.mark.parametrize(
    ("text", "message"),
    [("   ", "empty"), ("word " * 200_001, "200,001 words"), ("\x00\x01\x02" * 30, "")],
    ids=["empty", "too long", "binary"],
)
def test_refused_text(text, message):
    """A text that cannot be read is refused with the reason, and the article stays as it was."""
    at = add_text(text)
    if not at.error:
        press(at, "Analyse this text")
    assert message in at.error[0].value
    assert at.sidebar.selectbox[0].value == next(iter(bundled()))


def test_evidence_has_as_many_sentences_as_the_count():
    """The number beside a name is the number of its sentences in the drawer."""
    at = open_page("pages/entities.py", show="entity:iran")
    row = at.dataframe[0].value.set_index("name").loc["Iran"]
    assert len(drawn(at, "lines")[0]["lines"]) == row["count"]
    assert f"{row['count']} mentions in" in shown(at)


def test_nationalities_under_a_switch():
    """With the switch off, "Iranian" is no mention of Iran, on the chart, in the table and among the sentences."""
    at = open_page("pages/entities.py", show="entity:iran")
    before = at.dataframe[0].value.set_index("name").loc["Iran", "count"]
    at.toggle[0].set_value(False).run()
    after = at.dataframe[0].value.set_index("name").loc["Iran", "count"]
    assert after == before - 3
    assert len(drawn(at, "lines")[0]["lines"]) == after


def reader(at: AppTest) -> dict:
    """What the reader draws."""
    return next(data for data in map(json.loads, (c.proto.json for c in at.get("bidi_component"))) if "marks" in data)


def test_pronouns_can_be_shown():
    """The reader sees whom "he" and "the general" mean, and they are marked without being counted."""
    at = open_page("pages/read.py")
    before = reader(at)
    next(toggle for toggle in at.toggle if "mean" in toggle.label).set_value(True).run()
    after = reader(at)
    assert "means Qasem Soleimani; not counted" in [title for title, _ in after["tips"]]
    assert not any("not counted" in title for title, _ in before["tips"])
    assert len(after["marks"]) > len(before["marks"])
    assert len(after["targets"]) == len(before["targets"])
    assert in_url(at, "pronouns") == ["yes"]


def test_teaching_mode():
    """In teaching mode nothing is marked until the class asks for it; then guesses and answers stand side by side."""
    at = open_page("pages/read.py")
    at.toggle[0].set_value(True).run()
    assert not at.exception
    hidden = reader(at)
    assert hidden["marks"] == hidden["tips"] == hidden["legend"] == []
    assert all(row["map"]["value"] == 0 and not row["note"] for row in hidden["paragraphs"])
    next(pills for pills in at.button_group if "people" in pills.label).set_value(["Chad Wolf", "CNN"]).run()
    next(toggle for toggle in at.toggle if toggle.label.startswith("Reveal")).set_value(True).run()
    assert not at.exception
    assert "The class and the machine agree on" in shown(at)
    assert reader(at)["marks"]


@pytest.mark.parametrize("layer", LAYER_LABELS)
def test_layer_from_a_link(layer):
    """A link opens the reader in its layer, on any text."""
    assert reader(open_page("pages/read.py", layer=layer))["layer"] == layer
    assert reader(open_page("pages/read.py", "nothing to be found in here", layer=layer))["targets"] == []


def test_bad_links_to_a_paragraph_are_ignored():
    """A link to a paragraph that is not there opens the article at its head; one that is there scrolls."""
    assert reader(open_page("pages/read.py", at="5"))["at"] == 5
    for bad in ("99", "-1", "x", "1e3"):
        assert reader(open_page("pages/read.py", at=bad))["at"] is None


def test_words_behind_a_number_are_outlined():
    """Opened from a number, the reader outlines as many stretches as the number says, in any layer."""
    at = open_page("pages/read.py", show="entity:iran", layer="facts")
    outlined = [piece for row in reader(at)["paragraphs"] for piece in row["pieces"] if len(piece) == 4]
    assert len(outlined) == 12
    assert "Outlined: the 12 mentions" in shown(at)
    next(button for button in at.button if button.label == "Remove the outlines").click().run()
    assert not any(len(piece) == 4 for row in reader(at)["paragraphs"] for piece in row["pieces"])


def test_role_and_kind_of_places():
    """The switches of the places page change the table, and both together may leave nothing, which is said."""
    at = open_page("pages/places.py")
    table = at.dataframe[-1].value
    roles = next(pills for pills in at.button_group if pills.label.startswith("Role"))
    roles.set_value(["nationality"]).run()
    nationalities = at.dataframe[-1].value
    assert nationalities["count"].sum() == table["nationality"].sum()
    kinds = next(pills for pills in at.button_group if pills.label.startswith("Kind"))
    kinds.set_value(["region"]).run()
    assert not at.exception
    assert "No place matches both switches." in shown(at)


def test_what_the_article_is_about():
    """The places page tells the countries that an article is about from those it only mentions."""
    page = shown(open_page("pages/places.py"))
    assert "the United States, Iran and Iraq" in page
    assert "Only mentioned: Syria and Kuwait." in page


def test_quotes_page_lists_every_quote():
    """There are as many cards as quotes, each with its speaker, and reported speech stands apart."""
    at = open_page("pages/quotes.py")
    cards = [element.proto.body for element in at.get("html") if "<blockquote" in element.proto.body]
    assert cards[0].count("<blockquote") == len(at.dataframe[-1].value)
    assert "Bernie Sanders" in cards[0]
    assert "Officials" in cards[1]


def test_quotes_by_kind_of_source():
    """Choosing institutions leaves their quotes alone."""
    at = open_page("pages/quotes.py")
    next(pills for pills in at.button_group if pills.label == "Kind of source").set_value(["institution"]).run()
    cards = next(e.proto.body for e in at.get("html") if "<blockquote" in e.proto.body)
    n_institutions = (at.dataframe[-1].value["source_kind"] == "institution").sum()
    assert cards.count("<blockquote") == n_institutions > 0


def test_seed_is_the_users_article_unchanged():
    """The first article is the one the user gave, byte for byte."""
    import hashlib

    seed = (ROOT / "seeds" / "000_253f1a25dff10c89.txt").read_bytes()
    assert hashlib.sha256(seed).hexdigest() == "d2320656d90c0a0a7f2b18ba9c7dfa3f54da11d2a72043ca84370576226a7c19"
