"""What the words beside a mention say of its place: contained in another, a state or a town, one of a row."""

from __future__ import annotations

import itertools
import re

from analysis.gazetteer import fame
from analysis.gazetteer.lookup import Record, divisions_of_abbreviation
from analysis.places.roles import ACTING, WEAK_ACTING
from analysis.places.senses import CONTAINER_WEIGHT, Sense
from analysis.places.words import LIST_GAP_RE, SETTLEMENT_NOUNS

LIST_BONUS, ADMIN_BONUS, CITY_BONUS = 2.0, 3.0, 2.0
"""Added to the fame of the records that the words ask for."""

CLEAR_LEAD = 3.0
"""The lead in fame by which one Albany in Georgia beats none in the other Georgia."""

# Behind or before a division's name: "Washington state", "Washington Gov. Jay", "state of Washington".
ADMIN_AFTER_RE = re.compile(
    r"""
    ['’]?s?\ (?:[a-z]+\ )?(?:state|province|governorate|oblast|prefecture|region)\b
    | -area\b
    | \ (?:Gov|Sen|Rep)\.
    | \ (?:governor|legislature|lawmakers|Legislature|Senate)\b
    """,
    re.VERBOSE,
)
ADMIN_BEFORE_RE = re.compile(r"\b(?:state|province|region|governorate) of $|\bupstate $")
# The same for a town: "city of Lagos", "the capital, Damascus", "New York City Council".
CITY_BEFORE_RE = re.compile(
    r"""
    \b(?:city|town|village|port|suburb|capital|municipality|township)\ of\ $
    | \b(?:city|town|village|capital),?\ $
    | \bdowntown\ $
    """,
    re.VERBOSE,
)
CITY_AFTER_RE = re.compile(
    r" (?:city|suburb|suburbs|neighborhood|neighbourhood|airport|mayor|Mayor|City Council|downtown)\b"
)

IN_RE = re.compile(
    rf"^,? in\b|^ \($|^,? (?:and|or) [A-Z].* in\b|^, an? .*\b(?:{'|'.join(sorted(SETTLEMENT_NOUNS))}) (?:in|of)\b"
)
"""Between a place and its country or division: it lies there, and nowhere else."""

VERB_RE = re.compile(r" (?P<word>[a-z]+)")

# Between the smaller place and the larger: "Basra, in Iraq's south", "the Basra region of Iraq".
BETWEEN_RE = re.compile(
    r"""
    (?:
      ,
      | \s\(
      | ,?\ in(?:\ the)?
      | ,?\ in\ [a-z]+(?:ern|east|west|north|south)
      | ,?\ (?:[a-z]+\ ){0,3}of(?:\ the)?
      | ,\ (?:an?|the)\ (?:[a-z]+(?:-[a-z]+)?\ ){1,4}(?:in|of)(?:\ the)?
      | (?:,?\ (?:and|or)\ [A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+)?){1,2}\ in(?:\ the)?
      | ,?\ (?:in|on)\ (?:the\ )?(?:[a-z]+(?:-[a-z]+)?\ ){0,3}(?:of|in)(?:\ the)?
    )\s?
    """,
    re.VERBOSE,
)
# Between the larger place and the smaller: "Iraq's Baghdad airport", "the Iranian city of Isfahan".
OWNER_RE = re.compile(r"['’]s? (?:[a-z-]+ ){0,4}(?:of )?")
DEMONYM_OWNER_RE = re.compile(r" (?:[a-z-]+ ){0,3}(?:of |city |town |village |province )")


