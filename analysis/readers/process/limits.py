"""
What a process that reads files may use, and how the system is told.

Linux ends the process at its limits. Where a system has no such limits (Windows; memory on macOS too), `worker` still
ends a process by the clock on the wall, and the sizes of what is unpacked bound its memory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore
from time import process_time

from analysis.errors import InputError

CPU_SECONDS = 5.0
"""Processor time for one file, the start of the process not counted. A page of 5 MB takes 3 s."""

ARCHIVE_CPU_SECONDS = 20.0
"""Processor time for all files of one archive; fifty usual ones take 3 s."""

WALL_SECONDS = 30.0
"""Time on the wall for one file, six times that of the processor: a busy machine must not refuse an honest file."""

ARCHIVE_WALL_SECONDS = 90.0
START_SECONDS = 60.0
"""Time on the wall in which the process must have started; on a quiet machine it takes half a second."""

MAX_MEMORY = 370_000_000
"""Bytes the process may ask for beyond what it has at its start (0.03 GB), where the system can be told (Linux). A
Word file of 5 MB takes 0.1 GB, the page with the most tags that is read 0.15 GB."""

UNKNOWN_SPACE = 500_000_000


def limit_memory(max_bytes: int = MAX_MEMORY) -> bool:
    """Have the system refuse this process `max_bytes` more, and write no core; whether it can be told so."""
    try:
        import resource
    except ImportError:
        return False
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    until = address_space() + max_bytes
    try:
        resource.setrlimit(resource.RLIMIT_AS, (until, until))
    except (ValueError, OSError):
        return False
    return sys.platform == "linux"


def address_space() -> int:
    """Bytes of address space that this process has, the libraries among them; a guess where the system is silent."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return UNKNOWN_SPACE
    return pages * os.sysconf("SC_PAGE_SIZE")


def limit_cpu(seconds: float) -> bool:
    """
    Have the system end this process after `seconds` more of processor time; whether it can be told so.

    The system counts whole seconds, so it may be up to one second less, though never less than half of it.
    """
    try:
        import resource
    except ImportError:
        return False
    until = max(int(process_time() + seconds), int(process_time() + seconds / 2 + 1))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))
        return True
    return False


# Turns: how many callers do something costly at the same time. Who waits too long is told so.


class Turns:
    """
    So many turns at once; whoever comes later waits for one.

    Use it as `with turns.one(): ...`.
    """

    def __init__(self, at_once: int, wait_seconds: float, refusal: InputError) -> None:
        """`refusal` is raised for who has waited `wait_seconds` in vain."""
        self._free = BoundedSemaphore(at_once)
        self._wait_seconds = wait_seconds
        self._refusal = refusal

    @contextmanager
    def one(self) -> Iterator[None]:
        """
        Hold one turn while the block runs.

        Raises: the refusal, where none was free for `wait_seconds`.
        """
        self.take(self._wait_seconds)
        try:
            yield
        finally:
            self.give_back()

    def take(self, wait_seconds: float) -> None:
        """Take a turn that another thread may give back. Raises: the refusal, where none is free in time."""
        if not self._free.acquire(timeout=max(0.0, wait_seconds)):
            raise type(self._refusal)(*self._refusal.args)

    def give_back(self) -> None:
        """End a turn."""
        self._free.release()
