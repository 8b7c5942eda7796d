"""
A session as a file: the texts that a reader added, what was corrected in each, and what the link holds.

It carries what a link cannot. The file is a stranger's: every text is checked as a pasted one is, every value of the
link as one in a link is. What of it cannot be used is said by name, and the rest is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import streamlit as st

from analysis.errors import InputError
from analysis.gazetteer.fold import LONE_SURROGATE_RE
from analysis.json_file import quoted, read_json
from analysis.pipeline import VERSION
from views.page import options, state, url
from views.page.library import MAX_DAY_CHARS, Article, from_text
from views.page.limits import MAX_OWN_ARTICLES, MAX_SESSION_BYTES, MAX_VALUE_CHARS, MAX_VALUES

SCHEMA = "dateline-session/1"
WHAT = "a session file"

MAX_PARTS = 100_000
"""Values that a session file may hold: fifty texts with five fields each, a hundred links of 500 values each."""

MAX_LEFT = 100
"""Articles whose corrections and days of publication are kept while others are shown."""

PROBLEMS = "session_problems"
"""A session key: what of the file that was opened last could not be used."""

PARAMETERS = (url.ARTICLE, url.PUBLISHED, *url.FILTER, url.WITH, url.FIX, *options.OPTIONS)


@dataclass(slots=True)
class Session:
    """What a session file holds: texts, parameters of a link, parameters by article; a sentence for each bad part."""

    articles: list[Article] = field(default_factory=list)
    link: dict[str, list[str]] = field(default_factory=dict)
    left: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def current() -> dict[str, Any]:
    """The session as it is now: plain values, and the articles as they are."""
    link = {name: _values(st.query_params.get_all(name)) for name in PARAMETERS if name in st.query_params}
    left, known = st.session_state.get(url.LEFT, {}), state.articles()
    return {
        "schema": SCHEMA,
        "made by": f"Dateline {VERSION}",
        "link": {name: values for name, values in link.items() if values},
        "left": {article_id: values for article_id, values in left.items() if article_id in known},
        "articles": state.own_articles(),
    }


def to_json(session: Mapping[str, Any]) -> str:
    """What `current` took, as the text of a file; `state.keep_articles` sees to it that it is not too long to open."""
    whole = {**session, "articles": [asdict(article) for article in session["articles"]]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def open_session(data: bytes) -> int:
    """
    Take up a session from its file, beside the texts that are here already; return the number of texts it held.

    What of it could not be used is left in the session under PROBLEMS.

    Raises: InputError where it is no session file, or none of its texts can be read, or they are too many or too
        long beside those that are here; nothing has changed then.
    """
    session = read_session(data)
    if session.problems and not session.articles:
        raise InputError(session.problems[0])
    state.keep_articles(session.articles)
    st.session_state.setdefault(url.LEFT, {}).update(session.left)
    st.query_params.from_dict(session.link)
    st.session_state[PROBLEMS] = session.problems
    return len(session.articles)


def read_session(data: bytes) -> Session:
    """What a session file holds; raises InputError where it is none, or has too many texts."""
    whole = read_json(data, WHAT, MAX_SESSION_BYTES, MAX_PARTS)
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        raise InputError(f"This is not a session file: it must say “schema”: “{SCHEMA}”.")
    rows = whole.get("articles")
    if not isinstance(rows, list) or len(rows) > MAX_OWN_ARTICLES:
        raise InputError(f"“articles” of a session file must be a list of at most {MAX_OWN_ARTICLES} texts.")
    session = Session()
    # A text's id follows from the text, whatever the file says.
    ids: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        article = _article(f"Text {number} of this session file", row, session.problems)
        if article is not None:
            session.articles.append(article)
            _note_id(number, row.get("id"), article, ids, session.problems)
    session.link = _parameters("“link”", whole.get("link"), PARAMETERS, session.problems)
    for name in (url.ARTICLE, url.WITH):
        if name in session.link:
            session.link[name] = [ids.get(value, value) for value in session.link[name][:1]]
    session.left = _left(whole.get("left"), ids, session.problems)
    return session


def _note_id(number: int, given: Any, article: Article, ids: dict[str, str], problems: list[str]) -> None:
    """Remember which text the file calls by which id."""
    if given is None:
        return
    if not isinstance(given, str) or len(given) > MAX_VALUE_CHARS:
        problems.append(f"Text {number} of this session file: its “id” cannot be {quoted(given)}.")
    elif ids.setdefault(given, article.id) != article.id:
        problems.append(f"Text {number} of this session file has the “id” of another text, {quoted(given)}.")


def _article(where: str, row: Any, problems: list[str]) -> Article | None:
    """The text of a row; fields beside it that cannot be used are left out, a text that cannot be read is none."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        problems.append(f"{where} has no “text”.")
        return None
    note, label, published = (
        _field(where, name, row.get(name), most, problems)
        for name, most in (("note", MAX_VALUE_CHARS), ("label", MAX_VALUE_CHARS), ("published", MAX_DAY_CHARS))
    )
    made_up = note or "From a session file."
    try:
        try:
            return from_text(row["text"], made_up, label, published or None)
        except InputError as error:
            article = from_text(row["text"], made_up, label)
            problems.append(f"{where}: {error}")
            return article
    except InputError as error:
        problems.append(f"{where}: {error}")
        return None


