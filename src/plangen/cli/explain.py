"""What a code means: its message as a plan gives it, with a wrong and a right example. What docs/checks.md is made of.

Every message is a real one: the example's plan is examined, and what is told of it is printed as `check` tells it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Literal

from plangen.build import examine
from plangen.cli.report import report
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, PlangenError, Severity, nearest
from plangen.explanations.example import ENCODED, FOLDER, Example, base, examples
from plangen.importers.budget_import import Target, import_budget
from plangen.importers.budget_sheet import read_budget
from plangen.importers.delimited import read_delimited
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.locale.codes import Code, codes, groups
from plangen.locale.messages import printable
from plangen.readers.brand import read_brand
from plangen.readers.text_file import read_lines
from plangen.source.recall import Recall
from plangen.source.source import Memory

IMPORTED = "budget/investeringar.yaml"
"""The file of the plan that a table is imported into."""

FENCES = {".csv": "text", ".md": "markdown", ".j2": "jinja", ".yaml": "yaml"}
"""What the text of a file is called where it is fenced."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an explanation: a heading, a text, or what stands letter by letter, of a kind."""

    form: Literal["heading", "text", "listing"]
    text: str
    kind: str = ""


def explain(names: Iterable[str], language: str) -> int:
    """Prints what codes mean. Raises PlangenError for one that isn't there."""
    words = catalogue(language or DEFAULT_LANGUAGE)
    asked = [name.strip("[] ") for name in names]
    for name in asked:
        if name not in codes():
            raise PlangenError("explain-unknown-code", name=name, near=nearest(name, codes()))
    for index, name in enumerate(asked):
        print("\n" * bool(index) + "\n\n".join(map(_on_terminal, chapter(codes()[name], words))))
    return 0


def explain_all(language: str) -> int:
    """Prints the document of all codes, which is docs/checks.md."""
    sys.stdout.write(document(catalogue(language or DEFAULT_LANGUAGE)))
    return 0


def document(words: Catalogue) -> str:
    """All codes, group by group, in Markdown."""
    parts = [f"# {words.report['explain-title']}", words.report["explain-intro"], _adjustable(words), _chapters(words)]
    for group in groups():
        parts.append(f"## {words.groups[group]}")
        for code in (each for each in codes().values() if each.group == group):
            parts += map(_in_markdown, chapter(code, words))
    return "\n\n".join(parts) + "\n"


def _adjustable(words: Catalogue) -> str:
    """The errors that a plan can accept; that warnings can be is told with each."""
    names = (each.name for each in codes().values() if each.adjustable and each.severity == "error")
    return words.report["explain-adjustable-errors"].format(codes=", ".join(f"[{name}](#{name})" for name in names))


def _chapters(words: Catalogue) -> str:
    """A list of the chapters, with links as GitHub forms them."""
    titles = [words.groups[group] for group in groups()]
    anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]
    return "\n".join(f"- [{title}](#{anchor})" for title, anchor in zip(titles, anchors, strict=True))


def chapter(code: Code, words: Catalogue) -> Iterator[Piece]:
    """What a code means: how bad it is, the message and its cure, what is wrong and what is right."""
    yield Piece("heading", code.name)
    yield Piece("text", _severity(code, words))
    example = examples().get(code.name)
    if example is None:
        yield Piece("listing", _general(code.name, words), "text")
        return
    if example.why:
        yield Piece("text", example.why)
    if example.said:
        yield Piece("text", example.said)
    file = example.file.removeprefix(f"{FOLDER}/")
    kind = _kind(example)
    if _text(example.wrong):
        yield Piece("text", words.report["explain-wrong"].format(file=file))
        yield Piece("listing", _shown(example.wrong, example.times, words), kind)
    yield Piece("text", words.report["explain-told"])
    yield Piece("listing", _told(example, words), "text")
    if _text(example.right).strip():
        yield Piece("text", words.report["explain-right"])
        yield Piece("listing", _shown(example.right, 1, words), kind)


@cache
def found(code: str) -> tuple[Diagnostic, ...]:
    """What is found in the wrong example of a code."""
    example = examples()[code]
    return found_in(example, example.wrong_plan)


def found_in(example: Example, source: Memory) -> tuple[Diagnostic, ...]:
    """What is found in one of the plans of an example, or in importing what is to be imported into it."""
    if example.imported:
        sheet = read_delimited(source.read(example.file) or b"", PurePosixPath(example.file).name)
        budget, unsure = read_budget(sheet)
        if budget is None or any(each.severity == Severity.ERROR for each in unsure):
            return unsure
        return (*unsure, *import_budget(budget, Target(source, FOLDER, IMPORTED)).found)
    brand, faults = read_brand(source, FOLDER)
    return examine(source, FOLDER, brand, _recall(), beside=faults).diagnostics


@cache
def _recall() -> Recall:
    """The plans of the examples are nearly one plan, most of which is read once."""
    return Recall()


def _kind(example: Example) -> str:
    """What an example is written in; above a Markdown file's text that is YAML."""
    front = base().get(example.file, "").partition("\n---\n")[0]
    if example.instead_of and front.startswith("---") and example.instead_of in front:
        return "yaml"
    return FENCES[PurePosixPath(example.file).suffix]


def _severity(code: Code, words: Catalogue) -> str:
    """How bad a code is, and what a plan may make of it."""
    adjustable = "-adjustable" if code.adjustable else ""
    own = f"explain-{code.severity}-{code.group}"
    return words.report[own if own in words.report else f"explain-{code.severity}{adjustable}"]


def _told(example: Example, words: Catalogue) -> str:
    """What `check` tells of the wrong example: the first finding of its code."""
    source = example.wrong_plan
    first = [each for each in found(example.code) if each.code == example.code][:1]
    assert first, f"{example.code}: the wrong example does not give it"
    return "\n".join(report(first, words, lambda path: read_lines(source, path))).rstrip()


def _general(name: str, words: Catalogue) -> str:
    """The message and the cure of a code without an example, with dots for what they speak of."""
    message, hint = (re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", text) for text in (words.messages[name], words.hints[name]))
    said = f"{message}\n     {words.report['hint']}: {hint}  [{name}]"
    return said.replace("{{", "{").replace("}}", "}")


def _shown(text: str, times: int, words: Catalogue) -> str:
    """An example as it is read: where its last line is repeated, once and how often."""
    lines = [printable(line) for line in _text(text).replace("{n}", "1").strip("\n").split("\n")]
    more = [words.report["explain-times"].format(times=times)] if times > 1 else []
    return "\n".join((*lines, *more))


def _text(text: str) -> str:
    """A text; of bytes that are none nothing can be shown."""
    return "" if text.startswith(ENCODED) else text


def _on_terminal(piece: Piece) -> str:
    if piece.form == "listing":
        return "\n".join(f"    {line}".rstrip() for line in piece.text.split("\n"))
    return piece.text


def _in_markdown(piece: Piece) -> str:
    if piece.form == "heading":
        return f"### {piece.text}"
    if piece.form == "text":
        return piece.text
    fence = "`" * (4 if "```" in piece.text else 3)
    return f"{fence}{piece.kind}\n{piece.text}\n{fence}"
