from __future__ import annotations

import json
from string import punctuation

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.compose.compose import compose
from plangen.compose.outline import Outline
from plangen.diagnostics import Severity
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, Emphasis, Expression, FootnoteReference, Strong, Text
from plangen.document.nodes import BlockQuote, BulletList, Cell, Paragraph, Section, Table, TableOfContents
from plangen.document.walk import every_block, every_inline, plain_text, texts
from plangen.source.source import Memory

from .plans import (
    FOLDER,
    OUTLINE,
    SWEDISH,
    block,
    changed,
    document,
    edited,
    every,
    examined,
    faults,
    headings,
    memory,
    plan,
    said,
    told,
)

EVERYTHING = (
    "{{ '{{' }} \\{\\{ x \\}\\} \\{% if %\\} {# c #} \\<!-- c --> \\# \\* \\_x\\_ a|b <b>x</b> "
    "\\[x\\](y) ] ] \\`c\\` &lt; $x$ @y \\\\ ~"
)
ARRIVES = "{{ {{ x }} {% if %} {# c #} <!-- c --> # * _x_ a|b <b>x</b> [x](y) ] ] `c` < $x$ @y \\ ~"


def paragraphs(document: Document, name: str) -> list[str]:
    return said(each for each in block(document, name).blocks if isinstance(each, Paragraph))  # type: ignore[union-attr]


# The outline that comes with plangen


def test_the_plan_stands_in_the_order_of_the_outline() -> None:
    assert headings(document(memory())) == [
        (1, "1", "Inledning"),
        (1, "2", "Mål"),
        (2, "2.1", "Effektmål: Kultur i hela länet"),
        (3, "2.1.1", "Resultatmål: Öppna bibliotek"),
        (4, "", "Beskrivning"),
        (4, "", "Bidrar till de globala målen i Agenda 2030"),
        (1, "3", "Ekonomi"),
    ]


def test_each_thing_has_its_own_id() -> None:
    ids = [each.id for each in every_block(document(memory()))]
    assert len(set(ids)) == len(ids)
    assert {"inledning", "mal", "kultur", "bibliotek", "bibliotek.indicators", "ekonomi", "drift"} <= set(ids)


def test_titles_and_order_change_no_id() -> None:
    source = edited(memory(), "plan.yaml", "[inledning, mal, ekonomi]", "[ekonomi, mal, inledning]")
    source = edited(source, "goals/bibliotek.md", "Öppna bibliotek", "Bibliotek för alla")
    assert {each.id for each in every_block(document(source))} == {each.id for each in every_block(document(memory()))}


def test_goals_tables_and_documents_may_stand_in_any_section_in_any_order() -> None:
    documents = "styrande dokument:\n  - namn: Energi\n    typ: plan\n"
    source = edited(
        memory(), "sections/inledning.md", "titel: Inledning\n", f"titel: Inledning\ntabeller: [drift]\n{documents}"
    )
    source = edited(source, "sections/ekonomi.md", "tabeller: [drift]\n", "")
    result = document(source)
    assert [each.id for each in every(Table, result)] == ["drift", "bibliotek.indicators"]
    assert [each.heading.page_break_before for each in every(Section, result)][:2] == [True, False]
    assert "Energi (plan)" in said([block(result, "inledning")])


def test_a_section_may_be_called_contents() -> None:
    source = edited(memory(), "plan.yaml", "[inledning,", "[contents, inledning,")
    source = changed(source, sections__contents_md="---\ntitel: Sammanhang\n---\n[](#contents)\n")
    result = document(source)
    assert isinstance(block(result, "contents"), Section)
    assert len({each.id for each in every_block(result)}) == len(list(every_block(result)))


