from __future__ import annotations

import pytest

import plangen.cli.build
from plangen.cli.main import main
from plangen.cli.orders import Order


def test_arguments_become_an_order(monkeypatch) -> None:
    given: list[Order] = []
    monkeypatch.setattr(plangen.cli.build, "build", lambda order: given.append(order) or 7)
    assert main(["build", "a", "--to", "HTML", "--out", "ut", "--force", "--strict", "--jobs", "2"]) == 7
    (order,) = given
    assert (order.plans, order.formats, order.output.name) == (("a",), ("html",), "ut")
    assert (order.force, order.strict, order.jobs) == (True, True, 2)


def test_all_three_formats_are_built_where_none_is_asked_for(monkeypatch) -> None:
    given: list[Order] = []
    monkeypatch.setattr(plangen.cli.build, "build", lambda order: given.append(order) or 0)
    main(["build"])
    assert given[0].formats == ("docx", "html", "pdf")


@pytest.mark.parametrize("jobs", ["0", "två"])
def test_a_number_that_is_none_is_refused(jobs: str) -> None:
    with pytest.raises(SystemExit):
        main(["build", "--jobs", jobs])
