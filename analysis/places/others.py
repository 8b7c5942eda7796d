"""
What a listed name is instead of a place, by the words beside it: a language, a treaty, a dish, a degree, a person told.

    >>> is_something_else("They spoke the Dari language.", 16, 20), is_something_else("They left Dari.", 10, 14)
    (True, False)
"""

from __future__ import annotations

import re

from analysis.gazetteer import fame
from analysis.gazetteer.lookup import candidates, divisions_of_abbreviation
from analysis.names.known import listed_bodies
from analysis.places.runs import Known, known_name

LANGUAGE_AFTER_RE = re.compile(
    r"[ -](?:(?:native|mother|official|first|second)[ -])?(?:language|languages|dialect|dialects|speaker|speakers|"
    r"speaking|tongue|alphabet|script|translation|translations|translator|interpreter|word|phrase|proverb)\b"
)
LANGUAGE_BEFORE_RE = re.compile(
    r"\b(?:speak|speaks|spoke|speaking|spoken|fluent|lessons|written|write|wrote|writes|translated|sung|sings|sing|recited|"
    r"broadcasts?|dubbed|subtitles|learn|learns|learned|learnt|teaches|taught)"
    r"(?: (?:in|into|only|both|fluent|some|little))?(?: [A-Z]\w+(?:,| and| or))* $"
)

TREATY_AFTER_RE = re.compile(
    r"(?:[ -](?:Climate|Peace|Nuclear|Trade|Border|Final|Framework|Free|Ceasefire|Good Friday|Strategic))*"
    r"[ -](?:Accords?|Agreements?|Treaty|Treaties|Conventions?|Protocols?|Pact|Declaration|Memorandum|Memoranda|"
    r"Communiqué|Communique|Charter|Doctrine|Consensus|Statute|Guidelines|Principles|Process|Syndrome|Compact)\b"
)
TREATY_BEFORE_RE = re.compile(
    r"\b(?:Treaty|Treaties|Peace|Convention|Accords?|Declaration|Statute|Protocol|Pact|Concordat|Edict|Congress) of $"
)

DISHES = """
    duck ham cheese cheesecake salad sauce sprouts pudding puddings wings mustard sausage sausages soup bun buns
    toast roll rolls burger burgers pizza pizzas curry curries biryani kebab kebabs tart tarts hotpot schnitzel dog dogs
    omelette omelet pancake pancakes crepe crepes stew goulash noodles dumplings ravioli pie pies steak steaks chop
    chops pickle pickles marmalade cookies biscuit biscuits cracker crackers gateau cake cakes clam chowder chilli
    chili cocktail cocktails martini sour vinegar pasty pasties shrimp prawn prawns rarebit mess broil beef chicken
    fries fried hotcakes dressing gin punch mule
"""
DISH_AFTER_RE = re.compile(rf"[ -](?:{'|'.join(DISHES.split())})\b")
DISH_BEFORE_RE = re.compile(
    r"\b(?:chicken|beef|lobster|eggs|peach|steak|sole|oysters|crêpes?|crepes?|baked|fried|grilled|spaghetti|pasta|"
    r"linguine|penne|tagliatelle|plate of|bowl of|slice of|dish of|recipe for|glass of|bottle of|cup of) $"
)

# "told Kola at half-time": whoever is told, thanked or married is a person, or a state that is well known.
PERSON_BEFORE_RE = re.compile(
    r"\b(?:told|asked|thanked|married|divorced|hugged|kissed|interviewed|sacked|fired|hired|tackled|fouled|substituted|"
    r"replaced|booked|coached|nicknamed|named|called|sued|befriended|consoled|congratulated|praised|texted|phoned|"
    r"emailed|reassured|persuaded|shot|stabbed|striker|midfielder|defender|goalkeeper|winger|forward|captain|"
    r"substitute|teammate|coach|manager|singer|actor|actress|rapper|author|painter|his wife|her husband|"
    r"his son|her son|his daughter|her daughter|his brother|her brother|his sister|her sister) $"
)

SHORT_TITLES = frozenset("Sens Reps Gens Govs Profs Revs Drs Lts Cols Sgts Messrs".split())
"""Titles of several persons, before a full stop: "U.S. Sens. Harris and Booker"; Sens is also a town."""

HOLIDAYS = frozenset(
    """
    christmas easter hanukkah thanksgiving halloween diwali deepavali holi eid passover lent advent epiphany purim
    ramadan nowruz norooz vesak songkran kwanzaa juneteenth ashura muharram pentecost whitsun sukkot candlemas
    michaelmas martinmas lammas yuletide hogmanay festivus mawlid navratri dussehra onam pongal baisakhi vaisakhi
    tet chuseok carnival mardi
    """.split()
)
"""Feasts; some are also villages. "Christmas Island" and "Easter Ross" are longer names."""