def test_metadata_are_those_of_the_plan() -> None:
    metadata = document(memory()).metadata
    assert (metadata.title, metadata.author, metadata.subject) == (
        "Årsplan 2026 – Kulturnämnden",
        "Region Exempel",
        "Kulturnämnden",
    )
    assert (metadata.language, metadata.date, metadata.status, metadata.draft) == ("sv-SE", "", "Utkast", "Utkast")
    assert (metadata.header, metadata.footer) == ("Kulturnämnden – Årsplan 2026", "Sida {page} ({pages})")
    assert [line.role for line in metadata.cover] == ["organisation", "body", "title", "status"]


def test_a_decided_plan_has_its_date_and_no_mark_of_a_draft() -> None:
    source = edited(memory(), "plan.yaml", "status: utkast", "status: beslutad\nbeslut: {datum: 2025-12-01}")
    metadata = document(source).metadata
    assert (metadata.date, metadata.draft) == ("2025-12-01", "")
    assert [(line.role, line.label) for line in metadata.cover][-1] == ("date", "Beslutsdatum")


@pytest.mark.parametrize(("status", "label"), [("förslag", "Beslutas av"), ("beslutad", "Beslutad av")])
def test_the_cover_does_not_call_a_proposal_decided(status: str, label: str) -> None:
    source = edited(memory(), "plan.yaml", "status: utkast", f"status: {status}\nbeslut: {{beslutad av: RF}}")
    assert [line.label for line in document(source).metadata.cover if line.role == "decided-by"] == [label]


def test_the_remark_of_a_table_is_known_as_one() -> None:
    source = edited(memory(), "budget/drift.yaml", "enhet: tkr\n", "enhet: tkr\nanmärkning: I löpande priser.\n")
    (remark,) = (each for each in every(Paragraph, document(source)) if each.role == "remark")
    assert said([remark]) == ["I löpande priser."]


def test_an_english_plan_speaks_english() -> None:
    files = {
        "plan.yaml": "title: Plan\norganisation: Region\nyear: 2026\nlanguage: en\nstatus: draft\noutline: arsplan\n"
        "sections: [goals]\n",
        "sections/goals.md": "---\ntitle: Goals\ngoals: all\ntables: [t]\n---\nSee [](#g) and [](#t).\n",
        "goals.yaml": "levels: [{name: Goal}]\ngoals: [g]\n",
        "goals/g.md": "---\ntitle: G\nagenda2030: [3]\nindicators: [{name: I}]\n---\nText.\n",
        "budget/t.yaml": "title: Budget\nunit: tkr\ncolumns: {a: {heading: A}}\nrows: [{name: One, a: 3000}]\n",
    }
    result = document(Memory({f"{FOLDER}/{name}": text for name, text in files.items()}))
    lines = said(result.blocks)
    for line in (
        "See section\u00a01.1 Goal: G and table\u00a01.",
        "Goal 3 Good Health and Well-being",
        "3,000",
        "Target",
    ):
        assert line in lines
    assert (result.metadata.language, result.metadata.draft) == ("en-GB", "Draft")


# Content is placed, never read again


@pytest.mark.parametrize("where", ["text", "heading", "document", "indicator", "caption", "row", "cover", "level"])
def test_whatever_stands_in_content_arrives_unchanged(where: str) -> None:
    quoted = json.dumps(EVERYTHING)
    source = memory(inledning=EVERYTHING) if where == "text" else memory()
    edits = {
        "heading": ("sections/inledning.md", "titel: Inledning", f"titel: {quoted}"),
        "document": (
            "sections/inledning.md",
            "titel: Inledning\n",
            f"titel: Inledning\nstyrande dokument: [{{namn: {quoted}}}]\n",
        ),
        "indicator": ("goals/bibliotek.md", "källa: Räknare", f"källa: {quoted}"),
        "caption": ("budget/drift.yaml", "titel: Driftbudget", f"titel: {quoted}"),
        "row": ("budget/drift.yaml", "namn: Museer", f"namn: {quoted}"),
        "cover": ("plan.yaml", "titel: Årsplan 2026", f"titel: {quoted}"),
        "level": ("goals.yaml", "namn: Effektmål", f"namn: {quoted}"),
    }
    result = document(edited(source, *edits[where]) if where in edits else source)
    lines = [*said(result.blocks), *(plain_text(line.inlines) for line in result.metadata.cover)]
    assert sum(ARRIVES in line for line in lines) == 1
    assert (ARRIVES in result.metadata.title) is (ARRIVES in result.metadata.header) is (where == "cover")


