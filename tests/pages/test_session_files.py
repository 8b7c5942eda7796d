"""Files that a reader opens: what the app saved opens again, a bad part is said by name, the rest is kept."""

from __future__ import annotations

import json
import tomllib

import pytest
import streamlit

from analysis import InputError
from analysis.corrections.file import from_json, from_json_in_part, parse, to_json
from analysis.json_file import quoted, read_json
from analysis.model import Correction
from tests import ROOT
from tests.pages.test_pages import in_url, open_page, shown
from tests.pages.test_session import FakeParameters, make_session
from views.page import limits, session_file, state, url
from views.page.library import from_text, saved_bytes

GOOD = {"id": "own-a", "label": "Floods", "text": "Mali asked Senegal for help.", "note": "n"}


@pytest.fixture
def session(monkeypatch):
    """A session without a page."""
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(streamlit, "query_params", FakeParameters())
    return streamlit.session_state


def test_one_limit_for_the_server_and_the_page():
    """The server takes what the page says and what a saved session may have."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxUploadSize"] == limits.MAX_UPLOAD_MB
    assert limits.MAX_UPLOAD_MB * 2**20 == limits.MAX_SESSION_BYTES
    at = open_page("pages/add.py")
    assert f"up to {limits.MAX_UPLOAD_MB} MB" in at.get("file_uploader")[0].proto.label
    assert at.get("file_uploader")[0].proto.max_upload_size_mb == limits.MAX_UPLOAD_MB
    at.segmented_control[0].set_value("upload").run()
    assert f"up to {limits.ARTICLE_MB} MB" in at.get("file_uploader")[0].proto.label
    assert at.get("file_uploader")[0].proto.max_upload_size_mb == limits.ARTICLE_MB


def fill(n_chars: int) -> list:
    """Texts that together take at least `n_chars` bytes of a file."""
    texts, size = [], 0
    while size < n_chars:
        one = from_text(f"Text {len(texts)}.\n\n" + "The “sea” rose.\n" * 50_000, "Made for a test.")
        texts.append(one)
        size += saved_bytes(one)
    return texts


def test_a_full_session_opens_again(session):
    """A session holds as many texts as can be saved and opened again; one more is refused, and nothing is lost."""
    texts = fill(limits.MAX_SESSION_BYTES - limits.MAX_LINK_BYTES)
    state.keep_articles(texts[:-1])
    with pytest.raises(InputError, match="can be saved and opened again"):
        state.keep_articles(texts[-1:])
    assert state.own_articles() == texts[:-1]
    parameter = ["x" * limits.MAX_VALUE_CHARS]
    session[url.LEFT] = {article.id: {url.FIX: parameter, url.PUBLISHED: parameter} for article in texts}
    saved = session_file.to_json(session_file.current()).encode()
    assert 0.75 * limits.MAX_SESSION_BYTES < len(saved) <= limits.MAX_SESSION_BYTES
    session.clear()
    assert session_file.open_session(saved) == len(texts) - 1
    assert state.own_articles() == texts[:-1]


def test_a_file_that_is_too_long():
    """A file of the greatest length is read, one byte more is refused with both numbers."""
    file = make_session()
    room = limits.MAX_SESSION_BYTES - len(file)
    assert len(session_file.read_session(file + b" " * room).articles) == 1
    with pytest.raises(InputError, match="a session file has at most"):
        session_file.read_session(file + b" " * (room + 1))


@pytest.mark.usefixtures("session")
def test_the_51st_text():
    """A session of 50 texts takes no other, and says so; a text that it has already is no other."""
    texts = [from_text(f"Text {number}.", "") for number in range(limits.MAX_OWN_ARTICLES + 1)]
    state.keep_articles(texts[:-1])
    state.keep_articles(texts[:1])
    with pytest.raises(InputError, match="it holds up to 50"):
        state.keep_articles(texts[-1:])
    assert len(state.own_articles()) == limits.MAX_OWN_ARTICLES


DEEP = json.loads("[" * 500 + "]" * 500)
BAD_VALUES = [[], {}, 5, True, 1e300, float("nan"), DEEP, "x" * 50_000, 10**17]
"""Values that no field of a session file takes."""


@pytest.mark.parametrize("field", ["id", "label", "note", "published"])
@pytest.mark.parametrize("value", BAD_VALUES, ids=lambda value: quoted(value)[:20])
def test_a_bad_field_of_a_text(field, value, session):
    """A field of a wrong type or length is said by name with the beginning of its value; the text is kept."""
    rows = [GOOD | {field: value}, GOOD | {"text": "Rain fell in Paris."}]
    assert session_file.open_session(make_session(articles=rows)) == 2
    (problem,) = session[session_file.PROBLEMS][:1]
    assert "Text 1 of this session file" in problem
    assert field in problem or "publication date" in problem
    assert len(problem) < 250
    assert [article.text for article in state.own_articles()] == [GOOD["text"], "Rain fell in Paris."]


def test_halves_of_surrogate_pairs(session):
    """What no encoding can write is replaced wherever it stands, so that every page and the next save work."""
    row = dict.fromkeys(GOOD, "\ud800 x")
    left = {"\ud800": {"fix": ["{}"]}, "ferries": {"fix": ["\ud800"]}}
    session_file.open_session(make_session(articles=[row], link={"entity": ["\ud800", "mali"]}, left=left))
    assert session_file.to_json(session_file.current()).encode()
    assert streamlit.query_params["entity"] == ["mali"]
    assert sum("surrogate" not in problem for problem in session[session_file.PROBLEMS]) >= 3


@pytest.mark.parametrize("page", ["dashboard.py", "pages/add.py", "pages/method.py"])
def test_pages_of_a_hostile_session(page):
    """A page opens on a text whose label and note are of a stranger's file."""
    article = from_text("Mali asked Senegal.", "\ud800 \u202e note", "\ud800 \u202e label")
    at = open_page(page, "Mali asked Senegal.")
    at.session_state[url.OWN_ARTICLES] = {article.id: article}
    assert not at.run().exception
    assert "\u202e" not in article.label + article.note


