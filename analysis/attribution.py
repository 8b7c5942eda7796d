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
notes noting explained explains explaining claimed claims claiming stated stating continued continues
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
welcomes wondered wonders cautioned cautions apologised apologized boasted began begins sang say tell add ask write
argue conclude warn insist believe think agreed agrees exhorted asserted asserts gloated pressed forwarded proclaims
anticipated charged charges confided
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
NAME_BEHIND_RE = re.compile(
    r"[\s,—–-]*(?:(?P<who>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*)"
    r"(?:,[^,]{1,80},)?\s+(?P<cue>[a-z]+(?:ed|s|ew|ot|id|ang|oke))\b"
    r"|(?P<first>[a-z]+(?:ed|s))\s+(?P<last>(?:the\s+)?[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*))"
)
# Before a quotation: the verbs of speech, the last of which counts.
VERB_RE = re.compile(rf"\b{AUXILIARY}(?:{VERB})\b")
# What may stand between a verb of speech and the quotation that is its object.
ADJACENT_RE = re.compile(r"[\s,:—–-]*(?:that|to|of|it|as|them|him|her|the|a|an|for|and)?\s*$")

PARTICIPLE_RE = re.compile(r"(?:\w+ly\s+)?\w+ing\b")
WORDS_OF_RE = re.compile(
    r"\b[Ii]n\s+(?P<who>(?:the\s+)?[\w.\s-]{2,50}?)(?P<cue>['’]s?\s+(?:own\s+)?(?:words?|view|opinion|estimation))\b"
)
# Words that open a sentence without being its subject, and what they lead in up to a comma.
NO_NAME = (
    r"(?:The|An?|On|At|In|To|For|From|By|With|That|This|These|Those|There|What|When|Where|Why|How|If|While|After|Before|"
    r"Since|Because|Although|Though|Also|Even|Moreover|Asked|No|Not|All|Now|Here|Recalling|Speaking|Despite|During|Under)"
)
LEAD_IN = (
    rf"\s*(?:(?:{NO_NAME}|As|Last|This|Earlier|Later|[A-Z]\w+ing)\b[^,;:\n]{{0,70}},\s+(?!and\b))?"
    r"(?:(?:And|But|Or|As|So|Yet|Then|Still|Later|Once|Instead|Indeed|Meanwhile|However|Again|as)\b\s*,?\s*)*"
)
# The subject that opens a sentence, behind what only leads in.
OPENING_RE = re.compile(
    LEAD_IN + r"(?P<who>(?:He|She|They|It|I|We|he|she|they|it|we)\b"
    r"|(?:(?:The|An?|the|an?|His|Her|Its|Their)\s+)?(?:[a-z][\w-]*\s+){0,4}?"
    rf"(?!{NO_NAME}(?:\b|['’]))"
    r"(?:[A-Z][\w'’.-]*(?:\s+(?:of|the|and|for|de|van|von|al|bin)\s+(?=[A-Z])|\s+)?){1,6})"
)

ENDS_IN_NAME_RE = re.compile(r"\b[A-Z][\w.'’-]*$")
NAME_COLON_RE = re.compile(r"(?:[-–—.]\s*|[Ff]rom\s+|\b[a-z]+\s+)(?P<who>(?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:and\s+)?[A-Z][\w.'’-]*){0,4})\s*:\s*$")
"""A name right before a colon: "More from Okafor:"."""
INVERTED_RE = re.compile(
    rf"(?:^|,)\s*(?P<cue>{VERB}|Said|Says|Stated|Wrote|Added|Asked|Replied)\s+(?P<who>(?:the\s+)?[^,:]{{0,40}}[A-Z][^:]{{0,120}}?)\s*[,:]\s*$"
)
"""A verb of speech before its subject, both before the quotation: "Said Dorothy Poynter, who grew up here,"."""

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

NO_SUBJECT_RE = re.compile(r"(?:and|or|but|then|also|which|that|a|an|as|to|for|in|of|on|at|by|with|from)\b[^,]*", re.S)
"""What follows a quotation as the rest of a sentence, whose verb has its subject before the quotation."""

APPOSITIVE_RE = re.compile(LEAD_IN + rf"(?!{NO_NAME}\b)" + r"(?P<who>[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,5}?),\s")
"""A name that opens a clause, with what is put in behind it: "Liisa Tamm, the chief executive of Saarline, said"."""

OWNER_RE = re.compile(r"['’]s?\s")
"""Behind a name that only owns what speaks: "Okafor's lawyer"."""

SHORT_OBJECT = 6
"""Words that may stand between a verb of speech and its colon: "said of the new mayor:"."""

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
    if match and len(match["who"].split()) <= LONGEST_SUBJECT and not NO_SUBJECT_RE.fullmatch(match["who"]):
        return subject(text, start + match.start("who"), start + match.end("who"), match["cue"])
    shift = start + len(tail) - len(tail.lstrip(" ,"))
    match = ACCORDING_RE.match(text, shift, end)
    return according(text, match) if match else None


def name_behind(text: str, start: int, end: int) -> Speaker | None:
    """The name or pronoun right behind a quotation, with a verb that is no usual one of speech: "…", Okafor shot back."""
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
        before = head[: last.start()].rstrip(" ")
        if PARTICIPLE_RE.match(last[0]) and not ENDS_IN_NAME_RE.search(before):
            said = list(VERB_RE.finditer(before.rstrip(" ,")))
            if said and said[-1].end() == len(before.rstrip(" ,")):  # "Okafor said, adding"
                before = before[: said[-1].start()].rstrip(" ")
                return subject(text, start, start + len(before), last[0].strip())
            if found := opening_subject(text, start, start + len(before), last[0]):
                return found
        return subject(text, start, start + len(before), last[0].strip())
    if is_adjacent:
        if inverted := INVERTED_RE.search(head):
            return phrase(text, start + inverted.start("who"), start + inverted.end("who"), inverted["cue"])
        if not head.rstrip().endswith(":"):
            return None
        if last is not None and len(head[last.end() :].split()) <= SHORT_OBJECT:
            return subject(text, start, start + len(head[: last.start()].rstrip(" ")), last[0].strip())
        if name := NAME_COLON_RE.search(head):
            return phrase(text, start + name.start("who"), start + name.end("who"), ":")
        return opening_subject(text, start, end, ":")
    return according(text, ACCORDING_RE.search(text, start, end)) or in_words_of(text, start, end)


def in_words_of(text: str, start: int, end: int) -> Speaker | None:
    """The speaker in "in Okafor's words", "in the minister's view"."""
    match = WORDS_OF_RE.search(text, start, end)
    return phrase(text, match.start("who"), match.end("who"), match["cue"]) if match else None


def opening_subject(text: str, start: int, end: int, cue: str) -> Speaker | None:
    """
    The subject that opens a sentence `text[start:end]`: a pronoun, or a name with the role before it.

    "As Professor Foner put it:", "President Clinton released the following statement:".
    """
    match = OPENING_RE.match(text, start, end)
    if match is None:
        return None
    pronoun = match["who"].lower() if match["who"].lower() in PRONOUNS else None
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
    cut = max((m.end() for m in CLAUSE_RE.finditer(clause) if clause[m.end() :].strip(" ,")), default=0)
    commas = [m.end() for m in re.finditer(r",\s+", clause[cut:].rstrip(" ,"))]
    if clause.rstrip(" ").endswith(","):
        named = APPOSITIVE_RE.match(clause, cut)
        if named:
            return phrase(text, start + named.start("who"), start + named.end("who"), cue)
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
            return None if is_modifier else found
    return None
