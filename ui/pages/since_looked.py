"""The line above chart Summary: what others recorded since this person looked the last time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icm_desktop.contracts.timeline import SinceLooked
from ui.context import AppContext
from ui.pages.timeline_words import TimelineWords
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

NEWS = "news"  # the item of the Timeline that means: only what is new


class SinceLookedLine(QWidget):
    """Hidden until somebody opens a chart for the second time; its button opens the Timeline at what is new."""

    wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context, self._words = context, TimelineWords(context)
        self.words = Text("body", "", wrap=True)
        self.button = Button(self.tr("Show what is ne&w"), "history")
        self.button.clicked.connect(self.wanted)
        space = context.theme.px(20)  # where the words of the lists below begin
        row = QHBoxLayout(self)
        row.setContentsMargins(space, context.theme.px(8), space, 0)
        row.setSpacing(context.theme.px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.forget()

    def forget(self) -> None:
        """Say nothing: another patient, or nobody looked before."""
        self.words.clear()
        self.button.hide()
        self.hide()

    def say(self, since: dt.datetime, found: Sequence[SinceLooked]) -> None:
        """How much is new of each group, and how much was changed."""
        moment = self._context.formatting.date_time(since)
        if found:
            parts = " · ".join(map(self._counts, found))
            words = self.tr("Since you last looked ({moment}). {parts}").format(moment=moment, parts=parts)
        else:
            words = self.tr("Nothing new since you last looked ({moment}).").format(moment=moment)
        self.words.setText(words)
        self.words.set_tone("text" if found else "text_2")
        self.button.setVisible(bool(found))
        self.show()

    def _counts(self, one: SinceLooked) -> str:
        new = self.tr("{count} new").format(count=one.new) if one.new else ""
        changed = self.tr("{count} changed").format(count=one.changed) if one.changed else ""
        return f"{self._words.group(one.group)}: {', '.join(part for part in (new, changed) if part)}"
