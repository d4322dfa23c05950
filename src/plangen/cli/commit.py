"""The commit that a plan was built at, for its record. Git is asked once for all plans, and only where one is built."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import PlangenError
from plangen.output.manifest import Manifest
from plangen.source.git import Repository, WorkingTree
from plangen.source.plans import TEMPLATES


@dataclass(frozen=True)
class Committed:
    """What is committed of some plans' folders, below the folder that they lie in."""

    root: Path
    folders: Sequence[str]

    @cached_property
    def _tree(self) -> WorkingTree | None:
        """None where there is no git, no repository or no commit; a plan is built all the same."""
        try:
            return Repository(self.root).working_tree((*self.folders, TEMPLATES))
        except PlangenError:
            return None

    def noted(self, manifest: Manifest, folder: str) -> Manifest:
        """A plan's record with the commit, and whether the plan and the templates are as it has them."""
        tree = self._tree
        if tree is None:
            return replace(manifest, commit="", clean=False)
        return replace(manifest, commit=tree.commit, clean=tree.clean(folder) and tree.clean(TEMPLATES))
