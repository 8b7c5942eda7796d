"""
Who speaks a quotation, read off the words around it.

The rules, in the order in which they are tried: a verb of speech behind the quotation with its subject before or
behind it ("…", said X; "…", X said); "according to X"; a verb of speech before it (X said: "…"; X promised "…");
the speaker of the quotation before it in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Document, Mention
from analysis.speech.noun_phrases import is_noun_phrase
from analysis.speech.verbs import (
    ACCORDING_RE,
    ADJACENT_RE,
    APPOSITIVE_RE,
    CLAUSE_RE,
    COMMON_SUBJECT_RE,
    ENDS_IN_NAME_RE,
    INSERTION_RE,
    INVERTED_RE,
    LONGEST_SUBJECT,
    NAME_BEHIND_RE,
    NAME_COLON_RE,
    NO_SUBJECT_RE,
    NOT_HEAD_RE,
    OPENING_RE,
    OWNER_RE,
    PARTICIPLE_RE,
    PHRASE_END_RE,
    PRONOUNS,
    REST_THEN_VERB_RE,
    ROLE_THEN_NAME_RE,
    SHORT_OBJECT,
    SUBJECT_FIRST_RE,
    VERB_FIRST_RE,
    VERB_RE,
    WORDS_OF_RE,
)

TELLING = frozenset(("told", "tells", "telling", "tell"))
"""Verbs behind which stands who is told."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who was found: the words at [start, end), the verb that ties them to the quotation, a pronoun's gender."""

    start: int
    end: int
    cue: str
    pronoun: str | None = None


def speaker_behind(text: str, start: int, end: int) -> Speaker | None:
    """The speaker named in `text[start:end]`, which follows a quotation directly."""
    tail = text[start:end]
    match = VERB_FIRST_RE.match(tail)
    if match and match["who"][:1] not in ("", '"', "“") and not re.match(r"(?:that|it|to|in|on|of)\b", match["who"]):
        begin = start + match.start("who")
        return phrase(text, begin, begin + phrase_end(match["who"]), match["cue"])
    rest = REST_THEN_VERB_RE.match(tail)
    if rest and not is_noun_phrase(rest["rest"]):
        begin = start + rest.start("who")
        return phrase(text, begin, begin + phrase_end(rest["who"]), rest["cue"])
    match = SUBJECT_FIRST_RE.match(tail)
    if match and len(match["who"].split()) <= LONGEST_SUBJECT and not NO_SUBJECT_RE.fullmatch(match["who"]):
        return subject(text, start + match.start("who"), start + match.end("who"), match["cue"])
    shift = start + len(tail) - len(tail.lstrip(" ,"))
    match = ACCORDING_RE.match(text, shift, end)
    return according(text, match) if match else None


def name_behind(text: str, start: int, end: int) -> Speaker | None:
    """The name right behind a quotation, with a verb that is no usual one of speech: "…", Okafor shot back."""
    match = NAME_BEHIND_RE.match(text, start, end)
    if match is None:
        return None
    group = "who" if match["who"] else "last"
    pronoun = match[group].lower() if match[group].lower() in PRONOUNS else None
    return Speaker(match.start(group), match.end(group), match["cue"] or match["first"], pronoun)


def phrase_end(words: str) -> int:
    """
    Where the phrase that opens `words` ends: "Chad Wolf" of "Chad Wolf in Washington".

    A role goes on to the name behind its comma: "its secretary, Mikko Rantanen".
    """
    stop = PHRASE_END_RE.search(words)
    end = stop.start() if stop else len(words)
    if re.search(r"(?:^|\s)[a-z][\w-]*\s*$", words[:end]):
        name = re.match(r",\s+(?:[a-z]+\s+){0,3}[A-Z][^,.;]*", words[end:])
        end += name.end() if name else 0
    return end


