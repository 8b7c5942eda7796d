"""
Spans put right at their edges, whatever recogniser found them: a name whole, and nothing but the name.

A recogniser cuts and glues where its tokens or its training mislead it: "Yoon Suk|-yeol", "Ousted Nissan Motor Co",
"Equalities Nora Mergan", the "Bill" of a law, a wire's slug. Each rule here reads the text around a span; none knows
a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.english.given_names import given_names
from analysis.english.words import BODIES, TITLES
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, SURNAME, WORD
from analysis.gazetteer.lookup import candidates, flags_of
from analysis.model import Document, Span
from analysis.names.forms import COMPANY_FORMS
from analysis.names.known import MORE_TITLES, is_full_name, is_well_known, known_bodies

HYPHENED_RE = re.compile(r"(?:[-‐‑][^\W\d_]+)+")

HEAD_RE = re.compile(r"\b[A-Z]\w+[-‐‑]$")
"""What stands before a span that begins behind a hyphen: "Port-" of "Port-au-Prince"."""

TIED = frozenset(
    """
    backed led owned held run born based era style like linked made allied aligned funded appointed inspired ordered
    type esque free area bound only wide time turned friendly controlled occupied built trained educated sponsored
    brokered drafted mediated hosted level related themed sized ruled dominated supported flagged registered listed
    imposed designed the and
    """.split()
)
"""Words that a hyphen ties to a name without making them part of it: "Trump-era", "Berlin-based"."""

LONGEST_SYLLABLE = 6
"""Letters on each side of the hyphen of a given name whose second half is also a word: "Ki-moon", "Jong-un"."""

LAWS = frozenset("bill act treaty code budget charter".split())
"""Words for laws; "Bill" is a man's name as well."""

LAW_BEFORE_RE = re.compile(
    r"\b(?:the|an?|this|that|his|her|its|their|our|each|every|draft|new|same|whose|[A-Z][a-z]+)\s+$", re.I
)

STATES = frozenset(
    """
    ousted embattled troubled ailing former disgraced jailed convicted acquitted beleaguered struggling bankrupt rival
    outgoing incoming retired veteran injured exiled deposed sacked fired suspended arrested detained accused
    murdered fugitive loss-making scandal-hit debt-laden cash-strapped
    crisis-hit state-owned state-run privately-held
    """.split()
)
"""What a sentence says of a name in front of it, with a capital only because it opens the sentence."""

OFFICE_RE = re.compile(
    r"\b(?:minister|secretary|commissioner|chair\w*|head|director|spokes\w+|chief|envoy|ombudsman|officer)\s"
    r"(?:of|for|on)\s(?:[\w’'-]+,?\s+){0,6}$",
    re.I,
)
"""An office whose field runs up to the span: "minister for Women and"."""

EVENTS = frozenset("camp team project operation club festival summit expo hotel radio studio cup open rally".split())
"""Words before a name that make an event or a house of it."""

ADDRESS_RE = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w.-]+\.(?:com|org|net|gov|edu|co\.\w\w|info)/\S*", re.I
)
PAIR_RE = re.compile(r"([A-Z][\w.]+(?: [A-Z][\w.]+)?)[-‐‑–]([A-Z][\w.]+(?: [A-Z][\w.]+)?)")
TIED_END_RE = re.compile(rf"[-‐‑](?:{'|'.join(sorted(TIED))})$")
"""A name with what a hyphen ties to it: "Merkel-led"."""
DATED_RE = re.compile(r"\s+\d{4}-\d\d-\d\d$")


def mend(document: Document, spans: Sequence[Span]) -> list[Span]:
    """The spans with right edges, in order; of two that come to overlap the first is kept."""
    text = document.text
    addresses = [(m.start(), m.end()) for m in ADDRESS_RE.finditer(text)]
    aside = [*addresses, *find_slugs(document)]
    opening = {sentence.start for sentence in document.sentences}
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if any(a <= span.start < b for a, b in aside) or is_law(text, span):
            continue
        for piece in pieces_of(text, span, is_opening=span.start in opening):
            if found and piece.start < found[-1].end:
                continue
            found.append(piece)
    return found


def pieces_of(text: str, span: Span, *, is_opening: bool) -> Iterator[Span]:
    """What of a span is a name; one piece but for spans that glue several."""
    start, end, label = span.start, span.end, span.label
    if pair := tied_pair(text, span):
        yield from pair
        return
    if tied := TIED_END_RE.search(text, start, end):
        span = Span(start, tied.start(), label)
    end = whole_end(text, span)
    if (
        label == "PLACE"
        and (head := HEAD_RE.search(text, max(0, start - 30), start))
        and candidates(text[head.start() : end])
    ):
        start = head.start()
    if label == "ORG" and (office := text[start:end].rpartition(" "))[0] and office[2].lower() in MORE_TITLES:
        end = start + len(office[0])  # "Conservative MSP (Fiona Craig)"
    if (dated := DATED_RE.search(text[start:end])) is not None:
        end = start + dated.start()
    if is_opening and text[start:end].lower() in STATES:
        return
    if is_opening and label in ("ORG", "PERSON", "MISC"):
        start += length_of_state(text[start:end])
    if label in ("ORG", "MISC") and (person := person_behind(text, start, end)) is not None:
        yield person
        return
    words = text[start:end].split()
    if label == "PERSON" and len(words) > 1 and words[-1].lower() in LAWS:
        label = "MISC"
    if label == "PERSON" and is_event(words):
        label = "MISC"
    yield Span(start, end, label)