PLAIN = st.text(st.sampled_from(punctuation + "aåÖ1 "), min_size=1, max_size=30).map(str.strip).filter(bool)


@settings(max_examples=25, deadline=None)
@given(PLAIN)
def test_any_marks_in_a_title_arrive_unchanged(title: str) -> None:
    escaped = "".join(f"\\{each}" if each in punctuation else each for each in title)
    source = edited(memory(), "goals/bibliotek.md", "titel: Öppna bibliotek", f"titel: {json.dumps(escaped)}")
    source = edited(source, "plan.yaml", "titel: Årsplan 2026", f"titel: {json.dumps(escaped)}")
    composed, found = compose(plan(source), Outline("o", GOALS), SWEDISH)
    assert all(each.severity == Severity.WARNING for each in found)
    sections = [each for each in every(Section, composed) if each.id == "bibliotek"]
    assert plain_text(sections[0].heading.inlines) == f"Resultatmål: {title}"
    assert composed.metadata.header == f"Kulturnämnden – {title}"


GOALS = (
    "{{ header(plan.body, plan.title) }}\n\n{% for goal in plan.goals[0].goals %}\n"
    "## {{ goal.level_name }}: {{ goal.title }}\n{% endfor %}\n"
)


def test_nodes_of_content_stay_what_they_are() -> None:
    source = edited(
        memory(inledning="**A** [b](https://b.se) `c`\n\n> d\n\n1. e\n"),
        "sections/inledning.md",
        "titel: Inledning",
        "titel: 'En *inledning*'",
    )
    section = block(document(source), "inledning")
    assert isinstance(section, Section)
    assert section.heading.inlines == (Text("En "), Emphasis((Text("inledning"),)))
    assert [type(each).__name__ for each in section.blocks] == ["Paragraph", "BlockQuote", "OrderedList"]
    assert isinstance(next(every_inline(next(texts(section.blocks[0])))), Strong)


@pytest.mark.parametrize(
    "placed",
    [
        "{{ plan.body }}",
        "{{ '' ~ plan.body }}",
        "{% autoescape false %}{{ plan.body }}{% endautoescape %}",
        "{% set x = plan.body %}{{ x }}",
    ],
)
@pytest.mark.parametrize(
    "line", ["# {}", "{}", "- {}", "> {}", "**{}**", "[{}](https://a.se)", "| {} |\n|---|", "{} {}"]
)
def test_content_may_stand_anywhere_in_the_outline(line: str, placed: str) -> None:
    source = edited(memory(line.format(placed, placed)), "plan.yaml", "nämnd: Kulturnämnden", "nämnd: '\\# \\*x* | y'")
    assert any("# *x* | y" in line for line in said(document(source).blocks))


def test_blocks_may_stand_in_lists_and_quotations_of_the_outline() -> None:
    text = "{{ plan.sections[0].text }}"
    bullets, quote = document(memory(f"- {text}\n\n<!-- -->\n\n> {text}\n")).blocks
    assert isinstance(bullets, BulletList)
    assert isinstance(quote, BlockQuote)
    assert said([bullets]) == said([quote]) == ["Kultur för alla."]


# Faults of the outline's Markdown


