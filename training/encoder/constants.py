"""Fit what turns the network's scores into probabilities that can be believed, on documents it was not trained on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.encoder import session
from analysis.encoder.reader import LABEL_ROWS, softmax
from analysis.encoder.tags import best_tags
from analysis.english.tokens import tokenize
from analysis.names.recognise import spans_of
from training.encoder.names import Labels
from training.entities.corpora import Annotated
from training.entities.score import SCORED
from training.tone.data import LABELS


def read_rows_toward(rows: Sequence[dict[str, Any]], hints: dict[str, list[str]]) -> tuple[Any, Any]:
    """Logits of the exported network and gold labels of rows with one target each."""
    logits = np.zeros((len(rows), 3), np.float32)
    for at, row in enumerate(rows):
        tokens = list(tokenize(row["text"]))
        inside = [n for n, t in enumerate(tokens) if t.start < row["to"] and t.end > row["from"]]
        found = session.read_tone([token.text for token in tokens], hints[row["text"]])
        logits[at] = session.toward(found, [(inside[0], inside[-1] + 1)])[0]
    return logits, np.array([LABELS[row["label"]] for row in rows])


def read_sentences(texts: Sequence[str], hints: dict[str, list[str]]) -> Any:
    """The tone of sentences by the exported network."""
    return np.array([session.read_tone([t.text for t in tokenize(text)], hints[text]).tone for text in texts])


def temperature(logits: Any, gold: Any) -> float:
    """The divisor of the logits that makes the gold labels likeliest."""
    grid = np.arange(0.5, 3.01, 0.05)
    loss = [-np.log(softmax(logits / t)[np.arange(len(gold)), gold] + 1e-9).mean() for t in grid]
    return round(float(grid[int(np.argmin(loss))]), 2)


def summary(logits: Any, gold: Any) -> str:
    """How well targets are read, in words and numbers."""
    from benchmarks.tone.__main__ import calibration_error, macro_f1

    odds = softmax(logits / temperature(logits, gold))
    surest = np.argsort(-odds.max(1))[: len(gold) // 2]
    half = (odds.argmax(1)[surest] == gold[surest]).mean()
    error = calibration_error(odds, gold)
    return f"macro-F1 {macro_f1(odds.argmax(1), gold):.3f}, surest half {half:.3f}, calibration error {error:.3f}"


def name_shares(
    documents: Sequence[Annotated], hints: dict[str, Labels]
) -> tuple[Any, Any, list[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]]]:
    """Of every name found, the share of its least sure word, and whether it is right; and (gold, found) by sentence."""
    rows = [
        (tokens, labels, told)
        for d in documents
        for tokens, labels, told in zip(d.sentences, d.labels, hints[d.id], strict=True)
        if tokens
    ]
    shares, right = [], []
    pairs = []
    for tokens, labels, told in rows:
        found = session.read_names([token.text for token in tokens], told)
        gold = {(s.start, s.end, s.label) for s in spans_of(tokens, labels)}
        best = best_tags(found)
        have = set()
        for span in spans_of(tokens, [*best, *told[len(best) :]]):
            have.add((span.start, span.end, span.label))
            share = least_share(
                found, [n for n, t in enumerate(tokens) if span.start <= t.start < span.end], span.label
            )
            if span.label in SCORED and share is not None:
                shares.append(share)
                right.append((span.start, span.end, span.label) in gold)
        pairs.append(({s for s in gold if s[2] in SCORED}, {s for s in have if s[2] in SCORED}))
    return np.array(shares), np.array(right), pairs


def least_share(found: Any, inside: Sequence[int], label: str) -> float | None:
    """The share of a label at its least sure word; None where a word was not read."""
    if not inside or inside[-1] >= len(found):
        return None
    return float(softmax(found[inside])[:, LABEL_ROWS[label]].sum(1).min())


def logistic(shares: Any, right: Any) -> tuple[float, float]:
    """Slope and offset from the log odds of a share to those of being right, by Newton's method."""
    shares = np.clip(shares, 1e-6, 1 - 1e-6)
    x = np.stack([np.log(shares / (1 - shares)), np.ones(len(shares))], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        weights += np.linalg.solve(curve, x.T @ (right - p))
    return round(float(weights[0]), 3), round(float(weights[1]), 3)


def write(path: Path, toward: float, names: tuple[float, float]) -> None:
    """Write analysis/resources/encoder.json."""
    path.write_text(json.dumps({"toward": toward, "slope": names[0], "offset": names[1]}) + "\n", encoding="utf-8")
