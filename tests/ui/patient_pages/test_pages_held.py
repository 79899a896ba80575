"""Outdated pages are found, printed again in a batch, told; pages that wait are printed later or taken out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.models.clinical import MedicationEntry
from db.models.coverage import Consent
from db.models.patient import PatientContact
from icm_desktop.contracts.handouts import KeepHandout
from icm_desktop.contracts.print_sets import ChosenSet, KeepPrintSet
from tests.handouts.people import made, maria
from tests.handouts.test_outdated import change, hand
from tests.part2 import whole_consent
from tests.ui.audit import audit
from tests.ui.desk import Desk
from tests.ui.patient_pages.conftest import TODAY, FilePaper
from ui.dialogs.pages_given import PagesGiven
from ui.dialogs.print_batch import paper_of
from ui.dialogs.print_preview_paper import printer_key
from ui.dialogs.print_progress import PrintProgress
from ui.pages.pages_held import PagesHeldPage
from ui.pages.patients import PatientsPage


@pytest.fixture
def two(desk: Desk) -> tuple[int, int]:
    """Two patients who hold two outdated pages each."""
    ids = maria(desk.practice), maria(desk.practice, coordinator_id=None, given="Ana")
    for who in ids:
        hand(desk.practice, who)
        hand(desk.practice, who, "medicines")
        change(desk.practice, MedicationEntry, who, morning="2")
    return ids


def held(desk: Desk, printer: FilePaper | None = None) -> PagesHeldPage:
    desk.run("services.page_work.compare")
    desk.context.navigation.open("pages_held")
    page = desk.page("pages_held")
    assert isinstance(page, PagesHeldPage)
    if printer is not None:
        page.paper.pages.paper_for = lambda _kind: printer
    return page


def turn_to(page: PagesHeldPage, view: str) -> None:
    page.view.set_on([view])
    page.refresh()


def test_the_list_counts_filters_and_passes_the_audit(desk: Desk, two: tuple[int, int]) -> None:
    page = held(desk)
    assert len(page.table.rows()) == 4 and "2 patient" in page.status()
    QApplication.processEvents()
    assert audit(page) == []
    turn_to(page, "medicines")
    assert {row.kind for row in page.table.rows()} == {"medicines"}
    page.whose.set_on(["mine"])
    page.refresh()
    assert {row.head.id for row in page.table.rows()} == {two[0]}


def test_all_are_printed_again_in_a_batch_and_leave_the_list(
    desk: Desk, two: tuple[int, int], printer: FilePaper, qtbot: QtBot
) -> None:
    page = held(desk, printer)
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: not page.table.rows())
    qtbot.waitUntil(lambda: not [one for one in desk.window.findChildren(PrintProgress) if one.isVisible()])
    assert len(printer.files) == 4
    assert page.stack.currentWidget() is page.empty
    assert [row.how for row in desk.run("queries.handed_out.history", two[0])][:2] == ["printed", "printed"]


def test_undo_of_the_batch_puts_the_pages_back_into_the_queue(
    desk: Desk, two: tuple[int, int], printer: FilePaper, qtbot: QtBot
) -> None:
    acts: list[int] = []
    desk.context.feedback.acted.connect(lambda _words, _name, changes: acts.append(changes.action_id))
    page = held(desk, printer)
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: bool(acts))
    desk.run("services.history.undo", acts[-1])
    desk.run("services.page_work.compare")
    page.refresh()
    assert len(page.table.rows()) == 4
    assert len(desk.run("queries.handed_out.waiting")) == 4


def test_who_was_told_leaves_the_list(desk: Desk, two: tuple[int, int]) -> None:
    page = held(desk)
    page.table.selectAll()
    desk.press("Ctrl+D")
    assert not page.table.rows()
    assert desk.run("queries.handed_out.history", two[0])[0].told_on is not None


def test_pages_that_wait_are_printed_later_as_they_are_kept(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    for kind in ("next-steps", "visits"):
        desk.run("services.handouts.keep", KeepHandout(who, made(desk.practice, who, kind=kind), "waiting", copies=2))
    page = held(desk, printer)
    turn_to(page, "waiting")
    assert len(page.queue.rows()) == 2
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: not page.queue.rows())
    assert len(printer.files) == 2 and {one.copies for one in printer.asked} == {2}
    assert {row.how for row in desk.run("queries.handed_out.history", who)} == {"printed"}


def test_a_copy_whose_consent_ended_meanwhile_does_not_come_out_and_the_others_are_on_record(
    desk: Desk, printer: FilePaper, qtbot: QtBot
) -> None:
    who = maria(desk.practice)
    with desk.practice.open().write("test") as uow:
        daughter = PatientContact(patient_id=who, name="Ana Lopez", relationship_code="DAUC")
        consent = whole_consent(who, "Ana Lopez")
        uow.session.add_all([daughter, consent])
        uow.session.flush()
        contact_id, consent_id = daughter.id, consent.id
    page = made(desk.practice, who)
    secret = replace(page, said=replace(page.said, substance_use="42 CFR part 2"))
    for one in (KeepHandout(who, secret, "waiting", contact_id, False, "She asked"), KeepHandout(who, page, "waiting")):
        desk.run("services.handouts.keep", one)
    with desk.practice.open().write("test") as uow:
        uow.session.get_one(Consent, consent_id).revoked_on = TODAY.isoformat()
    shown = held(desk, printer)
    turn_to(shown, "waiting")
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: len(shown.queue.rows()) == 1)
    assert [row.sent_to for row in shown.queue.rows()] == ["Ana Lopez"]
    assert len(printer.files) == 1
    assert {(row.sent_to, row.how) for row in desk.run("queries.handed_out.history", who)} == {
        (None, "printed"), ("Ana Lopez", "waiting"),
    }  # fmt: skip


def test_a_page_is_taken_out_of_the_queue_and_stays_on_record(desk: Desk) -> None:
    who = maria(desk.practice)
    desk.run("services.handouts.keep", KeepHandout(who, made(desk.practice, who), "waiting"))
    page = held(desk)
    turn_to(page, "waiting")
    page.queue.selectAll()
    desk.press("Ctrl+R")
    assert len(page.queue.rows()) == 0
    (row,) = desk.run("queries.handed_out.history", who)
    assert (row.how, row.handed_to) == ("saved", None)


def test_patients_and_the_chart_show_it(desk: Desk, two: tuple[int, int]) -> None:
    desk.run("services.page_work.compare")
    desk.context.navigation.open("patients")
    patients = desk.page("patients")
    assert isinstance(patients, PatientsPage)
    patients.refresh()
    assert "2 hold an outdated page" in patients.outdated_pages.text()
    patients.outdated_pages.click()
    assert desk.page("pages_held").isVisible()
    desk.context.navigation.open_chart(two[0])
    chart = desk.page("chart")
    assert "outdated_pages" in chart.banner.chips_shown  # type: ignore[attr-defined]
    chart.banner.chip_clicked.emit("outdated_pages")  # type: ignore[attr-defined]
    assert isinstance(desk.dialog(), PagesGiven)


def test_it_says_that_pages_are_still_compared_before_it_says_that_nobody_holds_one(desk: Desk, two: object) -> None:
    desk.context.navigation.open("pages_held")
    page = desk.page("pages_held")
    assert isinstance(page, PagesHeldPage)
    assert re.search(r"pages of 2 patient(s|\(s\)) still to be compared", page.status())  # with words of plurals or not
    assert page.stack.currentWidget() is page.empty
    assert any("being compared" in label.text() for label in page.empty.findChildren(QLabel))
    desk.run("services.page_work.compare")
    page.refresh()
    assert len(page.table.rows()) == 4 and "compared" not in page.status()


def test_the_history_records_by_key_how_the_patient_said_it(desk: Desk, two: tuple[int, int]) -> None:
    desk.context.navigation.open_chart(two[0])
    desk.press("Ctrl+Shift+I")
    dialog = desk.dialog()
    assert isinstance(dialog, PagesGiven)
    assert len(dialog.table.rows()) == 2
    assert audit(dialog) == []
    desk.press("1")
    rows = desk.run("queries.handed_out.history", two[0])
    assert [row.teach_back for row in rows] == ["said_right", None]
    desk.press("3", "'Patient was asleep'", "Return")
    (first, _other) = desk.run("queries.handed_out.history", two[0])
    assert (first.teach_back, first.teach_back_reason) == ("not_done", "Patient was asleep")
    desk.press("T")
    assert dialog.table.rows()[0].told_on is not None


def test_a_saved_page_is_given_by_hand_in_the_history(desk: Desk) -> None:
    who = maria(desk.practice)
    hand(desk.practice, who, how="saved")
    desk.context.navigation.open_chart(who)
    desk.press("Ctrl+Shift+I")
    dialog = desk.dialog()
    assert isinstance(dialog, PagesGiven)
    assert not dialog.teach_button.isEnabled()
    desk.press("G")
    assert dialog.table.rows()[0].handed_to == "patient"
    assert dialog.teach_button.isEnabled()


def test_the_window_compares_after_a_change_by_itself(desk: Desk, two: tuple[int, int]) -> None:
    assert desk.run("queries.outdated_pages.how_many") == 0
    request = KeepPrintSet(two[0], ChosenSet(("visits",)))
    desk.context.jobs.run("services.print_sets.keep", request, owner=None)
    assert desk.run("queries.page_facts.waiting") == 0
    assert desk.run("queries.outdated_pages.how_many") == 2


def test_each_kind_of_page_remembers_its_printer(desk: Desk) -> None:
    keep = desk.context.preferences.keep
    keep(printer_key("next-steps"), "FrontDesk-2")
    keep(printer_key("what-to-do"), "Tray-A4")
    names = {kind: paper_of(desk.context, kind).name for kind in ("next-steps", "what-to-do", "visits")}
    assert names == {"next-steps": "FrontDesk-2", "what-to-do": "Tray-A4", "visits": "FrontDesk-2"}
