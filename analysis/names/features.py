"""
What the recogniser sees of each token: the token, its neighbours, the lists it is on, and the rest of the document.

The last is what a sentence alone cannot give: "Wolf" is a person here because "Chad Wolf" stands elsewhere. So
features are made for a whole document at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.english.tokens import Token
from analysis.english.words import BODIES, CALENDAR, SITES, SPEECH, TITLES
from analysis.gazetteer import fame
from analysis.gazetteer.file import COMMON_SURNAME, COMMON_WORD, GIVEN_NAME, SURNAME, WORD
from analysis.gazetteer.lookup import candidates, demonym, flags_of
from analysis.names.known import listed_bodies
from analysis.resources import FOLDER

LONGEST_LISTED = 4
"""Tokens of the longest listed place name that is looked up as a whole."""

N_QUIET = 2
"""Features of a token that has no capital, and none beside it."""

EDGE = ("<s>", "<s>", "")
"""What stands before the first and behind the last token of a sentence: word, shape, lists."""


@lru_cache(maxsize=60_000)
def shape(text: str) -> str:
    """The form of a token, repeats folded: "Iran" is Xx, "US" XX, "U.S." X.X., "F-16" X-d."""
    out: list[str] = []
    for char in text[:20]:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if out[-2:] != [kind, kind] and not (kind in "xd" and out[-1:] == [kind]):
            out.append(kind)
    return "".join(out)


@lru_cache(maxsize=60_000)
def lists(text: str) -> str:
    """The lists that a token is on, as one string of letters; "" for none."""
    low = text.lower().rstrip(".")
    marks = [
        letter
        for letter, words in (("t", TITLES), ("b", BODIES), ("s", SITES), ("c", CALENDAR), ("v", SPEECH))
        if low in words
    ]
    if text[:1].isupper():
        flags = flags_of(text)
        marks += [
            letter
            for letter, flag in (
                ("w", COMMON_WORD),
                ("o", WORD),
                ("g", GIVEN_NAME),
                ("S", COMMON_SURNAME),
                ("n", SURNAME),
            )
            if flags & flag
        ]
        if demonym(text):
            marks.append("N")
        marks.append(place_mark(text))
    return "".join(marks)


@lru_cache(maxsize=60_000)
def place_mark(name: str) -> str:
    """How well known the best place of this name is: "C" a country, "P" well known, "p" known, "" none."""
    records = candidates(name)
    if not records:
        return ""
    best = records[0]
    if best.kind in ("country", "region"):
        return "C"
    return "P" if best.fame >= fame.CITY else "p" if best.fame >= fame.VILLAGE else "q"


@lru_cache(maxsize=60_000)
def own(text: str) -> tuple[str, ...]:
    """The features of a token by itself."""
    low, form, on = text.lower(), shape(text), lists(text)
    found = [f"w={low}", f"h={form}", f"p3={low[:3]}", f"s3={low[-3:]}", f"s2={low[-2:]}", f"s4={low[-4:]}"]
    found += [f"p2={low[:2]}", f"l={on}", f"n={min(len(text), 8)}"]
    found += [f"l.{mark}" for mark in on]
    if text.isupper() and len(text) > 1:
        found.append("caps")
    return tuple(found)


@lru_cache(maxsize=60_000)
def neighbour(text: str) -> tuple[str, str, str]:
    """What a token shows to those beside it: its word, its shape, its lists."""
    return (text.lower(), shape(text), lists(text))


def document_features(sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """
    The features of every token, by sentence.

    Args: sentences: the tokens of each sentence of one document, in reading order.
    """
    memory = remember(sentences)
    return [sentence_features([token.text for token in tokens], memory) for tokens in sentences]


def remember(sentences: Sequence[Sequence[Token]]) -> dict[str, list[str]]:
    """
    What the document shows of each capitalised word in all its places, as features.

    Whether it is also written small, and which kinds of word stand before and behind it anywhere.
    """
    small: set[str] = set()
    seen: dict[str, set[str]] = defaultdict(set)
    for tokens in sentences:
        for at, token in enumerate(tokens):
            text = token.text
            if text.islower():
                small.add(text)
            elif text[:1].isupper():
                before = neighbour(tokens[at - 1].text) if at else EDGE
                behind = neighbour(tokens[at + 1].text) if at + 1 < len(tokens) else EDGE
                seen[text.lower()].update(evidence(before, behind, at))
    return {
        word: [f"d.{mark}" for mark in marks] + (["d.small"] if word in small else []) for word, marks in seen.items()
    }


def evidence(before: tuple[str, str, str], behind: tuple[str, str, str], at: int) -> list[str]:
    """What the neighbours in one place say of a word."""
    marks = ["mid"] if at else []
    if "t" in before[2]:
        marks.append("title")
    if "g" in before[2]:
        marks.append("given")
    if "v" in behind[2] or "v" in before[2]:
        marks.append("speech")
    if "b" in behind[2] and behind[1][:1] == "X":
        marks.append("body")
    if "s" in behind[2] and behind[1][:1] == "X":
        marks.append("site")
    if before[0] in ("in", "at", "near", "from", "to"):
        marks.append(before[0])
    if behind[1][:1] == "X" and ("S" in behind[2] or "n" in behind[2]):
        marks.append("surname")
    return marks


def sentence_features(words: Sequence[str], memory: dict[str, list[str]]) -> list[list[str]]:
    """The features of the tokens of one sentence."""
    around = [EDGE, EDGE, *map(neighbour, words), EDGE, EDGE]
    listed = listed_places(words)
    bodies = listed_bodies(words)
    clusters = [NONE, *map(cluster_of, words), NONE]
    is_shouted = sum(word.isupper() for word in words) * 2 > len(words) > 3
    n_titled = sum(word[:1].isupper() for word in words)
    is_titled = n_titled * 5 > len(words) * 3 and len(words) > 3
    rows = []
    may_be_name = [not word.islower() and (word[0].isalnum() or len(word) > 1) for word in words]
    for at, word in enumerate(words):
        if not any(may_be_name[max(0, at - 1) : at + 2]):
            rows.append([f"w={word}", "quiet"])  # Half of all tokens; what they are is in no doubt.
            continue
        (w2, _, _), (w1, h1, l1), (_, h0, _), (v1, g1, k1), (v2, g2, _) = around[at : at + 5]
        row = [*own(word), *memory.get(word.lower(), ())]
        row += [
            f"w-1={w1}", f"w+1={v1}", f"w-2={w2}", f"w+2={v2}", f"h-1={h1}", f"h+1={g1}", f"l-1={l1}", f"l+1={k1}",
            f"h-+={h1}|{h0}|{g1}", f"w-1h={w1}|{h0}", f"hw+1={h0}|{v1}", f"h0+2={h0}|{g1}|{g2}",
            f"ll={l1}|{around[at + 2][2]}", f"lk={around[at + 2][2]}|{k1}", f"w-2-1={w2}|{w1}",
        ]  # fmt: skip
        before, here, behind = clusters[at : at + 3]
        row += [
            f"c={here.fine}", f"k={here.coarse}", f"c-1={before.fine}", f"c+1={behind.fine}", f"k-1={before.coarse}",
            f"k+1={behind.coarse}", f"k-10={before.coarse}|{here.coarse}", f"k0+1={here.coarse}|{behind.coarse}",
        ]  # fmt: skip
        if listed[at]:
            row.append(listed[at])
        if bodies[at]:
            row.append(bodies[at])
        if at == 0:
            row.append("first")
        if is_shouted:
            row.append("shouted")
        elif is_titled:
            row.append("titled")
        rows.append(row)
    return rows


def listed_places(words: Sequence[str]) -> list[str]:
    """For each token, whether it opens or goes on in the name of several words of a listed place."""
    marks = [""] * len(words)
    at = 0
    while at < len(words):
        last = at
        if words[at][:1].isupper():
            for stop in range(min(len(words), at + LONGEST_LISTED), at + 1, -1):
                if words[stop - 1][:1].isupper() and (mark := place_mark(" ".join(words[at:stop]))):
                    marks[at] = f"G.B{mark}"
                    for inner in range(at + 1, stop):
                        marks[inner] = f"G.I{mark}"
                    last = stop - 1
                    break
        at = last + 1
    return marks


def second_stage(
    rows: list[list[list[str]]], sentences: Sequence[Sequence[Token]], labels: Sequence[Sequence[str]]
) -> list[list[list[str]]]:
    """
    The features of the second stage: those of the first, and what the first stage made of the document.

    For each token its own first label, those beside it, and the label that its word got most often elsewhere.
    """
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for tokens, tags in zip(sentences, labels, strict=True):
        for token, tag in zip(tokens, tags, strict=True):
            if token.text[:1].isupper():
                votes[token.text.lower()][tag] += 1
    out = []
    for features, tokens, tags in zip(rows, sentences, labels, strict=True):
        new = []
        for at, (row, token, tag) in enumerate(zip(features, tokens, tags, strict=True)):
            before = tags[at - 1] if at else "<s>"
            behind = tags[at + 1] if at + 1 < len(tags) else "<s>"
            if len(row) == N_QUIET:
                new.append(row)
                continue
            extra = [f"1={tag}", f"1-1={before}", f"1+1={behind}", f"1-+={before}|{tag}|{behind}"]
            tally = votes.get(token.text.lower())
            if tally:
                best = most_elsewhere(tally, tag)
                if best:
                    extra += [f"1d={best}", f"1dd={best}|{tag}"]
            new.append(row + extra)
        out.append(new)
    return out


def most_elsewhere(tally: dict[str, int], tag: str) -> str:
    """The label that a word got most often in its other places; "" where it has none."""
    if len(tally) == 1:
        return tag if tally[tag] > 1 else ""
    others = {label: n - (label == tag) for label, n in tally.items()}
    best = max(others, key=lambda label: (others[label], label))
    return best if others[best] > 0 else ""


# Words that are used alike in much other text, so that the recogniser knows more words than it was trained on.

RESOURCE = FOLDER / "word_clusters.txt"
"""100,000 words in 1,000 clusters within 100; made by `python -m training.word_clusters`, which names the source."""


class Cluster(NamedTuple):
    """The number of a word's cluster, and of the coarse one around it, as the features name them."""

    fine: str
    coarse: str


NONE = Cluster("-", "-")
"""The cluster of a word that is not listed."""


@cache
def _clusters() -> dict[str, Cluster]:
    found: dict[str, Cluster] = {}
    for number, line in enumerate(RESOURCE.read_text("utf-8").splitlines()):
        coarse, _, words = line.partition(": ")
        found.update(dict.fromkeys(words.split(" "), Cluster(str(number), coarse)))
    return found


def cluster_of(word: str) -> Cluster:
    """The cluster of a word, however it is capitalised."""
    return _clusters().get(word.lower().replace("’", "'"), NONE)
