"""One request to the process that reads: where each reading begins, what it may take, what is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from time import process_time
from typing import Any

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
