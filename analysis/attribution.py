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

SPEECH_VERBS = """
said says say saying told tells telling tell added adds adding asked asks asking wrote writes writing replied replies
replying warned warns warning announced announces announcing insisted insists insisting argued argues arguing noted
notes noting explained explains explaining claimed claims claiming stated states stating continued continues
continuing tweeted tweets posted posts declared declares declaring concluded concludes responded responds answered
answers recalled recalls recalling joked jokes quipped vowed vows vowing promised promises promising pledged pledges
suggested suggests suggesting acknowledged acknowledges admitted admits admitting conceded concedes lamented laments
complained complains shouted shouts shouting yelled cried chanted chants whispered muttered urged urges urging called
calls calling described describes describing dubbed branded labelled labeled denounced denounces praised praises
predicted predicts remarked remarks remarking observed observes reported reports reporting reads read testified
testifies assured assures reiterated reiterates stressed stresses emphasised emphasized emphasizes emphasises pointed
confirmed confirms countered counters blasted slammed criticised criticized accused accuses mocked thought thinks
believes believed commented comments contended contends demanded demands disclosed estimated exclaimed hailed hinted
implored indicated informed interjected maintained maintains opined pleaded proclaimed protested quoted ruled
questioned recounted repeated revealed reveals reasoned scoffed speculated swore teased thundered uttered welcomed
welcomes wondered wonders cautioned cautions apologised apologized boasted began begins sang
""".split()

VERB = "|".join(sorted(set(SPEECH_VERBS), key=len, reverse=True))
AUXILIARY = r"(?:(?:has|have|had|is|was|were|are|also|then|later|once|reportedly|even|repeatedly|\w+ly|who)\s+)*"

PRONOUNS = {
    "he": "m",
    "she": "f",
    "they": "",
    "it": "",
    "we": "",
    "i": "",
    "you": "",
    "who": "",
    "that": "",
    "which": "",
}

# Behind a quotation: a verb, then its subject ("said Chad Wolf"); a subject, then its verb ("Wolf, 43, said").
VERB_FIRST_RE = re.compile(rf"^[\s,—–-]*(?P<cue>{AUXILIARY}(?:{VERB}))\s+(?P<who>[^\n]*)")
SUBJECT_FIRST_RE = re.compile(rf"^[\s,—–-]*(?P<who>[^;:\n\"“]*?\S)\s+(?P<cue>{AUXILIARY}(?:{VERB}))\b")
ACCORDING_RE = re.compile(r"\b(?P<cue>according to)\s+(?P<who>[^.;\n\"“]+)", re.I)
# Before a quotation: the verbs of speech, the last of which counts.
VERB_RE = re.compile(rf"\b{AUXILIARY}(?:{VERB})\b")
# What may stand between a verb of speech and the quotation that is its object.
ADJACENT_RE = re.compile(r"[\s,:—–-]*(?:that|to|of|it|as|them|him|her|the|a|an|for|and)?\s*$")

# Where the phrase that names a speaker ends.
PHRASE_END_RE = re.compile(
    r"[,;:.\n\"“”()]|\s(?:who|whom|which|that|when|while|after|as|in|on|at|during|before|of the need|to|about|with|"
    r"because|following|from|for|by|speaking|adding|referring|citing|and then|but|where|if|via|through|this|last|"
    r"yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
NOT_HEAD_RE = re.compile(
    r"\b(?:in|of|at|on|near|for|with|by|to|about|against|after|over|than|and|or|like|outside)\s+(?:the\s+|a\s+)?$", re.I
)


# Where a new clause begins, whose subject it may be that speaks.
CLAUSE_RE = re.compile(
    r"[;:—–]\s|\b(?:while|because|although|though|when|whereas|since|but|that|as|after|before|if|and)\s(?=the\s|[A-Z]|a\s)"
)

LONGEST_SUBJECT = 25
"""Words between a quotation and its verb: "the ministry's spokeswoman for the northern provinces, Ms …, said"."""


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
    match = SUBJECT_FIRST_RE.match(tail)
    if match and len(match["who"].split()) <= LONGEST_SUBJECT:
        return subject(text, start + match.start("who"), start + match.end("who"), match["cue"])
    shift = start + len(tail) - len(tail.lstrip(" ,"))
    match = ACCORDING_RE.match(text, shift, end)
    return according(text, match) if match else None


def phrase_end(words: str) -> int:
    """
    Where the phrase that opens `words` ends: "Chad Wolf" of "Chad Wolf in Washington".

    A role goes on to the name behind its comma: "its secretary, Mikko Rantanen".
    """
    stop = PHRASE_END_RE.search(words)
    end = stop.start() if stop else len(words)
    if not re.search(r"\b[A-Z]", words[:end]):
        name = re.match(r",\s+[A-Z][^,.;]*", words[end:])
        end += name.end() if name else 0
    return end


def speaker_before(text: str, start: int, end: int, *, is_adjacent: bool = False) -> Speaker | None:
    """
    The speaker named in `text[start:end]`, which runs up to a quotation.

    With `is_adjacent`, only where the verb stands right before the quotation.
    """
    head = text[start:end]
    last = None
    for match in VERB_RE.finditer(head):
        if head[: match.start()].strip():
            last = match
    if last is not None and (not is_adjacent or ADJACENT_RE.match(head, last.end())):
        return subject(text, start, start + len(head[: last.start()].rstrip(" ")), last[0].strip())
    return None if is_adjacent else according(text, ACCORDING_RE.search(text, start, end))


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
    cut = max((m.end() for m in CLAUSE_RE.finditer(clause) if clause[m.end() :].strip(" ,")), default=0)
    commas = [m.end() for m in re.finditer(r",\s+", clause[cut:].rstrip(" ,"))]
    if clause.rstrip(" ").endswith(","):
        commas = commas[:-1]
    if commas and re.search(r"\b[A-Z]|\b(?:the|a|an)\s", clause[cut + commas[-1] :]):
        cut += commas[-1]
    return phrase(text, start + cut, end, cue)


def phrase(text: str, start: int, end: int, cue: str) -> Speaker | None:
    """A phrase that names a speaker, trimmed; None where it is empty."""
    words = text[start:end]
    inner = words.strip(" ,\t—–-")
    if not inner:
        return None
    begin = start + words.index(inner)
    pronoun = inner.lower() if inner.lower() in PRONOUNS else None
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
    people = [m for m in inside if m[2] == "PERSON"]
    if people:
        return people[-1]
    for found in inside:
        lead = document.text[speaker.start : found[0].start]
        if found[2] in ("ORG", "GPE", "NORP", "FAC") and not NOT_HEAD_RE.search(lead):
            follows = document.text[found[0].end : speaker.end].strip()
            is_modifier = bool(re.match(r"(?:['’]s?\s+)?[a-z]", follows)) and not re.match(
                r"(?:in|of|on|at)\b", follows
            )
            return None if is_modifier else found
    return None
