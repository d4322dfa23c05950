from __future__ import annotations

import pytest

from plangen.compose.expressions import Evaluator
from plangen.diagnostics import Diagnostic, Location
from plangen.document.inlines import Expression, Text
from plangen.source.source import Memory

from .plans import FILES, SWEDISH, changed, edited, faults, memory, plan, told

HERE = Location("a.md", 3, 7, 20)
UNKNOWN = ("expression-unknown", "expression-nothing")


def evaluate(source: str, files: Memory | None = None) -> Text | Diagnostic:
    return Evaluator(plan(files), SWEDISH).text(Expression(source, HERE))


def printed(source: str, files: Memory | None = None) -> str:
    result = evaluate(source, files)
    assert isinstance(result, Text), result
    return result.text.replace("\u00a0", "~")


def fault(source: str, files: Memory | None = None) -> tuple[str, dict[str, str]]:
    result = evaluate(source, files)
    assert isinstance(result, Diagnostic), result
    return result.code, {name: value for name, value in result.parameters if name != "source"} | {
        name: value for name, value in result.parameters if name == "source" and result.code not in UNKNOWN
    }


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("budget.drift.summa.ram", "2~995"),
        ("budget.drift.summa.ram | tkr", "2~995~tkr"),
        ("budget.drift.summa.ram|mnkr", "2,995~mnkr"),
        ("budget.drift.summa.ram | kr", "2~995~000~kr"),
        ("budget.drift.museer.nytt", "\u22125"),
        ("budget.drift.scen_konst.in | tkr", "2~000~tkr"),
        ("budget['drift']['scen-konst']['in']", "2~000"),
        ("budget.drift.museer.in + budget.drift.scen_konst.in", "3~000"),
        ("budget.drift.museer.in + budget.drift.scen_konst.in | tkr", "3~000~tkr"),
        ("budget.drift.museer.in - budget.drift.scen_konst.in | mnkr", "\u22121~mnkr"),
        ("(budget.drift.museer.in - budget.drift.museer.in) | tkr", "0~tkr"),
        ("plan.frame | mnkr", "2,995~mnkr"),
        ("plan.frame - budget.drift.summa.ram | kr", "0~kr"),
        ("budget.drift.scen-konst.in", "2~000"),
        ("budget.drift.scen-konst.in-budget.drift.museer.in", "1~000"),
        ("budget.drift.museer.in - budget.drift.scen-konst.in | mnkr(2)", "\u22121,00~mnkr"),
        ("budget.drift.summa.ram | mnkr(0)", "3~mnkr"),
        ("budget.drift.summa.ram | mnkr( 1 )", "3,0~mnkr"),
        ("budget.drift.museer.nytt | mnkr(0)", "0~mnkr"),
        ("budget.drift.summa.ram | decimaler(1)", "2~995,0"),
        ("budget.drift.summa.ram | förändring(budget.drift.summa.in)", "\u22120,2~%"),
        ("budget.drift.summa.ram | change(budget.drift.summa.in, 3)", "\u22120,167~%"),
        ("budget.drift.museer.ram + budget.drift.scen_konst.ram | andel(plan.ram)", "100,0~%"),
        ("budget.drift.museer.in | andel(budget.drift.summa.in, 0)", "33~%"),
        ("mål.bibliotek.titel", "Öppna bibliotek"),
        ("goals.bibliotek.title", "Öppna bibliotek"),
        ("mål.bibliotek.agenda2030", "4, 16.7"),
        ("mål.bibliotek.indikatorer.antal-besok.målvärde", "ökande"),
        ("mål.bibliotek.indicators['antal-besok'].source", "Räknare"),
        ("plan.status", "Utkast"),
        ("plan.title", "Årsplan 2026"),
        ("plan.body ~ ', ' ~ plan.organisation", "Kulturnämnden, Region Exempel"),
        ("plan.year", "2026"),
        ("plan.year + 1", "2027"),
        ("'*a* <b> | {{'", "*a* <b> | {{"),
        ("'över' if budget.drift.museer else 'under'", "över"),
        (r"'två\nrader'", "två rader"),
    ],
)
def test_an_expression_becomes_text(source: str, text: str) -> None:
    assert printed(source) == text


