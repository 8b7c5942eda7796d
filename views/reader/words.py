"""What the reader says of a marked stretch of text: a title and short lines, plain strings throughout."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from analysis.engines import ENCODER, FAST
from analysis.model import (
    Analysis,
    DateMention,
    Entity,
    EventWord,
    Figure,
    Outcome,
    Place,
    PlaceMention,
    Quote,
    Reference,
    Report,
)
from analysis.origins import NO_NAME, PLACE_TYPES, Origin, Reason
from analysis.places.geocode import alternatives
from analysis.show.palette import TYPE_LABELS_ONE
from analysis.show.sentences import could_also_be, count_of, listed, signed, tone_word, where_put
from analysis.show.words import NEUTRAL_BAND
from analysis.tone.read import SentenceTone
from views.charts.timeline import value_text
from views.parts.quote_cards import SOURCE_LABELS, why
from views.parts.quote_cards import takeaway as quotes_takeaway

MAX_TONE_WORDS = 6
"""Words listed for a sentence; each is underlined in the text, and says its score there."""

TELLING_RIVAL = 0.05
"""The model's second thought is worth a line from this probability on: 5 in 100."""

MAX_OTHERS = 3
"""Other places of the same name that a tooltip lists."""


class Tip(NamedTuple):
    """What a tooltip says: a title and its lines."""

    title: str
    lines: tuple[str, ...]


LABEL_WORDS = {
    "PERSON": "person", "ORG": "organisation", "PLACE": "place", "NORP": "group", "MISC": "other name",
    NO_NAME: "no name",
}  # fmt: skip
"""What a reader calls the recogniser's labels."""

FOUND = {
    "list": "Found on the list of well-known organisations. A list gives no probability.",
    "repeat": "Found again: the recogniser saw this name elsewhere in the text and missed it here, so there is no "
    "probability.",
    "nationality": "Found on the list of nationalities; the recogniser missed it. A list gives no probability.",
    "gazetteer": "Found in the gazetteer, by the words around it; the recogniser missed it. There is no probability.",
    "form": "Found by its form, as “Mill Street” is. A rule gives no probability.",
}

COUNTED = {
    "name": "Written here as the name itself.",
    "spelling": "Counted here as another spelling of {of}.",
    "alias": "Counted here as another name of {of}.",
    "nationality": "Counted here as the nationality of {of}.",
    "surname": "Counted here as the surname of {of}.",
    "given name": "Counted here as the given name of {of}.",
    "part": "Counted here as part of the name {of}.",
    "form": "Counted here as a form of the name {of}.",
    "company form": "Counted here: {of} but for the form of company.",
    "short": "Counted here as short for {of}.",
    "acronym": "Counted here as the acronym of {of}.",
    "written out": "Counted here: {of} is its acronym.",
    "same place": "Counted here: the same place as {of}.",
    "plural": "Counted here: {of} in another number.",
    "other": "Counted here with other forms of {of}.",
}

ROLE_WORDS = {
    "location": "where something is or happens",
    "actor": "a state or body that acts",
    "nationality": "a nationality",
    "name": "part of another name",
}
ROLE_LABELS = {"location": "Locations", "actor": "Actors", "nationality": "Nationalities", "name": "Inside a name"}


def percent(share: float) -> str:
    """A probability as a reader would say it; what is nearly sure is never called certain."""
    return (
        "more than 99\u00a0%"
        if share >= 0.995
        else "less than 1\u00a0%"
        if share < 0.005
        else f"{share * 100:.0f}\u00a0%"
    )


def name_tip(
    entity: Entity, origin: Origin | None, reason: Reason, engine: str | None, corrected: Sequence[str] = ()
) -> Tip:
    """Why a name is marked and counted as it is; `origin` is None where another engine than ours found it."""
    lines = [f"{TYPE_LABELS_ONE[entity.type]}, {count_of(entity.count, 'mention')}"]
    if origin is None:
        lines.append(f"Found by {engine or 'another recogniser'}, which gives no probability.")
    elif origin.found != "model":
        lines.append(FOUND[origin.found])
    else:
        lines += _by_model(entity, origin)
    lines.append(COUNTED[reason.kind].format(of=reason.of))
    return Tip(entity.name, (*lines, *corrected))


