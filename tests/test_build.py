from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plangen.brand.brand import DEFAULT, Hyphenation, Logo
from plangen.build import Examined, examine, job, layout, timestamp_of, write
from plangen.diagnostics import Location, PlangenError, Severity, error, warning
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import BlockQuote, BulletList, Callout, DefinitionList, OrderedList
from plangen.locale.catalogue import catalogue
from plangen.readers.brand import read_brand
from plangen.source.recall import Made, Recall
from plangen.source.source import Folder, Memory
from plangen.word.template import FilledTemplate, WordTemplate
from plangen.writers.formats import FORMATS

FOLDER = "content/liten-plan"
GOLDEN = Folder(Path(__file__).parent / "golden" / "liten-plan")
PLAN = "titel: Plan\norganisation: Org\når: 2026\nspråk: sv\ndisposition: {outline}\navsnitt: [a]\nstatus: utkast\n"
SECTION = "---\ntitel: A\n---\nText.\n"


def memory(outline: str = "egen", **files: str | bytes) -> Memory:
    return Memory(
        {
            f"{FOLDER}/plan.yaml": PLAN.format(outline=outline),
            f"{FOLDER}/sections/a.md": SECTION,
            **{name.replace("__", "/").replace("_", ".") + ".md.j2": text for name, text in files.items()},
        }
    )


def codes(examined: Examined) -> list[str]:
    return [each.code for each in examined.diagnostics]


def empty(date: str = "") -> Document:
    return Document(metadata=Metadata(title="x", language="sv-SE", date=date), blocks=())


def test_a_plan_in_order_is_sound_and_has_a_document() -> None:
    examined = examine(GOLDEN, FOLDER)
    assert examined.sound, examined.diagnostics
    assert examined.plan is not None
    assert examined.document is not None


def test_the_same_plan_gives_the_same_document() -> None:
    assert examine(GOLDEN, FOLDER) == examine(GOLDEN, FOLDER)


EDITS = (
    ("sections/mal.md", "---\ntitel: A\n---\nText [^1] {{ nope }} **fet**.\n\n[^2]: Not.\n"),
    ("budget/drift.yaml", "titel: T\nenhet: tkr\nkolumner: {a: {rubrik: A}}\nrader:\n  - namn: *\n    a: 1,5\n"),
    ("plan.yaml", "titel: [\n"),
    ("goals.yaml", None),
)


def test_a_plan_examined_again_and_again_is_as_one_examined_once() -> None:
    """Each edit is made and taken back, so that what is recalled is of an other state of the files than the last."""
    content = content_of(GOLDEN)
    recall = Recall()
    states = [content]
    for name, text in EDITS:
        edited = {**content, f"{FOLDER}/{name}": text} if text else {**content}
        if text is None:
            del edited[f"{FOLDER}/{name}"]
        states += [edited, content, edited]
    shifted = {
        path: data.replace(b"---\n", b"---\n\n\n") if path.endswith(".md") else data for path, data in content.items()
    }
    for state in [*states, shifted, content]:
        assert examine(Memory(state), FOLDER, DEFAULT, recall) == examine(Memory(state), FOLDER)


class Counting(Recall):
    """A memory that counts what is made anew."""

    made = 0

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        def counted() -> Made:
            self.made += 1
            return make()

        return super().once(key, counted)


def test_of_a_plan_in_which_one_text_has_changed_only_that_text_is_read_anew() -> None:
    recall = Counting()
    examine(GOLDEN, FOLDER, DEFAULT, recall)
    assert recall.made > 20
    recall.made = 0
    examine(GOLDEN, FOLDER, DEFAULT, recall)
    assert recall.made == 0
    files = content_of(GOLDEN)
    changed = {
        **files,
        f"{FOLDER}/sections/mal.md": files[f"{FOLDER}/sections/mal.md"] + b"\n\nEtt stycke till.\n",
    }
    examine(Memory(changed), FOLDER, DEFAULT, recall)
    assert recall.made == 1


def test_a_title_that_an_attribute_tells_is_told_anew() -> None:
    recall = Recall()
    outline = '{series="x" label="{{ plan.title }}"}\n# A\n'
    for title in ("Plan", "Program", "Pl*a*n", "{{ plan.år }}", "Plan"):
        files = dict(memory(templates__outline__egen=outline).files)
        files[f"{FOLDER}/plan.yaml"] = PLAN.format(outline="egen").replace("titel: Plan", f'titel: "{title}"')
        source = Memory(files)
        assert examine(source, FOLDER, DEFAULT, recall) == examine(source, FOLDER)


def content_of(folder: Folder) -> dict[str, bytes]:
    paths = (path for path in folder.root.rglob("*.*") if path.is_file())
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in paths}


