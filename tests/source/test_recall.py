from __future__ import annotations

from plangen.source.recall import Recall


def made(recall: Recall, key: str, times: list[str]) -> str:
    def make() -> str:
        times.append(key)
        return key.upper()

    return recall.once(key, make)


def test_what_is_known_is_not_made_again():
    recall, times = Recall(), []
    assert [made(recall, "a", times), made(recall, "a", times), made(recall, "b", times)] == ["A", "A", "B"]
    assert times == ["a", "b"]


def test_what_the_last_round_asked_for_is_known_in_the_next():
    recall, times = Recall(), []
    for _ in range(3):
        recall.next_round()
        made(recall, "a", times)
    assert times == ["a"]


def test_what_a_whole_round_did_not_ask_for_is_forgotten():
    recall, times = Recall(), []
    made(recall, "a", times)
    recall.next_round()
    recall.next_round()
    made(recall, "a", times)
    assert times == ["a", "a"]


def test_nothing_is_remembered_of_what_could_not_be_made():
    recall = Recall()
    faults = 0
    for _ in range(2):
        try:
            recall.once("a", lambda: 1 // 0)
        except ZeroDivisionError:
            faults += 1
    assert faults == 2


def test_none_is_a_value_as_any_other():
    recall, times = Recall(), []
    for _ in range(2):
        assert recall.once("a", lambda: times.append("a")) is None
    assert times == ["a"]
