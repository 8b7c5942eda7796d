"""The order of work: one text through every step, to one `Analysis`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from analysis.corrections import Correction, Outcome
from analysis.errors import InputError
from analysis.model import Analysis
from analysis.segment import segment

if TYPE_CHECKING:
    from analysis.engines import Recogniser

VERSION = "0.1.0"

MAX_WORDS = 200_000
"""The longest text that is read at once, in words: two long novels, far past any article."""

# Bytes that no writing system uses: C0 controls but for tab, line feed, form feed and carriage return.
CONTROL_RE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
LONE_SURROGATE_RE = re.compile(r"[\ud800-\udfff]")


def analyze(
    text: str,
    title: str | None = None,
    published: str | date | None = None,
    *,
    source: str | None = None,
    engine: str | None = None,
    recogniser: Recogniser | str | None = None,
    corrections: Sequence[Correction] = (),
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

    Returns: the analysis. A text in which nothing is found gives empty tuples, which is not an error.

    Raises:
        InputError: the text is empty, is not text, or has more than MAX_WORDS words; `published` is no date;
            there is no such engine or recogniser here.
    """
    from analysis.dates import find_dates
    from analysis.engines import ENCODER, OWN, reading_engine
    from analysis.engines import engine as recogniser_called
    from analysis.figures import find_figures
    from analysis.geocode import geocode
    from analysis.quotes import find_quotes
    from analysis.recognise import recognise
    from analysis.references import find_references
    from analysis.reports import find_reports
    from analysis.resolve import resolve
    from analysis.tone import combine, score
    from analysis.tone_report import read_tone
    from analysis.toponyms import find_toponyms, merge

    document = segment(check_text(text), title, source, check_date(published))
    engine = reading_engine(engine)
    reader = None
    if engine == ENCODER:
        from analysis.encoder.names import recognise as recognise_by
        from analysis.encoder.reader import Reader

        reader = Reader(document)
    if isinstance(recogniser, str):
        recogniser = None if recogniser == OWN else recogniser_called(recogniser)
    if recogniser is not None:
        spans = recogniser(document)
    else:
        spans = recognise(document) if reader is None else recognise_by(reader)
    toponyms = find_toponyms(document, spans)
    entities = found = resolve(document, merge(spans, toponyms))
    if corrections:
        from analysis.correct import correct_entities, correct_quotes
        from analysis.correct_places import correct_places, correct_toponyms

        corrected = correct_entities(found, corrections)
        entities = corrected.entities
        toponyms = correct_toponyms(document, toponyms, found, entities)
    tones = tuple(score(document.text, p.start, p.end) for p in document.paragraphs)
    quotes = find_quotes(document, entities)
    places = geocode(document, toponyms, found)
    problems: dict[int, str] = {}
    if corrections:
        places, misplaced = correct_places(places, corrections, corrected)
        quotes, misquoted = correct_quotes(quotes, entities, corrections, corrected.problems)
        problems = {**corrected.problems, **misplaced, **misquoted}
    dates = find_dates(document)
    return Analysis(
        version=VERSION,
        document=document,
        tones=tones,
        overall=combine(tones, 0, len(document.text)),
        entities=entities,
        places=places,
        quotes=quotes,
        reports=find_reports(document, entities, quotes),
        tone_report=read_tone(document, entities, quotes, reader),
        figures=find_figures(document, quotes, dates),
        dates=dates,
        references=find_references(document, entities, [(quote.start, quote.end) for quote in quotes]),
        corrections=tuple(Outcome(c, problems.get(number)) for number, c in enumerate(corrections)),
        engine=engine,
    )


def check_text(text: str) -> str:
    """Return `text`, with lone surrogates replaced, or raise InputError with what is wrong with it."""
    if not isinstance(text, str):
        raise InputError(f"The text must be a string, not {type(text).__name__}.")
    if not text.strip():
        raise InputError("The text is empty. Give an article of at least one word.")
    n_controls = len(CONTROL_RE.findall(text))
    if n_controls > len(text) / 100:
        raise InputError(
            f"This is not a text: {n_controls:,} of its {len(text):,} characters are control characters. "
            "Give plain text, for example the words of an article saved as .txt."
        )
    n_words = len(text.split())
    if n_words > MAX_WORDS:
        raise InputError(f"This text has {n_words:,} words; up to {MAX_WORDS:,} are read at once.")
    return LONE_SURROGATE_RE.sub("\N{REPLACEMENT CHARACTER}", text)


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
        message = f'The publication date {published!r} is not a date. Write it as year-month-day, "2020-01-04".'
        raise InputError(message) from None
