"""`dataclass` and `replace` of the standard library, so that a class costs little to load and a value little to make.

`dataclasses` writes the source of up to seven methods of each class and compiles them one by one, whenever Python
starts: 0.6 ms a class, which was a fifth of a build of HTML. Here only `__init__` is compiled; the others do for any
class what those would do, by its fields' names. Fields are read by `dataclasses`, to which classes that ask for
anything rare, such as an order or `__post_init__`, are left whole. To a type checker both are the library's very own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter, is_
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, kw_only=False, **rare):
        """Makes a class a dataclass, as `dataclasses.dataclass` does by the same arguments."""

        def made(cls):
            if rare or hasattr(cls, "__post_init__"):
                return dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, **rare)(cls)
            read = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            for name, method in _methods(read, frozen).items():
                setattr(read, name, method)
            return read

        return made if cls is None else made(cls)

    def replace(value, /, **changes):
        """A value with some fields changed; itself where they are as they were, as half of them are in a tree."""
        for name, changed in changes.items():
            if not _same(getattr(value, name), changed):
                kind = value.__class__
                own = {each: getattr(value, each) for each in _names(kind)}
                own.update(changes)
                return kind(**own)
        return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a class that its constructor takes, asked for once: `dataclasses.replace` looks at each anew."""
    return tuple(each.name for each in fields(kind) if each.init)


def _same(one: object, other: object) -> bool:
    """Whether two values are one, or tuples of the same; what is only equal may differ where nobody compares."""
    if one is other:
        return True
    return isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other) and all(map(is_, one, other))


def _methods(cls: type, frozen: bool) -> Mapping[str, object]:
    """The methods of a class whose fields have been read."""
    own = fields(cls)
    compared = _values([each.name for each in own if each.compare])

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    methods = {"__init__": _init(cls, own, frozen), "__repr__": _repr, "__eq__": equal}
    if not frozen:
        return {**methods, "__hash__": None}
    kept = {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
    return {**methods, **kept, "__hash__": lambda self: hash(compared(self))}


def _values(names: Sequence[str]) -> Callable[[object], object]:
    """What gives the values of some fields of an object, to be compared."""
    return attrgetter(*names) if names else lambda _: ()


def _init(cls: type, own: Sequence[Field[Any]], frozen: bool) -> Callable[..., None]:
    """The constructor, which sets the fields in their order; frozen ones by their slots, in half of the time."""
    given: dict[str, Any] = {"put": object.__setattr__}
    parameters: list[str] = []
    by_name: list[str] = []
    rows: list[str] = []
    for each in own:
        name, default, value = each.name, "", each.name
        if each.default is not MISSING:
            given[f"default_{name}"] = each.default
            default = f"=default_{name}"
        elif each.default_factory is not MISSING:
            given[f"make_{name}"] = each.default_factory
            default, value = "=put", f"make_{name}() if {name} is put else {name}"
        (by_name if each.kw_only else parameters).append(name + default)
        if not frozen:
            rows.append(f" self.{name} = {value}")
        elif isinstance(slot := getattr(cls, name, None), MemberDescriptorType):
            given[f"set_{name}"] = slot.__set__
            rows.append(f" set_{name}(self, {value})")
        else:
            rows.append(f" put(self, {name!r}, {value})")
    star = ["*"] if by_name else []
    source = f"def __init__({', '.join(['self', *parameters, *star, *by_name])}):\n" + "\n".join(rows or [" pass"])
    exec(source, given)
    made: Callable[..., None] = given["__init__"]
    return made


def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: Sequence[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
