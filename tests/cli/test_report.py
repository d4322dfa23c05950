from __future__ import annotations

import errno
import os

import pytest

from plangen.cli.report import WIDEST, counts, fault, report
from plangen.cli.report import rows as rows_of
from plangen.diagnostics import Diagnostic, Location, PlangenError, error, warning
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.messages import LONGEST

SWEDISH = catalogue("sv")
FILE = "content/plan/goals/a.md"


def lines(text: str):
    return lambda path: tuple(text.split("\n")) if path == FILE else ()


def told(diagnostic: Diagnostic, text: str = "", language: str = "sv") -> list[str]:
    (block,) = report([diagnostic], catalogue(language), lines(text))
    *said, empty = block.split("\n")
    assert empty == "", "an empty line after each"
    return said


def caret(line: str, column: int, length: int) -> tuple[str, str]:
    """The excerpt of a line and the carets under it."""
    place = Location(FILE, 1, column, length)
    _, excerpt, carets, _ = told(error("agenda-unknown-goal", place, number=18), line)
    return excerpt, carets


def test_a_fault_is_told_with_its_place_excerpt_and_cure():
    place = Location(FILE, 3, 20, 2)
    assert told(error("agenda-unknown-goal", place, number=18), "---\ntitel: A\nagenda2030: [3, 5, 18]\n") == [
        f"{FILE}:3:20: fel: det finns inget globalt mål 18 [agenda-unknown-goal]",
        "   3 │ agenda2030: [3, 5, 18]",
        "     │                    ^^",
        "     hjälp: Agenda 2030 har målen 1–17. Skriv ett av de numren.",
    ]


def test_a_fault_is_told_in_english():
    place = Location(FILE, 1, 1, 2)
    assert told(error("agenda-unknown-goal", place, number=18), "18", "en") == [
        f"{FILE}:1:1: error: there is no global goal 18 [agenda-unknown-goal]",
        "   1 │ 18",
        "     │ ^^",
        "     help: Agenda 2030 has the goals 1–17. Write one of those numbers.",
    ]


def test_a_warning_is_called_one():
    assert told(warning("agenda-twice", Location(FILE, 1), number=3))[0].startswith(f"{FILE}:1:1: varning: ")


def test_the_nearest_words_stand_before_the_cure():
    said = told(error("unknown-key", Location(FILE, 1), key="titl", near="titel", allowed="id, titel"))
    assert said[-1] == "     hjälp: Menade du titel? Nycklar som finns här: id, titel."
    said = told(error("unknown-key", Location(FILE, 1), key="x", near="", allowed="id, titel"))
    assert said[-1] == "     hjälp: Nycklar som finns här: id, titel."


def test_a_fault_of_a_whole_file_has_no_line():
    assert told(error("file-unlisted", Location(FILE), name="a", index="goals.yaml"), "text") == [
        f"{FILE}: fel: filen står inte i goals.yaml och kommer därför inte med i planen [file-unlisted]",
        "     hjälp: Lägg till ”a” i goals.yaml där den ska stå, eller ta bort filen.",
    ]


@pytest.mark.parametrize("line", [2, 99])
def test_a_line_that_is_not_there_has_no_excerpt(line: int):
    assert len(told(error("markdown-rule", Location(FILE, line)), "text")) == 2


def test_every_diagnostic_is_told_in_order():
    said = list(
        report(
            [error("markdown-rule", Location(FILE, 1)), error("markdown-fence", Location(FILE, 2))], SWEDISH, lines("")
        )
    )
    assert [block.split("\n")[0] for block in said] == [
        f"{FILE}:1:1: fel: en linje (---) kan inte stå i en text [markdown-rule]",
        f"{FILE}:2:1: fel: kodblock kan inte stå i en plan [markdown-fence]",
    ]
    assert list(report([], SWEDISH, lines(""))) == []


def test_braces_in_what_an_author_wrote_are_told_as_they_are():
    said = told(error("expression-no-value", Location(FILE, 1), source="{0} {x}", allowed="a"))
    assert "”{0} {x}”" in said[0]


# Excerpts


