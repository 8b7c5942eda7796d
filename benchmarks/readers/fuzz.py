"""
Mutated files: does any of them crash a reader, hang it, or take unbounded memory?

A mutation flips bytes, cuts, repeats or moves a stretch, or puts in a token that formats give a meaning to. Of files
that are ZIP archives of XML the parts are mutated and packed again, since anything else only breaks the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from random import Random
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from analysis.errors import InputError
from analysis.readers.detect import detect
from analysis.readers.read import IN_PROCESS, check_size, finished, parse, read
from analysis.readers.worker import Worker

TOKENS = (
    *(b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"-1", b"999999999999", b"%s%n", b"\r\n\r\n", b"\n\n"),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<![CDATA[", b"<!--", b"</p>", b"<table><tr><td>", b"<p>" * 50),
    *(b"stream\n", b"endstream", b"endobj", b"/Length 99999999", b"/Count -1", b"/Kids [1 0 R]", b"<< /Type /Page"),
    *(b"Content-Type: multipart/mixed; boundary=a\n", b"--a\n", b"=?utf-8?q?", b"charset=utf-7", b"PK\x03\x04"),
    *("\u202e".encode(), "\ud800".encode("utf-8", "surrogatepass"), b"\xc0\x80", b"[" * 200, b"*" * 200, b"(" * 200),
)


def mutated(data: bytes, random: Random, times: int) -> bytes:
    """`data` after some mutations."""
    for _ in range(times):
        if not data:
            return data
        start = random.randrange(len(data))
        end = min(len(data), start + random.randrange(1, 200))
        kind = random.randrange(6)
        if kind == 0:
            data = data[:start] + bytes([random.randrange(256)]) + data[start + 1 :]
        elif kind == 1:
            data = data[:start] + data[end:]
        elif kind == 2:
            data = data[:end] + data[start:end] * random.randrange(1, 20) + data[end:]
        elif kind == 3:
            data = data[:start] + random.choice(TOKENS) + data[start:]
        elif kind == 4:
            target = random.randrange(len(data))
            data = data[:target] + data[start:end] + data[target:]
        elif random.randrange(4) == 0:
            data = data[:start]
    return data


def mutated_file(data: bytes, random: Random) -> bytes:
    """A file after some mutations, inside its archive where it is one and chance will have it."""
    times = random.choice((1, 1, 2, 3, 5, 10, 30))
    if data.startswith(b"PK") and random.randrange(4):
        stream = BytesIO()
        with ZipFile(BytesIO(data)) as archive, ZipFile(stream, "w", ZIP_DEFLATED) as copy:
            for name in archive.namelist():
                copy.writestr(
                    name, mutated(archive.read(name), random, times) if random.randrange(3) else archive.read(name)
                )
        return stream.getvalue()
    return mutated(data, random, times)


def mutants(makers: Mapping[str, Callable[[], bytes]], count: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield `count` mutated files, the formats in turn."""
    random = Random(seed)
    seeds = {form: make() for form, make in makers.items()}
    for number in range(count):
        form = list(seeds)[number % len(seeds)]
        yield form, mutated_file(seeds[form], random)


def outcome(data: bytes, worker: Worker) -> str:
    """Read one file as `read` does, with a process that is kept: "read", or the kind of refusal. Others fail."""
    try:
        check_size(data)
        form = detect(data)
        if form == "zip":
            read(data)
        elif form in IN_PROCESS:
            finished(parse(data, form), "")
        else:
            finished(worker.parse(data, form), "")
    except InputError as error:
        reason = str(error)
        return "too slow" if "took more than" in reason else "unforeseen" if "cannot be read (" in reason else "refused"
    return "read"


def run(makers: Mapping[str, Callable[[], bytes]], count: int, seed: int = 0) -> tuple[Counter[str], float]:
    """Read mutants; how many ended how, by format, and the longest time that one took, in seconds."""
    counts: Counter[str] = Counter()
    slowest = 0.0
    with Worker() as worker:
        for form, data in mutants(makers, count, seed):
            start = perf_counter()
            counts[f"{form} {outcome(data, worker)}"] += 1
            slowest = max(slowest, perf_counter() - start)
    return counts, slowest
