"""Tone toward names, and the words that made TextBlob's polarity."""

from __future__ import annotations

from analysis.model import Analysis
from analysis.report.bars import intervals
from analysis.report.markup import Html, element, figure, joined, none, note, table
from analysis.report.material import Material
from analysis.report.scores import score
from analysis.report.words import count_of, listed, signed
from analysis.tables import word_tally, words
from analysis.tone_model import LEAST_SENTENCES, Toward

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