@pytest.mark.parametrize(
    ("source", "name", "near", "allowed"),
    [
        ("nope", "nope", "", "budget, mål, plan"),
        ("budgte.drift.summa.ram", "budgte", "budget", "budget, mål, plan"),
        ("budget.drfit.summa.ram", "drfit", "drift", "drift"),
        ("budget.drift.suma.ram", "suma", "summa", "museer, scen_konst, summa"),
        ("budget.drift.summa.rma", "rma", "ram", "in, nytt, ram"),
        ("budget.drift.suma.ram | tkr", "suma", "summa", "museer, scen_konst, summa"),
        ("budget.drift.summa.ram + budget.drift.musser.ram", "musser", "museer", "museer, scen_konst, summa"),
        ("budget.drift.summa['rma']", "rma", "ram", "in, nytt, ram"),
        ("plan.titlel", "titlel", "titel", "titel, organisation, nämnd, år, status, ram"),
        ("plan.__class__", "__class__", "", "titel, organisation, nämnd, år, status, ram"),
        ("mål.bibliotk.titel", "bibliotk", "bibliotek", "kultur, bibliotek"),
        ("goals.bibliotek.indikatorer.antal_besok.mal", "mal", "målvärde", "namn, målvärde, periodicitet, källa"),
        ("goals.kultur.indikatorer", "indikatorer", "", "titel"),
        ("goals.kul-tor.titel", "kul-tor", "kultur", "kultur, bibliotek"),
        ("range(3)", "range", "", "budget, mål, plan"),
        ("loop", "loop", "", "budget, mål, plan"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_at_any_depth(source: str, name: str, near: str, allowed: str) -> None:
    assert fault(source) == ("expression-unknown", {"name": name, "near": near, "allowed": allowed})


def test_a_figure_that_is_blank_is_no_name() -> None:
    assert fault("budget.drift.scen_konst.nytt") == (
        "expression-unknown",
        {"name": "nytt", "near": "", "allowed": "in, ram"},
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 +",
        "a b",
        "budget.drift.",
        "(1",
        "'a",
        "{% x %}",
        "# c",
        "1, 2",
        "a = 1",
        "}",
    ],
)
def test_what_cannot_be_read_is_told(source: str) -> None:
    code, parameters = fault(source)
    assert code == "expression-syntax"
    assert parameters["source"].removesuffix("…") in source


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("budget", "drift"),
        ("budget.drift", "museer, scen_konst, summa"),
        ("budget.drift.summa", "in, nytt, ram"),
        ("budget.drift.summa | tkr", "in, nytt, ram"),
        ("plan", "titel, organisation, nämnd, år, status, ram"),
    ],
)
def test_what_is_no_single_value_is_told_with_what_stands_below_it(source: str, allowed: str) -> None:
    assert fault(source) == ("expression-no-value", {"source": source, "allowed": allowed})


@pytest.mark.parametrize("source", ["true", "none", "[1]", "{}", "1.5", "self"])
def test_what_is_no_value_of_the_plan_is_told(source: str) -> None:
    assert fault(source) == ("expression-fault", {"source": source})


@pytest.mark.parametrize(
    "source",
    [
        "budget.drift.summa.ram * 2",
        "budget.drift.summa.ram / 2",
        "budget.drift.summa.ram > 3",
        "budget.drift.summa.ram.value",
        "budget.drift.summa.ram.__class__",
        "budget.drift.summa.ram._combined",
        "budget.drift.summa.ram()",
        "budget.drift.summa.ram | decimaler",
        "(budget.drift.summa.ram | tkr) + budget.drift.summa.ram",
        "plan.title.upper()",
        "plan.title[0]",
        "'x' * 10**9",
        "'{:>999999999}'.format(1)",
        "''.__class__.__mro__",
        "().__class__",
        "1 is divisibleby 0",
        "1e999",
        "(" * 300 + "1" + ")" * 300,
        "1+" * 400 + "1",
        "'a' ~ [1]",
        "-plan.title",
    ],
    ids=lambda source: source[:30],
)
def test_what_an_expression_may_not_do_is_told(source: str) -> None:
    code, parameters = fault(source)
    assert code == "expression-fault"
    assert parameters["source"].removesuffix("…") == source[:80]


