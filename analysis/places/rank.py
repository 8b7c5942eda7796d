"""
Choose among the records a mention may stand for, by fame, by the words beside it, and by the other places.

Places of one text lie together. Each name spreads its weight over its candidates; what falls on a country, a
division or a square of the map speaks for the other candidates there. Two rounds settle it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import asin, cos, exp, log1p, radians, sin, sqrt

from analysis.gazetteer import fame
from analysis.gazetteer.lookup import Record, neighbours
from analysis.model import Home
from analysis.places.hints import lies_in
from analysis.places.senses import Sense

# Weights on the scale of fame, where 2.3 is ten times as many people; checked on half of each development corpus.
W_COUNTRY = 2.8
W_NEIGHBOUR = 0.3
W_DIVISION = 3.6
W_CELL = 2.8
W_WITHIN = 11.0
W_SAME_NAME = 4.0

W_HOME = {"given": 1.5, "source": 1.0, "domain": 1.0, "dateline": 0.0, "texts": 1.5}
"""
What the home weighs, in mentions, by what told it; a dateline is in the text, where it has its weight already.
"""

W_AT_HOME = 8.0
"""What speaks for a town that is the paper's own: "Jordan" in a paper of Jordan, Minnesota."""

ABROAD = 0.4
"""The weight on a country's neighbours from which on its name is the country's even in a town of that name."""

CLOSE_BY = 0.7
"""The weight of other names within a degree from which on a small namesake is among its own."""

OF_STATES = frozenset("US CA AU".split())
"""Countries whose states are what a local paper writes about; England is too large for that."""

FAR_BELOW, COMPANY_LIMIT = 4.0, 4.0
"""
Beside a country, a state or a great city, a namesake this far below in fame gains this much by its company at most:
"the Texas-Mexico border" is not at Mexico, Missouri, whatever else of Missouri the text names.
"""

W_CAPITAL = 4.0
"""What speaks for a capital where its country is named: "Kingston" beside Jamaica."""

TEMPERATURE = 0.5
"""How far scores must lie apart: candidates that differ by this much differ in probability by e."""

FAR_LESS_KNOWN = 6.5
"""A lead in fame (665 times as many people) that a mention with its container does not outweigh for the bare name."""

NOTHING = 6.0
"""The score of a place that the gazetteer does not list: a hamlet of 1,000 people without any support."""

SHARE_FOR_ALIAS = 0.6
"""What support counts for a place that has the name only as an alias."""

N_ROUNDS = 2
SPREAD = 8
"""Candidates a name spreads its weight over."""

EARTH_RADIUS_KM = 6371.0
SAME_SPOT_KM = 60.0
"""Candidates closer than this are one spot to a reader of the map: a city and the county around it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The records of a mention, best first, with their scores, and the probabilities that the rounds go by."""

    records: tuple[Record, ...]
    scores: tuple[float, ...]
    probabilities: tuple[float, ...]

    @property
    def best(self) -> Record | None:
        """The record chosen."""
        return self.records[0] if self.records else None


NO_CHOICE = Choice((), (), ())

Group = tuple[str, int]
"""A folded name, and the number of its container's record; negative numbers set other sorts of mention apart."""