@pytest.mark.parametrize(
    ("outline", "code", "line"),
    [
        ("a\n\n```\nb\n```\n", "markdown-fence", 3),
        ("a\n\n    b\n", "markdown-code-block", 3),
        ("a\n\n---\n", "markdown-rule", 3),
        ("{% for s in plan.sections %}\n# {{ s.title }}\n\n***\n\n{% endfor %}", "markdown-rule", 4),
        ("{% macro m() %}\n\n---\n{% endmacro %}\na\n\n{{ m() }}", "markdown-rule", 3),
        ("a\n\n![b](b.png)\n", "image-missing", 3),
        ("a\n\n[b](javascript:alert)\n", "link-forbidden", 3),
        ("a\n\nb [](#nope)\n", "unknown-reference", 3),
        ("a\n\nb {{ plan.sections[0].text }}\n", "outline-block-in-line", 3),
        ("a\n\n# {{ plan.sections[0].text }}\n", "outline-block-in-line", 3),
        ("a\n\n| b |\n|---|\n| {{ plan.sections[0].text }} |\n", "outline-block-in-line", 3),
        ("a\n\n`b` {{ plan.sections[0].text }}\n", "outline-block-in-line", 3),
        ("a\n\n{{ plan.sections[0].text }}{{ plan.title }}\n", "outline-block-in-line", 3),
        ("a\n\nb `{{ plan.title }}`\n", "expression-misplaced", 3),
        ("{% for s in plan.sections %}\n# {{ s.title }}\n\nb {{ s.text }}\n{% endfor %}", "outline-block-in-line", 4),
    ],
)
def test_a_fault_in_the_outlines_markdown_is_told_at_its_line(outline: str, code: str, line: int) -> None:
    found = [(each.code, each.location.file, each.location.line) for each in faults(memory(outline))]
    assert found == [(code, OUTLINE, line)]


def test_what_an_outline_places_twice_is_told() -> None:
    found = faults(memory("{{ budget_table(plan.tables.drift) }}\n\n{{ budget_table(plan.tables.drift) }}"))
    assert [told(each) for each in found] == [("placed-twice", "budget/drift.yaml", 1, 1)]


def test_a_text_without_ids_may_be_placed_twice() -> None:
    assert (
        said(document(memory("{{ plan.sections[0].text }}\n\n{{ plan.sections[0].text }}")).blocks)
        == ["Kultur för alla."] * 2
    )


# Headings in content


def test_headings_in_a_text_go_below_its_section_and_are_numbered_and_listed() -> None:
    source = memory(inledning="Först.\n\n### Ett\n\nText.\n\n# Två {#tva}\n\n## Tre\n")
    result = document(source)
    assert headings(result)[:4] == [(1, "1", "Inledning"), (2, "1.1", "Ett"), (2, "1.2", "Två"), (3, "1.2.1", "Tre")]
    listed = [plain_text(each.inlines) for each in every(TableOfContents, result)[0].entries]
    assert listed[:4] == ["Inledning", "Ett", "Två", "Tre"]
    assert len({each.id for each in every_block(result)}) == len(list(every_block(result)))


def test_headings_in_a_goals_text_are_below_its_description_and_without_numbers() -> None:
    result = document(memory(bibliotek="Text.\n\n# Vidare\n\n## Ännu längre\n"))
    assert headings(result)[4:7] == [(4, "", "Beskrivning"), (5, "", "Vidare"), (6, "", "Ännu längre")]
    listed = [plain_text(each.inlines) for each in every(TableOfContents, result)[0].entries]
    assert "Vidare" not in listed


def test_an_outline_counts_headings_in_a_series_with_a_label_of_its_own_or_the_plans() -> None:
    goal = '{series="goal" label="{{ goal.level_name }}" numeral="I"}\n## {{ goal.title }}\n'
    text = f"# A\n\n{{% for goal in plan.goals %}}\n{goal}{{% endfor %}}\n\n{{.appendix}}\n# B\n\n## C\n"
    found = [
        (each.heading.label, each.heading.number, each.heading.numbered)
        for each in every(Section, document(memory(text)))
    ]
    assert found == [("", "1", True), ("Effektmål", "I", True), ("Bilaga", "1", True), ("", "", False)]


def test_a_fault_in_an_attribute_is_told_at_its_line() -> None:
    (found,) = faults(memory("a\n\n{.unnumberd}\n# B\n"))
    assert (found.code, found.location.line) == ("outline-attribute", 3)


