"""What of the referrals shows: chips, service, to whom, and words that are typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.referrals import ReferralFilter, ReferralRow
from ui.context import AppContext
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout


class KnownChoices(QComboBox):
    """Everything, or one of the names that were seen on a row so far; a name once seen stays to be chosen."""

    def __init__(self, name: str, everything: str) -> None:
        super().__init__()
        self._known: set[str] = set()
        self._everything = everything
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.addItem(everything, None)

    @property
    def known(self) -> list[str]:
        """The names, in order."""
        return sorted(self._known, key=str.casefold)

    @property
    def chosen(self) -> str | None:
        """The name that is chosen; None: everything."""
        name: str | None = self.currentData()
        return name

    def offer(self, names: Iterable[str | None]) -> None:
        """Add names; the choice stays."""
        found = {name for name in names if name} - self._known
        if not found:
            return
        self._known |= found
        chosen = self.chosen
        self.clear()
        self.addItem(self._everything, None)
        for name in self.known:
            self.addItem(name, name)
        self.choose(chosen)

    def choose(self, name: str | None) -> None:
        """Choose a name, everything when it is not known."""
        self.setCurrentIndex(max(self.findData(name), 0))


class ReferralFilters(QWidget):
    """The filters above the board; `changed` when one is set by hand."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        theme = context.theme
        self.chips = FilterChips([
            ("mine", self.tr("Mine")), ("stuck", self.tr("Stuck")), ("urgent", self.tr("Urgent")),
            ("no_date", self.tr("No date")),
        ], chord="Alt")  # fmt: skip
        self.service = KnownChoices(self.tr("Service"), self.tr("All services"))
        self.to = KnownChoices(self.tr("Sent to"), self.tr("Sent to anybody"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter these referrals"))
        self.search.setAccessibleName(self.tr("Filter these referrals"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(180))
        row = FlowLayout(self, gap=theme.px(8))
        for part in (self.chips, self.service, self.to, self.search):
            row.addWidget(part)
        self.chips.changed.connect(lambda _on: self.changed.emit())
        self.service.activated.connect(lambda _at: self.changed.emit())
        self.to.activated.connect(lambda _at: self.changed.emit())
        self.search.textChanged.connect(lambda _text: self.changed.emit())

    def asked(self) -> ReferralFilter:
        """What the board shows now."""
        on = self.chips.on()
        return ReferralFilter(
            mine="mine" in on,
            stuck="stuck" in on,
            urgent="urgent" in on,
            no_date="no_date" in on,
            service=self.service.chosen,
            to=self.to.chosen,
            search=self.search.text().strip(),
        )

    def offer(self, rows: Sequence[ReferralRow]) -> None:
        """Services and destinations of these rows become choices."""
        self.service.offer(row.service for row in rows)
        self.to.offer(row.to for row in rows)

    def flip(self, key: str) -> None:
        """Turn one chip on or off."""
        self.chips.set_on(self.chips.on() ^ {key})
        self.changed.emit()

    def words_on(self) -> str:
        """What is on, for the status bar."""
        parts = (self.chips.words_on(), self.service.chosen, self.to.chosen, self.search.text().strip())
        return ", ".join(part for part in parts if part)

    def state(self) -> dict[str, object]:
        """What is on, to come back to."""
        return {
            "chips": sorted(self.chips.on()),
            "service": self.service.chosen,
            "to": self.to.chosen,
            "search": self.search.text(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Set what was on."""
        if isinstance(on := state.get("chips"), list):
            self.chips.set_on(on)
        for choices, name in ((self.service, state.get("service")), (self.to, state.get("to"))):
            if isinstance(name, str):
                choices.offer([name])
                choices.choose(name)
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)
