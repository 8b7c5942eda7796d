"""The records of who speaks and who is meant: quotes, and words that stand for a name."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE_KINDS = ("person", "institution", "anonymous", "unknown")


@dataclass(frozen=True, slots=True)
class Quote:
    """
    Words in quotation marks that somebody spoke; the span is what stands between the marks.

    `speaker` is an entity id or None; `speaker_text` the words that name the speaker ("a nurse"), or None, never a
    pronoun; `cue` the verb or phrase that ties the two ("said", "according to"), or None. `speaker_start` and
    `speaker_end` are where the text points to the speaker, be it with "he". `source_kind` is one of SOURCE_KINDS.
    `rule` is the rule that decided (attribution.RULES) and `confidence` how often that rule was right on
    development articles, 0..1.
    """

    start: int
    end: int
    text: str
    paragraph: int
    speaker: str | None
    speaker_text: str | None
    cue: str | None
    speaker_start: int | None = None
    speaker_end: int | None = None
    source_kind: str = "unknown"
    rule: str = "none"
    confidence: float | None = None


REFERENCE_KINDS = ("pronoun", "role")


@dataclass(frozen=True, slots=True)
class Reference:
    """
    Words that stand for a person without naming one: "he" (pronoun), "the general" (role).

    They are no mentions and are not counted. `entity` is the id of the person where a rule is sure, else None.
    """

    start: int
    end: int
    text: str
    paragraph: int
    kind: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """
    What somebody is reported to have said, without quotation marks: "Al Jazeera has reported that …".

    The span is what was said; `source`, `source_text` and `source_kind` are as `speaker` and its like in Quote.
    """

    start: int
    end: int
    text: str
    paragraph: int
    source: str | None
    source_text: str | None
    source_kind: str
    cue: str
