"""Forms of notes: write and address one, add to one, say that one was an error, open them in an emergency."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.notes import (
    AmendNote,
    MayBeAddressed,
    MistakenNote,
    NewNote,
    NoteLinks,
    NoteRow,
    NotesAccess,
    OpenInEmergency,
)
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_LINES = 9


class WriteNoteDialog(PersonForm):
    """The kind, the words, whom it is addressed to, and what it is about."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        words: Choices,
        access: NotesAccess,
        people: tuple[MayBeAddressed, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "note", parent)
        self._people = people
        self.setWindowTitle(self.tr("Write a note"))
        closed = {kind for kind, why in access.closed if why == "not_granted"}
        self._sensitive, self._apart = {kind for kind, _ in access.closed} | set(access.open_kinds), access.apart
        kinds = [one for one in words.of("note_kind") if one[0] not in closed]
        kind = self.choice("kind", self.tr("&Kind"), kinds, "care_coordination", empty=None)
        text = self.note("text", self.tr("&Note"), None)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES + context.theme.px(14))
        self.readers = CheckGroup([(str(one.user_id), one.name) for one in people], (), columns=2)
        self.add("to_user_ids", FormField(self.tr("For &whom to read"), self.readers))
        self.fields["to_user_ids"].setVisible(bool(people))
        self.about = QComboBox()
        self.about.addItem(self.tr("Nothing in particular"), None)
        self.add("about", FormField(self.tr("&About"), self.about))
        self.gated = Text("small", "", wrap=True, tone="text_2")
        self.column.addWidget(self.gated)
        self.gated.hide()
        context.jobs.run("queries.notes.links", head.id, owner=self, done=self._links_came)
        kind.currentIndexChanged.connect(lambda _at: self._kind_changed())
        self._kind_changed()
        self.made(560, "text")

    def _links_came(self, links: NoteLinks) -> None:
        for key, prefix, rows in (
            ("goal", self.tr("Goal"), links.goals),
            ("referral", self.tr("Referral"), links.referrals),
            ("result", self.tr("Result"), links.results),
        ):
            for row_id, words in rows:
                self.about.addItem(f"{prefix}: {words}", (key, row_id))

    def _kind_changed(self) -> None:
        """A sensitive kind goes only to whom it was given."""
        kind = self.code("kind") or ""
        apart = kind in self._apart
        sensitive = kind in self._sensitive or apart
        for one in self._people:
            box = self.readers.boxes[str(one.user_id)]
            box.setEnabled(not sensitive or (kind in one.kinds and not apart))
            if not box.isEnabled():
                box.setChecked(False)
        told = self.tr("Read only by whom an administrator gave such notes to; every opening is recorded.")
        if apart:
            told = self.tr(
                "Kept apart from the record: you alone read it, and only you know that it is there. It is in no "
                "search, plan, export or copy of the record, and no emergency opens it. A colleague reads it only "
                "with an authorization of the patient for such notes that names them (About, Consents)."
            )
        self.gated.setText(told if sensitive else "")
        self.gated.setVisible(sensitive)
        self.make_room()

    def save(self) -> None:
        about: tuple[str, int] | None = self.about.currentData()
        linked = dict([about]) if about is not None else {}
        request = NewNote(
            self.row.patient_id, self.code("kind") or "", self.text("text") or "",
            tuple(int(one) for one in self.readers.chosen()),
            linked.get("goal"), linked.get("referral"), linked.get("result"),
        )  # fmt: skip
        self.run("services.notes.write", request)


class AmendNoteDialog(PersonForm):
    """What is added to a note, and why; the words before it stay."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: NoteRow, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, f"note-amend:{row.id}", parent)
        self._note = row
        self.setWindowTitle(self.tr("Add to the note"))
        self.column.addWidget(Text("section", title, wrap=True))
        told = self.tr("What was written stays as it is; this stands beneath it.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        text = self.note("text", self.tr("&Add"), None)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * 5 + context.theme.px(14))
        self.line("reason", self.tr("&Why"), None, required=True)
        self.made(520, "text")

    def save(self) -> None:
        request = AmendNote(self._note.id, self.text("text") or "", self.text("reason") or "")
        self.run("services.notes.amend", request)


class MistakenNoteDialog(PersonForm):
    """Why a note was an error."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: NoteRow, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, f"note-mistaken:{row.id}", parent)
        self._note = row
        self.setWindowTitle(self.tr("Entered in error"))
        self.column.addWidget(Text("section", title, wrap=True))
        self.line("reason", self.tr("&Why"), None, required=True)
        self.made(480, "reason", drafts=False)

    def save(self) -> None:
        request = MistakenNote(self._note.id, self._note.version, self.text("reason") or "")
        self.run("services.notes.mistaken", request)


class EmergencyDialog(PersonForm):
    """What the emergency is; sensitive notes are open for an hour then, and it is on record."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(context, head, "note-emergency", parent)
        self.setWindowTitle(self.tr("Open sensitive notes in an emergency"))
        self.save_button.setText(self.tr("&Open for an hour"))
        told = self.tr(
            "Only when somebody's health is in danger now. Your name, the time and the reason are put on record and "
            "shown to administrators."
        )
        self.column.addWidget(Text("body", told, wrap=True))
        self.note("reason", self.tr("What the &emergency is, and who asks"), None)
        me, here = context.session.display_name, context.session.practice_name
        self.line("personnel", self.tr("Medical &personnel who get to know"), me, required=True)
        self.line("affiliation", self.tr("Where they &work"), here, required=True)
        self.made(520, "reason", drafts=False)

    def save(self) -> None:
        request = OpenInEmergency(
            self.row.patient_id, self.text("reason") or "", self.text("personnel") or "", self.text("affiliation") or ""
        )
        self.run("services.notes.open_in_emergency", request)
