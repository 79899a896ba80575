"""Section: servers records are exchanged with: set up, tried out, paused; how each does."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.partners import (
    SERVER,
    SMART,
    PartnerHealth,
    PartnerRow,
    PartnerSaved,
    PartnerTested,
    PausePartner,
    PollRequest,
    RemovePartner,
)
from icm_desktop.permissions import Privilege
from ui import clipboard
from ui.dialogs.partner_patients import PartnerPatientsDialog
from ui.dialogs.partner_queue import PartnerQueueDialog
from ui.dialogs.set_up.partner import PartnerDialog
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Command
from ui.pages.partner_words import PartnerWords
from ui.tables.base import Column

Row = tuple[PartnerRow, PartnerHealth]
_OF_CARE = ("patients", "now", "queue")  # whoever may export chooses whom it is about


class PartnersSection(ListSection[Row]):
    """Every partner with how exchange does: last success, what waits, what went wrong in plain words."""

    name = "partners"
    icon = "refresh-cw"
    opens = Privilege.EXPORT
    shows = frozenset({"partner", "import"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("PartnersSection", "Exchange partners")

    def intro(self) -> str:
        return self.tr(
            "FHIR servers of hospitals and colleagues, and practices that got sealed packages. What is new on a server "
            "about chosen patients comes in by itself. Without a server here nothing ever uses the network."
        )

    def nothing(self) -> tuple[str, str]:
        told = self.tr("Files still come in and go out by hand, under File.")
        return self.tr("No exchange partners."), told

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add partner…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take out of use")}

    def commands(self) -> Iterable[Command]:
        yield Command("patients", self.tr("&Patients…"), self.patients, "users")
        yield Command("queue", self.tr("What &waits…"), self.queue, "list")
        yield Command("try", self.tr("T&ry out"), self.try_out, "refresh-cw")
        yield Command("now", self.tr("Exchange &now"), self.now, "download")
        yield Command("pause", self.tr("Pa&use"), self.pause, "pause")
        yield Command("resume", self.tr("&Go on"), self.pause, "play")
        yield Command("key", self.tr("Copy the public &key"), self.copy_key, "copy")

    def columns(self) -> Sequence[Column[Row]]:
        words = PartnerWords(self.context)
        return (
            Column("name", self.tr("Partner"), lambda row: row[0].name, width=20, tip=lambda row: row[0].name),
            Column("state", self.tr("State"), lambda _row: "", width=14,
                   chip=lambda row: words.chip(row[1])),
            Column("synced", self.tr("Last synced"),
                   lambda row: words.synced(row[1]), width=18),
            Column("patients", self.tr("Patients"), lambda row: str(row[0].patients), width=8, number=True),
            Column("waiting", self.tr("Waiting"), lambda row: str(row[1].waiting), width=8, number=True),
            Column("told", self.tr("What is wrong"), lambda row: words.wrong(row[1]), stretch=True,
                   tip=lambda row: words.wrong(row[1])),
        )  # fmt: skip

    def record(self, row: Row) -> tuple[str, int] | None:
        return ("exchange_partner", row[0].id)

    def row_id(self, row: Row) -> Hashable:
        return row[0].id

    def refresh(self) -> None:
        def partners(rows: tuple[PartnerRow, ...]) -> None:
            self.asked.ask("queries.partners.health", done=lambda found: self._show(rows, found))

        self.context.jobs.run("queries.partners.partners", owner=self, done=partners)

    def _show(self, rows: tuple[PartnerRow, ...], found: tuple[PartnerHealth, ...]) -> None:
        health = {one.id: one for one in found}
        self.show_rows([(row, health[row.id]) for row in rows if row.id in health])

    def can(self, action_id: str) -> bool:
        if action_id in _OF_CARE:
            return self.row is not None and self.fits(action_id, self.row)
        return super().can(action_id)

    def fits(self, action_id: str, row: Row) -> bool:
        partner = row[0]
        if partner.kind != SERVER:
            return action_id in (REMOVE, "queue")
        return {
            "key": partner.authorization == SMART, "pause": partner.paused_at is None,
            "resume": partner.paused_at is not None, "now": partner.paused_at is None,
        }.get(action_id, True)  # fmt: skip

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row[0])

    def _open(self, row: PartnerRow | None) -> None:
        dialog = PartnerDialog(self.context, row, self.window())
        dialog.saved.connect(lambda saved: self._saved(saved, dialog.name.text().strip()))
        dialog.open()

    def _saved(self, saved: PartnerSaved, name: str) -> None:
        self.go_to(saved.id)
        self.done(self.tr("Saved {name}.").format(name=name), self.tr("save exchange partner"), saved.changes)

    def remove(self) -> None:
        if self.row is not None:
            row = self.row[0]
            told = self.tr("{name} is no longer in use.").format(name=row.name)
            self._do(
                "services.partners.remove", RemovePartner(row.id, row.version), told, self.tr("take partner out of use")
            )

    def pause(self) -> None:
        """Stop asking and sending, or go on."""
        if self.row is not None:
            row = self.row[0]
            on = row.paused_at is None
            told = self.tr("Exchange with {name} is paused.") if on else self.tr("Exchange with {name} goes on.")
            name = self.tr("pause exchange") if on else self.tr("go on with exchange")
            self._do("services.partners.pause", PausePartner(row.id, on, row.version), told.format(name=row.name), name)

    def _do(self, use_case: str, request: object, told: str, name: str) -> None:
        def done(saved: PartnerSaved) -> None:
            self.done(told, name, saved.changes)

        self.context.jobs.run(use_case, request, owner=self, done=done)

    def patients(self) -> None:
        """Choose whom this partner is about."""
        if self.row is not None:
            PartnerPatientsDialog(self.context, self.row[0].id, self.row[0].name, self.window()).open()

    def queue(self) -> None:
        """What waits for it, and what needs a decision."""
        if self.row is not None:
            PartnerQueueDialog(self.context, self.row[0].id, self.row[0].name, self.window()).open()

    def try_out(self) -> None:
        """Ask the server what it is and whether it lets us in."""
        if self.row is not None:
            self._quietly("services.partners.try_out", self.row[0].id, self._tried)

    def _tried(self, found: PartnerTested) -> None:
        told = self.tr("The server answers and lets this practice in: {software} FHIR {version}.")
        self.context.feedback.say(told.format(software=found.software, version=found.fhir_version), Level.GOOD)

    def now(self) -> None:
        """Do not wait for the next round."""
        if self.row is not None:
            self._quietly(
                "services.partners.poll", PollRequest(self.row[0].id, now=True), lambda _polled: self.refresh()
            )

    def _quietly(self, name: str, request: object, done: Callable[..., object]) -> None:
        self.context.jobs.run(name, request, owner=self, done=done, lane="quiet")

    def copy_key(self) -> None:
        """The public half of the key, for the partner."""
        if self.row is not None and self.row[0].public_key:
            clipboard.copy_text(self.row[0].public_key)
            self.context.feedback.say(self.tr("Copied. Give it to the partner: it is no secret."), Level.GOOD)
