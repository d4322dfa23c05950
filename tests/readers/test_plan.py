from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from plangen.diagnostics import Location
from plangen.model.plan import every_section
from plangen.readers.plan import read_plan
from plangen.source.source import Folder, Memory

ENGLISH = {
    "plan/plan.yaml": """\
title: Annual plan 2026
organisation: Region Example
year: 2026
language: en
status: draft
outline: arsplan
decision: {decided by: Board, date: 2025-06-11, case number: A 1}
sections: [intro]
""",
    "plan/sections/intro.md": "---\ntitle: Introduction\ngoals: all\n---\nText\n",
    "plan/goals.yaml": "levels: [{name: Goal}]\ngoals:\n  - title: Good health\n    target: x\n",
}


# A sound plan


def test_a_small_plan_is_read_without_a_word(small):
    assert small.found() == []


def test_a_plan_is_read_as_it_is_written(small):
    plan = small.read()
    assert (plan.id, plan.language, str(plan.title), plan.year, plan.status) == (
        "plan",
        "sv",
        "Årsplan 2026",
        2026,
        "draft",
    )
    assert plan.frame is not None
    assert (plan.frame.amount, plan.frame.unit, plan.frame.date) == (Decimal(1300), "tkr", date(2025, 6, 11))
    (section,) = plan.sections
    assert (section.id, section.goals, section.tables) == ("inledning", "all", ("fordelning",))
    (goal,) = plan.goals
    assert (goal.id, goal.level, [each.number for each in goal.agenda2030]) == ("god-halsa", 1, [3])
    (indicator,) = goal.indicators
    assert (indicator.id, str(indicator.name), str(indicator.target)) == ("vantetid", "Väntetid", "minskande")
    (table,) = plan.tables
    assert (table.id, [row.id for row in table.rows]) == ("fordelning", ["vard", "stod", "summa"])


def test_every_part_knows_its_place(small):
    plan = small.read()
    section, goal, table = plan.sections[0], plan.goals[0], plan.tables[0]
    assert plan.place("status") == Location("content/plan/plan.yaml", 6, 9, 6)
    assert section.location == Location("content/plan/sections/inledning.md", 1, 1, 3)
    assert section.place("tables.0") == Location("content/plan/sections/inledning.md", 4, 12, 10)
    assert section.text.blocks[0].location.line == 6
    assert goal.agenda2030[0].location == Location("content/plan/goals/god-halsa.md", 3, 14, 1)
    assert table.rows[1].place("name") == Location("content/plan/budget/fordelning.yaml", 12, 11, 4)
    assert table.columns[0].location == Location("content/plan/budget/fordelning.yaml", 5, 3, 8)


def test_a_plan_in_english_has_english_keys():
    files = {**ENGLISH, "plan/goals.yaml": ENGLISH["plan/goals.yaml"].replace("    target: x\n", "")}
    plan, found = read_plan(Memory(files), "plan")
    assert found == ()
    assert plan is not None
    assert plan.decision is not None
    assert (plan.language, plan.decision.case_number, plan.goals[0].id) == ("en", "A 1", "good-health")


def test_a_plan_in_a_folder_on_disk_reads_the_same(small, tmp_path):
    for path, content in small.paths().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(str(content), encoding="utf-8", newline="\r\n")
    assert read_plan(Folder(tmp_path), "content/plan") == (small.read(), ())


def test_the_files_of_windows_read_the_same(small):
    windows = small
    for path, text in small.files.items():
        windows = windows.having(path, "\ufeff" + text.replace("\n", "\r\n"))
    assert windows.found() == []
    assert windows.read() == small.read()


def test_accents_that_stand_loose_change_nothing(small):
    loose = small
    for path, text in small.files.items():
        loose = loose.having(path, unicodedata.normalize("NFD", text))
    assert loose.found() == []
    assert loose.read() == small.read()


# Folders


def test_without_a_plan_file_there_is_no_plan():
    plan, found = read_plan(Memory({}), "content/x")
    assert plan is None
    assert [(each.code, each.location) for each in found] == [("file-missing", Location("content/x/plan.yaml"))]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "file-empty"),
        ("# bara en kommentar\n", "file-empty"),
        ("- a\n- b\n", "mapping-expected"),
        ("bara text\n", "mapping-expected"),
        ("titel: \xc5r\n".encode("cp1252"), "not-utf8"),
        ("a: b\n".encode("utf-16"), "utf-16"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:a\n", "git-lfs"),
    ],
)
def test_a_plan_file_that_is_no_mapping_is_reported_and_there_is_no_plan(small, content, code):
    plan, found = read_plan(small.having("plan.yaml", content).source, "content/plan")
    assert plan is None
    assert [each.code for each in found] == [code]


