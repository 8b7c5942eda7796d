"""
Names that the recogniser found in one place and missed in another.

A name of several words is the same name wherever it stands. A single word may be an ordinary one elsewhere, so it
is found again only as the surname of a person whom the document names in full, and not where it opens a sentence
and is also a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.gazetteer import flags_of
from analysis.gazetteer_file import COMMON_WORD, WORD
from analysis.model import Span
from analysis.names import bare_surname
from analysis.tokens import Token, tokenize
from analysis.word_lists import TITLES

Words = tuple[str, ...]

SHORTEST_SURNAME = 3
"""Letters; shorter ones ("Li", "Oh") are too often something else."""


def find_again(text: str, sentences: Sequence[Sequence[Token]], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the repeats of `spans` that none of them covers, without overlap."""
    wanted = known_names(text, spans)
    small = {token.text for tokens in sentences for token in tokens if token.text.islower()}
    taken = {at for span in spans for at in range(span.start, span.end)}
    for tokens in sentences:
        for at, token in enumerate(tokens):
            for length, names in wanted.get(token.text, {}).items():
                run = tokens[at : at + length]
                label = names.get(tuple(t.text for t in run))
                place = range(run[0].start, run[-1].end)
                if label is None or not taken.isdisjoint(place):
                    continue
                if length == 1 and not stands_alone(tokens, at, small):
                    continue
                taken.update(place)
                yield Span(place.start, place.stop, label)
                break


def known_names(text: str, spans: Sequence[Span]) -> dict[str, dict[int, dict[Words, str]]]:
    """First word -> number of words, the longest first -> the names of several words and surnames of persons found."""
    names: dict[Words, str] = {}
    for span in spans:
        words = tuple(token.text for token in tokenize(text, span.start, span.end))
        if len(words) > 1:
            names.setdefault(words, span.label)
            surname = bare_surname(words[-1])
            if span.label == "PERSON" and len(surname) >= SHORTEST_SURNAME and surname.isalpha():
                names.setdefault((surname,), "PERSON")
    wanted: dict[str, dict[int, dict[Words, str]]] = defaultdict(lambda: defaultdict(dict))
    for words in sorted(names, key=len, reverse=True):
        wanted[words[0]][len(words)][words] = names[words]
    return wanted


def stands_alone(tokens: Sequence[Token], at: int, small: set[str]) -> bool:
    """Whether a surname stands by itself, inside no longer name and not as an ordinary word."""
    word = tokens[at].text
    before = tokens[at - 1].text if at else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    is_word = bool(flags_of(word) & (COMMON_WORD | WORD)) or word.lower() in small
    if is_word and (at == 0 or not before[:1].isalnum() or word.lower() in small):
        return False
    return not behind[:1].isupper() and (not before[:1].isupper() or before.lower().rstrip(".") in TITLES | {"the"})
