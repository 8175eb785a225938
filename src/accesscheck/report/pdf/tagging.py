"""Structure elements to objects of the file: the tree, the parent tree, and the links' annotations."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ...model.fingerprints import identifier
from .drawing import Drawing
from .structure import Annotation, Element, Mark

_PRINTED = 4


class StructureWriter:
    """Writes one document's structure into its file."""

    def __init__(self, pdf: pikepdf.Pdf, drawing: Drawing) -> None:
        self._pdf = pdf
        self._drawing = drawing
        self._pages: list[pikepdf.Object] = [page.obj for page in pdf.pages]
        self._objects: dict[Element, pikepdf.Object] = {}
        self._linked: list[pikepdf.Object] = []  # the elements of annotations, by their number in the parent tree
        self._stated: Counter[str] = Counter()
        self._named: dict[str, pikepdf.Object] = {}  # the elements that state something, by their ids

    def write(self, root: Element) -> pikepdf.Object:
        """The StructTreeRoot of the tree below `root`; pages and annotations get their numbers."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._parents()))
        tree.ParentTreeNextKey = len(self._pages) + len(self._linked)
        if self._named:
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=self._names()))
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S
        return tree

    def _parents(self) -> Array:
        numbers = Array()
        for number, elements in enumerate(self._drawing.marks):
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(Array([self._objects[element] for element in elements])))
        for number, owner in enumerate(self._linked, len(self._pages)):
            numbers.append(number)
            numbers.append(owner)
        return numbers

    def _names(self) -> Array:
        """The name tree of ids (ISO 32000-1, 14.7.2): one leaf, in the order of its keys."""
        names = Array()
        for name in sorted(self._named):
            names.append(String(name))
            names.append(self._named[name])
        return names

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        self._objects[element] = made
        _describe(made, element)
        self._name(made, element)
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if page is not None:
            made.Pg = self._pages[page]
        kids = [self._kid(kid, made, page) for kid in element.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _name(self, made: pikepdf.Object, element: Element) -> None:
        """Give an element that states something its id; what is said twice in the same words is numbered."""
        if element.fact is None:
            return
        own = identifier(element.fact, element.words)
        self._stated[own] += 1
        name = identifier(element.fact, element.words, self._stated[own])
        made.ID = String(name)
        self._named[name] = made

    def _kid(self, kid: Element | Mark | Annotation, parent: pikepdf.Object, page: int | None) -> Any:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            return Dictionary(Type=Name.OBJR, Obj=self._annotation(kid, parent), Pg=self._pages[kid.page])
        if kid.page == page:
            return kid.identifier
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.identifier)

    def _annotation(self, annotation: Annotation, owner: pikepdf.Object) -> pikepdf.Object:
        boxes = annotation.rectangles
        outer = [min(box[0] for box in boxes), min(box[1] for box in boxes)]
        outer += [max(box[2] for box in boxes), max(box[3] for box in boxes)]
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_numbers(outer),
                QuadPoints=_numbers([value for box in boxes for value in _corners(*box)]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(annotation.contents),
                StructParent=len(self._pages) + len(self._linked),
                A=self._action(annotation.target),
            )
        )
        self._linked.append(owner)
        self._on_page(annotation.page, made)
        return made

    def _on_page(self, number: int, annotation: pikepdf.Object) -> None:
        page = self._pages[number]
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)

    def _action(self, target: str) -> Dictionary:
        if not target.startswith("#"):
            return Dictionary(S=Name.URI, URI=target.encode("utf-8"))
        place = self._drawing.anchors[target[1:]]
        return Dictionary(S=Name.GoTo, D=Array([self._pages[place.page], Name.XYZ, 0, round(place.top, 2), 0]))


def _corners(left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order readers expect."""
    return left, top, right, top, left, bottom, right, bottom


def _numbers(values: list[float]) -> Array:
    return Array([round(value, 2) for value in values])


def _describe(made: pikepdf.Object, element: Element) -> None:
    if element.language is not None:
        made.Lang = String(element.language)
    if element.alt is not None:
        made.Alt = String(element.alt)
    if element.actual is not None:
        made.ActualText = String(element.actual)
    attributes = [
        Dictionary({"/O": Name(f"/{owner}")} | {f"/{name}": Name(f"/{value}") for name, value in values.items()})
        for owner, values in element.attributes.items()
    ]
    if element.box is not None:
        attributes.append(Dictionary(O=Name.Layout, BBox=_numbers(list(element.box))))
    if attributes:
        made.A = attributes[0] if len(attributes) == 1 else Array(attributes)
