"""
A process of its own for parsers, so that a hostile file costs five seconds and a message, and nothing else.

`Worker` is the side of the caller. `main` is the other: it reads a file from standard input, answers with one line
of JSON on standard output, and waits for the next. The processes share nothing but these pipes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self

from analysis.errors import FileError, InputError
from analysis.readers.draft import FORMATS, Draft

MAX_SECONDS = 5.0
"""The longest that the reading of one file may take, the start of the process included."""

MAX_MEMORY = 1_000_000_000
"""Bytes of address space the process may ask for, where the system can be told (Linux). 5 MB of text take 0.2 GB."""


class Worker:
    """
    A process that reads files, started with the first one and again after it had to be ended.

    Use it as a context manager: `with Worker() as worker: draft = worker.parse(data, "pdf")`.
    """

    def __init__(self, max_seconds: float = MAX_SECONDS) -> None:
        """`max_seconds` bounds the reading of one file."""
        self._max_seconds = max_seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    def parse(self, data: bytes, form: str) -> Draft:
        """
        Read one file of a known format.

        Raises: InputError as the format's reader does; FileError where it takes too long or too much memory.
        """
        process = self._process or self._start()
        timer = Timer(self._max_seconds, process.kill)
        timer.start()
        try:
            reply = _ask(process, data, form)
        finally:
            timer.cancel()
        if not reply.endswith(b"\n"):
            self.close()
            raise FileError(
                f"This file, {FORMATS[form]}, took more than {self._max_seconds:g} seconds or too much memory to read. "
                "Copy its text and paste it instead."
            )
        return _draft(json.loads(reply))

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

    def _start(self) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parents[2])
        paths = [root, os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [root]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "analysis.readers.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
                cwd=root,  # Python looks for modules where it is started, and a user may start us anywhere.
            )
        except OSError as error:
            raise FileError("The process that reads files could not be started. Paste the text instead.") from error
        return self._process


def _ask(process: subprocess.Popen[bytes], data: bytes, form: str) -> bytes:
    """Send a file and wait for the line that answers; less than a line where the process ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps({"form": form, "size": len(data)}).encode() + b"\n" + data)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return b""


def _draft(reply: dict[str, Any]) -> Draft:
    if "error" in reply:
        raise (FileError if reply["kind"] == "FileError" else InputError)(reply["error"])
    fields = reply["draft"]
    fields["published"] = date.fromisoformat(fields["published"]) if fields["published"] else None
    fields["warnings"] = tuple(fields["warnings"])
    return Draft(**fields)


def main(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    from analysis.readers.read import parse

    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        try:
            reply: dict[str, Any] = {"draft": asdict(parse(data, request["form"]))}
        except InputError as error:
            reply = {"error": str(error), "kind": type(error).__name__}
        except Exception as error:  # A library met a file that its author did not think of: the file's fault.
            reply = {"error": f"This file is damaged and cannot be read ({type(error).__name__}).", "kind": "FileError"}
        replies.write(json.dumps(reply, default=date.isoformat).encode() + b"\n")
        replies.flush()


def limit_memory() -> None:
    """Have the system refuse more than MAX_MEMORY, where it can."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the sizes of what is unpacked bound it there.
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    limit_memory()
    # What libraries print must not mix with the answers, so standard output is kept for them alone.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    main(sys.stdin.buffer, answers)
