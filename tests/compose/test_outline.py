from __future__ import annotations

import pytest

from plangen.compose import outline as module
from plangen.compose.outline import Outline, Rendered, render_outline
from plangen.compose.placed import Running
from plangen.diagnostics import Diagnostic
from plangen.document.document import CoverField
from plangen.document.inlines import Badge, Emphasis, Text
from plangen.document.nodes import BulletList, Paragraph, Table, TableOfContents
from plangen.document.walk import plain_text
from plangen.source.recall import Recall
from plangen.source.source import Memory

from .plans import SWEDISH, edited, memory, plan, said


def render(text: str, source: Memory | None = None) -> tuple[Rendered, tuple[Diagnostic, ...]]:
    return render_outline(Outline("o.md.j2", text), plan(source), SWEDISH, Recall())


def rendered(text: str, source: Memory | None = None) -> Rendered:
    result, found = render(text, source)
    assert not found
    return result


def fault(text: str) -> Diagnostic:
    result, found = render(text)
    assert result == Rendered()
    (only,) = found
    assert only.location.file == "o.md.j2"
    return only


def test_text_goes_through_and_content_becomes_marks() -> None:
    result = rendered("# {{ plan.title }}\n\nText\n")
    assert result.text.startswith("# \ue000")
    assert result.text.endswith("\n\nText\n")
    assert [plain_text(each.inlines) for each in result.contents] == ["Årsplan 2026"]
    assert result.lines == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n\n{% if %}", "outline-unexpected", 3),
        ("a\n{% for x in plan.sections %}", "outline-unclosed", 2),
        ("a\n{% endfor %}", "outline-end-alone", 2),
        ("a\n{{ plan.title | upper }}", "outline-filter", 2),
        ("a\n{{ plan.title }", "outline-unexpected", 2),
        ("a\n<!-- a comment", "outline-comment-open", 2),
        ("a\n\n\n{{ nope }}", "outline-unknown", 4),
        ("a\n{{ plan.nope }}", "outline-unknown", 2),
        ("a\n{% for s in plan.sections %}\n\n{{ s.nope }}\n{% endfor %}", "outline-unknown", 4),
        ("{% macro m(x) %}\n\n{{ x.nope }}\n{% endmacro %}\na\n{{ m(plan) }}", "outline-unknown", 3),
        ("a\n{{ plan.__class__ }}", "outline-unknown", 2),
        ("a\n{{ range(10) }}", "outline-unknown", 2),
        ("a\n{{ budget_table(nope) }}", "outline-unknown", 2),
        ("a\n{{ plan.title.upper() }}", "outline-of-text", 2),
        ('a\n{{ "x" * 10**9 }}', "outline-arithmetic", 2),
        ("a\n{% for i in range(10**9) %}x{% endfor %}", "outline-arithmetic", 2),
        ("a\n{{ cover.__globals__ }}", "outline-of-text", 2),
        ("a\n{{ cover.__func__.__globals__ }}", "outline-of-text", 2),
        ("a\n{{ '\\ue000\\ue100\\ue001' }}", "character-forbidden", 2),
        ("a\n{{ '{:>999999999}'.format(1) }}", "outline-of-text", 2),
        ("a\n{{ plan }}", "outline-not-text", 2),
        ("a\n{{ plan.title[:1] }}", "outline-taken-apart", 2),
        ("a\n{% for letter in plan.title %}{{ letter }}{% endfor %}", "outline-taken-apart", 2),
        ("a\n{% include 'b' %}", "outline-include", 2),
        ("a\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "outline-fault", 2),
        ("a\n{{ cover('title') }}", "outline-argument-missing", 2),
        ("a\n{{ cover(1, plan.title) }}", "outline-not-name", 2),
        ("a\n{{ cover('title', plan) }}", "outline-not-text", 2),
        ("a\n{{ cover('title', plan.sections[0].text) }}", "outline-not-text", 2),
        ("a\n{{ cover(plan.title, plan.title) }}", "outline-not-name", 2),
        ("a\n{{ header(plan) }}", "outline-not-text", 2),
        ("a\n{{ table_of_contents('Innehåll', '3') }}", "outline-not-number", 2),
        ("a\n{{ marks('3') }}", "outline-not-number", 2),
        ("a\n{{ agenda_list(plan) }}", "outline-not-goal", 2),
        ("a\n{{ indicator_table(plan.tables.drift) }}", "outline-not-goal", 2),
        ("a\n{{ budget_table(1) }}", "outline-not-table", 2),
        ("a\n{{ frame(plan.title) }}", "outline-not-table", 2),
        ("a\n{% if 1 is divisibleby 0 %}{% endif %}", "outline-fault", 2),
        ("a\n{% set x = 'xxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 30, "outline-output", 2),
    ],
)
def test_a_fault_is_told_at_its_line(text: str, code: str, line: int) -> None:
    only = fault(text)
    assert (only.code, only.location.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{% if true %}" * 300 + "{% endif %}" * 300,
        "{% for s in plan.sections %}" * 30 + "{% endfor %}" * 30,
        "{{ 1e999 }}",
        "{{ " + "9" * 5000 + " }}",
    ],
    ids=["brackets", "branches", "loops", "infinity", "digits"],
)
def test_what_python_cannot_take_is_a_fault(text: str) -> None:
    assert fault(text).code == "outline-fault"


