"""
Change rules one at a time and see whether a test fails: `python -m benchmarks.mutations [--room names] [--count 60]`.

Each change is made in a copy of the project, never here, and is drawn by a seed, so that a run can be repeated. The
snapshots run first, then the tests of the room, then all tests without a browser; the first that fails catches the
change. What survives is printed with its line: either nothing that a reader sees depends on it, or a test is missing.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.mutations.mutate import Mutation, mutations

ROOT = Path(__file__).parents[2]
ROOMS = ("names", "places", "speech", "tone", "dates", "figures", "compare", "corrections", "readers")
"""Where the rules are: what decides about results."""
PARTS = ("analysis", "views", "pages", "tests", "training", "benchmarks", "seeds", "static", "docs", ".streamlit")
LONGEST = 900
"""Seconds after which a run of the tests counts as caught: the change made something endless."""


def files_of(room: str) -> list[Path]:
    """The modules of a room."""
    one = ROOT / "analysis" / f"{room}.py"
    found = [one] if one.exists() else sorted((ROOT / "analysis" / room).rglob("*.py"))
    return [path for path in found if path.name != "__init__.py"]


def drawn(room: str, count: int, seed: int) -> Iterator[tuple[Path, Mutation]]:
    """So many changes of a room: first a module, then a change in it, so that long modules do not crowd out others."""
    choose = random.Random(f"{room}/{seed}")
    every = {path: list(mutations(path.read_text(encoding="utf-8"))) for path in files_of(room)}
    every = {path: changes for path, changes in every.items() if changes}
    for _ in range(count):
        path = choose.choice(sorted(every))
        yield path, every[path].pop(choose.randrange(len(every[path])))
        every = {path: changes for path, changes in every.items() if changes}


def copy_project(folder: Path) -> None:
    """The project as it stands, into `folder`."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, folder)


def caught_by(folder: Path, room: str, is_quick: bool) -> str | None:
    """The tests that fail first, or None."""
    own = [folder / "tests" / room] if (folder / "tests" / room).is_dir() else [*folder.glob(f"tests/test_{room}*.py")]
    for name, paths in {"snapshots": [folder / "tests" / "test_golden.py"], "room": own, "all": []}.items():
        if name == "all" and is_quick:
            return None
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not browser", "-p", "no:cacheprovider"]
        try:
            done = subprocess.run(
                [*command, *map(str, paths)], cwd=folder, capture_output=True, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            return f"{name}, endless"
        if done.returncode not in (0, 5):  # 5 is a room without tests of its own.
            return name
    return None


@click.command(help=__doc__)
@click.option("--room", type=click.Choice(ROOMS), multiple=True, help="Only these rooms.")
@click.option("--count", default=60, show_default=True, help="Changes in all, spread over the rooms.")
@click.option("--seed", default=1, show_default=True, help="Another seed draws other changes.")
@click.option("--quick", is_flag=True, help="Only the snapshots and the tests of the room.")
def main(room: tuple[str, ...], count: int, seed: int, quick: bool) -> None:
    """Change, test, print."""
    rooms = room or ROOMS
    n_caught = n_all = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_project(folder)
        for place, it in enumerate(rooms):
            share = count // len(rooms) + (place < count % len(rooms))
            for path, mutation in drawn(it, share, seed):
                target = folder / path.relative_to(ROOT)
                was = target.read_text(encoding="utf-8")
                target.write_text(mutation.source, encoding="utf-8")
                caught = caught_by(folder, it, quick)
                target.write_text(was, encoding="utf-8")
                n_all, n_caught = n_all + 1, n_caught + bool(caught)
                where = f"{path.relative_to(ROOT)}:{mutation.line}"
                click.echo(f"{'caught by ' + caught if caught else 'SURVIVED':22} {where:42} {mutation.what[:120]}")
    click.echo(f"{n_caught} of {n_all} caught, {n_caught / max(n_all, 1):.0%}")


if __name__ == "__main__":
    main()