LEARNED = """
    professor professors lecturer lecturers researcher researchers scientist scientists economist economists historian
    historians graduate graduates alumnus alumni alumna scholar scholars academic academics study studies student
    students postdoc fellow fellows dean physicist biologist epidemiologist psychologist sociologist sophomore
    freshman undergraduate undergraduates
"""
LEARNED_AFTER_RE = re.compile(rf"(?:['’]s)? (?:[a-z]+ )?(?:{'|'.join(LEARNED.split())}|law school|medical school)\b")
LEARNED_BEFORE_RE = re.compile(
    rf"\b(?:{'|'.join(LEARNED.split())}|studied|degrees?|PhD|doctorate|teaches|taught|tenure|campus)"
    r"(?: [a-z]+){0,4} (?:at|from|of) $"
)

# A run of degrees and posts behind a person: "Petra Lund, M.S., R.D.".
LETTERS_RE = re.compile(r"(?:,? ?(?:[A-Z][A-Za-z]{0,4}\.?-?){1,4}){0,3}, $")
LONGEST_SHORT_STATE = 3
"""Letters of the longest short form of a state that may be a degree: "NSW"."""
LONGEST_LETTERS = 40
"""Characters of such a run that are looked back over."""


def is_something_else(text: str, start: int, end: int, known: Known | None = None) -> bool:
    """Whether the words beside `text[start:end]` make it a language, a treaty, a dish, a feast or a person."""
    name = text[start:end]
    if name.lower() in HOLIDAYS:
        return True
    if known is not None and known.is_demonym:
        return False
    before = text[max(0, start - 60) : start]
    if TREATY_AFTER_RE.match(text, end) or TREATY_BEFORE_RE.search(before):
        return True
    if known is not None and known.kind in ("country", "region"):
        return False
    is_great = known is not None and known.fame >= fame.CITY
    return bool(
        LANGUAGE_AFTER_RE.match(text, end)
        or (not is_great and LANGUAGE_BEFORE_RE.search(before))
        or DISH_AFTER_RE.match(text, end)
        or DISH_BEFORE_RE.search(before)
        or (name in SHORT_TITLES and text.startswith(".", end))
        or (" " not in name and is_person_here(text, start, known))
    )


def is_person_here(text: str, start: int, known: Known | None) -> bool:
    """Whether the verb before a little-known name asks for a person: "told Kola", "married Adana"."""
    is_known = known is not None and (known.fame >= fame.LARGE_TOWN or known.kind != "city")
    return not is_known and PERSON_BEFORE_RE.search(text, max(0, start - 30), start) is not None


def is_of_learning(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name make it a university: "Harvard researchers", "a professor of law at Yale"."""
    return (
        LEARNED_AFTER_RE.match(text, end) is not None
        or LEARNED_BEFORE_RE.search(text, max(0, start - 60), start) is not None
    )


def is_degree(text: str, start: int, end: int, person_ends: set[int]) -> bool:
    """Whether a short name of a state is a degree behind a person: "Ines Faro, D.C.", "Lou Pratt, M.D., P.A."."""
    letters = text[start:end].replace(".", "")
    is_short = letters.isupper() and len(letters) <= LONGEST_SHORT_STATE
    if not is_short or not (divisions_of_abbreviation(letters) or is_short_division(letters)):
        return False
    low = max(0, start - LONGEST_LETTERS)
    match = LETTERS_RE.search(text, low, start)
    if match is None:
        return False
    return any(
        low <= at < start and LETTERS_RE.fullmatch(text, at, start) and is_full_name(text, at) for at in person_ends
    )


# The last two words of a name: "Ines Faro".
TWO_WORDS_RE = re.compile(r"[A-Z][\w.'’-]* [A-Z][\w'’-]+$")


def is_full_name(text: str, end: int) -> bool:
    """Whether the name that ends at `end` has two words and is no place's: "Ines Faro", not "Jackson", "Glen Allen"."""
    match = TWO_WORDS_RE.search(text, max(0, end - LONGEST_LETTERS), end)
    return match is not None and known_name(match[0]) is None


def is_short_division(letters: str) -> bool:
    """Whether letters are another name of a state or province: "DC"."""
    return any(r.feature == "admin1" and r.is_curated and not r.is_own_name for r in candidates(letters))


def is_well_known_body(name: str) -> bool:
    """Whether a name, as it is written, is a well-known body's: "Hamas", "Fatah", "Wagner"."""
    words = name.split()
    return listed_bodies(words)[0] == ("O.S" if len(words) == 1 else "O.B") if words else False
