"""
The measures, one function each; a gold toponym and a prediction match where their spans are equal.

Gold rows without `gold` true do not count. Coordinates count within NEAR_KM, the distance the field has agreed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

NEAR_KM = 161.0
EARTH_RADIUS_KM = 6371.0
LOCATION_TYPES = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))
"""GeoWebNews' types that mean a spot; the others are people, governments, languages."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a system says of one span. A system without coordinates or codes leaves None."""

    start: int
    end: int
    latitude: float | None = None
    longitude: float | None = None
    country_code: str | None = None
    confidence: float | None = None
    role: str | None = None


Pair = tuple[list[dict[str, Any]], Sequence[Guess]]


def gold_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The toponyms of a row that count, one a span."""
    return list({(t["start"], t["end"]): t for t in row["toponyms"] if t["gold"]}.values())


def f_score(right: float, n_guessed: float, n_gold: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (n_guessed + n_gold) if n_guessed + n_gold else 0.0


def recognition(pairs: Iterable[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F of exact spans."""
    right = guessed = gold = 0
    for marked, guesses in pairs:
        right += len({(t["start"], t["end"]) for t in marked} & {(g.start, g.end) for g in guesses})
        guessed, gold = guessed + len(guesses), gold + len(marked)
    return right / max(1, guessed), right / max(1, gold), f_score(right, guessed, gold)


def is_near(guess: Guess, marked: dict[str, Any]) -> bool:
    """Whether the guess lies within NEAR_KM of the gold."""
    return guess.latitude is not None and distance_km(guess, marked) <= NEAR_KM


def distance_km(guess: Guess, marked: dict[str, Any]) -> float:
    """The great-circle distance."""
    la1, lo1, la2, lo2 = map(radians, (guess.latitude or 0, guess.longitude or 0, marked["lat"], marked["lon"]))
    h = sin((la2 - la1) / 2) ** 2 + cos(la1) * cos(la2) * sin((lo2 - lo1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))


def matched(pairs: Iterable[Pair]) -> list[tuple[Guess, dict[str, Any]]]:
    """Guesses with the gold of the same span, where the gold has coordinates."""
    found = []
    for marked, guesses in pairs:
        at = {(t["start"], t["end"]): t for t in marked if t["lat"] is not None}
        found += [(g, at[g.start, g.end]) for g in guesses if (g.start, g.end) in at]
    return found


def resolution(pairs: Sequence[Pair]) -> float:
    """Share of matched spans that lie near; a span left unplaced is wrong."""
    found = matched(pairs)
    return sum(is_near(*pair) for pair in found) / max(1, len(found))


def end_to_end(pairs: Sequence[Pair]) -> float:
    """
    F of spans that are exact and near, among those with coordinates.

    Neither gold without coordinates, nor a guess on it, nor a guess without coordinates counts.
    """
    right = sum(is_near(*pair) for pair in matched(pairs))
    n_guessed = n_gold = 0
    for marked, guesses in pairs:
        pointless = {(t["start"], t["end"]) for t in marked if t["lat"] is None}
        n_guessed += sum(g.latitude is not None and (g.start, g.end) not in pointless for g in guesses)
        n_gold += sum(t["lat"] is not None for t in marked)
    return f_score(right, n_guessed, n_gold)


def strict_end_to_end(pairs: Sequence[Pair]) -> float:
    """The same where every guess counts, placed or not."""
    right = sum(is_near(*pair) for pair in matched(pairs))
    n_guessed = sum(len(guesses) for _, guesses in pairs)
    return f_score(right, n_guessed, sum(t["lat"] is not None for marked, _ in pairs for t in marked))


def country_counts(pairs: Iterable[Pair]) -> float:
    """Micro-F of how often each country is meant in each document: what a filled map shows."""
    right = guessed = gold = 0
    for marked, guesses in pairs:
        truth = Counter(t["country_code"] for t in marked if t["country_code"])
        ours = Counter(g.country_code for g in guesses if g.country_code)
        right += sum((truth & ours).values())
        guessed, gold = guessed + sum(ours.values()), gold + sum(truth.values())
    return f_score(right, guessed, gold)


def role_accuracy(pairs: Iterable[Pair]) -> float | None:
    """Share of matched spans told rightly a location or not; None where the corpus has no types."""
    right = total = 0
    for marked, guesses in pairs:
        at = {(t["start"], t["end"]): t for t in marked if t["type"]}
        for guess in guesses:
            if guess.role and (guess.start, guess.end) in at:
                is_location = at[guess.start, guess.end]["type"] in LOCATION_TYPES
                right += is_location == (guess.role == "location")
                total += 1
    return right / total if total else None


def calibration_error(pairs: Sequence[Pair], n_bins: int = 10) -> float:
    """Expected calibration error of the confidence on matched, placed spans."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for guess, marked in matched(pairs):
        if guess.confidence is not None and guess.latitude is not None:
            bins.setdefault(min(n_bins - 1, int(guess.confidence * n_bins)), []).append(
                (guess.confidence, is_near(guess, marked))
            )
    total = sum(map(len, bins.values()))
    return sum(abs(sum(c for c, _ in members) - sum(right for _, right in members)) for members in bins.values()) / max(
        1, total
    )
