"""What pathways propose, or what was on the plan before: each line is ticked by a person, or left."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from icm_desktop.contracts.plan_starts import ACTION, CONCERN, GOAL, PATHWAYS, PlanStarted, StartPlan, StartRow, Starts
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.labels import Text

_LARGE_POINTS = 14  # from this size on a list as high as usual would not fit
_KEY = int(Qt.ItemDataRole.UserRole)


class PlanStartsDialog(FormDialog):
    """Space ticks the line, Ctrl+Enter puts what is ticked on the plan."""

    def __init__(self, context: AppContext, starts: Starts, parent: QWidget | None = None) -> None:
        super().__init__(context, starts.head, "", parent)
        self._starts = starts
        from_pathways = starts.source == PATHWAYS
        self.setWindowTitle(self.tr("From pathway") if from_pathways else self.tr("From the last plan"))
        told = (
            self.tr("Targets and steps of the pathways this patient is in. Steps keep their days on Today.")
            if from_pathways
            else self.tr("What was on the newest version and is over or gone, and what plans elsewhere say.")
        )
        self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Lines to choose from"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(context.theme.px(300) if context.theme.points < _LARGE_POINTS else 240)
        self.list.setSpacing(context.theme.px(2))
        self.column.addWidget(self.list, 1)
        self._order.append(self.list)
        self.none = Text("body", self._nothing(), wrap=True)
        self.none.setVisible(not starts.rows)
        self.list.setVisible(bool(starts.rows))
        self.column.addWidget(self.none)
        self._fill()
        self.list.itemChanged.connect(lambda _item: self._count())
        self._count()
        self.fit(640)
        self.list.setFocus()

    def _nothing(self) -> str:
        if self._starts.source == PATHWAYS:
            return self.tr("This patient is in no pathway that is in use. Put them into one on the tab Pathways.")
        return self.tr("There is nothing to carry forward: every line of the newest version is still open.")

    def _fill(self) -> None:
        group: str | None = None
        for row in self._starts.rows:
            if row.group != group:
                group = row.group
                self.list.addItem(self._heading(group))
            self.list.addItem(self._item(row))
        first = next((at for at in range(self.list.count()) if self.list.item(at).data(_KEY)), 0)
        self.list.setCurrentRow(first)

    def _heading(self, group: str) -> QListWidgetItem:
        words = self.tr("Version {number}").format(number=group) if group.isdecimal() else group
        words = words or self.tr("Problems that goals from elsewhere are about")
        item = QListWidgetItem(words)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrows go past it
        item.setForeground(self.context.theme.colour("text"))
        return item

    def _item(self, row: StartRow) -> QListWidgetItem:
        kinds = {CONCERN: self.tr("Concern"), GOAL: self.tr("Goal"), ACTION: self.tr("Action")}
        there = self.tr("on the plan already") if row.on_plan else ""
        detail = "" if row.kind == ACTION else row.detail
        words = " · ".join(part for part in (f"{kinds[row.kind]}: {row.title}", detail, there) if part)
        item = QListWidgetItem(words)
        item.setData(_KEY, row.key)
        item.setToolTip(words)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags if row.on_plan else flags | Qt.ItemFlag.ItemIsEnabled)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def keys(self) -> tuple[str, ...]:
        """What is ticked."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.keys())
        self.save_button.setText(self.tr("&Put %n on the plan", "", count))
        self.save_button.setEnabled(count > 0)

    def save(self) -> None:
        request = StartPlan(self._starts.head.id, self._starts.source, self.keys(), QLocale().name())
        self.run("services.plan_starts.start", request)

    def told(self, saved: PlanStarted) -> str:
        """What happened, in words."""
        return self.tr("%n line(s) put on the plan.", "", saved.count)
