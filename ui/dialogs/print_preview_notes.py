"""What to know before a page goes to a patient: what did not fit, what is in another language, what to check."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.handouts import HandoutMade
from ui.context import AppContext
from ui.messages import say
from ui.widgets.shape_label import ShapeLabel

_CHECK_FIRST = {
    "handout.same_medicine_twice",
    "handout.advised_against",
    "handout.no_directions",
    "handout.no_phone",
    "handout.deceased",
}
_MOST_NAMED = 4


class PreviewNotes(QWidget):
    """Sentences with their status shapes; empty when there is nothing to say."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(6))
        self._labels: list[ShapeLabel] = []

    def show_made(self, made: HandoutMade) -> None:
        """Say what is to be known of this page."""
        self._clear()
        for notice in made.notices:
            level = "caution" if notice.code in _CHECK_FIRST else "info"
            self._add(level, say(notice.code, self._context.formatting, detail=notice.detail))
        if made.overflow:
            words = self.tr("%n item(s) did not fit and are counted on the page: {items}", "", len(made.overflow))
            self._add("caution", words.replace("{items}", self._named(made.overflow)))
        if made.said.ticked:
            words = self.tr("%n sensitive item(s) are on this page, framed in the preview", "", len(made.said.ticked))
            self._add("caution", words)
        if made.said.substance_use:
            self._add("info", self.tr("The notice about records of substance use (42 CFR Part 2) is on the page."))
        if made.hard_lines:
            words = self.tr("%n line(s) are too hard for most patients: {items}", "", len(made.hard_lines))
            self._add("caution", words.replace("{items}", self._named(made.hard_lines)))
        if made.not_in_language:
            words = self.tr(
                "%n line(s) have no version in this language. Explain them: {items}", "", len(made.not_in_language)
            )
            self._add("caution", words.replace("{items}", self._named(made.not_in_language)))

    def say(self, level: str, words: str) -> None:
        """Say one thing more, on top."""
        label = ShapeLabel(parent=self)
        label.say(level, words)
        self._column.insertWidget(0, label)
        self._labels.insert(0, label)

    def texts(self) -> list[str]:
        """Everything that is said."""
        return [label.text for label in self._labels]

    def _add(self, level: str, words: str) -> None:
        label = ShapeLabel(parent=self)
        label.say(level, words)
        self._column.addWidget(label)
        self._labels.append(label)

    def _named(self, items: tuple[str, ...]) -> str:
        shown = [item if len(item) <= 60 else item[:59] + "…" for item in items[:_MOST_NAMED]]
        return "; ".join(shown) + ("; …" if len(items) > _MOST_NAMED else "")

    def _clear(self) -> None:
        for label in self._labels:
            self._column.removeWidget(label)
            label.deleteLater()
        self._labels.clear()
