"""
Score tone: `python -m benchmarks.tone FOLDER [--vectors FILE]`.

FOLDER holds newsmtsc_rw_dev.jsonl and newsmtsc_mt_dev.jsonl (tone toward a target) and nyt_snippets_train.jsonl
(tone of a sentence, the mean of 20 raters). TextBlob, VADER and, where it is installed, AFINN stand beside ours, in
one run, with 95 % bootstrap intervals over rows. The shipped event tone was trained on the snippets, so with
`--vectors` it is trained again ten times, each time without a tenth of the articles, and scored on that tenth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import click
import numpy as np

from analysis.segment import segment
from analysis.target_features import window
from analysis.toward import network
from training.tone.data import LABELS, read_rows

N_BOOTSTRAP, N_FOLDS = 1000, 10
THRESHOLD = 0.05


def lexicons() -> dict[str, Callable[[str], float]]:
    """The other tools, each a function from a text to a score."""
    from textblob import TextBlob
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader = SentimentIntensityAnalyzer()
    tools = {
        "TextBlob": lambda text: TextBlob(text).sentiment.polarity,
        "VADER": lambda text: vader.polarity_scores(text)["compound"],
    }
    try:
        from afinn import Afinn
    except ModuleNotFoundError:
        return tools
    afinn = Afinn()
    return tools | {"AFINN": lambda text: afinn.score(text) / 10}


def classes(scores: Any, threshold: float = THRESHOLD) -> Any:
    """Scores to 0 negative, 1 neutral, 2 positive."""
    return np.where(scores < -threshold, 0, np.where(scores > threshold, 2, 1))


def macro_f1(found: Any, gold: Any) -> float:
    """The mean of the three classes' F."""
    return float(
        np.mean(
            [2 * ((found == c) & (gold == c)).sum() / max((found == c).sum() + (gold == c).sum(), 1) for c in range(3)]
        )
    )


def interval(measure: Callable[[Any, Any], float], found: Any, gold: Any) -> str:
    """A measure with its 95 % bootstrap interval."""
    draw = np.random.default_rng(0).integers(0, len(gold), (N_BOOTSTRAP, len(gold)))
    low, high = np.percentile([measure(found[rows], gold[rows]) for rows in draw], [2.5, 97.5])
    return f"{measure(found, gold):.3f} [{low:.3f}, {high:.3f}]"


def calibration_error(probabilities: Any, gold: Any, n_bins: int = 10) -> float:
    """Expected calibration error of the surest class."""
    sure, right = probabilities.max(1), probabilities.argmax(1) == gold
    bins = np.minimum((sure * n_bins).astype(int), n_bins - 1)
    return float(sum((bins == b).mean() * abs(sure[bins == b].mean() - right[bins == b].mean()) for b in set(bins)))


def toward(path: Path) -> None:
    """Tone toward a target."""
    rows = read_rows(path)
    gold = np.array([LABELS[row["label"]] for row in rows])
    windows = [window(row["text"], row["from"], row["to"]) for row in rows]
    network()
    start = perf_counter()
    found = network().probabilities(windows)
    speed = len(rows) / (perf_counter() - start)
    surest = np.argsort(-found.max(1))[: len(rows) // 2]
    half = (found.argmax(1)[surest] == gold[surest]).mean()
    click.echo(
        f"{path.stem:18} Dateline  macro-F1 {interval(macro_f1, found.argmax(1), gold)}  surest half {half:.3f}  "
        f"calibration error {calibration_error(found, gold):.3f}  {speed:,.0f} targets/s"
    )
    for name, tool in lexicons().items():
        scores = np.array([tool(row["text"]) for row in rows])
        click.echo(f"{path.stem:18} {name:9} macro-F1 {interval(macro_f1, classes(scores), gold)}")


def events(folder: Path, vectors: Path | None) -> None:
    """Tone of a sentence."""
    rows = read_rows(folder / "nyt_snippets_train.jsonl")
    gold = np.array([row["score"] for row in rows])
    labels = np.array([LABELS[row["label"]] for row in rows])
    tools = {name: np.array([tool(row["text"]) for row in rows]) for name, tool in lexicons().items()}
    if vectors is not None:
        tools = {"Dateline": cross_validated(folder, vectors, rows)} | tools
    for name, scores in tools.items():
        r = interval(lambda a, b: float(np.corrcoef(a, b)[0, 1]), scores, gold)
        click.echo(f"nyt snippets       {name:9} r {r}  macro-F1 {interval(macro_f1, classes(scores), labels)}")


def cross_validated(folder: Path, vectors_file: Path, rows: list[dict[str, Any]]) -> Any:
    """The event tone of each row by a lexicon that was trained without its article."""
    import torch

    from training.tone import event
    from training.tone.data import read_vectors

    vectors = read_vectors(vectors_file)
    articles = sorted({article_of(row) for row in rows})
    order = np.random.default_rng(0).permutation(len(articles))
    fold = {articles[at]: number % N_FOLDS for number, at in enumerate(order)}
    scores = np.zeros(len(rows))
    for number in range(N_FOLDS):
        held = [at for at, row in enumerate(rows) if fold[article_of(row)] == number]
        net, encoder = event.train(folder, vectors, {rows[at]["id"] for at in held})
        with torch.no_grad():
            scores[held] = net(*encoder([rows[at]["text"] for at in held])).numpy()
    return scores


def article_of(row: dict[str, Any]) -> str:
    """The article that a snippet is from."""
    return row["id"].rsplit("_", 1)[0]


def speed() -> None:
    """Words a second of all of tone but the classifier, on the bundled articles repeated."""
    from analysis.tone_report import pieces, score_piece

    text = "\n\n".join(path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))) * 10
    document = segment(re.sub(r"\r", "", text))
    score_piece(document, 0, document.sentences[0].end, [], set())  # Loads the lexicons.
    start = perf_counter()
    for sentence in document.sentences:
        for left, right, _ in pieces(document.text, sentence.start, sentence.end, []):
            score_piece(document, left, right, [], set())
    click.echo(f"words, VADER and event tone together: {document.n_words / (perf_counter() - start):,.0f} words/s")


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--vectors", type=click.Path(exists=True, path_type=Path), help="Word vectors, to cross-validate.")
def main(folder: Path, vectors: Path | None) -> None:
    """Score everything."""
    for name in ("newsmtsc_rw_dev", "newsmtsc_mt_dev"):
        toward(folder / f"{name}.jsonl")
    events(folder, vectors)
    speed()


if __name__ == "__main__":
    main()
