"""`plangen import budget`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_place

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen import budget drift.xlsx --into budget/drift.yaml", "bladets tabell till en fil"),
    ("plangen import budget - --into budget/drift.yaml", "det som klistras in; avsluta med Ctrl-D"),
    (
        "plangen import budget drift.xlsx --range A5:G9 --into budget/drift.yaml --dry-run",
        "visar bara vad som skulle hända",
    ),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    imports = commands.add_parser("import", help="hämta in innehåll ur andra filer", description="Hämtar in innehåll.")
    kinds = imports.add_subparsers(dest="kind", required=True, metavar="SLAG")
    budget = kinds.add_parser(
        "budget",
        help="hämta in en budgettabell ur Excel, CSV eller urklipp",
        description="Hämtar in en tabell ur Excel, CSV eller kopierade celler till en fil i planen. En ny fil får "
        "gissade roller, som visas; i en fil som finns ändras bara beloppen. Det som inte förstås sägs med cellens "
        "adress, och då skrivs ingenting.",
        examples=EXAMPLES,
    )
    budget.add_argument("file", metavar="FIL", help="Excelfil (.xlsx), CSV eller text; - läser det som klistras in")
    budget.add_argument("--into", required=True, metavar="FIL", help="filen i planen, till exempel budget/drift.yaml")
    budget.add_argument("--sheet", default="", metavar="BLAD", help="bladet i Excelfilen (det första)")
    budget.add_argument("--range", default="", metavar="CELLER", help="cellerna, till exempel A5:G9 (hela bladet)")
    budget.add_argument("--title", default="", metavar="TITEL", help="en ny tabells titel (raden ovanför tabellen)")
    budget.add_argument("--prune", action="store_true", help="ta bort rader som inte längre finns i underlaget")
    budget.add_argument("--dry-run", action="store_true", help="säg vad som skulle ändras, utan att ändra det")
    add_place(budget)
    budget.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Imports. The exit code."""
    from plangen.cli.import_budget import ImportOrder, run
    from plangen.cli.orders import root_of

    part = (parsed.sheet, parsed.range, parsed.title)
    return run(
        ImportOrder(root_of(parsed.root), parsed.file, parsed.into, *part, parsed.prune, parsed.dry_run, parsed.lang)
    )
