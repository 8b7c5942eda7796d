"""
How a text uses a place: where something is, who acts, a nationality, a part of a name.

    >>> role_of("Iran vowed revenge.", 0, 4, False, False, "country")
    'actor'
"""

from __future__ import annotations

import itertools
import re

# What a state, a government or a team does and a spot on the map does not.
ACTING = frozenset(
    """
    said says say vowed vows agreed agrees agree announced announces accused accuses warned warns urged urges
    denied denies claimed claims called calls wants want wanted hopes hoped plans planned expects expected
    believes believed insists insisted argued argues rejected rejects refused refuses offered offers demanded
    demands decided decides voted votes signed signs backed backs supported supports opposed opposes condemned
    condemns criticised criticized launched launches imposed imposes lifted invaded attacked attacks fired
    shelled bombed struck killed sent sends deployed deploys withdrew pulled ordered orders banned bans
    approved approves won wins beat beats lost loses defeated played plays faced faces threatened threatens
    pledged pledges promised promises confirmed confirms responded reacted retaliated negotiated joined joins
    left agreed sought seeks seek tried tries continued continues began has had have will would could should may might
    must can cannot did does is was are were
    """.split()
)
# Verbs after which the place may as well be a place: "Iran is hot". They need a stronger sign.
WEAK_ACTING = frozenset(
    "has had have will would could should may might must can cannot did does is was are were".split()
)
MODALS = frozenset("will would should may might must can cannot did does".split())
ACTING_AFTER_WEAK = frozenset(
    """
    agreed accused said warned vowed denied announced called urged expected ready willing committed concerned seeking
    trying planning preparing considering calling not never also already long been repeatedly continue respond
    blamed demanded pledged promised rejected refused signed supported threatened offered imposed withdraw
    """.split()
)

# Behind a place used as an adjective, nouns of place keep it a location ("Baghdad airport").
LOCAL_NOUNS = frozenset(
    """
    airport airports area areas region regions province provinces city cities town towns village villages
    suburb suburbs district districts street streets border borders coast coastline hospital hospitals
    school schools hotel hotels station stations port harbour harbor river bridge road roads neighborhood
    neighbourhood county state states capital site sites base camp camps prison jail church mosque park
    museum stadium university college home house apartment plant factory mine hills mountains valley
    desert island islands waters shore shores campus store shop restaurant office offices headquarters
    enclave metropolitan north south east west northeast northwest southeast southwest interior
    countryside resident residents native
    """.split()
)
LOCATIVE = frozenset(
    """
    in at near from to into across throughout around inside outside within toward towards via through over
    northern southern eastern western central northeastern northwestern southeastern southwestern north south east
    west downtown nearby off visit visiting visited leave leaving left enter entered entering reach reached
    beyond past neighboring neighbouring mainland rural
    """.split()
)

BEFORE_RE = re.compile(r"(?P<word>[A-Za-z]+)(?: the| The)? $")
AFTER_RE = re.compile(r"(?P<owner>['’]s?)?[ -](?P<word>[A-Za-z]+)(?: (?P<next>[a-z]+))?(?: (?P<third>[a-z]+))?")


# Where a headline, or its second half, begins: "to" behind the name there is a verb to come.
HEADLINE_START_RE = re.compile(r"(?:\A|\n|: )$")

RULERS = """
    president minister king queen prince ruler government people parliament premier ministry ambassador governor mayor
    leader leaders behalf citizen citizens army
"""
# "Prime Minister of the UAE", "people of Mexico": the state, not the spot.
RULED_RE = re.compile(rf"\b(?:{'|'.join(RULERS.split())}) (?:of|to) (?:the )?$", re.IGNORECASE)

LOCAL_TO_STATE = """
    border borders capital city cities town towns village villages province provinces region district coast enclave
    soil territory island islands port desert mountains waters airspace airport market interior side frontier
"""
# "the Iraqi border", "the Syrian capital": the adjective says where.
LOCAL_AFTER_RE = re.compile(rf"[ -](?:[a-z]+ )?(?:{'|'.join(LOCAL_TO_STATE.split())})\b")

