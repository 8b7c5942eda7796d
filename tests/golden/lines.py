"""An analysis as lines, each one thing that a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from analysis import Analysis

Record = Mapping[str, Any]


def lines_of(analysis: Analysis) -> list[str]:
    """All that was found, one line each; values that are missing are left out of a line."""
    found = analysis.to_dict()
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    return [
        line("document", found["document"], "title", "words", "sentences", "polarity", "subjectivity"),
        *paragraphs(found),
        *map(entity, found["entities"]),
        *map(place, found["places"]),
        *(quote(record, names) for record in found["quotes"]),
        *(report(record, names) for record in found["reports"]),
        *toward(found["tone"], names),
        *map(figure, found["figures"]),
        *(line("date", record, "first", "last", "unit", "zone", "assumption", at=record) for record in found["dates"]),
        *(reference(record, names) for record in found["references"]),
    ]


def paragraphs(found: Record) -> Iterator[str]:
    """A paragraph's tone by each instrument and the words that TextBlob scored; the words of event tone."""
    voices = {row["index"]: row for row in found["tone"]["paragraphs"]}
    for row in found["paragraphs"]:
        tone = {
            f"{voice}.{name}": value
            for voice in ("all", "narrator", "quoted")
            for name, value in voices[row["index"]][voice].items()
        }
        words = " ".join(f"{w['text']}@{w['start']}({number(w['polarity'])})" for w in row["evidence"])
        keys = ("kind", "polarity", "subjectivity", *tone)
        yield line(f"paragraph {row['index']}", row | tone, *keys) + (f"  words: {words}" if words else "")
    words = " ".join(f"{w['text']}@{w['start']}({number(w['tone'])})" for w in found["tone"]["event_words"])
    yield f"event words  {words}"


def entity(record: Record) -> str:
    """An entity with every mention."""
    return f"entity  {record['type']}  {record['name']}  [{record['id']}]  {spots(record['mentions'], 'kind', 'name')}"


def place(record: Record) -> str:
    """A place with its point and the roles it is used in."""
    keys = ("kind", "country_code", "geonames_id", "latitude", "longitude", "confidence")
    return f"{line('place  ' + record['name'], record, *keys)}  {spots(record['mentions'], 'role', 'location')}"


def toward(tone: Record, names: Mapping[str, str]) -> Iterator[str]:
    """The tone toward each entity."""
    for row in tone["toward"]:
        yield line(f"toward  {names[row['entity']]}", row, "label", "mean", "low", "high", "n_sentences")


def who(names: Mapping[str, str], record: Record, key: str) -> str | None:
    """Who speaks: the entity's name, or else the words of the text."""
    return names.get(record[key] or "") or record[f"{key}_text"]


def quote(record: Record, names: Mapping[str, str]) -> str:
    """A quote with its speaker and how that is known."""
    whole = record | {"by": who(names, record, "speaker")}
    return line("quote", whole, "by", "cue", "rule", "source_kind", "confidence", at=record)


def report(record: Record, names: Mapping[str, str]) -> str:
    """What is reported without marks, with its source."""
    return line("report", record | {"by": who(names, record, "source")}, "by", "cue", "source_kind", at=record)


def figure(record: Record) -> str:
    """A figure with what it counts."""
    told = {"more": "yes" if record["is_additional"] else None, "quoted": None if record["quote"] is None else "yes"}
    return line(
        "figure", record | told, "kind", "value", "low", "high", "unit", "noun", "hedge", "more", "quoted", at=record
    )


def reference(record: Record, names: Mapping[str, str]) -> str:
    """A pronoun or description with whom it means."""
    return line("reference", record | {"to": names.get(record["entity"] or "")}, "kind", "to", at=record)


def spots(mentions: Iterable[Record], key: str, usual: str) -> str:
    """Where an entity or place is mentioned; `key` is said where it is not the usual one."""
    marks = (f"{m['text']}@{m['start']}" + ("" if m[key] == usual else f"({m[key]})") for m in mentions)
    return "  ".join(" ".join(mark.split()) for mark in marks)


def line(head: str, record: Record, *keys: str, at: Record | None = None) -> str:
    """One line: what it is, the values of `keys` that are there, and the words with their place."""
    known = [f"{key}={number(record[key])}" for key in keys if record[key] is not None]
    words = [] if at is None else [f"“{' '.join(at['text'].split())}”@{at['start']}"]
    return "  ".join([head, *words, *known])


def number(value: object) -> str:
    """A decimal with two places, everything else as it is."""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
