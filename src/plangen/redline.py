"""Two sides of a plan -> its document with what differs marked, and all that was found in reading them.

A side is a plan's folder in a source: a Git revision, the working tree, any folder. Both are composed by the same
outline, labels and looks, so that only content differs. A plan that one side hasn't got is inserted or deleted whole.
"""

from __future__ import annotations

from plangen.brand.brand import Brand
from plangen.build import Examined, examine, layout
from plangen.compose.plan_fields import plan_fields
from plangen.dataclass import dataclass, replace
from plangen.document.diff.changes import changes
from plangen.document.diff.compare import compare
from plangen.document.diff.fields import with_fields
from plangen.document.diff.marks import document_changed
from plangen.document.diff.settle import SUMMARY
from plangen.document.diff.summary import Sides, page, summary
from plangen.document.diff.whole_plan import whole_plan
from plangen.document.document import Comparison, Document
from plangen.document.identify import identified
from plangen.document.table_layout import laid_out
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.source.source import Source
from plangen.typesetting.page_room import PageRoom

WORD_TEMPLATE = ("word-field", "word-template")
"""What the codes of a Word template's faults start with."""


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
        """Whether anything differs: in what is shown, or in what the plan says of itself."""
        document = self.document
        if document is None:
            return False
        return document_changed(document) or bool(document.comparison and document.comparison.differences)

    @property
    def language(self) -> str:
        """The plan's language."""
        plan = self.head[1].plan or self.base[1].plan
        return plan.language if plan else DEFAULT_LANGUAGE


def redline(base: Side, head: Side, brand: Brand) -> Redline:
    """Compares two sides of a plan."""
    old, new = _examined(base, brand), _examined(head, brand)
    shown = new.document or old.document
    if shown is None:
        return Redline(None, (base, old), (head, new))
    before, after = old.document or _emptied(shown), new.document or _emptied(shown)
    compared = compare(before, after)
    redlined = Redline(compared, (base, old), (head, new))
    words = catalogue(redlined.language)
    blocks, _ = laid_out(compared.blocks, layout(brand, words))
    differences = changes(compared, before)
    if not (base.folder and head.folder):
        differences = whole_plan(compared, "added" if head.folder else "removed")
    elif old.plan and new.plan:
        differences = with_fields(differences, plan_fields(old.plan, words), plan_fields(new.plan, words))
    sides = Sides(shown.metadata.title, base.name, head.name or words.labels["diff-now"])
    comparison = Comparison(
        base=sides.base,
        head=sides.head,
        title=words.labels["diff-summary"],
        differences=differences,
        summary=identified(summary(differences, words), SUMMARY),
        page=identified(page(differences, sides, words, PageRoom(brand)), SUMMARY),
    )
    return replace(redlined, document=replace(compared, blocks=blocks, comparison=comparison))


def _examined(side: Side, brand: Brand) -> Examined:
    """A side without the faults of Word templates, which are none of the content's and have no part in a comparison."""
    if not side.folder:
        return Examined(None, None, ())
    examined = examine(side.source, side.folder, brand)
    kept = (each for each in examined.diagnostics if not each.code.startswith(WORD_TEMPLATE))
    return replace(examined, diagnostics=tuple(kept))


def _emptied(document: Document) -> Document:
    """A document of which only the metadata is left, as the side that hasn't got the plan."""
    return replace(document, metadata=replace(document.metadata, cover=()), blocks=(), notes=())
