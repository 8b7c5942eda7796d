"""The documentation cannot go stale: what it names exists, and what it shows to type runs."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests import ROOT
from tests.readers import files

PAGES = [
    *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY")),
    *sorted((ROOT / "docs").glob("*.md")),
]

FENCE_RE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
CODE_RE = re.compile(r"`([^`\n]+)`")
LINK_RE = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH_RE = re.compile(r"\.?[\w-]+(?:/[\w.-]+)+/?|[\w-]+\.(?:py|md|toml|txt)")
MODULE_RE = re.compile(r"(?:analysis|views|benchmarks|training|tests)(?:\.\w+)+")
COMMAND_RE = re.compile(r"python -m (analysis|benchmarks\.\w+|training\.\w+|tests\.\w+)([^\n`]*)")
OPTION_RE = re.compile(r"(?<![\w-])--[a-z][\w-]*")

ELSEWHERE = ("/etc/", "_stcore", "app/static", ".venv", "example.org")
"""Paths that are none of the repository's: the server's, a machine's, an environment's."""

NOT_RUN = {
    "spacy:": "needs a pipeline that is not among the dependencies",
    "make ": "is what runs these tests, or starts a server",
    "-m venv": "makes an environment",
    "-m pip": "installs packages",
    "streamlit run": "starts a server; the browser tests do",
}
"""What an example of the shell holds that is not run here, and why."""


def text_of(page: Path) -> str:
    """A page's text."""
    return page.read_text(encoding="utf-8")


def names_of(page: Path) -> str:
    """Where a page stands in the names of tests."""
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_links_lead_somewhere(page):
    """Every link to a file of the repository has its file."""
    links = [link for link in LINK_RE.findall(text_of(page)) if "://" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_paths_exist(page):
    """Every file and folder that is named in code type is there, from the root or from the page's own folder."""
    prose = FENCE_RE.sub("", text_of(page))
    named = {word for code in CODE_RE.findall(prose) for word in code.split() if PATH_RE.fullmatch(word)}
    named = {word for word in named if not any(part in word for part in ELSEWHERE)}
    homes = (ROOT, page.parent, ROOT / "analysis", ROOT / "views", ROOT / "tests")
    assert not [word for word in sorted(named) if not any((home / word).exists() for home in homes)]


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_modules_and_names_exist(page):
    """Every dotted name of the project's own can be imported or is found in its module."""
    lost = []
    for name in sorted(set(MODULE_RE.findall(text_of(page)))):
        if name.rpartition(".")[2] in ("py", "txt", "json", "html", "csv", "md"):
            continue
        module, _, attribute = name.rpartition(".")
        try:
            import_module(name)
        except ImportError:
            if not hasattr(import_module(module), attribute):
                lost.append(name)
    assert not lost


@cache
def help_of(module: str) -> str:
    """What a command of the project says of its options, sub-commands included."""
    said = []
    for arguments in ((), ("compare",)) if module == "analysis" else ((),):
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        said.append(done.stdout)
    return "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=names_of)
def test_options_exist(page):
    """Every option that is shown behind a command of the project is one that the command has."""
    lost = [
        f"{module} {option}"
        for module, rest in COMMAND_RE.findall(text_of(page))
        for option in OPTION_RE.findall(rest)
        if option not in help_of(module)
    ]
    assert not lost


def shell_lines() -> list[str]:
    """The commands of the README that are run here, without their comments."""
    blocks = [body for kind, body in FENCE_RE.findall(text_of(ROOT / "README.md")) if kind == "sh"]
    lines = [line.split("   #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]
    return [line for line in lines if not any(part in line for part in NOT_RUN)]


@pytest.fixture
def desk(tmp_path):
    """A folder with the files that the examples name."""
    article = (ROOT / "seeds" / "ferries.txt").read_text(encoding="utf-8")
    for name in ("article.txt", "one.txt", "another.txt"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    (tmp_path / "report.pdf").write_bytes(files.pdf())
    corrections = {"schema": "dateline-corrections/1", "corrections": []}
    (tmp_path / "corrections.json").write_text(json.dumps(corrections), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("line", shell_lines())
def test_shell_examples_run(line, desk):
    """Every command of the README does what it says, without an error."""
    source, _, command = line.rpartition("| ")
    words = shlex.split(command)
    assert words[:2] == ["python", "-m"], line
    given = (desk / source.split()[1]).read_bytes() if source else None
    here = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *words[1:]], cwd=desk, input=given, capture_output=True, check=False, env=here
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or "--output" in words


def python_blocks() -> list[str]:
    """The Python examples of README and docs."""
    pages = (ROOT / "README.md", ROOT / "docs" / "contract.md")
    return [body for page in pages for kind, body in FENCE_RE.findall(text_of(page)) if kind == "python"]


@pytest.mark.parametrize("code", python_blocks())
def test_python_examples_run(code, desk):
    """Every Python example runs as it stands, on an article."""
    start = "text = open('article.txt', encoding='utf-8').read()\n"
    here = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", start + code], cwd=desk, capture_output=True, text=True, check=False, env=here
    )
    assert done.returncode == 0, done.stderr
