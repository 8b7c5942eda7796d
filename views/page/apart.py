"""
Work on a long text in a process of its own: `python -m views.apart`. No Streamlit here.

Python runs one thing at a time and returns little of the memory that a long text has passed through. Apart from the
server, the reading of one slows nobody down, and all that it took is given back when it ends.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from analysis import Analysis, analyze
from analysis.errors import DatelineError, InputError
from analysis.model import Correction

MAX_CPU_SECONDS = 300
"""
Four times what the longest text takes with the encoder, 200,000 words at 3,000 a second.

It ends a process, too, whose server has been killed.
"""

ONE_AT_A_TIME = threading.Lock()
"""A process takes as much memory as the server itself: a second one waits."""

ROOT = Path(__file__).parents[2]


def run(work: Callable[..., Any], *arguments: Any, is_wanted: Callable[[], bool] = lambda: True) -> Any:
    """
    What `work`, a function of a module of ours, makes of `arguments`, in a process of its own.

    The two processes are one program that talks to itself through a pipe of its own; what passes there are records
    that it made. `is_wanted` is asked once a second, so that nothing is read on for somebody who has gone.

    Raises: DatelineError as `work` does; InputError where the process ended before it was done, or nobody wants it.
    """
    asked = pickle.dumps((work.__module__, work.__qualname__, arguments), protocol=pickle.HIGHEST_PROTOCOL)
    with ONE_AT_A_TIME:
        if not is_wanted():
            raise InputError("Nobody waits for this text any more.")
        with subprocess.Popen(
            [sys.executable, "-m", "views.page.apart"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            made = _talk(process, asked, is_wanted)
    if process.returncode != 0:
        raise InputError("This text could not be read: it took too much time or memory.")
    is_good, value = pickle.loads(made)
    if not is_good:
        raise value
    return value


def _talk(process: subprocess.Popen[bytes], asked: bytes, is_wanted: Callable[[], bool]) -> bytes:
    """Send what is asked for and wait for the answer; end the process when nobody wants that any more."""
    # `communicate` forgets what it has to send when its time is over, so a thread of its own sends it.
    pipe, process.stdin = process.stdin, None
    assert pipe is not None
    threading.Thread(target=_send, args=(pipe, asked), daemon=True).start()
    while True:
        try:
            return process.communicate(timeout=1)[0]
        except subprocess.TimeoutExpired:
            if not is_wanted():
                process.kill()


def _send(pipe: IO[bytes], asked: bytes) -> None:
    with suppress(BrokenPipeError), pipe:
        pipe.write(asked)


def read_text(
    text: str, published: str | None, recogniser: str | None, corrections: tuple[Correction, ...]
) -> Analysis:
    """`analyze` with its arguments in a row."""
    return analyze(text, published=published, recogniser=recogniser, corrections=corrections)


def main() -> None:
    """Do what stands on standard input, and write what comes of it to standard output."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits.
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
    module, name, arguments = pickle.load(sys.stdin.buffer)
    try:
        answer = True, getattr(import_module(module), name)(*arguments)
    except DatelineError as error:
        answer = False, error
    sys.stdout.buffer.write(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    main()