def test_headings_go_no_deeper_than_six() -> None:
    result = document(memory(bibliotek="# A\n\n## B\n\n### C\n\n#### D\n"))
    assert [level for level, _, title in headings(result) if title in set("ABCD")] == [5, 6, 6, 6]


@pytest.mark.parametrize("text", ["> # A\n", "- # A\n"])
def test_a_heading_in_a_list_or_quotation_is_no_part_of_the_outline(text: str) -> None:
    result = document(memory(inledning=text))
    assert headings(result)[1] == (2, "", "A")
    assert "A" not in [plain_text(each.inlines) for each in every(TableOfContents, result)[0].entries]


# References


def test_references_lead_from_texts_lists_cells_notes_and_values_to_all_that_has_an_id() -> None:
    text = (
        "[](#mal) och [](#bibliotek)[^1]\n\n- [](#drift)\n\n| [](#kultur) |\n|---|\n| [](#bibliotek.indicators) |\n\n"
        "[](#underrubrik) och [så](#ekonomi)\n\n# Underrubrik {#underrubrik}\n\n[^1]: [](#ekonomi)\n"
    )
    source = edited(memory(inledning=text), "goals/bibliotek.md", "källa: Räknare", "källa: 'Se [](#drift)'")
    printed = [plain_text((each,)) for each in every(CrossReference, document(source))]
    assert printed == [
        "Avsnitt\u00a02 Mål",
        "avsnitt\u00a02.1.1 Resultatmål: Öppna bibliotek",
        "Tabell\u00a01",
        "Avsnitt\u00a02.1 Effektmål: Kultur i hela länet",
        "Indikatorer för Öppna bibliotek",
        "Avsnitt\u00a01.1 Underrubrik",
        "så",
        "tabell\u00a01",
        "Avsnitt\u00a03 Ekonomi",
    ]


def test_unknown_references_are_told_at_their_places() -> None:
    text = "A [](#x1)[^1]\n\n- b [](#x2)\n\n| c |\n|---|\n| d [](#x3) |\n\n# e [](#x4)\n\n[^1]: f [](#x5)\n"
    source = edited(memory(inledning=text), "goals/bibliotek.md", "källa: Räknare", "källa: 'g [](#x6)'")
    assert [told(each) for each in faults(source)] == [
        ("unknown-reference", "goals/bibliotek.md", 8, 18),
        ("unknown-reference", "sections/inledning.md", 4, 6),
        ("unknown-reference", "sections/inledning.md", 6, 8),
        ("unknown-reference", "sections/inledning.md", 10, 8),
        ("unknown-reference", "sections/inledning.md", 12, 8),
        ("unknown-reference", "sections/inledning.md", 14, 12),
    ]


# Notes


def test_notes_in_texts_are_numbered_through_the_document_in_order() -> None:
    source = memory(inledning="A[^b] och[^a].\n\n[^a]: Ett\n\n[^b]: Två\n", bibliotek="C[^a] och[^a].\n\n[^a]: Tre\n")
    result = document(source)
    assert [(note.number, *said(note.blocks)) for note in result.notes] == [("1", "Två"), ("2", "Ett"), ("3", "Tre")]
    assert [each.mark for each in every(FootnoteReference, result)] == ["1", "2", "3", "3"]


def test_notes_of_indicators_and_of_tables_in_texts_have_stars_under_their_tables() -> None:
    text = "| a[^x] | b |\n|---|---|\n| c[^y] | d[^x] |\n\nE[^x].\n\n[^x]: X\n\n[^y]: Y\n"
    source = edited(memory(bibliotek=text), "goals/bibliotek.md", "källa: Räknare", "källa: 'Räknare[^y]'")
    result = document(source)
    tables = [[(note.mark, plain_text(note.inlines)) for note in each.notes] for each in every(Table, result)]
    assert tables == [[("*", "X"), ("**", "Y")], [("*", "Y")], []]
    assert [each.mark for each in every(FootnoteReference, result)] == ["*", "**", "*", "1", "*"]
    names = [note.id for each in every(Table, result) for note in each.notes] + [note.id for note in result.notes]
    assert len(set(names)) == 4


