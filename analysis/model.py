"""
The records of an analysis: frozen, slotted, traceable to characters.

Every span is `[start, end)` in `Document.text`, and `document.text[x.start:x.end] == x.text` holds for
everything that has a `text`. Records know nothing of files, frames or screens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.speech_model import Quote, Reference, Report
from analysis.tone_model import ToneReport

if TYPE_CHECKING:
    from analysis.corrections import Outcome
    from analysis.dates import DateMention
    from analysis.figures import Figure

SCHEMA = "dateline/1"

ENTITY_TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC")
"""OntoNotes' names: people, organisations, states and towns, other places, facilities, groups, the rest."""

MENTION_KINDS = ("name", "nationality")
"""A mention names its entity, or it is a nationality ("Iranian" is a mention of Iran)."""

PLACE_KINDS = ("country", "region", "admin", "city", "facility", "water", "terrain", "unknown")
"""What a place is. A region has neither point nor country code; an unknown place was not resolved."""

ROLES = ("location", "actor", "nationality", "name")
"""How a text uses a place: where something is, who acts ("Iran vowed"), a nationality, part of a name."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the document; `kind` is "title" for the headline, else "body"."""

    index: int
    start: int
    end: int
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of the paragraph that holds it whole."""

    index: int
    start: int
    end: int
    paragraph: int


NOTE_KINDS = ("long paragraph", "long sentence")
"""What a note of a document tells: a paragraph or a sentence beyond any real one was cut into parts."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader should know of how `[start, end)` was read; `kind` is one of NOTE_KINDS, `message` says it."""

    kind: str
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Document:
    """
    A segmented text. `text` holds every character of the input but for carriage returns.

    `title` is the headline (found in the text or given), `published` an ISO date, `source` a file name or
    whatever the caller knows of the origin; each is None where it is not known. `notes` tell what was not read as it
    stands, in the order of the text.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    title: str | None = None
    source: str | None = None
    published: str | None = None
    notes: tuple[Note, ...] = ()

    @cached_property
    def n_words(self) -> int:
        """How many runs of characters stand between white space."""
        return len(self.text.split())

    def paragraph_at(self, position: int) -> Paragraph:
        """The paragraph that holds the character at `position`; for white space between two, the one before."""
        return self.paragraphs[_last_start(self._paragraph_starts, position)]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at `position`; for white space between two, the one before."""
        return self.sentences[_last_start(self._sentence_starts, position)]

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph with this index."""
        first = bisect_left(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        last = bisect_right(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        return self.sentences[first:last]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]


def _last_start(starts: list[int], position: int) -> int:
    return max(0, bisect_right(starts, position) - 1)


@dataclass(frozen=True, slots=True)
class Span:
    """
    What a recogniser says of `text[start:end]`: a label among PERSON, ORG, PLACE, NORP and MISC.

    PLACE covers GPE, LOC and FAC: telling them apart takes a gazetteer, so it happens in `resolve`.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity; `kind` is one of MENTION_KINDS."""

    start: int
    end: int
    text: str
    paragraph: int
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named: a slug unique in the result, the name a reader would choose, its mentions."""

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...]

    @property
    def count(self) -> int:
        """The number of mentions."""
        return len(self.mentions)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place, alone or inside another name; `role` is one of ROLES."""

    start: int
    end: int
    text: str
    paragraph: int
    role: str = "location"


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where mentions were put. Degrees are WGS 84; `confidence` lies in [0, 1].

    A region has no point and no country code. An unresolved place has kind "unknown" and no point.
    `entity` is the id of the entity with the same name, or None where the place stands only inside other names.
    `is_former` marks a state of the past, which has the point and the code of today's country there.
    """

    name: str
    entity: str | None
    kind: str
    country_code: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    confidence: float
    mentions: tuple[PlaceMention, ...]
    is_former: bool = False

    @property
    def count(self) -> int:
        """The number of mentions, in every role."""
        return len(self.mentions)


@dataclass(frozen=True, slots=True)
class CountryWeight:
    """
    How much a text is about a country: `weight` adds up its mentions, `share` lies in [0, 1], the sum over all is 1.

    `mentions` is the number of mentions of places there, in every role; `is_about` marks what the article is about.
    """

    country_code: str
    weight: float
    share: float
    mentions: int
    is_about: bool


HOME_TOLD_BY = ("given", "source", "domain", "dateline", "texts")
"""What tells where a paper is at home."""


@dataclass(frozen=True, slots=True)
class Home:
    """
    Where the paper is at home: a town, a division or a country.

    `told_by` is one of HOME_TOLD_BY, `why` says it in words.

    `record` is its `gazetteer.Record`, of which records know nothing and no program need look at.
    """

    name: str
    country_code: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    told_by: str
    why: str
    record: Any = field(repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """All but the record."""
        return {
            "name": self.name,
            "country_code": self.country_code,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "geonames_id": self.geonames_id,
            "told_by": self.told_by,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word or phrase of the text that a tone lexicon scored: polarity [-1, 1], subjectivity [0, 1]."""

    start: int
    end: int
    text: str
    polarity: float
    subjectivity: float


@dataclass(frozen=True, slots=True)
class Tone:
    """
    The tone of `[start, end)`: the means of its scored words.

    Without a scored word both are None: silence is not neutrality.
    """

    start: int
    end: int
    polarity: float | None
    subjectivity: float | None
    evidence: tuple[ScoredWord, ...]


@dataclass(frozen=True)
class Analysis:
    """
    All that was found in one document. `tones` has one row a paragraph, in order; `overall` covers the text.

    `engine` is what read names and tone: "encoder", the small network, or "fast", without it.
    """

    version: str
    document: Document
    tones: tuple[Tone, ...]
    overall: Tone
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    references: tuple[Reference, ...] = ()
    reports: tuple[Report, ...] = ()
    tone_report: ToneReport | None = None
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    corrections: tuple[Outcome, ...] = ()
    home: Home | None = None
    countries: tuple[CountryWeight, ...] = ()
    engine: str = "fast"

    def to_dict(self) -> dict[str, Any]:
        """The contract of docs/contract.md as plain lists, dicts, strings and numbers."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "engine": self.engine,
            "document": {
                "id": self.document.id,
                "title": self.document.title,
                "text": self.document.text,
                "source": self.document.source,
                "published": self.document.published,
                "words": self.document.n_words,
                "sentences": len(self.document.sentences),
                "polarity": self.overall.polarity,
                "subjectivity": self.overall.subjectivity,
                "notes": [asdict(note) for note in self.document.notes],
            },
            "paragraphs": [
                {"index": paragraph.index, "kind": paragraph.kind} | asdict(tone)
                for paragraph, tone in zip(self.document.paragraphs, self.tones, strict=True)
            ],
            "entities": [asdict(entity) | {"count": entity.count} for entity in self.entities],
            "places": [asdict(place) | {"count": place.count} for place in self.places],
            "countries": [asdict(country) for country in self.countries],
            "home": None if self.home is None else self.home.to_dict(),
            "quotes": [asdict(quote) for quote in self.quotes],
            "reports": [asdict(report) for report in self.reports],
            "tone": None if self.tone_report is None else self.tone_report.to_dict(),
            "figures": [figure.to_dict() for figure in self.figures],
            "dates": [mention.to_dict() for mention in self.dates],
            "references": [asdict(reference) for reference in self.references],
            "corrections": [outcome.to_dict() for outcome in self.corrections],
        }