def test_ids_given_twice(session):
    """Two texts under one id are both kept, the link leads to the first, and the second is named."""
    rows = [GOOD, GOOD | {"text": "Rain fell in Paris."}]
    session_file.open_session(make_session(articles=rows, link={"article": ["own-a"]}))
    assert len(state.own_articles()) == 2
    assert streamlit.query_params["article"] == [state.own_articles()[0].id]
    assert "Text 2 of this session file has the “id” of another text" in session[session_file.PROBLEMS][0]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"link": []}, "“link” of this session file cannot be []; it is an object."),
        ({"link": {"entity": "mali"}}, "“entity” in “link” of this session file cannot be 'mali'; it is a list."),
        ({"link": {"entity": [5]}}, "“entity” in “link” of this session file cannot hold 5."),
        ({"link": {"entity": ["x"] * 501}}, "so many or so long values"),
        ({"link": {"fix": ["x" * 9_000, "y" * 9_000]}}, "so many or so long values"),
        ({"left": 5}, "“left” of this session file cannot be 5; it is an object."),
        ({"left": {"ferries": 5}}, "“left” for 'ferries' of this session file cannot be 5; it is an object."),
        ({"left": {"x" * 20_000: {}}}, "cannot name the article 'xxx"),
        ({"left": {str(n): {} for n in range(101)}}, "names 101 articles; 100 of them are kept."),
        ({"articles": [GOOD, {"text": " "}]}, "Text 2 of this session file: The text is empty"),
        ({"articles": [GOOD, {"text": 5}]}, "Text 2 of this session file has no “text”."),
        ({"articles": [GOOD, GOOD | {"text": "Rain fell.", "published": "soon"}]}, "'soon'"),
    ],
)
def test_a_bad_part_costs_nothing_else(changes, problem, session):
    """A part that cannot be used is said by name; the good text is here all the same."""
    session_file.open_session(make_session(**({"link": {}, "left": {}, "articles": [GOOD]} | changes)))
    assert any(problem in one for one in session[session_file.PROBLEMS]), session[session_file.PROBLEMS]
    assert state.own_articles()[0].text == GOOD["text"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a":' * 5_000, "more than 100 values"),
        (b"[" + b"[]," * 200_000 + b"0]", "more than 100 values"),
        (b'["' + b"," * 1_000 + b'"]', None),
        (b'["' + b'\\"' * 1_000 + b'"]', None),
        (b"9" * 10_000, None),
        (b"NaN", None),
        (b'{"a": "x', "not JSON"),
        (b" " * 2_000_001, "at most 2,000,000"),
    ],
)
def test_json_under_bounds(data, message):
    """JSON that would take much more memory than its bytes is refused before anything of it is made."""
    if message is None:
        read_json(data, "a test", 2_000_000, 100)
    else:
        with pytest.raises(InputError, match=message):
            read_json(data, "a test", 2_000_000, 100)


