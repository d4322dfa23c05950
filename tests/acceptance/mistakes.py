"""A sound plan in Swedish, and mistakes that people make in it: each in one file, with the line that it is on.

`check` and an editor's YAML server are to tell of each on that line.
"""

from __future__ import annotations

from dataclasses import dataclass

PLAN = """\
titel: Verksamhetsplan 2027
organisation: Exempelbygdens kommun
nämnd: Tekniska nämnden
år: 2027
språk: sv
status: förslag
version: "1.0"
anmärkning:
beslut:
  beslutad av: Tekniska nämnden
  datum: 2026-11-18
  paragraf: 112
ram:
  titel: Nettoram 2027
  belopp: 30 000
  enhet: tkr
  tabell: drift
  kolumn: budget_2027
giltig från: 2027-01-01
giltig till: 2027-12-31
redigeras på: https://github.com/exempelbygden/planer
förkortningar:
  SKR: Sveriges Kommuner och Regioner
kontroller:
  - kod: decision-missing
    nivå: varning
    skäl: Numret är inte känt.
avsnitt:
  - mal
  - ekonomi
"""

GOALS = """\
nivåer:
  - namn: Effektmål
  - namn: Resultatmål
    numrering: 1
indikatorkolumner:
  namn: {}
  målvärde: {år: 2027}
  kön: {roll: grupp}
  utfall_2026: {roll: utfall, år: 2026}
  läge: {rubrik: Läge, roll: text}
indikatorer visas: vid målet
mål:
  - titel: Hållbar organisation
    text: En text.
    agenda2030: [8, 16.7, 16.a]
    bidrar till:
      - Strategin
    mål:
      - balans
  - id: klimat
    titel: Klimat
    indikatorer:
      - namn: Utsläpp
        målvärde: 80 %
        läge: bra
      - namn: Resor
        grupper:
          - namn: Kvinnor
            målvärde: 5
    aktiviteter:
      - namn: Byta bilar
        status: pågår
        när: 2027
"""

BUDGET = """\
titel: Driftbudget 2027
enhet: tkr
avrundning: 1
decimaler: 0
intäkter: negativa
kolumner:
  budget_2026: {rubrik: Budget 2026, roll: ingående}
  ändring:
    rubrik: Ändring
    roll: förändring
  procent:
    roll: förändring i procent
    mellan: [budget_2026, budget_2027]
  budget_2027: {typ: budget, år: 2027, roll: utgående}
rader:
  - namn: Gator[^gator]
    budget_2026: 20 000
    ändring: 500-
  - namn: Park
    budget_2026: 10 000
    ändring: 500
  - namn: Summa
    roll: summa
    summerar: [gator, park]
noter:
  gator: Från den 1 juli.
"""

BRAND = """\
färger:
  accent: "#0B5469"
typsnitt:
  word: Arial
sidfot: Sida {sida} ({sidor})
"""

SECTION = """\
---
titel: Ekonomi
styrande dokument:
  - namn: Klimatplan
    datum: 2025-03-01
    länk: https://example.org/klimatplan
tabeller: [drift]
---
Text.
"""

GOAL = """\
---
titel: Ekonomi i balans
agenda2030: [8]
indikatorer:
  - namn: Nettokostnad
    målvärde: 0
---
Text.
"""

