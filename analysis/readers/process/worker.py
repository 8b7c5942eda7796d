"""
A process of its own for parsers, so that a hostile file costs seconds and a message, and nothing else.

This is the side of the caller; `serve` is the other. The processes share nothing but two pipes. No more than READINGS
of them run at once.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import Any, Self

from analysis.errors import FileError, InputError
from analysis.readers.draft import MAX_BYTES, Draft
from analysis.readers.office.package import MAX_UNPACKED
from analysis.readers.process import limits
from analysis.readers.process.limits import Turns

READINGS = Turns(3, 60.0, InputError("Many files are being read right now. Try again in a minute."))
"""Processes that read files at once, each of them with up to 0.4 GB of memory, and the seconds that one more waits."""

MAX_ANSWER = 8 * MAX_BYTES
"""Bytes of one answer: a text of MAX_BYTES characters and its title, whatever its letters."""

MAX_ENDS = 3
"""Files of one archive that may end the process; what stands behind them is not read."""

PASTE = "Copy its text and paste it instead."


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of processor and of wall, for one file and for all files of an archive, and for the start."""

    cpu: float = limits.CPU_SECONDS
    wall: float = limits.WALL_SECONDS
    archive_cpu: float = limits.ARCHIVE_CPU_SECONDS
    archive_wall: float = limits.ARCHIVE_WALL_SECONDS
    start: float = limits.START_SECONDS


class EndedError(FileError):
    """The process ended before it had answered."""