@pytest.mark.parametrize("value", [*BAD_VALUES, 10**5_000, "\ud800" * 999, {"a": DEEP}], ids=lambda v: quoted(v)[:20])
def test_errors_quote_little(value):
    """A correction that cannot be read is quoted by its beginning, whatever it is, and the quote can be written."""
    for wrong in ({"do": value}, {"do": "place", "place": value}, {"do": "split", "entity": "a", "mentions": value}):
        with pytest.raises(InputError) as error:
            parse(wrong)
        assert len(str(error.value).encode()) < 400


def test_a_file_of_corrections_in_part():
    """On the page, a correction that cannot be read is named and costs the others nothing; a program gets an error."""
    good = Correction("hide", "iran")
    rows = json.loads(to_json([good, good]))
    rows["corrections"].insert(1, {"do": "explode"})
    made, problems = from_json_in_part(json.dumps(rows))
    assert made == (good, good)
    assert problems == ("Correction 2: A correction cannot do 'explode'; it can merge, split, rename, retype, hide, place, speaker.",)  # fmt: skip # noqa: E501
    with pytest.raises(InputError, match="Correction 2"):
        from_json(json.dumps(rows))


def test_a_restart_is_not_called_another_session():
    """A text that is not here is called just that: the server cannot know where it was added, and says what may be."""
    at = open_page("dashboard.py", article="own-12345678")
    assert "The text of this link is not here" in at.warning[0].value
    assert "or the server was started anew" in at.warning[0].value
    at = open_page("dashboard.py", article="atlantis")
    assert "none that Dateline has" in at.warning[0].value
    assert "session" not in at.warning[0].value


def test_texts_of_one_name_are_told_apart():
    """Two texts of one headline stand in the list under two names, and each opens its own."""
    one, two = from_text("Floods\n\nMali asked Senegal.", ""), from_text("Floods\n\nPeru asked Chile.", "")
    at = open_page("dashboard.py")
    at.session_state[url.OWN_ARTICLES] = {one.id: one, two.id: two}
    at.run()
    assert len(set(at.sidebar.selectbox[0].options)) == len(at.sidebar.selectbox[0].options)
    at.sidebar.selectbox[0].select_index(len(at.sidebar.selectbox[0].options) - 1).run()
    assert in_url(at, "article") == [two.id]


def test_names_alike_are_told_apart():
    """Two names alike are two options and two chips; the second of each means the second name."""
    fix = json.dumps({"do": "rename", "entity": "iran", "name": "United States"})
    at = open_page("dashboard.py", fix=fix, entity=["iran", "united-states"])
    names = [button.label for button in at.button if button.label.startswith("United States")]
    assert names == ["United States", "United States · 2"]
    next(button for button in at.button if button.label == "United States · 2").click().run()
    first, second = (e for e in at.multiselect[0].options if e.startswith("United States"))
    assert first != second
    left = in_url(at, "entity")
    assert at.multiselect[0].value == left
    assert len(left) == 1


def test_drafts_keep_their_own_text():
    """When the first of several drafts has been read, the next one shows its own words and not those of the first."""
    from analysis.readers import Draft
    from views.page import drafts

    at = open_page("pages/add.py")
    waiting = [
        drafts.Waiting(Draft(text, title), "Pasted.") for title, text in (("A", "Rain fell."), ("B", "Snow fell."))
    ]
    at.session_state[drafts.DRAFTS] = waiting
    at.run()
    next(button for button in at.button if button.label == "Analyse this text").click().run()
    assert not at.exception
    assert [area.value for area in at.text_area if area.label == "Text"] == ["Snow fell."]
    assert "is read" in at.success[0].value
    assert shown(at)
