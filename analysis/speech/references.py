"""
Pronouns and roles: "he", "her", "the general", kept apart from the names and never counted as mentions.

A pronoun gets its person only where nobody else in sight fits, a role only where one person of the article bears
that title; all others keep None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.model import Document, Entity, Reference
from analysis.speech.pronouns import PRONOUN_GENDERS, Antecedents

PRONOUN_RE = re.compile(rf"\b(?:{'|'.join(PRONOUN_GENDERS)})\b", re.I)

ROLES = {
    "gen": "general", "general": "general", "col": "colonel", "colonel": "colonel", "maj": "major", "major": "major",
    "capt": "captain", "captain": "captain", "lt": "lieutenant", "sgt": "sergeant", "adm": "admiral",
    "admiral": "admiral", "president": "president", "premier": "premier", "chancellor": "chancellor", "king": "king",
    "queen": "queen", "prince": "prince", "princess": "princess", "pope": "pope", "sen": "senator",
    "senator": "senator", "gov": "governor", "governor": "governor", "mayor": "mayor", "minister": "minister",
    "secretary": "secretary", "ambassador": "ambassador", "judge": "judge", "justice": "judge", "bishop": "bishop",
    "archbishop": "archbishop", "prof": "professor", "professor": "professor", "dr": "doctor", "ayatollah": "ayatollah",
    "sheikh": "sheikh", "chairman": "chairman", "chairwoman": "chairwoman", "commissioner": "commissioner",
    "congressman": "congressman", "congresswoman": "congresswoman", "coach": "coach",
    "spokesman": "spokesman", "spokeswoman": "spokeswoman", "striker": "striker", "goalkeeper": "goalkeeper",
    "author": "author", "actor": "actor", "actress": "actress", "singer": "singer", "leader": "leader",
}  # fmt: skip
"""A title before a name -> the role that stands for its bearer later."""

TITLE_BEFORE_RE = re.compile(r"([A-Za-z]+)\.?\s+$")
ROLE_RE = re.compile(rf"\b[Tt]he\s+({'|'.join(sorted(set(ROLES.values())))})\b(?!\s+(?:of|for|[A-Z]))")


def find_references(
    document: Document, entities: Sequence[Entity], quoted: Sequence[tuple[int, int]] = ()
) -> tuple[Reference, ...]:
    """
    Find the pronouns and roles that stand for persons, in the order of the text.

    Args: quoted: the spans in quotation marks, where a name is less likely to be meant by a later pronoun.
    """
    taken = {at for entity in entities for mention in entity.mentions for at in range(mention.start, mention.end)}
    found = [*pronouns(document, entities, quoted), *roles(document, entities)]
    free = (reference for reference in found if taken.isdisjoint(range(reference.start, reference.end)))
    return tuple(sorted(free, key=lambda reference: reference.start))


def pronouns(document: Document, entities: Sequence[Entity], quoted: Sequence[tuple[int, int]]) -> Iterator[Reference]:
    """Yield every personal pronoun of the third person, with whom it means where only one person fits."""
    antecedents = Antecedents(document, entities, quoted)
    for match in PRONOUN_RE.finditer(document.text):
        found = antecedents.of(match.start(), match[0])
        entity = found[1] if found and found[2] else None
        yield reference(document, match.start(), match.end(), "pronoun", entity)


def roles(document: Document, entities: Sequence[Entity]) -> Iterator[Reference]:
    """Yield "the general" and its like, behind the only person who bears the title."""
    bearers: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for entity in entities:
        if entity.type == "PERSON":
            first[entity.id] = entity.mentions[0].start
            for mention in entity.mentions:
                before = TITLE_BEFORE_RE.search(document.text, max(0, mention.start - 20), mention.start)
                role = ROLES.get(before[1].lower()) if before else None
                if role:
                    bearers[role].add(entity.id)
    for match in ROLE_RE.finditer(document.text):
        bearer = None
        if len(bearers[match[1]]) == 1:
            (only,) = bearers[match[1]]
            bearer = only if first[only] < match.start() else None
        yield reference(document, match.start(), match.end(), "role", bearer)


def reference(document: Document, start: int, end: int, kind: str, entity: str | None) -> Reference:
    """The record of a reference."""
    paragraph = document.paragraph_at(start).index
    return Reference(start, end, document.text[start:end], paragraph, kind, entity)
