"""
Analyses as text that other programs read: JSON, CSV, GeoJSON. One function an output.

A table can carry what it is: `about` maps plain words ("filter") to plain values, and stands in front of the rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.model import Analysis

if TYPE_CHECKING:
    import pandas as pd
from analysis.corrections.file import sentence
from analysis.model import SCHEMA
from analysis.select.narrow import Choice

TABLE_SCHEMA = "dateline-table/1"

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that starts so for a formula: "=HYPERLINK(…)" in an article must stay text."""


def to_json(analysis: Analysis) -> str:
    """The whole contract, indented, in UTF-8 without escapes."""
    return json.dumps(analysis.to_dict(), ensure_ascii=False, indent=2) + "\n"


def to_csv(frame: pd.DataFrame, about: Mapping[str, object] | None = None) -> str:
    """
    A frame as CSV (RFC 4180, line feeds); text that a spreadsheet would run is preceded by an apostrophe.

    Each line of `about` is one cell that starts with "# ", above the header: `skiprows=len(about)` passes over them.
    """
    safe = frame.copy()
    for column in safe.columns[[not dtype_is_number(safe[name]) for name in safe.columns]]:
        safe[column] = safe[column].map(_safe_cell)
    head = "".join(_comment(key, value) for key, value in (about or {}).items())
    return head + str(safe.to_csv(index=False, lineterminator="\n"))


def _comment(key: str, value: object) -> str:
    """One line of `about` as a quoted cell, so that a comma in a headline opens no second cell."""
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(f"# {key}: {shown}".split()).replace('"', '""')
    return f'"{text}"\n'


def to_table_json(frame: pd.DataFrame, about: Mapping[str, object] | None = None) -> str:
    """A frame as JSON: `about`, and `rows` with a value or null for each column."""
    rows = json.loads(frame.to_json(orient="records", date_format="iso"))
    whole = {"schema": TABLE_SCHEMA, "about": dict(about or {}), "columns": list(frame.columns), "rows": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def to_geojson(analysis: Analysis, about: Mapping[str, object] | None = None) -> str:
    """
    The places as a GeoJSON feature collection (RFC 7946: WGS 84, longitude first), with `about` as a foreign member.

    Regions and places that were not resolved have a null geometry, so that nothing is lost and nothing is put
    on a spot that the text does not name.
    """
    features = [_feature(place_dict) for place_dict in analysis.to_dict()["places"]]
    whole = {"type": "FeatureCollection", "features": features} | ({"about": dict(about)} if about else {})
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def dtype_is_number(column: pd.Series[Any]) -> bool:
    """Whether a column holds numbers, which are never formulas."""
    return column.dtype.kind in "iufb" or str(column.dtype) in ("Int64", "Float64")


def _safe_cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    guarded = f"'{value}" if value.startswith(FORMULA_STARTS) else value
    return guarded.replace("\r", " ")  # A lone carriage return would end the row for some readers.


def _feature(place: dict[str, Any]) -> dict[str, Any]:
    has_point = place["longitude"] is not None
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]} if has_point else None
    properties = {key: value for key, value in place.items() if key not in ("latitude", "longitude")}
    return {"type": "Feature", "geometry": point, "properties": properties}


# What an exported table says of itself: the article, the filter, what was corrected, the version and the method.

METHOD = (
    "Names by a trained recogniser and a gazetteer (GeoNames); tone by TextBlob, VADER and Dateline's own event tone; "
    "quotes, figures and dates by rules. Some of it is wrong: check the sentences before you quote a number."
)


def about(
    analysis: Analysis, choice: Choice, filter_sentence: str, options: Mapping[str, object] | None = None
) -> dict[str, object]:
    """
    Plain words and values, for analysis.export.

    Args: `filter_sentence` says the choice in words; `options` are what else a page narrowed the table by.
    """
    document = analysis.document
    names = {entity.id: entity.name for entity in analysis.entities}
    chosen = {
        "entities": [names.get(one, one) for one in choice.entities],
        "match": "all" if choice.needs_all else "any",
        "without": [names.get(one, one) for one in choice.without],
        "types": list(choice.types),
        "paragraphs": [choice.first, choice.last],
        "voice": choice.voice,
    }
    applied = [outcome.correction for outcome in analysis.corrections if outcome.problem is None]
    return {
        "made by": f"Dateline {analysis.version} ({SCHEMA})",
        "article": document.title or document.id,
        "published": document.published or "not known",
        "filter": filter_sentence or "none",
        "filter values": chosen if choice else "none",
        "options": dict(options) if options else "none",
        "corrections": [sentence(correction) for correction in applied] or "none",
        "method": METHOD,
    }