# Languages


def test_an_unknown_language_is_reported_with_those_there_are(small):
    (fault,) = small.edited("plan.yaml", "språk: sv", "språk: fi").diagnostics()
    assert (fault.code, fault.location.line, fault.location.column) == ("language-unknown", 5, 8)
    assert dict(fault.parameters)["allowed"] == "sv, en"


@pytest.mark.parametrize("line", ["språk: SV", 'språk: " sv "', "språk:", ""])
def test_the_language_is_told_by_its_code_or_by_the_keys(small, line):
    changed = small.edited("plan.yaml", "språk: sv\n", f"{line}\n")
    assert changed.found() == []
    assert changed.read().language == "sv"


def test_a_language_that_is_no_text_is_reported(small):
    assert small.edited("plan.yaml", "språk: sv", "språk: [sv]").found() == ["plan.yaml:5:8 text-expected"]


def test_english_keys_tell_that_a_plan_is_english():
    files = {"p/plan.yaml": "title: A\norganisation: B\nyear: 2026\nstatus: draft\noutline: arsplan\nsections: []\n"}
    plan, found = read_plan(Memory(files), "p")
    assert found == ()
    assert plan is not None
    assert plan.language == "en"


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "right"),
    [
        ("plan.yaml", "titel: Årsplan", "title: Årsplan", "plan.yaml:1:1", "titel"),
        ("plan.yaml", "avsnitt:", "sections:", "plan.yaml:16:1", "avsnitt"),
        ("plan.yaml", "  belopp:", "  amount:", "plan.yaml:9:3", "belopp"),
        ("sections/inledning.md", "titel:", "title:", "sections/inledning.md:2:1", "titel"),
        ("goals.yaml", "nivåer:", "levels:", "goals.yaml:1:1", "nivåer"),
        ("goals.yaml", "mål:\n", "goals:\n", "goals.yaml:3:1", "mål"),
        ("goals/god-halsa.md", "titel:", "title:", "goals/god-halsa.md:2:1", "titel"),
        ("goals/god-halsa.md", "    källa:", "    source:", "goals/god-halsa.md:8:5", "källa"),
        ("goals/god-halsa.md", "namn:", "name:", "goals/god-halsa.md:5:5", "namn"),
        ("budget/fordelning.yaml", "enhet:", "unit:", "budget/fordelning.yaml:2:1", "enhet"),
        ("budget/fordelning.yaml", "namn: Stöd", "name: Stöd", "budget/fordelning.yaml:12:5", "namn"),
        ("budget/fordelning.yaml", "    roll: summa", "    role: summa", "budget/fordelning.yaml:16:5", "roll"),
    ],
)
def test_a_key_in_the_other_language_is_reported_with_the_right_one(small, path, old, new, place, right):
    found = [each for each in small.edited(path, old, new).diagnostics() if each.code == "key-in-other-language"]
    assert [
        f"{each.location.file.removeprefix('content/plan/')}:{each.location.line}:{each.location.column}"
        for each in found
    ] == [place]
    assert dict(found[0].parameters)["instead"] == right
    assert "missing-field" not in [each.split()[1] for each in small.edited(path, old, new).found()]


# Keys and fields


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "near"),
    [
        ("plan.yaml", "avsnitt:", "avsnit:", "plan.yaml:16:1", "avsnitt"),
        ("plan.yaml", "  enhet:", "  enheter:", "plan.yaml:10:3", "enhet"),
        ("goals.yaml", "mål:\n", "målen:\n", "goals.yaml:3:1", "mål"),
        ("goals/god-halsa.md", "indikatorer:", "indikator:", "goals/god-halsa.md:4:1", "indikatorer"),
        ("budget/fordelning.yaml", "ledrubrik:", "lederubrik:", "budget/fordelning.yaml:3:1", "ledrubrik"),
        ("budget/fordelning.yaml", "{rubrik: Ram,", "{rubrk: Ram,", "budget/fordelning.yaml:7:9", "rubrik"),
    ],
)
def test_an_unknown_key_is_reported_with_the_nearest(small, path, old, new, place, near):
    found = [each for each in small.edited(path, old, new).diagnostics() if each.code == "unknown-key"]
    assert [
        f"{each.location.file.removeprefix('content/plan/')}:{each.location.line}:{each.location.column}"
        for each in found
    ] == [place]
    assert dict(found[0].parameters)["near"].split(", ")[0] == near


