"""The words of one event of the audit record: who, what, of whom, without a clinical word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.audit_log import AuditRow
from icm_desktop.contracts.keeping import Check
from icm_desktop.domain.audit_events import EVENTS, GROUPS
from ui.context import AppContext
from ui.messages import say
from ui.pages.field_words import field_name
from ui.pages.value_words import kind_name

_MOST_FIELDS = 6


class AuditWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("AuditWords", text, note, number)

    def who(self, row: AuditRow) -> str:
        """Who did it; the program itself has a name too."""
        return row.by or self.tr("the program")

    def role(self, row: AuditRow) -> str:
        """In which role."""
        return say(f"role.{row.role}") if row.by else ""

    def what(self, row: AuditRow) -> str:
        """What happened; whether it took something back."""
        words = say(f"audit.event.{row.event}") if row.event in EVENTS else row.event
        return self.tr("{what} (undo)").format(what=words) if row.undo else words

    def patient(self, row: AuditRow) -> str:
        """Whose record it is, with the record number, so that names that are alike stay apart."""
        if row.head is None:
            return ""
        return f"{self._context.formatting.name(row.head)} · {row.head.record_number}"

    @staticmethod
    def kind(table: str) -> str:
        """What a kind of record is called; what no screen but this one shows has its word with the events."""
        return kind_name(table) or say(f"audit.kind.{table}")

    def thing(self, row: AuditRow) -> str:
        """Which record: its kind and number, never its title."""
        if row.counts:
            return ", ".join(f"{self.kind(name)} {count:,}" for name, count in row.counts[:_MOST_FIELDS])
        if row.kind is None:
            return ""
        name = self.kind(row.kind)
        return self.tr("{kind} no. {number}").format(kind=name, number=row.id) if row.id is not None else name

    def fields(self, row: AuditRow) -> str:
        """Which fields were changed, by name; their values stay in the history of the record."""
        names = [field_name(name) for name in row.fields[:_MOST_FIELDS]]
        more = len(row.fields) - len(names)
        return ", ".join((*names, *((self.tr("%n more", "", more),) if more > 0 else ())))

    @staticmethod
    def groups() -> tuple[tuple[str, str], ...]:
        """Every group of events with its words."""
        return tuple((name, say(f"audit.group.{name}")) for name in GROUPS)

    @staticmethod
    def events(group: str) -> tuple[tuple[str, str], ...]:
        """The events of a group with their words, by these."""
        found = ((name, say(f"audit.event.{name}")) for name in GROUPS.get(group, ()))
        return tuple(sorted(found, key=lambda one: one[1].casefold()))

    def check_name(self, check: Check) -> str:
        """What a check looks at, in plain words."""
        return {
            "file_pages": self.tr("Every page of the file is as this program wrote it"),
            "file_structure": self.tr("The tables fit together"),
            "foreign_keys": self.tr("No record points at one that is not there"),
            "audit_chain": self.tr("No event was changed, taken out or put in"),
            "audit_anchor": self.tr("This is the newest state this computer and the second place of backups have seen"),
            "row_digests": self.tr("Every record is as its last event says"),
            "search_index": self.tr("Lists and search fit the records"),
            "key_slots": self.tr("The key file is whole and the newest"),
            "modes": self.tr("Only this account can read the files"),
            "version": self.tr("The file has the form of this program"),
        }.get(check.name, check.name)

    def answer(self, check: Check) -> str:
        """Yes, no, or that it could not be checked here."""
        return {True: self.tr("All right"), False: self.tr("NOT RIGHT"), None: self.tr("NOT CHECKED")}[check.ok]

    def outcome(self, ok: bool | None) -> str:
        """The result of a whole check in one sentence that says what to do."""
        return {
            True: self.tr("Nothing was changed outside the program, and nothing is missing."),
            False: self.tr(
                "Something is NOT RIGHT. Stop working, keep the file as it is, restore the last good backup into a new "
                "file, and show this to whoever looks after your computers."
            ),
            None: self.tr("Nothing wrong was found; what says NOT CHECKED could not be checked on this computer."),
        }[ok]
