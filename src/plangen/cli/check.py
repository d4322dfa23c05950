"""What `plangen check` does: each plan for itself, what was found in all of them, and how much it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePosixPath

from plangen.cli.build import one_language, told
from plangen.cli.finding import Finding, in_json, prefix_of
from plangen.cli.orders import Order, folders
from plangen.cli.report import counts
from plangen.cli.step import FAILED, Step
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.source.source import Folder


def check(order: Order) -> int:
    """Examines each plan and says what was found. The exit code."""
    asked = folders(order, Folder(order.root))
    made = tuple(told(order, asked, [Step(order, folder) for folder in asked], "checking"))
    findings = tuple(dict.fromkeys(each for outcome in made for each in outcome.findings))
    unexamined = tuple(folder for folder, each in zip(asked, made, strict=True) if each.code == FAILED)
    if order.form == "json":
        print(json.dumps(in_json(findings, prefix_of(order.root), unexamined), ensure_ascii=False, indent=2))
    else:
        words = catalogue(order.language or one_language(made) or DEFAULT_LANGUAGE)
        found = dict.fromkeys(each for outcome in made for each in outcome.found)
        accepted = sum(each.accepted for each in findings)
        said = [counts(found, words, accepted)] if found or not unexamined else []
        if unexamined:
            said.append(words.report["unexamined"].format(plans=", ".join(unexamined)))
        print(" ".join(said))
        if order.form == "text" and (plans := _with_amounts(findings)):
            print(words.report["check-figures"].format(plans=" ".join(plans)))
    return max(each.code for each in made)


def _with_amounts(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The names of the plans in whose text an amount is told of, which `plangen figures` shows all amounts of."""
    told = (each for each in findings if each.group == "figures" and each.code.startswith("amount-"))
    return tuple(dict.fromkeys(PurePosixPath(each.plan).name for each in told if not each.accepted))
