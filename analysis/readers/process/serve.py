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
from datetime import date
from queue import SimpleQueue
from typing import IO

from analysis.readers.process import limits
from analysis.readers.process.session import Answer, Request, Session, read_answer


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
