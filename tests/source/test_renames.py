"""Plans known again under another name."""

from plangen.source.renames import renamed_plans
from plangen.source.source import Memory

PLAN = "titel: Plan\nnämnd: Kultur\når: 2026\n"
OTHER = "titel: En annan\nnämnd: Teknik\når: 2027\n"


def renamed(old, new):
    before, after = (Memory({f"{folder}/plan.yaml": text for folder, text in side.items()}) for side in (old, new))
    return renamed_plans(before, sorted(old), after, sorted(new))


def test_a_folder_with_the_same_lines_was_renamed():
    assert renamed({"content/a": PLAN}, {"content/b": PLAN.replace("2026", "2027")}) == {"content/b": "content/a"}


def test_folders_with_other_lines_are_two_plans():
    assert renamed({"content/a": PLAN}, {"content/b": OTHER}) == {}


def test_the_most_alike_are_one_and_none_is_taken_twice():
    old = {"content/a": PLAN, "content/b": PLAN.replace("Kultur", "Fritid")}
    assert renamed(old, {"content/c": PLAN}) == {"content/c": "content/a"}
    assert renamed({"content/a": PLAN}, {}) == {}
