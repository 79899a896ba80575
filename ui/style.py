"""The look of buttons, fields and marks: flat, with borders and focus rings that can be seen in every theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

_RADIUS = 4.0
_S = QStyle.StateFlag
_P = QStyle.PrimitiveElement
_C = QStyle.ContentsType
_INSET, _ROOM = 6, 12  # pixels before the words of a field; over and under them together
_FRAME = 1.0
_SCROLL_BUTTON = 28  # pixels of the arrows of a row of tabs that has no room for all
_TICKS = (  # boxes and circles are as big as the words beside them
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
)
_FOCUS = 2.0
# Qt asks for these thousands of times while a window is built, and finding a name of an enumeration takes its time.
_FRAME_WIDTH, _TAB_SHIFT = QStyle.PixelMetric.PM_DefaultFrameWidth, QStyle.PixelMetric.PM_TabBarTabShiftVertical
_TAB_SCROLL = QStyle.PixelMetric.PM_TabBarScrollButtonWidth
_OURS = (_FRAME_WIDTH, _TAB_SHIFT, _TAB_SCROLL, *_TICKS)
_LINE_CONTENTS = QStyle.SubElement.SE_LineEditContents
_LINE, _COMBO, _TAB, _PUSH = _C.CT_LineEdit, _C.CT_ComboBox, _C.CT_TabBarTab, _C.CT_PushButton
Draw = Callable[[QPainter, QStyleOption], None]


class ClinicStyle(QProxyStyle):
    """Fusion with its outlines replaced: Fusion derives them from the window colour, so on black they vanish."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._draw: dict[QStyle.PrimitiveElement, Draw] = {
            _P.PE_PanelButtonCommand: _button,
            _P.PE_FrameLineEdit: _field,
            _P.PE_IndicatorCheckBox: _check_box,
            _P.PE_IndicatorRadioButton: _radio_button,
            _P.PE_FrameFocusRect: _focus,
            _P.PE_Frame: _frame,
            _P.PE_PanelButtonTool: _tool_button,
            _P.PE_IndicatorBranch: _branch,
        }

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._draw.get(element)
        if element == _P.PE_Frame and isinstance(widget, QPlainTextEdit):
            draw = _field
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, option)
        painter.restore()

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox:
            self._combo(control, option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)
        if control == QStyle.ComplexControl.CC_SpinBox:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _field(painter, option)
            painter.restore()

    def _combo(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None,
    ) -> None:
        """A list to choose from, with an arrow as large as its words: Fusion's stays small beside large text."""
        whole, arrow = option.subControls, QStyle.SubControl.SC_ComboBoxArrow
        option.subControls = whole & ~arrow
        super().drawComplexControl(control, option, painter, widget)
        option.subControls = whole
        box = super().subControlRect(control, option, arrow, widget)  # type: ignore[arg-type]  # as in `subControlRect`
        _arrow(painter, option, QPointF(box.center()) - QPointF(_room_for_arrow(option) / 2, 0), down=True)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _HEADER_GROUND:  # the corner and the empty end of a header: Fusion paints a gradient there
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Window))
            return
        if element == QStyle.ControlElement.CE_TabBarTabShape:
            _tab(painter, option)
            return
        super().drawControl(element, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        made: int
        if metric not in _OURS:
            made = super().pixelMetric(metric, option, widget)
            return made
        if metric == _FRAME_WIDTH and isinstance(widget, QPlainTextEdit):
            return int(_FOCUS) + 1  # room for the focus ring around the words
        if metric == _TAB_SHIFT:
            return 0  # the words of every tab stand on one line
        if metric == _TAB_SCROLL:
            return _SCROLL_BUTTON
        made = super().pixelMetric(metric, option, widget)
        return max(made, widget.fontMetrics().ascent() * 9 // 10) if metric in _TICKS and widget is not None else made

    # the words of every field begin at the same place, and every field is as high as the others

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        box: QRect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # the stub wants a widget, Qt does not
        if element == _LINE_CONTENTS and isinstance(widget, QLineEdit) and widget.hasFrame():
            return box.adjusted(_INSET, 0, -_INSET, 0)
        return box

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        box: QRect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # the stub wants a widget, Qt does not
        if control == QStyle.ComplexControl.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return box.adjusted(_INSET - 2, 0, -_room_for_arrow(option), 0)
        return box

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        made: QSize = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # the stub wants a widget, Qt does not
        if kind in (_LINE, _COMBO):
            arrow = _room_for_arrow(option) if kind == _COMBO else 0
            return QSize(made.width() + 2 * _INSET + arrow, max(made.height(), option.fontMetrics.height() + _ROOM))
        if kind == _TAB:
            return QSize(made.width(), max(made.height(), option.fontMetrics.height() + _ROOM))
        if kind == _PUSH:
            return QSize(made.width() + _INSET, made.height())
        return made


_HEADER_GROUND = (QStyle.ControlElement.CE_HeaderSection, QStyle.ControlElement.CE_HeaderEmptyArea)


def _has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _border(option: QStyleOption) -> QColor:
    """The control border of the theme, the quiet divider when the control cannot be used."""
    return option.palette.color(QPalette.ColorRole.Dark if _has(option, _S.State_Enabled) else QPalette.ColorRole.Mid)


def _inset(option: QStyleOption, width: float) -> QRectF:
    half = width / 2
    return QRectF(option.rect).adjusted(half, half, -half, -half)


def _outline(painter: QPainter, option: QStyleOption, *, ring: bool) -> None:
    """The frame of a control, or its focus ring."""
    width = _FOCUS if ring else _FRAME
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent) if ring else _border(option), width))
    painter.drawRoundedRect(_inset(option, width), _RADIUS, _RADIUS)