def test_what_a_record_may_hold_is_told_in_the_plans_language(small):
    (fault,) = small.edited("goals.yaml", "  - namn: Mål", "  - namn: Mål\n    xyz: 1").diagnostics()
    assert dict(fault.parameters)["allowed"] == "namn, numrering"


@pytest.mark.parametrize(
    ("path", "line", "place", "key"),
    [
        ("plan.yaml", "titel: Årsplan 2026\n", "plan.yaml:1:1", "titel"),
        ("plan.yaml", "organisation: Region Exempel\n", "plan.yaml:1:1", "organisation"),
        ("plan.yaml", "år: 2026\n", "plan.yaml:1:1", "år"),
        ("plan.yaml", "status: utkast\n", "plan.yaml:1:1", "status"),
        ("plan.yaml", "avsnitt:\n  - inledning\n", "plan.yaml:1:1", "avsnitt"),
        ("plan.yaml", "  belopp: 1 300\n", "plan.yaml:8:3", "belopp"),
        ("sections/inledning.md", "titel: Inledning\n", "sections/inledning.md:2:1", "titel"),
        ("goals/god-halsa.md", "titel: God hälsa\n", "goals/god-halsa.md:2:1", "titel"),
        ("budget/fordelning.yaml", "titel: Fördelning\n", "budget/fordelning.yaml:1:1", "titel"),
    ],
)
def test_a_missing_field_is_reported_at_its_record(small, path, line, place, key):
    found = [each for each in small.edited(path, line, "").diagnostics() if each.code == "missing-field"]
    assert [(each.location.line, dict(each.parameters)["key"]) for each in found] == [(int(place.split(":")[1]), key)]
    assert found[0].location.file == f"content/plan/{place.split(':')[0]}"


@pytest.mark.parametrize("value", ['""', "' '", "~", ""])
def test_an_empty_field_is_told_as_empty(small, value):
    assert [
        each.split()[1] for each in small.edited("sections/inledning.md", "titel: Inledning", f"titel: {value}").found()
    ] == ["field-empty"]


def test_fields_are_not_said_to_be_missing_where_the_form_is_broken(small):
    assert small.edited("goals/god-halsa.md", "titel: God hälsa", "titl God hälsa").found() == [
        "goals/god-halsa.md:2:1 yaml-form"
    ]
    assert small.edited("sections/inledning.md", "---\nPlanen", "\nPlanen").found() == [
        "sections/inledning.md:4:1 front-matter-open"
    ]


def test_fields_are_missing_all_the_same_where_a_trap_has_been_mended(small):
    changed = small.edited("goals/god-halsa.md", "titel: God hälsa\n", "").edited(
        "goals/god-halsa.md", "källa: Statistik", "källa: @x"
    )
    assert changed.found() == ["goals/god-halsa.md:2:1 missing-field", "goals/god-halsa.md:7:12 yaml-quote-mark"]


@pytest.mark.parametrize(
    "key", ["id: x", "levels: x", "nivåer: []", "tabeller: []", "mål: []", "indikatorkolumner: {}", "text: x"]
)
def test_what_other_files_say_is_no_key_of_the_plan_file(small, key):
    found = small.having("plan.yaml", small.files["plan.yaml"] + key + "\n").found()
    assert [each.split()[1] for each in found] == ["unknown-key"]


