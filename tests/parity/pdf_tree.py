"""A PDF's structure tree (ISO 32000-1, 14.7) -> elements in Python's own types, by pikepdf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

Height = tuple[int, float]
"""A page, from 0, and points from its foot."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence of a page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a link leads: to a place in the file or to an address."""

    height: Height | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its type, the standard type that it stands for, its attributes and what it holds."""

    own_tag: str
    tag: str
    attributes: Mapping[str, str]
    kids: tuple[Element | Mark | Leads, ...]
    alternative: str = ""
    actual_text: str | None = None
    top: float | None = None

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements right below."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))


def read_tree(data: bytes) -> Element:
    """The element of the whole document."""
    with Pdf.open(BytesIO(data)) as pdf:
        (document,) = _array(pdf.Root.StructTreeRoot.K)
        return _Reader(pdf).element(document, 0)


class _Reader:
    """Knows what elements refer to by name or number."""

    def __init__(self, pdf: Pdf) -> None:
        self._pages: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        roles = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
        self._roles = {str(own): str(standard) for own, standard in roles.items()}
        named = pdf.Root.get("/Names", Dictionary()).get("/Dests")
        self._names = NameTree(named) if named is not None else {}
        self._places = pdf.Root.get("/Dests", Dictionary())

    def element(self, found: Object, page: int) -> Element:
        """An element and everything below it; marks without a page of their own are on its page."""
        page = self._pages[found.Pg.objgen] if "/Pg" in found else page
        tag = own_tag = str(found.S)
        while tag in self._roles:
            tag = self._roles[tag]
        owned = [each for each in _array(found.get("/A", Array())) if isinstance(each, Dictionary)]
        attributes = {name: value for each in owned for name, value in each.items()}
        return Element(
            own_tag=own_tag.lstrip("/"),
            tag=tag.lstrip("/"),
            attributes={name.lstrip("/"): str(value).lstrip("/") for name, value in attributes.items()},
            kids=tuple(self.kid(kid, page) for kid in _array(found.get("/K", Array()))),
            alternative=str(found.get("/Alt", "")),
            actual_text=str(found.ActualText) if "/ActualText" in found else None,
            top=float(attributes["/BBox"][3]) if "/BBox" in attributes else None,
        )

    def kid(self, found: Object | int, page: int) -> Element | Mark | Leads:
        """What an element holds: a mark, a link's annotation or an element."""
        if isinstance(found, int):
            return Mark(page, found)
        if "/S" in found:
            return self.element(found, page)
        page = self._pages[found.Pg.objgen] if "/Pg" in found else page
        return self.leads(found.Obj) if found.Type == "/OBJR" else Mark(page, int(found.MCID))

    def leads(self, annotation: Object) -> Leads:
        """What a link's annotation leads to (12.3.2)."""
        action = annotation.get("/A", Dictionary())
        if "/URI" in action:
            return Leads(None, str(action.URI))
        place = annotation.get("/Dest", action.get("/D"))
        if isinstance(place, String):
            place = self._names[str(place)]
        elif isinstance(place, Name):
            place = self._places[str(place)]
        if isinstance(place, Dictionary):
            place = place.D
        page, how, _, top, *_ = _array(place)
        assert how == "/XYZ"
        return Leads((self._pages[page.objgen], float(top)))


def _array(found: Object | None) -> list[Object]:
    return list(found) if isinstance(found, Array) else [] if found is None else [found]
