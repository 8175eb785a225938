"""The logical structure: elements, the marks on pages that carry their content, and the links that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: `identifier` (MCID) counts on its page, pages count from 0."""

    page: int
    identifier: int


@dataclass(slots=True, eq=False)
class Annotation:
    """A link's active area on one page: one rectangle (left, bottom, right, top) for each line, in points."""

    page: int
    target: str
    contents: str
    rectangles: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; `kind` is a standard structure type of PDF 1.7.

    `box` is a figure's bounding box on the page of its first mark, `attributes` holds owner -> {name: value}.
    `fact` is what it states, in ids, and `words` is the text that states it.
    """

    kind: str
    parent: Element | None = None
    language: str | None = None
    alt: str | None = None
    actual: str | None = None
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    placed: bool = False
    fact: str | None = None
    words: str = ""

    def child(self, kind: str) -> Element:
        """A new element below this one, in its place in reading order from now on."""
        element = Element(kind, self)
        element.place()
        return element

    def place(self) -> None:
        """Take the place in reading order that content has reached; an inline element does so with its first mark."""
        if not self.placed and self.parent is not None:
            self.parent.place()
            self.parent.kids.append(self)
        self.placed = True

    def mark(self, page: int, identifier: int) -> None:
        self.place()
        self.kids.append(Mark(page, identifier))

    def link(self, page: int, target: str, contents: str) -> Annotation:
        """The link's area on this page: one annotation however many lines it covers."""
        for kid in self.kids:
            if isinstance(kid, Annotation) and kid.page == page:
                return kid
        annotation = Annotation(page, target, contents)
        self.kids.append(annotation)
        return annotation

    def cover(self, left: float, bottom: float, right: float, top: float) -> None:
        """Widen the bounding box."""
        old = self.box or (left, bottom, right, top)
        self.box = (min(old[0], left), min(old[1], bottom), max(old[2], right), max(old[3], top))
