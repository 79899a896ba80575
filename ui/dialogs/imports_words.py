"""How past imports are told: columns of their list, and what stands in the way of taking one back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.exchange import ImportRow, UndoCheck, UndoObstacle
from ui.feedback import Level
from ui.formatting import Formatting
from ui.tables.base import Chip, Column


class ImportsWords:
    """Words about past imports in the language of the screen."""

    def __init__(self, formatting: Formatting) -> None:
        self._formatting = formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ImportsWords", text, note, number)

    def columns(self) -> tuple[Column[ImportRow], ...]:
        """One line per import."""
        shown = self._formatting
        return (
            Column("id", self.tr("No."), lambda row: str(row.id), sort=lambda row: row.id, number=True, width=5),
            Column("started", self.tr("Started"), lambda row: shown.date_time(row.started_at),
                   sort=lambda row: row.started_at, width=21, copy=lambda row: row.started_at.isoformat()),
            Column("by", self.tr("By"), lambda row: row.by or "", width=16),
            Column("state", self.tr("State"), lambda _row: "", sort=lambda row: row.state, width=14, chip=self.state),
            self._number("patients", self.tr("Patients")),
            self._number("created", self.tr("New")),
            self._number("updated", self.tr("Updated")),
            Column("until", self.tr("Undo until"), lambda row: shown.date(row.undo_until),
                   sort=lambda row: row.undo_until, width=18, stretch=True),
        )  # fmt: skip

    @staticmethod
    def _number(key: str, title: str) -> Column[ImportRow]:
        return Column(
            key, title, lambda row: f"{getattr(row, key):,}", sort=lambda row: getattr(row, key), number=True,
            width=max(len(title) + 1, 8), copy=lambda row: str(getattr(row, key)),
        )  # fmt: skip

    def state(self, row: ImportRow) -> Chip:
        """What became of an import."""
        return {
            "complete": Chip(Level.GOOD, self.tr("Imported")),
            "undone": Chip(Level.NEUTRAL, self.tr("Taken back")),
            "loading": Chip(Level.INFO, self.tr("Running")),
            "cancelled": Chip(Level.NEUTRAL, self.tr("Stopped")),
        }.get(row.state, Chip(Level.CAUTION, self.tr("Failed")))

    def sentence(self, row: ImportRow) -> str:
        """A line in full, for screen readers and beneath the table."""
        parts = [
            self.tr("Import {number}, {when}").format(number=row.id, when=self._formatting.date_time(row.started_at)),
            row.by or "",
            self.state(row).word,
            self.tr("%n patients", "", row.patients),
            self.tr("{count} new").format(count=f"{row.created:,}"),
            self.tr("{count} updated").format(count=f"{row.updated:,}"),
            self.tr("%n files", "", row.files),
        ]
        return " · ".join(part for part in parts if part) + self._taken_back(row)

    def _taken_back(self, row: ImportRow) -> str:
        if row.undone_at is None:
            return ""
        when = self._formatting.date_time(row.undone_at)
        words = self.tr("Taken back {when} by {who}.").format(when=when, who=row.undone_by or "?")
        reason = self.tr("Reason: {reason}").format(reason=row.undo_reason) if row.undo_reason else ""
        return "\n" + " ".join(part for part in (words, reason) if part)

    def verdict(self, check: UndoCheck) -> str:
        """Whether it can be taken back, and what that means."""
        if not check.obstacles:
            words = self.tr(
                "It can be taken back: everything it brought is removed ({patients}), and what it changed is as it was "
                "before. The same files can be imported again."
            )
            return words.format(patients=self.tr("%n patients", "", check.patients))
        head = self.tr("It cannot be taken back: work was built on it since, and that work stays. Undo first:")
        return "\n".join((head, *map(self._obstacle, check.obstacles)))

    def _obstacle(self, found: UndoObstacle) -> str:
        kind = self._kind(found.kind)
        source = self.tr("from a later import") if found.by_import else self.tr("by hand")
        where = self.tr("record {numbers}").format(numbers=", ".join(found.record_numbers))
        parts = [f"{found.count:,} × {kind}", source, where if found.record_numbers else ""]
        return "• " + ", ".join(part for part in parts if part)

    def _kind(self, kind: str) -> str:
        return {
            "patient": self.tr("patient data"),
            "patient_name": self.tr("name"),
            "patient_telecom": self.tr("phone or e-mail"),
            "patient_address": self.tr("address"),
            "patient_contact": self.tr("contact"),
            "appointment": self.tr("visit"),
            "service_request": self.tr("referral or order"),
            "referral_event": self.tr("step of a referral"),
            "care_plan": self.tr("care plan"),
            "goal": self.tr("goal"),
            "plan_action": self.tr("action of a plan"),
            "task": self.tr("task"),
            "contact_log": self.tr("logged call"),
            "handout": self.tr("printed page"),
            "worklist_hold": self.tr("put-off work"),
            "patient_merge": self.tr("merged record"),
            "document": self.tr("document"),
            "import_difference": self.tr("decision about a value from outside"),
        }.get(kind, self.tr("entry of the chart"))