def _field(where: str, name: str, value: Any, most: int, problems: list[str]) -> str:
    """A field that is a text of at most `most` characters; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value, str) and len(value) <= most:
        return value
    problems.append(f"{where}: its “{name}” cannot be {quoted(value)}; it is a text of at most {most:,} characters.")
    return ""


def _left(value: Any, ids: Mapping[str, str], problems: list[str]) -> dict[str, dict[str, list[str]]]:
    """What was corrected and dated in articles that were not shown, by article."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        problems.append(f"“left” of this session file cannot be {quoted(value)}; it is an object.")
        return {}
    if len(value) > MAX_LEFT:
        problems.append(f"“left” of this session file names {len(value):,} articles; {MAX_LEFT} of them are kept.")
    kept = {}
    for key, parameters in list(value.items())[:MAX_LEFT]:
        if not _is_value(key):
            problems.append(f"“left” of this session file cannot name the article {quoted(key)}.")
            continue
        found = _parameters(f"“left” for {quoted(key)}", parameters, (url.FIX, url.PUBLISHED), problems)
        kept[ids.get(key, key)] = found
    return kept


def _parameters(where: str, value: Any, names: tuple[str, ...], problems: list[str]) -> dict[str, list[str]]:
    """What of a file can be parameters of a link; whether this article has them is checked when they are read."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        problems.append(
            f"{where[:1].upper()}{where[1:]} of this session file cannot be {quoted(value)}; it is an object."
        )
        return {}
    kept = {}
    for name in names:
        values = value.get(name)
        if values is None:
            continue
        good = _values(values)
        if good:
            kept[name] = good
        if not isinstance(values, list):
            problems.append(f"“{name}” in {where} of this session file cannot be {quoted(values)}; it is a list.")
        elif len(good) < len(values):
            bad = next((one for one in values if not _is_value(one)), None)
            why = "so many or so long values" if bad is None else quoted(bad)
            problems.append(f"“{name}” in {where} of this session file cannot hold {why}.")
    return kept


def _values(values: Any) -> list[str]:
    """Those of the values of a parameter that a link can hold, together no longer than one may be."""
    good: list[str] = []
    n_chars = 0
    for value in values[:MAX_VALUES] if isinstance(values, list) else ():
        if _is_value(value) and n_chars + len(value) <= MAX_VALUE_CHARS:
            good.append(value)
            n_chars += len(value)
    return good


def _is_value(value: Any) -> bool:
    """Whether a link can hold this."""
    return isinstance(value, str) and len(value) <= MAX_VALUE_CHARS and not LONE_SURROGATE_RE.search(value)