class Worker:
    """
    A process that reads files, started with the first one and again after it had to be ended.

    Use it as a context manager: `with Worker() as worker: drafts = worker.read(data, "pdf")`.
    """

    def __init__(self, bounds: Limits | None = None, module: str = "analysis.readers.process.serve") -> None:
        """`bounds` are other limits than usual, `module` another process; tests alone pass them."""
        self._bounds = bounds or Limits()
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = ""
        self.cpu_seconds = 0.0
        """Processor seconds that the last file took, as its process counted them."""

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    def parse(self, data: bytes, form: str) -> Draft:
        """Read one file of a known format that is no archive, as `read` does."""
        return self.read(data, form)[0]

    def read(self, data: bytes, form: str, name: str = "", encoding: str | None = None) -> list[Draft]:
        """
        Read one file of a known format; of an archive, each of its articles in the archive's order.

        A file of an archive that cannot be read becomes a warning of the first article, so that one damaged file does
        not cost the others; where none can be read, the archive is refused with the first reasons.

        Raises: InputError as the format's reader does; FileError where it takes too long or too much memory.
        """
        reading = Reading(self._bounds)
        try:
            while not reading.is_done:
                try:
                    for answer in self._answers(data, reading.request(data, form, name, encoding), reading.until):
                        reading.take(answer)
                except EndedError as error:
                    reading.take_end(error)
        except BaseException:
            self.close()  # Answers that nobody took would be taken for those to the next file.
            raise
        finally:
            self.cpu_seconds = reading.most_cpu
        return reading.result()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        process.wait()

    def _answers(self, data: bytes, request: dict[str, Any], until: float) -> Iterator[dict[str, Any]]:
        """Yield the answers to one request; raises EndedError, with why, where they break off."""
        process = self._process or self._start()
        seconds = self._bounds.start
        self._is_over = ""
        with self._timer(process, seconds, "start"):
            try:
                assert process.stdin is not None
                process.stdin.write(json.dumps(request).encode() + b"\n" + data)
                process.stdin.flush()
            except (OSError, ValueError):
                raise self._ended(process) from None
        is_started = False
        while True:
            seconds = min(self._bounds.wall if is_started else self._bounds.start, max(0.1, until - monotonic()))
            with self._timer(process, seconds, "wall" if is_started else "start"):
                answer = self._answer(process)
            is_started = True
            if answer["answer"] == "end":
                return
            if answer["answer"] == "memory":
                self.close()
                raise EndedError(too_much_memory())
            yield answer

    def _answer(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        assert process.stdout is not None
        try:
            line = process.stdout.readline(MAX_ANSWER)
        except (OSError, ValueError):
            line = b""
        if not line.endswith(b"\n"):
            raise self._ended(process)
        answer: dict[str, Any] = json.loads(line)
        return answer

    @contextmanager
    def _timer(self, process: subprocess.Popen[bytes], seconds: float, what: str) -> Iterator[None]:
        """End the process where the block takes more than so many seconds."""

        def end() -> None:
            self._is_over = what
            process.kill()

        timer = Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _ended(self, process: subprocess.Popen[bytes]) -> EndedError:
        """Why the process ended, in words; it is cleared away."""
        with suppress(subprocess.TimeoutExpired):
            process.wait(1.0)
        code, why = process.poll(), self._is_over
        self.close()
        if why == "start":
            return EndedError("The process that reads files did not start in time; the server is busy. Try again.")
        if why == "wall":
            return EndedError(
                f"This file could not be read within {self._bounds.wall:g} seconds; the server may be busy. "
                f"Try again later, or copy its text and paste it instead."
            )
        if code == -getattr(signal, "SIGXCPU", 24):
            return EndedError(f"This file took more than {self._bounds.cpu:g} seconds of processor time. {PASTE}")
        if code == -getattr(signal, "SIGKILL", 9):
            return EndedError(too_much_memory())
        return EndedError(f"This file made its reader break off; it is damaged or needs too much memory. {PASTE}")

    def _start(self) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parents[3])
        paths = [root, os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [root]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # One arena is enough for one reader, and each takes 64 MB of address space.
                env=os.environ | {"PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "1"},
                cwd=root,  # Python looks for modules where it is started, and a user may start us anywhere.
            )
        except OSError as error:
            raise FileError("The process that reads files could not be started. Paste the text instead.") from error
        return self._process


class Reading:
    """What has come of a file so far: articles, reasons of those that are none, and the budget that is left."""

    def __init__(self, bounds: Limits) -> None:
        """`bounds` are the limits for one file and for the whole."""
        self._bounds = bounds
        self._names: list[str] = []
        self._drafts: list[Draft] = []
        self._failures: list[str] = []
        self._refusal: InputError | None = None
        self._cpu_left = bounds.archive_cpu
        self._bytes_left = MAX_UNPACKED
        self._at: int | None = None
        self._skip = 0
        self._n_ends = 0
        self.until = monotonic() + bounds.start + bounds.archive_wall
        self.is_done = False
        self.most_cpu = 0.0

    def request(self, data: bytes, form: str, name: str, encoding: str | None) -> dict[str, Any]:
        """The request for what is still to be read. It counts as done unless it breaks off."""
        self.is_done = True
        budget = {"cpu_seconds": self._bounds.cpu, "cpu_left": self._cpu_left, "bytes_left": self._bytes_left}
        what = {"form": form, "name": name[:500], "encoding": encoding, "size": len(data), "skip": self._skip}
        return what | budget

    def take(self, answer: dict[str, Any]) -> None:
        """Take an answer in."""
        kind, index = answer["answer"], answer.get("index")
        self._cpu_left -= answer.get("seconds", 0.0)
        self.most_cpu = max(self.most_cpu, answer.get("seconds", 0.0))
        self._bytes_left -= answer.get("bytes", 0)
        if kind == "started":
            self._at = index
        elif kind == "listed":
            self._names = answer["names"]
        elif kind == "read":
            self._drafts.append(_draft(answer["draft"]))
        elif kind == "unread":
            self._leave(index or 0, answer["error"])
        elif index is None:
            self._refusal = (FileError if answer["kind"] == "FileError" else InputError)(answer["error"])
        else:
            self._failures.append(f'"{self._names[index]}" was left out: {answer["error"]}')

    def take_end(self, error: EndedError) -> None:
        """Take in that the process ended, by the fault of the file or of one in the archive."""
        if self._at is None:
            self._refusal = error
            return
        self._failures.append(f'"{self._names[self._at]}" was left out: {error}')
        self._cpu_left -= self._bounds.cpu
        self._skip, self._at = self._at + 1, None
        self._n_ends += 1
        if monotonic() > self.until - self._bounds.start:
            self._leave(self._skip, f"the archive took more than {self._bounds.archive_wall:g} seconds")
        elif self._n_ends >= MAX_ENDS:
            self._leave(self._skip, f"{MAX_ENDS} of the files before took too much time or memory")
        else:
            self.is_done = False

    def _leave(self, first: int, why: str) -> None:
        """Name the files from `first` on as not read."""
        names = ", ".join(f'"{name}"' for name in self._names[first:])
        if names:
            self._failures.append(f"Not read, since {why}: {names}. Add them by themselves.")

    def result(self) -> list[Draft]:
        """
        The articles, the first with the warnings on files that are none.

        Raises: InputError, FileError with why there are none.
        """
        if self._refusal is not None:
            raise self._refusal
        if not self._drafts:
            why = " ".join(self._failures[:3]) or "It is empty."
            raise FileError(f"Nothing in this ZIP archive could be read. {why}")
        first = self._drafts[0]
        return [replace(first, warnings=(*first.warnings, *self._failures)), *self._drafts[1:]]


def too_much_memory() -> str:
    """The refusal of a file that needs more than it is given."""
    return f"This file needs more than {limits.MAX_MEMORY // 1_000_000:,} MB of memory to be read. {PASTE}"


def _draft(fields: dict[str, Any]) -> Draft:
    fields["published"] = date.fromisoformat(fields["published"]) if fields["published"] else None
    fields["warnings"] = tuple(fields["warnings"])
    return Draft(**fields)
