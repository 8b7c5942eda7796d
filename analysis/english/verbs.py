"""Which words of a sentence are verbs that say something: the tagger's answer, and where news text needs another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.english.tokens import tokenize

AUXILIARIES = frozenset(
    """
    be am is are was were been being have has had having do does did done will would shall should can could may might
    must ought isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't
    can't cannot couldn't mightn't mustn't 's 're 've 'd 'll get gets got getting
    """.split()
)
NEGATIONS = frozenset("not never n't".split())
NO_VERBS = frozenset(
    """
    according including following regarding concerning considering excluding pending given due owing barring amid
    during notwithstanding let like unlike please thanks compared based related so-called depending police
    """.split()
)
"""
What is no verb unless an auxiliary stands before it: participles that are prepositions by now ("according to"), and
words that the list takes for verbs ("police").
"""

DETERMINERS = frozenset(
    """
    a an the this these those no some any every each his her its their our my your another several many few both all
    such one two three four five six seven eight nine ten dozens hundreds thousands
    """.split()
)
RELATIVES = frozenset("who which that".split())
NOUNS = ("NN", "NNS", "NNP", "NNPS")
FINITE = ("VB", "VBP", "VBZ", "VBD")
"""Penn tags of verbs that have a subject, and of the infinitive."""

NAME = "Name"
"""What the tagger sees where a name stands: a capitalised word that no list has."""

TITLE_SHARE = 0.7
"""A sentence is set like an American headline where this share of its longer words has a capital."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its Penn tag; `text` is in small letters but for names."""

    start: int
    end: int
    text: str
    tag: str
    is_name: bool

    @property
    def is_auxiliary(self) -> bool:
        """Whether it is a form of be, have, do, get, or a modal verb."""
        return self.text.replace("’", "'") in AUXILIARIES


EDGE = Word(0, 0, "", "", False)


