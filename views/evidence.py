"""The sentences behind a number, and tables to take away."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.export import to_csv, to_geojson
from analysis.geocode import alternatives
from analysis.model import Place
from analysis.tables import paragraph_label
from analysis.tone_model import Toward
from views import markup, words
from views.markup import entity_mark, marked
from views.shell import Page, card

FEW, MANY = 15, 60
"""How many rows a chart shows at first, and at most: more than 60 bars are a table."""

MAX_SENTENCES = 200
"""How many sentences are listed at once; the rest is counted and said."""

ROLE_HINTS = {
    "location": "a location",
    "actor": "an actor",
    "nationality": "a nationality",
    "name": "part of another name",
}


def mention_list(page: Page) -> None:
    """List every mention of the chosen entities in its sentence; their number is the number on the charts."""
    document = page.whole.document
    for entity in page.analysis.entities:
        if entity.id not in page.choice.entities:
            continue
        with card("", colours=page.colours):
            heading = f"{entity.name}: {words.count_of(entity.count, 'mention')}"
            st.html(f'<h3 style="margin:0;padding:0">{escape(heading)}</h3>')
            rows = []
            for mention in entity.mentions[:MAX_SENTENCES]:
                sentence = document.sentence_at(mention.start)
                hint = f"{entity.name}, written “{mention.text}”"
                mark = entity_mark(mention.start, mention.end, entity.type, hint, page.colours, is_strong=True)
                label = paragraph_label(document.paragraphs, mention.paragraph)
                rows.append((label, marked(document.text, sentence.start, sentence.end, [mark])))
            st.html(markup.numbered(rows, page.colours))
            if entity.count > MAX_SENTENCES:
                st.caption(f"The first {MAX_SENTENCES} of {entity.count:,}. The Read page marks them all.")


def span_list(page: Page, spans: Sequence[tuple[int, int, int]]) -> None:
    """Each span, given as (paragraph, start, end), in its sentence."""
    document = page.whole.document
    rows = []
    for paragraph, start, end in spans[:MAX_SENTENCES]:
        sentence = document.sentence_at(start)
        mark = markup.Mark(start, end, page.colours.accent, "solid", "", is_strong=True)
        shown = marked(document.text, sentence.start, sentence.end, [mark])
        rows.append((paragraph_label(document.paragraphs, paragraph), shown))
    st.html(markup.numbered(rows, page.colours))


def toward_list(page: Page, name: str, toward: Toward) -> None:
    """Each sentence that was scored toward an entity, with its three probabilities."""
    document = page.whole.document
    title = f"Toward {name}: {words.count_of(len(toward.sentences), 'sentence')}, {toward.label}"
    with card("", colours=page.colours):
        st.html(f'<h3 style="margin:0;padding:0">{escape(title)}</h3>')
        rows = []
        for one in toward.sentences[:MAX_SENTENCES]:
            sentence = document.sentence_at(one.start)
            mark = markup.Mark(one.start, one.end, page.colours.accent, "solid", name, is_strong=True)
            odds = f"negative {one.negative:.0%} · neither {one.neutral:.0%} · positive {one.positive:.0%}"
            odds = f'<br><small style="color:{page.colours.faint}">{escape(odds)}</small>'
            shown = marked(document.text, sentence.start, sentence.end, [mark]) + odds
            rows.append((paragraph_label(document.paragraphs, one.paragraph), shown))
        st.html(markup.numbered(rows, page.colours))


def download(frame: pd.DataFrame, name: str, page: Page) -> None:
    """A button that saves exactly the table above it, as CSV."""
    st.download_button(
        "Download as CSV",
        data=lambda: to_csv(frame).encode("utf-8"),
        file_name=f"dateline-{name}{'-filtered' if page.choice else ''}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{name}",
    )


def download_geojson(analysis: Analysis, page: Page) -> None:
    """A button that saves exactly the places shown, as GeoJSON."""
    st.download_button(
        "Download as GeoJSON",
        data=lambda: to_geojson(analysis).encode("utf-8"),
        file_name=f"dateline-places{'-filtered' if page.choice else ''}.geojson",
        mime="application/geo+json",
        icon=":material/download:",
        on_click="ignore",
        key="download_geojson",
    )


def place_list(page: Page, places: Sequence[Place]) -> None:
    """Every place shown with its sentences and what else its name could be, one fold a place."""
    document = page.whole.document
    with card("The sentences behind the map", "Each mention in its sentence, with its role.", colours=page.colours):
        for place in places:
            title = f"{place.name}: {words.count_of(place.count, 'mention')}"
            with st.expander(markup.label(title)):
                rows = []
                for mention in place.mentions[:MAX_SENTENCES]:
                    sentence = document.sentence_at(mention.start)
                    hint = f"{place.name} as {ROLE_HINTS[mention.role]}"
                    mark = entity_mark(mention.start, mention.end, "GPE", hint, page.colours, is_strong=True)
                    role = f'<br><small style="color:{page.colours.faint}">{escape(hint)}</small>'
                    label = paragraph_label(document.paragraphs, mention.paragraph)
                    rows.append((label, marked(document.text, sentence.start, sentence.end, [mark]) + role))
                st.html(markup.numbered(rows, page.colours))
                if place.count > MAX_SENTENCES:
                    st.caption(f"The first {MAX_SENTENCES} of {place.count:,}.")
                st.html(markup.note(words.where_put(place), page.colours))
                others = words.could_also_be(alternatives(place))
                if others:
                    st.html(markup.note(others, page.colours))
