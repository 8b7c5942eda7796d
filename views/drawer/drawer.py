"""
The sentences behind a number: one drawer for every page.

A page calls `panel` last. The URL names what is opened (`state.show`), so a link, a reload and the Back button keep
it. The rule: as many lines as the number on the screen says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis import Analysis
from analysis.evidence.find import Evidence, Line, find, place_key
from analysis.model import Document
from analysis.places.geocode import alternatives
from analysis.select.narrow import Choice
from analysis.show import sentences as words
from analysis.show.palette import TYPE_LABELS, Palette
from analysis.tables.article import paragraph_label
from views.components import component
from views.drawer import correcting
from views.page import options, state, url
from views.page.library import Article
from views.page.page import Page
from views.parts import markup
from views.parts import quote_cards as speech

DRAWER_WIDTH = 720
"""Pixels: a line of 75 characters beside its paragraph number; a reader can drag it wider."""

LINK_OFF = ":material/link_off:"

SIDE_CHARS = 90
"""Characters on either side of a keyword: more than the widest drawer shows."""

ORDERS = {"text": "As in the text", "left": "By the word before", "right": "By the word after"}


def panel(page: Page, analysis: Analysis | None = None) -> None:
    """
    Open the drawer for what the URL names, if it names anything.

    `analysis` is what the page's numbers were counted in, where that is not `page.analysis`: places of one role, say.
    """
    subject = state.shown_subject()
    if subject is not None:
        _open(page, find(analysis or page.analysis, subject), page.article, page.again)


def two_reports(page: Page, reports: Mapping[str, tuple[Article, Callable[[], Analysis]]]) -> None:
    """The same on a page that lays reports side by side: "b~entity:iran" is a number of the report "b"."""
    subject = state.shown_subject()
    if subject is not None:
        side, _, of_report = subject.partition("~")
        side = side if side in reports else next(iter(reports))
        article, again = reports[side]
        _open(page, find(again(), of_report), article, again, f" in {side.upper()}")


def _open(page: Page, found: Evidence | None, article: Article, again: Callable[[], Analysis], where: str = "") -> None:
    """
    Draw the drawer for what was found; without it say so. `where` names one of two reports, where no filter counts.

    Streamlit keeps what the drawer is drawn from for as long as it is open, so it gets `again` and not the analysis.
    """
    if found is None:
        state.show(None)
        page.notices.warning("Behind the number in this link nothing stands that is shown now.", icon=LINK_OFF)
        return
    title = markup.label((_title(found) or "Sentences")[:100] + where)
    drawer = st.dialog(title, width=DRAWER_WIDTH, position="right", on_dismiss=lambda: state.show(None))
    drawer(_contents)(found, article, again, Shown(page.article, page.choice, page.kept, page.colours), bool(where))


def _title(found: Evidence) -> str:
    """What a reader calls the subject; types and kinds of source have a name of ours."""
    kind, _, value = found.subject.partition(":")
    labels = {"type": TYPE_LABELS, "source": speech.SOURCE_LABELS}.get(kind, {})
    return labels.get(value, found.title)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a page its drawer needs: the article, the filter with the paragraphs that it keeps, the colours."""

    article: Article
    choice: Choice
    kept: frozenset[int]
    colours: Palette


def _contents(
    found: Evidence, article: Article, again: Callable[[], Analysis], page: Shown, is_one_of_two: bool
) -> None:
    whole = again()
    document = whole.document
    sentence = words.evidence_sentence(found, document)
    st.html(markup.lead(sentence))
    if page.choice and not is_one_of_two:
        st.html(markup.note(words.filter_sentence(whole, page.choice, page.kept), page.colours))
    is_own = article.id == page.article.id
    if is_own:
        _filter_button(whole, page.choice, found.subject)
        for note in _place_notes(whole, found.subject):
            st.html(markup.note(note, page.colours))
    keywords, lines = _arranged(found, document)
    data = {
        "subject": found.subject,
        "name": sentence,
        "keywords": keywords,
        "lines": [_keyword(line, document) if keywords else _sentence(line, document) for line in lines],
    }
    result = component("lines")(key="evidence_lines", data=data, on_opened_change=lambda: None)
    if result.opened is not None:
        there = state.query() if is_own else {url.ARTICLE: article.id}
        st.switch_page(
            "pages/read.py", query_params={**there, url.SHOW: found.subject, url.AT: str(int(result.opened))}
        )
    if is_own:
        correcting.form(whole, found)