def whole_end(text: str, span: Span) -> int:
    """Where a name ends whose recogniser stopped at a hyphen: "Yoon Suk-yeol", "Port-au-Prince"."""
    tail = HYPHENED_RE.match(text, span.end)
    if tail is None or span.label not in ("PERSON", "PLACE", "ORG"):
        return span.end
    pieces = re.split(r"[-‐‑]", tail[0])[1:]
    last = pieces[-1]
    whole = text[span.start : tail.end()]
    if span.label == "PLACE":
        return tail.end() if candidates(whole) and last[0].isupper() else span.end
    if span.label == "ORG" or last.lower() in TIED or last.lower().endswith(("ed", "ing")) or len(pieces) > 2:
        return span.end
    words = text[span.start : span.end].split()
    is_listed = bool(flags_of(last) & (COMMON_WORD | WORD)) and last.islower()
    is_syllables = len(words[-1]) <= LONGEST_SYLLABLE - 1 and len(last) <= LONGEST_SYLLABLE
    if last[0].isupper():
        return tail.end() if is_syllables or flags_of(words[-1]) or flags_of(last) else span.end
    return tail.end() if is_syllables and (not is_listed or len(words) > 1) else span.end


def tied_pair(text: str, span: Span) -> tuple[Span, Span] | None:
    """The two names that a hyphen ties, where both are known and no place is called so: "the Arizona-Mexico border"."""
    name = text[span.start : span.end]
    match = PAIR_RE.fullmatch(name)
    if match is None or candidates(name):
        return None
    labels = [label_of_half(half) for half in match.groups()]
    if labels[0] is None or labels[1] is None:
        return None
    middle = span.start + match.start(2)
    return Span(span.start, middle - 1, labels[0]), Span(middle, span.end, labels[1])


def label_of_half(name: str) -> str | None:
    """The label of a country's, a division's or a well-known body's name; None for any other."""
    if any(record.kind in ("country", "admin") for record in candidates(name)[:2]):
        return "PLACE"
    return "ORG" if (name,) in known_bodies().get(name, ()) else None


def length_of_state(name: str) -> int:
    """How many characters of a name that opens a sentence only say in what state it is: "Ousted "."""
    first, _, rest = name.partition(" ")
    if first.lower() not in STATES or not rest[:1].isupper() or is_well_known(name):
        return 0
    return len(name) - len(rest.lstrip())


def person_behind(text: str, start: int, end: int) -> Span | None:
    """The person at the end of what was taken for a body: "(minister for Women and) Equalities Nora Mergan"."""
    words = text[start:end].split()
    if len(words) <= 2 or not is_full_name(" ".join(words[-2:])) or words[-1].lower() in BODIES | COMPANY_FORMS:
        return None
    name = text[start:end].rfind(words[-2] + " ")
    is_office = bool(OFFICE_RE.search(text[max(0, start - 80) : start]))
    return Span(start + name, end, "PERSON") if is_office and name > 0 else None


def is_law(text: str, span: Span) -> bool:
    """Whether a "Bill" is no man: "The Bill will ban", "an Employment Rights Bill"."""
    if span.label != "PERSON" or text[span.start : span.end].lower() not in LAWS:
        return False
    before = LAW_BEFORE_RE.search(text[max(0, span.start - 30) : span.start])
    behind = re.match(r"\s[A-Z]\w+", text[span.end : span.end + 12])
    return before is not None and behind is None and before[0].strip().lower() not in TITLES


def is_event(words: Sequence[str]) -> bool:
    """Whether two words that were taken for a person are an event or a site called after something: "Camp Strava"."""
    if len(words) != 2 or words[0].lower() not in EVENTS or words[0].lower() in given_names():
        return False
    return not flags_of(words[1]) & (COMMON_SURNAME | SURNAME)


# Slugs: the lines by which wire services file a story, "BC-US--Storm, 1st Ld-Writethru, 420".
#
# They are keywords for editors and no part of the story: the "BC" is no British Columbia, the "Ld" nobody's name.

LONGEST = 100
"""Characters of a slug."""

FIRST_PARAGRAPHS = 3
"""A slug stands among the first paragraphs of a text, above headline and lead."""

SLUG_RE = re.compile(
    r"(?:[A-Z]{2,3}-){1,2}-?[A-Z][\w .&'’/-]*--?[\w .&'’/-]+(?:,.*)?"  # BC-US--Storm, AM-Iraq-Blast
    r"|.*\b(?:\d(?:st|nd|rd|th)\s+(?:Ld|Lead|Writethru|Add|Sub)\b|Ld-Writethru\b|Writethru\b).*"
    r"|[A-Z]{2,5}(?:[-/][A-Z0-9]{2,})+(?:[-:/ ][A-Z0-9]+)*(?:,\s*\d+)?"  # US-NEWS-STORM-1:AA
)


def is_slug(line: str) -> bool:
    """Whether a line files a story instead of telling it."""
    line = line.strip()
    return 0 < len(line) <= LONGEST and line[-1] not in ".?!" and SLUG_RE.fullmatch(line) is not None


def find_slugs(document: Document) -> list[tuple[int, int]]:
    """Where the slugs of a document stand."""
    text = document.text
    return [(p.start, p.end) for p in document.paragraphs[:FIRST_PARAGRAPHS] if is_slug(text[p.start : p.end])]
