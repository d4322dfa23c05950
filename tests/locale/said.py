"""What the source says: every call that gives a code of the messages, found in its syntax."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import plangen.cli.main

SOURCE = Path(plangen.cli.main.__file__).parents[1]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def takers() -> dict[str, int]:
    """The functions and classes that take a code, and as which argument."""
    found = {}
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                fields = [each.target.id for each in node.body if isinstance(each, ast.AnnAssign)]
                if "code" in fields:
                    found[node.name] = fields.index("code")
                for each in node.body:
                    if (at := taken(each, "__init__")) is not None:
                        found[node.name] = at
            if (at := taken(node)) is not None:
                found[node.name] = at
    return found


def taken(node: ast.AST, named: str = "") -> int | None:
    if not isinstance(node, ast.FunctionDef) or (named and node.name != named):
        return None
    names = [each.arg for each in node.args.args if each.arg != "self"]
    return names.index("code") if "code" in names else None


@cache
def calls() -> tuple[tuple[str, ast.expr, ast.Call], ...]:
    """Every call that says something: where it stands, its code, and itself."""
    known = takers()
    found = []
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            at = known.get(called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""))
            if at is not None and len(node.args) > at:
                found.append((f"{path.relative_to(SOURCE)}:{node.lineno}", node.args[at], node))
    return tuple(found)


@cache
def said() -> dict[str, str]:
    """Every code and a place where it is said: in a call, or where it is laid by or raised for one, or in a table."""
    found = {code: place for place, argument, _ in calls() for code in constants(argument)}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error") and node.args:
                found |= dict.fromkeys(constants(node.args[0]), f"{path.relative_to(SOURCE)}:{node.lineno}")
            if isinstance(node, ast.Assign) and [getattr(each, "id", "") for each in node.targets] == ["code"]:
                found |= dict.fromkeys(constants(node.value), f"{path.relative_to(SOURCE)}:{node.lineno}")
            if isinstance(node, ast.Tuple) and len(node.elts) == 2:
                code, pattern = map(constants, node.elts)
                if not any(map(CODE.fullmatch, pattern)) and pattern:
                    found |= dict.fromkeys(code, f"{path.relative_to(SOURCE)}:{node.lineno}")
            if isinstance(node, ast.FunctionDef) and taken(node) is not None:
                for default in node.args.defaults:
                    found |= dict.fromkeys(constants(default), f"{path.relative_to(SOURCE)}:{node.lineno}")
    return {code: place for code, place in found.items() if CODE.fullmatch(code)}


def constants(node: ast.AST) -> set[str]:
    """The texts in an expression, those of a condition left out."""
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@cache
def givers() -> dict[str, frozenset[str]]:
    """The names of what each code is handed to where it is said: "error", "warning", "PlangenError" …"""
    found: dict[str, set[str]] = {code: set() for code in said()}
    for _, argument, call in calls():
        for code in constants(argument) & set(found):
            found[code].add(ast.unparse(call.func).rpartition(".")[2])
    return {code: frozenset(names) for code, names in found.items()}
