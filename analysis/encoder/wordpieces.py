"""
Words to wordpieces, as BERT's uncased vocabulary cuts them.

Letters are made small and lose their accents, marks stand alone, and what is left is cut into the longest pieces that
are listed. A page of own code gives the same pieces as the usual library (tests/encoder holds them together), opens
in 10 ms and is one package less to install.

Source: Jacob Devlin et al., "BERT", NAACL 2019; its `BasicTokenizer` and `WordpieceTokenizer`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.errors import ResourceError
from analysis.resources import FOLDER

RESOURCE = FOLDER / "encoder_pieces.txt"

LONGEST_WORD = 100
"""Characters of a word from which on it is one unknown piece, as in BERT."""

CACHED_WORDS = 50_000
"""Words whose pieces are kept: an article has a few thousand different ones."""

ASCII_WORD_RE = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))
"""Chinese characters, each of which is a word of its own."""


class Vocabulary:
    """The listed pieces, and words cut by them."""

    def __init__(self, path: Path = RESOURCE) -> None:
        """Read the list, one piece a line; raises ResourceError where it is missing or damaged."""
        try:
            lines = path.read_text("utf-8").split("\n")
        except (OSError, ValueError) as error:
            raise ResourceError(f"{path.name} cannot be read: {error}") from error
        self.ids = {piece: at for at, piece in enumerate(lines) if piece}
        try:
            self.unknown, self.first, self.last = (self.ids[mark] for mark in ("[UNK]", "[CLS]", "[SEP]"))
        except KeyError as error:
            raise ResourceError(f"{path.name} is damaged: it lists no {error}.") from error
        self.known: dict[str, tuple[int, ...]] = {}

    def rows(self, word: str) -> tuple[int, ...]:
        """The rows of the pieces of a word without white space; never none."""
        known = self.known.get(word)
        if known is None:
            known = tuple(row for part in parts_of(word) for row in self.cut(part)) or (self.unknown,)
            if len(self.known) < CACHED_WORDS:
                self.known[word] = known
        return known

    def cut(self, part: str) -> list[int]:
        """The longest listed pieces of one part, from its front; one unknown piece where that leaves a rest."""
        plain = plain_letters(part)
        if len(plain) > LONGEST_WORD:
            return [self.unknown]
        out: list[int] = []
        at = 0
        while at < len(plain):
            for stop in range(len(plain), at, -1):
                row = self.ids.get(("##" if at else "") + plain[at:stop])
                if row is not None:
                    out.append(row)
                    at = stop
                    break
            else:
                return [self.unknown]
        return out


def parts_of(word: str) -> Iterator[str]:
    """The runs of letters and digits of a word, and its marks one by one."""
    if word.isascii():
        yield from ASCII_WORD_RE.findall(word)
        return
    start = -1
    for at, char in enumerate(word):
        if stands_alone(char):
            if start >= 0:
                yield word[start:at]
                start = -1
            yield char
        elif start < 0:
            start = at
    if start >= 0:
        yield word[start:]


def stands_alone(char: str) -> bool:
    """Whether a character is a mark or an ideograph, which is a word by itself."""
    if char.isascii():
        return not char.isalnum() and char.isprintable()
    return unicodedata.category(char)[0] == "P" or any(low <= ord(char) <= high for low, high in IDEOGRAPHS)


def plain_letters(part: str) -> str:
    """The part in small letters, without accents and invisible characters."""
    if part.isascii():
        return part.lower()
    plain = unicodedata.normalize("NFD", part.lower())
    return "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cc", "Cf", "Co", "Cs"))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once a process."""
    return Vocabulary()
