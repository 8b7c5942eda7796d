"""Short hostile texts and arguments from a source of chance: articles after some mutations, marks, odd letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from analysis.model import KINDS, Correction
from benchmarks.growth.kinds import PROSE, REPEATED, VOCABULARY
from training.prose import read_articles

SEEDS = Path(__file__).parent.parent.parent / "seeds"

MAX_PIECE = 400
"""Characters of an article that one text starts from; short texts reach more states in the same time."""

FOLDING = str.maketrans({"s": "ſ", "k": "\N{KELVIN SIGN}", "i": "ı", "I": "İ", "S": "ſ", "K": "\N{KELVIN SIGN}"})
"""Letters that a pattern which looks for any case takes for ASCII ones."""

TOKENS = (
    *"“”\"‘’'«»„()[]{}<>—–-…!?.,;:$€£%&@#*_|/\\~^`",
    *("“a", "‘A", "« ", "''", ": D", ": (", ": s", "(!)", ":)", "</b>", "<script>", "&amp;", "\\n", "%s", "$$", "U.S."),
    *("\0", "\x0b", "\x0c", "\x1f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u2009", "\u2028", "\u2029"),
    *("\u202e", "\u2066", "\ufeff", "\ufffd", "\ufdfa", "\u0301", "\U0001f1ee\U0001f1f7", "\U0001f600", "\U000e0041"),
    *(
        "\ud800",
        "\udfff",
        "\uffff",
        "\U0010ffff",
        "ß",
        "ﬁ",
        "İ",
        "ı",
        "ſ",
        "\N{KELVIN SIGN}",
        "ǅ",
        "漢",
        "。",
        "٣",
        "²",
        "½",
    ),
    *(
        "\r\n",
        "\r",
        "\n\n",
        "\n \n",
        "\t",
        " " * 30,
        "a" * 60,
        "1" * 40,
        "as " * 12,
        "who " * 12,
        "said that ",
        "“" * 20,
    ),
)

SENTENCES = (
    "At least {n} people died {when}, Anna Okafor said: “We go home now, all of us.”",
    "He left {when}.", "It cost {symbol}{n} million {when}, {n} per cent more.",
    "Officials told CNN that Iran vowed so.",
    "The US Embassy in Baghdad, Iraq, was not very good.", "Grade: D was given. Sources: (Reuters) said. It beat: s",
    "since {when}", "until {when}", "between {n} and {n} {unit}", "more than {n} {unit}",
    "{n} {unit} ago", "in {n} {unit}",
    "the President said so. The president left.", "Bank of Mali (BM) said. BM did.", "according to Okafor, it rains",
)  # fmt: skip
TIMES = (
    "yesterday", "this winter", "last winter", "at the weekend", "the weekend", "last week", "next month", "next year",
    "last year", "in May", "on Monday", "next Friday", "tomorrow", "the day after tomorrow", "the past 10 years",
    "1472",
    "the 1970s", "the 30th century", "Christmas", "Ash Wednesday", "next Easter", "28-3 February", "29 February",
    "from Friday to Sunday", "from October to March", "the last quarter of next year", "Q4 2100", "early May",
    "five thousand years ago", "two centuries ago", "the next decade", "a week later", "the year before", "9999-12-31",
    "0000-00-00", "31/12/9999", "the first half of last year", "last weekend", "next weekend", "this weekend",
    "this century",
)  # fmt: skip
NUMBERS = ("5", "1,204", "five thousand", "three and a half", "1 1/2", "٣", "999999999999999", "two hundred")
UNITS = (
    "seconds minutes hours days weeks months years miles kilometres tonnes kilowatts degrees dollars soldiers".split()
)
DAYS = ("0001-01-01", "0001-01-03", "0004-02-29", "9999-12-31", "9999-12-27", "9998-02-28", "2020-01-04", "1999-12-31")


@cache
def articles() -> tuple[str, ...]:
    """The bundled articles and the annotated ones."""
    bundled = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return (*bundled, *(article.text for path in sorted(PROSE.glob("*.txt")) for article in read_articles(path)))


def piece(chance: Random) -> str:
    """A stretch of an article."""
    article = chance.choice(articles())
    start = chance.randrange(len(article))
    return article[start : start + chance.randrange(20, MAX_PIECE)]


def mutated(chance: Random) -> str:
    """A stretch of an article after some mutations."""
    text = piece(chance)
    for _ in range(chance.choice((1, 2, 3, 5, 10))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(1, 60))
        change = chance.randrange(7)
        if change == 0:
            text = text[:start] + chance.choice(TOKENS) + text[start:]
        elif change == 1:
            text = text[:start] + chance.choice(TOKENS) + text[end:]
        elif change == 2:
            text = text[:end] + text[start:end] * chance.randrange(1, 4) + text[end:]
        elif change == 3:
            text = text[:start] + text[start:end].translate(FOLDING) + text[end:]
        elif change == 4:
            text = text[:start] + text[start:end].swapcase() + text[end:]
        elif change == 5:
            text = text[:start] + text[end:]
        else:
            text = text[:start] + chance.choice(("\u00a0", "\u2009", "\n", "", "  ")).join(text[start:].split(" "))
    return text


def told(chance: Random) -> str:
    """Sentences of dates and figures in odd letters and spaces."""
    parts = []
    for _ in range(chance.randrange(1, 5)):
        made = chance.choice(SENTENCES).format(
            n=chance.choice(NUMBERS),
            when=chance.choice(TIMES), unit=chance.choice(UNITS), symbol=chance.choice(("$", "Rs ", "US$", "£")),
        )  # fmt: skip
        if chance.randrange(3) == 0:
            made = "".join(c.translate(FOLDING) if chance.randrange(4) == 0 else c for c in made)
        if chance.randrange(4) == 0:
            made = made.replace(" ", chance.choice(("\u00a0", "\u2009", "\n", "\u3000", "\t")))
        if chance.randrange(6) == 0:
            made = made.upper() if chance.randrange(2) else made.lower()
        parts.append(made)
    return chance.choice((" ", "\n\n", "\n")).join(parts)


def repeated(chance: Random) -> str:
    """One or two kinds of repetition side by side."""
    return "".join(
        chance.choice(list(REPEATED.values())) * chance.randrange(1, 20) for _ in range(chance.randrange(1, 4))
    )


def vocabulary(chance: Random) -> str:
    """Words and marks of news in any order."""
    return chance.choice((" ", "")).join(chance.choice((*VOCABULARY, *TOKENS)) for _ in range(chance.randrange(1, 60)))


def letters(chance: Random) -> str:
    """Any characters at all."""
    top = chance.choice((128, 0x250, 0x3000, 0x10000, 0x110000))
    return "".join(chr(chance.randrange(top)) for _ in range(chance.randrange(1, 80)))


MAKERS: tuple[Callable[[Random], str], ...] = (mutated, mutated, told, told, repeated, vocabulary, letters)


def arguments(chance: Random, text: str) -> dict[str, Any]:
    """What else `analyze` is given: a title, a source, a day, corrections of any content."""
    words = (None, None, text[:40], chance.choice(TOKENS), letters(chance), text.split("\n", maxsplit=1)[0])
    day = chance.choice((None, None, *DAYS, date.fromordinal(chance.randrange(1, date.max.toordinal()))))
    made = () if chance.randrange(6) else tuple(correction(chance, text) for _ in range(chance.randrange(1, 4)))
    return {"title": chance.choice(words), "source": chance.choice(words), "published": day, "corrections": made}


def correction(chance: Random, text: str) -> Correction:
    """A correction of what may or may not be in the text."""
    ids = ("iran", "united-states", "okafor", "anna-okafor", "\ud800", "", text[:20].lower(), "x" * 300)
    start = chance.randrange(len(text) + 1)
    return Correction(
        chance.choice(list(KINDS)),
        entity=chance.choice(ids), into=chance.choice(ids), name=chance.choice((*ids, "Iran", "\u202eI")),
        type=chance.choice(("PERSON", "GPE", "FAC", "NORP", "\ud800")), mentions=((start, start + 4),),
        place=chance.choice(("Iran", "Baghdad", "\udfff")), was=chance.choice((None, 1, 99237)),
        geonames_id=chance.choice((None, 1, 98182)), quote=(start, start + 9),
    )  # fmt: skip
