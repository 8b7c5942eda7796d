"""In what tone: three instruments side by side, by paragraph and by voice."""

from __future__ import annotations

from collections.abc import Callable

from analysis.model import Analysis
from analysis.report.columns import Panel, tone_columns
from analysis.report.letters import opening
from analysis.report.markup import Html, element, figure, note, section, table
from analysis.report.material import Material
from analysis.report.scores import score, shown
from analysis.report.toward import telling_words, toward
from analysis.report.words import count_of, listed, signed, tone_takeaway
from analysis.tables import paragraphs
from analysis.tone_model import ParagraphTone, Scores

CALM = 0.05
"""A score this close to 0 has no sign."""

MAX_NAMED = 8

INSTRUMENTS: tuple[tuple[str, Callable[[Scores], float | None]], ...] = (
    ("VADER", lambda scores: scores.vader),
    ("Event tone", lambda scores: scores.events),
)
"""The instruments beside TextBlob's."""


def tone(material: Material) -> Html:
    """The section on tone."""
    parts = [columns(material), tone_table(material), voices(material), toward(material), telling_words(material.shown)]
    return section("tone", "In what tone", *parts)


def columns(material: Material) -> Html:
    """The chart of every counted paragraph, with what it shows."""
    analysis, kept = material.shown, sorted(material.kept)
    panels = [Panel("TextBlob: mean polarity of scored words", [analysis.tones[at].polarity for at in kept])]
    rows = _rows(analysis)
    if rows:
        panels.append(Panel("VADER: mean over sentences", [rows[at].all.vader for at in kept]))
        panels.append(
            Panel("Event tone: what the sentences tell, learned from news", [rows[at].all.events for at in kept])
        )
    takeaway = f"{tone_takeaway(analysis)} {odds_sentence(material)}".strip()
    reading = note(
        "By paragraph, in reading order (H is the headline). Up is positive, down negative, each on its own scale. "
        "A cross says that nothing was scored: silence is not neutrality. A dot is a score of exactly zero."
    )
    if not kept:
        return element("p", "No paragraph is counted.", class_="none")
    picture = tone_columns([material.labels[at] for at in kept], panels, f"Columns: tone by paragraph. {takeaway}")
    return figure(picture, takeaway, reading)


def _rows(analysis: Analysis) -> tuple[ParagraphTone, ...]:
    return () if analysis.tone_report is None else analysis.tone_report.paragraphs


def odds_sentence(material: Material) -> str:
    """Where one instrument says positive and another negative."""
    rows = _rows(material.shown)
    at_odds = []
    for row in (rows[at] for at in sorted(material.kept) if rows):
        scores = (material.shown.tones[row.index].polarity, row.all.vader, row.all.events)
        if any(s is not None and s > CALM for s in scores) and any(s is not None and s < -CALM for s in scores):
            at_odds.append("the headline" if material.labels[row.index] == "Headline" else material.labels[row.index])
    if not rows:
        return ""
    if not at_odds:
        return "The instruments contradict one another nowhere."
    n_more = len(at_odds) - MAX_NAMED
    named = at_odds[:MAX_NAMED] + ([f"{n_more} more"] if n_more > 0 else [])
    where = f"{count_of(len(at_odds), 'paragraph')} one instrument says positive and another negative"
    return f"In {where} ({listed(named)}): there the answer depends on the method."


def tone_table(material: Material) -> Html:
    """The numbers behind the columns."""
    analysis, rows = material.shown, _rows(material.shown)
    made = []
    for row in paragraphs(analysis).itertuples(index=False):
        if row.index not in material.kept:
            continue
        one = analysis.tones[row.index]
        others = [signed(get(rows[row.index].all)) for _, get in INSTRUMENTS] if rows else []
        made.append(
            (
                material.link(row.index), opening(row.text, 52), f"{row.n_words:,}", score(one.polarity),
                "" if one.subjectivity is None else f"{one.subjectivity:.2f}", f"{row.n_scored:,}",
                *(shown(value) for value in others),
            )
        )  # fmt: skip
    heads = ["Paragraph", "Begins", "Words", "Polarity", "Subjectivity", "Scored words"]
    heads += [name for name, _ in INSTRUMENTS] if rows else []
    return table(
        "Tone by paragraph: TextBlob’s polarity and subjectivity with the number of words they rest on, then the "
        "other instruments; empty where nothing was scored",
        heads, made, "No paragraph is counted.", range(2, len(heads)), wide={1},
    )  # fmt: skip


def voices(material: Material) -> Html:
    """The whole article by voice; nothing for a filtered report, of which the instruments have no overall score."""
    report = material.shown.tone_report
    if report is None or material.is_filtered:
        return Html("")
    rows = [
        (name, score(scores.words), score(scores.vader), score(scores.events))
        for name, scores in (
            ("All words", report.overall.all), ("The narrator", report.overall.narrator),
            ("Those quoted", report.overall.quoted),
        )
    ]  # fmt: skip
    caption = "The whole article by voice; here names are not scored as words, so polarity may differ from above"
    return table(caption, ("Voice", "Polarity", "VADER", "Event tone"), rows, "", {1, 2, 3}, is_slim=True)
