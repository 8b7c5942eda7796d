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

from analysis.encoder.inputs import Row, read_words
from analysis.encoder.tags import TAGS, steps_of
from analysis.encoder.wordpieces import vocabulary
from analysis.errors import ResourceError
from analysis.resources import FOLDER

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAMES, TONE, TOWARD = (FOLDER / f"encoder_{name}.onnx" for name in ("names", "tone", "toward"))
"""Three layers that read names, six that read tone, and the head of targets behind the six."""

TOLD_WEIGHT = 1.0
"""Log odds that what the recogniser says of a word has for itself, beside what the network makes of it."""

TAG_ROWS = {tag: at for at, tag in enumerate(TAGS)}

lock = threading.Lock()
"""Held while a session is opened, so that two readers at once do not open two."""

_sessions: dict[Path, InferenceSession] = {}


class Reading(NamedTuple):
    """
    What a pass for tone gives of a sentence: the `vectors` (pieces, 384), and its `tone`, -1..1.
    """

    row: Row
    vectors: Any
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


def read_names(words: Sequence[str], hints: Sequence[str]) -> Any:
    """
    Log odds (words read, tags) of one sentence of at least one word; `hints` are the recogniser's tags of its words.

    Sentences are read one by one: eight at once are only a twentieth faster, and as numbers are rounded over all that
    is read at once, what a sentence says would depend on its neighbours.
    """
    row, feed = _feed(words, hints)
    (scores,) = session(NAMES).run(["names"], feed)
    odds = scores[0, [place for place, is_first in enumerate(row.is_first) if is_first]]
    odds[np.arange(len(odds)), [TAG_ROWS[tag] for tag in hints[: len(odds)]]] += TOLD_WEIGHT
    return odds


def read_tone(words: Sequence[str], hints: Sequence[str]) -> Reading:
    """One sentence of at least one word, read for tone."""
    row, feed = _feed(words, hints)
    vectors, tones = session(TONE).run(["vectors", "tones"], feed)
    return Reading(row, vectors[0], float(tones[0]))


def _feed(words: Sequence[str], hints: Sequence[str]) -> tuple[Row, dict[str, Any]]:
    """The input of a sentence. Where all is in capitals the recogniser knows little: its tags are not told."""
    row = read_words(words, vocabulary())
    is_told = any(char.islower() for word in words for char in word)
    told = [1 + TAG_ROWS[hints[word]] if is_told and word >= 0 else 0 for word in row.words]
    arrays = {"pieces": row.pieces, "cases": row.cases, "hints": told}
    return row, {name: np.array([values], np.int64) for name, values in arrays.items()}


def toward(reading: Reading, targets: Sequence[tuple[int, int]]) -> Any:
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
    out[[at for at, _ in known]] = session(TOWARD).run(["logits"], feed)[0]
    return out


def pieces_of(reading: Reading, first: int, stop: int) -> tuple[int, int] | None:
    """The pieces of words [first, stop), as [first, stop); None where they lie behind what was read."""
    inside = [at for at, word in enumerate(reading.row.words) if first <= word < stop]
    return (inside[0], inside[-1] + 1) if inside else None
