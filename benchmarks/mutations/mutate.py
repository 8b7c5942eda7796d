"""
Small changes to code, each of which should make some test fail.

A change is one of: a number that decides is moved, a comparison is turned, `and` and `or` are exchanged, a `not` is
dropped, a condition is made never to hold, one of several things returned is left out. Only what can change a result
is changed: nothing in docstrings, in annotations, in messages of errors or in `__repr__`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the line it stands in, what it does in words, and the whole module with it."""

    line: int
    what: str
    source: str


def mutations(source: str) -> Iterator[Mutation]:
    """Every change of a module, in the order of its lines."""
    tree = ast.parse(source)
    quiet = set(_quiet(tree))
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in quiet or not hasattr(node, "lineno"):
            continue
        for what, change in _changes(node):
            other = copy.deepcopy(tree)
            twin = next(n for at, n in enumerate(ast.walk(other)) if at == number)
            change(twin)
            yield Mutation(node.lineno, what, ast.unparse(ast.fix_missing_locations(other)))


def _quiet(tree: ast.AST) -> Iterator[int]:
    """The nodes in which a change changes no result: annotations, what is raised, decorators of records."""
    for node in ast.walk(tree):
        parts: list[Any] = []
        if isinstance(node, ast.Raise):
            parts = [node]
        elif isinstance(node, ast.FunctionDef):
            parts = [node.returns, *node.decorator_list, *(a.annotation for a in node.args.args)]
        elif isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        elif isinstance(node, ast.ClassDef):
            parts = [*node.decorator_list]
        for part in filter(None, parts):
            yield from (id(inner) for inner in ast.walk(part))


def _changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """What can be changed in one node: words, and a function that changes its twin in a copy of the tree."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        turned = TURNED[type(node.ops[0])]
        yield f"turned: {ast.unparse(node)}", lambda twin: twin.ops.__setitem__(0, turned())
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"and/or: {ast.unparse(node)}", lambda twin: setattr(twin, "op", other())
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in (0, 1, -1):
        for factor in (0.5, 1.6):
            moved = type(node.value)(node.value * factor)
            if moved != node.value:
                yield f"{node.value} to {moved}", lambda twin, moved=moved: setattr(twin, "value", moved)
    elif isinstance(node, ast.If | ast.IfExp):
        never = ast.Constant(False)
        yield f"never: {ast.unparse(node.test)}", lambda twin: setattr(twin, "test", never)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"not dropped: {ast.unparse(node)}", _drop_not


def _drop_not(twin: ast.UnaryOp) -> None:
    """Turn `not x` into `bool(x)`, which is what stands there without its `not`."""
    call = ast.Call(ast.Name("bool", ast.Load()), [twin.operand], [])
    twin.op, twin.operand = ast.Not(), ast.UnaryOp(ast.Not(), call)
