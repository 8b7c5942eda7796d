"""
What one name of a document says of another: "Elanor" is the company where "Elanor Foods" stands too.

The recogniser labels each place by itself; here the labels of one document are made to agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.english.tokens import Token, tokenize
from analysis.english.words import BODIES, SITES, TITLES
from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, SURNAME, WORD
from analysis.gazetteer.lookup import candidates, country_of_demonym, country_of_name, flags_of
from analysis.model import Span
from analysis.names.forms import COMPANY_FORMS, bare_surname, body_words
from analysis.names.known import is_full_name, is_well_known

LOCATIVE_RE = re.compile(
    r"(?<!shares )(?<!stake )(?<!stakes )(?<!interest )(?<!faith )(?<!confidence )"
    r"\b(?:in|at|near|from|to|of|outside|around|across|through|into|towards?)\s+(?:the\s+)?$",
    re.I,
)
"""Words before a place; "shares in Brightwater" are those of a company."""


PRODUCT_RE = re.compile(
    r"(?:['’]s)?\s(?:app|apps|website|site|platform|users?|customers|subscribers|shares|stock|stores?|brand|phones?|cars?"
    r"|trucks|flights|products?|software|accounts?|employees|workers|plant|factory|shareholders|investors)\b"
    r"|\s(?:said|says|announced|confirmed|denied)\s(?:that\s)?it(?:self|s)?\b|,\swhich\b"
)
"""What follows a company's name and no person's: "the Strava app"."""

HUMAN_RE = re.compile(
    r"(?:,\s\d{1,2},|\s(?:said|says|told|added|wrote|herself|himself)\b|,?\swho\b|\sis\s\d\d\b"
    r"|\swas\s(?:born|arrested|jailed|sentenced|appointed|elected|detained|held)\b)"
)
"""What follows a person's name: "…, 78, was", "… was arrested"."""

PLACE_HEADS = frozenset("deir beit tel tell ain ein wadi jebel jabal kafr kfar kiryat kibbutz ras qasr".split())
"""Words for a house, a hill, a spring or a village that open names of places: "Deir al-Zor", "Wadi Rum"."""

LEAST_PERSON_WORDS = 3
"""Words of a name on no list of places that may be a person's, by what follows it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the names of a document say of one another."""

    companies: frozenset[str]
    """Opening words of organisations whose other words only say what kind of body they are."""
    brands: frozenset[str]
    """Single words that elsewhere in the text stand for a company."""
    places: frozenset[str]
    """Forms that stand behind "in" or "near" somewhere, labelled as places or listed as towns."""
    people: frozenset[str]
    """Words of the full names of persons."""
    surnames: frozenset[str]
    """The last ones of them, and what stands behind their "al-"."""
    humans: frozenset[str]
    """Forms of several words on no list of places that do what only persons do."""


STRONG_RE = re.compile(r"\b(?:in|near|off|outside|at)\s+(?:the\s+)?$", re.I)
"""The surest of them, also for what was taken for a person: "ran aground off Hull"."""


