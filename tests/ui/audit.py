"""Finds what a screen hides from people who cannot see it, use no mouse or read large text."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from ui import messages
from ui.widgets.check_group import TickBox

SMALLEST_TARGET = 24
LOOKED_THROUGH = 200  # rows of a list
_INNER = (QScrollBar, QHeaderView, QMenuBar)


def audit(screen: QWidget) -> list[str]:
    """What is wrong with a visible screen or dialog; an empty list is a pass."""
    return [
        *nameless(screen),
        *small_targets(screen),
        *clipped_texts(screen),
        *cut_sideways(screen),
        *keyboard_traps(screen),
        *double_mnemonics(screen),
        *silent_tables(screen),
        *wordless(screen),
    ]


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} {widget.objectName() or text or '(no name)'}"


def _reached(screen: QWidget) -> list[QWidget]:
    """What Tab can reach, except the insides of composite widgets."""
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, _INNER)
        and not _is_inner(widget)
    ]


def _is_inner(widget: QWidget) -> bool:
    """Parts Qt builds itself: the field of a combo box, the viewport of a view, the clear button of a field."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or (isinstance(parent, QLineEdit) and isinstance(widget, QWidget))


def nameless(screen: QWidget) -> list[str]:
    """A4: what can be focused and has no accessible name."""
    found = []
    for widget in _reached(screen):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no accessible name: {_called(widget)}")
    return found


def small_targets(screen: QWidget) -> list[str]:
    """A15: clickable things smaller than 24 pixels; text beside a radio button or check box counts."""
    found = []
    for widget in screen.findChildren(QAbstractButton):
        if not widget.isVisible() or _is_inner(widget):
            continue
        low = min(widget.width(), widget.height())
        spared = isinstance(widget, QCheckBox | QRadioButton) and widget.width() >= SMALLEST_TARGET * 2 and low >= 16
        if low < SMALLEST_TARGET and not spared:
            found.append(f"{widget.width()}x{widget.height()} is too small to hit: {_called(widget)}")
    return found


def clipped_texts(screen: QWidget) -> list[str]:
    """A9: labels and buttons that have less room than their text needs."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or _is_inner(widget):
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
            needed = widget.heightForWidth(widget.width()) if widget.text() else 0
            if needed > widget.height() + 2 and not _scrolls(widget):
                found.append(f"needs {needed} px of height, has {widget.height()}: {_called(widget)}")
        elif isinstance(widget, TickBox):
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + 2:
                found.append(f"needs {needed} px of height, has {widget.height()}: {_called(widget)}")
        elif widget.text() and widget.sizeHint().width() > widget.width() + 2:
            found.append(f"needs {widget.sizeHint().width()} px, has {widget.width()}: {_called(widget)}")
    return found


def cut_sideways(screen: QWidget) -> list[str]:
    """A9: what scrolls down only and is wider than there is room."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    found = []
    for area in screen.findChildren(QScrollArea):
        inside, room = area.widget(), area.viewport().width()
        if area.isVisible() and inside is not None and area.horizontalScrollBarPolicy() == never:
            found += [f"{inside.width()} px wide, {room} px of room: {_called(inside)}"] * (inside.width() > room)
    return found


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if above.objectName() == "qt_scrollarea_viewport":
            return True
        above = above.parentWidget()
    return False


def keyboard_traps(screen: QWidget) -> list[str]:
    """A2: Tab visits everything once and comes back to where it began."""
    wanted = {id(widget): widget for widget in _reached(screen) if not _walked_by_arrows(widget)}
    if not wanted:
        return []
    window = screen.window()
    window.activateWindow()
    order: list[int] = []
    begun: QWidget | None = None
    # By moving the focus: PySide ties the life of each widget to the next one when the chain itself is walked.
    for _ in range(5000):
        window.focusNextChild()
        widget = QApplication.focusWidget()
        if widget is None or widget is begun:
            break
        begun = begun or widget
        if id(widget) in wanted:
            order.append(id(widget))
    found = [f"Tab never comes to: {_called(wanted[one])}" for one in wanted if one not in order]
    return found + [f"Tab comes twice to: {_called(wanted[one])}" for one in set(order) if order.count(one) > 1]


def _walked_by_arrows(widget: QWidget) -> bool:
    """Tab comes to one of these, the arrow keys to the others."""
    grouped = isinstance(widget, QAbstractButton) and widget.group() is not None
    return grouped or isinstance(widget, QRadioButton | QTabBar)


def double_mnemonics(screen: QWidget) -> list[str]:
    """A16: one underlined letter for two things on the same screen."""
    seen: dict[str, str] = {}
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or _is_inner(widget):
            continue
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        letter = re.search(r"&(?!&)(.)", widget.text())
        if letter is None:
            continue
        key = letter[1].casefold()
        if key in seen:
            found.append(f"Alt+{key.upper()} is both {seen[key]!r} and {widget.text()!r}")
        seen[key] = widget.text()
    return found


def silent_tables(screen: QWidget) -> list[str]:
    """A6: lists whose first cell does not say the row as a sentence."""
    found = []
    for view in screen.findChildren(QAbstractItemView):
        model = view.model()
        if (
            isinstance(view, QHeaderView | QListWidget)
            or not view.isVisible()
            or model.rowCount() == 0
            or model.columnCount() < 3
        ):
            continue
        sections = [model.index(row, 0) for row in range(model.rowCount())]
        # Of lists in sections, a row under the first section that has one; the section itself is its own words.
        first = next((model.index(0, 0, section) for section in sections if model.rowCount(section)), sections[0])
        spoken = first.data(int(Qt.ItemDataRole.AccessibleTextRole))
        if not spoken or spoken == first.data():
            found.append(f"rows are not said as sentences: {_called(view)}")
    return found


def wordless(screen: QWidget) -> list[str]:
    """What shows the sentence for a code that has no words, on labels, buttons and in the first rows of lists."""
    fallback = messages.say("").partition("(")[0]
    shown = [
        widget.text()
        for widget in screen.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel)
    ]
    for view in screen.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None:
            shown += _cells(view.model())
    return [f"no words: {text}" for text in shown if fallback in text]


def _cells(model: QAbstractItemModel) -> list[str]:
    """The text of every cell of the first rows."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = range(min(model.rowCount(), LOOKED_THROUGH))
    return [str(model.index(row, column).data() or "") for row in rows for column in range(columns)]


def settle() -> None:
    """Let pending layout happen."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
