"""
A process that is started in place of the one that reads files, and does what the bytes it is given say.

Each line of the request is a file of an archive, or the file itself where there is one line: a word and a number.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from threading import Event
from time import process_time
from typing import Any

from analysis.readers.draft import Draft
from analysis.readers.process.serve import main
from analysis.readers.process.session import Session, read_answer


def burn(seconds: float) -> None:
    """Use so much processor time."""
    until = process_time() + seconds
    while process_time() < until:
        pass


def do(what: str, number: float) -> Draft:
    """Act like a file that a parser takes badly."""
    if what == "burn":
        burn(number)
    elif what == "wait":
        Event().wait(number)
    elif what == "take":
        bytearray(int(number))
    elif what == "break":
        os.kill(os.getpid(), getattr(signal, "SIGABRT", signal.SIGTERM))
    elif what == "fail":
        raise LookupError(what)
    return Draft(f"It did {what} {number:g}.")


def answers(session: Session, data: bytes) -> Iterator[dict[str, Any]]:
    """Do what each line says; a first line "before 2" uses two seconds of processor before the reading begins."""
    lines = [line.split() for line in data.decode().splitlines()]
    if lines[0][0] == "before":
        burn(float(lines.pop(0)[1]))
    if len(lines) == 1:
        session.start("text")
        yield read_answer(lambda: do(lines[0][0], float(lines[0][1])), session)
        return
    yield {"answer": "listed", "names": [" ".join(line) for line in lines]}
    for index in range(session.request["skip"], len(lines)):
        session.start("text", index)
        what, number = lines[index]
        yield read_answer(lambda what=what, number=number: do(what, float(number)), session, index)


if __name__ == "__main__":
    if os.environ.get("PROBE_WITHOUT_RESOURCE"):
        sys.modules["resource"] = None  # type: ignore[assignment]
    main(answers)