def _button(painter: QPainter, option: QStyleOption) -> None:
    ground = option.palette.color(QPalette.ColorRole.Button)
    if _has(option, _S.State_Sunken):
        ground = ground.darker(112) if ground.lightness() > 40 else QColor("#404040")
    elif _has(option, _S.State_MouseOver) and _has(option, _S.State_Enabled):
        ground = ground.darker(104) if ground.lightness() > 90 else ground.lighter(125)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(_inset(option, _FRAME), _RADIUS, _RADIUS)
    primary = option.palette.color(QPalette.ColorRole.Button) == option.palette.color(QPalette.ColorRole.Accent)
    ring = _has(option, _S.State_HasFocus) or _has(option, _S.State_On)
    _outline(painter, option, ring=ring and not primary)
    if primary and _has(option, _S.State_HasFocus):  # a ring in the accent colour would not show on it
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.ButtonText), 1))
        painter.drawRoundedRect(_inset(option, 6), _RADIUS - 1, _RADIUS - 1)


def _field(painter: QPainter, option: QStyleOption) -> None:
    _outline(painter, option, ring=_has(option, _S.State_HasFocus) and _has(option, _S.State_Enabled))


def _frame(painter: QPainter, option: QStyleOption) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), _FRAME))
    painter.drawRect(_inset(option, _FRAME))


def _focus(painter: QPainter, option: QStyleOption) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), _FOCUS))
    painter.drawRoundedRect(_inset(option, _FOCUS), 2, 2)


def _room_for_arrow(option: QStyleOption) -> int:
    """Pixels more than Fusion leaves for the arrow of a list to choose from, when its words are large."""
    return max(option.fontMetrics.ascent() * 9 // 10 - 10, 0)


def _arrow(painter: QPainter, option: QStyleOption, middle: QPointF, *, down: bool) -> None:
    """A chevron in the colour of the words, a third as high as they are."""
    half = max(option.fontMetrics.ascent() * 0.3, 3.0)
    group = QPalette.ColorGroup.Normal if _has(option, _S.State_Enabled) else QPalette.ColorGroup.Disabled
    pen = QPen(option.palette.color(group, QPalette.ColorRole.ButtonText), max(half * 0.36, 1.4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    ends = [QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)]
    if not down:  # to the right: what is closed
        ends = [QPointF(point.y(), point.x()) for point in ends]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([middle + point for point in ends]))
    painter.restore()


def _branch(painter: QPainter, option: QStyleOption) -> None:
    """Whether a group of rows is open."""
    if _has(option, _S.State_Children):
        _arrow(painter, option, QPointF(option.rect.center()), down=_has(option, _S.State_Open))


def _tool_button(painter: QPainter, option: QStyleOption) -> None:
    over = _has(option, _S.State_MouseOver) or _has(option, _S.State_Sunken) or _has(option, _S.State_On)
    if over and _has(option, _S.State_Enabled):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(_inset(option, _FRAME), _RADIUS, _RADIUS)
        _outline(painter, option, ring=False)
    if _has(option, _S.State_HasFocus):
        _outline(painter, option, ring=True)


def _tab(painter: QPainter, option: QStyleOption) -> None:
    """Flat; the open one has a bar in the accent colour, which shows in every theme."""
    bar, box = 3, option.rect
    if _has(option, _S.State_MouseOver) and not _has(option, _S.State_Selected):
        painter.fillRect(box, option.palette.color(QPalette.ColorRole.AlternateBase))
    if _has(option, _S.State_Selected):
        painter.fillRect(box.adjusted(2, box.height() - bar, -2, 0), option.palette.color(QPalette.ColorRole.Accent))


def _check_box(painter: QPainter, option: QStyleOption) -> None:
    box = _inset(option, 2)
    checked = _has(option, _S.State_On) or _has(option, _S.State_NoChange)
    accent = option.palette.color(QPalette.ColorRole.Accent)
    painter.setPen(QPen(accent if checked else _border(option), 1.5))
    painter.setBrush(accent if checked else option.palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 3, 3)
    if not checked:
        return
    side, left, top = box.width(), box.left(), box.top()
    mark = QPen(option.palette.color(QPalette.ColorRole.Base), max(side * 0.14, 1.5))
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(mark)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if _has(option, _S.State_NoChange):
        painter.drawLine(QPointF(left + side * 0.25, box.center().y()), QPointF(left + side * 0.75, box.center().y()))
        return
    corners = [(0.22, 0.52), (0.42, 0.72), (0.78, 0.30)]
    painter.drawPolyline(QPolygonF([QPointF(left + side * x, top + side * y) for x, y in corners]))


def _radio_button(painter: QPainter, option: QStyleOption) -> None:
    box = _inset(option, 2)
    checked = _has(option, _S.State_On)
    accent = option.palette.color(QPalette.ColorRole.Accent)
    painter.setPen(QPen(accent if checked else _border(option), 1.5))
    painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(box)
    if checked:
        quarter = box.width() * 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(box.adjusted(quarter, quarter, -quarter, -quarter))
