"""Turns: how many callers do something costly at the same time. Who waits too long is told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from analysis.errors import InputError


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
