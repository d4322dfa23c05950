"""What the summary of a case says, group by group: "Mål | Utgick: Låg miljöpåverkan"."""

# ruff: noqa: E501

from __future__ import annotations

from functools import cache

from plangen.brand.brand import DEFAULT
from plangen.document.diff.summary import groups
from plangen.locale.catalogue import catalogue
from plangen.redline import Side, redline
from plangen.source.source import Memory

from .cases import CASES
from .plans import Files, edited, files

BY_NAME = {case.name: case for case in CASES}


SAID: dict[str, tuple[list[str], list[str]]] = {
    "group_of_an_indicator_with_another_target": (
        ["Indikatorer | Ändrades: Trygga på kvällen, Män: Målvärde 80 → 85 (+5)"],
        ["Indikatorer | Ändrades: Trygga på kvällen, Män: Målvärde 85 → 80 (−5)"],
    ),
    "group_of_an_indicator_added": (
        ["Indikatorer | Tillkom: Trygga på kvällen, Unga: Målvärde 50"],
        ["Indikatorer | Utgick: Trygga på kvällen, Unga: Målvärde 50"],
    ),
    "first_group_of_an_indicator_removed": (
        ["Indikatorer | Utgick: Trygga på kvällen, Kvinnor: Målvärde 60"],
        ["Indikatorer | Tillkom: Trygga på kvällen, Kvinnor: Målvärde 60"],
    ),
    "meaning_of_an_abbreviation": (
        ["Planens uppgifter | Ändrades: Förkortningen VA: vatten och avlopp → vatten- och avloppsnätet"],
        ["Planens uppgifter | Ändrades: Förkortningen VA: vatten- och avloppsnätet → vatten och avlopp"],
    ),
    "abbreviation_added": (
        ["Planens uppgifter | Tillkom: Förkortningen TN: tekniska nämnden"],
        ["Planens uppgifter | Utgick: Förkortningen TN: tekniska nämnden"],
    ),
    "column_moved_and_edited": (
        [
            "Budget | Ändrades: Regionledningskontoret: Varav läkemedel och läkemedelstjänster 2026 14 → 15 tkr (+1, summan +1)",
            "Budget | Flyttades: kolumnen Varav läkemedel och läkemedelstjänster 2026: nu efter Beslutad fördelning nettokostnadsram per 2025-01-01",
            "Texten, efter avsnitt | Ändrades: Intern ramfördelning på övergripande nivå: 14 tkr → 15 tkr",
        ],
        [
            "Budget | Ändrades: Regionledningskontoret: Varav läkemedel och läkemedelstjänster 2026 15 → 14 tkr (−1, summan −1)",
            "Budget | Flyttades: kolumnen Varav läkemedel och läkemedelstjänster 2026: nu efter Permanenta budgetväxlingar inför 2026",
            "Texten, efter avsnitt | Ändrades: Intern ramfördelning på övergripande nivå: 15 tkr → 14 tkr",
        ],
    ),
    "heading_put_over_the_rest_of_a_chapter_that_is_edited": (
        ["Avsnitt och tabeller | Tillkom: Trygghet", "Texten, efter avsnitt | Ändrades: Trygghet: 2032 → 2033"],
        [
            "Avsnitt och tabeller | Utgick: Trygghet",
            "Texten, efter avsnitt | Ändrades: Nämndens prioriteringar: 2033 → 2032",
        ],
    ),
    "heading_put_before_a_subsection": (
        [
            "Avsnitt och tabeller | Tillkom: Läsning",
            "Texten, efter avsnitt | Tillkom: Så läses planen: Ord och uttryck.",
        ],
        ["Avsnitt och tabeller | Utgick: Läsning", "Texten, efter avsnitt | Utgick: Så läses planen: Ord och uttryck."],
    ),
    "chapter_parted_in_two": (
        ["Avsnitt och tabeller | Tillkom: Trygghet"],
        ["Avsnitt och tabeller | Utgick: Trygghet"],
    ),
    "budget_row_with_another_name_and_figure": (
        [
            "Budget | Ändrades: Den beslutade ramen: 48,2 mnkr → 48,3 mnkr (+0,1)",
            "Budget | Bytte namn: Vägar och torg: förut Gator; Ändring 1 200 → 1 300 tkr (+100, summan +100); Budget 2027 21 200 → 21 300 tkr (+100, summan +100)",
            "Texten, efter avsnitt | Ändrades: Inledning & läsanvisning: 48,2 mnkr → 48,3 mnkr; 30 700 tkr → 30 800 tkr",
        ],
        [
            "Budget | Ändrades: Den beslutade ramen: 48,3 mnkr → 48,2 mnkr (−0,1)",
            "Budget | Bytte namn: Gator: förut Vägar och torg; Ändring 1 300 → 1 200 tkr (−100, summan −100); Budget 2027 21 300 → 21 200 tkr (−100, summan −100)",
            "Texten, efter avsnitt | Ändrades: Inledning & läsanvisning: 48,3 mnkr → 48,2 mnkr; 30 800 tkr → 30 700 tkr",
        ],
    ),
    "row_of_a_plain_table_moved_and_edited": (
        [
            "Avsnitt och tabeller | Flyttades: Netto: nu först",
            "Avsnitt och tabeller | Ändrades: Ram: Betydelse det som får kosta → vad det får kosta",
        ],
        [
            "Avsnitt och tabeller | Ändrades: Ram: Betydelse vad det får kosta → det som får kosta",
            "Avsnitt och tabeller | Flyttades: Netto: nu efter Ram",
        ],
    ),
    "goal_handed_over_to_another_body": (
        ["Mål | Ändrades: Nämndmål: Trygga gator: Ansvarig Gatuchefen → Driftchefen"],
        ["Mål | Ändrades: Nämndmål: Trygga gator: Ansvarig Driftchefen → Gatuchefen"],
    ),
    "goal_that_no_longer_contributes_to_anything": (
        ["Mål | Ändrades: Nämndmål: Trygga gator: Bidrar till Vision 2040 → –"],
        ["Mål | Ändrades: Nämndmål: Trygga gator: Bidrar till – → Vision 2040"],
    ),
    "goal_replaced_by_another": (
        [
            "Mål | Utgick: Resultatmål: Ökad jämställdhet",
            "Mål | Tillkom: Resultatmål: Öppen styrning",
            "Indikatorer | Utgick: Jämställd organisation: Målvärde ökande",
            "Indikatorer | Tillkom: Svarstid på frågor: Målvärde ökande",
        ],
        [
            "Mål | Utgick: Resultatmål: Öppen styrning",
            "Mål | Tillkom: Resultatmål: Ökad jämställdhet",
            "Indikatorer | Utgick: Svarstid på frågor: Målvärde ökande",
            "Indikatorer | Tillkom: Jämställd organisation: Målvärde ökande",
        ],
    ),
    "pictures_text_edited": (
        [
            "Avsnitt och tabeller | Ändrades: Länets kommuner: bildbeskrivningen Karta över länet → Karta över kommunerna"
        ],
        [
            "Avsnitt och tabeller | Ändrades: Länets kommuner: bildbeskrivningen Karta över kommunerna → Karta över länet"
        ],
    ),
}
"""What the summary says of a case, there and back."""


@cache
def summary_of(name: str, back: bool = False) -> list[str]:
    """The lines of the summary of a case, or of the same the other way round."""
    case = BY_NAME[name]
    old = edited(files(case.plan), case.start)
    sides = [_side(each) for each in (old, edited(old, case.edits))]
    base, head = reversed(sides) if back else sides
    document = redline(base, head, DEFAULT).document
    assert document is not None
    assert document.comparison is not None
    found = groups(document.comparison.differences, catalogue("sv"))
    return [
        f"{group.title} | {line.verb}: {line.name}{f': {line.detail}' if line.detail else ''}".replace("\u00a0", " ")
        for group in found
        for line in group.lines
    ]


def _side(plan: Files) -> Side:
    return Side(Memory({f"content/plan/{name}": content for name, content in plan.items()}), "content/plan", "sida")
