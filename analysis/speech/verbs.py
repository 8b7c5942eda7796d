"""The verbs of speech, and the patterns of words around a quotation that say who speaks it."""

from __future__ import annotations

import re

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
argue conclude warn insist believe think agreed agrees disagreed disagrees exhorted asserted asserts gloated
pressed forwarded proclaims
anticipated charged charges confided confessed confesses begun retorted retorts echoed echoes alleged alleges tweets
Tweeted referred refers referring cited cites citing touted touts touting alluded invoked derided dismissed dismisses
decried decries lambasted condemned condemns condemning characterized characterised characterizes likened mentioned
expressed expresses talked talks spoke speaks joking chided ridiculed berated contending pledging predicting lamenting
complaining demanding admitting suggesting acknowledging proclaiming blasting mocking praising
labeling labelling boomed barked mused muses deadpanned sighed growled pronounced surmised
""".split()

PHRASAL_VERBS = (
    r"(?:shot|fired|hit|shoots|fires|hits|pushed|pushes)\s+back",
    r"(?:weighed|weighs|chipped|chimed)\s+in",
    r"(?:went|goes)\s+on",
    r"puts?\s+it",
)
"""Verbs of speech of two words, as patterns: "shot back", "as the paper put it"."""

VERB = "|".join([*PHRASAL_VERBS, *sorted(set(SPEECH_VERBS), key=len, reverse=True)])
# No verb of speech is among these words, so that what has been read of them is never read again.
AUXILIARY = (
    r"(?:(?:has|have|had|is|was|were|are|will|would|did|does|do|not|never|didn['’]t|doesn['’]t|don['’]t|also|then|later"
    r"|once|reportedly|even|repeatedly|(?!(?:r?all|famil|assemb|rep)l?y\b)[a-z]+ly|who)\s++)*+"
)

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
# The rest of a sentence behind a quotation, and then its verb and subject: "… in the end, said Paul Beck".
REST_THEN_VERB_RE = re.compile(
    rf"(?P<rest>[^;:\n\"“]*?),\s+(?P<cue>(?:{VERB}))\s+"
    r"(?P<who>(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][^\n]*)"
)
ACCORDING_RE = re.compile(r"\b(?P<cue>according to)\s+(?P<who>[^.;\n\"“]+)", re.I)
NAME_BEHIND_RE = re.compile(
    r"[\s,—–-]*(?:(?P<who>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*)"
    r"(?:,[^,]{1,80},)?\s+(?P<cue>[a-z]+(?:ed|s|ew|ot|id|ang|oke))\b"
    r"|(?P<first>[a-z]+(?:ed|s))\s+(?P<last>(?:the\s+)?[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*))"
)
# Before a quotation: the verbs of speech, the last of which counts.
VERB_RE = re.compile(rf"(?<![-\w]){AUXILIARY}(?:{VERB})\b")
# What may stand between a verb of speech and the quotation that is its object.
ADJACENT_RE = re.compile(r"[\s,:—–-]*+(?:(?:that|to|of|it|as|them|him|her|the|a|an|for|and)\s*+)?$")

PARTICIPLE_RE = re.compile(r"(?:\w+ly\s+)?\w+ing\b")
WORDS_OF_RE = re.compile(
    r"\b[Ii]n\s+(?P<who>(?:the\s+)?[\w.\s-]{2,50}?)(?P<cue>['’]s?\s+(?:own\s+)?(?:words?|view|opinion|estimation))\b"
)
# Words that open a sentence without being its subject, and what they lead in up to a comma.
NO_NAME = (
    r"(?:The|An?|On|At|In|To|For|From|By|With|That|This|These|Those|There|What|When|Where|Why|How|If|While|After|Before|"
    r"Since|Because|Although|Though|Also|Even|Between|Given|Instead|Just|Last|Only|Mostly|Perhaps|Maybe|Among|Through|Within|"
    r"Without|Until|Unlike|Like|Once|Later|Earlier|Meanwhile|However|Moreover|And|But|Or|Yet|So|Each|Another|Some|Many|Most|Several|One|Two|Three|Ever|Then|Her|His|Its|Their|Our|My|Moreover|Asked|No|Not|All|Now|Here|Recalling|Speaking|Despite|During|Under)"
)
LEAD_IN = (
    rf"\s*(?:(?:{NO_NAME}|As|Last|This|Earlier|Later|[A-Z]\w+ing)\b[^,;:\n]{{0,70}},\s+(?!and\b))?"
    r"(?:(?:And|But|Or|As|So|Yet|Then|Just|Still|Later|Once|Instead|Indeed|Meanwhile|However|Again|as)\b\s*+(?:,\s*+)?)*"
)
DATELINE = r"(?:[A-Z][A-Z.'’-]{2,}(?:\s[A-Z.'’-]+)*(?:,\s[\w. ]{1,30})?(?:\s\([A-Z][\w ]{1,20}\))?\s*(?:—|–|--?)\s+)?"
"""Where a sentence opens with the place that it was sent from: "PORTLAND, Maine (AP) — "."""

# The subject that opens a sentence, behind what only leads in.
OPENING_RE = re.compile(
    DATELINE + LEAD_IN + r"(?P<who>(?:He|She|They|It|I|We|he|she|they|it|we)\b"
    r"|(?:(?:The|An?|the|an?|His|Her|Its|Their)\s+)?(?:[a-z][\w-]*\s+){0,4}?"
    rf"(?!{NO_NAME}(?:\b|['’]))"
    r"(?:[A-Z][\w'’.-]*(?:\s+(?:of|the|and|for|de|van|von|al|bin)\s+(?=[A-Z])|\s+)?){1,6})"
)

COMMON_SUBJECT_RE = re.compile(
    DATELINE
    + LEAD_IN
    + r"(?P<who>(?:The|This|That|An?|His|Her|Its|Their|One|Another|Some|Many|Several|Most|Each|Two|Three|the|an?|one"
    r"|another)"
    r"\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    rf"(?=\s+(?:\w+ly\s+)?(?:(?:{VERB})\b|has\b|had\b|have\b|is\b|was\b|were\b|are\b|will\b|[a-z]+ed\b"
    r"|[a-z]+s\s+(?:the|a|an|that|how|to|on|for|of|at|in|his|her|its|their)\b))"
)
"""A subject without a name that opens a sentence: "The ad", "The longtime senator"."""

ENDS_IN_NAME_RE = re.compile(r"\b[A-Z][\w.'’-]*$")
NAME_COLON_RE = re.compile(
    r"(?:[-–—.]\s*|[Ff]rom\s+|\b(?!(?:in|on|at|to|with|of|by|for|during|about|since|until|last|near|and|or)\b)[a-z]+\s+)"
    r"(?P<who>(?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:and\s+)?[A-Z][\w.'’-]*){0,4}"
    r"|(?<=[Ff]rom )(?:the|an?|his|her|its|their)\s+(?:[a-z]+\s+){0,2}[a-z]+)\s*:\s*$"
)
"""A name right before a colon: "More from Okafor:"."""
INVERTED_RE = re.compile(
    rf"(?:^|,)\s*(?P<cue>{VERB}|Said|Says|Stated|Wrote|Added|Asked|Replied)\s+(?P<who>(?:the\s+)?[^,:]{{0,40}}[A-Z][^:]{{0,120}}?)\s*[,:]\s*$"
)
"""A verb of speech before its subject, both before the quotation: "Said Dorothy Poynter, who grew up here,"."""

# Where the phrase that names a speaker ends.
PHRASE_END_RE = re.compile(
    r"[,;:.\n\"“”()]|\s(?:who|whom|which|that|when|while|after|as|in|on|at|during|before|of the need|to|about|with|"
    r"because|following|from|for|by|speaking|adding|referring|citing|and then|but|where|if|via|through|this|last|"
    r"yesterday|today)\b|(?<!\b[Aa])(?<!\b[Tt]he)\s(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
NOT_HEAD_RE = re.compile(
    r"\b(?:in|of|at|on|near|for|with|by|to|about|against|after|over|than|and|or|like|outside)\s+(?:the\s+|a\s+)?$", re.I
)


# Where a new clause begins, whose subject it may be that speaks.
CLAUSE_RE = re.compile(
    r"[;:—–]\s|\b(?:while|because|although|though|when|whereas|since|but|that|as|after|before|if|and)\s(?=the\s|[A-Z]|a\s)"
)

NO_SUBJECT_RE = re.compile(r"(?:and|or|but|then|also|which|that|as|to|for|in|of|on|at|by|with|from)\b[^,]*", re.S)
"""What follows a quotation as the rest of a sentence, whose verb has its subject before the quotation."""

APPOSITIVE_RE = re.compile(LEAD_IN + rf"(?!{NO_NAME}\b)" + r"(?P<who>[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,5}?),\s")
"""A name that opens a clause, with what is put in behind it: "Liisa Tamm, the chief executive of Saarline, said"."""

INSERTION_RE = re.compile(
    DATELINE
    + LEAD_IN
    + rf"(?!{NO_NAME}\b)"
    + r"(?P<who>[A-Z][\w.'’-]*(?:\s+(?:(?:de|da|van|von|der|al|bin|el|ter)\s+)*[A-Z][\w.'’-]*){0,5})"
    r"(?:\s\([^)]{1,20}\))?,"
    r"\s(?:who|whose|which|where|when|after|before|as|in|at|on|speaking|[a-z]+ing|an?|the|\d)\b[^;:\"“”]*,"
)
"""The same with a clause of its own behind the name: "Sow, who was declared the winner at dawn, said"."""


ROLE_THEN_NAME_RE = re.compile(
    r"[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,6}?\s+[a-z][\w-]*,\s+[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,3}?\s[A-Z][\w.'’-]*,\s*"
)
"""A role with an owner or a place before it, and then the name of who has it: "Nair's landlord, Tom Dowd,"."""

OWNER_RE = re.compile(r"['’]s?\s")
"""Behind a name that only owns what speaks: "Okafor's lawyer"."""

SHORT_OBJECT = 6
"""Words that may stand between a verb of speech and its colon: "said of the new mayor:"."""

LONGEST_SUBJECT = 25
"""Words between a quotation and its verb: "the ministry's spokeswoman for the northern provinces, Ms …, said"."""