def read_hints(text: str, senses: list[Sense]) -> None:
    """Write into `senses` what the words beside and between the mentions say."""
    for sense in senses:
        hint(text, sense)
    for at in range(len(senses) - 1):
        if contains(text, senses[at], senses[at + 1]) and not is_one_of_row(text, senses, at):
            senses[at].within = at + 1
            senses[at].is_strict = is_strict(text, senses[at], senses[at + 1])
        elif contains_by_owner(text, senses[at], senses[at + 1]):
            senses[at + 1].within = at
            senses[at + 1].is_strict = is_strictly_owned(text, senses[at], senses[at + 1])
    share_containers(text, senses)
    for sense in senses:
        if sense.within is not None:
            container = senses[sense.within]
            container.prefers = preferred(container, sense) or container.prefers
            container.weight = CONTAINER_WEIGHT
    for at, (one, other) in enumerate(itertools.pairwise(senses)):
        is_row = LIST_GAP_RE.fullmatch(text, one.toponym.end, other.toponym.start)
        if is_row and one.within != at + 1:
            hint_of_list(one, other)
            hint_of_list(other, one)


def share_containers(text: str, senses: list[Sense]) -> None:
    """Let names in a row lie in what the last of them lies in: "Moura and Ogossagou in Mali"."""
    for at in range(len(senses) - 2, -1, -1):
        one, other = senses[at], senses[at + 1]
        if one.within is not None or other.within is None or other.within <= at + 1 or one.toponym.is_demonym:
            continue
        if one.records and one.records[0].kind in ("country", "region"):
            continue
        joined = text[one.toponym.end : other.toponym.start]
        if LIST_GAP_RE.fullmatch(joined) and is_preposition(text, senses, other):
            larger = senses[other.within]
            is_held = any(lies_in(record, larger.records[0]) for record in one.records)
            if is_held or not is_known_elsewhere(one):
                one.within, one.is_strict = other.within, True


def is_preposition(text: str, senses: list[Sense], sense: Sense) -> bool:
    """Whether a mention is put into its container by words, not by a comma alone."""
    between = text[sense.toponym.end : senses[sense.within or 0].toponym.start]
    return between.strip() != ","


def is_known_elsewhere(sense: Sense) -> bool:
    """Whether a reader knows the name as a town without its country, so that it may be one abroad."""
    return bool(sense.records) and sense.records[0].fame >= fame.LARGE_CITY


def is_one_of_row(text: str, senses: list[Sense], at: int) -> bool:
    """Whether a mention stands in a row of its sort: "Virginia, Washington, West Virginia" contains nothing."""
    if at == 0 or not LIST_GAP_RE.fullmatch(text, senses[at - 1].toponym.end, senses[at].toponym.start):
        return False
    before, here, behind = senses[at - 1 : at + 2]
    is_sorted = bool(before.records) and bool(behind.records) and is_of_sort(before.records[0], behind)
    return is_sorted and any(is_of_sort(record, behind) for record in here.records)


def hint(text: str, sense: Sense) -> None:
    """Give bonuses by the words beside the mention: "Washington state", "city of Lagos"."""
    start, end = sense.toponym.start, sense.toponym.end
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    verb = VERB_RE.match(after)
    sense.acts = verb is not None and verb["word"] in ACTING - WEAK_ACTING
    if ADMIN_AFTER_RE.match(after) or ADMIN_BEFORE_RE.search(before):
        sense.hint = "admin"
        for record in sense.records:
            if record.kind == "admin":
                sense.bonus[record.number] = ADMIN_BONUS
    elif CITY_BEFORE_RE.search(before) or CITY_AFTER_RE.match(after):
        sense.hint = "city"
        for record in sense.records:
            if record.kind == "city":
                sense.bonus[record.number] = CITY_BONUS


def preferred(container: Sense, contained: Sense) -> int | None:
    """The record of a container that alone holds a well-known place of the contained name, unless it is the first."""
    held = [
        (max((place.fame for place in contained.records if lies_in(place, larger)), default=0.0), larger.number)
        for larger in container.records[:4]
        if is_container(larger)
    ]
    held.sort(reverse=True)
    is_clear = bool(held) and held[0][0] > 0 and (len(held) == 1 or held[0][0] - held[1][0] > CLEAR_LEAD)
    return held[0][1] if is_clear else None


