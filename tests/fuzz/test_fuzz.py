"""A short run; `make fuzz` is a long one."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from .plans import Files, changed_plans, made_plans, seeds
from .property import assert_holds

SHORT = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_the_plans_that_are_changed_are_sound() -> None:
    """Else no run would get far."""
    for files in seeds().values():
        assert assert_holds(files, ["html"])


@settings(SHORT, max_examples=60)
@given(changed_plans("small"))
def test_a_plan_with_something_changed_is_sound_or_at_fault(files: Files) -> None:
    assert_holds(files, ["html"])


@settings(SHORT, max_examples=10)
@given(changed_plans("real"))
def test_the_real_plan_with_something_changed_is_sound_or_at_fault(files: Files) -> None:
    assert_holds(files)


@settings(SHORT, max_examples=60)
@given(made_plans())
def test_a_plan_made_from_pieces_is_sound_or_at_fault(files: Files) -> None:
    assert_holds(files, ["html"])
