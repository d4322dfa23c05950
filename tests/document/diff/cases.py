"""Real plans as their writers edit them, and exactly what is marked then; each also from the later to the earlier.

What is listed is all that is marked: renumbering, the contents list, and what references print never are.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from dataclasses import dataclass

from .plans import Edit, Files, after, body, end, files, put, rename, take, write

RS, SMALL = "regionstyrelsen-2026", "liten-plan"
ECONOMY, EQUALITY = "goals/ekonomi-i-balans.md", "goals/jamstalldhet.md"
EMPLOYER, SURROUNDINGS = "goals/attraktiv-arbetsgivare.md", "goals/hallbar-arbetsmiljo.md"
INTRODUCTION, DOCUMENTS = "sections/inledning.md", "sections/styrande-dokument.md"
WORLD, SHARES = "sections/omvarldsfaktorer.md", "sections/intern-ramfordelning.md"
BUDGET, RUNNING = "budget/ramfordelning.yaml", "budget/driftbudget.yaml"

FIRST_LINE = "titel: Inledning & läsanvisning\n---\n"
COMMON = """  - namn: Region Värmland gemensamt
    ingående: 343 010
    växlingar_2025: -570
    växlingar_2026: 1 155
"""
LINKED = "{{ budget.ramfordelning.regionledningskontoret.läkemedel | tkr }}"
MEDICINES = "  läkemedel: {rubrik: Varav läkemedel och läkemedelstjänster 2026, roll: varav}\n"
STAFFING = """  - namn: Bemanningskostnad mot budget
    målvärde: 0
    periodicitet: År
    källa: Raindance
"""
USE = "    målvärde: ökande\n    periodicitet: År\n    källa: Raindance\n"
SEX_RATIO = "  - namn: Könsfördelning bland chefer\n    målvärde: 40–60 %\n    periodicitet: År\n    källa: Heroma\n"
GENERAL = (
    "- 35 mnkr i generell uppräkning, varav regionledningskontoret får 33,5 mnkr och Region Värmland gemensamt får "
    "1,5 mnkr.\n"
)
ELECTRICITY = "  - namn: Elhandel\n    typ: plan\n"
INVESTMENTS = """titel: Investeringar
enhet: tkr
kolumner:
  utgift: {rubrik: Utgift}
rader:
  - namn: Broar
    utgift: 100
  - namn: Vägar
    utgift: 200
  - namn: Summa
    roll: summa
"""
OPENNESS = """---
titel: Öppen styrning
agenda2030: [16]
indikatorer:
  - namn: Svarstid på frågor
    målvärde: ökande
    periodicitet: År
    källa: Medieanalys
---
Alla som frågar nämnden något ska få ett svar som går att förstå, och få det inom två dagar.
"""
FAIR = (
    "Vi vill att alla i länet ska ha samma möjligheter. Nämnden arbetar därför med att se över lönerna, med att bredda "
    "rekryteringen och med att göra det lättare för föräldrar att arbeta heltid. Målet följs upp i årsredovisningen "
    "och i den årliga enkäten till medarbetarna."
)
ACTIVITY = "  - namn: Vi inför ett nytt inköpsstöd.\n    när: våren 2026\n"
ACTIVITIES = f"aktiviteter:\n  - namn: Vi följer upp kostnaderna varje månad.\n    när: 2026\n{ACTIVITY}"
BEGINS = "---\nRegion Värmland ska driva"
NESTED = "\n\n- Arbetsutskottet\n  - Ekonomi\n  - Personal\n- Hållbarhetsutskottet"
YEARS = """titel: Plan för åren
enhet: tkr
kolumner:
  budget_2026: {rubrik: Budget 2026}
  plan_2027: {rubrik: Plan 2027}
rader:
  - namn: Broar
    budget_2026: 100
    plan_2027: 200
"""
NEW_EFFECT = (
    "  - id: nytt\n    titel: Ett nytt effektmål\n    mål:\n      - jamstalldhet\n  - id: hallbar-organisation\n"
)
CARE_OLD = "vi även i framtiden erbjuda värmlänningarna god hälso- och sjukvård"
CARE_NEW = "Region Värmland också framöver ge invånarna en god och nära vård"
SHORT_TABLE = "| A | B |\n|---|---|\n| ett | två |\n| tre | fyra |"
OTHER_TABLE = "| C | D | E |\n|---|---|---|\n| fem | sex | sju |\n| åtta | nio | tio |"
TABLES = f"\n\n{SHORT_TABLE}\n\nMellan tabellerna.\n\n{OTHER_TABLE}"
ANSWERS = "\n\n- Ja\n- Nej\n- Ja\n- Kanske"
NOTE = (put(ECONOMY, "har beslutats. Bara", "har beslutats.[^a] Bara"), end(ECONOMY, "\n\n[^a]: Se regionplanen."))
LINK = (put(ECONOMY, "ekonomisk hållbarhet.", "[ekonomisk hållbarhet](https://a.example)."),)
HALF_NEW = (
    "Nämnderna följer varje månad upp utfallet mot budgeten och beslutar om åtgärder när den inte hålls. Det är en "
    "förutsättning för att regionen ska kunna utveckla vården och de andra verksamheter som invånarna har rätt till."
)
HALF_OLD = (
    "Det betyder att verksamheten ska hålla sig inom de ekonomiska ramar som har beslutats. Bara med god ekonomisk "
    "hushållning kan vi även i framtiden erbjuda värmlänningarna god hälso- och sjukvård, tandvård inräknad, liksom "
    "kollektivtrafik, regional utveckling, kultur och bildning."
)


def picture(shade: int) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    rest = chunk(b"IDAT", zlib.compress(bytes((0, shade)))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rest


PRIORITIES = "sections/prioriteringar.md"
CRIME = "Välfärdsbrottslighet" + str(files(RS)[PRIORITIES]).split("\nVälfärdsbrottslighet")[1]
STREETS = "goals/trygga-gator.md"
GROUPS = """  - namn: Trygga på kvällen
    periodicitet: År
    källa: Enkäten
    grupper:
      - namn: Kvinnor
        målvärde: 60
      - namn: Män
        målvärde: 80
      - namn: Alla
        målvärde: 70