def hint_of_list(sense: Sense, beside: Sense) -> None:
    """Names in a row are of one sort: in "California or Washington" both are states."""
    if sense.toponym.is_demonym or not beside.records or beside.toponym.is_demonym:
        return
    for record in sense.records:
        if is_of_sort(record, beside):
            sense.bonus[record.number] = sense.bonus.get(record.number, 0.0) + LIST_BONUS


def is_of_sort(record: Record, model: Sense) -> bool:
    """Whether a record is a country, or a division of the same country, as the model's best-known sense is."""
    best = model.records[0]
    return record.feature == best.feature and (record.kind == "country" or record.country_code == best.country_code)


def contains(text: str, smaller: Sense, larger: Sense) -> bool:
    """Whether the words between two mentions put the first into the second."""
    between = text[smaller.toponym.end : larger.toponym.start]
    if len(between) > 60 or not larger.records or larger.toponym.is_demonym:
        return False
    if not any(is_container(record) for record in larger.records[:4]):
        return False
    if is_pair(smaller, larger) or any(record.kind == "region" for record in smaller.records[:1]):
        return False
    return between in (", ", " ") or bool(BETWEEN_RE.fullmatch(between))


def is_strict(text: str, smaller: Sense, larger: Sense) -> bool:
    """
    Whether the first mention can only mean a place in the second: "Grantville, Pennsylvania,", "Moura in Mali".

    "In Vienna, Iran said" has no mark behind the country, and nobody takes Vienna for a place in Iran.
    """
    between = text[smaller.toponym.end : larger.toponym.start]
    is_closed = text[larger.toponym.end : larger.toponym.end + 1] in ("", ",", ".", ";", ")", "\n")
    is_unknown = not smaller.records or smaller.records[0].fame < fame.LARGE_CITY
    if between == ", ":
        return is_unknown and (is_closed or bool(divisions_of_abbreviation(larger.toponym.name)))
    return not is_known_elsewhere(smaller) and IN_RE.search(between) is not None


def is_pair(one: Sense, other: Sense) -> bool:
    """
    Whether two mentions are rather two of one sort: "China, Japan", "Oregon, Washington".

    They are not where a large town of the first name lies in the second, nor where the second is a short form.
    """
    if not one.records or divisions_of_abbreviation(other.toponym.name):
        return False
    is_held = any(lies_in(record, other.records[0]) and record.fame > fame.TOWN for record in one.records)
    return not is_held and any(is_of_sort(record, one) for record in other.records[:4])


def contains_by_owner(text: str, owner: Sense, owned: Sense) -> bool:
    """Whether the first mention owns the second: "Iraq's Baghdad airport", "Iranian city of Isfahan"."""
    between = text[owner.toponym.end : owned.toponym.start]
    if not owner.records or not any(is_container(record) for record in owner.records[:2]):
        return False
    if owner.toponym.is_demonym:
        return bool(DEMONYM_OWNER_RE.fullmatch(between))
    return bool(OWNER_RE.fullmatch(between))


def is_strictly_owned(text: str, owner: Sense, owned: Sense) -> bool:
    """Whether the owner's words leave no doubt: "the Lebanese village of Alma", "Mali's town of Moura"."""
    words = text[owner.toponym.end : owned.toponym.start].split()
    return any(word in SETTLEMENT_NOUNS for word in words) and not is_known_elsewhere(owned)


def is_container(record: Record) -> bool:
    """Whether other places lie in this one."""
    return record.kind in ("country", "admin")


def lies_in(record: Record, larger: Record) -> bool:
    """Whether `record` lies in the country or division `larger`."""
    if record.country_code != larger.country_code or record.number == larger.number:
        return False
    if larger.kind == "country":
        return record.kind != "country"
    if larger.feature == "admin1":
        return record.feature != "admin1" and (record.admin1_code in ("", larger.admin1_code))
    return larger.feature == "admin2" and record.kind in ("city", "facility") and _is_close(record, larger)


def _is_close(one: Record, other: Record) -> bool:
    """Whether two records with points lie within about a degree."""
    apart = abs((one.latitude or 0) - (other.latitude or 0)) + abs((one.longitude or 0) - (other.longitude or 0))
    return apart < 1.2
