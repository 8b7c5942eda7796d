"""The house keeps its order: who may import whom, how large rooms and files are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT

FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "model", "resources"),
    ("gazetteer", "json_file"),
    ("english",),
    ("dates",),
    ("names",),
    ("encoder",),
    ("places", "speech", "tone", "engines"),
    ("select", "pairs", "figures", "origins"),
    ("corrections",),
    ("pipeline", "export", "compare"),
    ("tables", "readers"),
    ("evidence",),
    ("show",),
    ("report",),
    ("__main__",),
)
"""The rooms of `analysis` from the ground up: a room imports only from floors below its own, never beside it."""

LOWEST: dict[str, int] = {room: number for number, floor in enumerate(FLOORS) for room in floor}

TOP = {"views": ("pages", "dashboard"), "analysis": ("views", "pages", "dashboard", "streamlit", "plotly")}
"""What a top folder never imports."""

LONGEST = 350
"""Lines of a module that is one idea; a longer one is two."""
MOST_MODULES = 18
MOST_IN_ANALYSIS = 150


def modules(top: str) -> Iterator[Path]:
    """The modules of a top folder."""
    return (path for path in sorted((ROOT / top).rglob("*.py")))


def room_of(module: str) -> str:
    """The room of a module of `analysis`: "analysis.names.fold" is in "names"; "" for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def name_of(path: Path) -> str:
    """A path as the name that it is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its head, inside its functions or for its types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_rooms_import_downwards():
    """Each room of `analysis` imports only from floors below it, whatever the way of importing."""
    against = set()
    for path in modules("analysis"):
        own = room_of(name_of(path))
        if not own:
            continue  # The package's face hands on names of the pipeline.
        for module in imports(path):
            other = room_of(module) if module.split(".")[0] == "analysis" else ""
            if other in LOWEST and other != own and LOWEST[other] >= LOWEST[own]:
                against.add(f"{path.relative_to(ROOT)} imports {other}")
    assert not against


def test_every_room_stands_on_a_floor():
    """A new room is put on a floor, and none is named that is gone."""
    rooms = {room_of(name_of(path)) for path in modules("analysis")} - {""}
    assert rooms == set(LOWEST)


@pytest.mark.parametrize("top", TOP)
def test_imports_run_one_way(top):
    """`analysis` never imports the screen's code, and `views` never a page."""
    against = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(top)
        for module in imports(path)
        if module.split(".")[0] in TOP[top]
    }
    assert not against


def test_no_module_reaches_itself():
    """No module imports, over whatever others, itself: there is no circle."""
    known = {name_of(path): path for top in ("analysis", "views") for path in modules(top)}
    graph = {
        name: {module for module in imports(path) if module in known and module != name and not is_face(module, path)}
        for name, path in known.items()
    }
    left = dict(graph)
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left


def is_face(module: str, path: Path) -> bool:
    """Whether a module is the `__init__` of the package that the file itself is in, which Python opens anyway."""
    return path.name != "__init__.py" and name_of(path).startswith(f"{module}.")


def test_rooms_fit_the_eye():
    """No folder has more than 18 modules, and `analysis` at most 150."""
    for top in ("analysis", "views"):
        for folder in {path.parent for path in modules(top)}:
            here = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
            assert len(here) <= MOST_MODULES, folder
    assert len([path for path in modules("analysis") if path.name != "__init__.py"]) <= MOST_IN_ANALYSIS


def test_files_are_one_idea():
    """No module has more than 350 lines."""
    long = {
        str(path.relative_to(ROOT)): n
        for top in ("analysis", "views", "pages")
        for path in modules(top)
        if (n := path.read_text(encoding="utf-8").count("\n")) > LONGEST
    }
    assert not long
