from __future__ import annotations

from tests.conftest import FOLDER, SmallPlan, spoken

from plangen.build import Examined, examine
from plangen.diagnostics import Location, Severity, warning
from plangen.model.adjustment import MOST

UNUSED = "Text.[^a]\n\n[^a]: Not.\n\n[^b]: Aldrig nämnd.\n\n[^c]: Inte heller den.\n"
"""Two notes that nothing mentions, on the lines 12 and 14."""


def examined(small: SmallPlan, checks: str, text: str = UNUSED) -> Examined:
    """The plan with a list of checks and a text, examined."""
    plan = small.files["plan.yaml"]
    assert isinstance(plan, str)
    return examine(small.having("plan.yaml", f"{plan}kontroller:\n{checks}").with_text(text).source, FOLDER)


def found(result: Examined) -> list[str]:
    return [spoken(each) for each in result.diagnostics]


def accepted(result: Examined) -> list[str]:
    return [f"{spoken(each.diagnostic)}: {each.reason}" for each in result.accepted]


def test_an_accepted_finding_is_kept_beside_with_its_reason(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: Nämns i filmen}\n")
    assert found(result) == []
    assert accepted(result) == [
        "sections/inledning.md:12:1 note-unused: Nämns i filmen",
        "sections/inledning.md:14:1 note-unused: Nämns i filmen",
    ]


def test_only_what_stands_on_a_line_with_the_text_is_meant(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: x, vid: 'Aldrig  nämnd'}\n")
    assert found(result) == ["sections/inledning.md:14:1 note-unused"]
    assert len(result.accepted) == 1


def test_only_the_file_is_meant_that_is_named_from_the_plan_or_the_root_or_by_a_pattern(small: SmallPlan):
    for file in ("sections/inledning.md", f"{FOLDER}/sections/inledning.md", "sections/*", "*.md"):
        result = examined(small, f"  - {{kod: note-unused, nivå: godtas, skäl: x, fil: '{file}'}}\n")
        assert (found(result), len(result.accepted)) == ([], 2), file


def test_a_raised_finding_stops_the_plan(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: fel, skäl: Vi vill inte ha sådana}\n")
    assert {each.severity for each in result.diagnostics} == {Severity.ERROR}
    assert not result.sound


def test_a_lowered_error_stops_nothing(small: SmallPlan):
    plan = small.edited("plan.yaml", "belopp: 1 300", "belopp: 1 400")
    assert not examine(plan.source, FOLDER).sound
    result = examined(plan, "  - {kod: frame-differs, nivå: varning, skäl: Ramen ändras i juni}\n", "")
    assert [(each.code, each.severity) for each in result.diagnostics] == [("frame-differs", Severity.WARNING)]
    assert result.sound


def test_the_first_that_meets_a_finding_holds(small: SmallPlan):
    result = examined(
        small,
        "  - {kod: note-unused, nivå: godtas, skäl: x, vid: Aldrig}\n  - {kod: note-unused, nivå: fel, skäl: y}\n",
    )
    assert [(spoken(each), each.severity) for each in result.diagnostics] == [
        ("sections/inledning.md:14:1 note-unused", Severity.ERROR)
    ]
    assert len(result.accepted) == 1


def test_a_check_that_meets_nothing_is_told_of(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: x}\n", "")
    assert found(result) == ["plan.yaml:19:11 check-unmet"]
    assert result.sound


def test_a_check_that_looks_in_the_wrong_place_is_told_where_to_look(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: x, vid: Nej}\n")
    (missed,) = [each for each in result.diagnostics if each.code == "check-elsewhere"]
    places = "sections/inledning.md:12, sections/inledning.md:14"
    assert dict(missed.parameters) == {"name": "note-unused", "places": places}


def test_what_a_check_would_meet_may_be_hidden_by_an_error(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: x}\n", "Se [](#borta).\n")
    assert [each.code for each in result.diagnostics] == ["unknown-reference"]


def test_an_unknown_code_is_told_with_those_near(small: SmallPlan):
    result = examined(small, "  - {kod: note-unsued, nivå: godtas, skäl: x}\n")
    (fault,) = [each for each in result.diagnostics if each.severity == Severity.ERROR]
    assert (fault.code, dict(fault.parameters)["near"].split(", ")[0]) == ("check-unknown-code", "note-unused")


def test_a_fault_that_would_make_the_document_wrong_can_not_be_accepted(small: SmallPlan):
    result = examined(small, "  - {kod: unknown-reference, nivå: godtas, skäl: x}\n", "Se [](#borta).\n")
    assert [each.code for each in result.diagnostics] == ["check-not-adjustable", "unknown-reference"]


def test_a_check_at_fault_hides_nothing(small: SmallPlan):
    for faulty in (
        "{kod: note-unused, nivå: godtas}",
        "{kod: note-unused, skäl: x}",
        "{kod: note-unused, nivå: godtagen, skäl: x}",
        "{kod: note-unused, nivå: godtas, skäl: x, rad: 4}",
        "{kod: note-unused, nivå: godtas, skäl: x, fil: [a]}",
        "note-unused",
    ):
        result = examined(small, f"  - {faulty}\n")
        assert [each.code for each in result.diagnostics].count("note-unused") == 2, faulty
        assert not result.sound, faulty


def test_a_finding_beside_the_plan_can_be_accepted(small: SmallPlan):
    beside = [warning("contrast-of-lines", Location("templates/brand.yaml", 2))]
    assert examine(small.source, FOLDER, beside=beside).diagnostics == tuple(beside)
    plan = small.edited(
        "plan.yaml", "avsnitt:", "kontroller: [{kod: contrast-of-lines, nivå: godtas, skäl: x}]\navsnitt:"
    )
    result = examine(plan.source, FOLDER, beside=beside)
    assert (found(result), len(result.accepted)) == ([], 1)


def test_a_plan_in_english_has_english_words_for_it():
    files = {
        "plan.yaml": "title: Plan\norganisation: X\nyear: 2027\nlanguage: en\nstatus: draft\nsections: [a]\n"
        "checks: [{code: note-unused, level: accepted, reason: It is for print., file: sections/a.md, at: Print}]\n",
        "sections/a.md": "---\ntitle: A\n---\nText.\n\n[^a]: Print this.\n",
    }
    result = examine(SmallPlan(files).source, FOLDER)
    assert (found(result), accepted(result)) == ([], ["sections/a.md:6:1 note-unused: It is for print."])


def test_there_are_not_endlessly_many_checks(small: SmallPlan):
    result = examined(small, "  - {kod: note-unused, nivå: godtas, skäl: x}\n" * (MOST + 1))
    assert [each.code for each in result.diagnostics] == ["checks-too-many", "note-unused", "note-unused"]
