"""
Score quotes: `python -m benchmarks.quotes FILE [--part held|tune|all]`, or without FILE the project's own set of
pronouns and descriptions, by the half that was looked at while building and the half that was not.

FILE is JSON lines: {"id", "text", "quotes": [{"start", "end", "text", "speaker", "speaker_start", "speaker_end"}]}.
Quotes of four words and more count. A speaker is right where we point at the same words, or where the names share a
word; gold speakers that are relative pronouns are left out. The rules were written on two thirds of the documents;
"held" is the third that was not looked at.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import click

from analysis.english.segment import segment
from analysis.names.recognise import recognise
from analysis.names.resolve import resolve
from analysis.speech.quotes import find_quotes
from benchmarks.quotes import own

LEAST_WORDS = 4
SAME = 0.8
"""Intersection over union from which on two spans are the same."""
EMPTY_WORDS = frozenset(("the", "a", "of", "in"))
RELATIVE = frozenset(("who", "which", "that", "said", "someone who"))


def n_words(text: str) -> int:
    """Words as they are counted for the limit."""
    return len(re.findall(r"\w+", text))


def is_held(name: str) -> bool:
    """Whether a document is in the third that was not looked at."""
    return int(sha256(name.encode()).hexdigest(), 16) % 3 == 0


@click.command(help=__doc__)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--part", type=click.Choice(("held", "tune", "all")), default="held", show_default=True)
def main(file: Path | None, part: str) -> None:
    """Score and print a line."""
    if file is None:
        for half in ("build", "unseen"):
            counts, _ = own.score(half)
            for kind in ("named", "described"):
                right, gold = counts[f"{kind} right"], counts[f"{kind} gold"]
                click.echo(f"own set, {half} half, speakers {kind}: {right} of {gold}, {right / gold:.3f}")
        return
    tally: Counter[str] = Counter()
    seconds = 0.0
    with file.open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            document = segment(row["text"])
            if (part != "all" and is_held(row["id"]) != (part == "held")) or document.text != row["text"]:
                continue
            entities = resolve(document, recognise(document))
            start = perf_counter()
            quotes = find_quotes(document, entities)
            seconds += perf_counter() - start
            tally["words"] += document.n_words
            add(tally, row["quotes"], quotes, {entity.id: entity.name for entity in entities})
    gold, found, named = tally["gold"], tally["found"], tally["named"]
    click.echo(
        f"{file.stem}, {part}: {gold} quotes; overlap F {2 * tally['overlap'] / (gold + found):.3f} "
        f"(recall {tally['overlap'] / gold:.3f}), same span F {2 * tally['same'] / (gold + found):.3f}, "
        f"speaker {tally['speaker'] / named:.3f}, both {tally['both'] / named:.3f}, "
        f"{tally['words'] / seconds:,.0f} words/s"
    )


def add(tally: Counter[str], theirs: list, ours: tuple, names: dict[str, str]) -> None:
    """Count one document."""
    ours = [quote for quote in ours if n_words(quote.text) >= LEAST_WORDS]
    tally["found"] += len(ours)
    for gold in theirs:
        if n_words(gold["text"]) < LEAST_WORDS:
            continue
        tally["gold"] += 1
        near = [quote for quote in ours if quote.start < gold["end"] and gold["start"] < quote.end]
        if not near:
            continue
        best = max(near, key=lambda quote: min(quote.end, gold["end"]) - max(quote.start, gold["start"]))
        common = min(best.end, gold["end"]) - max(best.start, gold["start"])
        is_same = common >= SAME * (max(best.end, gold["end"]) - min(best.start, gold["start"]))
        tally["overlap"] += 1
        tally["same"] += is_same
        if gold.get("speaker") and gold["speaker"].lower() not in RELATIVE:
            is_right = is_speaker(gold, best, names)
            tally["named"] += 1
            tally["speaker"] += is_right
            tally["both"] += is_right and is_same


def is_speaker(gold: dict, quote, names: dict[str, str]) -> bool:
    """Whether a quote points at the gold speaker."""
    start, end = quote.speaker_start, quote.speaker_end
    if start is not None and start < gold["speaker_end"] and gold["speaker_start"] < end:
        return True
    ours = f"{quote.speaker_text or ''} {names.get(quote.speaker, '')}".lower()
    shared = set(re.findall(r"\w+", ours)) & set(re.findall(r"\w+", gold["speaker"].lower()))
    return bool(shared - EMPTY_WORDS)


if __name__ == "__main__":
    main()