def is_title_cased(sentence: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a sentence have capitals although they name nothing."""
    words = [t.text for t in tokenize(sentence) if len(t.text) > 3 and t.text.isalpha() and not inside(t.start, names)]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)


def inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands in one of the spans."""
    return any(start <= position < end for start, end in spans)


def tagged(sentence: str, names: Sequence[tuple[int, int]], is_title: bool = False) -> list[Word]:
    """The words of a sentence with their tags; a name is one word."""
    from textblob.en import parser

    found: list[tuple[int, int, str, bool]] = []
    for token in tokenize(sentence):
        own = next((span for span in names if span[0] <= token.start < span[1]), None)
        if own is None:
            is_small = is_title or not found
            found.append((token.start, token.end, token.text.lower() if is_small else token.text, False))
        elif not found or found[-1][1] < own[1] or not found[-1][3]:
            found.append((*own, sentence[own[0] : own[1]], True))
    tags = parser.find_tags([NAME if is_name else text for _, _, text, is_name in found])
    return [
        Word(start, end, text, "NNP" if is_name else tag, is_name)
        for (start, end, text, is_name), (_, tag) in zip(found, tags, strict=True)
    ]


def verbs_at(words: Sequence[Word]) -> Iterator[int]:
    """The positions of the verbs, auxiliaries and modal verbs left out."""
    for at, word in enumerate(words):
        if not word.text.isalpha() or not word.text.islower() or word.is_auxiliary:
            continue
        second_before, before, behind, second_behind = (neighbour(words, at + step) for step in (-2, -1, 1, 2))
        place = Place(word, second_before, before, behind, second_behind, past_adverbs(words, at))
        if place.before.text in ("-", "‐", "‑"):
            continue  # "Iranian-backed militia", "Trump-directed attack"
        if (word.text not in NO_VERBS or place.lead.is_auxiliary) and is_verb(place):
            yield at


@dataclass(frozen=True, slots=True)
class Place:
    """A word between its neighbours; `lead` stands before the adverbs before it: "a" in "a heavily armed group"."""

    word: Word
    second_before: Word
    before: Word
    behind: Word
    second_behind: Word
    lead: Word

    @property
    def is_in_noun(self) -> bool:
        """Whether an article, a number or an owner leads the word in, so that it is or belongs to a noun."""
        return self.lead.text in {*DETERMINERS, "'s", "’s"} or self.lead.tag in ("PRP$", "POS", "CD")

    @property
    def opens_clause(self) -> bool:
        """Whether what comes next may be the word's object or its infinitive."""
        return opens_object(self.behind)


def neighbour(words: Sequence[Word], at: int) -> Word:
    """The word at a position, or the edge of the sentence."""
    return words[at] if 0 <= at < len(words) else EDGE


def past_adverbs(words: Sequence[Word], at: int) -> Word:
    """The word before, adverbs left out."""
    at -= 1
    while at >= 0 and words[at].tag.startswith("RB") and not (words[at].is_auxiliary or words[at].text in NEGATIONS):
        at -= 1
    return neighbour(words, at)


def is_verb(place: Place) -> bool:
    """Whether a word is a verb where it stands."""
    word, lead = place.word, place.lead
    if place.is_in_noun:
        return False
    if word.text.endswith("ing"):
        return is_gerund(place)
    if word.tag in ("VBN", "VBD", "JJ") and word.text.endswith("ed"):
        return is_participle(place)
    if word.tag in ("NN", "NNS", "JJ"):
        return (lead.tag == "MD" or is_hidden_verb(place)) and may_be_verb(word.text)
    return word.tag in ("VBN", "VBD") or (word.tag in ("VB", "VBP", "VBZ") and place.before.tag != "JJ")


def is_gerund(place: Place) -> bool:
    """A verb in -ing, and not the noun: "deadly fighting", "the killing of", "Kane killing sparks anger"."""
    word, lead, behind = place.word, place.lead, place.behind
    if lead.tag == "JJ" or behind.text == "of":
        return False
    if word.tag != "VBG":
        return (lead.is_auxiliary or (lead.tag == "IN" and place.opens_clause)) and may_be_verb(word.text)
    if lead.is_name:
        return place.opens_clause or behind.tag == "RB" or place.second_before.text == "with"
    return not (lead is EDGE and behind.tag in NOUNS and not behind.is_name)


def is_participle(place: Place) -> bool:
    """A past form in -ed that tells what happened, and not what something is like: "in occupied territory"."""
    lead, behind = place.lead, place.behind
    describes = (behind.tag in NOUNS and not behind.is_name) or behind.tag == "JJ"
    if place.word.tag == "JJ":
        return lead.is_auxiliary or lead.text in RELATIVES or (lead.is_name and place.opens_clause)
    if lead.tag in ("IN", "JJ") or lead is EDGE:
        return not describes
    return not (describes and lead.tag in FINITE and not lead.is_auxiliary)


def is_hidden_verb(place: Place) -> bool:
    """
    A verb that the word list has as a noun: "Iran attacks the base", "to attack the base", "ships return to port".

    A name and a noun before a name are no sentence ("the Saarline ship Leida"), unless the name is of several.
    """
    before, behind = place.before, place.behind
    if before.text == "to":
        return place.opens_clause or behind.tag in ("JJ", "NNS")
    if place.word.tag == "NNS":
        if before.is_name or before.tag == "PRP" or before.text in RELATIVES:
            return place.opens_clause or behind.tag == "NNS"
        # "The court jails Pohl", but "school friends Pohl and Reyes".
        return before.tag == "NN" and behind.is_name and place.second_behind.text not in ("and", ",")
    is_of_several = before.is_name and (place.second_before.text == "and" or before.text.endswith("s"))
    if behind.is_name:
        return is_of_several
    return (before.is_name or before.tag == "NNS") and place.opens_clause


def opens_object(word: Word) -> bool:
    """Whether a word may open the object of a verb right before it, or its infinitive."""
    return word.is_name or word.text in DETERMINERS or word.tag in ("PRP", "PRP$", "CD", "TO", "NNP")


def may_be_verb(word: str) -> bool:
    """Whether the word list knows another form of a word as a verb: "backed" for "backs", "foul" for "fouling"."""
    from textblob.en import lexicon

    roots = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing")}
    roots |= {root.removesuffix("e") for root in roots} | {root + root[-1] for root in roots if root}
    forms = {root + ending for root in roots for ending in ("", "ed", "ing")} - {word}
    return any(str(lexicon.get(form, "")).startswith("VB") for form in forms)
