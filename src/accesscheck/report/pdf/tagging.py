"""Structure elements to objects of the file: the tree, the parent tree, and the links' annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.fingerprints import identifier
from .drawing import Bookmark
from .objects import Objects, array, name, number, numbers, octets, string
from .structure import Annotation, Element, Mark

_PRINTED = 4


class StructureWriter:
    """Writes one document's structure; `pages` are references, `anchors` the places that links lead to.

    `annotations` are then the references to the links of each page, by its number.
    """

    def __init__(self, objects: Objects, pages: list[str], anchors: dict[str, Bookmark]) -> None:
        self._objects = objects
        self._pages = pages
        self._anchors = anchors
        self.annotations: dict[int, list[str]] = {}
        self._references: dict[Element, str] = {}
        self._linked: list[str] = []  # the elements of annotations, by their number in the parent tree
        self._stated: Counter[str] = Counter()
        self._named: dict[str, str] = {}  # the elements that state something, by their ids

    def write(self, root: Element, marks: list[list[Element]]) -> str:
        """The StructTreeRoot of the tree below `root`; `marks` are the elements of each page by their MCID."""
        tree = self._objects.reserve()
        top = self._element(root, tree)
        parents = self._objects.add(f"<</Nums{array(self._parents(marks))}>>")
        following = len(self._pages) + len(self._linked)
        names = f"/IDTree {self._objects.add(f'<</Names{array(self._names())}>>')}" if self._named else ""
        body = f"/Type/StructTreeRoot/K {top}/ParentTree {parents}/ParentTreeNextKey {following}{names}"
        self._objects.put(tree, f"<<{body}>>")
        return tree

    def _parents(self, marks: list[list[Element]]) -> Iterator[str]:
        for page, elements in enumerate(marks):
            held = self._objects.add(array([self._references[element] for element in elements]))
            yield f"{page} {held}"
        for position, owner in enumerate(self._linked, len(self._pages)):
            yield f"{position} {owner}"

    def _names(self) -> Iterator[str]:
        """The name tree of ids (ISO 32000-1, 14.7.2): one leaf, in the order of its keys."""
        for key, reference in sorted(self._named.items()):
            yield f"{string(key)} {reference}"

    def _element(self, element: Element, parent: str) -> str:
        reference = self._references[element] = self._objects.reserve()
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        parts = [f"<</Type/StructElem/S/{element.kind}/P {parent}", *_described(element), self._id(element, reference)]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]}")
        kids = [self._kid(kid, reference, page) for kid in element.kids]
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K{array(kids)}")
        self._objects.put(reference, "".join([*parts, ">>"]))
        return reference

    def _id(self, element: Element, reference: str) -> str:
        """The id of an element that states something; what is said twice in the same words is numbered."""
        if element.fact is None:
            return ""
        own = identifier(element.fact, element.words)
        self._stated[own] += 1
        key = identifier(element.fact, element.words, self._stated[own])
        self._named[key] = reference
        return f"/ID{string(key)}"

    def _kid(self, kid: Element | Mark | Annotation, parent: str, page: int | None) -> str:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            return f"<</Type/OBJR/Obj {self._annotation(kid, parent)}/Pg {self._pages[kid.page]}>>"
        if kid.page == page:
            return str(kid.identifier)
        return f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.identifier}>>"

    def _annotation(self, annotation: Annotation, owner: str) -> str:
        boxes = annotation.rectangles
        outer = [min(box[0] for box in boxes), min(box[1] for box in boxes)]
        outer += [max(box[2] for box in boxes), max(box[3] for box in boxes)]
        corners = numbers(value for box in boxes for value in _corners(*box))
        reference = self._objects.add(
            f"<</Type/Annot/Subtype/Link/Rect{numbers(outer)}/QuadPoints{corners}/Border[0 0 0]/F {_PRINTED}"
            f"/Contents{string(annotation.contents)}/StructParent {len(self._pages) + len(self._linked)}"
            f"/A{self._action(annotation.target)}>>"
        )
        self._linked.append(owner)
        self.annotations.setdefault(annotation.page, []).append(reference)
        return reference

    def _action(self, target: str) -> str:
        if not target.startswith("#"):
            return f"<</S/URI/URI{octets(target.encode('utf-8'))}>>"
        return f"<</S/GoTo/D{destination(self._anchors[target[1:]], self._pages)}>>"


def destination(place: Bookmark, pages: list[str]) -> str:
    """Where a heading stands, as readers are sent to it."""
    return f"[{pages[place.page]}/XYZ 0 {number(place.top)} 0]"


def _corners(left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order readers expect."""
    return left, top, right, top, left, bottom, right, bottom


def _described(element: Element) -> Iterator[str]:
    """What an element says of itself beside its content."""
    if element.language is not None:
        yield f"/Lang{string(element.language)}"
    if element.alt is not None:
        yield f"/Alt{string(element.alt)}"
    if element.actual is not None:
        yield f"/ActualText{string(element.actual)}"
    attributes = [
        f"<</O/{owner}{''.join(f'/{key}{name(value)}' for key, value in values.items())}>>"
        for owner, values in element.attributes.items()
    ]
    if element.box is not None:
        attributes.append(f"<</O/Layout/BBox{numbers(element.box)}>>")
    if attributes:
        yield f"/A{attributes[0]}" if len(attributes) == 1 else f"/A{array(attributes)}"