# Wrong types


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("plan.yaml", "titel: Årsplan 2026", "titel: [a]", "plan.yaml:1:8 text-expected"),
        ("plan.yaml", "titel: Årsplan 2026", "titel: {a: b}", "plan.yaml:1:8 text-expected"),
        ("plan.yaml", "år: 2026", "år: [2026]", "plan.yaml:4:5 text-expected"),
        ("plan.yaml", "år: 2026", "år: 26", "plan.yaml:4:5 year-unreadable"),
        ("plan.yaml", "år: 2026", "år: 2e26", "plan.yaml:4:5 year-unreadable"),
        ("plan.yaml", "år: 2026", "år: 0000", "plan.yaml:4:5 year-unreadable"),
        ("plan.yaml", "status: utkast", "status: {a: b}", "plan.yaml:6:9 text-expected"),
        ("plan.yaml", "status: utkast", "status: klar", "plan.yaml:6:9 unknown-word"),
        ("plan.yaml", "disposition: arsplan", "disposition: [a]", "plan.yaml:15:14 text-expected"),
        ("plan.yaml", "avsnitt:\n  - inledning", "avsnitt: inledning", "plan.yaml:16:10 list-expected"),
        ("plan.yaml", "  - inledning", "  - inledning\n  - [x]", "plan.yaml:18:5 text-expected"),
        ("plan.yaml", "disposition:", "beslut: RF\ndisposition:", "plan.yaml:15:9 mapping-expected"),
        ("plan.yaml", "disposition:", "beslut: [RF]\ndisposition:", "plan.yaml:15:9 mapping-expected"),
        ("plan.yaml", "  datum: 2025-06-11", "  datum: 11 juni", "plan.yaml:12:10 date-unreadable"),
        ("plan.yaml", "  datum: 2025-06-11", "  datum: 2025-13-01", "plan.yaml:12:10 date-unreadable"),
        ("plan.yaml", "  datum: 2025-06-11", "  datum: 20250611", "plan.yaml:12:10 date-unreadable"),
        ("plan.yaml", "  datum: 2025-06-11", "  datum: 2025-W24-3", "plan.yaml:12:10 date-unreadable"),
        ("plan.yaml", "  datum: 2025-06-11", "  datum: [2025]", "plan.yaml:12:10 text-expected"),
        ("plan.yaml", "  enhet: tkr", "  enhet: SEK", "plan.yaml:10:10 unknown-word"),
        ("plan.yaml", "  enhet: tkr", "  enhet: []", "plan.yaml:10:10 text-expected"),
        ("sections/inledning.md", "mål: alla", "mål: några", "sections/inledning.md:3:6 unknown-word"),
        ("sections/inledning.md", "mål: alla", "mål: [alla]", "sections/inledning.md:3:6 text-expected"),
        ("sections/inledning.md", "[fordelning]", "fordelning", "sections/inledning.md:4:11 list-expected"),
        ("sections/inledning.md", "[fordelning]", "[fordelning, {a: b}]", "sections/inledning.md:4:24 text-expected"),
        ("goals.yaml", "mål:\n  - god-halsa", "mål: god-halsa", "goals.yaml:3:6 list-expected"),
        ("goals.yaml", "  - god-halsa", "  - god-halsa\n  - [x]", "goals.yaml:5:5 mapping-expected"),
        ("goals.yaml", "  - namn: Mål", "  - Mål", "goals.yaml:2:5 record-expected"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: 3", "goals/god-halsa.md:3:13 list-expected"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [{3: x}]", "goals/god-halsa.md:3:14 text-expected"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [[3]]", "goals/god-halsa.md:3:14 text-expected"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [tre]", "goals/god-halsa.md:3:14 agenda-not-number"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [18]", "goals/god-halsa.md:3:14 agenda-unknown-goal"),
        ("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [0]", "goals/god-halsa.md:3:14 agenda-unknown-goal"),
        ("goals/god-halsa.md", "målvärde: minskande", "målvärde: [1]", "goals/god-halsa.md:6:15 text-expected"),
        ("budget/fordelning.yaml", "växling: 50", "växling: [50]", "budget/fordelning.yaml:11:14 text-expected"),
        ("budget/fordelning.yaml", "växling: 50", "växling: 1e3", "budget/fordelning.yaml:11:14 number-unreadable"),
        ("budget/fordelning.yaml", "roll: förändring", "roll: plus", "budget/fordelning.yaml:6:38 unknown-word"),
        ("budget/fordelning.yaml", "roll: förändring", "roll: [plus]", "budget/fordelning.yaml:6:38 text-expected"),
    ],
)
def test_a_wrong_type_is_reported_at_the_value(small, path, old, new, expected):
    assert expected in small.edited(path, old, new).found()


