"""THE pipeline. Read this first.

    content/ ─read─▶ Plan ─check─▶ Plan ─compose─▶ Document ─resolve─▶ Document ─write─▶ html · pdf · docx

Every stage is a function from value to value; its module says what it does. Here they are put in their order. A plan is
examined as far as its faults allow, so that one run tells of all of them, and written only where it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

from plangen.brand.brand import DEFAULT, Brand
from plangen.compose.compose import compose
from plangen.compose.outline import Outline
from plangen.compose.running import branded
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, error, in_order, nearest
from plangen.document.diff.settle import as_accepted, printable
from plangen.document.document import Document
from plangen.document.nodes import Figure, TableOfContents
from plangen.document.resolve import resolve
from plangen.document.table_layout import Layout
from plangen.document.table_titles import with_titles
from plangen.document.walk import every_block
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.model.adjustment import Accepted, adjusted
from plangen.model.checks import check
from plangen.model.echoes import without_echoes
from plangen.model.plan import Plan
from plangen.model.rules.review import review
from plangen.readers.plan import read_plan
from plangen.readers.text_file import read_lines, read_text
from plangen.source.plans import WORD_TEMPLATES
from plangen.source.recall import Recall
from plangen.source.source import Source
from plangen.templates.environment import template_names, template_text
from plangen.typesetting.characters import unsettable
from plangen.typesetting.lengths import too_long
from plangen.typesetting.printed_lines import Spots, printed_lines, running_lines
from plangen.typesetting.room import table_room
from plangen.writers.formats import BUILD_FORMATS, IN_TEMPLATE, REVIEW_FORMATS
from plangen.writers.job import Job

if TYPE_CHECKING:
    from plangen.document.data import PlanData
    from plangen.typesetting.pages import Typeset
    from plangen.word.template import FilledTemplate

OUTLINES = "templates/outline"
ENDING = ".md.j2"

Writer = Callable[[Job], bytes | Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and the seconds that it took."""

    content: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Examined:
    """A plan examined: the resolved document, where the plan could be read so far, and everything found.

    `accepted` is what was found too but the plan accepts, with its reason; it is among no `diagnostics`. `template` is
    the Word template that the document is written into, None for plangen's own.
    """

    plan: Plan | None
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    template: FilledTemplate | None = None
    accepted: tuple[Accepted, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether a document can be written."""
        return self.document is not None and all(each.severity < Severity.ERROR for each in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan examined but for the rules across it, which only warn: whatever else is wrong with it is `found`."""

    source: Source
    folder: str
    found: tuple[Diagnostic, ...]
    plan: Plan | None = None
    composed: Document | None = None
    document: Document | None = None
    template: FilledTemplate | None = None

    @property
    def sure(self) -> bool:
        """Whether it is sound whatever the rules find: nothing is an error, and the plan makes nothing one."""
        if self.plan is None or self.document is None or any(each.level == "error" for each in self.plan.checks):
            return False
        found = adjusted(self.plan.checks, self.folder, self.found, _lines(self.source)).found
        return all(each.severity < Severity.ERROR for each in found)


def examine(
    source: Source,
    folder: str,
    brand: Brand = DEFAULT,
    recall: Recall | None = None,
    *,
    beside: Sequence[Diagnostic] = (),
) -> Examined:
    """Reads, checks, composes and resolves the plan in a folder.

    Who examines it again and again hands down a `recall`, by which what has not changed is not made anew. What was
    found `beside` the plan, in its brand, is among what is found, so that the plan can accept it.
    """
    return judged(drafted(source, folder, brand, recall, beside=beside))


def drafted(
    source: Source,
    folder: str,
    brand: Brand = DEFAULT,
    recall: Recall | None = None,
    *,
    beside: Sequence[Diagnostic] = (),
) -> Draft:
    """The first part of `examine`, after which all is known that can keep a document from being written."""
    recall = recall or Recall()
    recall.next_round()
    plan, found = read_plan(source, folder, recall)
    found = (*beside, *found)
    if plan is None:
        return Draft(source, folder, found)
    words = catalogue(plan.language)
    outline, faults = _outline(source, plan, folder)
    found = (*found, *check(plan), *faults)
    composed, faults = compose(plan, outline or _shipped_outline(), words, recall)
    composed = replace(composed, metadata=branded(composed.metadata, plan, brand.running, words))
    found = (*found, *faults)
    resolved, faults = resolve(composed, words, layout(brand, words, recall))
    template, unfit = _word_template(source, plan, folder)
    found = (*found, *faults, *unfit, *_unprintable(source, resolved, brand, outline))
    return Draft(source, folder, found, plan, composed, resolved if outline else None, template)


def judged(draft: Draft) -> Examined:
    """The second part of `examine`: what the rules find too, and what the plan says of its findings."""
    plan = draft.plan
    if plan is None or draft.composed is None:
        return Examined(None, None, in_order(draft.found))
    found = without_echoes((*draft.found, *_reviewed(draft.source, plan, draft.composed)), plan)
    said = adjusted(plan.checks, draft.folder, found, _lines(draft.source))
    return Examined(plan, draft.document, said.found, draft.template, said.accepted)


def job(document: Document, brand: Brand, timestamp: datetime, template: FilledTemplate | None = None) -> Job:
    """A resolved document with what its writers need; its pages are set once, when the first writer asks.

    Its charts are drawn here, since only now is it known that they are needed, and in which fonts and colours.
    """
    document = _told(_named_once(_drawn(document, brand), brand))
    if template:  # Word hyphenates as the template's settings say, and all formats of pages have the same lines
        brand = replace(brand, hyphenation=template.template.hyphenation)
    printed = printable(document)

    typeset = _setter(printed, brand, timestamp)
    if document.comparison is None:
        return Job(document, printed, brand, timestamp, printed, typeset, typeset, template)
    tracked = replace(printed, front=())
    accepted = _setter(as_accepted(tracked), brand, timestamp)
    return Job(document, printed, brand, timestamp, tracked, typeset, accepted, template)


def _setter(document: Document, brand: Brand, timestamp: datetime) -> Callable[[], Typeset]:
    """What sets the pages of a document, once."""

    @cache
    def typeset() -> Typeset:
        from plangen.typesetting.pages import typeset

        return typeset(document, brand, timestamp)

    return typeset


def _drawn(document: Document, brand: Brand) -> Document:
    """The document with its charts drawn; nothing is loaded where there are none."""
    if not any(isinstance(each, Figure) and each.chart for each in every_block(document)):
        return document
    from plangen.typesetting.charts import drawn

    return drawn(document, brand)


def _told(document: Document) -> Document:
    """The document with its tables told to who doesn't see them; in a comparison they are as they were compared."""
    return document if document.comparison else with_titles(document, catalogue(document.metadata.language))


def _named_once(document: Document, brand: Brand) -> Document:
    """The document without the organisation's name on the cover where that is what the logo above it says."""
    metadata = document.metadata
    if brand.logo is None or brand.logo.alternative.strip().casefold() != metadata.author.strip().casefold():
        return document
    cover = tuple(field for field in metadata.cover if field.role != "organisation")
    return replace(document, metadata=replace(metadata, cover=cover))


def keeps_pages(job: Job) -> bool:
    """Whether the contents list of the DOCX has page numbers; a Word template may set pages unlike the PDF's."""
    if job.template is None or not any(isinstance(each, TableOfContents) for each in every_block(job.document)):
        return True
    from plangen.writers.docx.into_template import keeps_pages

    return keeps_pages(job.template, job.document, job.brand)


def with_data(work: Job, plan: Plan) -> Job:
    """The job with the plan as data, which is made where a writer asks for it; so no writer sees the plan."""

    @cache
    def data() -> PlanData:
        from plangen.compose.data import plan_data

        return plan_data(plan, work.document, catalogue(plan.language))

    return replace(work, data=data)


def write_all(job: Job, formats: Sequence[str]) -> dict[str, Written]:
    """The document in several formats, each file by what its name ends with.

    Threads would not speed it up: the typesetter doesn't let others run.
    """
    written: dict[str, Written] = {}
    for form in formats:
        start = perf_counter()
        files = _files(job, form)
        seconds = (perf_counter() - start) / len(files)
        written |= {ending: Written(content, seconds) for ending, content in files.items()}
    return written


def write(job: Job, form: str) -> bytes:
    """The bytes of a document in a format of one file."""
    (content,) = _files(job, form).values()
    return content


def _files(job: Job, form: str) -> Mapping[str, bytes]:
    """The files of a format, each by what its name ends with."""
    writers = REVIEW_FORMATS if job.document.comparison else BUILD_FORMATS
    if job.template:
        writers = {**writers, **IN_TEMPLATE}
    module, _, function = writers[form].partition(":")
    writer: Writer = getattr(import_module(module), function)
    content = writer(job)
    return {f".{form}": content} if isinstance(content, bytes) else content


def layout(brand: Brand, words: Catalogue, recall: Recall | None = None) -> Layout:
    """The room that tables have, and how wide text is in them."""
    room, recall = table_room(brand, words), recall or Recall()
    face = recall.once(("face", brand.styles["table-text"].size, brand.fonts), object)  # to be told apart at once

    def measure(text: str, bold: bool) -> float:
        return recall.once(("width", text, bold, face), lambda: room.measure(text, bold))

    return replace(room, measure=measure)


def timestamp_of(document: Document, epoch: str | None) -> datetime:
    """What the files say of when they were made: the plan's date, else SOURCE_DATE_EPOCH, else the start of 1980."""
    if document.metadata.date:
        return datetime.fromisoformat(document.metadata.date).replace(tzinfo=UTC)
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as fault:
            raise PlangenError("epoch-unreadable", text=epoch) from fault
    return datetime(1980, 1, 1, tzinfo=UTC)


def _lines(source: Source) -> Callable[[Location], str]:
    """What gives the line at a place, "" for that of a file as a whole. Each file is read once."""
    lines_of = cache(lambda path: read_lines(source, path))

    def line(place: Location) -> str:
        lines = lines_of(place.file)
        return lines[place.line - 1] if 1 <= place.line <= len(lines) else ""

    return line


def _reviewed(source: Source, plan: Plan, composed: Document) -> tuple[Diagnostic, ...]:
    """What the rules across the plan find; files are read again only where there is something to find the place of."""
    made = {figure.location: figure.text for figure in composed.figures}
    return review(plan, cache(partial(read_lines, source)), lambda expression: made.get(expression.location, ""))


def _unprintable(source: Source, document: Document, brand: Brand, outline: Outline | None) -> tuple[Diagnostic, ...]:
    """What not every format can hold; files are read again only where there is something to find the place of."""
    running = running_lines(document, brand.running, outline.file if outline else "")
    lines = (*printed_lines(document), *running)
    spots = Spots(lines, cache(partial(read_lines, source)))
    return (*unsettable(lines, brand.fonts, spots), *too_long(document, lines, spots))


def _word_template(source: Source, plan: Plan, folder: str) -> tuple[FilledTemplate | None, tuple[Diagnostic, ...]]:
    """The Word template of a plan with the texts of its fields; nothing is loaded where there is none."""
    if not (plan.word_template or source.names(WORD_TEMPLATES)):
        return None, ()
    from plangen.compose.template_fields import template_texts
    from plangen.readers.word_template import read_word_template
    from plangen.word.template import FilledTemplate

    template, found = read_word_template(source, plan, folder)
    if template is None:
        return None, found
    texts, faults = template_texts(template.fields, template.file, plan, catalogue(plan.language))
    return FilledTemplate(template, texts), (*found, *faults)


def _shipped_outline() -> Outline:
    """An outline by which a plan is examined that names none, so that the faults of its content are found as well."""
    name = next(iter(sorted(template_names("outline"))))
    return Outline(f"plangen:{name}", template_text(name))


def _outline(source: Source, plan: Plan, folder: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """The outline that a plan names: the project's own, else the one that comes with plangen.

    None where the name can't be read, of which the reader has told.
    """
    if not plan.outline:
        return None, ()
    file = f"{OUTLINES}/{plan.outline}{ENDING}"
    text, faults = read_text(source, file)
    if text is not None or faults:
        return (Outline(file, text) if text is not None else None), faults
    name = f"outline/{plan.outline}{ENDING}"
    if name in template_names("outline"):
        return Outline(f"plangen:{name}", template_text(name)), ()
    known = {each.removesuffix(ENDING) for each in source.names(OUTLINES)}
    known |= {each.removeprefix("outline/").removesuffix(ENDING) for each in template_names("outline")}
    place = plan.place("outline") if "outline" in plan.places else Location(f"{folder}/plan.yaml")
    near = nearest(plan.outline, known)
    return None, (error("unknown-outline", place, outline=plan.outline, near=near, allowed=", ".join(sorted(known))),)
