"""ZIP archives of every kind are unpacked within bounds, outside of the app's process, and as far as they can be."""

import struct
import subprocess
import sys
from contextlib import nullcontext
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from analysis.errors import FileError
from analysis.readers import read
from analysis.readers.office import package
from analysis.readers.office.package import MAX_MEMBERS, MAX_UNPACKED
from analysis.readers.process.worker import Limits, Worker
from tests import ROOT
from tests.readers import files

METHODS = {ZIP_BZIP2: "bzip2", ZIP_LZMA: "LZMA"}


def packed(parts, method=ZIP_DEFLATED):
    """An archive whose members are packed by `method`."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_method(data, method):
    """An archive that says of each member that it is packed by `method`."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        found = data.find(mark)
        while found >= 0:
            changed[found + at : found + at + 2] = struct.pack("<H", method)
            found = data.find(mark, found + 1)
    return bytes(changed)


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
def test_usual_methods(method):
    """Stored and deflated members are read."""
    assert read(packed({"a.txt": files.text()}, method))[0].text.startswith(files.TITLE)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["a.txt", "word/document.xml", "content.xml"])
def test_other_methods(method, name):
    """Members that are packed by other methods are refused by the method's name, with what to do."""
    parts = {"mimetype": "application/vnd.oasis.opendocument.text"} if name == "content.xml" else {}
    with pytest.raises(FileError, match=rf"packed with {METHODS[method]}.*usual ZIP"):
        read(packed({**parts, name: b"<a>" + b"a" * 1_000_000}, method))


@pytest.mark.parametrize(("method", "name"), [(9, "Deflate64"), (93, "Zstandard"), (99, "AES"), (77, "method 77")])
def test_unknown_methods(method, name):
    """Methods that Python does not know are named too."""
    with pytest.raises(FileError, match=f"packed with {name}"):
        read(with_method(packed({"a.txt": files.text()}), method))


CODE = """
import resource, sys
from analysis import InputError
from analysis.readers import read
try:
    read(open(sys.argv[1], "rb").read())
except InputError:
    pass
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss // 1024)
"""

BOMBS = {
    "bzip2": lambda: packed({"a.txt": b"a" * 150_000_000}, ZIP_BZIP2),
    "bzip2 in Word": lambda: packed({"word/document.xml": b"a" * 150_000_000}, ZIP_BZIP2),
    "deflate": lambda: packed({"a.txt": b"a" * 150_000_000}),
    "many": lambda: packed({f"{n}.txt": b"a" * 12_000_000 for n in range(12)}),
    "directory": lambda: packed(dict.fromkeys(map(str, range(40_000)), b"")),
}


MAKE = "import sys; from tests.readers.test_archives import BOMBS; open(sys.argv[1], 'wb').write(BOMBS[sys.argv[2]]())"


def python(code, *arguments):
    """What a Python of its own prints; on Linux a process begins with the high mark of the one that starts it."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_take_no_memory(bomb, tmp_path):
    """An archive that unpacks to 150 MB takes a small part of it, in the app's process and in the reader's."""
    path = tmp_path / "bomb.zip"
    python(MAKE, path, bomb)
    starter = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]])"
    own, reader = map(int, python(starter, CODE, path).split())
    assert own < 60
    assert reader < 90


@pytest.mark.parametrize(("count", "is_read"), [(MAX_MEMBERS - 1, True), (MAX_MEMBERS + 1, False)])
def test_entries_are_counted_before_they_are_read(monkeypatch, count, is_read):
    """Two thousand entries are listed; of more no list is made."""
    data = packed({"word/document.xml": "<a/>", **dict.fromkeys(map(str, range(count - 1)), b"")}, ZIP_STORED)
    listed = []
    monkeypatch.setattr(package, "check_name", lambda name, _: listed.append(name))
    refusal = nullcontext() if is_read else pytest.raises(FileError, match=f"{count:,} parts; up to 2,000")
    with refusal, package.opened(data, "This"):
        pass
    assert len(listed) == (count if is_read else 0)


def test_bytes_of_the_whole_are_bounded():
    """Of an archive that unpacks to too much, what fits is read and the rest is named as not read."""
    size = 4_999_000
    n_fit = MAX_UNPACKED // size
    member = (b"The port is closed. " + b"a" * 300 + b"\n\n") * 20
    padding = b"<!--" + b"x" * (size - len(member) - 100) + b"-->"
    parts = {f"{n}.html": b"<html><body><p>" + member + b"</p></body></html>" + padding for n in range(n_fit + 3)}
    found = read(packed(parts))
    # The last that is begun is cut off by the limit; those behind it are not begun.
    assert [draft.source for draft in found] == [f"{n}.html" for n in range(n_fit)]
    assert f'"{n_fit}.html" was left out' in found[0].warnings[-2]
    assert found[0].warnings[-1].startswith("Not read, since the files before unpacked to 25,000,000 bytes")
    assert f'"{n_fit + 1}.html", "{n_fit + 2}.html"' in found[0].warnings[-1]


def test_time_of_the_whole_is_bounded():
    """When the processor time of an archive is used up, what was read is kept and the rest is named."""
    page = b"<html><body>" + b"<div><span>a </span></div>" * 2_000 + b"<p>The port is closed.</p></body></html>"
    parts = {f"{n}.html": page for n in range(20)}
    with Worker(Limits(archive_cpu=0.25)) as worker:
        found = worker.read(packed(parts), "zip")
    assert 1 <= len(found) < 20
    assert found[0].warnings[-1].startswith("Not read, since the files before took all the processor time")
    assert '"19.html"' in found[0].warnings[-1]
    assert len(read(packed(parts))) == 20


def test_damaged_member_costs_nobody_else():
    """Members that are encrypted, damaged or oddly packed are named; the others are read."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("odd.txt", files.text(), ZIP_BZIP2)
        archive.writestr("broken.txt", files.text() * 3, ZIP_STORED)
        archive.writestr("good.txt", files.text(), ZIP_DEFLATED)
    data = stream.getvalue().replace(b"Thursday", b"Saturday", 1)
    [draft] = read(data)
    assert draft.source == "good.txt"
    assert [reason.split('"')[1] for reason in draft.warnings] == ["odd.txt", "broken.txt"]
    assert "bzip2" in draft.warnings[0]
    assert "damaged" in draft.warnings[1]


def test_nothing_is_unpacked_in_this_process(monkeypatch):
    """The process that shows the pages opens no archive and loads no parser."""
    import zipfile

    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert read(DOCX)[0].title == files.TITLE
    assert len(read(ARCHIVE)) == 2


DOCX = files.docx()
ARCHIVE = files.zipped({"a.txt": files.text(), "b.docx": DOCX})
