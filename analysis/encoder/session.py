"""
The network, opened when it is first asked, and one pass of it over sentences.

It runs on the processor with one thread: articles are short, and a server has other readers. onnxruntime is
optional; where it is missing, `is_available` says so and the app reads with the engine that needs no network.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.encoder.heads import TAGS, step_of
from analysis.encoder.inputs import Row, read_words
from analysis.encoder.wordpieces import vocabulary
from analysis.errors import ResourceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RESOURCES = Path(__file__).parent.parent / "resources"
READING, TOWARD = RESOURCES / "encoder.onnx", RESOURCES / "encoder_toward.onnx"

PIECES_AT_ONCE = 600
"""Pieces that one run reads, padding included: more is no faster and takes more memory."""

TARGETS_AT_ONCE = 32

lock = threading.Lock()
"""Held while a session is opened, so that two readers at once do not open two."""

_sessions: dict[Path, InferenceSession] = {}


class Reading(NamedTuple):
    """
    What one pass gives of a sentence of some pieces, the two marks included.

    `vectors` (pieces, 384), `names` (words read, tags) log odds of the tags, `tone` the sentence's, -1..1.
    """

    row: Row
    vectors: Any
    names: Any
    tone: float


class Target(NamedTuple):
    """Words [first, stop) of a reading, toward which a tone is asked."""

    reading: Reading
    first: int
    stop: int


@cache
def is_available() -> bool:
    """Whether the network can be run: onnxruntime is installed."""
    return find_spec("onnxruntime") is not None


def session(path: Path) -> InferenceSession:
    """A network, opened once a process; raises ResourceError where its file is missing or damaged."""
    if path not in _sessions:
        with lock:
            if path not in _sessions:
                _sessions[path] = _open(path)
    return _sessions[path]


def _open(path: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # The arena keeps the most that was ever asked for.
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises a class of its own for every way in which a file is bad.
        raise ResourceError(f"{path.name} cannot be opened: {error}") from error


def read(
    sentences: Sequence[Sequence[str]], hints: Sequence[Sequence[str]], *, path: Path = READING
) -> Iterator[tuple[int, Reading]]:
    """
    Read sentences, those of about the same length together; yield each with its index as it is read.

    Args: sentences: the words of each; hints: the recogniser's tags of them. Sentences without words are left out.
    """
    words = vocabulary()
    rows = {at: read_words(sentence, words) for at, sentence in enumerate(sentences) if sentence}
    order = sorted(rows, key=lambda at: len(rows[at].pieces))
    network = session(path) if rows else None
    while order:
        length = len(rows[order[-1]].pieces)
        n = max(1, PIECES_AT_ONCE // length)
        batch, order = order[-n:], order[:-n]
        arrays = {name: np.zeros((len(batch), length), np.int64) for name in ("pieces", "cases", "hints")}
        for number, at in enumerate(batch):
            row = rows[at]
            arrays["pieces"][number, : len(row.pieces)] = row.pieces
            arrays["cases"][number, : len(row.pieces)] = row.cases
            arrays["hints"][number, : len(row.pieces)] = [
                1 + TAG_ROWS[hints[at][word]] if word >= 0 else 0 for word in row.words
            ]
        assert network is not None
        vectors, names, tones = network.run(["vectors", "names", "tones"], arrays)
        for number, at in enumerate(batch):
            row = rows[at]
            firsts = [place for place, is_first in enumerate(row.is_first) if is_first]
            yield at, Reading(row, vectors[number, : len(row.pieces)], names[number, firsts], float(tones[number]))


TAG_ROWS = {tag: at for at, tag in enumerate(TAGS)}


def toward(targets: Sequence[Target], *, path: Path = TOWARD) -> Any:
    """Logits (n, 3) of negative, neutral and positive toward each target; zeros for one that was not read."""
    out = np.zeros((len(targets), 3), np.float32)
    asked = [(at, pieces_of(target)) for at, target in enumerate(targets)]
    known = sorted(
        ((at, bounds) for at, bounds in asked if bounds is not None),
        key=lambda one: len(targets[one[0]].reading.vectors),
    )
    for start in range(0, len(known), TARGETS_AT_ONCE):
        batch = known[start : start + TARGETS_AT_ONCE]
        length = max(len(targets[at].reading.vectors) for at, _ in batch)
        vectors = np.zeros((len(batch), length, len(targets[batch[0][0]].reading.vectors[0])), np.float32)
        mask, here = np.zeros((len(batch), length), np.float32), np.zeros((len(batch), length), np.float32)
        steps = np.zeros((len(batch), length), np.int64)
        for number, (at, (first, stop)) in enumerate(batch):
            found = targets[at].reading.vectors
            vectors[number, : len(found)], mask[number, : len(found)], here[number, first:stop] = found, 1, 1
            steps[number] = [step_of(min(0, place - first) + max(0, place - stop + 1)) for place in range(length)]
        arrays = {"vectors": vectors, "mask": mask, "target": here, "steps": steps}
        out[[at for at, _ in batch]] = session(path).run(["logits"], arrays)[0]
    return out


def pieces_of(target: Target) -> tuple[int, int] | None:
    """The pieces of a target's words, as [first, stop); None where they lie behind what was read."""
    words = target.reading.row.words
    inside = [at for at, word in enumerate(words) if target.first <= word < target.stop]
    return (inside[0], inside[-1] + 1) if inside else None