@pytest.mark.parametrize(
    ("path", "key", "after"),
    [
        ("goals/god-halsa.md", "indikatorer", "---"),
        ("budget/fordelning.yaml", "kolumner", "rader:"),
        ("budget/fordelning.yaml", "rader", ""),
    ],
)
@pytest.mark.parametrize("value", ["text", "{a: b}", "[a, [b]]"])
def test_a_part_of_the_wrong_kind_raises_nothing(small, path, key, after, value):
    text = small.files[path]
    begin = text.index(f"{key}:")
    end = text.index(after, begin) if after else len(text)
    changed = small.having(path, f"{text[:begin]}{key}: {value}\n{text[end:]}")
    assert {each.split()[1] for each in changed.found()} & {
        *("dash-missing", "list-expected", "mapping-expected", "record-expected", "unknown-column")
    }


VALUES = [
    *("[]", "{}", "[a]", "{a: b}", "[[1]]", "[{a: b}]", '""', "~", "9" * 5000, "-", "!x y", "&a b", "*a", "1e3"),
    *(
        "|\n      a",
        "{{ a",
        "[^a]",
        "&#xE000;&#xE100;&#xE001;",
        "[x](http://[)",
        '"\\0"',
        "../../x",
        "<<: *a",
        "'öppen",
    ),
]


STEP = 5
"""Each value is tried on every fifth line, the next value on the lines after those."""


@pytest.mark.parametrize("value", VALUES)
def test_no_value_anywhere_raises_and_all_that_is_found_has_a_place(small, value):
    first = VALUES.index(value) % STEP
    for path, text in small.files.items():
        lines = text.split("\n")
        for number, line in list(enumerate(lines))[first::STEP]:
            key, colon, _ = line.partition(": ")
            lead = f"{key}{colon}" if colon else line[: len(line) - len(line.lstrip(" -"))]
            changed = "\n".join([*lines[:number], lead + value, *lines[number + 1 :]])
            for each in small.having(path, changed).diagnostics():
                assert each.location.file.startswith("content/plan/"), (path, line, each)


# Sections


def test_a_section_that_is_missing_is_reported_where_it_is_listed(small):
    found = small.edited("plan.yaml", "  - inledning", "  - inledning\n  - inledningen").diagnostics()
    (missing,) = [each for each in found if each.code == "file-missing"]
    assert (missing.location.line, missing.location.column) == (18, 5)
    assert dict(missing.parameters) == {"path": "sections/inledningen.md", "near": ""}


def test_a_section_listed_twice_is_reported_and_read_once(small):
    changed = small.edited("plan.yaml", "  - inledning", "  - inledning\n  - inledning")
    assert changed.found() == ["plan.yaml:18:5 section-listed-twice"]
    assert len(changed.read().sections) == 1


def with_parts(small):
    parts = small.edited("plan.yaml", "avsnitt:\n", "förord: hej\nbilagor: [taxa, karta]\navsnitt:\n")
    for name in ("hej", "taxa", "karta"):
        parts = parts.having(f"sections/{name}.md", f"---\ntitel: {name.title()}\n---\nText.\n")
    return parts


def test_foreword_and_appendices_are_sections_that_stand_elsewhere(small):
    plan = with_parts(small).read()
    assert with_parts(small).found() == []
    assert plan.foreword is not None
    assert (plan.foreword.id, [each.id for each in plan.sections]) == ("hej", ["inledning"])
    assert [(each.id, str(each.title)) for each in plan.appendices] == [("taxa", "Taxa"), ("karta", "Karta")]
    assert [each.id for each in every_section(plan)] == ["hej", "inledning", "taxa", "karta"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[taxa, karta]", "[taxa, karta, taxa]", "plan.yaml:17:24"),
        ("[taxa, karta]", "[taxa, karta, inledning]", "plan.yaml:17:24"),
        ("[taxa, karta]", "[taxa, karta, hej]", "plan.yaml:17:24"),
        ("förord: hej", "förord: inledning", "plan.yaml:19:5"),
    ],
)
def test_a_file_is_foreword_section_or_appendix_and_only_once(small, old, new, place):
    found = with_parts(small).edited("plan.yaml", old, new).found()
    assert [each for each in found if "unlisted" not in each] == [f"{place} section-listed-twice"]