def speaker_before(text: str, start: int, end: int) -> Speaker | None:
    """The speaker named anywhere in `text[start:end]`, which runs up to a quotation."""
    verb = last_verb(text[start:end])
    if verb is not None:
        return subject_of(text, start, verb)
    return according(text, ACCORDING_RE.search(text, start, end)) or in_words_of(text, start, end)


def speaker_adjacent(text: str, start: int, end: int) -> Speaker | None:
    """The speaker in `text[start:end]`, where its verb or a colon stands right before the quotation."""
    head = text[start:end]
    verb = last_verb(head)
    if verb is not None and ADJACENT_RE.match(head, verb.end()):
        return subject_of(text, start, verb)
    inverted = INVERTED_RE.search(head)
    # "Lee Roy, told the BBC:" and its like have the one told behind the verb, never the speaker.
    if (
        inverted
        and inverted["cue"].lower() not in TELLING
        and not is_noun_phrase(head[: inverted.start("cue")].rstrip(" ,").rpartition(", ")[2])
    ):
        return phrase(text, start + inverted.start("who"), start + inverted.end("who"), inverted["cue"])
    return before_colon(text, start, end, verb) if head.rstrip().endswith(":") else None


def before_colon(text: str, start: int, end: int, verb: re.Match[str] | None) -> Speaker | None:
    """The speaker before a colon: of the verb that is near, else the name that stands there, else the subject."""
    head = text[start:end]
    if verb is not None and len(head[verb.end() :].split()) <= SHORT_OBJECT:
        return subject(text, start, start + len(head[: verb.start()].rstrip(" ")), verb[0].strip())
    if name := NAME_COLON_RE.search(head):
        return phrase(text, start + name.start("who"), start + name.end("who"), ":")
    return opening_subject(text, start, end, ":")


def last_verb(head: str) -> re.Match[str] | None:
    """The last verb of speech that has words before it."""
    last = None
    for match in VERB_RE.finditer(head):
        if head[: match.start()].strip():
            last = match
    return last


def subject_of(text: str, start: int, verb: re.Match[str]) -> Speaker | None:
    """The subject of a verb of speech found in `text[start:]`; a participle has that of its sentence."""
    before = verb.string[: verb.start()].rstrip(" ")
    cue = verb[0].strip()
    if PARTICIPLE_RE.match(verb[0]) and not ENDS_IN_NAME_RE.search(before):
        bare = before.rstrip(" ,")
        said = last_verb(bare)
        if said is not None and said.end() == len(bare):  # "Okafor said, adding"
            return subject(text, start, start + len(before[: said.start()].rstrip(" ")), cue)
        if found := opening_subject(text, start, start + len(before), cue):
            return found
    return subject(text, start, start + len(before), cue)


def in_words_of(text: str, start: int, end: int) -> Speaker | None:
    """The speaker in "in Okafor's words", "in the minister's view"."""
    match = WORDS_OF_RE.search(text, start, end)
    return phrase(text, match.start("who"), match.end("who"), match["cue"]) if match else None


def opening_subject(text: str, start: int, end: int, cue: str, *, is_named: bool = False) -> Speaker | None:
    """
    The subject that opens a sentence `text[start:end]`: a pronoun, or a name with the role before it.

    "As Professor Foner put it:", "President Clinton released the following statement:". Unless it must be a name, a
    common noun before its verb will do: "The ad".
    """
    match = OPENING_RE.match(text, start, end)
    if match is None or not (match["who"].lower() in PRONOUNS or is_noun_phrase(match["who"])):
        match = None if is_named else COMMON_SUBJECT_RE.match(text, start, end)
    if match is None:
        return None
    pronoun = match["who"].lower() if match["who"].lower() in PRONOUNS else None
    if pronoun is None and not is_noun_phrase(match["who"]):
        return None
    return Speaker(match.start("who"), match.start("who") + len(match["who"].rstrip()), " ".join(cue.split()), pronoun)


