"""
Score tone: `python -m benchmarks.tone FOLDER [--vectors FILE]`.

FOLDER holds newsmtsc_rw_dev.jsonl and newsmtsc_mt_dev.jsonl (tone toward a target), nyt_snippets_train.jsonl and,
where it is there, semeval2007_trial.jsonl (tone of a sentence, the mean of several raters). Both engines, TextBlob,
VADER and, where it is installed, AFINN stand beside each other, in one run, with 95 % bootstrap intervals over rows.
Of the snippets only the fifth of the articles that the encoder was not trained on is read, and of it once more the
sentences with a negation. The fast engine's list was trained on all snippets, so with `--vectors` it is trained again
ten times, each time without a tenth of the articles, and scored on that tenth.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import click
import numpy as np

from analysis import analyze
from analysis.encoder.reader import Reader
from analysis.encoder.session import is_available
from analysis.engines import installed_pipelines, load
from analysis.model import Document, Paragraph, Sentence
from analysis.tone.events import score_events
from analysis.tone.toward import is_negation, network, window
from training.entities.corpora import bucket
from training.tone.data import LABELS, document_of, read_rows

N_BOOTSTRAP, N_FOLDS = 1000, 10
SNIPPETS_HELD = 5
"""The encoder's training holds back one article of the snippets in so many."""
THRESHOLD = 0.05
"""How far from nothing a score is called positive or negative: VADER's own."""
THRESHOLDS = {"encoder": 0.10}
"""Its own where an engine has one: the fast engine's, which was chosen on the SemEval trial file."""


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


def sentence_of(text: str) -> Document:
    """A document of one sentence."""
    return Document("", text, (Paragraph(0, 0, len(text)),), (Sentence(0, 0, len(text), 0),))


def targets_by_encoder(rows: list[dict[str, Any]]) -> Any:
    """Probabilities (n, 3) of rows with one target each."""
    return np.concatenate([Reader(sentence_of(row["text"])).toward([(row["from"], row["to"])]) for row in rows])


def targets_by_fast(rows: list[dict[str, Any]]) -> Any:
    """The same without the encoder."""
    return network().probabilities([window(row["text"], row["from"], row["to"]) for row in rows])


def toward(path: Path) -> None:
    """Tone toward a target."""
    rows = read_rows(path)
    gold = np.array([LABELS[row["label"]] for row in rows])
    engines = {"fast": targets_by_fast}
    if is_available():
        engines = {"encoder": targets_by_encoder} | engines
    for name, read in engines.items():
        read(rows[:1])
        start = perf_counter()
        found = read(rows)
        speed = len(rows) / (perf_counter() - start)
        surest = np.argsort(-found.max(1))[: len(rows) // 2]
        half = (found.argmax(1)[surest] == gold[surest]).mean()
        click.echo(
            f"{path.stem:18} {name:9} macro-F1 {interval(macro_f1, found.argmax(1), gold)}  surest half {half:.3f}  "
            f"calibration error {calibration_error(found, gold):.3f}  {speed:,.0f} targets/s"
        )
    for name, tool in lexicons().items():
        scores = np.array([tool(row["text"]) for row in rows])
        click.echo(f"{path.stem:18} {name:9} macro-F1 {interval(macro_f1, classes(scores), gold)}")


def encoder_tone(text: str) -> float:
    """The encoder's tone of a sentence."""
    return Reader(sentence_of(text)).tones([(0, len(text))])[0] or 0.0


def fast_tone(text: str) -> float:
    """The fast engine's tone of a sentence."""
    return score_events(sentence_of(text), 0, len(text), set())[0] or 0.0


def events(folder: Path, vectors: Path | None) -> None:
    """Tone of a sentence."""
    tools = lexicons()
    if is_available():
        tools = {"encoder": encoder_tone} | tools
    every = read_rows(folder / "nyt_snippets_train.jsonl")
    held = [row for row in every if bucket(document_of(row), SNIPPETS_HELD) == 0]
    sets = {"nyt, held fifth": held, "of it, negated": [row for row in held if is_negated(row["text"])]}
    found = {name: {key: np.array([tool(row["text"]) for row in rows]) for key, tool in tools.items()}
             for name, rows in sets.items()}  # fmt: skip
    if vectors is not None:
        tones = cross_validated(folder, vectors, every)
        places = {row["id"]: at for at, row in enumerate(every)}
        for name, rows in sets.items():
            found[name]["fast"] = tones[[places[row["id"]] for row in rows]]
    trial = folder / "semeval2007_trial.jsonl"
    if trial.exists():
        sets["semeval trial"] = read_rows(trial)
        found["semeval trial"] = {
            key: np.array([tool(row["text"]) for row in sets["semeval trial"]])
            for key, tool in ({"fast": fast_tone} | tools).items()
        }
    for name, rows in sets.items():
        gold = np.array([row["score"] for row in rows])
        labels = np.array([LABELS[row["label"]] for row in rows])
        for key, scores in found[name].items():
            r = interval(lambda a, b: float(np.corrcoef(a, b)[0, 1]), scores, gold)
            f1 = interval(macro_f1, classes(scores, THRESHOLDS.get(key, THRESHOLD)), labels)
            click.echo(f"{name:18} {key:9} r {r}  macro-F1 {f1}  ({len(rows)} rows)")


def is_negated(text: str) -> bool:
    """Whether a sentence holds a negation."""
    return any(is_negation(word.lower().replace("’", "'").strip('.,;:!?"')) for word in text.split())


def cross_validated(folder: Path, vectors_file: Path, rows: list[dict[str, Any]]) -> Any:
    """The event tone of each row by a lexicon that was trained without its article."""
    import torch

    from training.tone import event
    from training.tone.data import read_vectors

    vectors = read_vectors(vectors_file)
    articles = sorted({document_of(row) for row in rows})
    order = np.random.default_rng(0).permutation(len(articles))
    fold = {articles[at]: number % N_FOLDS for number, at in enumerate(order)}
    scores = np.zeros(len(rows))
    for number in range(N_FOLDS):
        held = [at for at, row in enumerate(rows) if fold[document_of(row)] == number]
        net, encoder = event.train(folder, vectors, {rows[at]["id"] for at in held})
        with torch.no_grad():
            scores[held] = net(*encoder([rows[at]["text"] for at in held])).numpy()
    return scores


def speed() -> None:
    """Words a second of a whole analysis by either engine, on the bundled articles repeated, and of spaCy."""
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))) * 10
    systems: dict[str, Callable[[str], object]] = {"fast": lambda text: analyze(text, engine="fast")}
    if is_available():
        systems = {"encoder": lambda text: analyze(text, engine="encoder")} | systems
    systems |= {f"spaCy {name}": load(name) for name in installed_pipelines()}
    for name, read in systems.items():
        read(text[:2000])
        start = process_time()
        read(text)
        rate = len(text.split()) / (process_time() - start)
        click.echo(f"whole analysis     {name:9} {rate:,.0f} words/s of processor time")


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
