"""Merge two records: what goes where, what is kept, and the person's choice of both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.duplicates import Kept, MergePatients, MergePreview
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.duplicate_words import DuplicateWords
from ui.feedback import Level
from ui.latest import Latest
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_SWAP = "Alt+S"


class MergeDialog(FormDialog):
    """Left the record that goes, right the one that stays; Swap exchanges them, a tick takes the other's value."""

    def __init__(self, context: AppContext, source_id: int, survivor_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.words = DuplicateWords(context)
        self._ids = (source_id, survivor_id)
        self._asked = Latest(context.jobs, self)
        self.preview: MergePreview | None = None
        self.choices: dict[str, QCheckBox] = {}
        self.setWindowTitle(self.tr("Merge two records"))
        self.save_button.setText(self.tr("&Merge"))
        self.save_button.setEnabled(False)
        self.goes, self.stays = Text("section", wrap=True), Text("section", wrap=True)
        self.swap = Button(self.tr("Swap"), "refresh-cw")
        self.warning = ShapeLabel(Level.CAUTION, parent=self)
        self.moves, self.filled = Text("body", wrap=True), Text("body", wrap=True)
        self.question = Text("section", self.tr("Different in the two records"))
        self._choices = QVBoxLayout()
        self._build()
        self.fit(780)
        self.area.setMinimumHeight(context.theme.px(330))  # room for both records before they are read
        self._ask()

    def _build(self) -> None:
        theme, grid = self.context.theme, QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.addWidget(Text("small", self.tr("This record goes"), tone="text_2"), 0, 0)
        grid.addWidget(Text("small", self.tr("This record stays"), tone="text_2"), 0, 2)
        grid.addWidget(self.goes, 1, 0)
        grid.addWidget(self.swap, 1, 1)
        grid.addWidget(self.stays, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.swap.setToolTip(_SWAP)
        self.swap.clicked.connect(self.swap_records)
        QShortcut(_SWAP, self, self.swap_records, context=Qt.ShortcutContext.WindowShortcut)
        self.column.addLayout(grid)
        for widget in (self.warning, self.moves, self.filled, self.question):
            self.column.addWidget(widget)
        self._choices.setSpacing(theme.px(4))
        self.column.addLayout(self._choices)
        promise = self.tr("Nothing is lost: the merge can be taken back, at once or later from the list of merges.")
        self.column.addWidget(Text("small", promise, tone="text_2", wrap=True))
        self.warning.hide()

    def swap_records(self) -> None:
        """The other record stays."""
        self._ids = self._ids[::-1]
        self._ask()

    def _ask(self) -> None:
        self.save_button.setEnabled(False)
        self._asked.ask("queries.merging.preview", *self._ids, done=self._show, failed=self.refused)

    def _show(self, found: MergePreview) -> None:
        self.preview, words = found, self.words
        self.goes.setText(words.person(found.source))
        self.stays.setText(words.person(found.survivor))
        moves = words.records.counts(found.moves) or self.tr("nothing")
        self.moves.setText(self.tr("Moves to the record that stays: {moves}.").format(moves=moves))
        filled = ", ".join(f"{words.records.field(field)} {words.value(field, value)}" for field, value in found.filled)
        self.filled.setText(self.tr("Filled in because it is empty there: {facts}.").format(facts=filled))
        self.filled.setVisible(bool(filled))
        self._warn(found)
        self._offer(found)
        self.save_button.setEnabled(True)
        self.save_button.setFocus()
        self.make_room()

    def _warn(self, found: MergePreview) -> None:
        self.warning.setVisible(bool(found.against))
        if found.against == ("not_alike",):
            self.warning.say("high", self.tr("These two records do not look like one person. Look twice."))
        elif found.against:
            reasons = self.words.match.against(found.against)
            self.warning.say("caution", self.tr("Speaks against one person: {reasons}.").format(reasons=reasons))

    def _offer(self, found: MergePreview) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.choices = {}
        for one in found.conflicts:
            self._add_choice(one)
        self.question.setVisible(bool(self.choices))

    def _add_choice(self, one: Kept) -> None:
        words, name = self.words, self.words.records.field(one.field)
        kept, other = words.value(one.field, one.kept), words.value(one.field, one.dropped)
        stays = self.tr("{field}: {value} stays").format(field=name, value=kept)
        self._choices.addWidget(Text("body", stays, wrap=True))
        taking = self.tr("Take {value} instead").format(value=other)
        short = self.fontMetrics().elidedText(taking, Qt.TextElideMode.ElideRight, self.context.theme.px(640))
        box = QCheckBox(short.replace("&", "&&"))
        box.setToolTip(taking)
        box.setAccessibleName(f"{stays}. {taking}")
        box.setMinimumHeight(self.context.theme.px(26))
        self._choices.addWidget(box)
        self.choices[one.field] = box

    def request(self) -> MergePatients | None:
        """What the person chose; None while the preview is on its way."""
        found = self.preview
        if found is None:
            return None
        take = tuple(field for field, box in self.choices.items() if box.isChecked())
        return MergePatients(found.source.id, found.survivor.id, found.source_version, found.survivor_version, take)

    def save(self) -> None:
        request = self.request()
        if request is not None:
            self.run("services.merging.merge", request)
