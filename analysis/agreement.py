"""
What one name of a document says of another: "Elanor" is the company where "Elanor Foods" stands too.

The recogniser labels each place by itself; here the labels of one document are made to agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis import fame
from analysis.gazetteer import candidates, country_of_demonym
from analysis.model import Span
from analysis.names import COMPANY_FORMS, body_words
from analysis.word_lists import BODIES, TITLES

LOCATIVE_RE = re.compile(
    r"(?<!shares )(?<!stake )(?<!stakes )(?<!interest )(?<!faith )(?<!confidence )"
    r"\b(?:in|at|near|from|to|of|outside|around|across|through|into|towards?)\s+(?:the\s+)?$",
    re.I,
)
"""Words before a place; "shares in Brightwater" are those of a company."""


def agree(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with labels that agree within the document."""
    owners = company_words(text, spans)
    full_names = [text[s.start : s.end].split() for s in spans if s.label == "PERSON"]
    people = {word for words in full_names if len(words) > 1 for word in words}
    places = {
        text[s.start : s.end]
        for s in spans
        if s.label == "PLACE" and LOCATIVE_RE.search(text[max(0, s.start - 30) : s.start])
    }
    companies = owners - people
    return [Span(s.start, s.end, label_of(text, s, companies, places, people)) for s in spans]


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


def label_of(text: str, span: Span, companies: set[str], places: set[str], people: set[str]) -> str:
    """The label of a span, given the companies, the places and the words of full names of the document."""
    name = text[span.start : span.end]
    if span.label == "PERSON" and " " not in name and is_famous_place(text, span, people):
        return "PLACE"
    if span.label == "ORG" and " " not in name and country_of_demonym(name):
        return "NORP"
    if span.label not in ("PERSON", "PLACE") or name not in companies:
        return span.label
    if span.label == "PLACE":
        known = candidates(name)
        if name in places or (known and known[0].fame >= fame.TOWN):
            return span.label
    return "ORG"
