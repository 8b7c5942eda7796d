"""
From the words that point to a speaker to who that is: an entity, a description ("a nurse"), or nobody known.

A pronoun is never passed on as a speaker: it becomes the person it must mean, or nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Document, Entity, Mention
from analysis.speech.attribution import Speaker, head_of
from analysis.speech.pronouns import Antecedents

INSTITUTIONS = ("ORG", "GPE", "NORP", "FAC", "LOC", "MISC")

STATEMENT_RE = re.compile(
    r"\b(?:statement|release|letter|report|tweet|email|post|memo|filing|lawsuit|account|page)s?\s+"
    r"(?:from|by|of|issued by|released by)\s+(?:the\s+)?"
)
WEEKDAY_RE = re.compile(r"\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")

PERSON_NOUN_RE = re.compile(
    r"\b(?:man|woman|boy|girl|nurse|doctor|officer|official|officials|spokesman|spokeswoman|spokesperson|witness(?:es)?|"
    r"resident|residents|source|sources|people|person|aide|aides|diplomat|diplomats|lawyer|lawyers|judge|mother|father|"
    r"brother|sister|son|daughter|wife|husband|neighbour|neighbor|friend|colleague|teacher|student|students|farmer|"
    r"driver|critics?|experts?|analysts?|protesters?|supporters?|soldiers?|\w+(?:er|or|ist|ian|man|woman)s?)\b",
    re.I,
)
"""Words for people, so that a description with one of them is an unnamed person and no institution."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: an entity id or None, the words for it or None, one of model.SOURCE_KINDS, and how sure it is."""

    entity: str | None
    words: str | None
    kind: str
    rule: str
    """What decided: "named", "pronoun, only one fits", "pronoun, best fit", "described", or "unknown"."""


UNKNOWN = Source(None, None, "unknown", "unknown")


class Sources:
    """The named things of one document, ready to be asked who a speaker's words mean."""

    def __init__(self, document: Document, entities: Sequence[Entity], quoted: Sequence[tuple[int, int]]) -> None:
        """`quoted`: the spans in quotation marks."""
        self.document = document
        self.antecedents = Antecedents(document, entities, quoted)
        self.named = sorted(
            ((mention, entity.id, entity.type) for entity in entities for mention in entity.mentions),
            key=lambda found: found[0].start,
        )
        self.starts = [mention.start for mention, _, _ in self.named]

    def inside(self, start: int, end: int) -> list[tuple[Mention, str, str]]:
        """The mentions that start in `text[start:end]`, with the id and type of their entities."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def of(self, speaker: Speaker, last_speaker: str | None) -> Source:
        """Who a speaker's words mean; `last_speaker` is the entity that spoke before in the story."""
        if speaker.pronoun is not None:
            found = self.antecedents.of(speaker.start, speaker.pronoun, last_speaker)
            if found is None:
                return UNKNOWN
            mention, entity, is_only = found
            rule = "pronoun, only one fits" if is_only else "pronoun, best fit"
            return Source(entity, " ".join(mention.text.split()), "person", rule)
        words = " ".join(self.document.text[speaker.start : speaker.end].split())
        words = WEEKDAY_RE.sub("", words)
        head = head_of(self.document, speaker, self.inside(speaker.start, speaker.end))
        if head is not None and head[2] == "PERSON":
            return Source(head[1], " ".join(head[0].text.split()), "person", "named")
        body = head[1] if head else self.of_statement(speaker)
        if body is not None:
            kind = "anonymous" if head is None and PERSON_NOUN_RE.search(words) else "institution"
            return Source(body, words, kind, "named")
        return Source(None, words, "anonymous" if PERSON_NOUN_RE.search(words) else "institution", "described")

    def of_statement(self, speaker: Speaker) -> str | None:
        """Whose statement it is: "A statement from the Pentagon"."""
        match = STATEMENT_RE.search(self.document.text, speaker.start, speaker.end)
        if match is None:
            return None
        return next((entity for mention, entity, _ in self.inside(match.end(), speaker.end + 40)
                     if mention.start == match.end()), None)  # fmt: skip
