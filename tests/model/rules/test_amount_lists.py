from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said
from tests.model.rules.test_meant_figures import started

CODES = ("amount-list-differs", "amount-list-row-differs")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Vi får 20 mnkr, som fördelas så här:\n\n- 12 mnkr till A.\n- 7 mnkr till B.", "20 mnkr"),
        ("Av detta är 20 mnkr nya. De fördelas:\n\n1. A: 12 mnkr\n2. B: 9 000 tkr", ""),
        ("Året ger 20 mnkr, bland annat:\n\n- 12 mnkr till A.\n- 9 mnkr till B.", "20 mnkr"),
        ("Vi får 20 mnkr:\n\n- 12 mnkr till A, varav 5 mnkr till C.\n- 7 mnkr till B.", "20 mnkr"),
        ("Det ökar med 20 mnkr. Ökningen består av:\n\n- löner, 12 mnkr\n- hyror, 7 mnkr", "20 mnkr"),
        ("Ramen är 20 mnkr. Ramen fördelas så:\n\n- A, 12 mnkr\n- B, 7 mnkr", "20 mnkr"),
    ],
)
def test_a_list_that_does_not_add_up_to_its_amount_is_told_of(small: SmallPlan, text: str, marked: str):
    assert [words for _, words in found(small.with_text(text), *CODES)] == ([marked] if marked else [])


@pytest.mark.parametrize(
    "text",
    [
        "Vi får 20 mnkr, som fördelas så här:\n\n- 12 mnkr till A.\n- 8 mnkr till B.",
        "Vi får 20 mnkr:\n\n- 12 mnkr till A, varav 5 mnkr till C och 7 mnkr till D.\n- 8 000 tkr till B.",
        "Vi får 20 mnkr, bland annat:\n\n- 12 mnkr till A.\n- 7 mnkr till B.",
        "Av 20 mnkr går:\n\n- 12 mnkr till A.\n- 7 mnkr till B.",
        "Vi får cirka 20 mnkr:\n\n- 12 mnkr till A.\n- 7 mnkr till B.",
        "Vi får 20 mnkr:\n\n- drygt 12 mnkr till A.\n- 7 mnkr till B.",
        "Vi får 20 mnkr:\n\n- 12 mnkr till A.\n- Något till B.",
        "Vi får 20 mnkr och ger 19 mnkr:\n\n- 12 mnkr till A.\n- 7 mnkr till B.",
        "Vi får 20 mnkr.\n\n- 12 mnkr till A.\n- 7 mnkr till B.",
        "Vi får 20 mnkr:\n\n- 12 mnkr till A.",
        "Vi får 20 mnkr:\n\n- 12 mnkr, inte 13 mnkr, till A.\n- 7 mnkr till B.",
        "Vi får 20 mnkr:\n\n- 12 miljoner euro till A.\n- 7 mnkr till B.",
        "Ändringarna på 2 mnkr:\n\n- 3 mnkr till A.\n- minus 1 mnkr för B.",
        "Målen är:\n\n- Ett.\n- Två.",
        "Det ökar med 20 mnkr. Ökningen består av:\n\n- löner, 12 mnkr\n- hyror, 8 mnkr",
        "Ramen är 20 mnkr. Ökningen består av:\n\n- löner, 12 mnkr\n- hyror, 7 mnkr",
        "Lånet är på 20 mnkr. Vi planerar också:\n\n- A, 12 mnkr\n- B, 7 mnkr",
    ],
)
def test_other_lists_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), *CODES) == []


def test_what_expressions_print_is_added_too(small: SmallPlan):
    text = (
        "Ramen är {{{{ budget.fordelning.summa.ram | tkr }}}}:\n\n"
        "- Vård: {{{{ budget.fordelning.vard.ram | tkr }}}}\n- Stöd: {} tkr"
    )
    assert found(small.with_text(text.format(250)), *CODES) == []
    told = said(small.with_text(text.format(240)), "amount-list-differs")
    assert (told["sum"], told["difference"], told["items"]) == ("1\u00a0290 tkr", "10 tkr", "2")


LISTED = "Det nya är 1 300 tkr, som fördelas så här:\n\n"