def test_a_note_in_a_note_is_kept() -> None:
    result = document(memory(inledning="A[^1].\n\n[^1]: Ett[^2]\n\n[^2]: Två\n"))
    assert [(note.number, *said(note.blocks)) for note in result.notes] == [("1", "Ett"), ("2", "Två")]


def test_a_title_may_have_a_note_which_does_not_follow_it_into_the_contents_list() -> None:
    source = edited(
        memory(inledning="A.\n\n[^1]: Ett\n"), "sections/inledning.md", "titel: Inledning", "titel: 'Inledning[^1]'"
    )
    result = document(source)
    assert [(note.number, *said(note.blocks)) for note in result.notes] == [("1", "Ett")]
    assert every(TableOfContents, result)[0].entries[0].inlines == (Text("Inledning"),)


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("budget/drift.yaml", "titel: Driftbudget", "titel: 'Drift[^x]'", (1, 14)),
        ("sections/inledning.md", "titel: Inledning", "titel: 'Inledning[^x]'", (2, 18)),
        ("goals.yaml", "namn: Effektmål", "namn: 'Effektmål[^x]'", (2, 21)),
    ],
)
def test_a_mark_where_no_note_can_be_is_told(path: str, old: str, new: str, place: tuple[int, int]) -> None:
    found = {told(each) for each in faults(edited(memory(), path, old, new))}
    assert found == {("note-misplaced", path, *place)}


# Expressions


def test_expressions_are_replaced_wherever_they_stand() -> None:
    text = (
        "A {{ plan.year }}[^1]\n\n- B {{ budget.drift.summa.ram | tkr }}\n\n| C {{ plan.year }} |\n|---|\n"
        "| D {{ budget.drift.museer.nytt | tkr }} |\n\n# E {{ plan.year }}\n\n*F {{ plan.year }}*\n\n"
        "[^1]: G {{ plan.year }}\n"
    )
    source = edited(memory(inledning=text), "goals/bibliotek.md", "källa: Räknare", "källa: 'H {{ plan.year }}'")
    source = edited(source, "plan.yaml", "titel: Årsplan 2026", "titel: 'Plan {{ plan.year }}'")
    source = edited(source, "budget/drift.yaml", "titel: Driftbudget", "titel: 'Budget {{ plan.year }}'")
    source = edited(source, "goals/bibliotek.md", "titel: Öppna bibliotek", "titel: 'Mål {{ plan.year }}'")
    result = document(source)
    lines = said(result.blocks)
    for line in ("A 2026", "B 2\u00a0995\u00a0tkr", "C 2026", "D \u22125\u00a0tkr", "E 2026", "F 2026", "H 2026"):
        assert line in lines
    assert said(result.notes[0].blocks) == ["G 2026"]
    assert "Budget 2026, tkr" in lines
    assert "Indikatorer för Mål 2026" in lines
    assert (result.metadata.title, result.metadata.header) == (
        "Plan 2026 – Kulturnämnden",
        "Kulturnämnden – Plan 2026",
    )
    assert not every(Expression, result)
    assert "{{" not in repr(result)


def test_the_value_of_an_indicators_cell_is_what_it_prints() -> None:
    source = edited(memory(), "goals/bibliotek.md", "målvärde: ökande", "målvärde: 'minst {{ plan.year }}'")
    cells = [cell for row in every(Table, document(source))[0].rows for cell in row.cells]
    assert [cell.value for cell in cells] == [plain_text(cell.inlines) for cell in cells]
    assert cells[1].value == "minst 2026"


