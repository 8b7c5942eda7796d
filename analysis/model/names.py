"""The records of who and what is named: mentions, and the entities that they resolve to."""

from __future__ import annotations

from dataclasses import dataclass

ENTITY_TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC")
"""OntoNotes' names: people, organisations, states and towns, other places, facilities, groups, the rest."""


MENTION_KINDS = ("name", "nationality")
"""A mention names its entity, or it is a nationality ("Iranian" is a mention of Iran)."""


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
