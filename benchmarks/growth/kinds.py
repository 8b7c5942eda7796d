"""
Texts that no editor prints: one word, mark or shape over and over, and random ones, of any length.

Whatever takes more than its share of time for a longer text does so on one of these: a mark that never closes, a
word that opens every rule, a name that is like all the others.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from pathlib import Path

from training.prose import read_articles

PROSE = Path(__file__).parent.parent.parent / "training" / "prose"

REPEATED = {
    # Speech
    "dialogue": '"We go," Bob said. ',
    "dialogue, curly": "“We cannot go on like this,” said Anna Okafor. ",
    "dialogue, verb before": 'Okafor said: "It is over now, we go home." ',
    "pronoun dialogue": '"I am going home now," he said. ',
    "reported that": "Officials told CNN that Iran said that he warned that ",
    "who": "who ",
    "that": "that ",
    "said": "said ",
    "said that": "said that ",
    "has also then": "has also then ",
    "adverbs": "quickly ",
    "according to": "according to ",
    "according to Okafor": "according to Okafor, ",
    "in the words of": "in Okafor's words ",
    "and the": "and the ",
    "because X": "because Okafor ",
    "colon": "Okafor: ",
    # Marks that never close, or close too often
    "opening “": "“",
    "opening “ and word": "“a ",
    "opening «": "« a ",
    "opening « alone": "«",
    "opening ‘": "‘a ",
    "straight double": '"',
    "straight double and word": '" a ',
    "apostrophe": "'",
    "apostrophes and words": "'a ",
    "doubled apostrophes": "''a ",
    "double in a paragraph of its own": '"a\n\n',
    "opening “ in a paragraph of its own": "“Never again will we.\n\n",
    "nested quotes": "“a ‘b “c ‘",
    "quotes, nested and closed": "“He said ‘go “now” please’ to me” ",
    "closing ”": "”",
    "brackets": "(",
    "closing brackets": ")",
    "square brackets": "[a ",
    "brackets with a name": "(Okafor ",
    "braces": "{a|b}",
    "tags": "<b>",
    # Marks
    "full stops": ".",
    "full stops apart": ". ",
    "ellipses": "… ",
    "question marks": "? ",
    "exclamation marks": "!",
    "very bad and !": "very bad! ",
    "commas": ",",
    "commas apart": ", ",
    "semicolons": "go; ",
    "colons": ":",
    "dashes": "—",
    "dashes apart": "a — ",
    "hyphens": "-",
    "a-a-": "a-",
    "A-a-": "Abc-",
    "slashes": "/",
    "underscores": "_",
    "stars": "* ",
    "smileys": ":) ",
    "frowns": ": (",
    "colon D": ": D ",
    "URLs": "https://example.org/a/b?c=d&e=f ",
    "addresses": "a.b@example.org ",
    "hashtags": "#Okafor @okafor ",
    # White space
    "line feeds": "a\n",
    "tabs": "a\t",
    "many blank lines": "a\n\n",
    "empty lines": "a" + "\n \n" * 20,
    "spaces": "a" + " " * 50,
    "carriage returns": "a\r",
    "no-break spaces": "a\N{NO-BREAK SPACE}",
    "form feeds": "a\f",
    "hard-wrapped": "The ministry of the interior said on Monday that it would not\ngo on with the plan\n",
    # Figures
    "digits": "1",
    "digits apart": "1 ",
    "1,000,000": "1,000,000 ",
    "1,000,": "1,000,",
    "1.1.": "1.",
    "per cent": "5 per cent ",
    "percent signs": "%",
    "dollars": "$",
    "dollar amounts": "$5 million ",
    "R 500": "Rs 500 ",
    "euros": "€ ",
    "number words": "five ",
    "hundred thousand million": "two hundred thousand ",
    "more than": "more than ",
    "between 5 and": "between 5 and ",
    "5 people killed": "5 people were killed and ",
    "at least 12 soldiers": "At least 12 soldiers died. ",
    "conflicting counts": "12 people died. 13 people died. ",
    "degrees": "30°C ",
    "scores": "3-2 ",
    "ordinals": "first second 3rd ",
    # Days
    "days": "3 January 2020 ",
    "weekdays": "Monday ",
    "months": "May ",
    "from May to": "from May to ",
    "years": "2019 ",
    "2019-": "2019-",
    "the early": "the early ",
    "in the": "in the ",
    "two days later": "two days later ",
    "last last": "last ",
    # Names
    "A.": "A. ",
    "A.B.": "A.B.",
    "initials": "J. K. Okafor ",
    "U.S.": "U.S. ",
    "acronyms": "UNHCR ",
    "acronyms in brackets": "Bank of Mali (BM) ",
    "Mr.": "Mr. ",
    "Dr Okafor": "Dr Okafor ",
    "President": "President ",
    "Saint": "Saint ",
    "Al": "Al ",
    "al-": "al-",
    "Inc.": "Inc. ",
    "Ministry of": "Ministry of ",
    "and, and": "Okafor and ",
    "the Republic of the": "the Republic of the ",
    "name": "Anna Okafor ",
    "name in a sentence": "Anna Okafor went home. ",
    "surname in a sentence": "Okafor went home. ",
    "possessives": "Okafor's ",
    "countries": "Iran ",
    "in countries": "in Iran, ",
    "lists of countries": "Iran, Iraq, Syria, Egypt, ",
    "nationalities": "Iranian ",
    "cities": "in Springfield, ",
    "city, state": "Paris, Texas, ",
    "north of": "north of ",
    "Lake Mount": "Lake Mount ",
    "New York": "New York ",
    "embassies": "US Embassy in Iraq ",
    "he": "he ",
    "Okafor he": "Anna Okafor left. She said so. ",
    "capitals": "THE ",
    "capital words": "The ",
    "alternating": "The the ",
    "camel": "aB",
    # Tone
    "very bad": "very bad ",
    "not very good": "not very good ",
    "not": "not ",
    "very": "very ",
    "but": "good but bad ",
    "n't": "isn't ",
    "n't joined": "n't",
    "at least": "at least ",
    "war": "war killed ",
    "good": "good. ",
    "kind of": "kind of ",
    "the bomb": "the bomb ",
    # Letters
    "one letter": "a",
    "one letter apart": "a ",
    "capital letters": "A",
    "capital letters apart": "A ",
    "emoji": "😀",
    "emoji apart": "😀 ",
    "flags": "🇮🇷",
    "CJK": "漢字",
    "CJK sentences": "漢字。",
    "Arabic": "سلام ",
    "Devanagari": "नमस्ते ",
    "combining marks": "a\N{COMBINING ACUTE ACCENT}",
    "combining marks alone": "\N{COMBINING ACUTE ACCENT}",
    "capital I with a dot": "İ",
    "long s": "ſ",
    "ligatures": "ﬁ ",
    "sharp s": "ß",
    "Kelvin": "5 K ",
    "superscripts": "²",
    "zero width": "a\N{ZERO WIDTH SPACE}",
    "joiners": "\N{ZERO WIDTH JOINER}",
    "bidi": "\N{RIGHT-TO-LEFT OVERRIDE}a ",
    "soft hyphens": "a\N{SOFT HYPHEN}",
    "replacement characters": "\N{REPLACEMENT CHARACTER}",
    "surrogates": "\ud800a ",
    "noncharacters": "\uffff",
}
"""Kind -> what is repeated until the text is long enough."""

LETTERS = string.ascii_lowercase
GIVEN = "Anna John Maria David Li Omar Ngozi Pedro Sara Ivan".split()


def prose(chars: int, _: random.Random) -> str:
    """The annotated articles one behind the other, over and over: what news reads like."""
    pieces: list[str] = []
    size = 0
    for path in sorted(PROSE.glob("*.txt")):
        for article in read_articles(path):
            pieces.append(article.text)
            size += len(article.text) + 2
            if size >= chars:
                break
        if size >= chars:
            break
    text = "\n\n".join(pieces)
    return (text * (chars // len(text) + 1))[:chars]


def one_paragraph(chars: int, chance: random.Random) -> str:
    """Prose without a line end."""
    return " ".join(prose(chars, chance).split())


def one_sentence(chars: int, chance: random.Random) -> str:
    """Prose without a full stop: a sentence that never ends."""
    return one_paragraph(chars, chance).translate(dict.fromkeys(map(ord, ".!?…")))


def small(chars: int, chance: random.Random) -> str:
    """Prose in small letters."""
    return prose(chars, chance).lower()


def shouted(chars: int, chance: random.Random) -> str:
    """Prose in capitals."""
    return prose(chars, chance).upper()


def words_of(make: Callable[[random.Random], str], gap: str = " ") -> Callable[[int, random.Random], str]:
    """A text of random words."""

    def made(chars: int, chance: random.Random) -> str:
        words: list[str] = []
        size = 0
        while size < chars:
            words.append(make(chance))
            size += len(words[-1]) + len(gap)
        return gap.join(words)[:chars]

    return made


def word(chance: random.Random) -> str:
    """A word that is in no list."""
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(3, 9)))


def name(chance: random.Random) -> str:
    """A capitalised word that is in no list."""
    return word(chance).capitalize()


VOCABULARY = sorted(
    set(
        """
        the a of in on to said that who minister Iran Iraq killed war not very good bad president “ ” " ' ( ) , . : ;
        — $5 million 12 people per cent Monday May 2019 last week Anna Okafor U.S. UN Bank he she and but according
        told CNN reported Paris Texas north police ago three Mr. Dr. don't Okafor's 😀 ! ?
        """.split()
    )
)

MADE: dict[str, Callable[[int, random.Random], str]] = {
    "prose": prose,
    "prose in one paragraph": one_paragraph,
    "prose in one sentence": one_sentence,
    "prose in small letters": small,
    "prose in capitals": shouted,
    "random words": words_of(word),
    "random names": words_of(name),
    "random names, commas": words_of(name, ", "),
    "random full names": words_of(lambda chance: f"{name(chance)} {name(chance)} went home."),
    "persons of one surname": words_of(lambda chance: f"{name(chance)} Okafor said so."),
    "persons of one given name": words_of(lambda chance: f"Anna {name(chance)} said so."),
    "persons by surname alone": words_of(
        lambda chance: f"Mr {name(chance)} left. {chance.choice(GIVEN)} {name(chance)} came."
    ),
    "acronyms, each another": words_of(lambda chance: f"the {word(chance).upper()} said so."),
    "bodies, each another": words_of(lambda chance: f"the {name(chance)} Bank said so."),
    "acronyms, each explained": words_of(lambda chance: f"the {name(chance)} {name(chance)} Bank (ABC) said so."),
    "who with names": words_of(lambda chance: f"who {name(chance)}"),
    "quoted names": words_of(lambda chance: f'"We go home now, friends," {name(chance)} said.'),
    "random letters": words_of(lambda chance: chance.choice(string.ascii_letters + " "), ""),
    "random marks": words_of(lambda chance: chance.choice(string.punctuation + "“”‘’«»—– a"), ""),
    "random ASCII": words_of(lambda chance: chr(chance.randint(32, 126)), ""),
    "random Unicode": words_of(lambda chance: chr(chance.randint(32, 0x2FFFF)), ""),
    "random digits and marks": words_of(lambda chance: chance.choice("0123456789.,-/%$ :"), ""),
    "news vocabulary": words_of(lambda chance: chance.choice(VOCABULARY)),
    "figures, each another": words_of(lambda chance: f"{chance.randint(1, 10**6):,} people were killed."),
    "days, each another": words_of(lambda chance: f"on {chance.randint(1, 28)} May {chance.randint(1100, 2100)}."),
    "short paragraphs": words_of(word, "\n\n"),
    "short lines": words_of(word, "\n"),
}
"""Kind -> a text of so many characters from a source of chance."""


def make(kind: str, chars: int, seed: int = 1) -> str:
    """The text of a kind with `chars` characters; the same every time."""
    if kind in REPEATED:
        unit = REPEATED[kind]
        return (unit * (chars // len(unit) + 1))[:chars]
    return MADE[kind](chars, random.Random(f"{kind} {seed}"))


KINDS = (*MADE, *REPEATED)
