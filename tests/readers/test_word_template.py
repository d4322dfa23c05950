from __future__ import annotations

from io import BytesIO

import docx
import pytest

from plangen.diagnostics import Location
from plangen.model.plan import Plan
from plangen.readers.word_template import read_word_template
from plangen.source.source import Memory

FOLDER = "content/p"
PLACE = Location(f"{FOLDER}/plan.yaml", 3, 10)


def template() -> bytes:
    data = BytesIO()
    docx.Document().save(data)
    return data.getvalue()


def chosen(named: str, *paths: str) -> str:
    """The path of the template that was read, or the code of the fault."""
    plan = Plan(word_template=named, places={"word_template": PLACE})
    source = Memory({f"{FOLDER}/plan.yaml": "", **dict.fromkeys(paths, template())})
    found, faults = read_word_template(source, plan, FOLDER)
    return found.file if found else "".join(each.code for each in faults)


@pytest.mark.parametrize(
    ("named", "paths", "expected"),
    [
        ("", (), ""),
        ("", ("templates/docx/a.docx",), "templates/docx/a.docx"),
        ("", ("templates/docx/a.dotx", "templates/docx/README.md"), "templates/docx/a.dotx"),
        ("", ("templates/docx/a.docx", "templates/docx/~$a.docx"), "templates/docx/a.docx"),
        ("", ("templates/docx/a.docx", "templates/docx/b.docx"), "word-template-choice"),
        ("", (f"{FOLDER}/a.docx",), ""),
        ("b", ("templates/docx/a.docx", "templates/docx/b.dotx"), "templates/docx/b.dotx"),
        ("b.docx", ("templates/docx/b.docx",), "templates/docx/b.docx"),
        ("a", ("templates/docx/a.docx", f"{FOLDER}/a.docx"), f"{FOLDER}/a.docx"),
        ("mallar/a.docx", (f"{FOLDER}/mallar/a.docx",), f"{FOLDER}/mallar/a.docx"),
        ("c", ("templates/docx/a.docx",), "word-template-missing"),
        ("../q/a.docx", ("content/q/a.docx",), "word-template-missing"),
    ],
)
def test_the_template_is_the_one_named_or_the_only_one(named: str, paths: tuple[str, ...], expected: str) -> None:
    assert chosen(named, *paths) == expected


def test_a_name_of_nothing_is_told_where_it_stands_with_the_nearest() -> None:
    plan = Plan(word_template="regionn", places={"word_template": PLACE})
    _, (fault,) = read_word_template(Memory({"templates/docx/region.docx": b""}), plan, FOLDER)
    assert fault.location == PLACE
    assert dict(fault.parameters)["near"] == "region.docx"


@pytest.mark.parametrize("name", ["a.docm", "a.doc", "a.odt", "a.rtf"])
def test_a_file_of_another_kind_is_not_passed_over(name: str) -> None:
    _, (fault,) = read_word_template(Memory({f"templates/docx/{name}": b"x"}), Plan(), FOLDER)
    assert (fault.code, fault.location.file) == ("word-template-kind", f"templates/docx/{name}")