"""
GROUPED = (after(STREETS, "    källa: Driftsystemet\n", GROUPS),)
ANSWERED = (
    put(STREETS, "agenda2030: [11]\n", "agenda2030: [11]\nansvarig: Gatuchefen\nbidrar till:\n  - Vision 2040\n"),
)
ABBREVIATED = (
    put("plan.yaml", "disposition: arsplan\n", "disposition: arsplan\nförkortningar:\n  VA: vatten och avlopp\n"),
    put("goals.yaml", "Rent vatten till alla", "Bra VA till alla"),
)
MAP = (
    write("bilder/karta.png", picture(10)),
    end(INTRODUCTION, '\n\n![Karta över länet](bilder/karta.png "Länets kommuner")'),
)


def decomposed(file: str) -> Edit:
    """Writes a file's letters with their marks apart."""

    def edit(plan: Files) -> Files:
        return {**plan, file: unicodedata.normalize("NFD", str(plan[file]))}

    return edit


def swapped(file: str, one: int, other: int) -> Edit:
    """Swaps two paragraphs of a file's text."""

    def edit(plan: Files) -> Files:
        front, text = str(plan[file]).split("\n---\n", 1)
        paragraphs = text.strip().split("\n\n")
        paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
        return {**plan, file: front + "\n---\n" + "\n\n".join(paragraphs) + "\n"}

    return edit


@dataclass(frozen=True)
class Case:
    """What is edited, and what is marked then. `back`: what is marked the other way, if not the same turned round."""

    name: str
    edits: tuple[Edit, ...]
    marks: list[str]
    back: list[str] | None = None
    plan: str = RS
    start: tuple[Edit, ...] = ()


