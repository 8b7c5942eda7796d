"""What has been read of one figure, and the two steps that all kinds of figures share: what is counted, how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.figure_hedges import hedge_before
from analysis.figure_nouns import NounPhrase
from analysis.figure_units import DURATIONS

ADDITIONAL_RE = re.compile(r"\b(?:additional|extra|more|further|another|other|new)\b", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read, with the span of the number itself."""

    start: int
    end: int
    number_start: int
    number_end: int
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: NounPhrase | None = None
    hedge: str | None = None
    is_additional: bool = False


def counting(r: Reading, text: str, noun: NounPhrase | None) -> Reading:
    """The reading with the noun phrase that it counts, if there is one."""
    if noun is None:
        return r
    return replace(r, end=noun.end, noun=noun, is_additional=bool(ADDITIONAL_RE.search(text, r.end, noun.end)))


def hedged(text: str, r: Reading, floor: int) -> Reading:
    """The reading with the hedge before it, and whether it comes on top of something."""
    found = hedge_before(text, r.start, floor)
    # "Over 10 years" is a time as often as a hedge.
    is_time = (
        found
        and r.kind == "measure"
        and r.unit in DURATIONS
        and text[found[0] : r.start].lower().strip() in ("over", "under", "around")
    )
    is_more = r.is_additional or bool(ADDITIONAL_RE.search(text, max(floor, r.start - 9), r.start))
    is_topic = found and text[found[0] : r.end].lower().startswith("about one ")
    if not found or is_time or is_topic:
        return replace(r, is_additional=is_more)
    return replace(r, start=found[0], hedge=r.hedge or found[1], is_additional=is_more)
