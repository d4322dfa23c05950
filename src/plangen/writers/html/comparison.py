"""What a page says and offers where its document was compared with another: summary, legend, steps between changes."""

from __future__ import annotations

from plangen.document.document import Comparison
from plangen.templates.environment import template_text
from plangen.writers.html.blocks import blocks
from plangen.writers.html.context import Context
from plangen.writers.html.markup import container, derived, element, text

SUMMARY_ID, STEPS_ID = derived("", "summary"), derived("", "steps")


def summary(comparison: Comparison, context: Context) -> str:
    """The summary of what differs, with what the two sides are called and what the marks mean."""
    labels = context.labels
    title = element("h2", text(labels["diff-summary"]), id=SUMMARY_ID)
    sides = text(labels["diff-sides"]).format(
        base=element("strong", text(comparison.base)), head=element("strong", text(comparison.head))
    )
    legend = [
        element("li", element("ins", text(labels["diff-inserted"]))),
        element("li", element("del", text(labels["diff-deleted"]))),
        element("li", element("span", text(labels["diff-moved"]))),
    ]
    parts = [
        title,
        element("p", sides),
        *blocks(comparison.summary, context),
        container("ul", legend, class_="diff-legend", aria_label=labels["diff-legend"]),
    ]
    return container("section", parts, class_="diff-summary", aria_labelledby=SUMMARY_ID)


def steps(context: Context) -> str:
    """The buttons that lead to the change before and the change after; only a script can show them."""
    buttons = [
        element("button", "↑", type="button", aria_label=context.labels["diff-previous"], title="Shift+F8"),
        element("button", "↓", type="button", aria_label=context.labels["diff-next"], title="F8"),
        element("p", "", aria_live="polite"),
    ]
    name = context.labels["diff-steps"]
    return container("nav", buttons, id=STEPS_ID, class_="diff-steps", aria_label=name, hidden="")


def script() -> str:
    """The page's one script: it leads from change to change, and does nothing else."""
    return template_text("html/diff.js").strip()
