"""Annotated corpora to sentences of tokens with BIO labels, by document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from analysis.english.segment import segment
from analysis.english.tokens import Token, tokenize
from training.prose import TYPES, read_articles

PROSE = Path(__file__).parent.parent / "prose"

SOURCES = {
    "wikigold.jsonl": "train",
    "re3d.train.jsonl": "train",
    "gum.train.jsonl": "train",
    "uner_ewt.jsonl": "train",
    "crossner_politics.jsonl": "train",
    "gmb.half.jsonl": "train",
}
"""The open corpora, and the split of each that may be trained on."""

PLACES = ("GPE", "LOC", "FAC")
PROSE_TEST_SHARE = 10
"""One document in so many of the project's own prose is kept for testing."""


@dataclass(frozen=True)
class Annotated:
    """A document: its id, and for each sentence the tokens and their labels."""

    id: str
    sentences: list[list[Token]]
    labels: list[list[str]]


def bucket(name: str, n_buckets: int) -> int:
    """A number below `n_buckets` that depends on nothing but the name."""
    return int(hashlib.sha256(name.encode("utf-8")).hexdigest(), 16) % n_buckets


def read_jsonl(path: Path, split: str | None = None) -> Iterator[Annotated]:
    """Read rows of {"doc", "split", "text", "entities": [{"start", "end", "label"}]}, in reading order."""
    with path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    rows = [row for row in rows if split is None or row["split"] == split]
    for name, group in groupby(rows, key=lambda row: row["doc"]):
        sentences: list[list[Token]] = []
        labels: list[list[str]] = []
        for row in group:
            spans = [(e["start"], e["end"], e["label"]) for e in row["entities"]]
            add_text(row["text"], spans, sentences, labels)
        yield Annotated(f"{path.stem}/{name}", sentences, labels)


def read_prose(folder: Path = PROSE) -> Iterator[Annotated]:
    """Read the project's own annotated prose."""
    for path in sorted(folder.glob("*.txt")):
        for article in read_articles(path):
            sentences: list[list[Token]] = []
            labels: list[list[str]] = []
            spans = [
                (n.start, n.end, "PLACE" if n.type in PLACES else n.type) for n in article.names if n.type in TYPES
            ]
            add_text(article.text, spans, sentences, labels)
            yield Annotated(f"prose/{article.id}", sentences, labels)


def is_prose_test(document: Annotated) -> bool:
    """Whether a document of the prose is kept for testing."""
    return bucket(document.id, PROSE_TEST_SHARE) == 0


def add_text(
    text: str, spans: Sequence[tuple[int, int, str]], sentences: list[list[Token]], labels: list[list[str]]
) -> None:
    """Cut a text into sentences of tokens and label them."""
    document = segment(text)
    for sentence in document.sentences:
        tokens = list(tokenize(document.text, sentence.start, sentence.end))
        sentences.append(tokens)
        labels.append(bio(tokens, [span for span in spans if span[0] < sentence.end and span[1] > sentence.start]))


def bio(tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """BIO labels; a token belongs to the span that holds its first character."""
    out = []
    previous = None
    for token in tokens:
        span = next((s for s in spans if s[0] <= token.start < s[1]), None)
        out.append("O" if span is None else f"{'I' if span is previous else 'B'}-{span[2]}")
        previous = span
    return out


def training_documents(folder: Path, silver_share: float) -> list[Annotated]:
    """Every document that weights may be trained on; of the silver corpus only a share."""
    documents = [d for d in read_prose() if not is_prose_test(d)]
    for name, split in SOURCES.items():
        for document in read_jsonl(folder / name, split):
            is_silver = name.startswith("gmb")
            is_held_out = name.startswith("re3d") and bucket(document.id, 3) == 0
            if not is_held_out and (not is_silver or bucket(document.id, 100) < silver_share * 100):
                documents.append(document)
    return documents
