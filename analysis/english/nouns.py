"""
What a number counts: the noun phrase behind it and its head, found by the form of words alone.

After a number other than one the head is a plural, so the phrase runs to the first plural word, and on while more
plurals follow ("50 sales managers"); words that cannot stand inside such a phrase end the search.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.english.numbers import ONES

MAX_WORDS = 7
"""How far the head may stand behind the number: "25 heavily armed Kataeb Hezbollah fighters" has it fifth."""

WORD_RE = re.compile(r"\s([^\W\d_](?:[\w.&]|['’-](?=\w))*(?<!\.)(?:(?<=s)['’](?=\s[a-z]))?|[A-Z]-?\d+\w*)")
LINK_RE = re.compile(r",|\s(?:and|or)(?=\s)")
OF_RE = re.compile(
    r"\sof(?:\s(?:all|the|its|his|her|their|our|my|your|those|these)\b)?(?:\s(?:the|its|their)\b)?", re.I
)

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those it its he his him she her hers they their them we our us i my me you your who whom
    whose which what where when while why how if whether because although though unless until till since than as so
    such but nor yet and or not no none nobody nothing of in on at to from by with without within into onto upon for
    about above across after against along amid among around before behind below beneath beside besides between beyond
    despite during except inside like near off out outside over past per through throughout toward towards under up
    upon versus via vs plus minus is are was were be been being am has have had having do does did doing will would
    shall should can could may might must there here then now also too very only just even still already almost again
    ever never always often once twice soon later earlier ago away apart back down together overall perhaps instead
    however meanwhile today tomorrow yesterday tonight each every both either neither all any another last next yes
    ahead abroad altogether alone alive afterwards anyway aboard overnight straightaway nationwide worldwide overseas
    respectively sometimes whereas whereby alongside including included includes according
    """.split()
)
VERBS = frozenset(
    """
    said says say told tells added adds came comes went goes took takes made makes got gets gave gives found finds
    held holds kept keeps left leaves led leads lost loses met meets paid pays put puts ran runs rose rises fell falls
    sat sits saw sees sold sells sent sends set sets showed shown shows shut shuts slept sleeps spent spends spoke
    speaks stood stands struck strikes swept thought thinks threw throws took won wins wrote writes became becomes
    began begins bought buys brought brings built builds caught chose cost costs cut cuts dealt died dies drew draws
    drove drives ate fed felt feels fought fled flew flies forced forgot froze grew grows hid hit hits hurt joined
    knew knows lay lies lent let lets lit meant means needed need needs overtook read reads rode rang sang sank
    seized seemed seems shot slid sought stuck stole swam taught tore understood voted want wanted wants wore wear
    work works worked live lives lived remain remained remains stay stayed stays turn turned turns used killed wounded
    injured arrested charged detained claimed helped called calls asked asks accused believe believed reported told
    happened arrived opened closed started stopped failed marched walked crossed reached received resigned returned
    signed agreed refused denied attended took gathered demanded saying going trying making taking using
    """.split()
)
IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "police": "police", "mice": "mouse",
    "geese": "goose", "feet": "foot", "teeth": "tooth", "oxen": "ox", "lives": "life", "wives": "wife",
    "knives": "knife", "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "shelves": "shelf", "halves": "half",
    "loaves": "loaf", "calves": "calf", "media": "medium", "data": "data", "criteria": "criterion",
    "phenomena": "phenomenon", "alumni": "alumnus", "nuclei": "nucleus", "fungi": "fungus", "bacteria": "bacterium",
    "crises": "crisis", "bases": "base", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus",
    "census": "census", "bonuses": "bonus", "lenses": "lens", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "volcanoes": "volcano", "echoes": "echo", "movies": "movie", "cookies": "cookie",
    "zombies": "zombie", "ties": "tie", "pies": "pie", "horses": "horse", "houses": "house", "analyses": "analysis",
    "indices": "index", "vertices": "vertex", "axes": "axe",
}  # fmt: skip
SAME_IN_PLURAL = frozenset(
    """
    aircraft spacecraft personnel staff crew cattle sheep deer fish salmon trout cod moose elk bison
    swine shrimp squid offspring headquarters series species means dice crossroads clergy infantry cavalry
    youth vermin poultry livestock hovercraft watercraft barracks
    """.split()
)
STATES = frozenset("dead injured wounded missing unemployed homeless sick hurt".split())
"""What counts people without a noun: "five dead", "30 injured"; only where no noun follows."""

NAME_GOES_ON_RE = re.compile(r"\s[A-Z][a-z]+\s")
NAME_REACH = 40
"""Characters behind a plural with a capital within which the head may stand: "Police Department veterans"."""

NOT_PLURAL = frozenset(
    """
    always perhaps besides afterwards towards as is was has does this us its his yes less plus across thus previous
    various famous religious serious dangerous precious nervous indigenous
    james thomas paris texas wales
    """.split()
)


class NounPhrase(NamedTuple):
    """A noun phrase at [start, end) and the lemma of its head."""

    start: int
    end: int
    head: str


