from __future__ import annotations

import os
from pathlib import Path

import pytest

from plangen.cli import one_plan, step
from plangen.cli.orders import Order
from plangen.cli.outcome import Line, Outcome
from plangen.cli.step import Step, outcome_of, outcomes
from plangen.cli.workers import Lost
from plangen.source.recall import Recall


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        for name in ("a", "b", "c"):
            place = tmp_path / path.replace("/plan/", f"/{name}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def order(project: Path, jobs: int = 0, language: str = "") -> Order:
    return Order(project, (), ("html",), project / "build", None, jobs=jobs, language=language)


def test_outcomes_are_the_same_however_many_plans_are_checked_at_a_time(project: Path):
    (project / "content/b/goals.yaml").unlink()
    made = [
        list(outcomes([Step(order(project, jobs), f"content/{name}") for name in ("a", "b", "c")])) for jobs in (1, 3)
    ]
    assert made[0] == made[1]
    assert [each.code for each in made[0]] == [0, 1, 0]


def test_outcome_that_is_known_stands_in_its_place_and_starts_no_process(project: Path, monkeypatch):
    monkeypatch.setattr(step, "_by_processes", None)
    known = Outcome(0, (Line("oförändrad"),))
    made = list(outcomes([known, Step(order(project, 2), "content/b"), known]))
    assert made[0] == made[2] == known
    assert made[1].language == "sv"


def test_nothing_is_to_be_done_for_no_steps():
    assert list(outcomes([Outcome(0)])) == [Outcome(0)]


def test_fault_in_plangen_is_the_failure_of_the_plan_that_it_meets(project: Path, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(one_plan, "examine", broken)
    outcome = outcome_of(Step(order(project, language="en"), "content/a"), Recall())
    assert outcome.code == 2
    assert "MemoryError" in outcome.lines[0].text
    assert "a: the build was stopped" in outcome.lines[-1].text
    assert "[plan-crashed]" in outcome.lines[-1].text


def test_process_that_died_is_the_failure_of_its_plan(project: Path, monkeypatch):
    def killed(work, tasks, jobs):
        yield from (Lost("SIGKILL") if task.folder.endswith("b") else work(task) for task in tasks)

    monkeypatch.setattr("plangen.cli.workers.results", killed)
    made = list(outcomes([Step(order(project, 2), f"content/{name}") for name in ("a", "b", "c")]))
    assert [each.code for each in made] == [0, 2, 0]
    assert "b: programmet som byggde planen avbröts (SIGKILL)" in made[1].lines[0].text


def test_as_many_plans_are_built_at_a_time_as_there_are_cores_to_use(project: Path):
    assert step._jobs(order(project, 3)) == 3
    assert 1 <= step._jobs(order(project)) <= (os.cpu_count() or 1)