def test_another_outline_and_another_look_are_not_taken_for_those_before() -> None:
    recall = Recall()
    table_text = replace(DEFAULT.styles["table-text"], size=14)
    large = replace(DEFAULT, styles={**DEFAULT.styles, "table-text": table_text})
    table = f"{FOLDER}/sections/a.md", SECTION + "\n| Ett | Två |\n|---|---|\n| a | b |\n"
    for outline in ("# A\n\n{{ plan.sections[0].text }}\n", "# B\n\n{{ plan.sections[0].text }}\n"):
        for brand in (DEFAULT, large, DEFAULT):
            source = Memory({**memory(templates__outline__egen=outline).files, table[0]: table[1]})
            assert examine(source, FOLDER, brand, recall) == examine(source, FOLDER, brand)


def test_a_plan_that_is_not_there_has_neither_plan_nor_document() -> None:
    examined = examine(Memory({}), FOLDER)
    assert (examined.plan, examined.document, examined.sound) == (None, None, False)
    assert codes(examined) == ["file-missing"]


def test_faults_of_every_stage_come_at_once_in_the_order_of_their_places() -> None:
    source = memory(templates__outline__egen="{{ plan.sections[0].text }}\n\n```\nx\n```\n")
    files = {
        **source.files,
        f"{FOLDER}/plan.yaml": PLAN.format(outline="egen") + "färg: röd\n",
        f"{FOLDER}/sections/a.md": "---\ntitel: A\n---\n[](#nope) {{ nope }} [^1]\n",
    }
    examined = examine(Memory(files), FOLDER)
    found = ["unknown-key", "unknown-reference", "expression-unknown", "note-unknown", "markdown-fence"]
    assert codes(examined) == found
    assert list(examined.diagnostics) == sorted(examined.diagnostics, key=lambda each: each.location)
    assert not examined.sound


def test_a_warning_leaves_a_plan_sound_and_an_error_does_not() -> None:
    place = Location("a")
    assert Examined(None, empty(), (warning("a", place),)).sound
    assert not Examined(None, empty(), (warning("a", place), error("b", place))).sound
    assert not Examined(None, None, ()).sound


def test_a_projects_own_outline_goes_before_plangens() -> None:
    own = examine(memory("arsplan", templates__outline__arsplan="Egen.\n"), FOLDER).document
    assert own is not None
    assert len(own.blocks) == 1
    shipped = examine(memory("arsplan"), FOLDER).document
    assert shipped is not None
    assert len(shipped.blocks) > 1


def test_an_unknown_outline_is_told_where_it_is_named_with_those_there_are() -> None:
    (found,) = examine(memory("arspaln", templates__outline__annan="x"), FOLDER).diagnostics
    assert (found.code, found.location.line) == ("unknown-outline", 5)
    assert dict(found.parameters) == {"outline": "arspaln", "near": "arsplan", "allowed": "annan, arsplan"}


@pytest.mark.parametrize("outline", ["../../../etc/passwd", "/etc/passwd", "a/../../..", "c:\\x", "."])
def test_an_outline_does_not_lead_out_of_the_templates(outline: str, tmp_path: Path) -> None:
    for name, text in memory(f"'{outline}'").files.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    (tmp_path / "passwd.md.j2").write_text("secret")
    assert codes(examine(Folder(tmp_path / "project"), FOLDER)) == ["unknown-outline"]


def test_an_outline_that_is_no_text_is_told() -> None:
    assert codes(examine(memory(templates__outline__egen=b"\xff"), FOLDER)) == ["not-utf8"]


def test_a_plan_without_an_outline_has_the_one_that_comes_with_plangen() -> None:
    source = Memory({**memory().files, f"{FOLDER}/plan.yaml": PLAN.replace("disposition: {outline}\n", "")})
    assert codes(examine(source, FOLDER)) == []


def test_an_outline_whose_name_cannot_be_read_is_told_once() -> None:
    source = Memory({**memory().files, f"{FOLDER}/plan.yaml": PLAN.replace("{outline}", "[a]")})
    assert codes(examine(source, FOLDER)) == ["text-expected"]


def test_a_character_that_no_font_has_is_told_with_its_place() -> None:
    source = memory(templates__outline__egen="{{ plan.sections[0].text }}")
    examined = examine(
        Memory({**source.files, f"{FOLDER}/sections/a.md": SECTION.replace("Text", "\U0001f600")}), FOLDER
    )
    (found,) = examined.diagnostics
    assert (found.code, found.severity) == ("character-without-glyph", Severity.ERROR)
    assert (found.location.file, found.location.line) == (f"{FOLDER}/sections/a.md", 4)


