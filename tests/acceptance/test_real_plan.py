"""The real plan says what its source says: titles, numbers, lists, indicators, notes and every figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from plangen.build import Examined, examine
from plangen.diagnostics import Severity
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference
from plangen.document.nodes import Block, BulletList, Cell, Paragraph, Section, Table, TableOfContents
from plangen.document.walk import every_block, every_inline, plain_text, texts
from plangen.locale.catalogue import catalogue
from plangen.source.source import Folder

ROOT = Path(__file__).parents[2]
PLAN = "content/regionstyrelsen-2026"
Kind = TypeVar("Kind", bound=Block)

HEADINGS = [
    ("1", "Inledning"),
    ("2", "Nämndens uppdrag"),
    ("3", "För nämnden relevanta styrande dokument"),
    ("4", "Nämndens omvärldsfaktorer: möjligheter och utmaningar"),
    ("5", "Nämndens prioriteringar"),
    ("6", "Nämndens resultatmål och indikatorer"),
    ("6.1", "Effektmål: Trygga och nöjda invånare"),
    ("6.1.1", "Resultatmål: Innovation och digitalisering med kvalitet och nytta"),
    ("6.1.2", "Resultatmål: Tillgänglig och säkrad information"),
    ("6.2", "Effektmål: Attraktivt och hållbart Värmland"),
    ("6.2.1", "Resultatmål: Värmlänningarna ska veta vad Region Värmland är och gör"),
    ("6.2.2", "Resultatmål: Stärkt systematik och styrning i hållbarhetsarbetet"),
    ("6.3", "Effektmål: God, jämlik och jämställd hälsa"),
    ("6.3.1", "Resultatmål: Stärkta mänskliga rättigheter"),
    ("6.4", "Effektmål: Hållbar organisation"),
    ("6.4.1", "Resultatmål: Ekonomi i balans"),
    ("6.4.2", "Resultatmål: Attraktiv arbetsgivare"),
    ("6.4.3", "Resultatmål: Hållbar arbetsmiljö"),
    ("6.4.4", "Resultatmål: Ökad jämställdhet"),
    ("6.4.5", "Resultatmål: Minskad resursförbrukning"),
    ("6.4.6", "Resultatmål: Låg miljöpåverkan"),
    ("6.4.7", "Resultatmål: Hållbar fastighetsutveckling"),
    ("6.4.8", "Resultatmål: Planeringsinriktning för civil beredskap"),
    ("7", "Intern ramfördelning på övergripande nivå"),
]

DOCUMENTS = [
    "Värmlandsstrategin 2040",
    "Miljöplan 2026–2029 (ny miljöplan antas under 2025)",
    "Arkivreglemente",
    "Agenda 2030",
    "Regional krisberedskapsplan",
    "Uppsiktsplikt (riktlinje)",
    "Kommunikation och påverkan (policy)",
    "Reglemente för god ekonomisk hushållning, resultatutjämningsreserv och resultatreserv",
    "Personalpolitisk plan",
    "Säkerhetspolicy",
    "Samverkansavtal Värmland",
    "Jämställdhetsintegrering i enlighet med CEMR-deklarationen 2024–2028 (plan)",
    "Barnrätt – en plan för barns bästa",
    "Strategisk fastighetsförvaltning (plan)",
    "Inköpsstrategi",
    "Användning av AI (policy)",
    "Energi (plan)",
    "Elhandel (plan)",
    "Träbyggnadsplan",
    "Resor och möten (riktlinje)",
]

AGENDA = {
    "6.1.1": [3, 5, 10, 11],
    "6.1.2": [16],
    "6.2.1": [8, 16],
    "6.2.2": [3, 4, 5, 8, 10, 11, 16],
    "6.3.1": [3, 4, 5, 8, 10, 11, 16],
    "6.4.1": [8],
    "6.4.2": [8],
    "6.4.3": [8],
    "6.4.4": [3, 5, 8, 10, 11, 16],
    "6.4.5": [2, 7, 9, 11, 12],
    "6.4.6": [2, 3, 5, 6, 11, 13, 15],
    "6.4.7": [7, 9, 10, 11, 12],
    "6.4.8": [3, 11],
}

AGENDA_NAMES = {
    2: "Ingen hunger",
    3: "God hälsa och välbefinnande",
    4: "God utbildning för alla",
    5: "Jämställdhet",
    6: "Rent vatten och sanitet",
    7: "Hållbar energi för alla",
    8: "Anständiga arbetsvillkor och ekonomisk tillväxt",
    9: "Hållbar industri, innovationer och infrastruktur",
    10: "Minskad ojämlikhet",
    11: "Hållbara städer och samhällen",
    12: "Hållbar konsumtion och produktion",
    13: "Bekämpa klimatförändringarna",
    15: "Ekosystem och biologisk mångfald",
    16: "Fredliga och inkluderande samhällen",
}

SAM = (
    "Årlig uppföljning Systematisk arbetsmiljöarbete (SAM), uppgift kommer att kunna erhållas i SAM-modulen. "
    "Datakälla: Stratsys, SAM-modul"
)
SURVEY = "Resultat erhålls från medarbetarenkäten som genomförs en gång per år."

INDICATORS = {
    "6.1.1": [
        ("Andel digitaliseringsåtgärder enligt plan", "ökande", "År", "Manuell kontroll, Digitaliseringsportföljen"),
        (
            "Andel medarbetare som upplever att organisationen främjar utveckling och innovation",
            "ökande",
            "År",
            "Enkät",
        ),
    ],
    "6.1.2": [
        ("Andel informationshanteringsplaner", "100 %", "År", "Per nämnd/Platina"),
        ("Andel samlade arkivredovisningar", "ökande", "År", "Per nämnd"),
        ("Antal genomgångna informationssäkerhetsutbildningar", "ökande", "År", "Utbildningsplattformen"),
        (
            "Antal genomförda informationsklassningar och riskanalyser med tillhörande åtgärder",
            "ökande",
            "År",
            "Manuell beräkning",
        ),
    ],
    "6.2.1": [("Andel neutrala och positiva artiklar", "ökande", "År", "Medieanalys")],
    "6.2.2": [("Hållbarhetssäkrade beslut - i rätt ärenden och med god kvalitet", "ökande", "År", "Platina")],
    "6.3.1": [("Antal genomförda barnkonsekvensanalyser (BKA)", "ökande", "År", "Platina")],
    "6.4.1": [
        ("Nettokostnad mot budget", "0", "Månad", "Raindance"),
        ("Bemanningskostnad mot budget", "0", "År", "Raindance"),
        ("Nyttjandegrad i e-handelssystemet", "ökande", "År", "Raindance"),
    ],
    "6.4.2": [
        ("Hållbart medarbetarengagemang (HME) – totalindex", "ökande", "År", SURVEY),
        ("Omräknade heltider tillsvidareanställda", "*", "Månad", "Heroma"),
        ("Omräknade heltider visstidsanställda", "*", "Månad", "Heroma"),
    ],
    "6.4.3": [
        ("Sjukfrånvarokvot", "Bibehållen eller minskande", "Månad", "Heroma"),
        ("Andel chefer som genomfört skyddsrond medarbetare", "100 %", "År", SAM),
        ("Andel chefer som genomfört skyddsrond för underliggande chefer", "100 %", "År", SAM),
    ],
    "6.4.4": [("Jämställd organisation", "ökande", "År", "Jämställdhetsindex (Jämix)")],
    "6.4.5": [("Materialåtervinningsgrad", "ökande", "År", "Mätning restavfall Regionens hus")],
    "6.4.6": [("Mängd använd energi", "minskande", "År", "Miljöredovisning")],
    "6.4.7": [("Förbättrad nyttjandegrad av fastighetsbeståndet", "ökande", "År", "Faciliate")],
    "6.4.8": [
        ("Samverkan och ledning", "Genomfört", "År", "Aktivitetsredovisning*"),
        ("Försörjningsberedskap", "Genomfört", "År", "Aktivitetsredovisning*"),
    ],
}

COLUMNS = [
    "Nettokostnadsramens fördelningsgrund",
    "Beslutad fördelning nettokostnadsram per 2025-01-01",
    "Permanenta budgetväxlingar 2025 t o m oktober",
    "Återväxlingar inför 2026, tillfälliga växlingar 2025",
    "Permanenta budgetväxlingar inför 2026",
    "Varav läkemedel och läkemedelstjänster 2026",
    "Fördelning RS nettokostnadsram per 2026-01-01",
]

ALLOCATION = {
    "Regionledningskontoret": ["1 363 720", "25 337", "", "112 050", "14", "1 501 107"],
    "Region Värmland gemensamt": ["343 010", "−570", "", "1 155", "", "343 595"],
    "Regionstyrelsen politik": ["51 541", "−1 129", "2 831", "2 016", "", "55 259"],
    "Summa": ["1 758 271", "23 638", "2 831", "115 221", "14", "1 899 961"],
}


@cache
def plan() -> Examined:
    return examine(Folder(ROOT), PLAN)


def document() -> Document:
    found = plan().document
    assert found is not None
    return found


def every(kind: type[Kind]) -> list[Kind]:
    return [each for each in every_block(document()) if isinstance(each, kind)]


def section(number: str) -> Section:
    return next(each for each in every(Section) if each.heading.number == number)


def below(parent: Section, kind: type[Kind]) -> Iterator[Kind]:
    return (each for each in every_block(parent) if isinstance(each, kind))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def printed(cell: Cell) -> str:
    marks = "".join(each.mark for each in every_inline(cell.inlines) if isinstance(each, FootnoteReference))
    return plain(plain_text(cell.inlines) + marks)


def items(bullets: BulletList) -> list[str]:
    return [plain(" ".join(plain_text(line) for each in item.blocks for line in texts(each))) for item in bullets.items]


def allocation() -> Table:
    return next(each for each in every(Table) if each.role == "budget")


# Headings


def test_the_numbered_headings_stand_in_order_with_their_titles() -> None:
    found = [(each.heading.number, plain(plain_text(each.heading.inlines))) for each in every(Section)]
    assert [each for each in found if each[0]] == HEADINGS
    assert len(HEADINGS) == 24


def test_the_level_of_a_numbered_heading_is_that_of_its_number() -> None:
    assert all(
        each.heading.level == each.heading.number.count(".") + 1 for each in every(Section) if each.heading.number
    )


@pytest.mark.parametrize("number", AGENDA)
def test_a_result_goal_has_description_and_agenda_one_level_below_without_numbers(number: str) -> None:
    inner = [each for each in section(number).blocks if isinstance(each, Section)]
    assert [plain_text(each.heading.inlines) for each in inner] == [
        "Beskrivning",
        "Bidrar till de globala målen i Agenda 2030",
    ]
    assert [each.heading.level for each in inner] == [4, 4]
    assert not any(each.heading.numbered or each.heading.listed for each in inner)


def test_there_are_26_headings_without_numbers_and_no_more() -> None:
    assert sum(not each.heading.number for each in every(Section)) == 26


def test_the_contents_list_has_the_numbered_headings_and_no_other() -> None:
    (contents,) = every(TableOfContents)
    assert [(each.number, plain(plain_text(each.inlines))) for each in contents.entries] == HEADINGS
    assert [each.target for each in contents.entries] == [each.id for each in every(Section) if each.heading.number]


# Lists


def test_the_governing_documents_are_listed_to_the_letter() -> None:
    (bullets,) = below(section("3"), BulletList)
    assert items(bullets) == DOCUMENTS
    assert len(DOCUMENTS) == 20


def test_the_allocations_of_the_frame_are_listed() -> None:
    (bullets,) = below(section("7"), BulletList)
    assert [each.split(" mnkr")[0] for each in items(bullets)] == ["50", "27", "35", "3"]


@pytest.mark.parametrize("number", AGENDA)
def test_the_agenda_goals_of_a_result_goal_are_listed_with_their_official_names(number: str) -> None:
    (bullets,) = below(section(number), BulletList)
    assert items(bullets) == [f"Mål {each} {AGENDA_NAMES[each]}" for each in AGENDA[number]]
    assert [item.value for item in bullets.items] == [str(each) for each in AGENDA[number]]


def test_there_are_49_links_to_agenda_goals() -> None:
    lists = [each for each in every(BulletList) if each.role == "agenda"]
    assert sum(len(each.items) for each in lists) == sum(map(len, AGENDA.values())) == 49


# Indicators


@pytest.mark.parametrize("number", INDICATORS)
def test_the_indicators_of_a_result_goal_are_those_of_the_source(number: str) -> None:
    (table,) = below(section(number), Table)
    assert [printed(cell) for cell in table.head[0].cells] == ["Indikatorer", "Målvärde", "Periodicitet", "Källa"]
    assert [tuple(printed(cell) for cell in row.cells) for row in table.rows] == INDICATORS[number]


def test_there_are_24_indicators_in_13_tables_of_four_columns() -> None:
    tables = [each for each in every(Table) if each.role == "indicators"]
    assert len(tables) == 13
    assert {len(each.columns) for each in tables} == {4}
    assert sum(len(each.rows) for each in tables) == 24


def test_indicator_tables_carry_a_caption_for_screen_readers_only() -> None:
    tables = [each for each in every(Table) if each.role == "indicators"]
    assert all(plain_text(each.caption).startswith("Indikatorer för ") for each in tables)
    assert not any(each.caption_visible or each.numbered for each in tables)


def test_two_indicators_share_one_note() -> None:
    (table,) = below(section("6.4.2"), Table)
    (note,) = table.notes
    assert note.mark == "*"
    assert plain_text(note.inlines) == "Utvecklingen av omräknade heltider för tillsvidare- och visstidsanställda följs"
    marks = [each for row in table.rows for each in row.cells[1].inlines if isinstance(each, FootnoteReference)]
    assert [(each.note, each.mark) for each in marks] == [(note.id, "*"), (note.id, "*")]


def test_no_other_table_has_a_note_and_the_document_has_none() -> None:
    assert [each.id for each in every(Table) if each.notes] == ["attraktiv-arbetsgivare.indicators"]
    assert document().notes == ()


# The allocation


def test_the_allocation_is_the_one_numbered_table() -> None:
    numbered = [(each.id, each.label, each.number) for each in every(Table) if each.numbered]
    assert numbered == [("ramfordelning", "Tabell", "1")]
    caption = "Nämndens beslutade fördelning av tilldelad nettokostnadsram 2026, tkr"
    assert plain(plain_text(allocation().caption)) == caption


def test_the_columns_of_the_allocation_are_those_of_the_source() -> None:
    assert [printed(cell) for cell in allocation().head[0].cells] == COLUMNS
    assert [column.role for column in allocation().columns] == [
        "name",
        "opening",
        "change",
        "change",
        "change",
        "whereof",
        "closing",
    ]


@pytest.mark.parametrize("name", ALLOCATION)
def test_every_figure_of_the_allocation_is_printed_and_typed(name: str) -> None:
    row = next(each for each in allocation().rows if printed(each.cells[0]) == name)
    expected = [text.replace(" ", "\u00a0") for text in ALLOCATION[name]]
    assert [plain_text(cell.inlines) for cell in row.cells[1:]] == expected
    values = [Decimal(text.replace(" ", "").replace("−", "-")) if text else None for text in ALLOCATION[name]]
    assert [cell.value for cell in row.cells[1:]] == values
    blank = [cell for cell in row.cells[1:] if cell.value is None]
    assert all(cell.empty == catalogue("sv").labels["empty-figure"] and not cell.inlines for cell in blank)


def test_the_allocation_has_these_rows_and_no_others() -> None:
    assert [printed(row.cells[0]) for row in allocation().rows] == list(ALLOCATION)
    assert [row.role for row in allocation().rows] == ["", "", "", "total"]


def test_the_allocation_adds_up_by_row_and_column_and_the_whereof_is_never_added() -> None:
    rows = [[cell.value or Decimal(0) for cell in row.cells[1:]] for row in allocation().rows]
    numbers = [[each for each in row if isinstance(each, Decimal)] for row in rows]
    for opening, *changes, _, closing in numbers:
        assert opening + sum(changes) == closing
    *parts, total = numbers
    assert [sum(column) for column in zip(*parts, strict=True)] == total
    assert total[-1] == Decimal(1_899_961)


def test_the_decided_frame_stands_before_the_allocation_and_stays_with_it() -> None:
    blocks = section("7").blocks
    line = blocks[blocks.index(allocation()) - 1]
    assert isinstance(line, Paragraph)
    text = plain(plain_text(line.inlines))
    decided = "Nettokostnadsram 2026: 1 899 961 tkr (beslut RF 11 juni 2025)."
    assert text == f"{decided} Summa i tabellen: 1 899 961 tkr."
    assert line.keep_with_next


def test_the_text_refers_to_the_allocation_by_its_number() -> None:
    assert any("se tabell 1." in plain(plain_text(each.inlines)) for each in below(section("7"), Paragraph))


# The whole


def test_nothing_is_found_but_what_the_source_has_at_fault() -> None:
    """Two marks have no note, and of an amount in a list the table says another."""
    found = [(each.code, each.severity, dict(each.parameters)) for each in plan().diagnostics]
    assert found[:2] == [("mark-without-note", Severity.WARNING, {"text": "Aktivitetsredovisning*"})] * 2
    (differing,) = found[2:]
    assert differing[:2] == ("amount-list-row-differs", Severity.WARNING)
    assert differing[2]["row"] == "Region Värmland gemensamt"
    assert plan().sound


def test_nothing_that_is_not_known_is_invented() -> None:
    roles = {line.role for line in document().metadata.cover}
    assert not roles & {"date", "paragraph", "case-number", "version"}
    assert document().metadata.date == ""


def test_the_cover_says_that_this_is_an_example_and_not_the_decided_document() -> None:
    (notice,) = (plain_text(line.inlines) for line in document().metadata.cover if line.role == "notice")
    for said in ("Exempel", "Region Värmland", "nyskriven", "inte det beslutade dokumentet"):
        assert said in notice


def test_every_id_is_given_once() -> None:
    ids = [each.id for each in every_block(document())]
    assert len(set(ids)) == len(ids)


def test_figures_and_words_of_every_table_fit_their_columns() -> None:
    assert all(min(column.width for column in each.columns) > 0 for each in every(Table))
    widths = {tuple(column.width for column in each.columns) for each in every(Table) if each.role == "indicators"}
    assert len(widths) == 1
    assert allocation().landscape
