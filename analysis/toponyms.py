"""
Find the words that name places: what a recogniser marked, what the gazetteer lists, streets and rivers by form.

    >>> document = segment("The plane left Basra for London.")
    >>> [document.text[t.start:t.end] for t in find_toponyms(document, ())]
    ['Basra', 'London']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Document, Span
from analysis.name_cues import ACCEPT, setting_of
from analysis.name_judging import Candidate, SpanIndex, site
from analysis.name_runs import find_names, find_words
from analysis.people import find_people
from analysis.place_candidates import (
    candidates_in_paragraph,
    is_surely_place,
    unlisted,
    weighed,
    without_overlap,
)
from analysis.place_patterns import find_settlements
from analysis.place_spans import surname_keys
from analysis.roles import role_of, share_roles


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A mention of a place. `role` is one of model.ROLES; `inside_name` tells that it stands in a longer name.

    `name` is what to ask the gazetteer for; `score` says how sure it is that this names a place at all (0.5 is
    the least); `is_demonym` marks "Iranian".
    """

    start: int
    end: int
    role: str
    inside_name: bool
    name: str
    score: float
    is_demonym: bool = False


def find_toponyms(document: Document, spans: Sequence[Span]) -> tuple[Toponym, ...]:
    """The places that `document` names, in order, none overlapping another; `spans` may be empty."""
    text = document.text
    index = SpanIndex(spans)
    candidates: list[Candidate] = []
    surnames: set[str] = set()
    for paragraph in document.paragraphs:
        setting = setting_of(text[paragraph.start : paragraph.end])
        words = find_words(text, paragraph.start, paragraph.end)
        names = list(find_names(text, words))
        longer = frozenset(at for f in names if is_surely_place(text, f) for at in range(f.first, f.last + 1))
        people = [] if setting.is_capitals else find_people(words, setting.is_headline, longer)
        surnames.update(key for first, last in people if last > first for key in surname_keys(words[last].text))
        candidates += candidates_in_paragraph(text, words, names, people, setting, index, paragraph.start)
    named = [text[s.start : s.end].split() for s in spans if s.label == "PERSON"]
    surnames.update(key for parts in named if parts for key in surname_keys(parts[-1]))
    candidates += unlisted(text, index, candidates)
    candidates += (site(text, start, end, "city") for start, end in find_settlements(text))
    kept = [c for c in without_overlap(weighed(candidates, surnames)) if c.score >= ACCEPT]
    roles = [role_of(text, c.start, c.end, c.is_demonym, c.inside_name, c.kind) for c in kept]
    share_roles(text, [(c.start, c.end) for c in kept], roles)
    return tuple(
        Toponym(c.start, c.end, role, c.inside_name, c.name, round(c.score, 2), c.is_demonym)
        for c, role in zip(kept, roles, strict=True)
    )


def missed(toponyms: Sequence[Toponym], spans: Sequence[Span]) -> tuple[Span, ...]:
    """The toponyms that no span covers or cuts, as PLACE or NORP spans; names inside other names stay out."""
    index = SpanIndex(spans)
    return tuple(
        Span(t.start, t.end, "NORP" if t.is_demonym else "PLACE")
        for t in toponyms
        if not t.inside_name and not index.touching(t.start, t.end)
    )
