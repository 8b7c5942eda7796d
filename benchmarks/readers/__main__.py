"""
Measure the readers: `python -m benchmarks.readers [extraction] [speed] [memory] [fuzz] [--count 20000]`.

The pages in `pages` were made before the rules and the rules were tuned on them. Those in `check_pages` were made
after; the rules had not seen them when they were first scored (kept 99.7 %, others 6.0 %; trafilatura 99.7 and 8.5),
and were mended after that for what is general in them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.readers import extraction, fuzz

FIELDS = ("title", "published", "author")
PARTS = ("extraction", "speed", "memory", "fuzz")


def main() -> None:
    """Read the command line, run the parts asked for, print their figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them where none is named")
    parser.add_argument("--count", type=int, default=20_000, help="mutated files")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    for part in options.parts or PARTS:
        print(f"# {part}")
        if part == "extraction":
            print_extraction()
        elif part == "speed":
            print_speed()
        elif part == "memory":
            print_memory()
        else:
            print_fuzz(options.count, options.seed)


def print_extraction() -> None:
    """Words kept and others, for each set of pages and each reader; pages outside the aim by name."""
    for folder in (extraction.PAGES, extraction.PAGES.parent / "check_pages"):
        for name, reader in extraction.READERS.items():
            scores = extraction.score(reader, folder)
            total = sum(score.n_words for score in scores)
            kept = sum(score.n_kept for score in scores) / total
            others = sum(score.n_others for score in scores) / total
            fields = {field: sum(getattr(score, field) for score in scores) for field in FIELDS}
            print(f"{folder.name:12} {name:12} {len(scores)} pages, kept {kept:.2%}, others {others:.2%}, {fields}")
            if name == "dateline":
                missed = [score.page for score in scores if not score.is_good]
                print(f"{'':26}outside the aim: {', '.join(missed) or 'none'}")


def print_speed() -> None:
    """Seconds for the largest text, and for one file of each format, the start of the process included."""
    from analysis.readers import read
    from tests.readers.files import BODY, MAKERS

    sentence = "Thunderstorms notwithstanding, representatives negotiated. "
    text = (sentence * (5_000_000 // len(sentence)))[: 5_000_000 - 10]
    n_words = len(text.split())
    large = text if n_words <= 200_000 else ("Donaudampfschifffahrtsgesellschaft " * 200_000)[:4_999_000]
    for name, data in (("5 MB text", large.encode()), ("200,000 words", (BODY * 2_400).encode()[:1_100_000])):
        start = perf_counter()
        draft = read(data)[0]
        print(f"{name:14} {perf_counter() - start:.2f} s  {draft.n_words:,} words")
    for form, make in MAKERS.items():
        data = make()
        start = perf_counter()
        read(data)
        print(f"{form:14} {perf_counter() - start:.2f} s")
    code = "from time import perf_counter as t; s = t(); import analysis.readers, analysis; print(f'{t() - s:.3f}')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    print(f"import         {done.stdout.strip()} s")


def print_memory() -> None:
    """The most memory that reading a bomb takes, in the process and in its reader, in MB."""
    make = """
import sys
from pathlib import Path
from tests.readers.files import zipped
folder = Path(sys.argv[1])
(folder / "ten words").write_bytes(b"word " * 10)
(folder / "ZIP bomb").write_bytes(zipped({f"{n}.txt": b"word " * 5_000_000 for n in range(20)}))
(folder / "Word bomb").write_bytes(zipped({"word/document.xml": b"<a>" * 8_000_000}))
(folder / "Word, many tags").write_bytes(zipped({"word/document.xml": b"<a>" + b"<a/>" * 1_499_000 + b"</a>"}))
(folder / "5 MB of <p>").write_bytes(b"<p>a" * 1_200_000)
"""
    code = """
import resource, sys
from pathlib import Path
from analysis import InputError
from analysis.readers import read
try:
    read(Path(sys.argv[1]).read_bytes())
except InputError:
    pass
own, reader = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"process {own} MB, reader {reader} MB")
"""
    root = Path(__file__).parents[2]
    with TemporaryDirectory() as folder:
        # Made by a process of their own: on Linux a process begins with the high mark of the one that starts it.
        subprocess.run([sys.executable, "-c", make, folder], check=True, cwd=root)
        for path in sorted(Path(folder).iterdir()):
            done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=False, cwd=root)
            print(f"{path.name:16} {(done.stdout or done.stderr).decode().strip()}")


def print_fuzz(count: int, seed: int) -> None:
    """How mutated files ended; "unforeseen" are errors of a library that no reader expects by name, refused as such."""
    from tests.readers.files import MAKERS, docx, html, zipped

    makers = MAKERS | {"zip": lambda: zipped({"a.txt": html(), "b.docx": docx()}), "odd zip": lambda: b""}
    result = fuzz.run(makers, count, seed)
    for form in makers:
        ends = {key.removeprefix(f"{form} "): n for key, n in result.counts.items() if key.startswith(f"{form} ")}
        if form == "zip":
            ends.pop("odd", None)
        print(f"{form:14} " + "  ".join(f"{end} {number}" for end, number in sorted(ends.items())))
    print(f"{count:,} files through the real process, errors not the package's own: {len(result.foreign)}")
    print(f"most processor seconds of one file {result.slowest:.2f}")
    print(f"most memory: the app's process {result.process_mb} MB, the reader {result.reader_mb} MB")
    for line in result.foreign[:20]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
