"""
How numbers, names and scores are said in plain words, on the screen and in the report. Plain strings, no markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Analysis, Figure
from analysis.tables.article import paragraph_label

TYPE_NAMES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "country, town",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "MISC": "other name",
}
"""What a reader calls one entity of a type."""

RULES = {
    "verb behind": "a verb of speech follows the quote",
    "verb before": "a verb of speech stands right before the quote",
    "sentence before": "a verb of speech stands earlier in the sentence",
    "name behind": "a name follows the quote",
    "sentence subject": "the quote is a part of this subject's sentence",
    "goes on": "the same speaker goes on",
    "speaks on": "the speaker is named after the next quote",
    "earlier sentence": "the sentence before it is about the speaker",
    "signed": "a dash and a name behind it sign it",
    "label": "the label of the transcript names the speaker",
    "paragraph before": "the speaker of the paragraph before goes on",
    "none": "no rule found a speaker",
    "pronoun, only one fits": "a pronoun that only one person fits",
    "pronoun, best fit": "a pronoun, read as the person who fits best",
    "unknown": "a pronoun whose person is not clear",
    "reader": "marked by a reader",
}
"""Why a quote was given to its speaker, by the rule that decided."""

NEUTRAL_BAND = 0.05
"""Mean polarity this close to 0 is called balanced: 0.05 is one mild word ("new", 0.14) in three."""

TAKES_ARTICLE = frozenset({"United", "Middle", "Netherlands", "Philippines", "Gulf", "Central"})
ARTICLE_ENDINGS = ("Islands", "Republic", "Sea", "Emirates")


def tone_sentence(analysis: Analysis) -> str:
    """One sentence on the tone, with the number of words it rests on."""
    polarity = analysis.overall.polarity
    if polarity is None:
        return "No word of it is in the tone lexicon, so its tone is unknown."
    n_words = count_of(len(analysis.overall.evidence), "scored word")
    return f"Its words read {tone_word(polarity)} on the whole: a polarity of {signed(polarity)} over {n_words}."


def tone_word(polarity: float) -> str:
    """What a reader calls a polarity."""
    if abs(polarity) <= NEUTRAL_BAND:
        return "balanced"
    strength = "clearly " if abs(polarity) > 0.3 else "slightly " if abs(polarity) < 0.15 else ""
    return strength + ("positive" if polarity > 0 else "negative")


def paragraph_name(analysis: Analysis, index: int) -> str:
    """A paragraph in running text: "the headline", "paragraph 3"."""
    label = paragraph_label(analysis.document.paragraphs, index)
    return "the headline" if label == "Headline" else f"paragraph {label}"


def with_article(name: str) -> str:
    """A place's name in running text: some take "the"."""
    takes_it = name.split(" ", maxsplit=1)[0] in TAKES_ARTICLE or name.endswith(ARTICLE_ENDINGS)
    return f"the {name}" if takes_it else name


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Names as a list in running text: "a, b and c"."""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def count_of(number: int, thing: str) -> str:
    """A number with its noun: "1 place", "3 places"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def times(number: int) -> str:
    """How often: "once", "twice", "8 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def signed(value: float | None) -> str:
    """A score with its sign, two decimals, a true minus; "" where nothing was scored."""
    if value is None:
        return ""
    rounded = round(value, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"


def tone_takeaway(analysis: Analysis) -> str:
    """The most negative and the most positive paragraph."""
    scored = [(tone.polarity, index) for index, tone in enumerate(analysis.tones) if tone.polarity is not None]
    if not scored:
        return "No paragraph holds a word of the tone lexicon."
    low, high = min(scored), max(scored)
    parts = []
    if low[0] < -NEUTRAL_BAND:
        parts.append(f"most negative: {paragraph_name(analysis, low[1])} ({signed(low[0])})")
    if high[0] > NEUTRAL_BAND:
        parts.append(f"most positive: {paragraph_name(analysis, high[1])} ({signed(high[0])})")
    if not parts:
        return "Every scored paragraph is close to zero."
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def value_text(figure: Figure) -> str:
    """The value of a figure as a reader would write it: "3,000", "20 to 30", "over 200"."""
    if figure.value is not None:
        return number_text(figure.value)
    if figure.low is not None and figure.high is not None:
        return f"{number_text(figure.low)} to {number_text(figure.high)}"
    if figure.low is not None:
        return f"{number_text(figure.low)} and more"
    return f"up to {number_text(figure.high)}" if figure.high is not None else ""


def number_text(value: float) -> str:
    """A number with commas and no needless decimals; from a million on with its word."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0")