def test_faults_of_expressions_are_told_at_their_places() -> None:
    text = (
        "A {{ x1 }}[^1]\n\n- B {{ x2 }}\n\n| C {{ x3 }} | |\n|---|---|\n| D | {{ x4 }} |\n\n# E {{ x5 }}\n\n"
        "Rad ett\noch två *F {{ x6 }}* {{ 1 + }}\n\n[^1]: G\n\n    H {{ x7 }}\n"
    )
    source = edited(memory(inledning=text), "goals/bibliotek.md", "källa: Räknare", "källa: 'I {{ x8 }}'")
    source = edited(source, "plan.yaml", "titel: Årsplan 2026", "titel: Plan {{ x9 }}")
    unknown = [told(each) for each in faults(source)]
    assert unknown == [
        ("expression-unknown", "goals/bibliotek.md", 8, 18),
        ("expression-unknown", "plan.yaml", 1, 16),
        ("expression-unknown", "sections/inledning.md", 4, 6),
        ("expression-unknown", "sections/inledning.md", 6, 8),
        ("expression-unknown", "sections/inledning.md", 8, 8),
        ("expression-unknown", "sections/inledning.md", 10, 10),
        ("expression-unknown", "sections/inledning.md", 12, 8),
        ("expression-unknown", "sections/inledning.md", 15, 15),
        ("expression-syntax", "sections/inledning.md", 15, 22),
        ("expression-unknown", "sections/inledning.md", 19, 10),
    ]


# Places


def test_every_block_of_content_keeps_its_place() -> None:
    documents = "titel: Inledning\nstyrande dokument:\n  - namn: Energi\n"
    source = edited(memory(), "sections/inledning.md", "titel: Inledning\n", documents)
    result = document(source)
    places = {
        each.id: f"{each.location.file.removeprefix(FOLDER)}:{each.location.line}" for each in every_block(result)
    }
    assert places["inledning"] == "/sections/inledning.md:2"
    assert places["inledning.p-1"] == "/sections/inledning.md:6"
    assert places["inledning.list-1.1.p-1"] == "/sections/inledning.md:4"
    assert places["bibliotek"] == "/goals/bibliotek.md:2"
    assert places["bibliotek.indicators"] == "/goals/bibliotek.md:5"
    assert places["drift"] == "/budget/drift.yaml:1"
    assert places["bibliotek--description"].startswith("plangen:outline/arsplan.md.j2:")


def test_what_the_outline_itself_says_has_its_place_there() -> None:
    result = document(memory("<!-- x -->\n{% if true %}\n# Egen rubrik\n\nEgen text\n\n- Egen punkt\n{% endif %}\n"))
    assert [(each.location.file, each.location.line) for each in every_block(result)] == [
        (OUTLINE, 3),
        (OUTLINE, 5),
        (OUTLINE, 7),
        (OUTLINE, 7),
    ]


@pytest.mark.parametrize("source", [memory("{{ nope }}"), memory("{% if"), memory("```\nx\n```"), memory("")])
def test_an_outline_at_fault_still_gives_a_document(source: Memory) -> None:
    assert examined(source).document is not None


def test_cells_of_the_outlines_own_tables_are_cells() -> None:
    table = document(
        memory("| A | B |\n|---|--:|\n{% for s in plan.sections %}| {{ s.title }} | {{ loop.index }} |\n{% endfor %}")
    )
    cells = [cell for each in every(Table, table) for row in each.rows for cell in row.cells]
    assert all(isinstance(cell, Cell) for cell in cells)
    assert [plain_text(cell.inlines) for cell in cells] == ["Inledning", "1", "Mål", "2", "Ekonomi", "3"]


def test_goals_and_governing_documents_are_told_by_their_roles() -> None:
    """A summary of what has changed speaks of them in the plan's terms."""
    documents = "titel: Inledning\nstyrande dokument:\n  - namn: Kulturplan\n  - namn: Reglemente\n"
    source = edited(memory(), "sections/inledning.md", "titel: Inledning\n", documents)
    found = document(source)
    assert {each.id for each in every(Section, found) if each.role == "goal"} == {"kultur", "bibliotek"}
    assert [len(each.items) for each in every(BulletList, found) if each.role == "governing-documents"] == [2]