@pytest.mark.parametrize(
    ("line", "column", "length", "excerpt", "carets"),
    [
        ("a: xyz", 4, 3, "   1 │ a: xyz", "     │    ^^^"),
        ("a: xyz", 4, 0, "   1 │ a: xyz", "     │    ^"),
        ("a: xyz", 4, 99, "   1 │ a: xyz", "     │    ^^^"),
        ("a: xyz", 7, 1, "   1 │ a: xyz", "     │       ^"),
        ("a: xyz", 200, 5, "   1 │ a: xyz", "     │       ^"),
        ("", 1, 1, "   1 │ ", "     │ ^"),
        ("\ta: x", 1, 1, "   1 │ →a: x", "     │ ^"),
        ("\ta: x", 2, 1, "   1 │ →a: x", "     │  ^"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, length: int, excerpt: str, carets: str):
    assert caret(line, column, length) == (excerpt, carets)


@pytest.mark.parametrize(
    ("before", "marked", "spaces", "carets"),
    [
        ("日本: ", "x", 6, 1),
        ("a: ", "日本", 3, 4),
        ("e\u0301: ", "x", 3, 1),
        ("a\u200bb: ", "x", 4, 1),
        ("😀 ", "y", 3, 1),
        ("åäö ", "å", 4, 1),
    ],
)
def test_wide_and_combining_characters_keep_the_carets_in_place(before: str, marked: str, spaces: int, carets: int):
    _, under = caret(before + marked, len(before) + 1, len(marked))
    assert under == "     │ " + " " * spaces + "^" * carets


@pytest.mark.parametrize("column", [1, 30, 51, 52, 99, 100, 101, 150, 250, 299, 300])
def test_a_long_line_is_cut_around_its_fault(column: int):
    line = "".join(chr(ord("a") + number % 26) for number in range(300))
    excerpt, carets = caret(line, column, 1)
    shown = excerpt.removeprefix("   1 │ ")
    assert len(shown.strip("…")) <= WIDEST
    assert shown[carets.index("^") - len("     │ ")] == line[column - 1]
    assert carets.count("^") == 1
    assert shown.strip("…") in line
    assert shown.endswith("…") == (line[-1] != shown[-1])


def test_a_place_behind_a_long_line_shows_its_end():
    excerpt, carets = caret("x" * 299 + "y", 900, 3)
    assert excerpt.endswith("xy")
    assert carets.count("^") == 1


def test_carets_end_where_a_cut_line_ends():
    excerpt, carets = caret("x" * 300, 1, 300)
    assert carets.count("^") == WIDEST
    assert excerpt.endswith("…")


def test_large_line_numbers_keep_the_bar_straight():
    _, excerpt, carets, _ = told(error("markdown-rule", Location(FILE, 12345, 1, 3)), "\n" * 12344 + "---")
    assert excerpt.index("│") == carets.index("│")


@pytest.mark.parametrize("control", ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2028", "\r"])
def test_nothing_that_is_told_commands_the_terminal(control: str):
    place = Location(f"content/{control}/a.md", 1, 1, 1)
    finding = error("unknown-word", place, word=control, near="", allowed="a")
    (said,) = report([finding], SWEDISH, lambda path: (f"a{control}b",))
    assert control not in said
    assert len(said.split("\n")) == 5


def test_what_a_message_quotes_stands_on_one_line():
    said = told(error("unknown-word", Location(FILE, 1), word="ett\ntvå\n\n  tre\n", near="", allowed="a"))
    assert said[0] == f"{FILE}:1:1: fel: ”ett två tre” är inget ord som kan stå här [unknown-word]"


def test_no_break_spaces_of_numbers_are_kept():
    place = Location(FILE, 1)
    said = told(
        error(
            "frame-differs", place, table="t", unit="tkr", computed="1\u00a0300", decided="1\u00a0310", difference="−10"
        )
    )
    assert "1\u00a0300 tkr" in said[0]


def test_what_a_message_quotes_is_cut_where_it_is_very_long():
    said = told(error("unknown-word", Location(FILE, 1), word="x" * 5000, near="", allowed="a"))
    assert len(said[0]) < LONGEST + 100
    assert "…”" in said[0]


# The rest


def test_faults_and_warnings_are_counted():
    place = Location(FILE)
    assert counts([error("a", place), error("b", place), warning("c", place)], SWEDISH) == "2 fel, 1 varning."
    assert counts([], SWEDISH) == "Inga fel, inga varningar."
    assert counts([warning("c", place)], catalogue("en")) == "Errors: 0. Warnings: 1."


def test_a_fault_of_the_world_is_told_with_its_cure():
    said = fault(PlangenError("unknown-plan", plan="planen", near="plan", allowed="plan, annan"), SWEDISH)
    assert said.split("\n") == [
        "plangen: hittar ingen plan ”planen”",
        "     hjälp: Menade du plan? Planer som finns: plan, annan.  [unknown-plan]",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_the_world_is_told_in_each_language(language: str):
    said = fault(PlangenError("output-unwritable", path="build", reason="No space left on device"), catalogue(language))
    assert "build" in said
    assert "No space left on device" in said


# Rows as they are to be written


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({"instead": "b"}, ["   1 │     b: 1"]),
        ({"lead": "  - "}, ["   1 │   - aa: 1"]),
        ({"lead": "- ", "instead": "c"}, ["   1 │ - c: 1"]),
        ({"written": "x: 1\n  y: 2"}, ["   1 │ x: 1", "   2 │   y: 2"]),
        ({"below": "    z: 3"}, ["   1 │     aa: 1", "   + │     z: 3"]),
        ({}, []),
    ],
)
def test_a_row_is_shown_as_it_is_to_be_written_with_its_spaces(given: dict[str, str], rows: list[str]):
    found = error("markdown-rule", Location(FILE, 1, 5, 2), **given)
    said = told(found, "    aa: 1")
    assert said[4:] == rows
    assert said[3].endswith((" Skriv raden så här:", " Så här:")) == bool(rows)
    assert rows_of(found, lines("    aa: 1")) == tuple(row[7:] for row in rows)


def test_what_was_perhaps_meant_stands_before_its_row():
    given = {"key": "aa", "allowed": "ab, bb", "near": "ab"}
    said = told(error("unknown-key", Location(FILE, 1, 5, 2), **given, instead="ab"), "    aa: 1")
    assert said[3] == "     hjälp: Nycklar som finns här: ab, bb. Menade du ab? Skriv i så fall raden så här:"
    said = told(error("unknown-key", Location(FILE, 1, 5, 2), **given), "    aa: 1")
    assert said[3] == "     hjälp: Menade du ab? Nycklar som finns här: ab, bb."


def test_that_there_are_none_is_said_in_words():
    given = {"table": "a", "allowed": "", "near": ""}
    said = told(error("unknown-table", Location(FILE, 1, 5, 2), **given), "    aa: 1")
    assert said[3] == "     hjälp: Tabeller som finns: inga."


def test_a_hint_that_leads_to_the_row_has_nothing_put_after_it():
    said = told(error("dash-missing", Location(FILE, 1, 5, 2), lead="  - "), "    aa: 1")
    assert said[3].endswith("Skriv raden så här, med blankstegen före:")


def test_a_row_of_a_line_that_is_not_there_is_not_made():
    assert len(told(error("markdown-rule", Location(FILE, 9, 1), instead="b"), "a")) == 2


def test_a_row_cannot_command_the_terminal_and_a_very_long_one_is_cut():
    found = error("markdown-rule", Location(FILE, 1, 1, 1), instead="\x1b[31m" + "x" * 2 * LONGEST)
    (row,) = rows_of(found, lines("a"))
    assert "\x1b" not in row
    assert row.endswith("x…")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", ["EACCES", "ENOSPC", "EROFS", "ENOTDIR", "EADDRINUSE", "ENOENT", "EISDIR"])
def test_what_the_system_answers_is_told_in_the_catalogues_language(answer: str, language: str):
    said = fault(PlangenError("output-unwritable", path="build", reason=answer), catalogue(language))
    assert catalogue(language).report[f"reason-{answer.lower()}"] in said
    assert answer not in said
    assert os.strerror(getattr(errno, answer)) not in said


def test_the_cure_of_what_cannot_be_written_is_that_of_what_the_system_answers():
    refused = fault(PlangenError("output-unwritable", path="build", reason="EACCES"), SWEDISH)
    assert "be den som äger mappen" in refused
    assert "plats på disken" not in refused
    missing = fault(PlangenError("git-missing", reason="ENOENT"), SWEDISH)
    assert "Installera git" in missing


def test_an_answer_without_words_of_its_own_is_told_in_the_systems():
    assert os.strerror(errno.ELOOP) in fault(PlangenError("output-unwritable", path="build", reason="ELOOP"), SWEDISH)