# Behind a name these make it the state even after a preposition: "in US policy".
STATE_NOUNS = frozenset(
    """
    president government officials minister ministers leaders forces troops military army police parliament senate
    congress policy lawmakers authorities diplomats ambassador embassy citizens soldiers intelligence administration
    """.split()
)

# Directly behind a name these end its phrase, so that it is no adjective.
NOT_NOUNS = frozenset(
    """
    and or but in on at to for from with by as after before when where while which who that than since until
    during over under about into is was are were has had have will would could should may might must can did
    does the a an this these those his her its their our not also if because of near between against amid
    overnight again too then now there here ago alone instead together
    last next this early late today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


def role_of(text: str, start: int, end: int, is_demonym: bool, inside_name: bool, kind: str) -> str:
    """The role (model.ROLES) of the toponym `text[start:end]`; `kind` is its likely kind of place."""
    if inside_name:
        return "name"
    if is_demonym:
        return "location" if LOCAL_AFTER_RE.match(text, end) else "nationality"
    after = AFTER_RE.match(text, end)
    if RULED_RE.search(text, max(0, start - 32), start):
        return "actor"
    if _has_locative(text, start):
        is_state = after is not None and not after["owner"] and after["word"].lower() in STATE_NOUNS
        return "actor" if is_state else "location"
    return "actor" if _is_modifier(after, kind) or _acts(text, start, after) else "location"


def _acts(text: str, start: int, after: re.Match[str] | None) -> bool:
    """Whether the words behind the place are a verb of acting."""
    if after is None:
        return False
    word, following = after["word"], after["next"] or ""
    if after["owner"]:
        return False
    if word == "to":
        # "Soleimani killing: United States to deploy soldiers"
        return HEADLINE_START_RE.search(text, max(0, start - 3), start) is not None
    if word in WEAK_ACTING:
        is_modal = word in MODALS and following != "be"
        return is_modal or following in ACTING_AFTER_WEAK or (after["third"] or "") in ACTING_AFTER_WEAK
    return word in ACTING


def _is_modifier(after: re.Match[str] | None, kind: str) -> bool:
    """Whether the place stands as an adjective or an owner before a noun that is no place."""
    if after is None:
        return False
    word = after["word"].lower()
    if word in NOT_NOUNS or word in LOCAL_NOUNS or word in ACTING:
        return False
    if word == "based" or after["next"] in LOCAL_NOUNS:
        return False
    if after["owner"]:
        return kind in ("country", "region")
    return kind in ("country", "region", "admin", "city") and not word.endswith("ly")


ROW_RE = re.compile(r",? (?:and|or|&) (?:the )?|, (?:the )?")


def share_roles(text: str, bounds: list[tuple[int, int]], roles: list[str]) -> None:
    """
    Let toponyms in a row have one role, in place: "Washington and Manila agreed", "in Asia and Africa".

    The verb stands behind the last of them, the preposition before the first.
    """
    gaps = [(before[1], after[0]) for before, after in itertools.pairwise(bounds)]
    for at, gap in reversed(list(enumerate(gaps, start=1))):
        is_row = ROW_RE.fullmatch(text, *gap)
        is_joined = is_row is not None and "and" in is_row[0]
        is_open = roles[at - 1] == "location" and not _has_locative(text, bounds[at - 1][0])
        if is_joined and is_open and roles[at] == "actor":
            roles[at - 1] = "actor"
    for at, gap in enumerate(gaps, start=1):
        is_row = ROW_RE.fullmatch(text, *gap)
        if is_row and roles[at - 1] == "location" and roles[at] == "actor" and _has_locative(text, bounds[at - 1][0]):
            roles[at] = "location"


def _has_locative(text: str, start: int) -> bool:
    before = BEFORE_RE.search(text, max(0, start - 24), start)
    return before is not None and before["word"].lower() in LOCATIVE
