"""The report as one page: what it is about first, then names, places, tone, speech, facts, the text, the method."""

from __future__ import annotations

from datetime import date

from analysis.model import SCHEMA, Analysis
from analysis.report.article import article, filter_box
from analysis.report.facts import facts
from analysis.report.material import Material
from analysis.report.method import corrections, method
from analysis.report.speech import speech
from analysis.report.style import style_sheet
from analysis.report.tone import tone
from analysis.report.where import where
from analysis.report.who import who
from analysis.select.narrow import Choice, kept_paragraphs, narrow
from analysis.show import sentences as words
from analysis.show.markup import Html, element, joined, safe

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser is told to allow: the style sheet of the page and nothing else, whatever might stand in it."""

UNTITLED = "An article without a headline"


def to_html(analysis: Analysis, *, choice: Choice | None = None, made_on: date | str | None = None) -> str:
    """
    The report of one analysis as a whole HTML file.

    Args:
        analysis: the whole analysis; the report narrows it itself.
        choice: a filter, which the report then names at its head.
        made_on: the day to print as that of the report; none by default, so that a text gives the same bytes always.
    """
    shown = narrow(analysis, choice) if choice else analysis
    kept = kept_paragraphs(analysis, choice or Choice())
    material = Material(analysis, shown, kept)
    sections = [
        who(material), where(material), tone(material), speech(material), facts(material), article(material),
        corrections(analysis), method(analysis),
    ]  # fmt: skip
    box = filter_box(material, choice) if choice else Html("")
    body = joined([
        header(material, box, has_corrections=bool(analysis.corrections)),
        element("main", joined(sections)),
        footer(analysis, made_on),
    ])  # fmt: skip
    page = element("html", joined([head(analysis), element("body", body)]), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def title_of(analysis: Analysis) -> str:
    """The headline on one line, or words for an article that has none."""
    return " ".join((analysis.document.title or "").split()) or UNTITLED


def head(analysis: Analysis) -> Html:
    """What a browser needs to know; nothing is fetched."""
    return element(
        "head",
        joined([
            Html('<meta charset="utf-8"/>'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{safe(POLICY)}"/>'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1"/>'),
            Html('<meta name="referrer" content="no-referrer"/>'),
            Html(f'<meta name="generator" content="Dateline {safe(analysis.version)}"/>'),
            element("title", f"{title_of(analysis)} · Dateline report"),
            element("style", Html(style_sheet())),
        ]),
    )  # fmt: skip


def header(material: Material, box: Html, *, has_corrections: bool) -> Html:
    """Headline, origin, summary, the filter, the key numbers and the way to each section."""
    analysis = material.whole
    parts = [
        element("p", "Dateline report", class_="brand"),
        element("h1", title_of(analysis), dir="auto"),
        element("p", origin(analysis), class_="meta", dir="auto"),
        box,
        element("p", summary(material), class_="lead"),
        key_numbers(material),
        contents(has_corrections),
    ]
    return element("header", joined(parts))


def origin(analysis: Analysis) -> str:
    """Where and when the article was published, as far as that is known."""
    document = analysis.document
    published = f"Published {document.published}" if document.published else "Day of publication not known"
    source = f"Source: {' '.join(document.source.split())}" if document.source else "Source not known"
    return f"{published} · {source} · {words.count_of(document.n_words, 'word')}"


def key_numbers(material: Material) -> Html:
    """Eight numbers with what they rest on."""
    shown = material.shown
    n_kept, n_all = len(material.kept), len(shown.document.paragraphs)
    n_mapped = sum(place.latitude is not None for place in shown.places)
    n_known = sum(quote.speaker_text is not None for quote in shown.quotes)
    rows = (
        ("Paragraphs", f"{n_kept:,}", f"of {n_all:,} are counted" if material.is_filtered else "all are counted"),
        ("Names", f"{len(shown.entities):,}", words.count_of(sum(e.count for e in shown.entities), "mention")),
        ("People", f"{sum(e.type == 'PERSON' for e in shown.entities):,}", "by name"),
        ("Places", f"{len(shown.places):,}", f"{n_mapped:,} with a point"),
        ("Quotes", f"{len(shown.quotes):,}", f"{n_known:,} with a speaker"),
        ("Figures", f"{len(shown.figures):,}", f"{sum(f.hedge is not None for f in shown.figures):,} hedged"),
        ("Dates", f"{len(shown.dates):,}", f"{sum(d.is_resolved for d in shown.dates):,} resolved"),
        (
            "Polarity", words.signed(shown.overall.polarity) or "unknown",
            words.count_of(len(shown.overall.evidence), "scored word"),
        ),
    )  # fmt: skip
    cells = [element("div", joined([element("dt", name), value_of(value, rest)])) for name, value, rest in rows]
    return element("dl", joined(cells), class_="number")


def value_of(value: str, rest: str) -> Html:
    """A number over what it rests on; a word in its place is set smaller, so that it is not cut."""
    attributes = {"class_": "word"} if value.isalpha() else {}
    return element("dd", joined([value, element("small", rest)]), **attributes)


def contents(has_corrections: bool) -> Html:
    """Links to the sections."""
    rows = [
        ("who", "Who is named"), ("where", "Where"), ("tone", "In what tone"), ("speech", "Who says what"),
        ("facts", "Figures and dates"), ("article", "The article"), ("corrections", "Corrections"),
        ("method", "Method and limits"),
    ]  # fmt: skip
    links = [element("a", name, href=f"#{key}") for key, name in rows if key != "corrections" or has_corrections]
    return element("nav", joined(links), aria_label="Sections")


def footer(analysis: Analysis, made_on: date | str | None) -> Html:
    """What made this, in which version and format, and from which text."""
    made = f" on {made_on}" if made_on else ""
    told = (
        f"Made with Dateline {analysis.version}{made}, format {SCHEMA}, document {analysis.document.id}. "
        "This file holds everything it shows; it opens nothing and asks no server."
    )
    return element("footer", element("p", told))


def summary(material: Material) -> str:
    """The summary of the pages, and what the other instruments say of the whole."""
    return words.summary(material.shown) + words.other_instruments(material.shown, is_filtered=material.is_filtered)
