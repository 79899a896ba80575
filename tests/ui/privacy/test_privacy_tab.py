"""Patients' rights by keyboard: a request is taken, answered, undone; the accounting is read and printed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from icm_desktop.contracts.disclosures import RecordDisclosure
from icm_desktop.contracts.patient_requests import TakeRequest
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.conftest import Sit
from tests.ui.desk import TODAY, Desk
from tests.ui.privacy.conftest import Keep
from ui.dialogs.disclosures import DisclosuresDialog, HoldBackDialog, NoteDisclosureDialog
from ui.dialogs.open_requests import OpenRequestsDialog
from ui.dialogs.patient_request import AnswerDialog, TakeRequestDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.privacy import PrivacyTab
from ui.pages.today import TodayPage


@pytest.fixture
def desk(sit_at: Sit) -> Desk:
    made = sit_at((TodayPage, ChartPage), Role.COORDINATOR)
    made.ana = made.register("Lopez", "Maria", "1958-03-04", language="es")
    return made


def tab_of(desk: Desk) -> PrivacyTab:
    desk.context.navigation.open_chart(desk.ana, tab="privacy")
    settle()
    tab = next(one for one in desk.window.findChildren(PrivacyTab))
    assert tab.isVisible()
    return tab


def open_dialog(desk: Desk, action: str) -> QDialog:
    desk.context.actions.trigger(action)
    settle()
    return desk.dialog()


def test_a_request_is_taken_and_answered_by_keyboard_and_undone(desk: Desk, keep: Keep) -> None:
    tab = tab_of(desk)
    form = open_dialog(desk, "privacy.take")
    assert isinstance(form, TakeRequestDialog)
    form.kind.setCurrentIndex(form.kind.findData("access"))
    desk.press("Tab", "'A copy of everything, please'", "Ctrl+Return")
    settle()
    (row,) = tab.table.rows()
    assert (row.kind, row.due_on, row.text) == ("access", TODAY + dt.timedelta(30), "A copy of everything, please")
    keep(desk.window, "privacy-tab")
    answer = open_dialog(desk, "privacy.answer")
    assert isinstance(answer, AnswerDialog)
    assert [answer.outcome.itemData(place) for place in range(1, answer.outcome.count())] == [
        "given", "partly", "denied", "withdrawn",
    ]  # fmt: skip
    answer.outcome.setCurrentIndex(answer.outcome.findData("given"))
    keep(answer, "privacy-answer")
    desk.press("Ctrl+Return")
    settle()
    assert tab.table.rows()[0].outcome == "given"
    desk.context.undo.undo()
    settle()
    assert tab.table.rows()[0].status == "open"


def test_a_line_of_today_leads_to_its_request(desk: Desk, keep: Keep) -> None:
    late = TODAY - dt.timedelta(35)
    desk.run("services.patient_requests.take", TakeRequest(desk.ana, "access", "A copy", late))
    (row,) = desk.run("queries.today.worklist", WorkFilter()).rows
    desk.context.navigation.open("today")
    settle()
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    keep(desk.window, "privacy-today")
    page.open_row(row)
    settle()
    tab = tab_of(desk)
    assert tab.row is not None
    assert (tab.row.days_late, tab.row.longer_until) == (5, None)


def test_open_requests_of_all_patients_are_one_list_that_opens_the_chart(desk: Desk, keep: Keep) -> None:
    ben = desk.register("Ruiz", "Ben", "1970-01-02")
    desk.run("services.patient_requests.take", TakeRequest(desk.ana, "amendment", "Wrong"))
    desk.run("services.patient_requests.take", TakeRequest(ben, "access", "A copy"))
    dialog = open_dialog(desk, "tools.requests")
    assert isinstance(dialog, OpenRequestsDialog)
    assert [row.head.family for row in dialog.table.rows()] == ["Ruiz", "Lopez"]
    keep(dialog, "open-requests")
    dialog.table.setFocus()
    desk.press("Return")
    settle()
    tab = next(one for one in desk.window.findChildren(PrivacyTab))
    assert tab.row is not None
    assert tab.row.head.family == "Ruiz"


def test_what_left_is_listed_noted_taken_back_and_printed_in_the_patients_language(desk: Desk, keep: Keep) -> None:
    tab_of(desk)
    when = dt.datetime(2026, 5, 1, 16, tzinfo=dt.UTC)
    told = RecordDisclosure(
        desk.ana, when, "County Health", "1 Main St", "TB test", "Report of a disease", "public_health"
    )
    desk.run("services.disclosures.record", told)
    dialog = open_dialog(desk, "privacy.where")
    assert isinstance(dialog, DisclosuresDialog)
    assert [row.to_name for row in dialog.table.rows()] == ["County Health"]
    keep(dialog, "privacy-disclosures")
    dialog.note()
    form = desk.dialog()
    assert isinstance(form, NoteDisclosureDialog)
    form.basis.setCurrentIndex(form.basis.findData("court"))
    for edit, words in ((form.to, "Court of Albany"), (form.what, "Visits of 2025"), (form.why, "Subpoena")):
        edit.setText(words)
    keep(form, "privacy-note")
    form.submit()
    settle()
    assert [row.to_name for row in dialog.table.rows()] == ["Court of Albany", "County Health"]
    dialog.table.setCurrentIndex(dialog.table.rows_model.index(0, 0))
    dialog.take_back()
    settle()
    assert [row.to_name for row in dialog.table.rows()] == ["County Health"]
    dialog.print_list()
    settle()
    preview = desk.dialog()
    assert isinstance(preview, SheetPreview)
    keep(preview, "privacy-accounting")


def test_what_an_agency_asks_to_hold_back_is_left_out_until_its_day_and_reopens_as_it_was_asked(
    desk: Desk, keep: Keep
) -> None:
    tab_of(desk)
    when = dt.datetime(2026, 5, 1, 16, tzinfo=dt.UTC)
    told = RecordDisclosure(desk.ana, when, "City Police", None, "Where she was", "Search", "police")
    desk.run("services.disclosures.record", told)
    dialog = open_dialog(desk, "privacy.where")
    assert isinstance(dialog, DisclosuresDialog)

    def hold() -> HoldBackDialog:
        dialog.table.setCurrentIndex(dialog.table.rows_model.index(0, 0))
        dialog.hold_button.click()
        settle()
        form = desk.dialog()
        assert isinstance(form, HoldBackDialog)
        return form

    form = hold()
    assert audit(form) == [] and form.written.isChecked()
    form.until.set_day(TODAY + dt.timedelta(30))
    form.submit()
    settle()
    assert form.agency.accessibleDescription() and form.isVisible()  # it is not said who asked
    form.agency.setText("Sgt. Poe, City Police")
    form.written.setChecked(False)
    keep(form, "privacy-hold-back")
    form.submit()
    settle()
    assert not dialog.table.rows()
    dialog.which.setCurrentIndex(dialog.which.findData("everything"))
    dialog.ask()
    settle()
    form = hold()
    day = form.until.day
    assert (form.agency.text(), day, form.written.isChecked()) == (
        "Sgt. Poe, City Police", TODAY + dt.timedelta(30), False,
    )  # fmt: skip


def test_a_denial_asks_on_what_ground(desk: Desk, keep: Keep) -> None:
    tab = tab_of(desk)
    desk.run("services.patient_requests.take", TakeRequest(desk.ana, "amendment", "The dose of 2025 is wrong"))
    tab.refresh()
    settle()
    form = open_dialog(desk, "privacy.answer")
    assert isinstance(form, AnswerDialog)
    assert not form.fields["ground"].isVisible()
    form.outcome.setCurrentIndex(form.outcome.findData("denied"))
    settle()
    assert audit(form) == [] and form.fields["ground"].isVisible()
    form.text.setPlainText("It is right as it stands")
    keep(form, "privacy-denial")
    form.submit()
    settle()
    assert form.ground.accessibleDescription() == "Choose on what ground."
    form.ground.setCurrentIndex(form.ground.findData("right"))
    form.submit()
    settle()
    (row,) = tab.table.rows()
    assert (row.outcome, row.ground) == ("denied", "right")


def test_a_closed_list_of_what_left_hears_of_no_change(desk: Desk) -> None:
    tab_of(desk)
    dialog = open_dialog(desk, "privacy.where")
    dialog.close()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    assert not isValid(dialog)
    when = dt.datetime(2026, 5, 1, 16, tzinfo=dt.UTC)
    told = RecordDisclosure(desk.ana, when, "County Health", None, "TB test", "Report of a disease", "public_health")
    desk.context.jobs.run("services.disclosures.record", told, owner=None)  # the window's own: pages hear of it
    settle()


def test_the_front_desk_has_no_privacy_tab(desk: Desk, sit_at: Sit) -> None:
    other = sit_at((TodayPage, ChartPage), Role.FRONT_DESK, practice=desk.practice)
    other.context.navigation.open_chart(desk.ana)
    settle()
    assert other.window.findChildren(PrivacyTab) == []
