"""`plangen explain`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.locale.catalogue import LANGUAGES

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (("plangen explain frame-differs", "vad koden betyder, och hur det rättas"),)


def declare(commands: Commands) -> None:
    """Adds the command."""
    explain = commands.add_parser(
        "explain",
        help="förklara en kod som check har skrivit",
        description="Förklarar en kod, med ett fel och ett rätt exempel. Koden står inom hakparentes i det som check "
        "skriver. Alla koder står i docs/checks.md.",
        examples=EXAMPLES,
    )
    explain.add_argument("code", nargs="*", metavar="KOD", help="koden, till exempel frame-differs")
    explain.add_argument("--all", action="store_true", help="skriv hela docs/checks.md till standard ut")
    explain.add_argument(
        "--lang", choices=LANGUAGES, default="", metavar="SPRÅK", help=f"språk ({', '.join(LANGUAGES)})"
    )
    explain.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Explains. The exit code."""
    from plangen.cli.explain import explain, explain_all
    from plangen.diagnostics import PlangenError

    if parsed.all:
        return explain_all(parsed.lang)
    if not parsed.code:
        raise PlangenError("explain-no-code")
    return explain(parsed.code, parsed.lang)
