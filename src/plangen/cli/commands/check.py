"""`plangen check`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_plans, order
from plangen.cli.commands.build import add_judgement

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


def declare(commands: Commands) -> None:
    """Adds the command."""
    check = commands.add_parser(
        "check", help="kontrollera planerna utan att bygga", description="Kontrollerar planerna utan att bygga."
    )
    add_judgement(check)
    add_plans(check)
    check.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Checks. The exit code."""
    from plangen.cli.build import check

    return check(order(parsed))
