"""Reconcile medicines: lists side by side, one decision per medicine by one key, then signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from icm_desktop.contracts.reconciliation import (
    Compared,
    CompareLists,
    Decided,
    Offered,
    PrepareReconciliation,
    SignReconciliation,
)
from icm_desktop.domain import reconciliation as rules
from icm_desktop.domain.reconciliation import Matched
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.conflict_interrupt import change_of, save_asking
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.reconcile_lists import ListsBox
from ui.dialogs.reconcile_prompts import AskPrompt, ChangePrompt, StopPrompt
from ui.dialogs.reconcile_state import State
from ui.feedback import Level
from ui.pages.reconcile_words import ReconcileWords
from ui.room import room_for
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.fact_pane import FactPane
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

FORM = "reconciliation"
_PANE, _WIDE, _HIGH, _WHOLE = 38, 1160, 470, 660


class ReconcileDialog(FormDialog):
    """First which lists, then a line for each medicine; K keeps, C changes, S stops, A asks, U takes it back."""

    def __init__(self, context: AppContext, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(context, offered.head, "", parent)
        self._offered, self.words = offered, ReconcileWords(context)
        self.compared: Compared | None = None
        self.state, self._own = State(), False
        self.setWindowTitle(self.tr("Reconcile medicines"))
        self.lists = ListsBox(context, offered)
        self.column.addWidget(self.lists)
        for name, field in self.lists.inputs.items():
            self.fields[name] = field
        self.board = QWidget()
        self._lay_out_board()
        self.board.hide()
        self.column.addWidget(self.board)
        self.kept = QPlainTextEdit()
        self.add("state", FormField("", self.kept))
        self.fields["state"].hide()
        self.save_button.setText(self.tr("&Compare"))
        self.kept.textChanged.connect(self._taken)
        self.lists.changed.connect(self._remember)
        self.keep_draft(FORM, but=tuple(self.lists.inputs))
        self.fit(_WIDE)
        self._begin()

    def _begin(self) -> None:
        waits = self._offered.prepared
        if waits is not None:
            told = self.tr("Prepared by {name} on {day}.").format(
                name=waits.prepared_by, day=self.context.formatting.date(waits.prepared_on)
            )
            self.say(Level.INFO.value, told)
            self.kept.setPlainText(waits.state)
        else:
            self.lists.text.setFocus()

    # the lines

    def _lay_out_board(self) -> None:
        px = self.context.theme.px
        column = QVBoxLayout(self.board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.left = ShapeLabel()
        column.addWidget(self.left)
        keys = FlowLayout(gap=px(8))
        self.keys: dict[str, Callable[[], None]] = {
            "K": lambda: self.decide(rules.KEEP),
            "C": lambda: self.decide(rules.CHANGE),
            "S": lambda: self.decide(rules.STOP),
            "A": lambda: self.decide(rules.ASK),
            "U": self.take_back,
            "=": self.keep_same,
        }
        words = (self.tr("Keep"), self.tr("Change…"), self.tr("Stop…"), self.tr("Ask…"), self.tr("Undecided"),
                 self.tr("Keep all that are the same"))  # fmt: skip
        self.buttons = {}
        for key, word in zip(self.keys, words, strict=True):
            button = Button(f"{word} ({key})", parent=self.board)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, pressed=key: self.keys[pressed]())
            keys.addWidget(button)
            self.buttons[key] = button
        column.addLayout(keys)
        self.place = QVBoxLayout()
        column.addLayout(self.place)

    def _columns(self, found: Compared) -> tuple[Column[Matched], ...]:
        words = self.words
        own = tuple(
            Column(f"list{place}", words.list_short(one), partial(self._says, place), width=22,
                   tip=partial(self._says, place))
            for place, one in enumerate(found.lists)
        )  # fmt: skip
        return (
            Column("decision", self.tr("Decision"), self._decided_word, width=12, chip=self._decision),
            Column("medicine", self.tr("Medicine"), self._named, width=24, stretch=True, least="x" * 20),
            Column("difference", self.tr("The lists"), lambda row: words.difference(row.difference).word, width=18,
                   chip=lambda row: words.difference(row.difference)),
            *own,
        )  # fmt: skip

    def _named(self, row: Matched) -> str:
        unknown = self.tr("NOT CHECKED")
        return row.name if row.checked else f"{unknown} · {row.name}"

    def _says(self, place: int, row: Matched) -> str:
        return self.words.says(row.on[place])

    def _decision(self, row: Matched) -> Chip | None:
        kept = self.state.decided.get(row.key)
        return self.words.decision(kept[1].decision if kept else None)

    def _decided_word(self, row: Matched) -> str:
        chip = self._decision(row)
        return str(chip.word) if chip is not None else self.tr("undecided")

    def _show(self, found: Compared) -> None:
        self.set_busy(False)
        self.compared, self.state.compared = found, True
        gone = self.state.still(found.medicines)
        self.lists.hide()
        self.board.show()
        while (item := self.place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.table: RowsTable[Matched] = RowsTable(
            self.context, f"reconcile.{len(found.lists)}", self._columns(found), lambda row: row.key, self._sentence
        )
        self.table.setAccessibleName(self.windowTitle())
        self.pane = FactPane(self.context, self.tr("Choose a medicine to see what every list says."))
        parts = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self.table, 100 - _PANE), (self.pane, _PANE)):
            parts.addWidget(part)
            part.setMinimumHeight(self.context.theme.px(share * 2))
        parts.setSizes([100 - _PANE, _PANE])
        parts.setChildrenCollapsible(False)
        parts.setMinimumHeight(self.context.theme.px(_HIGH))
        self.place.addWidget(parts)
        self.table.row_changed.connect(self._row_changed)
        self.table.installEventFilter(self)
        self.table.set_rows(found.medicines)
        self.save_button.setText(self.tr("&Sign") if self._offered.may_sign else self.tr("&Leave for a clinician"))
        if gone:
            told = self.tr("%n decision(s) were taken back: the lists are no longer the same.", "", gone)
            self.say(Level.HIGH.value, told)
        self._remember()
        self.table.setFocus()
        self._next_undecided(self.table.rows()[:1])
        self.make_room()

    def _fit_now(self) -> None:
        """Lists beside each other want all the room there is."""
        super()._fit_now()
        if self.compared is not None:
            room, px = room_for(self), self.context.theme.px
            self.resize(min(px(_WIDE), room.width()), min(px(_WHOLE), room.height()))

    def _sentence(self, row: Matched) -> str:
        found = self.compared
        lists = found.lists if found is not None else ()
        said = [f"{self.words.list_short(one)}: {self.words.says(on)}" for one, on in zip(lists, row.on, strict=True)]
        checked = () if row.checked else (self.tr("NOT CHECKED"),)
        return ", ".join(
            (row.name, self._decided_word(row), self.words.difference(row.difference).word, *checked, *said)
        )

    def _row_changed(self, row: Matched | None) -> None:
        if row is None or self.compared is None:
            self.pane.clear()
            return
        kept = self.state.decided.get(row.key)
        self.pane.show_note(row.name, self.words.facts(row, self.compared.lists, kept[1] if kept else None))

    # deciding

    def decide(self, decision: str) -> None:
        """Decide about the medicine the keyboard is on; change, stop and ask want to know more."""
        row = self.table.current_row() if self.compared is not None else None
        if row is None or self.head is None:
            return
        if decision == rules.KEEP:
            self._put(row, Decided(key=row.key, decision=rules.KEEP))
            return
        prompt: StopPrompt | ChangePrompt | AskPrompt
        if decision == rules.STOP:
            prompt = StopPrompt(self.context, self.head, row, self)
        elif decision == rules.CHANGE:
            prompt = ChangePrompt(self.context, self.head, row, self)
        else:
            prompt = AskPrompt(self.context, self._offered, row, self)
        prompt.finished.connect(
            lambda code: self._put(row, prompt.decided) if code == QDialog.DialogCode.Accepted else None
        )
        prompt.open()

    def take_back(self) -> None:
        """Decide later."""
        row = self.table.current_row() if self.compared is not None else None
        if row is not None and self.state.decided.pop(row.key, None) is not None:
            self._changed()

    def keep_same(self) -> None:
        """Keep every medicine that all lists agree on and nobody decided about."""
        for row in self.compared.medicines if self.compared is not None else ():
            if row.difference == rules.SAME and row.checked and row.key not in self.state.decided:
                self.state.decided[row.key] = (row.said, Decided(key=row.key, decision=rules.KEEP))
        self._changed()
        self._next_undecided(self.table.rows())

    def _put(self, row: Matched, decided: Decided) -> None:
        self.state.decided[row.key] = (row.said, replace(decided, key=row.key))
        self._changed()
        rows = self.table.rows()
        at = next((place for place, one in enumerate(rows) if one.key == row.key), 0)
        self._next_undecided((*rows[at + 1 :], *rows[:at]))

    def _next_undecided(self, rows: tuple[Matched, ...]) -> None:
        wanted = next((one for one in rows if one.key not in self.state.decided), None)
        if wanted is not None:
            self.table.go_to(wanted.key)
        self._row_changed(self.table.current_row())
        self._tell_left()

    def _changed(self) -> None:
        if self.compared is not None:
            self.table.set_rows(self.compared.medicines)
        self._row_changed(self.table.current_row())
        self._tell_left()
        self._remember()

    def _tell_left(self) -> None:
        if self.compared is None:
            return
        left = len(rules.undecided(self.compared.medicines, self.state.decided))
        if left:
            self.left.say(Level.CAUTION.value, self.tr("%n medicine(s) still to decide.", "", left))
            return
        done = [act for one in self.compared.medicines for act in self._acts(one)]
        asked = sum(one.decision == rules.ASK for _, one in self.state.decided.values())
        told = self.tr("All decided. Signing ends {ends}, adds {adds}, asks {asks}.").format(
            ends=sum(act.what == rules.ENDS for act in done),
            adds=sum(act.what == rules.ADDED for act in done),
            asks=asked,
        )
        self.left.say(Level.GOOD.value, told)

    def _acts(self, one: Matched) -> tuple[rules.Act, ...]:
        kept = self.state.decided[one.key][1]
        return rules.acts(one, kept.decision, kept.text, kept.dosage)

    # the draft

    def _remember(self) -> None:
        if not self.state.compared:
            self.state.keys, self.state.typed = self.lists.keys(), self.lists.lists()
        self._own = True
        self.kept.setPlainText(self.state.as_text())
        self._own = False

    def _taken(self) -> None:
        """A draft was taken, or what somebody prepared."""
        if self._own:
            return
        self.state = State.of(self.kept.toPlainText())
        if self.state.compared:
            self._compare()
            return
        for key, tick in self.lists.ticks.items():
            tick.setChecked(key in self.state.keys or not self.state.keys)
        if self.state.typed:
            *before, last = self.state.typed
            self.lists.typed = list(before)
            self.lists.kind.setCurrentIndex(max(self.lists.kind.findData(last.kind), 0))
            self.lists.title.setText(last.title)
            self.lists.dated.setText(last.dated)
            self.lists.text.setPlainText(last.text)

    # sending

    def save(self) -> None:
        if self.compared is None:
            self._remember()
            self._compare()
            return
        left = rules.undecided(self.compared.medicines, self.state.decided)
        waits = self._offered.prepared.id if self._offered.prepared is not None else None
        if not self._offered.may_sign:
            request = PrepareReconciliation(self._offered.head.id, self.state.as_text(), waits)
            self.run("services.reconciliation.prepare", request)
        elif left:
            self.say(Level.HIGH.value, self.tr("%n medicine(s) still to decide.", "", len(left)))
            self.table.go_to(left[0].key)
            self.table.setFocus()
        else:
            decided = tuple(self.state.decided[one.key][1] for one in self.compared.medicines)
            signed = SignReconciliation(self._asked(), self.compared.seen, decided, prepared=waits)
            change = change_of(self._offered.head.id, self.state.acts(self.compared))
            save_asking(self, change, "services.reconciliation.sign", signed)

    def _asked(self) -> CompareLists:
        return CompareLists(self._offered.head.id, self.state.keys, self.state.typed)

    def _compare(self) -> None:
        self.set_busy(True)
        self.context.jobs.run(
            "queries.reconciling.compared", self._asked(), owner=self, done=self._show, failed=self.refused
        )

    def refused(self, error: UserError) -> None:
        super().refused(error)
        if error.code == "reconciliation.changed_meanwhile" and self.compared is not None:
            self._compare()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.table:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            act = self.keys.get(event.text().upper()) if plain and event.text() else None
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)
