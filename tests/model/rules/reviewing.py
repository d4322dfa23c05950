"""What the rules across a plan find in a small plan, with the very characters that each finding marks."""

from __future__ import annotations

from collections.abc import Mapping

from tests.conftest import FOLDER, SmallPlan

from plangen.build import examine
from plangen.diagnostics import Diagnostic, Severity
from plangen.source.source import Memory

GOAL = "goals/god-halsa.md"
TEXT_LINE = 8
"""The line on which the text of `SmallPlan.with_text` begins."""


def warnings(small: SmallPlan) -> tuple[Diagnostic, ...]:
    """The warnings of a plan, in which there is no fault."""
    found = examine(small.source, FOLDER).diagnostics
    assert [each for each in found if each.severity is Severity.ERROR] == []
    return found


def marked(source: Memory, each: Diagnostic) -> str:
    """What stands at a finding's place."""
    place = each.location
    content = source.files[place.file]
    assert isinstance(content, str)
    return content.split("\n")[place.line - 1][place.column - 1 :][: place.length]


def found(small: SmallPlan, *codes: str) -> list[tuple[str, str]]:
    """The code and the marked text of each warning, or of those with some codes."""
    return [(each.code, marked(small.source, each)) for each in warnings(small) if not codes or each.code in codes]


def said(small: SmallPlan, code: str) -> Mapping[str, str]:
    """What the only finding of a code speaks of."""
    (one,) = [each for each in warnings(small) if each.code == code]
    return dict(one.parameters)


def goals(small: SmallPlan, *fronts: str, text: str = "Text.") -> SmallPlan:
    """The plan with goals of one level, each from its front matter after the title."""
    names = [f"mal-{chr(ord('a') + number)}" for number in range(len(fronts))]
    listed = "nivåer:\n  - namn: Mål\nmål:\n" + "".join(f"  - {name}\n" for name in names)
    plan = (
        small.having("goals.yaml", listed)
        .without(GOAL)
        .having("sections/inledning.md", "---\ntitel: Inledning\nmål: alla\ntabeller: [fordelning]\n---\nText.\n")
    )
    for name, front in zip(names, fronts, strict=True):
        plan = plan.having(f"goals/{name}.md", f"---\ntitel: {name.capitalize()}\n{front}---\n{text}\n")
    return plan


def indicators(small: SmallPlan, *given: Mapping[str, str]) -> SmallPlan:
    """The plan with one goal that has indicators; each has a name, target, period and source where it gives none."""
    usual = {"målvärde": "ökande", "periodicitet": "År", "källa": "Register"}
    front = "agenda2030: [3]\nindikatorer:\n"
    for number, own in enumerate(given):
        values = {"namn": f"Mått {number}", **usual, **own}
        lines = [f"{key}: {value}" for key, value in values.items() if value]
        front += "  - " + "\n    ".join(lines) + "\n"
    return goals(small, front)