@pytest.mark.parametrize(
    ("source", "character"), [(r"'\x00'", "U+0000"), (r"'\ue000'", "U+E000"), (r"'\ud800'", "U+D800")]
)
def test_no_forbidden_character_comes_in_by_an_escape(source: str, character: str) -> None:
    assert fault(source) == ("character-forbidden", {"character": character})


def test_a_unit_that_is_no_money_is_told() -> None:
    source = edited(
        edited(memory(), "budget/drift.yaml", "enhet: tkr", "enhet: årsarbetare"),
        "plan.yaml",
        ", tabell: drift, kolumn: ram",
        "",
    )
    assert printed("budget.drift.summa.ram", source) == "2~995"
    assert fault("budget.drift.summa.ram | tkr", source)[0] == "expression-unit"


def test_columns_whose_names_are_no_names_are_spelled_with_underscores() -> None:
    source = edited(memory(), "budget/drift.yaml", "  nytt: {", "  nya pengar: {")
    source = edited(source, "budget/drift.yaml", "    nytt: -5", "    nya pengar: -5")
    assert printed("budget.drift.museer.nya_pengar", source) == "\u22125"


def test_titles_are_told_with_their_own_expressions_in_place() -> None:
    source = edited(
        memory(), "plan.yaml", "titel: Årsplan 2026", "titel: 'Plan *{{ plan.year }}* {{ plan.frame | tkr }}'"
    )
    assert printed("plan.title", source) == "Plan 2026 2~995~tkr"


def test_a_title_that_tells_of_itself_is_told() -> None:
    source = edited(memory(), "plan.yaml", "titel: Årsplan 2026", "titel: 'Plan {{ plan.title }}'")
    found = evaluate("plan.title", source)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.location.file, found.location.line) == ("expression-circle", "content/plan/plan.yaml", 1)


def test_titles_that_tell_of_each_other_are_told() -> None:
    source = edited(memory(), "goals.yaml", "titel: Kultur i hela länet", "titel: '{{ mål.bibliotek.titel }}'")
    source = edited(source, "goals/bibliotek.md", "Öppna bibliotek", "'{{ mål.kultur.titel }}'")
    assert {told(each)[:3] for each in faults(source)} == {
        ("expression-circle", "goals.yaml", 6),
        ("expression-circle", "goals/bibliotek.md", 2),
    }


def test_a_field_that_is_at_fault_is_a_fault_of_whom_it_is_told_by() -> None:
    """Else its text would be missing there without a word."""
    source = edited(memory(), "goals.yaml", "titel: Kultur i hela länet", "titel: 'Kultur {{ plan.inget }}'")
    found = evaluate("mål.kultur.titel", source)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.location.file) == ("expression-unknown", "content/plan/goals.yaml")


def test_a_percentage_of_nothing_is_told() -> None:
    zero = "budget.drift.museer.in - budget.drift.museer.in"
    assert fault(f"budget.drift.museer.in | förändring({zero})")[0] == "expression-percent"
    assert fault(f"budget.drift.museer.in | andel({zero})")[0] == "expression-percent"
    assert fault("budget.drift.museer.nytt | förändring(budget.drift.museer.in)")[0] == "expression-percent"


def test_a_plan_without_a_frame_has_none_to_tell_of() -> None:
    frame = next(line for line in FILES["plan.yaml"].splitlines(keepends=True) if line.startswith("ram:"))
    assert fault("plan.frame", edited(memory(), "plan.yaml", frame, ""))[0] == "expression-unknown"


