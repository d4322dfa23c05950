"""What `plangen template` does: the default Word template, put where the next build finds it or as asked."""

from __future__ import annotations

import sys
from pathlib import Path

from plangen.cli.colours import painted
from plangen.cli.report import report
from plangen.diagnostics import PlangenError, Severity
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.output.files import put_in_place
from plangen.readers.brand import read_brand
from plangen.source.plans import WORD_TEMPLATES
from plangen.source.source import Folder
from plangen.writers.docx.default_template import default_template

NAME = "wordmall.docx"
ENDING = ".docx"


def write_template(root: Path, file: str, language: str) -> int:
    """Writes the template in the project's looks. The exit code."""
    words = catalogue(language or DEFAULT_LANGUAGE)
    brand, found = read_brand(Folder(root))
    for line in report(found, words, lambda _: ()):
        print(painted(line, sys.stderr), file=sys.stderr)
    if any(each.severity >= Severity.ERROR for each in found):
        return 1
    path = Path(file) if file else root / WORD_TEMPLATES / NAME
    if path.suffix.lower() != ENDING:
        raise PlangenError("template-ending", file=path.as_posix())
    if path.exists():
        raise PlangenError("file-exists", file=path.as_posix())
    others = [name for name in Folder(root).names(WORD_TEMPLATES) if name.lower().endswith((ENDING, ".dotx"))]
    put_in_place(path.parent, {path.name: default_template(brand, words)})
    found_by_itself = not others and path.parent.resolve() == (root / WORD_TEMPLATES).resolve()
    said = "template-written" if found_by_itself else "template-written-beside"
    print(words.report[said].format(path=path.as_posix(), name=path.stem))
    return 0
