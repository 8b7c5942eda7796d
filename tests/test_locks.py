"""What is installed is written down: every distribution, its version and its hashes, and nothing floats."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import ROOT

LOCKS = sorted((ROOT / "locks").glob("*.txt"))
PAIRS = {
    "requirements.txt": "run.txt",
    "requirements-dev.txt": "dev.txt",
    "locks/pip.in": "pip.txt",
    "locks/uv.in": "uv.txt",
}
ENTRY_RE = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ \\]+)(?P<marker> ;[^\\]+)? \\\n(?P<hashes>(?:    --hash.*\n)+)", re.M
)
HASH_RE = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def locked(name: str) -> dict[str, str]:
    """Distribution -> version."""
    text = (ROOT / "locks" / name).read_text(encoding="utf-8")
    return {found["name"]: found["version"] for found in ENTRY_RE.finditer(text)}


def asked(name: str) -> dict[str, str]:
    """Distribution -> version, as a file for people asks for it; `-r` is followed."""
    path, out = ROOT / name, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            out |= asked(line.removeprefix("-r ").strip())
        elif line and not line.startswith("#"):
            wanted = Requirement(line)
            (pin,) = wanted.specifier
            assert pin.operator == "==", f"{name}: {line} is not pinned"
            out[canonicalize_name(wanted.name)] = pin.version
    return out


@pytest.mark.parametrize(("people", "lock"), PAIRS.items(), ids=PAIRS)
def test_lock_agrees(people, lock):
    """Each package that a requirements file pins stands in its lock at the same version; if not, run `make lock`."""
    pinned, kept = asked(people), locked(lock)
    assert pinned
    assert {name: kept.get(name) for name in pinned} == pinned


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_line_is_a_distribution_with_hashes(path):
    """Nothing in a lock is without a hash, and none names where it comes from: that is whoever installs it to say."""
    text = path.read_text(encoding="utf-8")
    rest = "".join(line for line in ENTRY_RE.sub("", text).splitlines() if not line.lstrip().startswith("#"))
    assert rest == ""
    for found in ENTRY_RE.finditer(text):
        assert all(HASH_RE.fullmatch(line) for line in found["hashes"].splitlines()), found["name"]
    assert "://" not in text


def test_tests_run_what_people_run():
    """Whatever the app runs on has the same version under the tests."""
    run, dev = locked("run.txt"), locked("dev.txt")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_nothing_floats(lock):
    """What a locked distribution needs on this machine is locked as well, at a version that it accepts."""
    versions, loose = locked(lock), []
    for name in versions:
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # for another system, such as colorama on Windows
        for need in map(Requirement, needs):
            if need.marker and not need.marker.evaluate({"extra": ""}):
                continue
            version = versions.get(canonicalize_name(need.name))
            if version is None or not need.specifier.contains(version, prereleases=True):
                loose.append(f"{name} needs {need}, locked: {version}")
    assert loose == []


def test_make_installs_from_locks_alone():
    """`make run` and `make test` install nothing without its hash, and no package that has to be built."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    installs = [line for line in lines if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line and "--only-binary" in line for line in installs)
    recipes = [line for line in lines if line.startswith("\t") and ("$(INSTALL)" in line or "pip install" in line)]
    assert all(re.search(r"-r locks/\w+\.txt$", line) for line in recipes)
