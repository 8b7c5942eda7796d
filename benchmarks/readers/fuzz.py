"""
Mutated files: does any of them crash a reader, hang it, or take unbounded memory?

A mutation flips bytes, cuts, repeats or moves a stretch, or puts in a token that formats give a meaning to. Of files
that are ZIP archives of XML the parts are mutated and packed again, since anything else only breaks the archive.
Every file goes through `read`, as one that a visitor adds does, and into a real process of its own, which is kept for
the next file where it has not ended.
"""

from __future__ import annotations

import re
import resource
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from time import process_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from analysis.errors import DatelineError, InputError
from analysis.readers import charsets
from analysis.readers.detect import detect
from analysis.readers.draft import Draft
from analysis.readers.process.worker import Worker
from analysis.readers.read import check_size, finished, unicode_text

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
        if form == "odd zip":
            parts = {
                f"{name}.bin": mutated(seeds[name], random, 1) for name in random.sample(["html", "docx", "text"], 2)
            }
            yield form, odd_zip(parts, random)
        elif form in ("html", "eml") and random.randrange(3) == 0:
            yield form, in_charset(mutated_file(seeds[form], random), random)
        else:
            yield form, mutated_file(seeds[form], random)


CHARSETS = (
    *(label for labels in charsets.LABELS.values() for label in labels.split()),
    *sorted(charsets.NO_CHARSETS),
    *("utf8mb4", "none", "cp037", "", "\u00fc", "a" * 300, "../../etc", "utf-16-surrogatepass"),
)


MAX_ODD_MEMBER = 300_000
"""Bytes of a member that is made of repeats; larger ones take longer to pack than to read."""


def odd_zip(parts: Mapping[str, bytes], random: Random) -> bytes:
    """An archive whose members are packed in several ways, one in the other, or with sizes and methods that lie."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            method = random.choice((ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA))
            times = random.choice((1, 1, 2, MAX_ODD_MEMBER // max(1, len(content)) or 1))
            archive.writestr(name, content * times, method)
    data = bytearray(stream.getvalue())
    if random.randrange(3) == 0:
        return odd_zip({"inner.zip": bytes(data), **parts}, random) if len(data) < 100_000 else bytes(data)
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        # Flags, method, check sum, packed and unpacked size, attributes and the place of the member.
        at = found.start() + random.choice((8, 10, 16, 20, 24, 28, 38, 42, 43))
        if random.randrange(2) and at < len(data):
            data[at] = random.choice((0, 1, 9, 12, 14, 93, 98, 99, random.randrange(256)))
    return bytes(data)


def in_charset(data: bytes, random: Random) -> bytes:
    """A page or a message that names some encoding, which it may or may not be in."""
    name = random.choice(CHARSETS).encode("utf-8")
    return re.sub(rb"""(charset=["']?)[\w.:-]+""", lambda found: found[1] + name, data)


def outcome(data: bytes, worker: Worker, encoding: str | None = None) -> str:
    """Read one file as `read` does, with a process that is kept: "read", or the kind of refusal. Others fail."""
    try:
        check_size(data)
        form = detect(data, "", encoding)
        text = unicode_text(data) if form == "text" and encoding is None else None
        if text is None:
            worker.read(data, form, encoding=encoding)
        else:
            finished(Draft(text), "")
    except InputError as error:
        return kind_of(str(error))
    return "read"


def kind_of(reason: str) -> str:
    """The kind of a refusal, by what it says."""
    for words, kind in (
        ("seconds of processor", "too slow"),
        ("could not be read within", "too long on the wall"),
        ("MB of memory", "too much memory"),
        ("break off", "broke off"),
        ("cannot be read (", "unforeseen"),
    ):
        if words in reason:
            return kind
    return "refused"


@dataclass(slots=True)
class Result:
    """
    How mutants ended: how many of each format and kind, and what is not as it should be.

    `foreign` lists errors that are not the package's own, `slowest` is in seconds of processor, memory in MB.
    """

    counts: Counter[str] = field(default_factory=Counter)
    foreign: list[str] = field(default_factory=list)
    slowest: float = 0.0
    process_mb: int = 0
    reader_mb: int = 0


def run(makers: Mapping[str, Callable[[], bytes]], count: int, seed: int = 0) -> Result:
    """Read `count` mutants of all formats."""
    result = Result()
    random = Random(seed + 1)
    with Worker() as worker:
        for number, (form, data) in enumerate(mutants(makers, count, seed)):
            encoding = random.choice(CHARSETS) if number % 5 == 0 else None
            worker.cpu_seconds, began = 0.0, process_time()
            try:
                end = outcome(data, worker, encoding)
            except DatelineError as error:
                end = kind_of(str(error))
            except Exception as error:
                end = "FOREIGN"
                result.foreign.append(f"{form}, file {number}: {type(error).__name__}: {error}"[:200])
            result.counts[f"{form} {end}"] += 1
            result.slowest = max(result.slowest, worker.cpu_seconds, process_time() - began)
    own, reader = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    result.process_mb, result.reader_mb = own, reader
    return result
