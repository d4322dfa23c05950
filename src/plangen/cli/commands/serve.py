"""`plangen serve`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_plans, order, port

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen serve --open", "alla planer, i webbläsaren"),
    ("plangen serve arsplan-2027 --port 9000", "en plan, på en viss port"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    serve = commands.add_parser(
        "serve",
        help="visa planerna i webbläsaren medan de skrivs",
        description="Visar planerna i webbläsaren. Det som sparas syns på en gång. Avsluta med Ctrl-C.",
        examples=EXAMPLES,
    )
    serve.add_argument("--port", type=port, metavar="NUMMER", help="port att svara på (8470 om den är ledig)")
    serve.add_argument("--open", action="store_true", help="öppna webbläsaren")
    add_plans(serve)
    serve.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Serves until Ctrl-C. The exit code."""
    from plangen.cli.serve import serve

    return serve(order(parsed), parsed.port, open_browser=parsed.open)
