"""
What the server keeps of the articles that were read: a store bounded by the characters it holds. No Streamlit here.

An analysis costs its text, and so does what was made of it (figures, layouts): all of that hangs on the analysis and
goes with it. What no visitor looks at any more goes with the last of them.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")

LARGE_CHARS = 200_000
"""
From this length on, some 30,000 words, a text is read in a process of its own, and the system is asked to take back
the memory of what is let go of. Reading it takes five seconds, starting a process two.
"""


@dataclass(eq=False)
class Visitor:
    """Whoever uses the store: one browser session. `is_gone` is set once, when it has left."""

    is_gone: bool = False


@dataclass(eq=False)
class Shelf(Generic[T]):
    """
    A value with what was made of it.

    `cost` is in characters. `made` holds what hangs on the value, least lately used first. `visitors` are those who
    asked for it; a shelf that is `is_lasting` stays when all of them have left.
    """

    value: T
    cost: int
    is_lasting: bool
    made: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    visitors: set[Visitor] = field(default_factory=set)


@dataclass(eq=False)
class Store(Generic[T]):
    """Values by key, together of at most `most` characters, each with at most `most_made` things made of it."""

    most: int
    most_made: int
    _shelves: OrderedDict[Hashable, Shelf[T]] = field(default_factory=OrderedDict)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _making: dict[Hashable, threading.Lock] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """How many characters the store holds."""
        return sum(shelf.cost for shelf in self._shelves.values())

    def __len__(self) -> int:
        return len(self._shelves)

    def get(self, key: Hashable, visitor: Visitor | None = None) -> T | None:
        """The value of `key`, which is now the one used last; None where it is not held."""
        with self._guard:
            shelf = self._used(key, visitor)
            return None if shelf is None else shelf.value

    def get_or_make(
        self,
        key: Hashable,
        make: Callable[[], T],
        cost: int,
        visitor: Visitor | None = None,
        *,
        is_lasting: bool = False,
    ) -> T:
        """
        The value of `key`, made where it is not held; two who ask at once wait for one making.

        A value that is larger than the whole store is held alone: who asked is looking at it.
        """
        with self._guard:
            shelf = self._used(key, visitor)
            lock = self._making.setdefault(key, threading.Lock())
        if shelf is not None:
            return shelf.value
        try:
            with lock:
                with self._guard:
                    shelf = self._used(key, visitor)
                if shelf is not None:
                    return shelf.value
                self._make_room(cost)
                value = make()
                self._keep(key, Shelf(value, cost, is_lasting), visitor)
                return value
        finally:
            with self._guard:
                self._making.pop(key, None)

    def made_of(self, key: Hashable, name: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` makes of the value of `key`, kept with it under `name`; where that is not held, just made."""
        with self._guard:
            shelf = self._shelves.get(key)
            if shelf is not None and name in shelf.made:
                shelf.made.move_to_end(name)
                return shelf.made[name]
        thing = make()
        with self._guard:
            shelf = self._shelves.get(key)
            if shelf is not None:
                shelf.made[name] = thing
                while len(shelf.made) > self.most_made:
                    shelf.made.popitem(last=False)
        return thing

    def leave(self, visitor: Visitor) -> None:
        """The visitor has gone, and with it what it alone looked at."""
        with self._guard:
            visitor.is_gone = True
            gone = []
            for key, shelf in self._shelves.items():
                if visitor in shelf.visitors:
                    shelf.visitors.discard(visitor)
                    if not shelf.visitors and not shelf.is_lasting:
                        gone.append(key)
            freed = sum(self._shelves.pop(key).cost for key in gone)
        if freed >= LARGE_CHARS:
            give_back()

    def _used(self, key: Hashable, visitor: Visitor | None) -> Shelf[T] | None:
        shelf = self._shelves.get(key)
        if shelf is not None:
            self._shelves.move_to_end(key)
            if visitor is not None and not visitor.is_gone:
                shelf.visitors.add(visitor)
        return shelf

    def _make_room(self, cost: int) -> None:
        """Let go of what was not used for longest until `cost` more fits, before it is made: the peak counts."""
        with self._guard:
            freed = 0
            while self._shelves and self.held + cost > self.most:
                freed += self._shelves.popitem(last=False)[1].cost
        if freed >= LARGE_CHARS:
            give_back()

    def _keep(self, key: Hashable, shelf: Shelf[T], visitor: Visitor | None) -> None:
        self._make_room(shelf.cost)
        with self._guard:
            # A visitor can leave while its article is read: nobody else asked for it then.
            if visitor is not None and visitor.is_gone and not shelf.is_lasting:
                return
            if visitor is not None and not visitor.is_gone:
                shelf.visitors.add(visitor)
            self._shelves[key] = shelf


def give_back() -> None:
    """
    Return memory that is no longer used to the operating system.

    C's allocator keeps freed memory for the process. On Linux with glibc it can be told not to; elsewhere the
    memory is used again by the next article, and the process stays as large as it was.
    """
    gc.collect()
    trim()


def trim() -> None:
    """The same without looking for circles first, which takes a moment: for what has just been let go of."""
    if sys.platform == "linux":
        # musl has no malloc_trim.
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)