@pytest.mark.parametrize(
    ("character", "code"), [("\u4e2d", "character-without-glyph"), ("\u05d0", "character-right-to-left")]
)
def test_a_character_at_the_head_of_pages_that_cannot_be_set_is_told_in_the_brand_or_the_outline(
    character: str, code: str
) -> None:
    outline = "{{ plan.sections[0].text }}"
    given = memory(templates__outline__egen=outline).files
    files = {**given, "templates/brand.yaml": f'# Om\nsidfot: "{{titel}} {character} {{sida}}"\n'}
    source = Memory(files)
    brand, faults = read_brand(source, FOLDER)
    assert faults == ()
    (found,) = examine(source, FOLDER, brand).diagnostics
    assert (found.code, found.location) == (code, Location("templates/brand.yaml", 2, 18, 1))
    headed = f'{{{{ header(plan.title, "{character}") }}}}\n{outline}'
    (found,) = examine(memory(templates__outline__egen=headed), FOLDER).diagnostics
    assert (found.code, found.location.file) == (code, "templates/outline/egen.md.j2")


def test_a_text_of_the_plan_at_the_head_of_pages_is_told_where_the_plan_has_it() -> None:
    outline = '{{ cover("title", plan.title) }}\n{{ header(plan.title) }}\n{{ plan.sections[0].text }}'
    files = memory(templates__outline__egen=outline).files
    plan = files[f"{FOLDER}/plan.yaml"]
    assert isinstance(plan, str)
    (found,) = examine(
        Memory({**files, f"{FOLDER}/plan.yaml": plan.replace("titel: ", "titel: \u4e2d ")}), FOLDER
    ).diagnostics
    assert found.location.file == f"{FOLDER}/plan.yaml"


def test_the_date_of_the_files_is_the_documents_before_that_of_the_environment() -> None:
    assert timestamp_of(empty("2025-12-01"), "86400") == datetime(2025, 12, 1, tzinfo=UTC)
    assert timestamp_of(empty(), "86400") == datetime(1970, 1, 2, tzinfo=UTC)
    assert timestamp_of(empty(), None) == datetime(1980, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["nyss", "1.5", "9" * 30])
def test_a_time_of_the_environment_that_cannot_be_read_is_a_fault_of_the_world(epoch: str) -> None:
    with pytest.raises(PlangenError):
        timestamp_of(empty(), epoch)


def test_every_format_has_a_writer_that_gives_the_same_bytes_twice() -> None:
    document = examine(GOLDEN, FOLDER).document
    assert document is not None
    timestamp = timestamp_of(document, None)
    for form in FORMATS:
        first, second = (write(job(document, DEFAULT, timestamp), form) for _ in range(2))
        assert first == second
        assert len(first) > 1000


def test_pages_are_set_once_for_all_writers() -> None:
    work = job(empty(), DEFAULT, timestamp_of(empty(), None))
    assert work.typeset() is work.typeset()


def test_the_pdf_is_hyphenated_as_the_word_template_is() -> None:
    for hyphenation in (None, Hyphenation(zone=20)):
        template = FilledTemplate(WordTemplate("mall.docx", b"", (), hyphenation), {})
        assert job(empty(), DEFAULT, timestamp_of(empty(), None), template).brand.hyphenation == hyphenation


def test_the_room_of_tables_is_the_brands_page() -> None:
    room = layout(DEFAULT, catalogue("sv"))
    assert room.text_width < room.landscape_width
    assert room.measure("mm", False) == pytest.approx(2 * room.measure("m", False))
    assert room.measure("m", True) > room.measure("i", True)
    assert "\u00ad" in room.hyphenate("informationssäkerhet")


def test_every_block_that_sets_its_content_in_has_an_indent() -> None:
    indents = layout(DEFAULT, catalogue("sv")).indents
    assert set(indents) == {BlockQuote, BulletList, Callout, DefinitionList, OrderedList}
    assert all(indent > 0 for indent in indents.values())


def test_a_name_that_the_logo_says_stands_once_on_the_cover() -> None:
    fields = (
        CoverField(role="organisation", inlines=(Text("Tallbro kommun"),)),
        CoverField(role="title", inlines=(Text("x"),)),
    )
    document = Document(
        metadata=Metadata(title="x", language="sv-SE", author="Tallbro kommun", cover=fields), blocks=()
    )
    for alternative, roles in (("Tallbro kommun", ["title"]), ("Ett träd", ["organisation", "title"])):
        brand = replace(DEFAULT, logo=Logo(b"", "image/png", alternative))
        cover = job(document, brand, timestamp_of(document, None)).document.metadata.cover
        assert [field.role for field in cover] == roles
