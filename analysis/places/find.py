"""
Find the words that name places: what a recogniser marked, what the gazetteer lists, streets and rivers by form.

    >>> document = segment("The plane left Basra for London.")
    >>> [document.text[t.start:t.end] for t in find_toponyms(document, ())]
    ['Basra', 'London']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.gazetteer import fame
from analysis.gazetteer.lookup import divisions_of_abbreviation
from analysis.model import Document, Span, Toponym
from analysis.places.cues import ACCEPT, DATELINE_RE, Setting, context_score, setting_of
from analysis.places.forms import find_roads, find_settlements, find_sites
from analysis.places.judge import CUE_OF_SPOT, NEVER, SPAN_UNLISTED, SURE, Candidate, SpanIndex, judge, site
from analysis.places.others import is_degree, is_full_name, is_something_else
from analysis.places.persons import find_people
from analysis.places.roles import role_of, share_roles
from analysis.places.runs import Found, Known, Word, find_names, find_words, key_of, known_name
from analysis.places.spans import surname_keys
from analysis.places.words import LIST_GAP_RE, TITLES


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


# Gather all that may be a place: listed names as judged, streets and sites, the recogniser's finds; then choose.

CONTAINED, CONTAINS, IN_ROW = 2.5, 1.0, 0.8
"""What a name gains by a state behind it, by a town before it, by a sure place beside it in a row."""

COUNTIES_RE = re.compile(r" [Cc]ounties\b")


def candidates_in_paragraph(
    text: str, words: list[Word], names: list[Found], people: list[tuple[int, int]], setting: Setting,
    index: SpanIndex, opening: int,
) -> Iterator[Candidate]:  # fmt: skip
    """Yield the candidates of one paragraph, none of them weighed against other paragraphs yet."""
    person_words = {at for first, last in people for at in range(first, last + 1)}
    datelines = (
        [(m.start("town"), m.end()) for m in DATELINE_RE.finditer(text, opening, words[-1].end + 60)] if words else []
    )
    names_of_counties = dict(find_counties(text, names))
    yield from (site(text, start, end, kind) for start, end, kind in find_roads(text, opening, words))
    for start, end in () if setting.is_headline or setting.is_capitals else find_sites(text, words, person_words):
        yield site(text, start, end, "facility")
    person_ends = {words[last].end for _, last in people} | index.person_ends
    previous: Candidate | None = None
    for found in names:
        candidate = judge(text, words, found, person_words, setting, index, datelines)
        if is_degree(text, found.start, found.end, person_ends):
            candidate.score = candidate.cues = NEVER
        if found.start in names_of_counties:
            candidate.name, candidate.kind = names_of_counties[found.start], "admin"
            candidate.score = max(candidate.score, SURE) + 1.0
        if candidate.end not in person_ends or not is_full_name(text, candidate.end):
            yield from abbreviation_behind(text, candidate)
        if previous is not None:
            vouch(text, previous, candidate)
        previous = candidate
        yield candidate


def vouch(text: str, one: Candidate, other: Candidate) -> None:
    """Let two candidates beside each other speak for each other, in place: "Lebanon, Ohio", "Cairo and Tunis"."""
    if one.is_demonym or other.is_demonym:
        return
    if text[one.end : other.start] == ", ":
        larger = known_name(other.name)
        if larger is not None and larger.kind in ("country", "admin"):
            one.score += CONTAINED
            one.cues += CONTAINED
            other.score += CONTAINS
    if LIST_GAP_RE.fullmatch(text, one.end, other.start):
        # Names in a row are of one sort: a sure place speaks for its neighbour.
        sure, unsure = sorted((one, other), key=lambda candidate: -candidate.score)
        if sure.score >= SURE:
            unsure.score += IN_ROW


def is_surely_place(text: str, found: Found) -> bool:
    """Whether a name of several words is a place although it may look like a person ("Santa Clara", "Glen Allen")."""
    if found.last == found.first or found.known.is_demonym:
        return False
    return (
        found.known.fame >= fame.SMALL_TOWN
        or found.known.kind == "admin"
        or context_score(text, found.start, found.end) >= 2.0
    )


def find_counties(text: str, names: list[Found]) -> Iterator[tuple[int, str]]:
    """Yield (start, name in full) of names in a row before "counties": "Clarke, Oconee and Walton counties"."""
    for at, last in enumerate(names):
        if not COUNTIES_RE.match(text, last.end):
            continue
        first = at
        while first and LIST_GAP_RE.fullmatch(text, names[first - 1].end, names[first].start):
            first -= 1
        for found in names[first : at + 1]:
            full = f"{text[found.start : found.end]} County"
            if first < at and known_name(full) is not None:
                yield found.start, full


def abbreviation_behind(text: str, town: Candidate) -> Iterator[Candidate]:
    """The short name of a state behind a town and a comma: "Charleston, W.Va."."""
    if text[town.end : town.end + 2] != ", " or town.is_demonym:
        return
    end = start = town.end + 2
    while end < len(text) and end - start < 7 and (text[end].isalpha() or text[end] in ". "):
        if text[end] == " " and text[start:end] != "W.":
            break
        end += 1
    short = text[start:end]
    if not short[:1].isupper() or not divisions_of_abbreviation(short):
        return
    if not short.endswith(".") and not short.isupper():
        return
    town.score += 3.0
    town.cues += 3.0
    yield Candidate(start, end, short, 4.0, 3.0, kind="admin", is_site=True)


def unlisted(text: str, index: SpanIndex, candidates: list[Candidate]) -> Iterator[Candidate]:
    """What the recogniser marks as a place and no candidate covers: it stays listed, placed or not."""
    taken = sorted((c.start, c.end) for c in candidates)
    starts = [start for start, _ in taken]
    for span in index.spans:
        if span.label != "PLACE":
            continue
        at = max(0, bisect_right(starts, span.start) - 1)
        if any(start < span.end and end > span.start for start, end in taken[at : at + 12]):
            continue
        surface = text[span.start : span.end]
        known = known_name(surface)
        if is_no_place(text, span, known, index):
            continue
        candidate = site(text, span.start, span.end, known.kind if known else "")
        candidate.score = SPAN_UNLISTED + context_score(text, span.start, span.end)
        yield candidate


def is_no_place(text: str, span: Span, known: Known | None, index: SpanIndex) -> bool:
    """Whether what a recogniser calls a place is a feast, a language, a degree behind a person, or "U.S. Sens."."""
    words = text[span.start : span.end].lower().replace(".", "").split()
    return (
        is_something_else(text, span.start, span.end, known)
        or is_degree(text, span.start, span.end, index.person_ends)
        or (len(words) > 1 and words[-1].removesuffix("s") in TITLES)
    )


def weighed(candidates: list[Candidate], surnames: set[str]) -> list[Candidate]:
    """Let mentions of one name speak for each other, and surnames seen in the document speak against."""
    best: dict[str, float] = defaultdict(float)
    for candidate in candidates:
        best[key_of(candidate.name)] = max(best[key_of(candidate.name)], candidate.cues)
    for candidate in candidates:
        if candidate.is_site or candidate.is_demonym:
            continue
        key = key_of(candidate.name)
        if best[key] > candidate.cues >= 0:
            candidate.score += 0.6 * (best[key] - candidate.cues)
        if candidate.is_single and key in surnames and candidate.cues < CUE_OF_SPOT:
            candidate.score -= 1.5 if candidate.kind == "country" else 3.5
    return candidates


def without_overlap(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in order; of two that overlap, the one that is acceptable, then the longer, then the listed."""
    ordered = sorted(candidates, key=lambda c: (c.score < ACCEPT, c.start - c.end, c.start, c.is_site))
    kept: list[Candidate] = []
    occupied = bytearray(max((c.end for c in ordered), default=0))
    for candidate in ordered:
        if candidate.score < ACCEPT:
            break
        if occupied.find(1, candidate.start, candidate.end) < 0:
            occupied[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)