@dataclass(slots=True)
class Masses:
    """The weight that names put on countries, on divisions and on square degrees of the map."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, record: Record, weight: float) -> None:
        """Put `weight` on where `record` lies; a country has no square, a region nothing at all."""
        if record.country_code is None:
            return
        self.countries[record.country_code] += weight
        if record.kind == "country":
            self.named[record.country_code] += weight
            return
        if record.admin1_code:
            self.divisions[record.country_code, record.admin1_code] += weight
        if record.feature != "admin1" and record.latitude is not None and record.longitude is not None:
            self.cells[round(record.latitude), round(record.longitude)] += weight

    def around(self, record: Record) -> float:
        """The weight on the square of `record` and the eight beside it."""
        x, y = round(record.latitude or 0.0), round(record.longitude or 0.0)
        return sum(self.cells.get((i, j), 0.0) for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1))


@dataclass(slots=True)
class Context:
    """The weight of all names, that of each name by its key, and the records told by a container, by key."""

    total: Masses
    own: defaultdict[str, Masses]
    told: defaultdict[str, set[int]]
    home: Home | None = None


def rank(senses: Sequence[Sense], home: Home | None = None) -> list[Choice]:
    """One Choice a sense, in order; `home` is where the paper is at home."""
    groups = _groups(senses)
    choices = {name: _choice(senses[members[0]], {}) for name, members in groups.items()}
    for _ in range(N_ROUNDS):
        context = _context(senses, groups, choices)
        if home is not None:
            context.home = home
            context.total.add(home.record, W_HOME[home.told_by])
        choices = {
            name: _choice(senses[members[0]], _support(senses, members, context))
            if _may_be_listed(senses, senses[members[0]])
            else NO_CHOICE
            for name, members in groups.items()
        }
    found: list[Choice] = [NO_CHOICE] * len(senses)
    for name, members in groups.items():
        for member in members:
            found[member] = choices[name]
    return found


def _groups(senses: Sequence[Sense]) -> dict[Group, list[int]]:
    """Mentions that must share a sense: the bare name, each name with its container, each name with a hint."""
    groups: dict[Group, list[int]] = defaultdict(list)
    for at, sense in enumerate(senses):
        container = -1
        if sense.within is not None:
            larger = senses[sense.within]
            container = larger.records[0].number if larger.prefers is None else larger.prefers
        elif sense.prefers is not None:
            container = -10 - sense.prefers
        elif sense.hint == "admin":
            container = -2
        groups[sense.key + ("*" if sense.toponym.is_demonym else ""), container].append(at)
    return groups


def _choice(sense: Sense, support: dict[int, float]) -> Choice:
    scored = sorted(
        ((record.fame + support.get(record.number, 0.0), record) for record in sense.records),
        key=lambda pair: -pair[0],
    )
    if not scored:
        return NO_CHOICE
    best = scored[0][0]
    weights = [exp((score - best) / TEMPERATURE) for score, _ in scored]
    total = sum(weights) + exp((NOTHING - best) / TEMPERATURE)
    return Choice(
        tuple(record for _, record in scored),
        tuple(score for score, _ in scored),
        tuple(weight / total for weight in weights),
    )


def _context(senses: Sequence[Sense], groups: dict[Group, list[int]], choices: dict[Group, Choice]) -> Context:
    """What all names together say, and what each says by itself."""
    context = Context(Masses(), defaultdict(Masses), defaultdict(set))
    for name, members in groups.items():
        key, container = name
        choice = choices[name]
        for record, weight in _shares(choice, _weight(senses, members)):
            context.total.add(record, weight)
            context.own[key].add(record, weight)
        if container >= 0 and choice.best is not None:
            context.told[key].add(choice.best.number)
    return context


def _weight(senses: Sequence[Sense], members: list[int]) -> float:
    return sqrt(sum(senses[member].weight for member in members))


def _shares(choice: Choice, weight: float) -> list[tuple[Record, float]]:
    return [
        (record, probability * weight)
        for record, probability in zip(choice.records[:SPREAD], choice.probabilities, strict=False)
        if probability > 0.01
    ]


def _support(senses: Sequence[Sense], members: list[int], context: Context) -> dict[int, float]:
    """What speaks for each record of a name beside its fame."""
    sense = senses[members[0]]
    own = context.own[sense.key]
    support: dict[int, float] = {}
    for record in sense.records:
        value = sum(senses[m].bonus.get(record.number, 0.0) for m in members) / len(members)
        value += _by_words(record, senses, sense, context.told[sense.key])
        company = _by_company(record, context.total, own)
        acts = any(senses[m].acts for m in members)
        if _is_overshadowed(record, sense.records[0], context.total, own, acts):
            company = min(company, COMPANY_LIMIT)
        if record.feature == "capital" and _is_of_named_country(record, sense, context.total):
            company += W_CAPITAL
        value += company + _by_home(record, sense.records[0], context)
        if not (record.is_own_name or record.is_curated) and sense.within is None:
            value *= SHARE_FOR_ALIAS
        support[record.number] = value
    return support


def _by_words(record: Record, senses: Sequence[Sense], sense: Sense, told: set[int]) -> float:
    """What containers say: this mention's own, and those of other mentions of the name."""
    if sense.within is not None:
        return W_WITHIN * _fits(record, senses, sense.within)
    # "Richmond, Ky." makes Richmond that one; "Paris, Texas" does not make Paris so.
    is_told = record.number in told and record.fame > sense.records[0].fame - FAR_LESS_KNOWN
    return (W_SAME_NAME if is_told else 0.0) + (W_WITHIN if record.number == sense.prefers else 0.0)


