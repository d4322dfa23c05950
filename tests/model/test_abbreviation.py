from __future__ import annotations


def test_abbreviations_are_read_with_the_place_of_their_short_form(small):
    plan = small.edited(
        "plan.yaml", "avsnitt:", 'förkortningar:\n  HME: "hållbart: ja"\n  "t.ex.": till exempel\navsnitt:'
    )
    found = [(each.short, each.meaning, each.location.line) for each in plan.read().abbreviations]
    assert found == [("HME", "hållbart: ja", 17), ("t.ex.", "till exempel", 18)]
    assert plan.found() == []


def test_a_short_form_twice_is_told_as_any_key(small):
    plan = small.edited("plan.yaml", "avsnitt:", "förkortningar:\n  HME: a\n  HME: b\navsnitt:")
    assert plan.found() == ["plan.yaml:18:3 duplicate-key"]
