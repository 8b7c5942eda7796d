"""The project's own quotes with pronouns and descriptions as speakers, and how many are given to the right one."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

from analysis import analyze

FILE = Path(__file__).parent.parent.parent / "tests" / "cases" / "speakers_annotated.txt"
GOLD_RE = re.compile(r"”\[([^\]]+)\]")
ARTICLE_RE = re.compile(r"^(?:the|an?|one|their)\s+", re.I)


def texts() -> list[str]:
    """The annotated texts."""
    blocks = re.split(r"(?m)^---$", FILE.read_text("utf-8"))
    return [re.sub(r"(?m)^#.*\n", "", block).strip() for block in blocks]


def half_of(text: str) -> str:
    """ "build" or "unseen", by the text alone."""
    return "build" if int(sha256(text.encode()).hexdigest(), 16) % 2 == 0 else "unseen"


def strip_marks(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The plain text, and for each quote where it ends and who speaks it."""
    plain, gold, at = "", [], 0
    for match in GOLD_RE.finditer(text):
        plain += text[at : match.start()]
        gold.append((len(plain), match[1]))
        plain += "”"
        at = match.end()
    return plain + text[at:], gold


def is_named(speaker: str) -> bool:
    """Whether the speaker is a person with a name, so that a pronoun or a surname had to be resolved."""
    return speaker == "?" or bool(re.match(r"[A-Z]", speaker))


def score(half: str) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """Counts by kind of speaker (all, named, described) and the quotes that were given to another."""
    tally: Counter[str] = Counter()
    faults = []
    for text in texts():
        if half_of(text) != half:
            continue
        plain, gold = strip_marks(text)
        result = analyze(plain, engine="fast")
        names = {entity.id: entity.name for entity in result.entities}
        for end, speaker in gold:
            quote = next((q for q in result.quotes if q.start < end <= q.end + 1), None)
            kind = "named" if is_named(speaker) else "described"
            found = "no quote" if quote is None else names.get(quote.speaker or "") or quote.speaker_text or "?"
            tally[f"{kind} gold"] += 1
            if is_same(found, speaker) or (quote is not None and is_same(quote.speaker_text or "", speaker)):
                tally[f"{kind} right"] += 1
            else:
                faults.append((text, speaker, found))
    return tally, faults


def is_same(found: str, gold: str) -> bool:
    """Whether two speakers are one; a description may go on: "a police officer at the scene"."""
    return bare(found) == bare(gold) or (gold[:1].islower() and bare(found).startswith(f"{bare(gold)} "))


def bare(words: str) -> str:
    """A speaker without a leading article, in small letters."""
    return ARTICLE_RE.sub("", words.strip()).lower()
