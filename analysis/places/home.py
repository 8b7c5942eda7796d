"""
Where a paper is at home: as the caller says, or by the source's name, by its web domain's country, by the dateline.

A local paper writes "Richmond" and means its own. Where the text has no evidence between namesakes, the home decides;
the result records which home was used and what told it.

    >>> find_home("Lafayette, Louisiana").name, home_of_source("The Des Moines Register").name
    ('Lafayette, Louisiana', 'Des Moines, Iowa')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from analysis.errors import InputError
from analysis.gazetteer import fame
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import (
    Record,
    candidates,
    country_name,
    country_record,
    demonym,
    division_name,
    divisions_of_abbreviation,
    without_article,
)
from analysis.model import Document, Home
from analysis.places.cues import DATELINE_RE
from analysis.places.hints import is_container, lies_in

LONGEST_HOME = 100
"""Characters of what a caller may call a home; "Stratford-upon-Avon, Warwickshire, England" has 42."""

CLEAR_LEAD = 3.0
"""The lead in fame (20 times as many people) with which a name means one town: Des Moines in Iowa, not Washington's."""

ENGLISH_PAPERS = frozenset("US CA GB IE AU NZ".split())
"""Where small towns have papers in English: "The Paris Beacon" is not of France, nor the "Athens Review" of Greece."""

FEWEST_MENTIONS = 2
"""Mentions of a town in the other texts of a source from which on they tell its home."""

PAPER_WORDS = frozenset(
    """
    advertiser advocate age argus banner beacon bulletin bugle call capital chronicle citizen courant courier daily
    democrat despatch dispatch echo enquirer enterprise evening examiner express free gazette globe guardian headlight
    herald independent inquirer intelligencer item journal leader ledger live mail mercury messenger mirror monitor
    morning news newspaper nugget observer online outlook paper patriot pilot pioneer plain dealer planet post press
    progress radio record recorder register reporter republic republican review sentinel spectator standard star sun
    sunday telegram telegraph times today tribune tv union voice weekly world
    """.split()
)
"""What papers call themselves, behind the name of their town: "Otago Daily Times"."""

# The endings of web addresses that tell a country; some more (.tv, .io, .co, .me, .ai) are sold to everybody.
SOLD_ENDINGS = frozenset(
    "ac ad ag ai am bz cc cd co dj eu fm gg gl gs im io la ly me ms mu nu pw sc sh st tk to tv vc ws".split()
)
ENDINGS = {"uk": "GB", "su": "RU"}
"""Endings that are not their country's code."""

DOMAIN_RE = re.compile(r"^(?:https?://)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:/.*)?$", re.IGNORECASE)
SECOND_LEVEL = frozenset("co com net org gov edu ac or ne".split())


def find_home(said: str) -> Home:
    """
    The home that a caller names: "Lafayette, Louisiana", "Ghent, Belgium", "Ontario", "Kenya".

    Raises: InputError where it is empty, too long or no listed place.
    """
    name = " ".join(said.split())
    if not name or len(name) > LONGEST_HOME:
        raise InputError(f"The home {said[:LONGEST_HOME]!r} must have 1 to {LONGEST_HOME} characters. {_HOW}")
    record = _listed(name)
    if record is None or record.country_code is None:
        raise InputError(f"The home {name!r} is not in the gazetteer. {_HOW}")
    return home_at(record, "given", f"given as “{name}”")


_HOW = 'Write a town with its state or country, "Lafayette, Louisiana" or "Ghent, Belgium", or a country alone.'


def _listed(name: str) -> Record | None:
    """The best-known place of that name, in what stands behind its comma."""
    own, _, larger = name.partition(",")
    found = candidates(without_article(own.strip()))
    if not larger.strip():
        return next(iter(found), None)
    return next((record for record in found if any(lies_in(record, big) for big in _containers(larger))), None)


def _containers(named: str) -> list[Record]:
    """The divisions and countries that "Louisiana", "La." or "Louisiana, USA" may be."""
    records: list[Record] = []
    for part in (part.strip() for part in named.split(",")):
        records += (record for record in candidates(without_article(part)) if is_container(record))
        for country, code in divisions_of_abbreviation(part):
            records += (
                r for r in candidates(division_name(country, code)) if r.feature == "admin1" and r.admin1_code == code
            )
    return records


def home_of(document: Document, said: Home | str | None) -> Home | None:
    """The home of a document: what was said, else what its source, else what its dateline tells; None for nothing."""
    if said is not None:
        return said if isinstance(said, Home) else find_home(said)
    return home_of_source(document.source or "") or home_of_dateline(document)


