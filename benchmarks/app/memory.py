"""
What long texts cost the server in memory: `python -m benchmarks.app.memory [WORDS [CORRECTIONS]]`.

One visitor opens two texts of WORDS words (150,000) on every page, makes CORRECTIONS corrections (10) in each, one
after the other, and leaves. Prints the resident memory of the server on the way, its peak, and what is left. Linux
only.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.app.visitor import Visitor
from tests.browsing import PATHS, serving
from training.prose import read_articles

PROSE = Path(__file__).parent.parent.parent / "training" / "prose"
NAME_RE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
SECONDS_AFTER, SECONDS_KEPT = 5, 125
"""
When it is looked at what is left, after the visitor has gone: at once, and when Streamlit lets go of the session.

It keeps one for 120 seconds, for a browser that connects anew, and lets go of it when the next one leaves after that.
"""


def main(n_words: int = 150_000, n_corrections: int = 10) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as address:
        server = process_of(address)

        def say(what: str) -> None:
            print(f"{what}: {memory(server, 'VmRSS'):.0f} MB, peak {memory(server, 'VmHWM'):.0f} MB", flush=True)

        first = Visitor(address)
        for path in PATHS:
            first.open(path)
        say("bundled article on every page")
        first.leave()
        visitor = Visitor(address)
        start = time.monotonic()
        for number, text in enumerate(texts(n_words), 1):
            visitor.add_text(text)
            query = visitor.query
            say(f"text {number} added ({len(text.split()):,} words, {len(text):,} characters)")
            for path in PATHS:
                visitor.open(path, query)
                say(f"text {number} on the page {path or 'overview'}")
            fixes = [rename(name) for name in islice(names(text), n_corrections)]
            for n_fixes in range(1, len(fixes) + 1):
                fixed = "&".join([query, *(f"fix={fix}" for fix in fixes[:n_fixes])])
                visitor.open("", fixed)
                visitor.open(PATHS[n_fixes % len(PATHS)], fixed)
                say(f"text {number} with {n_fixes} corrections")
        print(f"pages with an error: {visitor.n_exceptions}; {time.monotonic() - start:.0f} s in all", flush=True)
        visitor.leave()
        time.sleep(SECONDS_AFTER)
        say(f"{SECONDS_AFTER} s after the visitor has gone")
        time.sleep(SECONDS_KEPT)
        for _ in range(2):
            last = Visitor(address)
            last.open()
            last.leave()
        time.sleep(SECONDS_AFTER)
        say("after the next two visitors")


def texts(n_words: int) -> Iterator[str]:
    """Two texts of so many words: the annotated prose, over and over, from its start and from its end."""
    articles = [article.text for path in sorted(PROSE.glob("*.txt")) for article in read_articles(path)]
    for order in (articles, articles[::-1]):
        pieces, n = [], 0
        for piece in cycle(order):
            pieces.append(piece)
            n += len(piece.split())
            if n >= n_words:
                break
        yield "\n\n".join(pieces)


def names(text: str) -> Iterator[str]:
    """Two words with a capital each, every one once: most are names."""
    yield from dict.fromkeys(NAME_RE.findall(text))


def rename(name: str) -> str:
    """A correction as it stands in an address: the name gets another."""
    from urllib.parse import quote

    entity = re.sub(r"\W+", "-", name.lower())
    return quote(json.dumps({"do": "rename", "entity": entity, "name": f"{name} II"}))


def process_of(address: str) -> Path:
    """The folder of /proc of the server at this address."""
    port = address.rsplit(":", 1)[1].encode()
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        words = line.read_bytes().split(b"\0")
        if b"streamlit" in words and port in words:
            return line.parent
    raise RuntimeError(f"no server at {address}")


def memory(process: Path, what: str) -> float:
    """A figure of the process in MB (10^6 bytes): "VmRSS", what it takes now, or "VmHWM", the most it took."""
    lines = (process / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) * 1024 / 1e6


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
