"""Who is named: bars of the most named, and every name with its forms and its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Entity
from analysis.report.bars import ranked_bars, types_legend
from analysis.report.labels import opening
from analysis.report.material import Material
from analysis.show.markup import Html, element, figure, joined, note, section, table
from analysis.show.sentences import TYPE_NAMES, entities_takeaway, short
from analysis.tables.article import entities

MAX_BARS = 12
MAX_FORMS_CHARS = 160
MAX_ROWS = 250
"""Rows of a table; what is left out is counted below it."""


def who(material: Material) -> Html:
    """The section on names."""
    found = material.shown.entities
    takeaway = entities_takeaway(found)
    parts = [who_table(material)]
    if found:
        shown = found[:MAX_BARS]
        more = f" The {len(shown)} most named of {len(found)}." if len(shown) < len(found) else ""
        picture = ranked_bars(shown, f"Bars: names by number of mentions. {takeaway}")
        left = figure(picture, takeaway + more, types_legend(entity.type for entity in shown))
        parts.insert(0, element("div", joined([left, type_table(found)]), class_="pair"))
    return section("who", "Who is named", *parts)


def type_table(found: Sequence[Entity]) -> Html:
    """Names and mentions by type."""
    rows = []
    for kind, name in TYPE_NAMES.items():
        own = [entity for entity in found if entity.type == kind]
        if own:
            rows.append((name, f"{len(own):,}", f"{sum(entity.count for entity in own):,}"))
    return table("Names by type", ("Type", "Names", "Mentions"), rows, "", {1, 2})


def who_table(material: Material) -> Html:
    """Every name: type, mentions, how it is written, where it stands."""
    found = material.shown.entities
    frame = entities(replace(material.shown, entities=found[:MAX_ROWS]))
    where = [material.links(m.paragraph for m in entity.mentions) for entity in found[:MAX_ROWS]]
    rows = [
        (short(row.name), TYPE_NAMES[row.type], f"{row.count:,}", opening(row.written_as, MAX_FORMS_CHARS), links)
        for row, links in zip(frame.itertuples(index=False), where, strict=True)
    ]
    made = table(
        "Every name, the most mentioned first", ("Name", "Type", "Mentions", "Written as", "In paragraphs"), rows,
        "No name was found.", {2}, wide={3},
    )  # fmt: skip
    return joined([made, left_out(len(found), "name")])


def left_out(n_all: int, thing: str) -> Html:
    """How many rows a table leaves out; nothing where it has them all."""
    if n_all <= MAX_ROWS:
        return Html("")
    return note(f"The first {MAX_ROWS} of {n_all:,} {thing}s. All are in the table that the command line prints.")
