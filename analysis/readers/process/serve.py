"""
The process that reads files: `python -m analysis.readers.serve`, started by `worker` and by nothing else.

It takes requests from standard input, each a line of JSON and the bytes of a file, and answers on standard output, a
line of JSON an answer: "started" where the reading of a file or of a member begins, then "read" or "refused", and
"end" at last. It ends when its standard input does, whatever it is doing: then the one who asked is gone.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from importlib import import_module
from queue import SimpleQueue
from time import process_time
from typing import IO, Any

from analysis.errors import InputError
from analysis.readers.draft import Draft
from analysis.readers.process import limits

LIBRARIES = {
    "html": ("analysis.readers.html.page", "lxml.html", "trafilatura", "trafilatura.metadata", "charset_normalizer"),
    "pdf": ("analysis.readers.pdf.pages", "pypdfium2"),
    "docx": ("analysis.readers.office.docx", "defusedxml.ElementTree"),
    "odt": ("analysis.readers.office.odt", "defusedxml.ElementTree"),
    "text": ("analysis.readers.plain", "charset_normalizer"),
    "markdown": ("analysis.readers.markdown", "charset_normalizer"),
    "zip": ("analysis.readers.office.package", "zipfile"),
}
"""What the readers of a format need. It is loaded before the time of a reading begins; `eml` needs what `html` does."""

Request = dict[str, Any]
Answer = dict[str, Any]


def load(form: str) -> None:
    """Load what the reader of a format needs, and what every draft goes through."""
    names = [*LIBRARIES["html"], "analysis.readers.mail", "email.policy"] if form == "eml" else LIBRARIES[form]
    for name in (*names, "analysis.readers.read", "analysis.readers.doubts", "analysis.pipeline"):
        import_module(name)


class Session:
    """One request: says where each reading begins, and limits it."""

    def __init__(self, request: Request, say: Callable[[Answer], None]) -> None:
        """`request` has the seconds that are left; `say` sends an answer."""
        self.request = request
        self._say = say
        self._began = 0.0

    def start(self, form: str, index: int | None = None) -> None:
        """Load what a reading needs, limit its processor time, and say that it begins."""
        load(form)
        self._began = process_time()
        limits.limit_cpu(self._allowed())
        self._say({"answer": "started", "index": index})

    def go_on(self, form: str) -> None:
        """Load what the rest of a reading needs, which is not counted either."""
        before = process_time()
        load(form)
        self._began += process_time() - before
        limits.limit_cpu(max(0.0, self._allowed() - self.seconds()))

    def _allowed(self) -> float:
        return float(min(self.request["cpu_seconds"], self.request["cpu_left"]))

    def seconds(self) -> float:
        """Processor seconds since the reading began."""
        return process_time() - self._began


def answers(session: Session, data: bytes) -> Iterator[Answer]:
    """Yield what reading one file gives: an answer, or of an archive one for each of its files."""
    from analysis.readers.process.members import read_zip
    from analysis.readers.read import finished, parse

    form, name = session.request["form"], session.request["name"]
    if form == "zip":
        yield from read_zip(session, data, name)
        return
    session.start(form)
    yield read_answer(lambda: finished(parse(data, form, session.request["encoding"]), name), session)


def read_answer(read: Callable[[], Draft], session: Session, index: int | None = None) -> Answer:
    """The answer for what `read` returns or raises."""
    answer: Answer = {"index": index}
    try:
        answer |= {"answer": "read", "draft": asdict(read())}
    except InputError as error:
        answer |= {"answer": "refused", "error": str(error), "kind": type(error).__name__}
    except MemoryError:
        answer |= {"answer": "memory"}
    except Exception as error:  # A library met a file that its author did not think of: the file's fault.
        reason = f"This file is damaged and cannot be read ({type(error).__name__})."
        answer |= {"answer": "refused", "error": reason, "kind": "FileError"}
    return answer | {"seconds": session.seconds()}


Answering = Callable[[Session, bytes], Iterator[Answer]]


def serve(requests: IO[bytes], replies: IO[bytes], answering: Answering = answers) -> None:
    """Answer requests until there are no more; `answering` is another one in tests."""
    waiting: SimpleQueue[tuple[Request, bytes]] = SimpleQueue()
    threading.stack_size(256 * 1024)
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()

    def say(answer: Answer) -> None:
        line = json.dumps(answer, default=date.isoformat, ensure_ascii=False)
        replies.write(line.encode("utf-8", "replace") + b"\n")
        replies.flush()

    while True:
        request, data = waiting.get()
        try:
            for answer in answering(Session(request, say), data):
                say(answer)
        except MemoryError:
            say({"answer": "memory", "index": None})
        say({"answer": "end"})


def _listen(requests: IO[bytes], waiting: SimpleQueue[tuple[Request, bytes]]) -> None:
    """Take requests in while the other thread is busy, and end the process with the one who asks."""
    with suppress(OSError, ValueError):
        while line := requests.readline():
            request = json.loads(line)
            data = requests.read(request["size"])
            if len(data) < request["size"]:
                break
            waiting.put((request, data))
    os._exit(0)


def main(answering: Answering = answers) -> None:
    """Set the limits, keep standard output for answers alone, and serve."""
    if hasattr(signal, "SIGXCPU"):
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    limits.limit_memory()
    # What libraries print must not mix with the answers.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, replies, answering)


if __name__ == "__main__":
    main()