def _by_company(record: Record, total: Masses, own: Masses) -> float:
    """What the other names put on the record's country, its neighbours, its division and its surroundings."""
    code = record.country_code
    if code is None:
        return 0.0
    value = W_COUNTRY * log1p(max(0.0, total.countries[code] - own.countries[code]))
    value += W_NEIGHBOUR * log1p(sum(total.countries[other] for other in neighbours(code)))
    if record.kind == "country":
        return value
    if record.admin1_code:
        spot = (code, record.admin1_code)
        value += W_DIVISION * log1p(max(0.0, total.divisions[spot] - own.divisions[spot]))
    return value + W_CELL * log1p(max(0.0, total.around(record) - own.around(record)))


def _is_overshadowed(record: Record, best: Record, total: Masses, own: Masses, acts: bool) -> bool:
    """
    Whether a small namesake of a country, a state or a great city may gain only COMPANY_LIMIT by its company.

    It is so for a state's, and for a capital's that acts ("Washington said"); for others where the text is about the
    greater place's country or a neighbour, or names nothing close to the smaller, nor in its state.
    """
    if record.number == best.number or record.kind in ("country", "region") or record.fame >= best.fame - FAR_BELOW:
        return False
    close = _company_at_home(record, total, own)
    if (best.is_curated and best.feature == "admin1") or (
        acts and best.feature == "capital" and not _is_in_state(record, close)
    ):
        return True
    if best.kind != "country" and best.fame < fame.METROPOLIS:
        return False
    code = best.country_code or ""
    there = total.countries[code] - own.countries[code] if code != record.country_code else 0.0
    if best.kind == "country":
        there += sum(total.countries[other] for other in neighbours(code))
    return there > ABROAD or close < CLOSE_BY


def _is_in_state(record: Record, close: float) -> bool:
    """Whether a record lies in a state of which the text names other places: there, its town acts, not a capital."""
    return record.country_code in OF_STATES and close >= CLOSE_BY


def _company_at_home(record: Record, total: Masses, own: Masses) -> float:
    """The weight of other names close to a record, or in its state where states have papers of their own."""
    close = total.around(record) - own.around(record)
    spot = (record.country_code or "", record.admin1_code)
    if spot[0] in OF_STATES and spot[1]:
        close = max(close, total.divisions[spot] - own.divisions[spot])
    return close


def _is_of_named_country(capital: Record, sense: Sense, total: Masses) -> bool:
    """Whether the text names the capital's country, and no division there has the name too ("Washington")."""
    code = capital.country_code or ""
    return total.named[code] > 0 and not any(
        r.country_code == code and r.feature == "admin1" and r.is_curated for r in sense.records
    )


def _by_home(record: Record, best: Record, context: Context) -> float:
    """What speaks for the town of the paper itself, unless the text is about the country called so."""
    home = context.home
    if home is None or home.told_by == "dateline" or record.kind != "city" or home.record.kind != "city":
        return 0.0
    if best.kind == "country" and any(
        context.total.countries[code] > ABROAD for code in neighbours(best.country_code or "")
    ):
        return 0.0
    return W_AT_HOME if distance_km(record, home.record) < SAME_SPOT_KM else 0.0


def _may_be_listed(senses: Sequence[Sense], sense: Sense) -> bool:
    """Whether some record lies in the container: a "Grantville, Pennsylvania" that is not listed is not Georgia's."""
    if sense.within is None or not sense.is_strict:
        return True
    return any(_fits(record, senses, sense.within) for record in sense.records)


def _fits(record: Record, senses: Sequence[Sense], within: int) -> float:
    """Whether `record` lies in what the container may be: 1 for its best-known sense, less for the others."""
    for rank_, larger in enumerate(senses[within].records[:4]):
        if lies_in(record, larger):
            return 1.0 if rank_ == 0 else 0.8
    return 0.0


def distance_km(a: Record, b: Record) -> float:
    """The great-circle distance between two records that have points."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return float("inf")
    la1, lo1, la2, lo2 = map(radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    h = sin((la2 - la1) / 2) ** 2 + cos(la1) * cos(la2) * sin((lo2 - lo1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))
