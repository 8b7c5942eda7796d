"""Figures and dates: what was counted, how surely, in whose words; which days are meant, and by which assumption."""

from __future__ import annotations

from analysis.figures.conflicts import conflicts
from analysis.model import Figure
from analysis.report.material import Material
from analysis.report.who import MAX_ROWS, left_out
from analysis.show.markup import Html, element, joined, section, table
from analysis.show.sentences import count_of, listed
from analysis.show.words import value_text
from analysis.tables.facts import dates, figures

MAX_CONFLICTS = 8


def facts(material: Material) -> Html:
    """The section on figures and dates."""
    return section("facts", "Figures and dates", takeaway(material), figure_table(material), date_table(material))


def takeaway(material: Material) -> Html:
    """How many there are, how many are hedged, and which count one thing differently."""
    found, days = material.shown.figures, material.shown.dates
    n_hedged = sum(figure.hedge is not None for figure in found)
    n_known = sum(mention.is_resolved for mention in days)
    sentence = f"{count_of(len(found), 'figure')}, {n_hedged:,} of them hedged (“about”, “at least”); "
    sentence += f"{count_of(len(days), 'date')}, {n_known:,} of them resolved to days."
    if days and n_known < len(days) and material.whole.document.published is None:
        sentence += " The day of publication is not known, so days such as “Friday” stay open."
    parts = [element("p", sentence)]
    clashes = conflicts(found)
    if clashes:
        rows = [
            f"{one.noun.capitalize()}: {listed([f'“{flat(figure.text)}”' for figure in one.figures])}."
            for one in clashes[:MAX_CONFLICTS]
        ]
        intro = "Counted differently in this text, which may be two things or a contradiction: "
        parts.append(element("p", intro + " ".join(rows), class_="note"))
    return joined(parts)


def figure_table(material: Material) -> Html:
    """Every figure with its value, its hedge, its voice and its sentence."""
    frame = figures(material.shown)
    rows = [
        (
            flat(row.text), value_text(figure), figure.noun or figure.unit or "", figure.hedge or "",
            claimed_by(material, figure), row.sentence, material.link(row.paragraph),
        )
        for row, figure in zip(frame.head(MAX_ROWS).itertuples(index=False), material.shown.figures, strict=False)
    ]  # fmt: skip
    heads = ("Figure", "Value", "Of what", "Hedge", "In whose words", "Sentence", "Paragraph")
    made = table("Every figure, in the order of the text", heads, rows, "No figure was found.", {1}, wide={5})
    return joined([made, left_out(len(frame), "figure")])


def claimed_by(material: Material, figure: Figure) -> str:
    """Who speaks a figure: the one quoted, or the narrator."""
    if figure.quote is None:
        return "the narrator"
    quote = material.shown.quotes[figure.quote]
    return material.names.get(quote.speaker or "") or quote.speaker_text or "somebody quoted"


def date_table(material: Material) -> Html:
    """Every date with the days it means and what that rests on."""
    frame = dates(material.shown)
    rows = [
        (flat(row.text), days_text(row.first, row.last), row.assumption, row.sentence, material.link(row.paragraph))
        for row in frame.head(MAX_ROWS).itertuples(index=False)
    ]
    made = table(
        "Every date, in the order of the text", ("Date", "Days", "Assumption", "Sentence", "Paragraph"), rows,
        "No date was found.", wide={2, 3},
    )  # fmt: skip
    return joined([made, left_out(len(frame), "date")])


def days_text(first: object, last: object) -> str:
    """The days a date means: "2020-01-03", "2020-01-01 to 2020-01-31", "from …", "unknown"."""
    start, end = (day if isinstance(day, str) else None for day in (first, last))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else "unknown"


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