def noun_phrase(text: str, at: int, limit: int, is_one: bool = False) -> NounPhrase | None:
    """The noun phrase that follows a number which ends at `at`; None if nothing is counted before `limit`."""
    words: list[tuple[int, int, str]] = []
    end = at
    while len(words) < MAX_WORDS:
        found = WORD_RE.match(text, end, limit)
        if not found:
            link = LINK_RE.match(text, end, limit) if words and not is_one else None
            behind = WORD_RE.match(text, link.end(), limit) if link else None
            if not link or not behind or _ends_phrase(behind[1]):
                break
            found = behind
        word = found[1]
        lower = word.lower()
        if lower in ("and", "or") and words and not is_one:
            behind = WORD_RE.match(text, found.end(), limit)
            if behind and not _ends_phrase(behind[1]):
                end = found.end()
                continue
        if _ends_phrase(word) and not (lower in IRREGULAR or is_state(text, found.end(), lower)):
            break
        if is_one and words and (lower.endswith(("ed", "ing")) or lower in ADVERBS or is_plural(word)):
            break  # "One ranking pegs": behind a singular these are verbs.
        end = found.end()
        words.append((found.start(1), end, word))
        if not is_one and (is_plural(word) or is_state(text, end, lower)):
            name = NAME_GOES_ON_RE.match(text, end, limit) if word[0].isupper() else None
            # "Four Oakland Police Department veterans": the plural may belong to a name.
            beyond = noun_phrase(text, end, min(limit, end + NAME_REACH)) if name else None
            return NounPhrase(words[0][0], beyond.end, beyond.head) if beyond else _to_last_plural(text, words, limit)
    return _singular(text, words, is_one)


def of_phrase(text: str, at: int, limit: int) -> NounPhrase | None:
    """The noun phrase of "of the …" behind a number, share or measure: "of Americans", "of the city's nurses"."""
    found = OF_RE.match(text, at, limit)
    if not found:
        return None
    plural = noun_phrase(text, found.end(), limit)
    single = None if plural else noun_phrase(text, found.end(), limit, is_one=True)
    # "59 per cent of those surveyed disapprove" counts no noun.
    return None if single and text[single.start : single.end].split(maxsplit=1)[0].endswith("ed") else plural or single


def begins_counted(text: str, at: int, only_units_and_people: bool = False) -> bool:
    """Whether what follows a number at `at` is counted by it: "people", "metres", "goats"."""
    from analysis.english.units import UNIT_RE

    if UNIT_RE.match(text, at):
        return True
    phrase = noun_phrase(text, at, min(len(text), at + 60))
    if phrase is None:
        return False
    return phrase.head in ("person", "man", "woman", "child") if only_units_and_people else True


def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural noun, or of a people that has no other ("Japanese")."""
    lower = word.lower()
    if lower in IRREGULAR or lower in SAME_IN_PLURAL:
        return True
    if lower.endswith(("women", "smen", "rmen", "lmen", "emen", "kmen")):  # Not "regimen" or "specimen".
        return True
    if word[0].isupper() and lower.endswith("ese"):
        return True
    if lower in NOT_PLURAL or len(lower) < 3 or "'" in lower or "’" in lower:
        return False
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))


def is_state(text: str, end: int, word: str) -> bool:
    """Whether a word such as "dead" stands for people: no noun follows it."""
    return word in STATES and not re.compile(r"\s[a-z]+s\b").match(text, end)


def lemma(word: str) -> str:
    """The singular of a head noun, in lower case unless it is a name: "soldiers" is "soldier"."""
    lower = word.lower()
    if lower in IRREGULAR or lower in SAME_IN_PLURAL or lower in STATES:
        return IRREGULAR.get(lower, lower)
    if lower.endswith("men") and len(lower) > 4:
        return word[:-2] + "an"
    single = word if word[:1].isupper() else lower
    if not is_plural(word) or lower.endswith("ese"):
        return single
    if lower.endswith("ies") and len(lower) > 4:
        return single[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return single[:-2]
    return single[:-1]


def _ends_phrase(word: str) -> bool:
    lower = word.lower()
    if len(word) > 1 and word.isupper():
        return False  # "US citizens", "IT workers"
    return lower in FUNCTION_WORDS or lower in VERBS or lower in ONES


def _to_last_plural(text: str, words: list[tuple[int, int, str]], limit: int) -> NounPhrase:
    end = words[-1][1]
    while (found := WORD_RE.match(text, end, limit)) and is_plural(found[1]) and not _ends_phrase(found[1]):
        words.append((found.start(1), found.end(), found[1]))
        end = found.end()
    return NounPhrase(words[0][0], end, lemma(words[-1][2]))


def _singular(text: str, words: list[tuple[int, int, str]], is_one: bool) -> NounPhrase | None:
    """The phrase of words without a plural: all of them behind one, else a single noun that ends its clause."""
    if not words or (not is_one and len(words) > 1):
        return None
    start, end, last = words[0][0], words[-1][1], words[-1][2]
    if is_one and last.islower() and last.endswith("ed") and len(last) > 4:
        return None  # "One suggested"
    if not is_one:
        is_noun = last.islower() and not last.endswith(("ed", "ing", "ly", "er")) and last not in ADVERBS
        if not is_noun or not re.compile(r"[,.;:)]|$").match(text, end):
            return None
    return NounPhrase(start, end, lemma(last))


ADVERBS = frozenset(
    "more less short shy straight extra high low strong altogether each apiece long wide tall deep old".split()
)
