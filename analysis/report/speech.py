"""Who says what: quotes with their speakers and how they are known, and apart from them what is only reported."""

from __future__ import annotations

from analysis.model import Quote, Report
from analysis.report.article import marked
from analysis.report.material import Material
from analysis.show.markup import Html, element, joined, none, section, table
from analysis.show.sentences import count_of, listed
from analysis.show.words import RULES
from analysis.tables.article import quotes
from analysis.tables.speech import UNKNOWN, speakers

MAX_SAID = 250
MAX_SPEAKERS = 20

SOURCES = {
    "person": "named person",
    "institution": "institution",
    "anonymous": "not named",
    "unknown": "unknown",
}


def speech(material: Material) -> Html:
    """The section on speech."""
    found = material.shown.quotes[:MAX_SAID]
    parts = [element("p", takeaway(material))] if material.shown.quotes else [none("Nobody is quoted.")]
    if found:
        parts += [
            speaker_table(material),
            element("ul", joined(said(material, quote) for quote in found), class_="said"),
        ]
        parts += _rest(len(material.shown.quotes), "quote")
    told = material.shown.reports[:MAX_SAID]
    if told:
        parts += [
            element("h3", "Reported in other words, not quoted"),
            element("ul", joined(reported(material, report) for report in told), class_="said"),
        ]
        parts += _rest(len(material.shown.reports), "report")
    return section("speech", "Who says what", *parts)


def _rest(n_all: int, thing: str) -> list[Html]:
    return [element("p", f"The first {MAX_SAID} of {n_all:,} {thing}s.", class_="note")] if n_all > MAX_SAID else []


def takeaway(material: Material) -> str:
    """How many quotes there are, of how many the speaker is known, and of which kind."""
    found = material.shown.quotes
    n_known = sum(quote.speaker_text is not None for quote in found)
    known = "all with a speaker" if n_known == len(found) else f"{n_known:,} with a speaker"
    kinds = [
        f"{word} {n:,}" for kind, word in SOURCES.items() if (n := sum(quote.source_kind == kind for quote in found))
    ]
    n_words = count_of(sum(len(quote.text.split()) for quote in found), "word")
    return f"{count_of(len(found), 'quote')} of {n_words}, {known}. By kind of speaker: {listed(kinds)}."


def speaker_table(material: Material) -> Html:
    """Speakers by words quoted."""
    frame = speakers(quotes(material.shown).assign(speaker=[speaker_of(material, q) for q in material.shown.quotes]))
    rows = [
        (row.speaker, SOURCES[row.source_kind], f"{row.n_quotes:,}", f"{row.n_words:,}", row.cues)
        for row in frame.head(MAX_SPEAKERS).itertuples(index=False)
    ]
    caption = "Speakers, those with most words first"
    if len(frame) > MAX_SPEAKERS:
        caption += f" ({MAX_SPEAKERS} of {len(frame):,})"
    return table(caption, ("Speaker", "Kind", "Quotes", "Words", "Verbs"), rows, "", {2, 3}, is_slim=True)


def speaker_of(material: Material, quote: Quote) -> str:
    """What a reader calls the speaker: the name, else the words of the text."""
    return material.names.get(quote.speaker or "") or quote.speaker_text or UNKNOWN


def said(material: Material, quote: Quote) -> Html:
    """A quote: who, by which verb, where; the words; how the speaker is known."""
    who = speaker_of(material, quote)
    return _entry(material, quote, who, quote.speaker_text, why(quote), ("“", "”"))


def reported(material: Material, report: Report) -> Html:
    """A clause that somebody is said to have spoken."""
    who = material.names.get(report.source or "") or report.source_text or UNKNOWN
    return _entry(material, report, who, report.source_text, "", ("", ""))


def _entry(
    material: Material, span: Quote | Report, who: str, written: str | None, reason: str, marks: tuple[str, str]
) -> Html:
    details: list[str] = [SOURCES[span.source_kind]]
    if written and written.casefold() not in who.casefold():
        details.insert(0, f"written “{' '.join(written.split())}”")
    if span.cue:
        details.insert(0, "after a colon" if span.cue == ":" else f"“{span.cue}”")
    head = joined([element("strong", who), f" · {' · '.join(details)} · ", place(material, span.paragraph)])
    words = joined([marks[0], marked(material, span.start, span.end), marks[1]])
    lines = [element("p", head, class_="note", dir="auto"), element("blockquote", words, dir="auto")]
    if reason:
        lines.append(element("p", reason, class_="note"))
    return element("li", joined(lines), class_=span.source_kind)


def place(material: Material, paragraph: int) -> Html:
    """ "headline" or "paragraph 3", linked."""
    label = material.labels[paragraph]
    shown = "headline" if label == "Headline" else f"paragraph {label}"
    return element("a", shown, href=f"#{material.anchor(paragraph)}")


def why(quote: Quote) -> str:
    """Why the quote was given to its speaker, and how far that can be trusted."""
    sentence = listed([RULES.get(part, part) for part in quote.rule.split("; ")])
    sentence = sentence[:1].upper() + sentence[1:]
    if quote.confidence is None:
        return f"{sentence}."
    return f"{sentence}; on development articles such readings were right {quote.confidence:.0%} of the time."
