"""
What the server keeps of uploaded files: bounded for each session and for all of them.

Streamlit takes a file from every client with a session, whether a page asked for one or not, and keeps it until the
session has ended. It has no setting for how many, so its store of files is watched here: where it would hold more,
the oldest files go. A page reads a file in the run after its upload, long before that.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance

from views.page.limits import MAX_UPLOAD_MB

MAX_SESSION_FILES_BYTES = 2 * MAX_UPLOAD_MB * 2**20
"""Of one session: the file of a saved session and as much again, such as an article and a file of corrections."""

MAX_FILES_BYTES = 4 * MAX_UPLOAD_MB * 2**20
"""Of all sessions."""


@dataclass(eq=False)
class Watch:
    """Which files the store holds, the oldest first, by session and file; `remove` takes one out of it."""

    remove: Callable[[str, str], None]
    most_of_one: int = MAX_SESSION_FILES_BYTES
    most: int = MAX_FILES_BYTES
    sizes: OrderedDict[tuple[str, str], int] = field(default_factory=OrderedDict)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def make_room(self, session: str, file: str, size: int) -> None:
        """Note a file that is about to be kept, and take out the oldest until it fits."""
        with self.guard:
            self.sizes.pop((session, file), None)
            own = [key for key in self.sizes if key[0] == session]
            gone = self._oldest(own, self.most_of_one - size)
            gone += self._oldest([key for key in self.sizes if key not in gone], self.most - size)
            for key in gone:
                self.sizes.pop(key)
            self.sizes[session, file] = size
        for key in gone:
            self.remove(*key)

    def _oldest(self, keys: list[tuple[str, str]], most: int) -> list[tuple[str, str]]:
        """Those at the front of `keys` without which the others have at most `most` bytes."""
        total, gone = sum(self.sizes[key] for key in keys), []
        for key in keys:
            if total <= most:
                break
            total -= self.sizes[key]
            gone.append(key)
        return gone

    def forget(self, session: str, file: str | None = None) -> None:
        """Files of a session, or one of them, are no longer kept."""
        with self.guard:
            for key in [key for key in self.sizes if key[0] == session and file in (None, key[1])]:
                self.sizes.pop(key)


def bound(files: Any, watch: Watch | None = None) -> Watch:
    """Have a store of files (Streamlit's MemoryUploadedFileManager) watched from now on."""
    add, remove, remove_all = files.add_file, files.remove_file, files.remove_session_files
    watch = watch or Watch(remove)

    def add_file(session_id: str, file: Any) -> None:
        watch.make_room(session_id, file.file_id, len(file.data))
        add(session_id=session_id, file=file)

    def remove_file(session_id: str, file_id: str) -> None:
        watch.forget(session_id, file_id)
        remove(session_id=session_id, file_id=file_id)

    def remove_session_files(session_id: str) -> None:
        watch.forget(session_id)
        remove_all(session_id)

    files.add_file, files.remove_file, files.remove_session_files = add_file, remove_file, remove_session_files
    return watch


@st.cache_resource(show_spinner=False)
def watched() -> Watch | None:
    """Watch the files of this server, once; None outside of one (`python script.py`, a test of a page)."""
    try:
        return bound(get_instance().uploaded_file_mgr)
    except (RuntimeError, AttributeError):
        return None
