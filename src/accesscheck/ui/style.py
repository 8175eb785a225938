"""How controls are drawn: edges and indicators of at least 3:1 in each palette, and no motion."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QStyleOptionComplex, QWidget

from .controls import PrimaryButton
from .theme import Colours, colours_of

_ROUND = 4.0
_EDGE = 1.2
"""Corner radius and width of edges, in pixels."""

_P = QStyle.PrimitiveElement
_S = QStyle.StateFlag


class AppStyle(QProxyStyle):
    """Fusion with edges, indicators and buttons of our own. Focus is shown by `FocusRing`."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  # Qt's name
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_ExclusiveIndicatorWidth):
            return self._indicator(widget)
        if metric in (QStyle.PixelMetric.PM_IndicatorHeight, QStyle.PixelMetric.PM_ExclusiveIndicatorHeight):
            return self._indicator(widget)
        if metric == QStyle.PixelMetric.PM_ButtonMargin:
            return 20
        return super().pixelMetric(metric, option, widget)

    def _indicator(self, widget: QWidget | None) -> int:
        """Indicators grow with the text."""
        return 18 if widget is None else max(18, round(widget.fontMetrics().height() * 0.95))

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Groups have neither frame nor title, so their content begins where they do."""
        if part == QStyle.SubControl.SC_GroupBoxContents and control == QStyle.ComplexControl.CC_GroupBox:
            return option.rect
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt takes none too

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control != QStyle.ComplexControl.CC_ComboBox:
            super().drawComplexControl(control, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _line_edit(option, painter, widget)
        end = option.rect.adjusted(option.rect.width() - max(24, option.rect.height() - 6), 0, -4, 0)
        _arrow_down(QStyle.visualRect(option.direction, option.rect, end), option, painter)
        painter.restore()

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        drawn = {
            _P.PE_IndicatorRadioButton: _radio,
            _P.PE_IndicatorCheckBox: _check,
            _P.PE_PanelButtonCommand: _button,
            _P.PE_FrameLineEdit: _edge,
            _P.PE_PanelLineEdit: _line_edit,
            _P.PE_Frame: _edge,
            _P.PE_FrameMenu: _edge,
            _P.PE_FrameFocusRect: _nothing,
            _P.PE_FrameGroupBox: _nothing,
        }.get(element)
        if drawn is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn(option, painter, widget)
        painter.restore()


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & _S.State_Enabled)


def _ink(option: QStyleOption, colours: Colours) -> QColor:
    return QColor(colours.accent if _enabled(option) else colours.border)


def _boxed(option: QStyleOption) -> QRectF:
    inset = _EDGE / 2 + 0.4
    return QRectF(option.rect).adjusted(inset, inset, -inset, -inset)


def _pen(colour: str | QColor, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _radio(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours = colours_of(option.palette)
    on = bool(option.state & _S.State_On)
    box = _boxed(option)
    painter.setPen(_pen(_ink(option, colours) if on else colours.border, 2.0))
    painter.setBrush(QColor(colours.surface))
    painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    if on:
        inner = box.width() * 0.26
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ink(option, colours))
        painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))


def _check(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours = colours_of(option.palette)
    on = bool(option.state & _S.State_On)
    box = _boxed(option).adjusted(0.6, 0.6, -0.6, -0.6)
    painter.setPen(_pen(_ink(option, colours) if on else colours.border, 2.0))
    painter.setBrush(_ink(option, colours) if on else QColor(colours.surface))
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(_pen(colours.on_accent, 2.2))
        painter.drawPolyline([_at(box, 0.24, 0.54), _at(box, 0.43, 0.72), _at(box, 0.77, 0.30)])


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


def _button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours = colours_of(option.palette)
    primary = isinstance(widget, PrimaryButton) and _enabled(option)
    fill = QColor(colours.accent if primary else colours.surface)
    if option.state & _S.State_Sunken or option.state & _S.State_On:
        fill = QColor(colours.accent).darker(115) if primary else QColor(colours.selection)
    elif option.state & _S.State_MouseOver and not primary:
        fill = QColor(colours.window)
    painter.setPen(_pen(colours.accent if primary else colours.border, _EDGE))
    painter.setBrush(fill)
    painter.drawRoundedRect(_boxed(option), _ROUND, _ROUND)


def _line_edit(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.brush(QPalette.ColorRole.Base))
    painter.drawRoundedRect(_boxed(option), _ROUND, _ROUND)
    if getattr(option, "lineWidth", 1):
        _edge(option, painter, widget)


def _edge(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.setPen(_pen(colours_of(option.palette).border, _EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_boxed(option), _ROUND, _ROUND)


def _nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Focus is shown outside the widget, groups by space."""


def _arrow_down(rect: QRect, option: QStyleOption, painter: QPainter) -> None:
    middle = QRectF(rect).center()
    size = max(4.0, rect.height() * 0.13)
    corners = ((-size, -size / 2), (0.0, size / 2), (size, -size / 2))
    painter.setPen(_pen(colours_of(option.palette).text, 1.8))
    painter.drawPolyline(QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners]))
