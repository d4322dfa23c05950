"""What the commands' arguments have in common: the parser, what several commands ask for, the order that comes of it.

Loaded at every start, so nothing here loads more than argparse does.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from plangen.cli.argument_faults import in_swedish
from plangen.locale.catalogue import LANGUAGES

if TYPE_CHECKING:
    from plangen.cli.orders import Order

    Commands = argparse._SubParsersAction["Parser"]

WIDEST_EXAMPLE = 48
"""Characters of an example that has what it does beside it; that of a longer one stands below it."""

LANGUAGE = "språk för det som inte hör till en enda plan"
"""What --lang is for, where a command says nothing else."""

Examples = tuple[tuple[str, str], ...]
"""Commands as they are typed, each with what it does."""


class _Swedish(argparse.HelpFormatter):
    """Help whose first word is Swedish too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Swedish, and shows examples under its help."""

    def __init__(self, examples: Examples = (), **named: Any) -> None:
        super().__init__(**named, formatter_class=_Swedish, add_help=False)
        self.examples = examples
        self._positionals.title, self._optionals.title = "argument", "flaggor"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def format_help(self) -> str:
        """The help, with the examples last."""
        if not self.examples:
            return super().format_help()
        width = max(len(typed) for typed, _ in self.examples)
        if width > WIDEST_EXAMPLE:
            shown = "".join(f"  {typed}\n      {does}\n" for typed, does in self.examples)
        else:
            shown = "".join(f"  {typed:{width}}  {does}\n" for typed, does in self.examples)
        return f"{super().format_help()}\nexempel:\n{shown}"

    def error(self, message: str) -> NoReturn:
        """Says what isn't understood, how the command is used and where its help is. Ends with code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_swedish(message)}\nMer hjälp: {self.prog} --help\n")


def add_plans(command: Parser) -> None:
    """The plans that a command is for, and where they are."""
    command.add_argument("plan", nargs="*", metavar="PLAN", help="planens mapp eller dess namn; utan PLAN tas alla")
    add_place(command)


def add_place(command: Parser, language: str = LANGUAGE) -> None:
    """Where content/ and templates/ are, and the language of what is said, or of what `language` says."""
    command.add_argument(
        "--root",
        default="",
        metavar="MAPP",
        help="mappen som content/ och templates/ ligger i (den närmaste uppåt som har content/)",
    )
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        metavar="SPRÅK",
        help=f"{language} ({', '.join(LANGUAGES)})",
    )


def add_out(command: Parser) -> None:
    """Where the documents are."""
    command.add_argument("--out", default="", metavar="MAPP", help="mappen som dokumenten läggs i (build)")


def order(parsed: argparse.Namespace) -> Order:
    """What a command for plans was asked for."""
    from plangen.cli.orders import Order, root_of

    given, root = vars(parsed), root_of(parsed.root)
    return Order(
        root=root,
        plans=tuple(parsed.plan),
        formats=formats(given.get("to", "")),
        output=Path(given["out"]) if given.get("out") else (Path() if parsed.root else root) / "build",
        epoch=epoch(),
        strict=given.get("strict", False),
        force=given.get("force", False),
        jobs=given.get("jobs", 0),
        language=parsed.lang,
        form=given.get("format", "text"),
        accepted=given.get("accepted", False),
        decided=given.get("decided", ""),
    )


def epoch() -> str | None:
    """The date that the environment gives what has none of its own."""
    return os.environ.get("SOURCE_DATE_EPOCH")


def formats(text: str) -> tuple[str, ...]:
    """The formats in `docx, HTML`, once each."""
    return tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))


def count(text: str) -> int:
    """A number from 1 on."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"”{text}” är inget antal")
    return int(text)


def port(text: str) -> int:
    """The number of a port; 0 is for any that is free."""
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen port")
    return int(text)
