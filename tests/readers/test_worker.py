"""The process that reads files is bounded in processor time, in time on the wall and in memory, and says which."""

import os
import select
import subprocess
import sys

import pytest

from analysis.errors import FileError, InputError
from analysis.readers import read
from analysis.readers.process import limits
from analysis.readers.process import worker as workers
from analysis.readers.process.limits import Turns
from analysis.readers.process.worker import MAX_ENDS, Limits, Worker
from tests import ROOT
from tests.readers import files

PROBE = "tests.readers.probe"
CPU = "more than 1 seconds of processor time"
WALL = "could not be read within"
MEMORY = "370 MB of memory"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system has no such limit")
needs_resource = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")


def probe(lines, **bounds):
    """What comes of a file that does what `lines` say."""
    with Worker(Limits(**({"cpu": 1.0} | bounds)), module=PROBE) as worker:
        return worker.read(lines.encode(), "zip")


@needs_resource
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("burn 0.3", None),
        ("burn 30", CPU),
        ("wait 30", WALL),
        ("take 1e8", None),
        pytest.param("take 4e8", MEMORY, marks=on_linux),
        ("break 1", "made its reader break off"),
        ("fail 1", r"damaged and cannot be read \(LookupError\)"),
    ],
)
def test_limits(lines, why):
    """What stays below a limit is read; what does not is refused with a reason that names the limit it met."""
    wall = 1.0 if why == WALL else 60.0
    if why is None:
        assert probe(lines, wall=wall)[0].text.startswith("It did")
        return
    with pytest.raises(FileError, match=why) as caught:
        probe(lines, wall=wall)
    others = {CPU, WALL, MEMORY} - {why}
    assert not any(other in str(caught.value) for other in others)


@needs_resource
def test_start_is_not_counted():
    """What the process uses before the reading begins does not count: a slow start refuses no honest file."""
    assert probe("before 1.6\nburn 0.2", wall=60.0)[0].text == "It did burn 0.2."


def test_process_that_does_not_start():
    """Where the process does not get ready in time, the reason is the server's, not the file's."""
    with pytest.raises(FileError, match="did not start in time; the server is busy"):
        probe("before 60\nburn 0", start=0.5)


@needs_resource
def test_waiting_is_not_counted():
    """A file that waits for a busy machine longer than its processor time is read."""
    assert probe("wait 1.5", wall=60.0)[0].text == "It did wait 1.5."


@needs_resource
def test_archive_goes_on_after_an_end():
    """Files of an archive that end the process are named with the reason; those before and behind them are read."""
    found = probe("burn 0\nburn 30\nbreak 1\nfail 1\nburn 0.1", wall=60.0)
    assert [draft.text for draft in found] == ["It did burn 0.", "It did burn 0.1."]
    assert [reason.split('"')[1] for reason in found[0].warnings] == ["burn 30", "break 1", "fail 1"]
    assert CPU in found[0].warnings[0]


@pytest.mark.parametrize("n_ends", [MAX_ENDS - 1, MAX_ENDS])
def test_ends_of_one_archive_are_bounded(n_ends):
    """After three files that ended the process the rest is named as not read, and what was read is kept."""
    found = probe("burn 0\n" + "break 1\n" * n_ends + "burn 0.01\nburn 0.02", wall=60.0)
    is_over = n_ends == MAX_ENDS
    assert len(found) == (1 if is_over else 3)
    assert (found[0].warnings[-1].startswith("Not read, since")) is is_over
    assert not is_over or '"burn 0.01", "burn 0.02"' in found[0].warnings[-1]


def test_system_without_limits(monkeypatch):
    """Where the system has no limits the clock on the wall ends a process, and what is quick is read."""
    monkeypatch.setenv("PROBE_WITHOUT_RESOURCE", "1")
    assert probe("burn 0.1", wall=60.0)[0].text == "It did burn 0.1."
    with pytest.raises(FileError, match=WALL):
        probe("burn 60", wall=1.0)


def test_limits_say_whether_they_hold(monkeypatch):
    """Without the module of the system's limits none is claimed to be set."""
    monkeypatch.setitem(sys.modules, "resource", None)
    assert not limits.limit_memory()
    assert not limits.limit_cpu(5.0)


@needs_resource
@pytest.mark.parametrize("used", [0.01, 0.45, 0.96, 7.2])
def test_processor_limit_is_relative(monkeypatch, used):
    """The limit counts from what the process has used, grants at most five seconds and never less than half."""
    import resource

    asked = []
    monkeypatch.setattr(limits, "process_time", lambda: used)
    monkeypatch.setattr(resource, "setrlimit", lambda _, both: asked.append(both[0]))
    for seconds in (5.0, 2.0):
        limits.limit_cpu(seconds)
        assert used + seconds / 2 <= asked.pop() <= used + seconds


PARENT = """
import threading
from analysis.readers.process.worker import Limits, Worker
worker = Worker(module="tests.readers.probe")
worker.read(b"burn 0", "zip")
print(worker._process.pid, flush=True)
worker.read(b"{what} 60", "zip")
"""


@on_linux
@pytest.mark.parametrize("what", ["wait", "burn"])
def test_process_ends_with_its_parent(what):
    """Where the app is killed, the process that reads for it ends too, in the middle of a file."""
    root = ROOT
    code = PARENT.replace("{what}", what).replace("Worker(module", "Worker(Limits(cpu=1e6), module")
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root) as parent:
        assert parent.stdout is not None
        watched = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    try:
        ended, _, _ = select.select([watched], [], [], 30)
    finally:
        os.close(watched)
    assert ended


def test_worker_survives_its_files():
    """After a file that was refused the next one is read, by the same process."""
    with Worker() as worker:
        with pytest.raises(FileError, match="damaged"):
            worker.parse(b"%PDF-1.4 nothing", "pdf")
        assert worker.parse(files.html(), "html").title == files.TITLE


def test_readings_at_once_are_bounded(monkeypatch):
    """One file more than are read at once is refused with what to do, and read when a turn is free."""
    turns = Turns(1, 0.0, InputError("Many files are being read right now. Try again in a minute."))
    monkeypatch.setattr(workers, "READINGS", turns)
    with turns.one(), pytest.raises(InputError, match="Try again in a minute"):
        read(files.html())
    assert read(files.html())[0].title == files.TITLE
