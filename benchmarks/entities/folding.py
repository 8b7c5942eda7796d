"""
How well mentions are folded into entities, on documents with gold mentions.

A row is a document: {"text", "entities": [{"name", "type", "mentions": [{"start", "end", "kind", "core_start",
"core_end"}]}]}; the mentions of kind "name" count, at their cores. Persons, organisations, places and abstract names
are folded from their gold spans; times are left out.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.english.segment import segment
from analysis.model import Span
from analysis.names.resolve import resolve

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "abstract": "MISC", "event": "MISC"}


@dataclass
class Sums:
    """What has been counted over the documents."""

    precision: float = 0.0
    recall: float = 0.0
    n_mentions: int = 0
    n_entities: int = 0
    n_exact: int = 0
    n_several: int = 0
    n_several_exact: int = 0

    def table(self) -> dict[str, float]:
        """B-cubed precision, recall and F; the share of entities found exactly, of all and of several forms."""
        precision, recall = self.precision / self.n_mentions, self.recall / self.n_mentions
        return {
            "B3 P": precision,
            "B3 R": recall,
            "B3 F": 2 * precision * recall / (precision + recall),
            "exact": self.n_exact / self.n_entities,
            "several forms": self.n_several_exact / max(self.n_several, 1),
        }


def gold_of(row: dict) -> dict[int, list[Span]]:
    """The gold spans of each entity of a document, none inside another of the same entity."""
    gold: dict[int, list[Span]] = defaultdict(list)
    for number, entity in enumerate(row["entities"]):
        label = LABELS.get(entity["type"])
        for mention in entity["mentions"] if label else ():
            if mention["kind"] == "name":
                span = Span(mention["core_start"], mention["core_end"], label)
                if not any(s.start <= span.start and span.end <= s.end for s in gold[number]):
                    gold[number].append(span)
    return {number: spans for number, spans in gold.items() if spans}


def add(sums: Sums, row: dict) -> Iterator[tuple[str, Counter[str]]]:
    """Score one document into `sums`; yield each entity that was not found exactly, with what holds its mentions."""
    document = segment(row["text"])
    gold = gold_of(row)
    owner: dict[tuple[int, int], int] = {}
    for number, spans in gold.items():
        for span in spans:
            owner.setdefault((span.start, span.end), number)
    spans = sorted({s for ss in gold.values() for s in ss}, key=lambda s: (s.start, s.end))
    unique = list({(s.start, s.end): s for s in spans}.values())
    found = {(m.start, m.end): e.id for e in resolve(document, unique) for m in e.mentions}
    ours: dict[str, set] = defaultdict(set)
    theirs: dict[int, set] = defaultdict(set)
    for place, number in owner.items():
        theirs[number].add(place)
        ours[found[place]].add(place)
    for place, number in owner.items():
        both = len(theirs[number] & ours[found[place]])
        sums.precision += both / len(ours[found[place]])
        sums.recall += both / len(theirs[number])
        sums.n_mentions += 1
    for number, places in theirs.items():
        forms = {row["text"][a:b].casefold() for a, b in places}
        ids = {found[place] for place in places}
        is_exact = len(ids) == 1 and ours[next(iter(ids))] == places
        sums.n_entities += 1
        sums.n_exact += is_exact
        sums.n_several += len(forms) > 1
        sums.n_several_exact += is_exact and len(forms) > 1
        if not is_exact:
            mixed = Counter(row["text"][a:b] for i in ids for a, b in ours[i] | places)
            yield row["entities"][number]["name"], mixed


def score(
    paths: Iterable[Path], genre: str | None = None
) -> tuple[dict[str, float], list[tuple[str, str, Counter[str]]]]:
    """Score the folding on the documents of the files, of one genre if given; also the entities not found exactly."""
    sums, faults = Sums(), []
    for path in paths:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                if genre in (None, row.get("genre")):
                    faults += [(row["id"], name, mixed) for name, mixed in add(sums, row)]
    return sums.table(), faults
