"""
Mentions to entities: everything that names one thing is counted once, under the name a reader would choose.

What cannot be decided stays apart: two entities where there may be one mislead less than one where there are two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import kind_of
from analysis.model import Document, Entity, Mention, Span
from analysis.names.fold import Group, cluster, fold_bodies, fold_people, join_acronyms
from analysis.names.forms import best_form, slug, without_title
from analysis.names.lands import fold_places_and_peoples, join_places


def resolve(document: Document, spans: Sequence[Span]) -> tuple[Entity, ...]:
    """
    Fold spans into entities.

    Returns: the entities, the most mentioned first, ties in the order of the text. A nationality ("Iranian",
        "Britons") is a mention of its country or region, of kind "nationality".
    """
    text = document.text
    labels = vote(text, spans)
    groups, rest = fold_places_and_peoples(text, spans, labels)
    for label, fold_label in (("PERSON", fold_people), ("ORG", fold_bodies), ("MISC", fold_same)):
        own = [span for span in rest if labels[fold(text[span.start : span.end])] == label]
        groups += fold_label(text, own, label)
    groups = join_acronyms(text, join_places(text, groups))
    return entities_of(document, groups)


def vote(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """One label for each form: the one it was given most often, the first where two are level."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        tallies[fold(text[span.start : span.end])][span.label] += 1
    return {form: tally.most_common(1)[0][0] for form, tally in tallies.items()}


def fold_same(text: str, spans: Sequence[Span], label: str) -> list[Group]:
    """Fold what is written alike."""
    return cluster(text, spans, label, lambda one, other: one == other, lambda name: tuple(fold(name).split()))


def entities_of(document: Document, groups: Sequence[Group]) -> tuple[Entity, ...]:
    """Groups to entities with unique ids."""
    text = document.text
    made: list[Entity] = []
    ids = Ids()
    for group in sorted(groups, key=lambda group: (-len(group.members), group.first)):
        forms = group.forms(text)
        name = group.name or best_form(
            map(without_title, forms) if group.label == "PERSON" else forms, is_body=group.label in ("ORG", "MISC")
        )
        kind = group.type or (place_type(name) if group.label == "PLACE" or group.name else group.label)
        mentions = tuple(
            Mention(span.start, span.end, text[span.start : span.end], document.paragraph_at(span.start).index, kind_of)
            for span, kind_of in sorted(group.members, key=lambda member: member[0].start)
        )
        made.append(Entity(ids.free(slug(name)), name, kind, mentions))
    return tuple(made)


class Ids:
    """The ids that are given out: "okafor", "okafor-2"; none twice, even where a name is "Okafor 2"."""

    def __init__(self) -> None:
        """No id is taken."""
        self.taken: set[str] = set()
        self.last: dict[str, int] = {}

    def free(self, base: str) -> str:
        """The id for the next thing called `base`."""
        made = base
        while made in self.taken:
            self.last[base] = self.last.get(base, 1) + 1
            made = f"{base}-{self.last[base]}"
        self.taken.add(made)
        return made


# Whether the name of a place is a state or town (GPE), a part of nature or the world (LOC), or a facility (FAC).

FACILITY_RE = re.compile(
    r"\b(?:airport|airfield|air base|base|bridge|tunnel|station|stadium|arena|park|hotel|palace|castle|tower|square|"
    r"street|road|avenue|boulevard|highway|motorway|prison|jail|camp|port|harbou?r|terminal|dam|mosque|church|"
    r"cathedral|temple|museum|library|theatre|theater|hall|house|barracks|embassy|consulate|crossing|checkpoint|"
    r"mine|plant|pipeline|canal|route \d+|[am]\d+)$",
    re.I,
)
NATURE_RE = re.compile(
    r"\b(?:sea|ocean|river|lake|gulf|bay|strait|straits|channel|mountain|mountains|mount|desert|valley|island|islands|"
    r"peninsula|coast|delta|basin|plateau|forest|reef|shoal|falls|peak|ridge|hills|creek|fjord|glacier|volcano|cape)\b",
    re.I,
)
TYPE_OF_KIND = {
    "country": "GPE",
    "admin": "GPE",
    "city": "GPE",
    "region": "LOC",
    "water": "LOC",
    "terrain": "LOC",
    "facility": "FAC",
}


def place_type(name: str) -> str:
    """GPE, LOC or FAC: by the gazetteer where it knows the name, by its last words where it does not."""
    kind = kind_of(name)
    if kind in TYPE_OF_KIND:
        return TYPE_OF_KIND[kind]
    if FACILITY_RE.search(name):
        return "FAC"
    return "LOC" if NATURE_RE.search(name) else "GPE"