CASES = [
    Case("nothing", (), []),
    # Sections and goals
    Case(
        "section_inserted_first",
        (
            write("sections/ny.md", "---\ntitel: Internkontroll\n---\nNämnden ska ha en plan för internkontroll.\n"),
            put("plan.yaml", "  - inledning\n", "  - ny\n  - inledning\n"),
        ),
        ["+ section: Internkontroll"],
    ),
    Case(
        "section_moved",
        (put("plan.yaml", "  - uppdrag\n", ""), after("plan.yaml", "  - omvarldsfaktorer\n", "  - uppdrag\n")),
        ["< section: Nämndens uppdrag", "> section: Nämndens uppdrag"],
    ),
    Case(
        "section_removed",
        (take("sections/styrande-dokument.md"), put("plan.yaml", "  - styrande-dokument\n", "")),
        ["- section: För nämnden relevanta styrande dokument"],
    ),
    Case(
        "section_replaced_by_another",
        (
            put("plan.yaml", "  - uppdrag\n", "  - ansvar\n"),
            take("sections/uppdrag.md"),
            write("sections/ansvar.md", "---\ntitel: Ansvar\n---\nNämnden ansvarar för allt annat.\n"),
        ),
        ["- section: Nämndens uppdrag", "+ section: Ansvar"],
    ),
    Case(
        "sections_text_rewritten",
        (
            body(
                "sections/uppdrag.md",
                "Nämnden ansvarar för ledning.\n\nDen förbereder ärenden till fullmäktige och har uppsikt.",
            ),
        ),
        [
            "- paragraph: Regionstyrelsen leder och samordnar Reg…",
            "+ paragraph: Nämnden ansvarar för ledning.",
            "+ paragraph: Den förbereder ärenden till fullmäktige…",
        ],
    ),
    Case(
        "heading_alone_edited",
        (put("sections/uppdrag.md", "Nämndens uppdrag", "Nämndens uppdrag och ansvar"),),
        ["heading: [+ och ansvar+]"],
    ),
    Case(
        "sections_file_renamed",
        (rename("sections/uppdrag.md", "sections/ansvar.md"), put("plan.yaml", "  - uppdrag\n", "  - ansvar\n")),
        [],
    ),
    Case(
        "goal_moved_to_another_effect_goal",
        (
            put("goals.yaml", "      - jamstalldhet\n", ""),
            after("goals.yaml", "      - manskliga-rattigheter\n", "      - jamstalldhet\n"),
        ),
        ["> section: Resultatmål: Ökad jämställdhet", "< section: Resultatmål: Ökad jämställdhet"],
    ),
    Case(
        "goal_moved_within_its_effect_goal",
        (
            put("goals.yaml", "      - jamstalldhet\n", ""),
            put("goals.yaml", "      - ekonomi-i-balans\n", "      - jamstalldhet\n      - ekonomi-i-balans\n"),
        ),
        ["> section: Resultatmål: Ökad jämställdhet", "< section: Resultatmål: Ökad jämställdhet"],
    ),
    Case(
        "goal_moved_and_edited",
        (
            put("goals.yaml", "      - jamstalldhet\n", ""),
            after("goals.yaml", "      - manskliga-rattigheter\n", "      - jamstalldhet\n"),
            put(EQUALITY, "målvärde: ökande", 'målvärde: "≥ 80 %"'),
        ),
        [
            "> section: Resultatmål: Ökad jämställdhet",
            "cell: [-ökande-][+≥ 80 %+]",
            "< section: Resultatmål: Ökad jämställdhet",
        ],
    ),
    Case(
        "goal_with_a_note_under_its_table_moved",
        (
            put("goals.yaml", "      - attraktiv-arbetsgivare\n", ""),
            after("goals.yaml", "      - manskliga-rattigheter\n", "      - attraktiv-arbetsgivare\n"),
        ),
        ["> section: Resultatmål: Attraktiv arbetsgivare", "< section: Resultatmål: Attraktiv arbetsgivare"],
    ),
    Case(
        "goal_moved_into_a_new_effect_goal",
        (
            put("goals.yaml", "      - jamstalldhet\n", ""),
            put("goals.yaml", "  - id: hallbar-organisation\n", NEW_EFFECT),
        ),
        [
            "+ section: Effektmål: Ett nytt effektmål",
            "> section: Resultatmål: Ökad jämställdhet",
            "< section: Resultatmål: Ökad jämställdhet",
        ],
    ),
    Case(
        "goal_renamed",
        (put(EQUALITY, "titel: Ökad jämställdhet", "titel: Ökad jämställdhet och jämlikhet"),),
        ["heading: [+ och jämlikhet+]", "caption: [+ och jämlikhet+]"],
    ),
    Case(
        "goal_without_its_agenda_goals",
        (put(EQUALITY, "agenda2030: [3, 5, 8, 10, 11, 16]\n", ""),),
        ["- section: Bidrar till de globala målen i Agenda 2…"],
    ),
    Case(
        "goals_file_renamed",
        (rename(EQUALITY, "goals/jamlik.md"), put("goals.yaml", "- jamstalldhet\n", "- jamlik\n")),
        [],
    ),
    Case(
        "goals_file_and_title_renamed",
        (
            rename(EQUALITY, "goals/jamlik.md"),
            put("goals.yaml", "- jamstalldhet\n", "- jamlik\n"),
            put("goals/jamlik.md", "titel: Ökad jämställdhet", "titel: Jämlik region"),
        ),
        ["heading: [-Ökad jämställdhet-][+Jämlik region+]", "caption: [-Ökad jämställdhet-][+Jämlik region+]"],
    ),
    Case(
        "goals_file_renamed_and_the_references_to_it",
        (
            rename("goals/trygga-gator.md", "goals/gator.md"),
            put("goals.yaml", "- trygga-gator", "- gator"),
            put(INTRODUCTION, "(#trygga-gator)", "(#gator)"),
        ),
        [],
        plan=SMALL,
    ),
    Case(
        "goal_replaced_by_another",
        (take(EQUALITY), put("goals.yaml", "- jamstalldhet\n", "- oppenhet\n"), write("goals/oppenhet.md", OPENNESS)),
        ["- section: Resultatmål: Ökad jämställdhet", "+ section: Resultatmål: Öppen styrning"],
    ),
    Case(
        "global_goal_added",
        (put(ECONOMY, "agenda2030: [8]", "agenda2030: [8, 16]"),),
        ["+ listitem: Mål 16 Fredliga och inkluderande samhäl…"],
    ),
    Case(
        "global_goals_exchanged",
        (put(EQUALITY, "[3, 5, 8, 10, 11, 16]", "[3, 4, 5, 10, 11]"),),
        [
            "+ listitem: Mål 4 God utbildning för alla",
            "- listitem: Mål 8 Anständiga arbetsvillkor och ekon…",
            "- listitem: Mål 16 Fredliga och inkluderande samhäl…",
        ],
    ),
    Case(
        "goal_handed_over_to_another_body",
        (put(STREETS, "ansvarig: Gatuchefen", "ansvarig: Driftchefen"),),
        ["paragraph: [- Gatuchefen-][+ Driftchefen+]"],
        plan=SMALL,
        start=ANSWERED,
    ),
    Case(
        "goal_that_no_longer_contributes_to_anything",
        (put(STREETS, "bidrar till:\n  - Vision 2040\n", ""),),
        ["- paragraph: Bidrar till: Vision 2040"],
        plan=SMALL,
        start=ANSWERED,
    ),
    # Headings within a text
    Case(
        "heading_put_over_the_rest_of_a_chapter",
        (put(PRIORITIES, "\nVälfärdsbrottslighet är", "\n## Trygghet\n\nVälfärdsbrottslighet är"),),
        ["+ section: Trygghet"],
    ),
    Case(
        "heading_put_over_the_rest_of_a_chapter_that_is_edited",
        (
            put(PRIORITIES, "\nVälfärdsbrottslighet är", "\n## Trygghet\n\nVi gör så.\n\nVälfärdsbrottslighet är"),
            put(PRIORITIES, "år 2032", "år 2033"),
        ),
        ["+ section: Trygghet", "paragraph: [-2032-][+2033+]"],
    ),
    Case(
        "heading_put_within_a_subsection",
        (put(INTRODUCTION, "\n> Tecken", "\n## Tecken\n\n> Tecken"),),
        ["+ section: Tecken"],
        plan=SMALL,
    ),
    Case(
        "heading_put_before_a_subsection",
        (
            put(INTRODUCTION, "## Så läses planen\n", "## Läsning\n\n### Så läses planen\n"),
            put(INTRODUCTION, "\n> Tecken", "\nOrd och uttryck.\n\n> Tecken"),
        ),
        ["+ section: Läsning", "+ paragraph: Ord och uttryck."],
        plan=SMALL,
    ),
    Case(
        "chapter_parted_in_two",
        (
            put("plan.yaml", "  - prioriteringar\n", "  - prioriteringar\n  - trygghet\n"),
            put(PRIORITIES, CRIME, ""),
            write("sections/trygghet.md", f"---\ntitel: Trygghet\n---\n{CRIME}"),
        ),
        ["+ section: Trygghet"],
    ),
    # Indicators
    Case(
        "group_of_an_indicator_with_another_target",
        (put(STREETS, "målvärde: 80", "målvärde: 85"),),
        ["cell: [-80-][+85+]"],
        plan=SMALL,
        start=GROUPED,
    ),
    Case(
        "group_of_an_indicator_added",
        (put(STREETS, "      - namn: Män\n", "      - namn: Unga\n        målvärde: 50\n      - namn: Män\n"),),
        ["+ row: Unga"],
        plan=SMALL,
        start=GROUPED,
    ),
    Case(
        "first_group_of_an_indicator_removed",
        (put(STREETS, "      - namn: Kvinnor\n        målvärde: 60\n", ""),),
        ["- row: Trygga på kvällen", "cell: [+Trygga på kvällen+]", "cell: [+År+]", "cell: [+Enkäten+]"],
        plan=SMALL,
        start=GROUPED,
    ),
    Case(
        "meaning_of_an_abbreviation",
        (put("plan.yaml", "  VA: vatten och avlopp\n", "  VA: vatten- och avloppsnätet\n"),),
        ["paragraph: [+-+] … [-avlopp-][+avloppsnätet+]"],
        back=["paragraph: [---] … [-avloppsnätet-][+avlopp+]"],
        plan=SMALL,
        start=ABBREVIATED,
    ),
    Case(
        "abbreviation_added",
        (put("plan.yaml", "  VA: vatten och avlopp\n", "  TN: tekniska nämnden\n  VA: vatten och avlopp\n"),),
        ["+ definition: TN"],
        plan=SMALL,
        start=(*ABBREVIATED, put("sections/mal.md", "Nämnden har", "TN har")),
    ),
    Case(
        "indicator_added",
        (after(EQUALITY, "    källa: Jämställdhetsindex (Jämix)\n", SEX_RATIO),),
        ["+ row: Könsfördelning bland chefer"],
    ),
    Case("indicator_removed", (put(ECONOMY, STAFFING, ""),), ["- row: Bemanningskostnad mot budget"]),
    Case(
        "indicator_renamed",
        (put(ECONOMY, "Bemanningskostnad mot budget", "Kostnad för bemanning mot budget"),),
        ["cell: [-Bemanningskostnad mot budget-][+Kostnad för bemanning mot budget+]"],
    ),
    Case(
        "indicator_moved_within_its_goal",
        (put(ECONOMY, STAFFING, ""), after(ECONOMY, USE, STAFFING)),
        ["< row: Bemanningskostnad mot budget", "> row: Bemanningskostnad mot budget"],
    ),
    Case(
        "indicator_replaced_by_another_with_the_same_target",
        (
            put(
                ECONOMY, STAFFING, "  - namn: Likviditet\n    målvärde: 0\n    periodicitet: År\n    källa: Raindance\n"
            ),
        ),
        ["- row: Bemanningskostnad mot budget", "+ row: Likviditet"],
    ),
    Case(
        "target_from_a_direction_to_a_number",
        (put(EQUALITY, "målvärde: ökande", 'målvärde: "≥ 80 %"'),),
        ["cell: [-ökande-][+≥ 80 %+]"],
    ),
    Case(
        "unit_alone_of_a_target",
        (put(SURROUNDINGS, "medarbetare\n    målvärde: 100 %", "medarbetare\n    målvärde: 100 st"),),
        ["cell: [-100 %-][+100 st+]"],
    ),
    Case(
        "note_under_a_table_edited",
        (put(EMPLOYER, "visstidsanställda följs", "visstidsanställda redovisas"),),
        ["table note: [-följs-][+redovisas+]"],
    ),
    Case(
        "indicator_handed_over_to_another_goal_with_another_source",
        (
            put(ECONOMY, STAFFING, ""),
            after(
                EQUALITY,
                "    källa: Jämställdhetsindex (Jämix)\n",
                STAFFING.replace("källa: Raindance", "källa: Heroma"),
            ),
        ),
        [
            "< row: Bemanningskostnad mot budget",
            "> row: Bemanningskostnad mot budget",
            "cell: [-Raindance-][+Heroma+]",
        ],
    ),
    Case(
        "activity_handed_over_to_a_goal_without_any",
        (
            put(ECONOMY, ACTIVITY, ""),
            put(EQUALITY, "---\nJämställdhet är", f"aktiviteter:\n{ACTIVITY}---\nJämställdhet är"),
        ),
        [
            "< row: Vi inför ett nytt inköpsstöd.",
            "+ table: Aktiviteter för Ökad jämställdhet Aktiv…",
        ],
        back=[
            "> row: Vi inför ett nytt inköpsstöd.",
            "- table: Aktiviteter för Ökad jämställdhet Aktiv…",
        ],
        start=(put(ECONOMY, BEGINS, f"{ACTIVITIES}{BEGINS}"),),
    ),
    # Budget tables
    Case(
        "amount_and_what_follows_from_it",
        (put(BUDGET, "växlingar_2026: 112 050", "växlingar_2026: 113 250"), put("plan.yaml", "1 899 961", "1 901 161")),
        [
            "paragraph: [-1 899 961 tkr-][+1 901 161 tkr+]",
            "paragraph: [-1 501 107 tkr-][+1 502 307 tkr+]",
            "paragraph: [-1 899 961 tkr-][+1 901 161 tkr+] … [-1 899 961 tkr-][+1 901 161 tkr+]",
            "cell: [-112 050-][+113 250+]",
            "cell: [-1 501 107-][+1 502 307+]",
            "cell: [-115 221-][+116 421+]",
            "cell: [-1 899 961-][+1 901 161+]",
        ],
    ),
    Case(
        "budget_row_added",
        (
            put(
                BUDGET,
                "  - namn: Summa\n",
                "  - namn: Folkhögskolor\n    ingående: 1 000\n    växlingar_2026: -1 000\n  - namn: Summa\n",
            ),
        ),
        ["+ row: Folkhögskolor", "cell: [-1 758 271-][+1 759 271+]", "cell: [-115 221-][+114 221+]"],
    ),
    Case(
        "budget_rows_swapped",
        (put(BUDGET, COMMON, ""), put(BUDGET, "  - namn: Summa\n", COMMON + "  - namn: Summa\n")),
        ["< row: Region Värmland gemensamt", "> row: Region Värmland gemensamt"],
    ),
    Case(
        "budget_row_renamed",
        (put(BUDGET, "Regionstyrelsen politik", "Politisk verksamhet"),),
        ["cell: [-Regionstyrelsen politik-][+Politisk verksamhet+]"],
    ),
    Case(
        "group_of_budget_rows_added",
        (
            put(
                RUNNING,
                "  - namn: Vatten\n",
                "  - namn: Avfall\n    roll: grupp\n  - namn: Återbruk\n    budget_2026: 100\n  - namn: Vatten\n",
            ),
            put("plan.yaml", "48,2", "48,3"),
        ),
        [
            "paragraph: [-48,2 mnkr-][+48,3 mnkr+]",
            "paragraph: [-48,2 mnkr-][+48,3 mnkr+] … [-48,2 mnkr-][+48,3 mnkr+]",
            "+ row: Avfall",
            "+ row: Återbruk",
            "cell: [-47 500-][+47 600+]",
            "cell: [-48 200-][+48 300+]",
        ],
        plan=SMALL,
    ),
    Case(
        "column_removed",
        (put(BUDGET, MEDICINES, ""), put(BUDGET, "    läkemedel: 14\n", "")),
        ["- cell: Varav läkemedel och läkemedelstjänster…", "- cell: 14", "- cell: 14"],
        start=(put(SHARES, LINKED, "14 tkr"),),
    ),
    Case(
        "column_renamed",
        (put(BUDGET, "läkemedel och läkemedelstjänster 2026", "läkemedel 2026"),),
        ["cell: [-och läkemedelstjänster -]"],
    ),
    Case(
        "columns_of_the_next_year",
        (
            write(
                "budget/investeringar.yaml",
                YEARS.replace("2027", "2028").replace("2026", "2027").replace("100", "150").replace("200", "250"),
            ),
        ),
        [
            "cell: [-2026-][+2027+]",
            "cell: [-2027-][+2028+]",
            "cell: [-100-][+150+]",
            "cell: [-200-][+250+]",
        ],
        plan=SMALL,
        start=(
            write("budget/investeringar.yaml", YEARS),
            put("sections/ekonomi.md", "tabeller: [driftbudget]", "tabeller: [driftbudget, investeringar]"),
        ),
    ),
    Case(
        "budget_row_with_another_name_and_figure",
        (
            put(RUNNING, "- namn: Gator\n", "- namn: Vägar och torg\n"),
            put(RUNNING, "ändring: 1 200", "ändring: 1 300"),
            put(INTRODUCTION, "driftbudget.gator", "driftbudget.vagar_och_torg"),
            put("plan.yaml", "48,2", "48,3"),
        ),
        [
            "paragraph: [-48,2 mnkr-][+48,3 mnkr+] … [-30 700 tkr-][+30 800 tkr+]",
            "paragraph: [-48,2 mnkr-][+48,3 mnkr+] … [-48,2 mnkr-][+48,3 mnkr+]",
            "cell: [-Gator-][+Vägar och torg+]",
            "cell: [-1 200-][+1 300+]",
            "cell: [-21 200-][+21 300+]",
            "cell: [-700-][+800+]",
            "cell: [-30 700-][+30 800+]",
            "cell: [-700-][+800+]",
            "cell: [-48 200-][+48 300+]",
        ],
        plan=SMALL,
    ),
    Case(
        "row_of_a_plain_table_moved_and_edited",
        (
            put(INTRODUCTION, "| Ram    | det som får kosta  |\n", ""),
            after(INTRODUCTION, "| **efter** intäkter |\n", "| Ram | vad det får kosta |\n"),
        ),
        ["> row: Netto", "cell: [+vad +] … [- som-]", "< row: Netto"],
        back=["< row: Netto", "cell: [-vad det-][+det som+]", "> row: Netto"],
        plan=SMALL,
    ),
    Case(
        "column_moved_and_edited",
        (
            put(BUDGET, MEDICINES, ""),
            after(BUDGET, "roll: ingående}\n", MEDICINES),
            put(BUDGET, "    läkemedel: 14\n", "    läkemedel: 15\n"),
        ),
        [
            "paragraph: [-14 tkr-][+15 tkr+]",
            "+ cell: Varav läkemedel och läkemedelstjänster…",
            "- cell: Varav läkemedel och läkemedelstjänster…",
            "+ cell: 15",
            "- cell: 14",
            "+ cell: 15",
            "- cell: 14",
        ],
    ),
    Case(
        "column_moved",
        (put(BUDGET, MEDICINES, ""), after(BUDGET, "roll: ingående}\n", MEDICINES)),
        [
            "+ cell: Varav läkemedel och läkemedelstjänster…",
            "- cell: Varav läkemedel och läkemedelstjänster…",
            "+ cell: 14",
            "- cell: 14",
            "+ cell: 14",
            "- cell: 14",
        ],
    ),
    Case(
        "table_moved_to_another_section",
        (
            put("sections/ekonomi.md", "tabeller: [driftbudget]\n", ""),
            after("sections/mal.md", "mål: alla\n", "tabeller: [driftbudget]\n"),
        ),
        [
            "> paragraph: Nettoram 2027: 48,2 mnkr (beslut kommun…",
            "> table: Driftbudget 2027, tkr Verksamhet Budget…",
            "< paragraph: Nettoram 2027: 48,2 mnkr (beslut kommun…",
            "< table: Driftbudget 2027, tkr Verksamhet Budget…",
        ],
        plan=SMALL,
    ),
    Case(
        "two_tables_swapped",
        (put("sections/ekonomi.md", "[driftbudget, investeringar]", "[investeringar, driftbudget]"),),
        ["> table: Investeringar, tkr  Utgift Broar 100 Vä…", "< table: Investeringar, tkr  Utgift Broar 100 Vä…"],
        plan=SMALL,
        start=(
            put("sections/ekonomi.md", "[driftbudget]", "[driftbudget, investeringar]"),
            write("budget/investeringar.yaml", INVESTMENTS),
        ),
    ),
    # Tables in the text
    Case(
        "tables_without_ids_swapped",
        (put("sections/mal.md", TABLES, f"\n\n{OTHER_TABLE}\n\nMellan tabellerna.\n\n{SHORT_TABLE}"),),
        [
            "< table: A B ett två tre fyra",
            "< paragraph: Mellan tabellerna.",
            "> paragraph: Mellan tabellerna.",
            "> table: A B ett två tre fyra",
        ],
        plan=SMALL,
        start=(end("sections/mal.md", TABLES),),
    ),
    Case(
        "column_without_id_added",
        (put("sections/mal.md", SHORT_TABLE, "| A | X | B |\n|---|---|---|\n| ett | x1 | två |\n| tre | x2 | fyra |"),),
        ["+ cell: X", "+ cell: x1", "+ cell: x2"],
        plan=SMALL,
        start=(end("sections/mal.md", TABLES),),
    ),
    Case(
        "column_without_id_renamed",
        (put("sections/mal.md", "| A | B |", "| A | Belopp |"),),
        ["cell: [-B-][+Belopp+]"],
        plan=SMALL,
        start=(end("sections/mal.md", TABLES),),
    ),
    Case(
        "row_without_id_added_and_another_edited",
        (
            put(
                INTRODUCTION,
                "| Ram    | det som får kosta  |\n",
                "| Ram    | det som får kosta i år |\n| Utfall | det som kostade |\n",
            ),
        ),
        ["cell: [+ i år+]", "+ row: Utfall"],
        plan=SMALL,
    ),
    # Paragraphs
    Case(
        "paragraph_split",
        (put(ECONOMY, "har beslutats. Bara", "har beslutats.\n\nBara"),),
        [
            "~ paragraph: Region Värmland ska driva sin verksamhe…",
            "~ paragraph: Bara med god ekonomisk hushållning kan…",
        ],
        back=["~ paragraph: Region Värmland ska driva sin verksamhe…"],
    ),
    Case(
        "paragraph_split_and_edited",
        (put(ECONOMY, "har beslutats. Bara med god", "är beslutade.\n\nEndast med mycket god"),),
        [
            "~ paragraph: Region Värmland ska driva sin verksamhe…",
            "paragraph: [-har beslutats-][+är beslutade+]",
            "~ paragraph: Endast med mycket god ekonomisk hushåll…",
            "paragraph: [-Bara-][+Endast+] … [+ mycket+]",
        ],
        back=[
            "~ paragraph: Region Värmland ska driva sin verksamhe…",
            "paragraph: [-är beslutade-][+har beslutats+] … [-Endast-][+Bara+] … [- mycket-]",
        ],
    ),
    Case(
        "paragraph_split_and_a_sentence_added",
        (put(ECONOMY, "har beslutats. Bara", "har beslutats.\n\nNämnden följer upp ramarna varje månad. Bara"),),
        [
            "~ paragraph: Region Värmland ska driva sin verksamhe…",
            "~ paragraph: Nämnden följer upp ramarna varje månad.…",
            "paragraph: [+Nämnden följer upp ramarna varje månad. +]",
        ],
        back=[
            "~ paragraph: Region Värmland ska driva sin verksamhe…",
            "paragraph: [-Nämnden följer upp ramarna varje månad. -]",
        ],
    ),
    Case(
        "paragraphs_merged",
        (put(INTRODUCTION, "\n\nÅrsplan och budget ska", " Årsplan och budget ska"),),
        ["~ paragraph: Under perioden är Nämndens Årsplan och…"],
        back=[
            "~ paragraph: Under perioden är Nämndens Årsplan och…",
            "~ paragraph: Årsplan och budget ska vara beslutad fö…",
        ],
    ),
    Case(
        "paragraphs_merged_and_edited",
        (put(INTRODUCTION, "\n\nÅrsplan och budget ska vara beslutad", " Årsplan och budget måste vara antagen"),),
        [
            "~ paragraph: Under perioden är Nämndens Årsplan och…",
            "paragraph: [-ska-][+måste+] … [-beslutad-][+antagen+]",
        ],
        back=[
            "~ paragraph: Under perioden är Nämndens Årsplan och…",
            "~ paragraph: Årsplan och budget ska vara beslutad fö…",
            "paragraph: [-måste-][+ska+] … [-antagen-][+beslutad+]",
        ],
    ),
    Case(
        "paragraph_inserted",
        (put(WORLD, "\n\nEtt instabilt", " \n\nNy ordning.\n\nEtt instabilt"),),
        ["+ paragraph: Ny ordning."],
    ),
    Case(
        "paragraphs_swapped",
        (swapped(WORLD, 0, 1),),
        [
            "> paragraph: Ett instabilt omvärldsläge medför utman…",
            "< paragraph: Ett instabilt omvärldsläge medför utman…",
        ],
    ),
    Case(
        "paragraph_moved_and_edited",
        (swapped(WORLD, 0, 3), put(WORLD, "Kompetensförsörjningen blir en växande", "Att rekrytera blir en växande")),
        [
            "< paragraph: Det ekonomiska läget har varit kärvt i…",
            "> paragraph: Att rekrytera blir en växande utmaning…",
            "paragraph: [-Kompetensförsörjningen-][+Att rekrytera+]",
            "< paragraph: Kompetensförsörjningen blir en växande…",
            "> paragraph: Det ekonomiska läget har varit kärvt i…",
        ],
    ),
    Case(
        "paragraph_rewritten",
        (body(EQUALITY, FAIR),),
        [
            "- paragraph: Jämställdhet är en rättighetsfråga. Arb…",
            "+ paragraph: Vi vill att alla i länet ska ha samma m…",
        ],
    ),
    Case(
        "half_a_paragraph_rewritten",
        (put(ECONOMY, HALF_OLD, HALF_NEW),),
        [f"paragraph: [-{HALF_OLD[:-1]}-][+{HALF_NEW[:-1]}+]"],
    ),
    Case(
        "half_a_sentence_rewritten", (put(ECONOMY, CARE_OLD, CARE_NEW),), [f"paragraph: [-{CARE_OLD}-][+{CARE_NEW}+]"]
    ),
    Case(
        "two_words_far_apart",
        (
            put(ECONOMY, "med kostnadskontroll", "med god kontroll"),
            put(ECONOMY, "som en generation konsumerar", "som en generation använder"),
        ),
        ["paragraph: [-kostnadskontroll-][+god kontroll+] … [-konsumerar-][+använder+]"],
    ),
    Case(
        "quotation_edited",
        (put(INTRODUCTION, "> Tecken som", "> De tecken som"),),
        ["paragraph: [-Tecken-][+De tecken+]"],
        plan=SMALL,
    ),
    # Lists
    Case("item_removed", (put(SHARES, GENERAL, ""),), ["- listitem: 35 mnkr i generell uppräkning, varav re…"]),
    Case(
        "item_added",
        (after(SHARES, GENERAL, "- 4 mnkr för ökad beredskap.\n"),),
        ["+ listitem: 4 mnkr för ökad beredskap."],
    ),
    Case("item_edited", (put(SHARES, "33,5 mnkr", "34,5 mnkr"),), ["paragraph: [-33,5 mnkr-][+34,5 mnkr+]"]),
    Case(
        "item_moved",
        (put(SHARES, GENERAL, ""), put(SHARES, "- 50 mnkr", GENERAL + "- 50 mnkr")),
        [
            "> listitem: 35 mnkr i generell uppräkning, varav re…",
            "< listitem: 35 mnkr i generell uppräkning, varav re…",
        ],
    ),
    Case(
        "item_added_in_an_inner_list",
        (after(INTRODUCTION, "   - Måtten står sist.\n", "   - Och noterna.\n"),),
        ["+ listitem: Och noterna."],
        plan=SMALL,
    ),
    Case(
        "short_item_added_among_its_like",
        (put("sections/mal.md", "- Kanske", "- Vet inte\n- Kanske"),),
        ["+ listitem: Vet inte"],
        plan=SMALL,
        start=(end("sections/mal.md", ANSWERS),),
    ),
    Case(
        "short_items_at_another_level",
        (put("sections/mal.md", "  - Ekonomi\n  - Personal\n", "- Ekonomi\n- Personal\n"),),
        [
            "- bulletlist: Ekonomi Personal",
            "< listitem: Ekonomi",
            "< listitem: Personal",
            "> listitem: Ekonomi",
            "> listitem: Personal",
        ],
        plan=SMALL,
        start=(end("sections/mal.md", NESTED),),
    ),
    Case(
        "short_items_swapped",
        (put("sections/mal.md", "- Nej\n- Ja\n- Kanske", "- Kanske\n- Nej\n- Ja"),),
        ["> listitem: Kanske", "< listitem: Kanske"],
        plan=SMALL,
        start=(end("sections/mal.md", ANSWERS),),
    ),
    Case(
        "bullets_become_numbers",
        (put("sections/mal.md", "- Ja\n- Nej\n- Ja\n- Kanske", "1. Ja\n2. Nej\n3. Ja\n4. Kanske"),),
        ["~ orderedlist: Ja Nej Ja Kanske"],
        back=["~ bulletlist: Ja Nej Ja Kanske"],
        plan=SMALL,
        start=(end("sections/mal.md", ANSWERS),),
    ),
    Case(
        "governing_documents_date_added",
        (after(DOCUMENTS, ELECTRICITY, "    datum: 2025-04-01\n"),),
        ["paragraph: [+, 1 april 2025+]"],
    ),
    Case(
        "governing_document_replaced",
        (put(DOCUMENTS, ELECTRICITY, "  - namn: Digital strategi\n    typ: plan\n"),),
        ["- listitem: Elhandel (plan)", "+ listitem: Digital strategi (plan)"],
    ),
    Case(
        "governing_document_moved",
        (
            put(DOCUMENTS, ELECTRICITY, ""),
            put(DOCUMENTS, "  - namn: Arkivreglemente\n", ELECTRICITY + "  - namn: Arkivreglemente\n"),
        ),
        ["> listitem: Elhandel (plan)", "< listitem: Elhandel (plan)"],
    ),
    # Notes
    Case("note_added", NOTE, ["paragraph: [+footnotereference+]", "+ note: Se regionplanen."]),
    Case(
        "note_edited",
        (put(ECONOMY, "Se regionplanen.", "Se regionplanen för 2026."),),
        ["note: [+ för 2026+]"],
        start=NOTE,
    ),
    Case(
        "notes_mark_moved",
        (
            put(ECONOMY, "beslutats.[^a]", "beslutats."),
            put(ECONOMY, "ekonomisk hållbarhet.", "ekonomisk hållbarhet.[^a]"),
        ),
        ["paragraph: [+footnotereference+] … [-footnotereference-]"],
        start=NOTE,
    ),
    Case("notes_mark_renamed", (put(ECONOMY, "[^a]:", "[^b]:"), put(ECONOMY, "[^a] ", "[^b] ")), [], start=NOTE),
    # References, links and formatting
    Case(
        "reference_to_another_goal",
        (put(INTRODUCTION, "[](#trygga-gator)", "[](#rent-vatten)"),),
        ["paragraph: [-avsnitt 2.1.1 Nämndmål: Trygga gator-][+avsnitt 2.1.2 Nämndmål: Rent vatten till alla+]"],
        plan=SMALL,
    ),
    Case(
        "references_wording",
        (put(INTRODUCTION, "[målen](#mal)", "[alla målen](#mal)"),),
        ["paragraph: [+alla +]"],
        plan=SMALL,
    ),
    Case(
        "references_target_under_the_same_wording",
        (put(INTRODUCTION, "[målen](#mal)", "[målen](#ekonomi)"),),
        ["paragraph: [~målen~]"],
        plan=SMALL,
    ),
    Case(
        "links_address", (put(ECONOMY, "a.example", "b.example"),), ["paragraph: [~ekonomisk hållbarhet~]"], start=LINK
    ),
    Case(
        "bold",
        (put(ECONOMY, "god ekonomisk hushållning och långsiktig", "**god ekonomisk hushållning** och långsiktig"),),
        ["paragraph: [~god ekonomisk hushållning~]"],
    ),
    # Pictures
    Case(
        "picture_replaced",
        (write("bilder/karta.png", picture(99)),),
        ["- figure: Karta över länet Länets kommuner", "+ figure: Karta över länet Länets kommuner"],
        plan=SMALL,
        start=MAP,
    ),
    Case(
        "caption_edited",
        (put(INTRODUCTION, '"Länets kommuner"', '"Länets alla kommuner"'),),
        ["figure: [+alla +]"],
        plan=SMALL,
        start=MAP,
    ),
    Case(
        "pictures_text_edited",
        (put(INTRODUCTION, "Karta över länet", "Karta över kommunerna"),),
        ["~ figure: Karta över kommunerna Länets kommuner"],
        back=["~ figure: Karta över länet Länets kommuner"],
        plan=SMALL,
        start=MAP,
    ),
    # The cover
    Case(
        "status_and_decision_on_the_cover",
        (
            put("plan.yaml", "status: exempel", "status: förslag"),
            put(
                "plan.yaml",
                "disposition:",
                "beslut:\n  beslutad av: Regionstyrelsen\n  datum: 2025-12-01\ndisposition:",
            ),
        ),
        ["status: [-Exempel-][+Förslag+]", "decided-by: [+Regionstyrelsen+]", "date: [+1 december 2025+]"],
    ),
    Case(
        "decisions_date_and_paragraph",
        (put("plan.yaml", "2026-11-18", "2026-12-02"), put("plan.yaml", '"112"', '"118"')),
        ["date: [-18 november 2026-][+2 december 2026+]", "paragraph: [-§ 112-][+§ 118+]"],
        plan=SMALL,
    ),
    # Numbers and typography
    Case("decimals", (put(SHARES, "1,5 mnkr", "1,55 mnkr"),), ["paragraph: [-1,5 mnkr-][+1,55 mnkr+]"]),
    Case(
        "sign_alone",
        (put(INTRODUCTION, "Utfallet 570", "Utfallet −570"),),
        ["paragraph: [-570 tkr-][+−570 tkr+]"],
        plan=SMALL,
        start=(put(INTRODUCTION, FIRST_LINE, FIRST_LINE + "Utfallet 570 tkr.\n\n"),),
    ),
    Case(
        "hyphen_for_a_minus",
        (put(INTRODUCTION, "-570", "−570"),),
        [],
        plan=SMALL,
        start=(put(INTRODUCTION, FIRST_LINE, FIRST_LINE + "Utfallet -570 tkr.\n\n"),),
    ),
    Case(
        "percent_with_a_space",
        (put(INTRODUCTION, "80%", "85 %"),),
        ["paragraph: [-80%-][+85 %+]"],
        plan=SMALL,
        start=(put(INTRODUCTION, FIRST_LINE, FIRST_LINE + "Minst 80% ska.\n\n"),),
    ),
    Case("letters_decomposed", (decomposed(INTRODUCTION),), [], plan=SMALL),
    Case(
        "soft_hyphens_and_spaces_that_dont_break",
        (put(INTRODUCTION, "bara tecken", "ba\u00adra tecken"), put(INTRODUCTION, "Läs sedan", "Läs\u00a0sedan")),
        [],
        plan=SMALL,
    ),
    Case("thousands_with_another_space", (put("plan.yaml", "1 899 961", "1\u00a0899\u00a0961"),), []),
]