def _by_model(entity: Entity, origin: Origin) -> list[str]:
    """What the trained recogniser made of a name."""
    label = LABEL_WORDS.get(origin.label or "", "a name")
    if origin.probability is None or origin.alone is None:
        return [f"Found by the trained recogniser, as “{label}”; cut within a word, so it has no probability."]
    sentence = f"Found by the trained recogniser, as “{label}”: {percent(origin.probability)} sure"
    if abs(origin.alone - origin.probability) >= TELLING_RIVAL:
        sentence += f", by this sentence alone {percent(origin.alone)}"
    lines = [f"{sentence}."]
    if origin.rival is not None and (origin.rival_probability or 0) >= TELLING_RIVAL:
        second = f"“{LABEL_WORDS[origin.rival]}”, {percent(origin.rival_probability or 0)}"
        lines.append(f"Its second thought: {second}.")
    family = "PLACE" if entity.type in PLACE_TYPES else entity.type
    if origin.label != family and not (origin.label == "NORP" and family == "PLACE"):
        lines.append(f"Rules and its other mentions make it “{TYPE_LABELS_ONE[entity.type]}”.")
    return lines


def by_hand(entity: Entity, corrections: Sequence[Outcome]) -> list[str]:
    """A line where a reader's correction has changed this entity."""
    kinds = {"merge": "merged", "split": "split off", "rename": "renamed", "retype": "given its type"}
    done = [
        kinds[c.do]
        for c, problem in ((outcome.correction, outcome.problem) for outcome in corrections)
        if problem is None and c.do in kinds
        if entity.name == c.name or entity.id == c.into or (c.do in ("rename", "retype") and entity.id == c.entity)
    ]
    return [f"Corrected by hand: {listed(list(dict.fromkeys(done)))}."] if done else []


def pointer_tip(reference: Reference, name: str) -> Tip:
    """Whom a pronoun or a role means."""
    rule = "only one person in sight fits" if reference.kind == "pronoun" else "only one person here bears that title"
    return Tip(f"means {name}; not counted", (f"Because {rule}. A rule gives no probability.",))


def word_tip(word: EventWord) -> Tip:
    """What a word of the event tone's list weighs."""
    what = "It judges." if word.is_evaluative else "It names an event; it does not judge."
    return Tip(f"“{word.text}”: {signed(word.tone)}", (f"Weight {word.weight:.2f} in the list of event tone.", what))


def sentence_tip(tone: SentenceTone, score: float | None, engine: str = FAST) -> Tip:
    """
    The event tone of a sentence with the words that weigh most in it.

    The encoder reads the sentence as a whole: the words are then the list's, and it is said that they are.
    """
    if score is None:
        return Tip("This sentence has no score", ("No word of it is in the list of event tone.",))
    title = f"This sentence: {signed(score)}, {tone_word(score)}"
    if not tone.words:
        return Tip(title, (NO_SINGLE_WORD[engine],))
    words = sorted(tone.words, key=lambda word: -abs(word.tone) * word.weight)[:MAX_TONE_WORDS]
    rest = len(tone.words) - len(words)
    moved = listed([f"“{word.text}” {signed(word.tone)}" for word in words])
    more = f", and {rest} more" if rest else ""
    return Tip(title, (WEIGHED[engine].format(words=f"{moved}{more}"), "By event tone, from −1 to +1."))


NO_SINGLE_WORD = {
    FAST: "No single word of it weighs much; all its listed words together give the score.",
    ENCODER: "Read of the whole sentence by the encoder; no single word of it weighs much in the list of event tone.",
}
WEIGHED = {
    FAST: "Moved by {words}.",
    ENCODER: "Read of the whole sentence by the encoder. The list of event tone weighs {words}.",
}


def sign_of(score: float | None) -> str:
    """Negative, positive, even or no score, as the reader's styles are called."""
    if score is None:
        return "silent"
    return "even" if abs(score) <= NEUTRAL_BAND else "negative" if score < 0 else "positive"


def paragraph_note(score: float | None) -> str:
    """The event tone of a paragraph beside it."""
    return "no score" if score is None else f"{signed(score)} {tone_word(score)}"


def quote_tip(quote: Quote, who: str) -> Tip:
    """Whose words a quote is and how that was found."""
    lines = [_written(SOURCE_LABELS[quote.source_kind], quote.speaker_text, who, quote.cue), why(quote)]
    return Tip(who, tuple(lines))


def report_tip(report: Report, who: str) -> Tip:
    """Whose words are reported without being quoted."""
    kind = _written(SOURCE_LABELS[report.source_kind], report.source_text, who, report.cue)
    return Tip(who, (kind, "Reported in other words, not quoted.", "Found by a verb of speech and its subject."))


