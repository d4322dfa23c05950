"""Two sides of a plan -> its document with what differs marked, and all that was found in reading them.

A side is a plan's folder in a source: a Git revision, the working tree, any folder. Both are composed by the same
outline, labels and looks, so that only content differs. A plan that one side hasn't got is inserted or deleted whole.
Where a side has it but it can't be read, nothing is compared: the other side is shown without marks.
"""

from __future__ import annotations

from plangen.brand.brand import Brand
from plangen.build import Examined, examine, layout
from plangen.compose.plan_fields import plan_fields
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Severity
from plangen.document.diff.changes import changes
from plangen.document.diff.compare import compare
from plangen.document.diff.differences import Difference
from plangen.document.diff.fields import with_fields
from plangen.document.diff.marks import document_changed
from plangen.document.diff.settle import SUMMARY
from plangen.document.diff.summary import Sides, page, summary
from plangen.document.diff.whole_plan import whole_plan
from plangen.document.document import Comparison, Document, FaultySide
from plangen.document.identify import identified
from plangen.document.table_layout import laid_out
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.locale.messages import message, printable
from plangen.source.plans import files_below
from plangen.source.recall import Recall
from plangen.source.source import Source
from plangen.typesetting.page_room import PageRoom

WORD_TEMPLATE = ("word-field", "word-template")
"""What the codes of a Word template's faults start with."""


FIRST = 3
"""How many of a side's faults are told with the comparison; `plangen check` tells of all."""

WIDEST = 300
"""Characters of such a fault."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: where the plan is, and what the side is called. `folder` is "" where there is none."""

    source: Source
    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class Redline:
    """The compared document, or None where neither side can be shown, and each side with what was found in it."""

    document: Document | None
    base: tuple[Side, Examined]
    head: tuple[Side, Examined]

    @property
    def changed(self) -> bool:
        """Whether anything differs, or may: in what is shown, in what the plan says of itself, in what faults hide."""
        document = self.document
        if document is None:
            return False
        found = document.comparison
        return document_changed(document) or bool(found and (found.differences or found.faults))

    @property
    def faults(self) -> tuple[FaultySide, ...]:
        """The sides whose content has faults."""
        words = catalogue(self.language)
        return tuple(
            FaultySide(
                side=side.name or words.labels["diff-now"],
                count=len(errors),
                first=tuple(_told(each, words) for each in errors[:FIRST]),
                shown=examined.document is not None,
            )
            for side, examined in (self.base, self.head)
            if (errors := [each for each in examined.diagnostics if each.severity == Severity.ERROR])
        )

    @property
    def language(self) -> str:
        """The plan's language."""
        plan = self.head[1].plan or self.base[1].plan
        return plan.language if plan else DEFAULT_LANGUAGE


def redline(base: Side, head: Side, brand: Brand) -> Redline:
    """Compares two sides of a plan."""
    recall = Recall()  # most files are the same on both sides, and the templates always
    old, new = _examined(base, brand, recall), _examined(head, brand, recall)
    shown = new.document or old.document
    if shown is None:
        return Redline(None, (base, old), (head, new))
    compared, differences = _compared(base, old, head, new, shown)
    redlined = Redline(compared, (base, old), (head, new))
    words = catalogue(redlined.language)
    blocks, _ = laid_out(compared.blocks, layout(brand, words))
    sides = Sides(shown.metadata.title, base.name, head.name or words.labels["diff-now"])
    faults = () if _same_files(base, head) else redlined.faults
    comparison = Comparison(
        base=sides.base,
        head=sides.head,
        title=words.labels["diff-summary"],
        differences=differences,
        summary=identified(summary(differences, words, faults), SUMMARY),
        page=identified(page(differences, sides, words, PageRoom(brand), faults), SUMMARY),
        faults=faults,
    )
    return replace(redlined, document=replace(compared, blocks=blocks, comparison=comparison))


def _compared(
    base: Side, old: Examined, head: Side, new: Examined, shown: Document
) -> tuple[Document, tuple[Difference, ...]]:
    """The document that is shown, with its marks, and what differs; neither where a side is there but can't be read."""
    if (base.folder and old.document is None) or (head.folder and new.document is None):
        return compare(shown, shown), ()
    before, after = old.document or _emptied(shown), new.document or _emptied(shown)
    compared = compare(before, after)
    if not (base.folder and head.folder):
        return compared, whole_plan(compared, "added" if head.folder else "removed")
    differences = changes(compared, before)
    if old.plan and new.plan:
        words = catalogue(new.plan.language)
        differences = with_fields(differences, plan_fields(old.plan, words), plan_fields(new.plan, words))
    return compared, differences


def _same_files(base: Side, head: Side) -> bool:
    """Whether a plan's files are the same on both sides, so that no fault can hide a change."""
    old, new = ({path.removeprefix(f"{each.folder}/"): path for path in _files(each)} for each in (base, head))
    return old.keys() == new.keys() and all(base.source.read(old[each]) == head.source.read(new[each]) for each in old)


def _files(side: Side) -> tuple[str, ...]:
    return files_below(side.source, side.folder) if side.folder else ()


def _told(fault: Diagnostic, words: Catalogue) -> str:
    """A fault with its place, on one line."""
    place = fault.location
    where = f"{place.file}:{place.line}" if place.line else place.file
    text = f"{printable(where)}: {message(fault, words)}"
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"


def _examined(side: Side, brand: Brand, recall: Recall) -> Examined:
    """A side without the faults of Word templates, which are none of the content's and have no part in a comparison."""
    if not side.folder:
        return Examined(None, None, ())
    examined = examine(side.source, side.folder, brand, recall)
    kept = (each for each in examined.diagnostics if not each.code.startswith(WORD_TEMPLATE))
    return replace(examined, diagnostics=tuple(kept))


def _emptied(document: Document) -> Document:
    """A document of which only the metadata is left, as the side that hasn't got the plan."""
    return replace(document, metadata=replace(document.metadata, cover=()), blocks=(), notes=())
