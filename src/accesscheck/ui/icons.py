"""Icons: our own drawings, one shape for each state, tinted from the palette in use."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from accesscheck import resources

from .theme import Colours, colours_of


def state_colour(state: str, colours: Colours) -> str:
    """The colour of a state, as #RRGGBB."""
    return {
        "met": colours.met,
        "partly": colours.partly,
        "waiting": colours.partly,
        "missing": colours.missing,
        "attention": colours.missing,
        "not-relevant": colours.not_relevant,
    }.get(state, colours.quiet)


def icon(name: str, colour: str) -> QIcon:
    """An icon of assets/icons in a colour."""
    found = QIcon()
    for size in (16, 24, 32, 48):
        found.addPixmap(QPixmap.fromImage(_drawn(name, colour, size)))
    return found


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int) -> QImage:
    """The drawing at `size` pixels; what stands as currentColor takes the colour."""
    source = (resources.folder("assets") / "icons" / f"{name}.svg").read_bytes()
    data = QByteArray(source.replace(b"currentColor", colour.encode()))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return reader.read()


class Glyph(QWidget):
    """An icon as high as its line of text; the word beside it names it."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = max(16, round(self.fontMetrics().height() * 0.95))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        side = self.sizeHint().width()
        ratio = self.devicePixelRatioF()
        drawn = _drawn(self._name, state_colour(self._name, colours), round(side * ratio))
        with QPainter(self) as painter:
            painter.drawImage(self.rect(), drawn)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()


class IconButton(QPushButton):
    """A square button with an icon in the colour of text."""

    def __init__(self, parent: QWidget, drawing: str) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._tint()

    def sizeHint(self) -> QSize:
        side = max(32, self.fontMetrics().height() + 12)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._tint()

    def _tint(self) -> None:
        side = max(16, round(self.fontMetrics().height() * 0.9))
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._drawing, colours_of(self.palette()).quiet))


class Mark(QWidget):
    """A state's icon with its word beside it."""

    def __init__(self, parent: QWidget, name: str, state: str, words: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._glyph = Glyph(self, state)
        self.words = QLabel(words, self)
        self.words.setWordWrap(True)
        self.words.setObjectName(f"{name}.words")
        layout.addWidget(self._glyph)
        layout.addWidget(self.words, 1)

    def show_state(self, state: str, words: str) -> None:
        """Another state with its word."""
        self._glyph.show_icon(state)
        self.words.setText(words)
