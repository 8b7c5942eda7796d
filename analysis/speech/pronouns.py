"""
Whom "he" or "she" means: the person named before whom sex, place and part in the story fit best.

A person scores by how lately he or she was named, higher as the subject of a sentence or the last to speak, lower
inside a quotation or as an owner ("Okafor's"). Where two score about alike nothing is decided.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.english.given_names import gender
from analysis.model import Document, Entity, Mention

PRONOUN_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}

LOOK_BACK = 3
"""Paragraphs before the pronoun's own in which the person may stand."""

MOST_LOOKED_AT = 150
"""
Mentions of persons before a pronoun that are asked whether it means them, the nearest first.

A page of names, such as a list of those elected, has some 100 in four paragraphs.
"""

LEAST_MARGIN = 0.5
"""How much better the best person must fit than the next."""

SUBJECT, SPEAKER, SAME_SEX, QUOTED, OWNER, OBJECT = 2.0, 2.5, 1.0, -3.0, -1.0, -0.5
SPEAKER_BEFORE = 0.6
"""What the last to speak scores, named in another paragraph: less than the subject of the sentence before."""
A_SENTENCE, A_PARAGRAPH = -0.6, -0.8
"""What each sentence and each paragraph between costs."""

OBJECT_RE = re.compile(r"\b(?:of|to|with|by|for|against|from|about|at|on|in|than|including|like)\s+(?:\S+\s+)?$", re.I)
CLAUSE_VERB_RE = re.compile(r"\b(?:is|was|has|had|said|says|who|will|would|told|are|were)\b")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the document, "f", "m" or "", and a mention."""

    entity: str
    gender: str
    mention: Mention


class Antecedents:
    """The persons of one document, ready to be asked whom a pronoun means."""

    def __init__(self, document: Document, entities: Sequence[Entity], quoted: Sequence[tuple[int, int]] = ()) -> None:
        """`quoted`: the spans in quotation marks; a name in them is seldom who speaks next."""
        self.document = document
        self.quoted = merged(quoted)
        people = []
        for entity in entities:
            if entity.type == "PERSON":
                before = [document.text[max(0, m.start - 30) : m.start] for m in entity.mentions]
                sex = gender(entity.name, before)
                people += [Person(entity.id, sex, mention) for mention in entity.mentions]
        self.people = sorted(people, key=lambda person: person.mention.start)
        self.starts = [person.mention.start for person in self.people]
        self.standings: dict[int, tuple[float, ...]] = {}

    def of(self, start: int, pronoun: str, last_speaker: str | None = None) -> tuple[Mention, str, bool] | None:
        """
        Whom the pronoun at `start` means.

        Returns: the mention that names the person last, the entity id, and whether nobody else could be meant;
            None where nobody or nobody in particular fits.
        """
        sex = PRONOUN_GENDERS.get(pronoun.lower())
        if sex is None:
            return None
        scores: dict[str, float] = {}
        last: dict[str, Mention] = {}
        paragraph = self.document.paragraph_at(start).index
        until = bisect_left(self.starts, start)
        for number in range(max(0, until - MOST_LOOKED_AT), until):
            person = self.people[number]
            mention = person.mention
            if mention.paragraph < paragraph - LOOK_BACK or (person.gender and person.gender != sex):
                continue
            score = self.fit(number, start, paragraph, is_speaker=person.entity == last_speaker)
            scores[person.entity] = max(score, scores.get(person.entity, score))
            last[person.entity] = mention
        if not scores:
            return None
        best, *others = sorted(scores, key=lambda entity: -scores[entity])
        if others and scores[best] - scores[others[0]] < LEAST_MARGIN:
            return None
        return last[best], best, not others

    def fit(self, number: int, start: int, paragraph: int, *, is_speaker: bool) -> float:
        """How well the mention `people[number]` fits a pronoun at `start` in a paragraph."""
        mention = self.people[number].mention
        sentence = self.document.sentence_at(mention.start)
        own = self.document.sentence_at(start)
        score = A_SENTENCE * min(own.index - sentence.index, 4) + A_PARAGRAPH * (paragraph - mention.paragraph)
        # Who spoke last speaks on, but in a paragraph that begins with somebody else far less surely.
        score += (SPEAKER if mention.paragraph == paragraph else SPEAKER_BEFORE) if is_speaker else 0
        if number not in self.standings:
            self.standings[number] = self.standing(self.people[number])
        for part in self.standings[number]:
            score += part
        return score

    def standing(self, person: Person) -> tuple[float, ...]:
        """What speaks for and against a mention of a person, whatever the pronoun."""
        mention, text = person.mention, self.document.text
        before = text[self.document.sentence_at(mention.start).start : mention.start]
        parts = [SAME_SEX if person.gender else 0]
        at = bisect_right(self.quoted, mention.start, key=lambda span: span[0]) - 1
        parts.append(QUOTED if at >= 0 and mention.start < self.quoted[at][1] else 0)
        if text[mention.end : mention.end + 2] in ("'s", "’s"):
            parts.append(OWNER)
        elif OBJECT_RE.search(before):
            parts.append(OBJECT)
        elif not CLAUSE_VERB_RE.search(before):
            parts.append(SUBJECT)
        return tuple(parts)


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of text that the spans cover, in order and apart."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
