"""
The network, opened when it is first asked, and one pass of it over sentences.

It runs on the processor with one thread: articles are short, and a server has other readers. onnxruntime is
optional; where it is missing, `is_available` says so and the app reads with the engine that needs no network.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.encoder.heads import TAGS, steps_of
from analysis.encoder.inputs import Row, read_words
from analysis.encoder.wordpieces import vocabulary
from analysis.errors import ResourceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RESOURCES = Path(__file__).parent.parent / "resources"
READING, TOWARD = RESOURCES / "encoder.onnx", RESOURCES / "encoder_toward.onnx"

TAG_ROWS = {tag: at for at, tag in enumerate(TAGS)}

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


def read(words: Sequence[str], hints: Sequence[str], *, path: Path = READING) -> Reading:
    """
    Read one sentence of at least one word; `hints` are the recogniser's tags of its words.

    Sentences are read one by one: eight at once are only a twentieth faster, and as numbers are rounded over all that
    is read at once, what a sentence says would depend on its neighbours.
    """
    row = read_words(words, vocabulary())
    told = [1 + TAG_ROWS[hints[word]] if word >= 0 else 0 for word in row.words]
    arrays = {"pieces": row.pieces, "cases": row.cases, "hints": told}
    feed = {name: np.array([values], np.int64) for name, values in arrays.items()}
    vectors, names, tones = session(path).run(["vectors", "names", "tones"], feed)
    firsts = [place for place, is_first in enumerate(row.is_first) if is_first]
    return Reading(row, vectors[0], names[0, firsts], float(tones[0]))


def toward(reading: Reading, targets: Sequence[tuple[int, int]], *, path: Path = TOWARD) -> Any:
    """
    Logits (n, 3) of negative, neutral and positive toward each target, words [first, stop) of what was read.

    Zeros for a target that stands behind what is read of a very long sentence.
    """
    out = np.zeros((len(targets), 3), np.float32)
    known = [(at, bounds) for at, target in enumerate(targets) if (bounds := pieces_of(reading, *target)) is not None]
    if not known:
        return out
    length = len(reading.row.pieces)
    here = np.zeros((len(known), length), np.float32)
    steps = np.zeros((len(known), length), np.int64)
    for number, (_, (first, stop)) in enumerate(known):
        here[number, first:stop] = 1
        steps[number] = steps_of(first, stop, length)
    feed = {"vectors": reading.vectors, "target": here, "steps": steps}
    out[[at for at, _ in known]] = session(path).run(["logits"], feed)[0]
    return out


def pieces_of(reading: Reading, first: int, stop: int) -> tuple[int, int] | None:
    """The pieces of words [first, stop), as [first, stop); None where they lie behind what was read."""
    inside = [at for at, word in enumerate(reading.row.words) if first <= word < stop]
    return (inside[0], inside[-1] + 1) if inside else None
