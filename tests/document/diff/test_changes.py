import pytest

from plangen.document.diff.changes import changes
from plangen.document.diff.compare import compare
from plangen.document.diff.summary import groups
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Image, Text
from plangen.document.nodes import BulletList, Figure, OrderedList, Section, Table
from plangen.document.walk import every_block
from plangen.locale.catalogue import catalogue

from .cases import CASES
from .plans import composed, edited, files
from .random_documents import Writer

BY_NAME = {case.name: case for case in CASES}
TOLD = {
    "nothing": [],
    "section_inserted_first": [("added", "section", "Internkontroll", "", "")],
    "goal_moved_to_another_effect_goal": [("moved", "goal", "Resultatmål: Ökad jämställdhet", "", "")],
    "goal_moved_and_edited": [
        ("moved", "goal", "Resultatmål: Ökad jämställdhet", "", ""),
        ("edited", "indicator", "Jämställd organisation", "", ""),
    ],
    "goal_renamed": [
        (
            "renamed",
            "goal",
            "Resultatmål: Ökad jämställdhet och jämlikhet",
            "Resultatmål: Ökad jämställdhet",
            "Resultatmål: Ökad jämställdhet och jämlikhet",
        )
    ],
    "goal_moved_into_a_new_effect_goal": [
        ("added", "goal", "Effektmål: Ett nytt effektmål", "", ""),
        ("moved", "goal", "Resultatmål: Ökad jämställdhet", "", ""),
    ],
    "indicator_removed": [("removed", "indicator", "Bemanningskostnad mot budget", "", "")],
    "links_address": [("reformatted", "paragraph", "", "https://a.example", "ekonomisk hållbarhet")],
    "note_edited": [("edited", "note", "1", "Se regionplanen.", "Se regionplanen för 2026.")],
    "decisions_date_and_paragraph": [
        ("edited", "cover", "Beslutsdatum", "18\u00a0november\u00a02026", "2\u00a0december\u00a02026"),
        ("edited", "cover", "Paragraf", "§\u00a0112", "§\u00a0118"),
    ],
    "picture_replaced": [("edited", "figure", "Länets kommuner", "", "")],
    "short_items_at_another_level": [("moved", "item", "", "", "Ekonomi"), ("moved", "item", "", "", "Personal")],
    "indicator_handed_over_to_another_goal_with_another_source": [
        ("moved", "indicator", "Bemanningskostnad mot budget", "", "")
    ],
    "activity_handed_over_to_a_goal_without_any": [("moved", "activity", "Vi inför ett nytt inköpsstöd.", "", "")],
    "item_added_in_an_inner_list": [("added", "item", "", "", "Och noterna.")],
    "global_goal_added": [("added", "agenda-goal", "", "", "Mål 16 Fredliga och inkluderande samhällen")],
}


def compared(name, back=False):
    case = BY_NAME[name]
    old = edited(files(case.plan), case.start)
    base, head = composed(old), composed(edited(old, case.edits))
    base, head = (head, base) if back else (base, head)
    return base, compare(base, head)


@pytest.mark.parametrize("name", TOLD)
def test_list_tells_of(name):
    base, document = compared(name)
    told = changes(document, base)
    assert [(each.kind, each.what, each.title, each.old, each.new) for each in told] == TOLD[name]


def test_target_is_told_with_both_wordings_and_the_goal_that_it_is_of():
    base, document = compared("target_from_a_direction_to_a_number")
    (told,) = changes(document, base)
    (cell,) = told.cells
    assert (cell.role, cell.old, cell.new) == ("target", "ökande", "≥ 80\u00a0%")
    assert told.above[-2:] == ("Effektmål: Hållbar organisation", "Resultatmål: Ökad jämställdhet")


@pytest.mark.parametrize("name", BY_NAME)
def test_all_that_is_linked_to_is_there_in(name):
    base, document = compared(name)
    ids = {note.id for note in document.notes}
    for block in every_block(document):
        ids.add(block.id)
        if isinstance(block, Section):
            ids.add(block.heading.id)
        elif isinstance(block, BulletList | OrderedList):
            ids |= {item.id for item in block.items}
        elif isinstance(block, Table):
            ids |= {note.id for note in block.notes}
            for row in (*block.head, *block.rows):
                ids |= {row.id, *(cell.id for cell in row.cells)}
    told = changes(document, base)
    assert {each.id for each in told if each.what != "cover"} <= ids
    assert {each.was for each in told if each.was} <= ids
    assert {cell.id for each in told for cell in each.cells} <= ids


@pytest.mark.parametrize("name", BY_NAME)
def test_something_is_told_if_something_is_marked_in(name):
    base, document = compared(name)
    if "abbreviation" not in name:  # what is said of the plan's own fields, which aren't of the document
        assert bool(changes(document, base)) is bool(BY_NAME[name].marks)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", BY_NAME)
def test_every_line_of_the_summary_has_a_name_in(name, back):
    base, document = compared(name, back)
    assert all(line.name.strip(" ,:") for line in lines(document, base))


@pytest.mark.parametrize("seed", range(40))
def test_every_line_of_the_summary_of_any_document_has_a_name(seed):
    writer = Writer(seed)
    base = writer.document()
    assert all(line.name.strip(" ,:") for line in lines(compare(base, writer.edited(base)), base))


def lines(document, base):
    return [line for group in groups(changes(document, base), catalogue("sv")) for line in group.lines]