def test_the_nearest_name_is_told() -> None:
    inner, outer = dict(fault("{{ plan.titel }}").parameters), dict(fault("{{ plna.title }}").parameters)
    assert (inner["name"], inner["near"], outer["name"], outer["near"]) == ("titel", "title", "plna", "plan")
    assert "sections, status, status_id, tables, title" in inner["allowed"]
    assert outer["allowed"].startswith("abbreviation_list, activity_table, ")


def test_faults_say_the_same_every_time() -> None:
    for text in (
        "{{ agenda_list(plan) }}",
        "{{ plan() }}",
        "{{ header(plan.sections) }}",
        "{{ plan[[plan]] }}",
        "{{ plan[plan:] }}",
        "{{ plan.title[plan] }}",
        "{{ 1[:2] }}",
    ):
        assert fault(text) == fault(text)
        assert "0x" not in str(fault(text))


def test_every_forbidden_character_is_told_at_its_place() -> None:
    _, found = render("a\n b\x01\n\ue000\n12&#x202E;34")
    told = [(each.code, each.location.line, each.location.column, dict(each.parameters)) for each in found]
    assert told == [
        ("character-forbidden", 2, 3, {"character": "U+0001"}),
        ("character-forbidden", 3, 1, {"character": "U+E000"}),
        ("character-forbidden", 4, 3, {"character": "U+202E"}),
    ]


def test_an_outline_that_gives_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OUTPUT", 100)
    assert len(rendered("a" * 100).text) == 100
    assert fault("a" * 101).code == "outline-output"


def test_an_outline_too_long_is_not_read() -> None:
    assert fault("a" * 2_000_001).code == "outline-too-long"


# What an outline may call


def outside(text: str, source: Memory | None = None) -> list[CoverField | Running | None]:
    return [each.outside for each in rendered(text, source).contents if each.outside]


def test_a_line_of_the_cover_has_role_text_and_label() -> None:
    found = outside("{{ cover('date', plan.frame.date, label.date) }}")
    assert found == [CoverField(role="date", inlines=(Text("11\u00a0juni\u00a02025"),), label="Beslutsdatum")]


def test_a_line_of_the_cover_without_text_is_left_out() -> None:
    assert outside("{{ cover('version', plan.version) }}{{ cover('x', '') }}") == []


def test_the_cover_keeps_the_nodes_of_its_text() -> None:
    source = edited(memory(), "plan.yaml", "titel: Årsplan 2026", "titel: 'Årsplan *2026*'")
    (line,) = outside("{{ cover('title', plan.title) }}", source)
    assert isinstance(line, CoverField)
    assert line.inlines == (Text("Årsplan "), Emphasis((Text("2026"),)))


def test_the_header_has_dashes_between_its_parts_and_leaves_out_empty_ones() -> None:
    (line,) = outside("{{ header(plan.body, plan.version, plan.title, 'utkast') }}")
    assert isinstance(line, Running)
    assert plain_text(line.inlines) == "Kulturnämnden – Årsplan 2026 – utkast"


@pytest.mark.parametrize(
    "part",
    [
        "plan.organisation ~ ', ' ~ plan.body",
        "m(plan.organisation, plan.body)",
        "x",
    ],
)
def test_parts_that_an_outline_puts_together_keep_their_content(part: str) -> None:
    made = (
        "{% macro m(a, b) %}{{ a }}, {{ b }}{% endmacro %}"
        "{% set x %}{{ plan.organisation }}, {{ plan.body }}{% endset %}"
    )
    source = edited(memory(), "plan.yaml", "nämnd: Kulturnämnden", "nämnd: 'Nämnd & \\# \\*x*'")
    (line,) = outside(f"{made}{{{{ footer({part}) }}}}", source)
    assert isinstance(line, Running)
    assert plain_text(line.inlines) == "Region Exempel, Nämnd & # *x*"


