"""What the connections page says in words."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.pairs import LONGEST_LIST
from analysis.show.sentences import count_of, with_article

UNIT_LABELS = {"sentence": "By sentence", "paragraph": "By paragraph"}
VIEW_LABELS = {"network": "Network", "matrix": "Matrix"}

LEAST_CLEAR = 3
"""Fewer shared sentences are never called clear of chance: two of them come about in any text."""

NO_RELATION = (
    "Being named together is no relation: two names can share a sentence because one lists them, denies a link "
    "between them, or reports what a third did to both. Read the sentences before you write of a tie."
)


def takeaway(rows: pd.DataFrame, unit: str) -> str:
    """Which two names stand together most, and whether that is more than chance would give."""
    if rows.empty:
        return f"No {unit} names two of the names shown."
    first = rows.iloc[0]
    n_tied = int((rows["count"] == first["count"]).sum())
    if first["count"] == 1 and n_tied > 1:
        return f"No two names share more than one {unit}; {count_of(n_tied, 'pair')} share one."
    both = pair_name(first["name_a"], first["name_b"])
    number = count_of(int(first["count"]), unit)
    if n_tied > 1:
        return f"{both} are named together most, in {number}, level with {count_of(n_tied - 1, 'other pair')}."
    most = f"{both} are named together most, in {number}; {against_chance(first['count'], first['expected'])}."
    return f"{most} {stands_out(rows)}".rstrip()


def against_chance(count: int, expected: float) -> str:
    """A count beside what chance would give, in words."""
    if count > 1.5 * expected:
        return f"chance alone would give {about(expected)}"
    if count < expected / 1.5:
        return f"chance alone would give more, {about(expected)}"
    return f"as often as both are named, chance alone would give {about(expected)}, so that this says little"


def stands_out(rows: pd.DataFrame) -> str:
    """
    The pair whose number chance explains least; "" where that is the first, or none is clear of chance.

    Measured by n · log(n / expected), so that three against one in ten does not outdo seven against one in five.
    """
    clear = rows[(rows["count"] >= LEAST_CLEAR) & (rows["count"] > 2 * rows["expected"])]
    if clear.empty:
        return ""
    best = (clear["count"] * np.log(clear["count"] / clear["expected"])).idxmax()
    pair = rows.loc[best]
    both = pair_name(pair["name_a"], pair["name_b"])
    number = f"{pair['count']} against {about(pair['expected'])} by chance"
    return "" if best == rows.index[0] else f"{both} stand out most: {number}."


def pair_name(one: str, other: str) -> str:
    """Two names at the start of a sentence."""
    both = f"{with_article(one)} and {with_article(other)}"
    return both[:1].upper() + both[1:]


def about(expected: float) -> str:
    """A number that is no count: "about 2.4", "about 31", "less than 0.1"."""
    if expected < 0.1:
        return "less than 0.1"
    return f"about {expected:.1f}" if expected < 9.5 else f"about {expected:.0f}"


def none_sentence(n_names: int, n_lists: int, unit: str) -> str:
    """Why there is nothing to draw."""
    if n_names == 0:
        return "No person, organisation or place is named here, so nobody is named beside anybody."
    if n_names == 1:
        return "Only one name stands here, and it takes two to be named together."
    if n_lists:
        return lists_note(n_lists, unit)
    longer = " By paragraph there may be some." if unit == "sentence" else ""
    return f"{n_names:,} names stand here, but no {unit} holds two of them.{longer}"


def shown_note(n_drawn: int, n_all: int, n_apart: int, n_bare: int, least: int, unit: str) -> str:
    """How many pairs are drawn of how many, and what is left out: `n_apart` names, the labels of `n_bare` others."""
    if n_drawn == n_all:
        drawn = {1: "The only pair is drawn.", 2: "Both pairs are drawn."}.get(n_all, f"All {n_all:,} pairs are drawn.")
    else:
        drawn = (
            f"{n_drawn:,} of {count_of(n_all, 'pair')} {'is' if n_drawn == 1 else 'are'} drawn, of equal ones those "
            "whose names stand more often; the table has all."
        )
    kept = f" Pairs that share fewer than {least} {unit}s are left out." if least > 1 else ""
    apart = f" {count_of(n_apart, 'name')} without a pair among them {'is' if n_apart == 1 else 'are'} not drawn."
    bare = f" {count_of(n_bare, 'mark')} had no room for a label; point at {'it' if n_bare == 1 else 'them'}."
    return drawn + kept + (apart if n_apart else "") + (bare if n_bare else "")


def lists_note(n_lists: int, unit: str) -> str:
    """What was not counted because it is a list; "" for nothing."""
    if not n_lists:
        return ""
    which = f"1 {unit} names" if n_lists == 1 else f"{n_lists:,} {unit}s name"
    pronoun = "it is a list" if n_lists == 1 else "they are lists"
    return f"{which} more than {LONGEST_LIST} names: {pronoun}, and not counted here."


HOW_TO_READ = {
    "network": (
        "A line is a pair, the wider the more {unit}s it shares; a larger mark is named more often. Click a line or a "
        "mark for its sentences. Where a mark stands follows from the whole article: names that share much are near, "
        "and no filter moves them. Left, right, up and down mean nothing else."
    ),
    "matrix": (
        "A number is how many {unit}s name both; click it for the sentences. On the diagonal stands the name "
        "itself, with its mentions. Outlined are groups of names that share more {unit}s with one another than "
        "with the rest, taken over the whole article."
    ),
}


def chance_note(unit: str, n_units: int) -> str:
    """What the column of chance means."""
    return (
        f"“By chance” is how many {unit}s would name both if each name were scattered at random over the {n_units:,} "
        f"{unit}s shown, as often as it is named now. A count close to it says nothing by itself: two names that stand "
        f"everywhere also stand together. One shared {unit} is little in any case."
    )


VERBS_NOTE = (
    "The verbs are those that stand between the two names where they are closest in a sentence, the most frequent "
    "first, without who does what to whom: a third may be the one who acts. Machines mistake some words for verbs."
)


def verbs_takeaway(rows: pd.DataFrame) -> str:
    """For how many pairs there are verbs to show."""
    n_with = int((rows["verbs"] != "").sum())
    if n_with == len(rows):
        return "Between the names of each pair stands a verb."
    return f"{count_of(len(rows), 'pair')}; between the names of {n_with:,} of them stands a verb."


def alt(n_pairs: int, n_names: int, view: str, takeaway_: str) -> str:
    """What the picture shows, for those who do not see it."""
    kind = "Network" if view == "network" else "Matrix"
    return f"{kind} of {count_of(n_names, 'name')} and {count_of(n_pairs, 'pair')}. {takeaway_}"
