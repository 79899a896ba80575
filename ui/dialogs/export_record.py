"""Export a record: in which form, for whom and what for; what leaves and what is held back and why, beforehand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.packages import PackageSent, SendPackage
from icm_desktop.contracts.plan_document import OTHER, PATIENT, RECORD, PlanReader
from icm_desktop.contracts.record_export import (
    CCDA_CARE_PLAN,
    CCDA_REFERRAL,
    FHIR,
    EarlierExport,
    ExportRecord,
    HeldBack,
    KindCount,
    RecordExported,
    RecordPreview,
    RecordRequest,
)
from icm_desktop.domain.part2 import EXCEPTIONS
from ui.context import AppContext
from ui.dialogs.export_record_words import ExportRecordWords
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.reader_fields import ReaderFields
from ui.latest import Latest
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

PACKAGE = "package"
_FILES = {
    FHIR: (".json", "FHIR JSON"), CCDA_CARE_PLAN: (".xml", "C-CDA"), CCDA_REFERRAL: (".xml", "C-CDA"),
    PACKAGE: (".icmx", "ICM Desktop"),
}  # fmt: skip
_USUAL = {RECORD: "own_copy", PATIENT: "patient_request"}  # what a copy for these two is for


class ExportRecordDialog(FormDialog):
    """`ask_file` asks where to (tests give their own). What left cannot be taken back; it is listed beneath."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(context, head, self.tr("&Export…"), parent)
        self.setWindowTitle(self.tr("Export the record"))
        self.words, self.asked = ExportRecordWords(), Latest(context.jobs, self)
        self.ask_file: Callable[[], Path | None] = self._ask_file
        self.preview: RecordPreview | None = None
        self.left_out: set[str] = set()
        self.readers = ReaderFields(self.tr("Our own copy"), self)
        self.who, self.name, self.reason = self.readers.who, self.readers.name, self.readers.reason
        self.form, self.purpose, self.note = self._forms(), QComboBox(), QLineEdit()
        self.readable = QCheckBox(self.tr("Also as pages to re&ad (PDF)"))
        self.sensitive = QCheckBox(self.tr("&Sensitive entries, as far as this reader may have them"))
        self.total = ShapeLabel(parent=self)
        self.earlier = FactList(self.tr("Exported before"))
        self.table = self._table()
        self.toggle = Button(self.tr("&Leave out"))
        self._build()
        self._wire()
        self._ask_lists()

    def _forms(self) -> QComboBox:
        made = QComboBox()
        for code, words in (
            (FHIR, self.tr("FHIR: for other programs, everything")),
            (CCDA_CARE_PLAN, self.tr("C-CDA care plan: a document every hospital can open")),
            (CCDA_REFERRAL, self.tr("C-CDA referral note: about the newest referral under way")),
            (PACKAGE, self.tr("Sealed package for a practice that uses ICM Desktop, too")),
        ):
            made.addItem(words, code)
        return made

    def _table(self) -> RowsTable[KindCount]:
        made: RowsTable[KindCount] = RowsTable(
            self.context, "export_record", self.words.columns(self._held), lambda row: row.kind, self.words.sentence
        )
        made.setAccessibleName(self.tr("What leaves"))
        made.setMinimumHeight(self.context.theme.px(230))
        return made

    def _held(self) -> tuple[HeldBack, ...]:
        return self.preview.held if self.preview is not None else ()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(self.context.theme.px(8))
        self.fields["form"] = FormField(self.tr("In which fo&rm"), self.form, check=self._no_practice)
        self.column.addWidget(self.fields["form"])
        fields = (
            ("who", self.readers.fields["who"], 0, 0),
            ("purpose", FormField(self.tr("&What for"), self.purpose, required=True, check=self._no_purpose), 0, 1),
            ("name", self.readers.fields["name"], 1, 0),
            ("place", self.readers.fields["place"], 1, 1),
        )
        for name, field, row, column in fields:
            self.fields[name] = field
            grid.addWidget(field, row, column)
        grid.addWidget(self.readers.treats, 2, 0)
        self.column.addLayout(grid)
        self.fields["reason"] = self.readers.fields["reason"]
        self.fields["note"] = FormField(self.tr("N&ote"), self.note)
        self.sensitive.setChecked(True)
        self.readable.setChecked(True)
        for part in (
            self.readers.warning, self.fields["reason"], self.fields["note"], self.sensitive, self.readable
        ):  # fmt: skip
            self.column.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(self.context.theme.px(16))
        head.addWidget(Text("section", self.tr("What leaves")))
        head.addWidget(self.total, 1)
        head.addWidget(self.toggle)
        self.column.addLayout(head)
        self.column.addWidget(self.table)
        self.column.addWidget(self.earlier)
        told = self.tr("The file is outside the encryption. That it left, for whom and its digest stay on record.")
        self.column.addWidget(Text("small", told, tone="text_2", wrap=True))
        for box in (self.sensitive, self.readable):
            box.setMinimumHeight(self.context.theme.px(28))
        self.earlier.hide()
        self._order = [self.form, self.who, self.purpose, self.name, self.readers.place, self.readers.treats,
                       self.reason, self.note, self.sensitive, self.readable, self.table, self.toggle]  # fmt: skip
        self.fit(760)

    def _wire(self) -> None:
        self.readers.chosen.connect(self._who_chosen)
        self.readers.changed.connect(self.ask)
        self.form.currentIndexChanged.connect(lambda _at: self._form_chosen())
        self.purpose.activated.connect(lambda _at: self.ask())
        self.sensitive.clicked.connect(lambda _on: self.ask())
        self.table.opened.connect(self.toggle_kind)
        self.table.row_changed.connect(self._row_changed)
        self.toggle.clicked.connect(lambda _on=False: self.toggle_kind(self.table.current_row()))

    def _ask_lists(self) -> None:
        head, jobs = self.head, self.context.jobs
        if head is None:
            return
        jobs.run("queries.record_export.words", QLocale().name(), owner=self, done=self._show_purposes)
        jobs.run("queries.plan_document.readers", head.id, owner=self, done=self.readers.show_readers)
        jobs.run("queries.record_export.earlier", head.id, owner=self, done=self._show_earlier)
        self.who.setFocus()

    def _show_purposes(self, purposes: tuple[tuple[str, str], ...]) -> None:
        self.purpose.addItem("", "")
        for code, words in purposes:
            self.purpose.addItem(words, code)

    def _show_earlier(self, rows: tuple[EarlierExport, ...]) -> None:
        shown = self.context.formatting
        names = {str(self.purpose.itemData(at)): self.purpose.itemText(at) for at in range(self.purpose.count())}
        self.earlier.set_facts([
            Fact(str(place), one.to or self.tr("Our own copy"), (" · ".join(part for part in (
                shown.date_time(one.at), names.get(one.purpose, one.purpose), one.by,
                self.tr("%n entries", "", one.resources), self.tr("%n held back", "", one.held) if one.held else "",
                self.tr("mark {digits}").format(digits=one.sha256[:8]), one.reason or "",
            ) if part),))
            for place, one in enumerate(rows)
        ])  # fmt: skip
        self.earlier.setVisible(bool(rows))
        self.make_room()

    # for whom

    def _who_chosen(self) -> None:
        kind = self.readers.kind
        self.sensitive.setVisible(kind != RECORD)
        usual = self.purpose.findData(_USUAL.get(kind, ""))
        if usual > 0 or self.purpose.currentData() in _USUAL.values():
            self.purpose.setCurrentIndex(max(usual, 0))
        self.make_room()
        self.ask()

    def _form_chosen(self) -> None:
        """A package is for somebody outside: offer the first who is, or somebody to be named."""
        self.readable.setVisible(self.form.currentData() != PACKAGE)
        if self._no_practice():
            readers = [self.who.itemData(at) for at in range(self.who.count())]
            outside = [at for at, one in enumerate(readers) if isinstance(one, PlanReader) and one.kind == OTHER]
            self.who.setCurrentIndex(outside[0] if outside else 0)
        self.ask()

    def request(self) -> RecordRequest:
        """The record as it is wished now."""
        patient_id = self.head.id if self.head is not None else 0
        form = self.form.currentData()
        left_out = tuple(sorted(self.left_out))
        return RecordRequest(
            patient_id, self.readers.reader(), self.sensitive.isChecked(), left_out,
            FHIR if form == PACKAGE else form, self.purpose.currentData() or None,
        )  # fmt: skip

    def _no_practice(self) -> str:
        ours = self.form.currentData() == PACKAGE and self.readers.kind in (RECORD, PATIENT)
        return self.tr("A package is for another practice: choose which.") if ours else ""

    def _no_purpose(self) -> str:
        return "" if self.purpose.currentData() else self.tr("Say what the record is for.")

    # what leaves

    def ask(self) -> None:
        """Count again what would leave."""
        if self.readers.nameless:
            self.preview = None
            self.table.set_rows(())
            self.readers.allow()
            self.total.say("info", self.tr("Write who receives it; then it is shown here."))
            self._offer(False)
            return
        self.asked.ask("queries.record_export.preview", self.request(), done=self._show)

    def _show(self, found: RecordPreview) -> None:
        self.preview = found
        self.table.set_rows(sorted(found.kinds, key=lambda row: self.words.kind(row.kind)))
        chip = self.words.total(found.kinds)
        self.total.say(chip.level, chip.word)
        self.readers.allow("" if found.allowed else found.why)
        if self.purpose.currentData() in EXCEPTIONS:
            self.fields["reason"].show()
        self._offer(True)
        self._row_changed(self.table.current_row())
        self.make_room()

    def _offer(self, shown: bool) -> None:
        """The table, once it can be said what stands in it."""
        for part in (self.table, self.toggle):
            part.setVisible(shown)
        self.make_room()

    def _row_changed(self, row: KindCount | None) -> None:
        out = row is not None and row.kind in self.left_out
        self.toggle.setText(self.tr("&Let it leave") if out else self.tr("&Leave out"))
        self.toggle.setEnabled(row is not None and row.kind != "Patient")

    def toggle_kind(self, row: KindCount | None) -> None:
        """Leave a kind out, or let it leave again."""
        if row is None or row.kind == "Patient":
            return
        self.left_out ^= {row.kind}
        self.ask()

    # out of the program

    def save(self) -> None:
        if self.preview is None:
            return
        path = self.ask_file()
        if path is None:
            return
        reason, note = (edit.text().strip() or None for edit in (self.reason, self.note))
        language = QLocale().name().partition("_")[0]
        if self.form.currentData() == PACKAGE:
            sealed = SendPackage(self.request(), str(path), self.purpose.currentData(), reason, language)
            self.run("services.packages.send", sealed)
            return
        if self.head is not None:
            language = self.head.form_language
        request = ExportRecord(
            self.request(), str(path), self.purpose.currentData(), note, reason, self.readable.isChecked(), language
        )
        self.run("services.record_exports.export", request)

    def told(self, made: RecordExported | PackageSent) -> str:
        """What happened, for the message bar."""
        words = self.tr("Saved as {file}, digest {digits}. It is outside the encrypted record.")
        paths = (made.path, made.readable) if isinstance(made, RecordExported) else (made.path,)
        names = [Path(one).name for one in paths if one is not None]
        return words.format(file=", ".join(names), digits=made.sha256[:8])

    def _ask_file(self) -> Path | None:
        ending, kind = _FILES[self.form.currentData()]
        name = f"record-{self.context.formatting.today().isoformat()}{ending}"  # no name of a patient
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save outside the encrypted record"), name, f"{kind} (*{ending})"
        )
        return Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}") if chosen else None
