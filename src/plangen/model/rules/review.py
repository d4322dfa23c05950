"""Rules across the plan that judge what is written, beside those that say what a plan may hold (`model/checks.py`).

All that they find is a warning, since a document can be right all the same. Each rule is meant to be right nine times
of ten: one that can't tell a slip from a choice says nothing. `tests/model/rules/test_review.py` runs them over every
plan of the repository, and knows each finding there.
"""

from __future__ import annotations

from plangen.diagnostics import Diagnostic
from plangen.model.plan import Plan
from plangen.model.rules.abbreviation_rules import abbreviation_rules
from plangen.model.rules.agenda_rules import agenda_rules
from plangen.model.rules.amount_changes import amount_changes
from plangen.model.rules.amount_lists import amount_lists
from plangen.model.rules.amount_points import amount_points
from plangen.model.rules.amounts_in_prose import amounts_in_prose
from plangen.model.rules.document_rules import document_rules
from plangen.model.rules.doubled_rules import doubled_rules
from plangen.model.rules.figure_rules import figure_rules
from plangen.model.rules.figure_sizes import figure_sizes
from plangen.model.rules.goal_rules import goal_rules
from plangen.model.rules.indicator_rules import indicator_rules
from plangen.model.rules.language_rules import language_rules
from plangen.model.rules.passages import Lines, Printed
from plangen.model.rules.repetition_rules import repetition_rules
from plangen.model.rules.reviewed import Reviewed, Rule
from plangen.model.rules.target_rules import target_rules
from plangen.model.rules.year_rules import year_rules

RULES: tuple[Rule, ...] = (
    figure_rules,
    figure_sizes,
    amounts_in_prose,
    amount_changes,
    amount_lists,
    amount_points,
    target_rules,
    indicator_rules,
    goal_rules,
    agenda_rules,
    document_rules,
    language_rules,
    doubled_rules,
    abbreviation_rules,
    repetition_rules,
    year_rules,
)


def review(plan: Plan, lines: Lines, printed: Printed) -> tuple[Diagnostic, ...]:
    """What the rules find in a plan. `lines` are those of a file, `printed` is what an expression prints."""
    reviewed = Reviewed(plan, lines, printed)
    return tuple(found for rule in RULES for found in rule(reviewed))
