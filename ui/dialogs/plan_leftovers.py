"""Something on the plan ends or changes: what becomes of each piece of open work it leaves behind, in one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.concerns import Leftover, PlanBarrierRow
from icm_desktop.contracts.plans import CarePlanView, PlanGoalRow
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.plan_fields import OwnerBox
from ui.pages.care_plan_requests import Asked
from ui.pages.care_plan_rows import CarePlanWords, Row, kind_of, owner_of
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

Ask = Callable[[tuple[Leftover, ...], str | None], Asked]
_NEEDS_REASON = ("cancel", "replace")


class LeftoversDialog(FormDialog):
    """One line for each open thing, kept unless somebody says otherwise; one Undo takes all of it back.

    Args:
        rows: What is open, in the order of the plan.
        ask: Makes the use case and its request from what was decided.
        verb: What the button says.
        reason: Why it ends, as far as it was typed before.
    """

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        rows: Sequence[Row],
        ask: Ask,
        verb: str,
        parent: QWidget | None,
        reason: str | None = None,
    ) -> None:
        super().__init__(context, view.head, verb, parent)
        self._rows, self._ask, self._words = tuple(rows), ask, CarePlanWords(context)
        self.setWindowTitle(self.tr("Open work"))
        told = self.tr("%n open thing(s) came from this. Say what becomes of each.", "", len(rows))
        self.column.addWidget(Text("section", told, wrap=True))
        self.column.addLayout(self._all_at_once())
        self.choices = [_Choice(context, view, self._words, row) for row in self._rows]
        for choice in self.choices:
            self.column.addWidget(choice)
            for edit in choice.inputs():
                self._order.append(edit)
            choice.way.currentIndexChanged.connect(self._way_changed)
        self.reason = QLineEdit(reason or "")
        self.add("reason", FormField(self.tr("&Why"), self.reason, check=self._check_reason))
        self._way_changed()
        self.fit(700)
        self.choices[0].way.setFocus()

    def _all_at_once(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, way in ((self.tr("&Keep everything"), "keep"), (self.tr("&Call everything off"), "cancel")):
            button = Button(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, chosen=way: self._set_all(chosen))
            self._order.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _set_all(self, way: str) -> None:
        for choice in self.choices:
            choice.way.setCurrentIndex(choice.way.findData(way))

    def _way_changed(self) -> None:
        self.fields["reason"].setVisible(self._needs_reason())
        self.make_room()

    def _needs_reason(self) -> bool:
        return any(choice.way.currentData() in _NEEDS_REASON for choice in self.choices)

    def _check_reason(self) -> str:
        if self._needs_reason() and not self.reason.text().strip():
            return self.tr("Say why, so that the others understand it.")
        return ""

    def submit(self) -> None:
        wrong = next((choice for choice in self.choices if choice.problem()), None)
        if wrong is None:
            super().submit()
        elif not self._busy:
            self.area.ensureWidgetVisible(wrong)
            wrong.inputs()[-1].setFocus()

    def save(self) -> None:
        service, request = self._ask(
            tuple(choice.leftover() for choice in self.choices), self.reason.text().strip() or None
        )
        self.run(service, request)


class _Choice(QFrame):
    """One piece of open work: what it is, and what becomes of it."""

    def __init__(self, context: AppContext, view: CarePlanView, words: CarePlanWords, row: Row) -> None:
        super().__init__()
        self._row = row
        px = context.theme.px
        self.way, self.text = QComboBox(), QLineEdit()
        self.owner = OwnerBox(words.plan, view.owners, None)
        for way, said in words.concerns.ways().items():
            if not (way == "hand_over" and isinstance(row, PlanBarrierRow)):
                self.way.addItem(said, way)
        self.more = QStackedWidget()
        nothing = QWidget()
        for widget in (nothing, self.text, self.owner):
            self.more.addWidget(widget)
        title = words.title(row)
        self.way.setAccessibleName(self.tr("What becomes of: {title}").format(title=title))
        self.text.setAccessibleName(self.tr("Replace by"))
        self.owner.setAccessibleName(self.tr("Hand over to"))
        self.wrong = Text("small", "", tone="high", wrap=True)
        self.wrong.hide()
        owner, due = owner_of(row), words.due(row)
        about = (words.kind(row), words.plan.owner(owner) if owner else "", due)
        column, choose = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0 if isinstance(row, PlanGoalRow) else px(16), px(4), 0, px(4))
        column.setSpacing(px(3))
        column.addWidget(Text("body", title, wrap=True, strong=isinstance(row, PlanGoalRow)))
        column.addWidget(Text("small", " · ".join(part for part in about if part), tone="text_2"))
        choose.addWidget(self.way, 2)
        choose.addWidget(self.more, 3)
        column.addLayout(choose)
        column.addWidget(self.wrong)
        self.way.currentIndexChanged.connect(self._chosen)
        self._chosen()

    def _chosen(self) -> None:
        page = {"replace": 1, "hand_over": 2}.get(str(self.way.currentData()), 0)
        self.more.setCurrentIndex(page)
        for at, edit in ((1, self.text), (2, self.owner)):
            edit.setEnabled(page == at)
        self.wrong.hide()

    def inputs(self) -> tuple[QWidget, ...]:
        """What Tab walks through; what takes its place, or who, comes last."""
        page = self.more.currentIndex()
        return (self.way, self.text, self.owner) if page != 1 else (self.way, self.owner, self.text)

    def problem(self) -> bool:
        """Whether something is missing; says so."""
        told = ""
        if self.way.currentData() == "replace" and not self.text.text().strip():
            told = self.tr("Write what takes its place.")
        elif self.way.currentData() == "hand_over" and self.owner.owner is None:
            told = self.tr("Choose who takes it over.")
        self.wrong.setText(told)
        self.wrong.setVisible(bool(told))
        return bool(told)

    def leftover(self) -> Leftover:
        """What was decided."""
        way, owner = str(self.way.currentData()), self.owner.owner
        return Leftover(
            kind_of(self._row), self._row.id, self._row.version, way,
            self.text.text().strip() or None if way == "replace" else None, owner if way == "hand_over" else None,
        )  # fmt: skip