def _written(kind: str, written: str | None, who: str, cue: str | None) -> str:
    parts = [kind]
    if written and written.casefold() not in who.casefold():
        parts.append(f"written “{written}”")
    if cue:
        parts.append("a colon" if cue == ":" else f"“{cue}”")
    return " · ".join(parts)


def place_tip(place: Place, mention: PlaceMention) -> Tip:
    """What a place is read as here, where it was put, and what else its name could be."""
    lines = [f"{place.kind if place.kind != 'unknown' else 'place'}, {count_of(place.count, 'mention')}"]
    lines += [f"Here: {ROLE_WORDS[mention.role]}.", where_put(place)]
    if others := could_also_be(alternatives(place, MAX_OTHERS)):
        lines.append(others)
    return Tip(place.name, tuple(lines))


def figure_tip(figure: Figure, analysis: Analysis) -> Tip:
    """What a figure counts, how surely, and who says so."""
    value = " ".join(part for part in (value_text(figure), figure.unit) if part)
    what = f"{figure.kind} of “{figure.noun}”" if figure.noun else figure.kind
    lines = [f"{what}: {value}" if value else what]
    lines.append(f"Hedged: “{figure.hedge}”." if figure.hedge else "Given without a hedge.")
    if figure.is_additional:
        lines.append("It comes on top of something.")
    if figure.quote is None:
        lines.append("In the article's own words.")
    else:
        lines.append(f"A claim, quoted from {speaker_name(analysis, analysis.quotes[figure.quote])}.")
    return Tip(figure.text, tuple(lines))


def date_tip(mention: DateMention) -> Tip:
    """Which days a date means, and on what assumption."""
    days = "Not resolved to days." if not mention.is_resolved else f"Means {_days(mention)}."
    rests = ("It rests on the day of publication or on a date before it.",) if mention.is_relative else ()
    return Tip(mention.text, (days, mention.assumption, *rests))


def _days(mention: DateMention) -> str:
    first, last = (_day(day) if day else None for day in (mention.first, mention.last))
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"{first} and later" if first else f"the time up to {last}"


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def speaker_name(analysis: Analysis, quote: Quote) -> str:
    """Who speaks: the entity's name, else the words of the text, else that it is not known."""
    names = {entity.id: entity.name for entity in analysis.entities}
    return names.get(quote.speaker or "") or quote.speaker_text or "an unknown speaker"


# What the reader says of a layer as a whole, and how it is used.

HOW = (
    "Point at a mark, or move to it with the Tab key, to see what found it and how sure that is; Escape closes the "
    "note. The keys n and p lead to the next and the previous mark. A probability is the model's own figure for its "
    "least sure word, and runs high. In the column of paragraphs the length of a cell is that of its paragraph, the "
    "bar in it how much of the layer stands there."
)


def takeaway(analysis: Analysis, layer: str) -> str:
    """What the layer marks, and how much of it there is."""
    return {"names": _names, "tone": _tone, "quotes": quotes_takeaway, "places": _places, "facts": _facts}[layer](
        analysis
    )


def _names(analysis: Analysis) -> str:
    n_mentions = sum(entity.count for entity in analysis.entities)
    if not n_mentions:
        return "No name was found in this text."
    n = len(analysis.entities)
    return f"{count_of(n_mentions, 'mention')} of {n:,} {'entity' if n == 1 else 'entities'}. Click a name to filter."


def _tone(analysis: Analysis) -> str:
    report = analysis.tone_report
    n_scored = sum(row.all.events is not None for row in report.paragraphs) if report else 0
    if report is None or not n_scored:
        return "Nothing here has a score: no word is in the list of event tone."
    n_words = count_of(len(report.event_words), "word")
    return f"Event tone of every sentence, from −1 to +1, in {count_of(n_scored, 'paragraph')}; {n_words} weigh most."


def _places(analysis: Analysis) -> str:
    n_mentions = sum(place.count for place in analysis.places)
    if not n_mentions:
        return "No place is named here."
    n_places = count_of(len(analysis.places), "place")
    return f"{count_of(n_mentions, 'mention')} of {n_places}, told apart by what each does in its sentence."


def _facts(analysis: Analysis) -> str:
    n_figures, n_dates = len(analysis.figures), len(analysis.dates)
    if not n_figures and not n_dates:
        return "No figure and no date was found."
    return f"{count_of(n_figures, 'figure')} and {count_of(n_dates, 'date')}; beside a date the days that it means."
