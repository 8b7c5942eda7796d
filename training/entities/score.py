"""Exact-span scores over PERSON, ORG, PLACE and NORP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from analysis.english.tokens import Token
from analysis.names.recognise import spans_of, tag
from training.entities.corpora import Annotated

Tagger = Callable[[Sequence[Sequence[Token]]], Sequence[Sequence[str]]]
"""The tokens of the sentences of a document -> the BIO labels of each."""

SCORED = ("PERSON", "ORG", "PLACE", "NORP")


def f_score(hit: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * hit / max(found + gold, 1)


def score(documents: Iterable[Annotated], tagger: Tagger = tag) -> dict[str, float]:
    """Micro-F by type and over all, in per cent."""
    hit, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        guesses = tagger(document.sentences)
        for tokens, theirs, ours in zip(document.sentences, document.labels, guesses, strict=True):
            want = {(s.start, s.end, s.label) for s in spans_of(tokens, theirs) if s.label in SCORED}
            have = {(s.start, s.end, s.label) for s in spans_of(tokens, ours) if s.label in SCORED}
            gold.update(label for _, _, label in want)
            found.update(label for _, _, label in have)
            hit.update(label for _, _, label in want & have)
    scores = {label: f_score(hit[label], found[label], gold[label]) for label in SCORED}
    return {"all": f_score(hit.total(), found.total(), gold.total()), **scores}


def show(name: str, documents: Sequence[Annotated], tagger: Tagger = tag) -> None:
    """Print a line of scores."""
    print(f"{name:16}", "  ".join(f"{key} {value:5.1f}" for key, value in score(documents, tagger).items()), flush=True)
