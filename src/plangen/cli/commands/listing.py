"""`plangen list`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_out, add_plans, order

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen list", "planerna, och vilka filer som är aktuella"),
    ("plangen list --format json", "detsamma för ett annat program"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    listing = commands.add_parser(
        "list",
        help="lista planerna",
        description="Listar planerna, deras status och vilka filer som är byggda.",
        examples=EXAMPLES,
    )
    listing.add_argument("--format", choices=("text", "json"), default="text", help="text eller json (text)")
    add_out(listing)
    add_plans(listing)
    listing.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Lists. The exit code."""
    from plangen.cli.listing import list_plans

    return list_plans(order(parsed), parsed.format)
