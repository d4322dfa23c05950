"""Ids for what belongs to a node."""

from __future__ import annotations

from plangen.writers.html.context import Context


def test_own_id_of_a_node_is_made_of_the_nodes_id() -> None:
    assert Context({}, 10).own_id("goal", "heading") == "goal~heading"


def test_own_ids_of_nodes_without_id_differ() -> None:
    context = Context({}, 10)
    assert context.own_id("", "heading") != context.own_id("", "heading")
