"""Several choices at once: one tick box each, arrow keys and Tab walk them, codes come out in the order of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import Theme

_LEAST = 120  # pixels a box may be squeezed to
_SIDE_BY_SIDE = 260  # longer words get a line of their own


class TickBox(QCheckBox):
    """A tick box whose words go on in a further line where there is no room beside each other."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # Qt's own does not shrink
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = min(super().sizeHint().width(), Theme.current().px(_SIDE_BY_SIDE))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(Theme.current().px(_LEAST), 10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = super().sizeHint()
        beside = whole.width() - self.fontMetrics().horizontalAdvance(self.text())
        further = len(self._lines(width - beside)) - 1
        return whole.height() + further * self.fontMetrics().lineSpacing()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = "\n".join(line.replace("&", "&&") for line in self._lines(room))

    def _lines(self, room: int) -> list[str]:
        """The words as they break in this room, in pixels."""
        words = self.text().replace("&&", "&")
        layout = QTextLayout(words, self.font())
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            lines.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return lines or [""]


class CheckGroup(QWidget):
    """Tick boxes in columns. A chosen code no list knows is shown too, so that nothing imported is lost.

    Args:
        choices: (code, words).
        chosen: Codes that are ticked.
        alone: Codes that stand alone: ticking one takes the others away, and the other way round.
        columns: How many stand side by side, as far as their words are short.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
        *,
        alone: Iterable[str] = (),
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._alone, wanted = frozenset(alone), list(chosen)
        known = {code for code, _ in choices}
        if any(self.fontMetrics().horizontalAdvance(words) > Theme.current().px(_SIDE_BY_SIDE) for _, words in choices):
            columns = 1
        every = [*choices, *((code, code) for code in wanted if code not in known)]
        self.boxes: dict[str, QCheckBox] = {}
        grid, px = QGridLayout(self), Theme.current().px
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        for place, (code, words) in enumerate(every):
            box = TickBox(words, self)
            box.setMinimumHeight(px(28))
            box.setChecked(code in wanted)
            box.toggled.connect(lambda on, which=code: self._toggled(which, on))
            grid.addWidget(box, place // columns, place % columns)
            self.boxes[code] = box
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> tuple[str, ...]:
        """The codes that are ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def choose(self, codes: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)

    def setAccessibleName(self, name: str) -> None:
        """Each box says what it belongs to."""
        super().setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleDescription(name)

    def _toggled(self, code: str, on: bool) -> None:
        if on and self._alone:
            keep = {code} if code in self._alone else {one for one in self.boxes if one not in self._alone}
            for other, box in self.boxes.items():
                if other not in keep:
                    box.setChecked(False)
        self.changed.emit()