def test_one_expression_does_not_use_up_the_next() -> None:
    evaluator = Evaluator(plan(), SWEDISH)
    long = Expression("'a' ~ " * 100 + "'a'", HERE)
    assert {evaluator.text(long) for _ in range(50)} == {Text("a" * 101)}


def test_fields_of_the_plan_have_the_names_of_its_language() -> None:
    assert printed("plan.titel") == printed("plan.title")
    assert printed("plan.nämnd") == printed("plan.body")
    assert printed("plan.år") == printed("plan.year")


COMPUTED = """\
titel: Drift
enhet: tkr
kolumner:
  a: {rubrik: A, decimaler: 1}
  b: {rubrik: B}
  förändring: {roll: förändring i procent, mellan: [a, b]}
  andel: {roll: andel, av: b}
  skillnad: {rubrik: Skillnad, roll: summa, summerar: [b, -a]}
rader:
  - {namn: X, a: 3, b: 4}
  - {namn: Y, a: 5, b: 6}
  - {namn: D, roll: delsumma}
  - {namn: Z, tecken: minus, a: 1, b: 1}
  - {namn: Summa, roll: summa}
  - {namn: Kvot, roll: nyckeltal, enhet: kr, a: "7,25"}
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("budget.drift.x.a", "3,0"),
        ("budget.drift.x.förändring", "33,3"),
        ("budget.drift.x.andel", "44,4"),
        ("budget.drift.d.skillnad | tkr", "2~tkr"),
        ("budget.drift.summa.b | mnkr", "0,009~mnkr"),
        ("budget.drift.summa.andel", "100,0"),
        ("budget.drift.kvot.a", "7,25"),
        ("budget.drift.x.b + budget.drift.kvot.a | kr", "4~007,25~kr"),
    ],
)
def test_every_figure_that_a_table_shows_can_be_told(expression: str, expected: str) -> None:
    source = edited(memory(), "plan.yaml", ", tabell: drift, kolumn: ram", "")
    assert printed(expression, changed(source, budget__drift_yaml=COMPUTED)) == expected


GROUPS = """\
---
titel: Öppna bibliotek
agenda2030: [4]
ansvarig: Kulturchefen
indikatorer:
  - namn: Sjukfrånvaro
    id: franvaro
    enhet: "%"
    målvärde: 100 %
    utfall 2025: 6,0
    "2026": "5,5"
    grupper:
      - {namn: Kvinnor, målvärde: "≥ 5"}
aktiviteter:
  - {namn: Läsgaranti, när: Hösten 2027, status: pågår}
---
Text.
"""
COLUMNS = "indikatorkolumner: {namn: {}, målvärde: {}, utfall 2025: {}, '2026': {}, källa: {}}\nmål:"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("mål.bibliotek.ansvarig", "Kulturchefen"),
        ("mål.bibliotek.indikatorer.franvaro.målvärde", "100 %"),
        ("mål.bibliotek.indikatorer.franvaro.utfall_2025", "6,0"),
        ("mål.bibliotek.indikatorer.franvaro['2026']", "5,5"),
        ("mål.bibliotek.indikatorer.franvaro.utfall_2025 - mål.bibliotek.indikatorer.franvaro.2026", "0,5"),
        ("mål.bibliotek.indikatorer.franvaro.grupper.kvinnor.målvärde", "≥ 5"),
        ("mål.bibliotek.indikatorer.franvaro.utfall_2025 | decimaler(0)", "6"),
        ("mål.bibliotek.aktiviteter.lasgaranti.när", "Hösten 2027"),
        ("mål.bibliotek.aktiviteter.lasgaranti.status", "pågår"),
    ],
)
def test_a_goal_and_what_belongs_to_it_can_be_told(expression: str, expected: str) -> None:
    source = edited(changed(memory(), goals__bibliotek_md=GROUPS), "goals.yaml", "\nmål:", "\n" + COLUMNS)
    assert printed(expression, source) == expected
