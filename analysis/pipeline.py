"""The order of work: one text through every step, to one `Analysis`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from analysis.english.segment import segment
from analysis.errors import InputError
from analysis.gazetteer.fold import shortened, well_formed
from analysis.model import Analysis, Correction, Document, Outcome, Span

if TYPE_CHECKING:
    from analysis.encoder.reader import Reader
    from analysis.engines import Recogniser

VERSION = "0.1.0"

MAX_WORDS = 200_000
"""The longest text that is read at once, in words: two long novels, far past any article."""

MAX_CHARS = 1_500_000
"""The same in characters, for a text without white space is one word: 200,000 words of news have 1.2 million."""

MAX_SHOWN = 60
"""Characters of a value that an error repeats; "Saturday, 4 January 2020, 11 p.m. NZT" has 38."""

# Bytes that no writing system uses: C0 controls but for tab, line feed, form feed and carriage return.
CONTROL_RE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def analyze(
    text: str,
    title: str | None = None,
    published: str | date | None = None,
    *,
    source: str | None = None,
    engine: str | None = None,
    recogniser: Recogniser | str | None = None,
    corrections: Sequence[Correction] = (),
    home: str | None = None,
) -> Analysis:
    """
    Analyse one article.

    Args:
        text: the article, its headline first if it has one. Line ends may be of any kind.
        title: the headline, where the caller knows it. If it opens the text, that paragraph is the headline;
            if it stands nowhere in the text, it is kept as the document's title and not analysed.
        published: the day of publication, as a date or in ISO form ("2020-01-04").
        source: where the text is from, as a reader would say it; kept, never opened.
        engine: what reads names and tone: "encoder", a small network, the default where onnxruntime is installed,
            or "fast", which needs none. `Analysis.engine` says which it was.
        recogniser: what finds the names: a function from a document to spans, or "spacy:NAME" for an installed
            pipeline; by default the engine's own. All that follows is the same.
        corrections: what a reader changed, replayed in order; `Analysis.corrections` says what came of each.
        home: where the paper is at home, as a town with its state or country ("Lafayette, Louisiana"), or a country.
            It decides between namesakes where the text gives no evidence. By default its source or dateline tells;
            `Analysis.home` says which was used and why.

    Returns: the analysis. A text in which nothing is found gives empty tuples, which is not an error.

    Raises:
        InputError: the text is empty, is not text, or has more than MAX_WORDS words or MAX_CHARS characters;
            `published` is no date; the title, the source or a correction is none; `home` is no listed place; there is
            no such engine or recogniser here.
    """
    from analysis.dates.find import find_dates
    from analysis.engines import reading_engine
    from analysis.figures.find import find_figures
    from analysis.names.capitals import as_given, as_usual
    from analysis.names.edges import find_slugs
    from analysis.names.resolve import resolve
    from analysis.places.find import find_toponyms
    from analysis.places.focus import weigh_countries
    from analysis.places.geocode import geocode
    from analysis.places.home import home_of
    from analysis.places.spans import merge, settle, with_entities
    from analysis.speech.quotes import find_quotes
    from analysis.speech.references import find_references
    from analysis.speech.reported import find_reports
    from analysis.tone.read import read_tone
    from analysis.tone.words import combine, score

    document = segment(
        check_text(text), check_words(title, "title"), check_words(source, "source"), check_date(published)
    )
    corrections = check_corrections(corrections)
    at_home = home_of(document, home)
    usual = as_usual(document)
    engine = reading_engine(engine)
    spans, reader = read_names(document, usual, engine, recogniser)
    spans = settle(document, spans)
    slugs = find_slugs(document)
    toponyms = tuple(t for t in find_toponyms(usual, spans) if not any(a <= t.start < b for a, b in slugs))
    entities = found = resolve(document, merge(spans, toponyms))
    toponyms = with_entities(document, toponyms, entities)
    if corrections:
        from analysis.corrections.names import correct_entities, correct_quotes
        from analysis.corrections.places import correct_places, correct_toponyms

        corrected = correct_entities(found, corrections)
        entities = corrected.entities
        toponyms = correct_toponyms(document, toponyms, found, entities)
    tones = tuple(score(document.text, p.start, p.end) for p in document.paragraphs)
    quotes = find_quotes(document, entities)
    places = geocode(document, toponyms, found, at_home)
    problems: dict[int, str] = {}
    if corrections:
        places, misplaced = correct_places(places, corrections, corrected)
        quotes, misquoted = correct_quotes(quotes, entities, corrections, corrected.problems)
        problems = {**corrected.problems, **misplaced, **misquoted}
    dates = as_given(document, find_dates(usual))
    return Analysis(
        version=VERSION,
        document=document,
        tones=tones,
        overall=combine(tones, 0, len(document.text)),
        entities=entities,
        places=places,
        quotes=quotes,
        reports=as_given(document, find_reports(usual, entities, quotes)),
        tone_report=read_tone(document, entities, quotes, reader),
        figures=find_figures(document, quotes, dates),
        dates=dates,
        references=as_given(document, find_references(usual, entities, [(quote.start, quote.end) for quote in quotes])),
        home=at_home,
        countries=weigh_countries(document, places),
        corrections=tuple(Outcome(c, problems.get(number)) for number, c in enumerate(corrections)),
        engine=engine,
    )


def read_names(
    document: Document, usual: Document, engine: str, recogniser: Recogniser | str | None
) -> tuple[tuple[Span, ...], Reader | None]:
    """
    The names that a recogniser, or else the engine, finds; and the encoder on this document where it is the engine.

    Args: usual: the document with the capitals of ordinary text, which the engines read.
    """
    from analysis.engines import ENCODER, OWN
    from analysis.engines import engine as recogniser_called
    from analysis.names.recognise import recognise

    reader = None
    if engine == ENCODER:
        from analysis.encoder.names import recognise as recognise_by
        from analysis.encoder.reader import Reader

        reader = Reader(usual)
    if isinstance(recogniser, str):
        recogniser = None if recogniser == OWN else recogniser_called(recogniser)
    if recogniser is not None:
        return tuple(recogniser(document)), reader
    return (recognise(document) if reader is None else recognise_by(reader)), reader


def check_text(text: str) -> str:
    """Return `text`, with lone surrogates replaced, or raise InputError with what is wrong with it."""
    if not isinstance(text, str):
        raise InputError(f"The text must be a string, not {type(text).__name__}.")
    if not text or text.isspace():
        raise InputError("The text is empty. Give an article of at least one word.")
    n_controls = len(CONTROL_RE.findall(text))
    if n_controls > len(text) / 100:
        raise InputError(
            f"This is not a text: {n_controls:,} of its {len(text):,} characters are control characters. "
            "Give plain text, for example the words of an article saved as .txt."
        )
    if len(text) > MAX_CHARS:
        raise InputError(f"This text has {len(text):,} characters; up to {MAX_CHARS:,} are read at once.")
    n_words = len(text.split())
    if n_words > MAX_WORDS:
        raise InputError(f"This text has {n_words:,} words; up to {MAX_WORDS:,} are read at once.")
    return well_formed(text)


def check_words(words: str | None, name: str) -> str | None:
    """Return the title or the source as given, with lone surrogates replaced, or raise InputError."""
    if words is None:
        return None
    if not isinstance(words, str):
        raise InputError(f"The {name} must be a string or None, not {type(words).__name__}.")
    return well_formed(words)


def check_corrections(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections with every field of the kind that its sort of correction has, or raise InputError."""
    from analysis.corrections.file import checked

    return tuple(map(checked, corrections))


def check_date(published: str | date | None) -> str | None:
    """Return the day of publication in ISO form, or raise InputError."""
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date().isoformat()
    if isinstance(published, date):
        return published.isoformat()
    try:
        return datetime.fromisoformat(published.strip()).date().isoformat()
    except (ValueError, AttributeError):
        shown = shortened(repr(published), MAX_SHOWN)
        message = f'The publication date {shown} is not a date. Write it as year-month-day, "2020-01-04".'
        raise InputError(message) from None