def test_a_heading_in_place_of_a_line_is_a_fault() -> None:
    assert fault("{% set x %}# {{ plan.title }}{% endset %}{{ header(x) }}").code == "outline-fault"


def test_marks_of_headings_go_from_one_to_six() -> None:
    marks = [rendered(f"{{{{ marks({level}) }}}}").text for level in (-1, 0, 1, 3, 6, 7)]
    assert marks == ["#", "#", "#", "###", "######", "######"]


def test_the_contents_list_has_title_and_depth() -> None:
    (content,) = rendered("{{ table_of_contents(label.contents, 2) }}").contents
    assert content.blocks == (TableOfContents(title=(Text("Innehåll"),), depth=2),)


def goal(call: str) -> str:
    return f"{{{{ {call}(plan.goals[0].goals[0]) }}}}"


def test_agenda_goals_are_told_by_number_and_official_name() -> None:
    (content,) = rendered(goal("agenda_list")).contents
    assert said(content.blocks) == [
        "Mål 4 God utbildning för alla",
        "Delmål 16.7",
    ]
    (agenda,) = content.blocks
    assert isinstance(agenda, BulletList)
    assert [(item.role, item.value) for item in agenda.items] == [("agenda", "4"), ("agenda", "16.7")]
    first, second = (item.blocks[0] for item in agenda.items)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.inlines == (Badge("Mål 4", 4), Text(" God utbildning för alla"))
    assert second.inlines == (Badge("Delmål 16.7", 16),)


def test_agenda_goals_that_come_again_have_ids_of_their_own() -> None:
    source = edited(memory(), "goals/bibliotek.md", "[4, 16.7]", "[16, 16.7, 16, 16]")
    (content,) = rendered(goal("agenda_list"), source).contents
    (agenda,) = content.blocks
    assert isinstance(agenda, BulletList)
    ids = [item.id for item in agenda.items] + [block.id for item in agenda.items for block in item.blocks]
    assert len(set(ids)) == 8


def test_a_goal_without_agenda_or_indicators_places_nothing() -> None:
    assert not rendered("{{ agenda_list(plan.goals[0]) }}{{ indicator_table(plan.goals[0]) }}").contents


def test_indicators_of_several_goals_are_placed_as_one_table() -> None:
    (every,) = rendered("{{ gathered_indicators(plan.all_goals) }}").contents
    (below,) = rendered("{{ gathered_indicators(plan.goals[0].goals, plan.goals[0]) }}").contents
    assert [block.id for each in (every, below) for block in each.blocks] == [
        "indicators--table",
        "kultur.indicators-below",
    ]
    assert not rendered("{{ gathered_indicators(plan.goals) }}").contents, "no goal of the first level has any"


@pytest.mark.parametrize("call", ["gathered_indicators(plan.goals[0])", "gathered_indicators((1,))"])
def test_indicators_are_gathered_of_goals_only(call: str) -> None:
    (fault,) = render_outline(Outline("x", "{{ " + call + " }}"), plan(), SWEDISH)[1]
    assert fault.code in ("outline-not-goal", "outline-not-list")


def test_activities_are_placed() -> None:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:", "aktiviteter: [{namn: Läs}]\nindikatorer:")
    (content,) = rendered(goal("activity_table"), source).contents
    assert [block.id for block in content.blocks] == ["bibliotek.activities"]
    assert not rendered(goal("activity_table")).contents


def test_tables_are_placed() -> None:
    contents = rendered(goal("indicator_table") + "{{ budget_table(plan.tables.drift) }}").contents
    assert [(type(block), block.id) for each in contents for block in each.blocks] == [
        (Table, "bibliotek.indicators"),
        (Table, "drift"),
    ]


def test_the_frame_is_placed_with_its_table() -> None:
    (content,) = rendered("{{ frame(plan.tables.drift) }}").contents
    (line,) = content.blocks
    assert isinstance(line, Paragraph)
    assert (line.id, line.role, line.keep_with_next) == ("drift.frame", "frame", True)


def test_a_table_that_has_no_frame_has_no_line_for_it() -> None:
    assert not rendered("{{ frame(plan.tables.drift) }}", edited(memory(), "plan.yaml", "tabell: drift, ", "")).contents