def test_a_row_that_is_given_more_than_its_own_is_told_of(small: SmallPlan):
    text = f"{LISTED}- 900 tkr till mottagningar.\n- 400 tkr till lön, varav stöd 260 tkr.\n"
    plan = small.with_text(text)
    assert found(plan, *CODES) == [("amount-list-row-differs", "260 tkr")]
    told = said(plan, "amount-list-row-differs")
    assert (told["row"], told["sum"], told["figure"], told["difference"]) == ("Stöd", "260 tkr", "250 tkr", "10 tkr")


def test_a_row_named_in_several_items_is_given_all_of_them(small: SmallPlan):
    text = f"{LISTED}- 1 000 tkr till övrigt.\n- 200 tkr till stöd.\n- 100 tkr till stödet i skolan.\n"
    told = said(small.with_text(text), "amount-list-row-differs")
    assert (told["given"], told["sum"]) == ("200 tkr + 100 tkr", "300 tkr")


@pytest.mark.parametrize(
    "items",
    [
        "- 1 050 tkr till vård.\n- 250 tkr till stöd.\n",
        "- 1 000 tkr till vård.\n- 200 tkr till stöd.\n- 100 tkr till annat.\n",
        "- 1,0 mnkr till vård.\n- 300 tkr till annat.\n",
    ],
)
def test_rows_with_their_own_amount_or_a_part_of_it_are_left_alone(small: SmallPlan, items: str):
    assert found(small.with_text(LISTED + items), *CODES) == []


def test_where_all_is_given_to_rows_too_little_is_told_of_too(small: SmallPlan):
    plan = small.with_text(f"{LISTED}- 1 150 tkr till vård.\n- 150 tkr till stöd.\n")
    assert [words for _, words in found(plan, *CODES)] == ["1 150 tkr", "150 tkr"]


def test_what_a_list_takes_away_is_told_with_its_sign(small: SmallPlan):
    text = "Vi får −20 mnkr:\n\n- −12 mnkr från A.\n- minus 7,6 mnkr från B."
    told = said(small.with_text(text), "amount-list-differs")
    assert (told["amount"], told["sum"], told["difference"]) == ("−20 mnkr", "−19,6 mnkr", "0,4 mnkr")


def test_what_items_take_from_a_row_is_taken_from_what_they_give_it(small: SmallPlan):
    text = LISTED + "- 1 150 tkr till vård.\n- minus 100 tkr för vård.\n- 250 tkr till stöd.\n"
    assert found(small.with_text(text), *CODES) == []
    told = said(small.with_text(text.replace("minus 100", "minus 50")), "amount-list-row-differs")
    assert (told["given"], told["sum"]) == ("1\u00a0150 tkr + minus 50 tkr".replace("\u00a0", " "), "1\u00a0100 tkr")


GROWS = "Ramen ökar med 1 100 tkr:\n\n"


@pytest.mark.parametrize(
    "items",
    [
        "- gator och cykelvägar, 1 100 tkr\n- parker, 400 tkr\n- lekplatser, 100 tkr\n- gemensamt, −500 tkr\n",
        "- uppräkning, 2 000 tkr\n- färre besök i parker, −900 tkr\n",
        "- högre priser, 700 tkr\n- fler träd för parker, 400 tkr\n",
    ],
)
def test_what_makes_a_change_is_not_taken_for_rows(small: SmallPlan, items: str):
    assert found(started(small, GROWS + items), *CODES) == []


def test_a_row_that_changes_the_other_way_is_told_of(small: SmallPlan):
    items = "- uppräkning, 1 500 tkr\n- parker, −400 tkr\n"
    told = said(started(small, GROWS + items), "amount-list-row-differs")
    assert (told["row"], told["sum"], told["difference"]) == ("Parker", "−400 tkr", "800 tkr")


def test_an_item_is_of_the_row_with_the_longest_name(small: SmallPlan):
    table = "{namn: Parker, b26: 10 800, ändring: 400}\n"
    more = table + "  - {namn: Nya parker, b26: 10, ändring: 0}\n"
    text = "Ramen är 48 210 tkr:\n\n- parker, 11 200 tkr\n- nya parker, 10 tkr\n- resten, 37 000 tkr\n"
    plan = started(small, text).edited("budget/fordelning.yaml", table, more).edited("plan.yaml", "48 200", "48 210")
    assert found(plan, *CODES) == []