def according(text: str, match: re.Match[str] | None) -> Speaker | None:
    """The speaker behind "according to"."""
    if match is None:
        return None
    stop = re.search(r",|\s(?:who|which|that|on|in an?)\b", match["who"])
    return phrase(
        text, match.start("who"), match.start("who") + (stop.start() if stop else len(match["who"])), match["cue"]
    )


def subject(text: str, start: int, end: int, cue: str) -> Speaker | None:
    """
    The subject of a verb that follows `text[start:end]`: its last clause, without what is put in between.

    "Despite the talks, the ministry" is the ministry; of "Liisa Tamm, the chief executive," both parts are kept.
    """
    clause = text[start:end]
    pronoun = re.search(r"\b(he|she|they|it|I|we|who|you|He|She|They|It|We)\s*$", clause)
    if pronoun:
        return Speaker(start + pronoun.start(1), start + pronoun.end(1), " ".join(cue.split()), pronoun[1].lower())
    if clause.rstrip(" ,").endswith((" and", " but", " or")) and (found := opening_subject(text, start, end, cue)):
        return found
    if clause.rstrip(" ").endswith(",") and (named := INSERTION_RE.fullmatch(clause.rstrip(" "))):
        return phrase(text, start + named.start("who"), start + named.end("who"), cue)
    if clause.count("(") > clause.count(")"):
        start, clause = start + clause.rindex("(") + 1, clause[clause.rindex("(") + 1 :]
    cut = max((m.end() for m in CLAUSE_RE.finditer(clause) if clause[m.end() :].strip(" ,")), default=0)
    commas = [m.end() for m in re.finditer(r",\s+", clause[cut:].rstrip(" ,"))]
    if clause.rstrip(" ").endswith(","):
        named = APPOSITIVE_RE.match(clause, cut)
        if named and ROLE_THEN_NAME_RE.fullmatch(clause, named.start("who")):
            return phrase(text, start + named.start("who"), end, cue)  # "Nair's landlord, Tom Dowd, said"
        if named:
            return phrase(text, start + named.start("who"), start + named.end("who"), cue)
        commas = commas[:-1]
    if commas and re.search(r"\b[A-Z]|\b(?:the|a|an)\s", clause[cut + commas[-1] :]):
        cut += commas[-1]
    return phrase(text, start + cut, end, cue) or opening_subject(text, start, end, cue)


def phrase(text: str, start: int, end: int, cue: str) -> Speaker | None:
    """A phrase that names a speaker, trimmed; None where it is empty or a mere piece of a sentence."""
    words = text[start:end]
    inner = words.strip(" ,\t—–-")
    pronoun = inner.lower() if inner.lower() in PRONOUNS else None
    if not inner or (pronoun is None and not is_noun_phrase(inner)):
        return None
    begin = start + words.index(inner)
    return Speaker(begin, begin + len(inner), " ".join(cue.split()), pronoun)


def head_of(
    document: Document, speaker: Speaker, mentions: Sequence[tuple[Mention, str, str]]
) -> tuple[Mention, str, str] | None:
    """
    The mention that heads a speaker's phrase: the last person in it, else the first body or place that is no
    more than a complement ("the US Embassy in Iraq" is the embassy).

    Args: mentions: (mention, entity id, entity type), in the order of the text.
    """
    inside = [m for m in mentions if speaker.start <= m[0].start and m[0].end <= speaker.end and m[0].kind == "name"]
    people = [m for m in inside if m[2] == "PERSON" and not OWNER_RE.match(document.text, m[0].end)]
    if people:
        return people[-1]
    for found in inside:
        lead = document.text[speaker.start : found[0].start]
        if found[2] in ("ORG", "GPE", "NORP", "FAC") and not NOT_HEAD_RE.search(lead):
            follows = document.text[found[0].end : speaker.end].strip()
            is_modifier = bool(re.match(r"(?:['’]s?\s+)?[a-z]", follows)) and not re.match(
                r"(?:in|of|on|at)\b", follows
            )
            if not is_modifier:
                return found
    return None
