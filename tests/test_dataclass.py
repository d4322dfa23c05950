import pickle
from collections.abc import Callable
from copy import copy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from inspect import signature

import pytest

from plangen import dataclass as ours

Decorator = Callable[..., type]


@ours.dataclass(frozen=True, slots=True)
class Point:
    """A value."""

    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@ours.dataclass(frozen=True, slots=True)
class Named(Point):
    """One that has the fields of another."""

    name: str = field(default="", kw_only=True)
    tags: list[str] = field(default_factory=list)


@ours.dataclass(frozen=True, slots=True)
class Nothing:
    """One without fields."""


@ours.dataclass(slots=True)
class Count:
    """One that may be changed."""

    number: int = 0
    of: list[int] = field(default_factory=list)


def test_values_are_equal_and_hashed_by_the_fields_that_are_compared():
    assert Point(1, 2, "a") == Point(1, 2, "b") != Point(1, 3)
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert Point(1) != Named(1), "of another class"
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_a_frozen_value_refuses_every_change():
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.z = 2  # type: ignore[attr-defined]
    assert point == Point(1)


def test_what_is_not_frozen_changes_and_has_no_hash():
    count = Count()
    count.number += 1
    count.of.append(2)
    assert count == Count(1, [2])
    assert Count().of == []
    with pytest.raises(TypeError, match="unhashable"):
        hash(count)


@pytest.mark.parametrize("value", [Point(1, 2, "a"), Named(1, name="b", tags=["c"]), Nothing(), Count(1, [2])])
def test_values_are_copied_replaced_and_sent_to_other_processes(value: object):
    for same in (copy(value), pickle.loads(pickle.dumps(value)), replace(value)):  # type: ignore[type-var]
        assert same == value
        assert asdict(same) == asdict(value)
        assert type(same) is type(value)


def test_fields_have_their_defaults_and_are_taken_apart_by_patterns():
    named = Named(1, tags=["a"], name="b")
    assert [each.name for each in fields(Named)] == ["x", "y", "note", "name", "tags"]
    assert named.tags == ["a"]
    assert Named(1).tags is not Named(1).tags
    match named:
        case Named(x, y):
            assert (x, y) == (1, 0)
    with pytest.raises(TypeError, match="missing"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected"):
        Point(1, z=2)  # type: ignore[call-arg]


@pytest.mark.parametrize("asked", [{"order": True}, {"eq": False}, {"repr": False}])
def test_what_is_rare_is_left_to_the_standard_library(asked: dict[str, bool]):
    def made(by: Decorator) -> tuple[object, ...]:
        class It:
            x: int

        it = by(frozen=True, **asked)(It)
        return "__lt__" in vars(it), it(1) == it(1), "It(x=1)" in repr(it(1))

    assert made(ours.dataclass) == made(dataclass)


def test_what_follows_on_the_constructor_is_done():
    @ours.dataclass(slots=True)
    class Twice:
        number: int

        def __post_init__(self) -> None:
            self.number *= 2

    assert Twice(2).number == 4


def test_it_is_as_the_standard_library_makes_it():
    def made(by: Decorator) -> tuple[object, ...]:
        @by(frozen=True, slots=True)
        class It:
            a: int
            b: str = "b"
            c: tuple[int, ...] = field(default=(), repr=False)
            d: int = field(default=1, kw_only=True)

        one = It(1, "x", d=2)
        return (
            repr(one),
            [*signature(It).parameters],
            hash(one),
            It.__slots__,
            It.__match_args__,
            [*map(str, fields(It))],
        )

    assert made(ours.dataclass) == made(dataclass)


def test_what_is_replaced_by_itself_is_the_same_value():
    named = Named(1, note="a", name="b", tags=["c"])
    assert ours.replace(named, x=1, tags=named.tags) is named
    assert ours.replace(named, x=2) == Named(2, note="a", name="b", tags=["c"])
    assert ours.replace(named, note="".join(["a", "x"])).note == "ax", "though notes are not compared"
    assert ours.replace(named, tags=["c"]).tags is not named.tags


def test_tuples_of_the_same_values_change_nothing():
    @ours.dataclass(frozen=True, slots=True)
    class Line:
        points: tuple[Point, ...] = ()

    line = Line((Point(1), Point(2)))
    assert ours.replace(line, points=(line.points[0], *line.points[1:])) is line
    assert ours.replace(line, points=line.points[:1]) == Line((Point(1),))
    noted = ours.replace(line, points=(Point(1, note="a"), line.points[1]))
    assert noted.points[0].note == "a", "an equal value is not the same"


def test_a_field_that_there_is_not_is_never_replaced():
    with pytest.raises((AttributeError, TypeError)):
        ours.replace(Point(1), z=1)  # type: ignore[call-arg]