SOUND = {
    "plan.yaml": PLAN,
    "goals.yaml": GOALS,
    "budget/drift.yaml": BUDGET,
    "brand.yaml": BRAND,
    "goals/balans.md": GOAL,
    "sections/ekonomi.md": SECTION,
    "sections/mal.md": "---\ntitel: Mål\nmål: alla\n---\nText.\n",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """Lines of a file of the sound plan, and what stands in their place; the fault is on line `down` of that."""

    file: str
    right: str
    wrong: str
    down: int = 0
    form: bool = False
    """Whether it is YAML itself that is at fault; an editor then guesses on, and tells of more lines."""

    def __str__(self) -> str:
        return f"{self.file}: {self.wrong.strip()}"

    @property
    def text(self) -> str:
        """The file with the mistake."""
        assert SOUND[self.file].count(self.right) == 1, self
        return SOUND[self.file].replace(self.right, self.wrong)

    @property
    def line(self) -> int:
        """The line that the fault is on, counted from 1."""
        return SOUND[self.file].partition(self.right)[0].count("\n") + 1 + self.down


MISTAKES = (
    # Keys
    Mistake("plan.yaml", "nämnd:", "nämd:"),
    Mistake("plan.yaml", "nämnd:", "body:"),
    Mistake("plan.yaml", "  beslutad av:", "  Beslutad av:"),
    Mistake("plan.yaml", "  tabell:", "  tabel:"),
    Mistake("plan.yaml", "titel: Verksamhetsplan 2027\n", ""),
    Mistake("plan.yaml", "status: förslag\n", "status:\n"),
    Mistake("plan.yaml", "organisation: Exempelbygdens kommun", 'organisation: ""'),
    Mistake("goals.yaml", "indikatorer visas:", "visa indikatorer:"),
    Mistake("goals.yaml", "    text: En text.", "    beskrivning: En text."),
    Mistake("goals.yaml", "        när: 2027", "        tid: 2027"),
    Mistake("goals.yaml", "  - namn: Effektmål", "  - titel: Effektmål"),
    Mistake("budget/drift.yaml", "    roll: förändring\n", "    rol: förändring\n"),
    Mistake("budget/drift.yaml", "noter:", "not:"),
    Mistake("brand.yaml", "typsnitt:", "teckensnitt:"),
    Mistake("brand.yaml", "  word: Arial", "  webb: Arial"),
    # What is missing
    Mistake(
        "budget/drift.yaml", "  budget_2027: {typ: budget, år: 2027, roll: utgående}", "  budget_2027: {roll: utgående}"
    ),
    Mistake("budget/drift.yaml", "    mellan: [budget_2026, budget_2027]\n", "", down=-2),
    Mistake("goals.yaml", "      - namn: Utsläpp\n        målvärde: 80 %", "      - målvärde: 80 %"),
    Mistake("goals.yaml", "  - id: klimat\n    titel: Klimat\n    indik", "  - indik"),
    Mistake("goals.yaml", "  läge: {rubrik: Läge, roll: text}", "  läge: {roll: text}"),
    Mistake("plan.yaml", "    skäl: Numret är inte känt.\n", "", down=-2),
    # Words
    Mistake("plan.yaml", "status: förslag", "status: klar"),
    Mistake("plan.yaml", "status: förslag", "status: Förslag"),
    Mistake("plan.yaml", "  enhet: tkr", "  enhet: tusen"),
    Mistake("plan.yaml", "kod: decision-missing", "kod: beslut-saknas"),
    Mistake("plan.yaml", "    nivå: varning", "    nivå: info"),
    Mistake("goals.yaml", "indikatorer visas: vid målet", "indikatorer visas: sist"),
    Mistake("goals.yaml", "        status: pågår", "        status: på gång"),
    Mistake("goals.yaml", "  kön: {roll: grupp}", "  kön: {roll: grup}"),
    Mistake("goals.yaml", "    numrering: 1", "    numrering: romersk"),
    Mistake("budget/drift.yaml", "    roll: summa", "    roll: total"),
    Mistake("budget/drift.yaml", "intäkter: negativa", "intäkter: minus"),
    Mistake("budget/drift.yaml", "    summerar: [gator, park]", "    summerar: allt"),
    # Values
    Mistake("plan.yaml", "år: 2027\nspråk", "år: 27\nspråk"),
    Mistake("plan.yaml", "  belopp: 30 000", "  belopp: 30.000.000"),
    Mistake("plan.yaml", "  belopp: 30 000", "  belopp: 30 000 tkr"),
    Mistake("plan.yaml", "  datum: 2026-11-18", "  datum: 18 november 2026"),
    Mistake("plan.yaml", "giltig till: 2027-12-31", "giltig till: 2027-13-31"),
    Mistake("plan.yaml", "redigeras på: https://github.com/exempelbygden/planer", "redigeras på: github.com/planer"),
    Mistake("goals.yaml", "    agenda2030: [8, 16.7, 16.a]", "    agenda2030: [18]"),
    Mistake("goals.yaml", "    agenda2030: [8, 16.7, 16.a]", "    agenda2030: [mål 8]"),
    Mistake("goals.yaml", "    agenda2030: [8, 16.7, 16.a]", "    agenda2030: [16.77]"),
    Mistake("goals.yaml", "      - balans", "      - Ekonomi i balans"),
    Mistake("budget/drift.yaml", "avrundning: 1", "avrundning: -1"),
    Mistake("budget/drift.yaml", "decimaler: 0", "decimaler: noll"),
    Mistake("budget/drift.yaml", "decimaler: 0", "decimaler: 9"),
    Mistake("brand.yaml", '"#0B5469"', "mörkblå"),
    # What a value is
    Mistake("plan.yaml", "avsnitt:\n  - mal\n  - ekonomi", "avsnitt: mal, ekonomi"),
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd: [Tekniska nämnden]"),
    Mistake(
        "plan.yaml",
        "beslut:\n  beslutad av: Tekniska nämnden\n  datum: 2026-11-18\n  paragraf: 112",
        "beslut: 2026-11-18",
    ),
    Mistake("plan.yaml", "förkortningar:\n  SKR: Sveriges Kommuner och Regioner", "förkortningar:\n  SKR:", down=1),
    Mistake("goals.yaml", "      - Strategin", "      - mål: Strategin"),
    Mistake("goals.yaml", "    bidrar till:\n      - Strategin", "    bidrar till: Strategin"),
    Mistake("goals.yaml", "  kön: {roll: grupp}", "  kön: grupp"),
    Mistake("budget/drift.yaml", "    ändring: 500-", "    ändring: [500]"),
    # What belongs to some roles only
    Mistake("budget/drift.yaml", "  - namn: Park\n", "  - namn: Park\n    summerar: nedan\n", down=1),
    Mistake("budget/drift.yaml", "    roll: förändring\n", "    roll: förändring\n    av: budget_2026\n", down=1),
    Mistake("budget/drift.yaml", "  - namn: Park\n", "  - namn: Park\n    enhet: st\n", down=1),
    Mistake("goals.yaml", "  kön: {roll: grupp}", "  grupper: {roll: grupp}"),
    # Form
    Mistake("plan.yaml", "  titel: Nettoram 2027", "\ttitel: Nettoram 2027", form=True),
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd: Nämnden: den tekniska", form=True),
    Mistake("plan.yaml", "version:", "titel:", form=True),
    Mistake("goals.yaml", "        målvärde: 80 %", "        målvärde: *", form=True),
    Mistake("goals.yaml", "        målvärde: 80 %", "        målvärde: %80", form=True),
    # Front matter
    Mistake("goals/balans.md", "titel: Ekonomi i balans\n", "tittel: Ekonomi i balans\n"),
    Mistake("goals/balans.md", "agenda2030: [8]", "agenda2030: [0]"),
    Mistake("goals/balans.md", "indikatorer:\n", "indikator:\n"),
    Mistake("sections/ekonomi.md", "    datum: 2025-03-01", "    datum: mars 2025"),
    Mistake("sections/ekonomi.md", "    länk: https://example.org/klimatplan", "    länk: www.example.org"),
    Mistake("sections/ekonomi.md", "  - namn: Klimatplan\n", "  - titel: Klimatplan\n"),
    Mistake("sections/ekonomi.md", "tabeller: [drift]", "tabeller: drift"),
)


VARIANTS = (
    # Nothing where something may be left out
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd:"),
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd: ~"),
    Mistake("plan.yaml", "  datum: 2026-11-18", "  datum:"),
    Mistake("plan.yaml", "  SKR: Sveriges Kommuner och Regioner\n", ""),
    Mistake("goals.yaml", "        status: pågår", "        status:"),
    Mistake("goals.yaml", "      - balans", "      - balans\n      -"),
    Mistake("goals.yaml", "        målvärde: 80 %", "        målvärde:"),
    Mistake("goals.yaml", "    agenda2030: [8, 16.7, 16.a]", "    agenda2030:"),
    Mistake("brand.yaml", '  accent: "#0B5469"\n', ""),
    # What YAML takes for numbers, and numbers as text
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd: 2027"),
    Mistake("plan.yaml", "nämnd: Tekniska nämnden", "nämnd: true"),
    Mistake("plan.yaml", 'version: "1.0"', "version: 1.0"),
    Mistake("plan.yaml", "år: 2027\nspråk", 'år: "2027"\nspråk'),
    Mistake("plan.yaml", "  belopp: 30 000", "  belopp: 30000"),
    Mistake("plan.yaml", "  belopp: 30 000", '  belopp: "30 000"'),
    Mistake("plan.yaml", "  belopp: 30 000", "  belopp: 30\u00a0000,0"),
    Mistake("plan.yaml", "  enhet: tkr", "  enhet: TKR"),
    Mistake("goals.yaml", "    agenda2030: [8, 16.7, 16.a]", '    agenda2030: ["8", 17.10]'),
    Mistake("goals.yaml", "    numrering: 1", '    numrering: "1"'),
    Mistake("goals.yaml", "    numrering: 1", "    numrering: ingen"),
    Mistake("budget/drift.yaml", "    ändring: 500-", "    ändring: −500"),
    Mistake("budget/drift.yaml", "decimaler: 0", 'decimaler: "0"'),
    # One way to write it or another
    Mistake("plan.yaml", "avsnitt:\n  - mal\n  - ekonomi", "avsnitt: [mal, ekonomi]"),
    Mistake("plan.yaml", "titel: Verksamhetsplan 2027", "titel: >\n  Verksamhetsplan\n  2027"),
    Mistake("budget/drift.yaml", "    summerar: [gator, park]", "    summerar: ovan"),
    Mistake("budget/drift.yaml", "    summerar: [gator, park]\n", ""),
    Mistake("plan.yaml", "titel: Verk", "# yaml-language-server: $schema=../../schemas/sv/plan.json\ntitel: Verk"),
)
"""The sound plan written in other ways, with which neither is to find fault."""
