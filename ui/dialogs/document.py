"""Add a document from a file, or say what is known about one: title, kind, date, who wrote it, what it belongs to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.documents import AddDocument, ChangeDocument, DocumentRow, LinkChoice, LinkChoices
from icm_desktop.domain.document_kinds import KINDS
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.messages import sentence
from ui.reader.document_words import DocumentWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class DocumentDialog(FormDialog):
    """With `data` it adds a file, with `row` it changes what is known about a document."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        links: LinkChoices,
        *,
        file: tuple[Path, bytes] | None = None,
        row: DocumentRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._file, self._row, self._words = file, row, DocumentWords(context)
        self.setWindowTitle(self.tr("Add document") if row is None else self.tr("About this document"))
        self.save_button.setText(self.tr("&Add") if row is None else self.tr("&Save"))
        self.title, self.author, self.organization = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.referral, self.encounter = QComboBox(), QComboBox(), QComboBox()
        self.written = DateEdit(context, lean=Lean.PAST)
        self.sensitive = QCheckBox(self.tr("&Sensitive: mental health, substance use or the like"))
        self.file_line = Text("body", "", tone="text_2", wrap=True)
        self._fill_choices(links)
        self._lay_out_fields()
        self._fill(row)
        self.keep_draft(f"document:{row.id}" if row else f"document:new:{file[0].name[:80] if file else ''}")
        self.fit(520)
        self.title.setFocus()
        self.title.selectAll()

    def _fill_choices(self, links: LinkChoices) -> None:
        for kind in KINDS:
            self.kind.addItem(self._words.kind(kind), kind)
        for box, choices in ((self.referral, links.referrals), (self.encounter, links.encounters)):
            box.addItem(self.tr("None"), None)
            for choice in choices:
                box.addItem(self._link(choice), choice.id)

    def _link(self, choice: LinkChoice) -> str:
        day = self.context.formatting.partial_date(choice.when) if choice.when else ""
        return " · ".join(part for part in (day, choice.text) if part)

    def _lay_out_fields(self) -> None:
        if self._file is not None:
            path, data = self._file
            self.file_line.setText(f"{path.name} · {self._words.size(len(data))}")
            self.column.addWidget(self.file_line)
        self.add("title", FormField(self.tr("&Title"), self.title, required=True, check=self._check_title))
        self.add("kind", FormField(self.tr("&Kind"), self.kind))
        self.add("written_on", FormField(self.tr("Date &on it"), self.written, check=self._check_day))
        self.add("author", FormField(self.tr("&Written by"), self.author))
        self.add("organization", FormField(self.tr("&Practice or hospital"), self.organization))
        for name, label, box in (
            ("service_request_id", self.tr("Answers the &referral"), self.referral),
            ("encounter_id", self.tr("About the &visit"), self.encounter),
        ):
            field = self.add(name, FormField(label, box))
            field.setVisible(box.count() > 1)
        self.add_box(self.sensitive)

    def _fill(self, row: DocumentRow | None) -> None:
        if row is None:
            name = self._file[0].stem if self._file else ""
            self.title.setText(re.sub(r"[_\s]+", " ", name).strip())
            return
        self.title.setText(row.title or "")
        if row.kind is not None and self.kind.findData(row.kind) < 0:
            self.kind.addItem(row.kind, row.kind)
        self.kind.setCurrentIndex(max(self.kind.findData(row.kind or "other"), 0))
        if row.written is not None and len(row.written) >= len("2026-01-01"):
            self.written.set_day(self.context.formatting.full_date(row.written))
        self.author.setText(row.author or "")
        self.organization.setText(row.organization or "")
        self.referral.setCurrentIndex(max(self.referral.findData(row.service_request_id), 0))
        self.encounter.setCurrentIndex(max(self.encounter.findData(row.encounter_id), 0))
        self.sensitive.setChecked(row.sensitive)

    def _check_title(self) -> str:
        return "" if self.title.text().strip() else self.tr("Write a title, such as Cardiology consult.")

    def _check_day(self) -> str:
        if not self.written.understood:
            return self.tr("Enter a day, for example yesterday or 14 jul.")
        if self.written.day is not None and self.written.day > self.context.formatting.today():
            return self.tr("A document cannot be written after today. Check the date.")
        return ""

    def save(self) -> None:
        about = {
            "title": self.title.text(),
            "kind": str(self.kind.currentData()),
            "written_on": self.written.day,
            "author": self.author.text() or None,
            "organization": self.organization.text() or None,
            "service_request_id": self.referral.currentData(),
            "encounter_id": self.encounter.currentData(),
        }
        if self._row is not None:
            change = ChangeDocument(
                self._row.id,
                self._row.version,
                sensitive=self.sensitive.isChecked(),
                **about,
            )
            self.run("services.documents.change", change)
        elif self._file is not None and self.head is not None:
            path, data = self._file
            ticked = True if self.sensitive.isChecked() else None  # not ticked: its title and its own label decide
            add = AddDocument(
                self.head.id,
                data=data,
                file_name=path.name,
                sensitive=ticked,
                **about,
            )
            self.run("services.documents.add", add)

    def refused(self, error: UserError) -> None:
        """What is wrong with the file itself is told on top."""
        if error.field == "file":
            self.set_busy(False)
            self.say("high", sentence(error, self.context.formatting))
        else:
            super().refused(error)
