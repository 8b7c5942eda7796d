"""How well names are found, on files with gold names: exact spans, micro-F over PERSON, ORG, PLACE and NORP."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter

from analysis.english.segment import segment
from analysis.gazetteer.lookup import candidates, country_of_demonym
from analysis.model import Document, Span

SCORED = ("PERSON", "ORG", "PLACE", "NORP")
OF_CONLL = {"PER": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE"}

Gold = tuple[str, set[tuple[int, int, str]]]
"""A document's text and its gold names as (start, end, label)."""


def read(path: Path, split: str | None = None, keep: Callable[[str], bool] | None = None) -> Iterator[Gold]:
    """Read JSON lines ({"doc", "text", "entities"}) or, by its ending, CoNLL columns; rows of one `doc` are joined."""
    if path.suffix in (".conll", ".iob", ".bio"):
        yield from read_conll(path)
        return
    with path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    documents = defaultdict(list)
    for row in rows:
        if (split is None or row.get("split") == split) and (keep is None or keep(row["doc"])):
            documents[row["doc"]].append(row)
    for parts in documents.values():
        text, gold = "", set()
        for row in parts:
            gold |= {(len(text) + e["start"], len(text) + e["end"], e["label"]) for e in row["entities"]}
            text += row["text"].replace("\r", " ") + "\n\n"
        yield text, {name for name in gold if name[2] in SCORED}


def read_conll(path: Path) -> Iterator[Gold]:
    """Read one token a line, its BIO label last, sentences parted by empty lines, documents by -DOCSTART-."""
    for block in re.split(r"(?m)^-DOCSTART-.*$", path.read_text("utf-8")):
        text, names = "", []
        for line in block.splitlines():
            columns = line.split()
            if not columns:
                text += "\n\n" if text else ""
                continue
            start = len(text)
            text += columns[0] + " "
            mark, _, kind = columns[-1].partition("-")
            label = OF_CONLL.get(kind, kind)
            if mark == "B" or (mark == "I" and not names):
                names.append([start, len(text) - 1, label])
            elif mark == "I":
                names[-1][1] = len(text) - 1
        if text.strip():
            yield text, {(a, b, label) for a, b, label in names if label in SCORED}


def lexicon_baseline(document: Document) -> tuple[Span, ...]:
    """Runs of capitalised words; a place or a people if the gazetteer lists them, else a person."""
    found = []
    for match in re.finditer(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*", document.text):
        name = match[0]
        if country_of_demonym(name):
            label = "NORP"
        elif candidates(name):
            label = "PLACE"
        elif " " in name:
            label = "PERSON"
        else:
            continue
        found.append(Span(match.start(), match.end(), label))
    return tuple(found)


def score(documents: Iterable[Gold], recogniser: Callable[[Document], Iterable[Span]]) -> dict[str, float]:
    """F by label and over all, in per cent, and words a second."""
    hit, found, gold = Counter[str](), Counter[str](), Counter[str]()
    seconds, n_words = 0.0, 0
    for text, names in documents:
        document = segment(text)
        shift = len(text) - len(text.lstrip()) if document.text != text and text.lstrip() == document.text else 0
        start = perf_counter()
        spans = {(s.start + shift, s.end + shift, s.label) for s in recogniser(document) if s.label in SCORED}
        seconds += perf_counter() - start
        n_words += document.n_words
        gold.update(label for *_, label in names)
        found.update(label for *_, label in spans)
        hit.update(label for *_, label in spans & names)
    scores = {label: 200 * hit[label] / max(found[label] + gold[label], 1) for label in SCORED}
    return {"all": 200 * hit.total() / max(found.total() + gold.total(), 1), **scores, "words/s": n_words / seconds}