def only(name, back=False):
    """The one difference of a case."""
    case = BY_NAME[name]
    old = edited(files(case.plan), case.start)
    base, head = composed(old), composed(edited(old, case.edits))
    base, head = (head, base) if back else (base, head)
    (told,) = changes(compare(base, head), base)
    return told


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("goal_moved_within_its_effect_goal", ""),
        ("section_moved", "Nämndens omvärldsfaktorer: möjligheter och utmaningar"),
        ("indicator_moved_within_its_goal", "Nyttjandegrad i e-handelssystemet"),
        ("budget_rows_swapped", "Regionstyrelsen politik"),
        ("column_moved", "Beslutad fördelning nettokostnadsram per 2025-01-01"),
    ],
)
def test_what_was_moved_in_its_place_is_told_behind_what_it_stands_now(name, after):
    assert (only(name).kind, only(name).after) == ("moved", after)


def test_what_was_moved_elsewhere_is_told_with_both_places():
    for name, first, last in (
        (
            "goal_moved_to_another_effect_goal",
            "Effektmål: Hållbar organisation",
            "Effektmål: God, jämlik och jämställd hälsa",
        ),
        (
            "activity_handed_over_to_a_goal_without_any",
            "Resultatmål: Ekonomi i balans",
            "Resultatmål: Ökad jämställdhet",
        ),
    ):
        assert (only(name).above_was[-1], only(name).above[-1], only(name).after) == (first, last, None)
        assert (only(name, back=True).above_was[-1], only(name, back=True).above[-1]) == (last, first)


def test_picture_with_another_caption_and_other_figures_is_one_difference():
    def document(shade, caption):
        image = Image(bytes([shade]), "image/png", "Karta")
        figure = Figure(id="karta", image=image, caption=(Text(caption),))
        return Document(metadata=Metadata(title="", language="sv"), blocks=(figure,))

    base, head = document(1, "Ram 2026 (se tabell 2)"), document(2, "Ram 2027 (se tabell 1)")
    (found,) = changes(compare(base, head), base)
    assert (found.kind, found.what, found.title) == ("edited", "figure", "Ram 2027 (se tabell 1)")


def test_paragraphs_split_or_merged_are_one_difference():
    assert only("paragraph_split").kind == "split"
    assert only("paragraph_split", back=True).kind == "joined"


def test_links_address_is_told_as_it_was_and_is():
    assert only("links_address").replaced == (("https://a.example", "https://b.example"),)


def test_goal_that_went_is_told_with_the_goals_below_it(minimal_plan):
    old = edited(files("regionstyrelsen-2026"), ())
    goals = str(old["goals.yaml"])
    head = {
        **old,
        "goals.yaml": goals[: goals.index("  - id: god-jamlik")] + goals[goals.index("  - id: hallbar-org") :],
    }
    del head["goals/manskliga-rattigheter.md"]
    found, *indicators = told(old, head)
    assert {(each.kind, each.what) for each in indicators} == {("removed", "indicator")}
    assert (found.kind, found.title) == ("removed", "Effektmål: God, jämlik och jämställd hälsa")
    assert found.held == ("Resultatmål: Stärkta mänskliga rättigheter",)


ONE_GOAL = "goals/god-halsa.md"
INDICATORS = """indikatorer:
  - namn: Nöjdhet
    målvärde: ökande
  - namn: Väntetid
    målvärde: minskande
"""
ACTIVITIES = """aktiviteter:
  - id: matning
    namn: Vi mäter varje månad.
  - id: samtal
    namn: Vi talar med patienterna.
"""


def goal(minimal_plan, front):
    """The small plan, whose goal has this in the place of its indicators."""
    plan = {name.removeprefix("content/plan/"): text for name, text in minimal_plan.items() if "content/plan/" in name}
    text = plan[ONE_GOAL].split("---\n")[2]
    return {**plan, ONE_GOAL: f"---\ntitel: God hälsa\n{front}---\n{text}"}


def told(base, head):
    base, head = composed(base), composed(head)
    return changes(compare(base, head), base)


@pytest.mark.parametrize(
    ("front", "what", "names"),
    [
        (INDICATORS, "indicator", ["Nöjdhet", "Väntetid"]),
        (ACTIVITIES, "activity", ["Vi mäter varje månad.", "Vi talar med patienterna."]),
        (
            "agenda2030: [3, 16]\n",
            "agenda-goal",
            ["Mål 3 God hälsa och välbefinnande", "Mål 16 Fredliga och inkluderande samhällen"],
        ),
    ],
)
def test_all_that_a_goal_loses_or_gets_for_the_first_time_is_named(minimal_plan, front, what, names):
    with_them, without = goal(minimal_plan, front), goal(minimal_plan, "")
    for base, head, kind in ((with_them, without, "removed"), (without, with_them, "added")):
        found = told(base, head)
        assert [(each.kind, each.what, each.title or each.old or each.new) for each in found] == [
            (kind, what, name) for name in names
        ]
        assert all(each.id for each in found)


def test_a_goal_that_goes_is_told_with_each_of_its_indicators(minimal_plan):
    one = goal(minimal_plan, INDICATORS)
    other = one[ONE_GOAL].replace("God hälsa", "Annat").replace("Nöjdhet", "Andel").replace("Väntetid", "Antal")
    two = {**one, "goals/annat.md": other, "goals.yaml": one["goals.yaml"] + "  - annat\n"}
    found = [(each.kind, each.what) for each in told(two, one) if each.what in ("goal", "indicator")]
    assert found == [("removed", "goal"), ("removed", "indicator"), ("removed", "indicator")]
