"""
Read the project's annotated prose: `{surface|TYPE|Canonical name}` in plain text.

`python -m training.prose FILE...` checks files and prints what is wrong, with line numbers.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC")

NAME_RE = re.compile(r"\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}")
HEADER_RE = re.compile(r"^# (id|beat|region): (.+)$")
# What must stand outside the braces, by the rules in prose/README.md.
LEADING_RE = re.compile(r"^(?:the|an|a|[Pp]resident|Dr|Mr|Mrs|Ms|Sir|Maj|Gen|Prof|Senator|Sen|Rep|Rev)\.?\s")


@dataclass(frozen=True, slots=True)
class Name:
    """One annotated name: a span of the plain text, its type and the name it stands for."""

    start: int
    end: int
    text: str
    type: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated document: `text[name.start:name.end] == name.text` for every name."""

    id: str
    beat: str
    region: str
    text: str
    names: tuple[Name, ...]

    @property
    def n_paragraphs(self) -> int:
        """How many paragraphs follow the headline."""
        return self.text.count("\n\n")


def strip_markup(marked: str) -> tuple[str, tuple[Name, ...]]:
    """Take the markup out of `marked`; the names keep their place in the plain text."""
    plain, names, taken, length = [], [], 0, 0
    for match in NAME_RE.finditer(marked):
        before = marked[taken : match.start()]
        surface, kind, canonical = match.groups()
        start = length + len(before)
        names.append(Name(start, start + len(surface), surface, kind, canonical))
        plain += [before, surface]
        length = start + len(surface)
        taken = match.end()
    plain.append(marked[taken:])
    return "".join(plain), tuple(names)


def read_articles(path: Path) -> Iterator[Article]:
    """Read the documents of one file; each begins with a `# id:` line."""
    for block in re.split(r"(?m)^(?=# id: )", path.read_text(encoding="utf-8")):
        if not block.strip():
            continue
        header, body = {}, []
        for line in block.splitlines():
            if not body and (match := HEADER_RE.match(line)):
                header[match[1]] = match[2].strip()
            else:
                body.append(line)
        text, names = strip_markup(re.sub(r"\n\s*\n+", "\n\n", "\n".join(body)).strip())
        yield Article(header.get("id", ""), header.get("beat", ""), header.get("region", ""), text, names)


def find_faults(path: Path) -> Iterator[str]:
    """Yield a line for each breach of the form in prose/README.md."""
    ids: Counter[str] = Counter()
    for article in read_articles(path):
        ids[article.id] += 1
        where = f"{path.name} {article.id}"
        if not (article.id and article.beat and article.region):
            yield f"{where}: a header line (id, beat, region) is missing"
        if ids[article.id] > 1:
            yield f"{where}: this id stands twice"
        if re.search(r"[{}|]", article.text):
            at = re.search(r"[{}|]", article.text).start()  # type: ignore[union-attr]
            yield f"{where}: stray markup near {article.text[max(0, at - 30) : at + 30]!r}"
        if article.n_paragraphs < 2:
            yield f"{where}: fewer than two paragraphs after the headline"
        kinds: dict[str, set[str]] = {}
        for name in article.names:
            kinds.setdefault(name.canonical, set()).add(name.type)
            if name.type not in TYPES:
                yield f"{where}: {name.type!r} is not a type; the types are {', '.join(TYPES)}"
            if name.text != name.text.strip() or name.canonical != name.canonical.strip():
                yield f"{where}: white space at the edge of {name.text!r}"
            if LEADING_RE.match(name.text) or re.search(r"['’]s$|[,;:]$", name.text):
                yield f"{where}: {name.text!r} holds an article, a title, a possessive or punctuation"
        yield from _unmarked(article, where)


def _unmarked(article: Article, where: str) -> Iterator[str]:
    """Name the surfaces marked once in a document and left unmarked elsewhere in it."""
    covered = {i for name in article.names for i in range(name.start, name.end)}
    for surface in {name.text for name in article.names if len(name.text) > 3 and name.text[0].isupper()}:
        for match in re.finditer(rf"(?<![\w-]){re.escape(surface)}(?![\w])", article.text):
            if match.start() not in covered:
                near = article.text[max(0, match.start() - 25) : match.end() + 25].replace("\n", " ")
                yield f"{where}: {surface!r} is unmarked in {near!r}"


def main(paths: list[str]) -> int:
    """Check the files; print faults and a count of what they hold."""
    n_faults, counts = 0, Counter[str]()
    for path in map(Path, paths):
        for fault in find_faults(path):
            print(fault)
            n_faults += 1
        for article in read_articles(path):
            counts.update(["documents"])
            counts["paragraphs"] += article.n_paragraphs
            counts["words"] += len(article.text.split())
            counts.update(name.type for name in article.names)
    print(", ".join(f"{value} {key}" for key, value in counts.items()), f"and {n_faults} faults")
    return 1 if n_faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