def agree(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with labels that agree within the document."""
    full_names = [words for s in spans if s.label == "PERSON" and len(words := text[s.start : s.end].split()) > 1]
    people = frozenset(word for words in full_names for word in words)
    surnames = frozenset(
        part
        for words in full_names
        if flags_of(words[0]) & GIVEN_NAME or "-" in words[-1]
        for part in (words[-1], bare_surname(words[-1]))
    )
    persons = surnames | {text[s.start : s.end] for s in spans if s.label == "PERSON" and is_human(text, s)}
    known = Known(
        frozenset(company_words(text, spans) - people),
        frozenset(brand_words(text, spans) - people - surnames),
        frozenset(text[s.start : s.end] for s in spans if is_locative(text, s) and may_be_place(text, s, persons)),
        people,
        surnames,
        frozenset(
            form
            for s in spans
            if s.label == "PLACE" and HUMAN_RE.match(text, s.end) and is_unlisted(form := text[s.start : s.end])
        ),
    )
    return [Span(s.start, s.end, label_of(text, s, known)) for s in spans]


def is_human(text: str, span: Span) -> bool:
    """Whether a title stands before a span, or behind it what only persons do."""
    before = text[max(0, span.start - 20) : span.start].rstrip().rpartition(" ")[2].lower().rstrip(".")
    return before in TITLES or HUMAN_RE.match(text, span.end) is not None


def is_locative(text: str, span: Span) -> bool:
    """Whether a span stands behind a word that leads up to a place."""
    before = text[max(0, span.start - 30) : span.start]
    return bool(LOCATIVE_RE.search(before) or STRONG_RE.search(before))


def may_be_place(text: str, span: Span, persons: frozenset[str] | set[str]) -> bool:
    """Whether what stands behind "in" is a place: by its label, or a town of note that nobody here is called after."""
    if span.label == "PLACE":
        return True
    name = text[span.start : span.end]
    strong = STRONG_RE.search(text[max(0, span.start - 30) : span.start])
    if span.label != "PERSON" or strong is None or name in persons or is_full_name(name):
        return False
    known = candidates(name)
    return bool(known) and known[0].fame >= (fame.VILLAGE if " " in name else fame.TOWN)


def is_unlisted(name: str) -> bool:
    """Whether a name of several words is on no list of places and has no word of a site."""
    words = name.split()
    return len(words) >= LEAST_PERSON_WORDS and not candidates(name) and not any(w.lower() in SITES for w in words)


def brand_words(text: str, spans: Sequence[Span]) -> set[str]:
    """Single words, no person's names by the lists, that somewhere stand for a company: "the Strava app"."""
    return {
        name
        for span in spans
        if " " not in (name := text[span.start : span.end])
        and span.label != "PLACE"
        and PRODUCT_RE.match(text, span.end)
        and not flags_of(name) & (GIVEN_NAME | COMMON_SURNAME | SURNAME)
    }


def company_words(text: str, spans: Sequence[Span]) -> set[str]:
    """The opening words of organisations whose other words only say what kind of body they are."""
    found = set()
    for span in spans:
        words = text[span.start : span.end].split()
        if span.label == "ORG" and len(words) > 1 and all(is_kind(word) for word in words[1:]):
            found.add(words[0])
    return found


def is_kind(word: str) -> bool:
    """Whether a word says what kind of body a name names: "Group", "Ltd", and any other plural or listed word."""
    low = word.lower().rstrip(".,")
    return low in BODIES or low in COMPANY_FORMS or (low.endswith("s") and len(body_words(word)) == 1)


def is_famous_place(text: str, span: Span, people: set[str]) -> bool:
    """Whether what was taken for a person is a great city or a country that nobody here is called after: "Paris"."""
    name = text[span.start : span.end]
    known = candidates(name)
    before = text[max(0, span.start - 20) : span.start].rstrip().rpartition(" ")[2].lower().rstrip(".")
    return name not in people and bool(known) and known[0].fame >= fame.GREAT_CITY and before not in TITLES


def is_listed_place(text: str, span: Span) -> bool:
    """Whether several words that were taken for a person or a body are the very name of a town: "Khan Younis"."""
    name = text[span.start : span.end]
    first = name.split()[0]
    if " " not in name or is_well_known(name) or flags_of(first) & GIVEN_NAME:
        return False
    if first.lower().rstrip(".") in TITLES | {"st", "saint"} or any(w.lower() in BODIES for w in name.split()):
        return False
    if first.lower() in PLACE_HEADS:
        return True
    known = candidates(name)
    return bool(known) and known[0].fame >= fame.SMALL_TOWN


def label_of(text: str, span: Span, known: Known) -> str:
    """The label of a span, given what the names of the document say of one another."""
    name = text[span.start : span.end]
    if is_place(text, span, known):
        return "PLACE"
    if span.label == "PLACE" and (name in known.humans or (" " not in name and is_surname(name, known))):
        return "PERSON"
    if span.label == "ORG" and " " not in name and country_of_demonym(name):
        return "NORP"
    is_brand = span.label == "PERSON" and name in known.brands
    return "ORG" if is_brand or is_company(name, span.label, known) else span.label


def is_place(text: str, span: Span, known: Known) -> bool:
    """Whether what was taken for a person or a body is a place: "Paris", "off Hull", "Khan Younis"."""
    name = text[span.start : span.end]
    if " " in name and span.label == "PERSON" and is_listed_place(text, span):
        return True
    if span.label != "PERSON":  # "Green Bay" may be the team: a body's label is left alone.
        return False
    is_famous = " " not in name and is_famous_place(text, span, set(known.people))
    return is_famous or (name in known.places and name not in known.people)


def is_company(name: str, label: str, known: Known) -> bool:
    """Whether a person's or a place's name is the company's that the text names in full."""
    if label not in ("PERSON", "PLACE") or name not in known.companies:
        return False
    listed = candidates(name)
    return label == "PERSON" or not (name in known.places or (listed and listed[0].fame >= fame.TOWN))


def is_surname(name: str, known: Known) -> bool:
    """Whether what was taken for a place is the surname of somebody here, and stands behind no "in": "Sadr left"."""
    listed = candidates(name)
    is_great = bool(listed) and listed[0].fame >= fame.GREAT_CITY
    return name in known.surnames and name not in known.places and not is_great and not country_of_name(name)


# Names that the recogniser found in one place and missed in another.
#
# A name of several words is the same name wherever it stands. A single word may be an ordinary one elsewhere, so it
# is found again only as the surname of a person whom the document names in full, and not where it opens a sentence
# and is also a word.

Words = tuple[str, ...]

SHORTEST_SURNAME = 3
"""Letters; shorter ones ("Li", "Oh") are too often something else."""


def find_again(text: str, sentences: Sequence[Sequence[Token]], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the repeats of `spans` that none of them covers, without overlap."""
    wanted = known_names(text, spans)
    small = {token.text for tokens in sentences for token in tokens if token.text.islower()}
    taken = {at for span in spans for at in range(span.start, span.end)}
    for tokens in sentences:
        for at, token in enumerate(tokens):
            for length, names in wanted.get(token.text, {}).items():
                run = tokens[at : at + length]
                label = names.get(tuple(t.text for t in run))
                place = range(run[0].start, run[-1].end)
                if label is None or not taken.isdisjoint(place):
                    continue
                if length == 1 and not stands_alone(tokens, at, small):
                    continue
                taken.update(place)
                yield Span(place.start, place.stop, label)
                break


def known_names(text: str, spans: Sequence[Span]) -> dict[str, dict[int, dict[Words, str]]]:
    """First word -> number of words, the longest first -> the names of several words and surnames of persons found."""
    names: dict[Words, str] = {}
    for span in spans:
        words = tuple(token.text for token in tokenize(text, span.start, span.end))
        if len(words) > 1:
            names.setdefault(words, span.label)
            surname = bare_surname(words[-1])
            if span.label == "PERSON" and len(surname) >= SHORTEST_SURNAME and surname.isalpha():
                names.setdefault((surname,), "PERSON")
    wanted: dict[str, dict[int, dict[Words, str]]] = defaultdict(lambda: defaultdict(dict))
    for words in sorted(names, key=len, reverse=True):
        wanted[words[0]][len(words)][words] = names[words]
    return wanted


def stands_alone(tokens: Sequence[Token], at: int, small: set[str]) -> bool:
    """Whether a surname stands by itself, inside no longer name and not as an ordinary word."""
    word = tokens[at].text
    before = tokens[at - 1].text if at else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    is_word = bool(flags_of(word) & (COMMON_WORD | WORD)) or word.lower() in small
    if is_word and (at == 0 or not before[:1].isalnum() or word.lower() in small):
        return False
    return not behind[:1].isupper() and (not before[:1].isupper() or before.lower().rstrip(".") in TITLES | {"the"})
