"""The call card above the result keys: why to call, which number, what was tried, and what comes after this try."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.worklist import CallCard, CallFor
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.today_rows import TodayWords
from ui.widgets.labels import Text

_MOST_CONTACTS, _MOST_STEPS = 3, 3


class CallCardBox(QWidget):
    """Asks for one call's card and shows it; the reason stands there from the start."""

    filled = Signal(object)  # CallCard

    def __init__(self, context: AppContext, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._words = context, TodayWords(context)
        self._asked, self._about = Latest(context.jobs, self), about
        self.card: CallCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(3))
        if about:
            self._column.addWidget(Text("section", about, wrap=True, parent=self))

    def ask(self, call: CallFor) -> None:
        """Show the card of this call as soon as it is there."""
        self._asked.ask("queries.calling.call_card", call, done=self._show)

    def lines(self) -> list[str]:
        """The sentences as shown."""
        return [label.text() for label in self.findChildren(Text)]

    def _show(self, card: CallCard) -> None:
        self.card = card
        for at, number in enumerate(card.numbers):
            use = self._words.use(number.use or "")
            self._line(f"{number.value} · {use}" if use else number.value, strong=at == 0)
        if not card.numbers:
            self._line(self.tr("No phone number on file."))
        for what, words in card.wants:
            if words == self._about:  # it stands above already
                continue
            self._line(self._want(what).format(text=words))
        spanish = QLocale().language() == QLocale.Language.Spanish
        for step in (each[spanish] for each in card.steps[:_MOST_STEPS]):
            if step not in self._about:
                self._line(self.tr("Step of a pathway that is due: {text}").format(text=step))
        if card.wish:
            self._line(self.tr("Note: {text}").format(text=card.wish))
        for contact in card.contacts[:_MOST_CONTACTS]:
            self._line(self._words.contact(contact), tone="text_2")
        if (after := self._after(card)) is not None:
            self._line(after, tone="text_2")
        self.filled.emit(card)

    def _want(self, what: str) -> str:
        return {
            "visit": self.tr("To book: {text}"),
            "action": self.tr("Step of the plan: {text}"),
            "goal": self.tr("Goal: {text}"),
        }.get(what, self.tr("Also due: {text}"))

    def _after(self, card: CallCard) -> str | None:
        if card.tries == 0:
            return None
        words = self.tr("Try {number} of {most}.").format(number=card.tries + 1, most=card.most)
        if card.tries + 1 >= card.most:
            return f"{words} " + self.tr("If nobody is reached, the coordinator takes over.")
        return words

    def _line(self, words: str, tone: str = "text", *, strong: bool = False) -> None:
        self._column.addWidget(Text("body", words, tone=tone, wrap=True, strong=strong, selectable=True, parent=self))
