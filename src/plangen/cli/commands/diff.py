"""`plangen diff`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_place, epoch, formats

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen diff main", "filerna nu mot grenen main, i build/diff/"),
    ("plangen diff beslut/2026 HEAD --to pdf,docx", "två versioner, för utskick"),
    ("plangen diff --from content/plan-2026 --to-dir content/plan-2027", "två planer"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    diff = commands.add_parser(
        "diff",
        help="visa vad som har ändrats, i dokumentet självt",
        description="Jämför planerna i två versioner i Git och visar dokumentet med ändringarna markerade. Utan SENARE "
        "jämförs med filerna som de är nu. Jämförelsen görs med den version där de två gick skilda vägar. Slutkoden är "
        "0, om inte --exit-code ges.",
        examples=EXAMPLES,
    )
    diff.add_argument("base", nargs="?", default="", metavar="BAS", help="gren, tagg eller version att jämföra med")
    diff.add_argument("head", nargs="?", default="", metavar="SENARE", help="den senare versionen (filerna nu)")
    diff.add_argument("--from", dest="base_folder", default="", metavar="MAPP", help="en plans mapp, i stället för BAS")
    diff.add_argument("--to-dir", dest="head_folder", default="", metavar="MAPP", help="den andra planens mapp")
    diff.add_argument(
        "--plan", action="append", default=[], metavar="PLAN", help="bara den planen; kan ges flera gånger"
    )
    diff.add_argument("--exact", action="store_true", help="jämför versionerna just som de är, som BAS..SENARE")
    diff.add_argument(
        "--to", default="html,md", metavar="FORMAT", help="format med komma emellan (html,md,json,docx,pdf)"
    )
    diff.add_argument("--out", default="", metavar="MAPP", help="mappen som jämförelsen läggs i (build/diff)")
    diff.add_argument(
        "--author", default="plangen", metavar="NAMN", help="vem Word säger har gjort ändringarna (plangen)"
    )
    diff.add_argument(
        "--date",
        default="",
        metavar="TID",
        help="när Word säger att ändringarna gjordes, som 2026-11-18 (den senare versionens tid; för filerna nu ingen)",
    )
    diff.add_argument("--comment", default="", metavar="FIL", help="skriv kommentaren om alla planer till filen")
    diff.add_argument("--exit-code", action="store_true", help="slutkod 1 om något har ändrats")
    add_place(diff)
    diff.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Compares. The exit code."""
    from plangen.cli.diff import compared_in, diff
    from plangen.cli.diff_order import DiffOrder
    from plangen.cli.orders import root_of

    root = root_of(parsed.root)

    return diff(
        DiffOrder(
            root=root,
            base=parsed.base,
            head=parsed.head,
            folders=(parsed.base_folder, parsed.head_folder) if parsed.base_folder else None,
            plans=tuple(parsed.plan),
            formats=formats(parsed.to),
            output=Path(parsed.out) if parsed.out else compared_in(Path() if parsed.root else root, root),
            epoch=epoch(),
            author=parsed.author,
            date=parsed.date,
            comment=Path(parsed.comment) if parsed.comment else None,
            exact=parsed.exact,
            exit_code=parsed.exit_code,
        )
    )
