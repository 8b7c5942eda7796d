"""
Where each name stands in the network, and in which group: worked out once for the whole article. No streamlit here.

A filter, a slider or a reload never moves a name, since all of them only choose what is drawn of one layout. Each of
the names that share most has a row of its own, so that no label covers another, however wide the screen is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.model import Analysis
from analysis.pairs import Pair, Verbs, co_mentions

ROWS = 34
"""Rows of the drawing: at 19 pixels a row it is as high as a laptop's window."""

SEED = 7
"""The layout starts from positions drawn with this seed, so that it is the same everywhere."""

STEPS = 120
"""Steps of the spring layout; with 50 the ends of long chains are still on the move."""

MOST_GROUPED = 500
"""Pairs from which groups are read; the time grows with the square, and the matrix shows 22 names."""

GOLDEN = 0.618034
"""Multiples of it spread evenly over [0, 1), however many there are."""

Graph = Mapping[int, Mapping[int, int]]
"""For each name, by its place in the analysis, the names beside it with the number of shared units."""


@dataclass(frozen=True)
class Ground:
    """
    The layout of an analysis by entity id: `x` in [0, 1], `row` from 0 at the top, `order` and `group` for the matrix.

    Names that stand beside nobody have none of these.
    """

    x: Mapping[str, float]
    row: Mapping[str, int]
    n_rows: int
    order: Mapping[str, int]
    group: Mapping[str, int]
    verbs: Verbs


def lay_out(analysis: Analysis, unit: str) -> Ground:
    """The layout of a whole analysis, by one of analysis.co_mentions.UNITS."""
    ids = [entity.id for entity in analysis.entities]
    rank = {entity: number for number, entity in enumerate(ids)}
    found = co_mentions(analysis, unit)
    graph = _graph(found, rank)
    core = _strongest(found, rank)
    x, row = _core_places(graph, core)
    _place_others(graph, x, row, max(len(core), 1))
    groups = _groups(graph, [(rank[pair.a], rank[pair.b]) for pair in found[:MOST_GROUPED]])
    members = [member for group in groups for member in group]
    return Ground(
        {ids[n]: value for n, value in x.items()},
        {ids[n]: value for n, value in row.items()},
        len(core),
        {ids[n]: place for place, n in enumerate(members)},
        {ids[n]: number for number, group in enumerate(groups) for n in group},
        Verbs(analysis),
    )


def _graph(found: Sequence[Pair], rank: Mapping[str, int]) -> dict[int, dict[int, int]]:
    graph: dict[int, dict[int, int]] = defaultdict(dict)
    for pair in found:
        a, b = rank[pair.a], rank[pair.b]
        graph[a][b] = graph[b][a] = pair.count
    return dict(sorted(graph.items()))


def _strongest(found: Sequence[Pair], rank: Mapping[str, int]) -> list[int]:
    """The names of the strongest pairs, as many as there are rows."""
    names = dict.fromkeys(rank[entity] for pair in found for entity in (pair.a, pair.b))
    return sorted(list(names)[:ROWS])


def _core_places(graph: Graph, core: Sequence[int]) -> tuple[dict[int, float], dict[int, int]]:
    """
    The strongest names by a spring layout whose heights are then spread evenly, one row a name.

    Names by number and not by id: Python orders sets of strings anew in each process.
    """
    import networkx as nx

    if not core:
        return {}, {}
    among = nx.Graph()
    among.add_nodes_from(core)
    among.add_weighted_edges_from((a, b, n**0.5) for a in core for b, n in graph[a].items() if a < b and b in core)
    places: dict[int, Any] = nx.spring_layout(among, seed=SEED, iterations=STEPS, k=1.6 / len(core) ** 0.5)
    by_y = sorted(core, key=lambda n: (round(float(places[n][1]), 6), n))
    by_x = sorted(core, key=lambda n: (round(float(places[n][0]), 6), n))
    last = max(len(core) - 1, 1)
    return {n: place / last for place, n in enumerate(by_x)}, {n: row for row, n in enumerate(by_y)}


def _place_others(graph: Graph, x: dict[int, float], row: dict[int, int], n_rows: int) -> None:
    """
    Put every further name near those beside it, in a row where few stand that may be drawn together with it.

    Those are the names beside it, and the names beside those: a filter by one name draws all of them at once.
    """
    for number, name in enumerate(n for n in graph if n not in row):
        beside = [other for other in graph[name] if other in row]
        near = Counter(row[other] for other in beside)
        near.update(row[far] for other in beside for far in graph[other] if far in row and far not in graph[name])
        weight = sum(graph[name][other] for other in beside) or 1
        spread = (number * GOLDEN) % 1
        middle_x = sum(x[other] * graph[name][other] for other in beside) / weight if beside else spread
        middle_row = sum(row[other] * graph[name][other] for other in beside) / weight if beside else spread * n_rows
        x[name] = min(max(middle_x + (spread - 0.5) * 0.7, 0.0), 1.0)
        row[name] = min(range(n_rows), key=lambda r: (near[r] * 2 + abs(r - middle_row) / n_rows * 6, r))


def _groups(graph: Graph, found: Sequence[tuple[int, int]]) -> list[list[int]]:
    """
    Names that share more units with one another than with others, the group that shares most first.

    In a group those that share most come first. By modularity, as Clauset, Newman and Moore (2004) build it up, among
    the strongest pairs `found`; a name outside them joins the one with which it shares most.
    """
    import networkx as nx

    whole = nx.Graph()
    whole.add_nodes_from(sorted({name for pair in found for name in pair}))
    whole.add_weighted_edges_from((a, b, graph[a][b]) for a, b in found)
    communities = nx.community.greedy_modularity_communities(whole, weight="weight") if found else []
    group_of = {name: number for number, group in enumerate(communities) for name in group}
    strength = {name: sum(beside.values()) for name, beside in graph.items()}
    for name in sorted(graph, key=lambda n: (-strength[n], n)):
        nearest = max(graph[name], key=lambda other: (graph[name][other], strength[other], -other))
        group_of.setdefault(name, group_of.get(nearest, len(graph) + name))
    groups: dict[int, list[int]] = defaultdict(list)
    for name in sorted(graph, key=lambda n: (-strength[n], n)):
        groups[group_of[name]].append(name)
    return sorted(groups.values(), key=lambda group: (-sum(strength[n] for n in group), group[0]))