@lru_cache(maxsize=2000)
def home_of_source(source: str) -> Home | None:
    """The home that a source's name or web domain tells: "Toronto Star", "lfpress.ca", "The Irish Times"."""
    source = " ".join(source.split())
    domain = DOMAIN_RE.match(source)
    if domain is None or domain["host"].rpartition(".")[2] in ("txt", "md", "html", "htm", "pdf", "docx", "odt", "eml"):
        return None if domain else _of_title(source)
    labels = domain["host"].lower().split(".")
    country = country_of_ending(labels[-1])
    if country is not None:
        labels.pop()
    own = labels[-2] if (len(labels) > 1 and labels[-1] in SECOND_LEVEL) or country is None else labels[-1]
    town = _town_in(own, country)
    if town is not None:
        return home_at(town, "source", f"the town in the source’s name, “{source}”")
    record = country_record(country) if country else None
    return home_at(record, "domain", f"the country of the source’s web domain, “{source}”") if record else None


def country_of_ending(ending: str) -> str | None:
    """The country of the last part of a web address: "ca" -> "CA"; None for "com" and for those sold to everybody."""
    code = ENDINGS.get(ending, ending.upper())
    return code if ending not in SOLD_ENDINGS and len(code) == 2 and country_record(code) else None


def _town_in(label: str, country: str | None) -> Record | None:
    """The town that opens "columbustelegram" or "lasvegassun", before words of papers."""
    for cut in range(len(label) - 3, 3, -1):
        if not _are_paper_words(label[cut:].strip("-")):
            continue
        for name in _spaced(label[:cut].strip("-")):
            found = _clear(name, country)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=5000)
def _are_paper_words(rest: str) -> bool:
    return rest in PAPER_WORDS or any(
        rest[:cut] in PAPER_WORDS and _are_paper_words(rest[cut:]) for cut in range(3, len(rest) - 2)
    )


def _spaced(label: str) -> Iterable[str]:
    """Ways to write a label as a name of one word or of two: "lasvegas", "las vegas"."""
    yield label.replace("-", " ")
    for cut in range(2, len(label) - 2):
        yield f"{label[:cut]} {label[cut:]}"


def _of_title(source: str) -> Home | None:
    """The home in "The Des Moines Register" or "The Irish Times": a place before words of papers, or behind "of"."""
    words = without_article(source).split(" ")
    end = len(words)
    while end and fold(words[end - 1]) in PAPER_WORDS:
        end -= 1
    name = " ".join(words[:end])
    if words[0].lower() in PAPER_WORDS and " of " in source:
        name = source.rpartition(" of ")[2]  # "The Times of India"
    elif not name or end == len(words):
        return None
    people = demonym(name)
    code = people.country_code if people is not None else None
    record = country_record(code) if code else _clear(name, None)
    return home_at(record, "source", f"the place in the source’s name, “{source}”") if record else None


def _clear(name: str, country: str | None) -> Record | None:
    """The place that the name means beyond doubt, within the country where one is known."""
    found = [r for r in candidates(name) if r.country_code and country in (None, r.country_code)]
    found = [r for r in found if r.kind in ("city", "admin", "country")]
    if not found or found[0].fame < fame.VILLAGE:
        return None
    best = found[0]
    rivals = [r for r in found[1:] if not _is_same_area(r, best)]
    if rivals and best.fame - rivals[0].fame < CLEAR_LEAD:
        return None
    is_great = best.country_code in ENGLISH_PAPERS and best.fame >= fame.GREAT_CITY
    may_be_theirs = (r for r in rivals if r.country_code in ENGLISH_PAPERS and r.country_code != best.country_code)
    return None if not is_great and any(r.fame >= fame.VILLAGE for r in may_be_theirs) else best


def _is_same_area(one: Record, other: Record) -> bool:
    return lies_in(one, other) or lies_in(other, one) or one.number == other.number


def home_of_dateline(document: Document) -> Home | None:
    """The town of the first dateline, where its name means one town: "BASRA, Iraq (AP) —"."""
    match = DATELINE_RE.search(document.text)
    if match is None:
        return None
    town, more = match["town"], (match["more"] or "").strip(" ,")
    record = _listed(f"{town}, {more}") if more and _containers(more) else _clear(town, None)
    return home_at(record, "dateline", f"the town of the dateline, “{town}”") if record else None


def home_of_texts(records: Sequence[Record], source: str = "") -> Home | None:
    """
    The home that other texts of a source tell: the town that they name most.

    Args:    records: where the towns of those texts were put, one a mention.
    Returns: the home, or None where no town is named FEWEST_MENTIONS times.
    """
    counted = Counter(record for record in records if record.kind == "city")
    if not counted:
        return None
    best, number = counted.most_common(1)[0]
    if number < FEWEST_MENTIONS:
        return None
    return home_at(best, "texts", f"the town that other texts of {source or 'the source'} name most")


def home_at(record: Record, told_by: str, why: str) -> Home:
    """The Home at a record, called in full: "Lafayette, Louisiana"."""
    code = record.country_code or ""
    larger = record.admin1 or country_name(code)
    name = record.name if record.kind == "country" or fold(larger) == fold(record.name) else f"{record.name}, {larger}"
    return Home(name, code, record.latitude, record.longitude, record.geonames_id, told_by, why, record)