def _place_notes(whole: Analysis, subject: str) -> list[str]:
    """Where a place was put, how sure that is, and what else its name could be."""
    places = [place for place in whole.places if subject == f"place:{place_key(place.name, place.geonames_id)}"]
    notes = [(words.where_put(place), words.could_also_be(alternatives(place))) for place in places[:1]]
    return [note for pair in notes for note in pair if note]


def _arranged(found: Evidence, document: Document) -> tuple[bool, list[Line]]:
    """Whether keywords are shown rather than sentences, and the lines in the order that is asked for."""
    lines = list(found.lines)
    if found.unit in ("sentence", "quote") or len(lines) < 2:
        return False, lines
    with st.container(horizontal=True, vertical_alignment="center"):
        form = options.segmented("Lines", "lines", {"sentences": "Sentences", "keywords": "Keyword in context"})
        if form == "sentences":
            return False, lines
        order = options.selectbox("Order of the lines", "order", ORDERS, width=200)
    text = document.text
    if order == "left":
        lines.sort(key=lambda line: text[line.start : line.marks[0][0]].split()[::-1][:3])
    elif order == "right":
        lines.sort(key=lambda line: text[line.marks[0][1] : line.end].split()[:3])
    return True, lines


def _line(line: Line, document: Document) -> dict[str, Any]:
    label = paragraph_label(document.paragraphs, line.paragraph)
    place = "the headline" if label == "Headline" else f"paragraph {label}"
    return {"paragraph": line.paragraph, "label": label, "place": place, "note": line.note}


def _sentence(line: Line, document: Document) -> dict[str, Any]:
    """A line as its sentence, cut into runs of marked and plain text."""
    parts, at = [], line.start
    for start, end in line.marks:
        if start >= at:
            parts += [(document.text[at:start], False), (document.text[start:end], True)]
            at = end
    parts.append((document.text[at : line.end], False))
    return _line(line, document) | {"parts": [part for part in parts if part[0]]}


def _keyword(line: Line, document: Document) -> dict[str, Any]:
    """A line as keyword in context: what stands before, the word, what stands after."""
    start, end = line.marks[0]
    left, right = document.text[line.start : start][-SIDE_CHARS:], document.text[end : line.end][:SIDE_CHARS]
    sides = {"left": [(left, False)], "key": [(document.text[start:end], True)], "right": [(right, False)]}
    return _line(line, document) | sides


def _filter_button(whole: Analysis, choice: Choice, subject: str) -> None:
    """Make what is shown the filter of every page, or take it out again; for what a filter can name."""
    entities = filterable(whole, subject)
    if not entities:
        return
    is_on = set(entities) <= set(choice.entities)
    names = {entity.id: entity.name for entity in whole.entities}
    who = words.listed([names[entity] for entity in entities], "and")
    clicked = st.button(
        markup.label(f"Take {who} out of the filter" if is_on else f"Filter every page by {who}"),
        icon=":material/filter_alt_off:" if is_on else ":material/filter_alt:",
        on_click=lambda: state.filter_by(entities, is_on=not is_on, needs_all=len(entities) > 1),
    )
    if clicked:
        st.rerun()


def filterable(analysis: Analysis, subject: str) -> list[str]:
    """The entity ids that a filter by this subject would hold; none where it names no entity."""
    kind, _, value = subject.partition(":")
    known = {entity.id for entity in analysis.entities}
    if kind in ("entity", "about", "toward"):
        ids = [value]
    elif kind == "edge":
        ids = value.split("|")[1:]
    elif kind in ("place", "role"):
        number, _, name = (value.partition("|")[2] if kind == "role" else value).partition("|")
        ids = [p.entity for p in analysis.places if p.name == name and str(p.geonames_id or "") == number and p.entity]
    elif kind == "country":
        there = [place for place in analysis.places if place.country_code == value and place.entity]
        own = [str(place.entity) for place in there if place.kind == "country"]
        ids = own[:1] or [str(place.entity) for place in there]
    else:
        ids = []
    return [entity for entity in dict.fromkeys(ids) if entity in known]