def test_an_appendix_that_is_missing_or_no_text_is_told(small):
    found = with_parts(small).edited("plan.yaml", "[taxa, karta]", "[taxa, karta, kartta]").found()
    assert found == ["plan.yaml:17:24 file-missing"]
    found = with_parts(small).edited("plan.yaml", "förord: hej", "förord: [hej]").found()
    assert found == ["plan.yaml:16:9 text-expected", "sections/hej.md file-unlisted"]


def test_a_plan_without_an_outline_has_the_one_that_comes_with_plangen(small):
    bare = small.edited("plan.yaml", "disposition: arsplan\n", "")
    assert (bare.found(), bare.read().outline) == ([], "arsplan")


def test_the_days_that_a_plan_holds_and_what_it_replaces_are_read(small):
    plan = small.edited(
        "plan.yaml", "ram:", "giltig från: 2026-01-01\ngiltig till: 2028-12-31\nersätter: Årsplan *2025*\nram:"
    ).read()
    assert (plan.valid_from, plan.valid_to) == (date(2026, 1, 1), date(2028, 12, 31))
    assert str(plan.replaces) == "Årsplan 2025"


def test_a_plan_without_goals_and_tables_is_a_plan(small):
    text = small.files["plan.yaml"]
    bare = small.having("plan.yaml", text[: text.index("ram:")] + text[text.index("disposition") :])
    bare = bare.having("sections/inledning.md", "---\ntitel: Inledning\n---\n")
    for path in ("goals.yaml", "goals/god-halsa.md", "budget/fordelning.yaml"):
        bare = bare.without(path)
    assert bare.found() == []
    assert bare.read().goals == bare.read().tables == ()


# Budget


def test_files_that_are_no_yaml_are_no_tables(small):
    assert small.having("budget/anteckningar.txt", "x").having("budget/.dold.yaml", "x").found() == []


def test_a_table_that_is_saved_as_text_is_told(small):
    text = small.files["budget/fordelning.yaml"]
    changed = small.without("budget/fordelning.yaml").having("budget/fordelning.yaml.txt", text)
    assert changed.found()[:1] == ["budget/fordelning.yaml.txt file-ending"]


def test_a_table_may_have_an_id_of_its_own_and_another_ending(small):
    text = "id: fordelning\n" + small.files["budget/fordelning.yaml"]
    changed = small.without("budget/fordelning.yaml").having("budget/tabell-1.yml", text)
    assert changed.found() == []


def test_a_table_that_can_not_be_read_keeps_its_id(small):
    changed = small.having("budget/fordelning.yaml", "- a\n")
    assert changed.found() == ["budget/fordelning.yaml:1:1 mapping-expected"]
    assert [table.id for table in changed.read().tables] == ["fordelning"]


def test_a_column_without_properties_is_reported(small):
    changed = small.edited("budget/fordelning.yaml", "kolumner:\n", "kolumner:\n  tom:\n  text: x\n")
    assert [each for each in changed.found() if "expected" in each] == [
        "budget/fordelning.yaml:5:3 record-expected",
        "budget/fordelning.yaml:6:9 record-expected",
    ]


def test_empty_items_of_lists_are_left_out(small):
    changed = small.edited("goals.yaml", "  - god-halsa", "  - god-halsa\n  -\n").edited(
        "plan.yaml", "  - inledning", "  -\n  - inledning"
    )
    assert changed.found() == []


# One run


def test_all_faults_are_found_in_one_run_in_order_of_place(small):
    changed = small.edited("plan.yaml", "år: 2026", "år: x").edited("goals/god-halsa.md", "[3]", "[18]")
    changed = changed.having("sections/inledning.md", "---\ntitel: @x\n---\n[x](ftp://y) [^z]\n")
    _, found = read_plan(changed.source, "content/plan")
    assert [(each.location.file.rpartition("/")[2], each.location.line, each.code) for each in found] == [
        ("god-halsa.md", 3, "agenda-unknown-goal"),
        ("plan.yaml", 4, "year-unreadable"),
        ("inledning.md", 2, "yaml-quote-mark"),
        ("inledning.md", 4, "link-forbidden"),
    ]


def test_a_field_that_must_be_given_and_is_empty_is_told_of_at_its_key(small):
    assert small.edited("goals/god-halsa.md", "titel: God hälsa", "titel:").found() == [
        "goals/god-halsa.md:2:1 field-empty"
    ]
