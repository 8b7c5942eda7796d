"""In what tone: three instruments side by side, by paragraph and by voice."""

from __future__ import annotations

from collections.abc import Callable

from analysis.model import LEAST_SENTENCES, Analysis, ParagraphTone, Scores, Toward
from analysis.report.bars import Panel, intervals, score, shown, tone_columns
from analysis.report.labels import opening
from analysis.report.material import Material
from analysis.show.markup import Html, element, figure, joined, none, note, section, table
from analysis.show.sentences import count_of, listed, signed, tone_takeaway
from analysis.tables.article import paragraphs, word_tally, words

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


# Tone toward names, and the words that made TextBlob's polarity.

MAX_TOWARD, MAX_WORDS = 16, 30


def toward(material: Material) -> Html:
    """Tone toward names with enough sentences, as a chart and a table; the others are counted."""
    found = readable(material)
    if not found:
        return joined(
            [element("h3", "Toward whom"), none("No sentence names anybody toward whom there could be a tone.")]
        )
    shown, takeaway = found[:MAX_TOWARD], toward_takeaway(material, found)
    drawn = [(material.names[one.entity], one) for one in shown]
    picture = intervals(drawn, f"Dots with lines: mean tone toward each name and its 95 % interval. {takeaway}")
    reading = note(
        "A dot is the mean of the sentences that name somebody, the line its 95 % interval. Only where the line keeps "
        "clear of the middle is the dot filled. About one verdict in four on a single sentence is wrong."
    )
    more = f" ({len(shown)} of {len(found)})" if len(shown) < len(found) else ""
    made = table(
        f"Tone toward names over the sentences that name them, those with most sentences first{more}",
        ("Toward", "Verdict", "Mean", "95 % interval", "Sentences", "In paragraphs"),
        [_row(material, one) for one in shown], "", {2, 3, 4}, is_slim=True,
    )  # fmt: skip
    picture_part = element("div", figure(picture, takeaway, reading), class_="half")
    return joined([element("h3", "Toward whom"), picture_part, made])


def readable(material: Material) -> list[Toward]:
    """Tone toward the counted names that stand in enough sentences; if there is none, toward all of them."""
    report = material.shown.tone_report
    counted = {entity.id for entity in material.shown.entities}
    found = sorted(
        (one for one in (report.toward if report else ()) if one.entity in counted),
        key=lambda one: -len(one.sentences),
    )
    return [one for one in found if len(one.sentences) >= LEAST_SENTENCES] or found


def _row(material: Material, one: Toward) -> tuple[object, ...]:
    low, high = one.interval
    return (
        material.names[one.entity], one.label, score(one.mean), f"{signed(low)} to {signed(high)}",
        f"{len(one.sentences):,}", material.links(sentence.paragraph for sentence in one.sentences),
    )  # fmt: skip


def toward_takeaway(material: Material, found: list[Toward]) -> str:
    """Toward whom the tone is clear, and how many names have too few sentences."""
    parts = []
    for label in ("negative", "positive"):
        who = [material.names[one.entity] for one in found if one.label == label]
        if who:
            parts.append(f"{label} toward {listed(who)}")
    clear = f"Sentences lean {'; '.join(parts)}." if parts else "Toward nobody is the tone clear."
    report = material.shown.tone_report
    counted = {entity.id for entity in material.shown.entities}
    n_few = sum(one.label == "too few" and one.entity in counted for one in (report.toward if report else ()))
    if not n_few:
        return clear
    return f"{clear} {count_of(n_few, 'name')} in fewer than {LEAST_SENTENCES} sentences: too few to be read."


def telling_words(analysis: Analysis) -> Html:
    """The words that moved TextBlob's polarity most, in two columns where there is room."""
    tally = word_tally(words(analysis))
    caption = "The words that made the polarity, the strongest first"
    if len(tally) > MAX_WORDS:
        caption += f" ({MAX_WORDS} of {len(tally):,})"
    rows = [
        (row.text, f"{row.count:,}", score(row.polarity), f"{row.subjectivity:.2f}")
        for row in tally.head(MAX_WORDS).itertuples(index=False)
    ]
    half = (len(rows) + 1) // 2
    heads = ("Word", "Times", "Polarity", "Subjectivity")
    made = table(caption, heads, rows[:half], "No word is in the lexicon.", {1, 2, 3})
    if rows[half:]:
        made = element(
            "div", joined([made, table(f"{caption}, continued", heads, rows[half:], "", {1, 2, 3})]), class_="two"
        )
    return joined([element("h3", "Which words"), made])
