"""The Patients page driven by keyboard over the real encrypted database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.contracts.people import DraftRow
from icm_desktop.permissions import Role
from tests.ui.desk import Desk, sit_down
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.pages.patients import PatientsPage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (PatientsPage,))
    qtbot.addWidget(made.window)
    yield made
    assert made.crashes == []


def page_of(desk: Desk) -> PatientsPage:
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    return page


def names_saved(desk: Desk) -> list[str]:
    return [row.head.family for row in desk.run("queries.patients.patients", PatientFilter()).rows]


def names(page: PatientsPage) -> list[str]:
    return [row.head.family for row in page.table.rows()]


def test_an_empty_practice_says_what_to_do_first(desk: Desk) -> None:
    page = page_of(desk)
    assert page.stack.currentWidget() is page.empty


def test_search_narrows_the_list_with_every_letter(desk: Desk) -> None:
    for family, given in (("Lopez", "Maria"), ("Lopes", "Rui"), ("Chen", "Wei")):
        desk.register(family, given, "1958-03-04")
    page = page_of(desk)
    page.view.set_on(["all"])
    desk.press("Ctrl+Shift+F", "'lop'")
    assert sorted(names(page)) == ["Lopes", "Lopez"]
    desk.press("'ez'")
    assert names(page) == ["Lopez"]


def test_enter_on_the_only_patient_found_opens_the_chart(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    desk.register("Chen", "Wei", "1950-01-01")
    desk.press("Ctrl+Shift+F", "'lopez'", "Return")
    place = desk.context.navigation.place
    assert place is not None
    assert (place.page, place.patient_id) == ("chart", patient_id)


def test_registering_takes_at_most_eight_keys_beside_what_is_typed(desk: Desk) -> None:
    keys = ["Ctrl+F", "'nguyen anh 3/4/58'", "Ctrl+N", "P", *["Tab"] * 3, "'f'", "Tab", "'555-010-0142'", "Ctrl+Return"]
    assert len([key for key in keys if not key.startswith("'")]) <= 8
    desk.press(*keys)
    place = desk.context.navigation.place
    assert place is not None
    assert place.patient_id is not None
    saved = desk.run("queries.registration.editable", place.patient_id).details
    assert (saved.family, saved.given, saved.birth_date, saved.sex) == ("Nguyen", "Anh", "1958-03-04", "female")
    assert saved.phone == "555-010-0142"


def test_a_new_patient_starts_with_what_was_typed_to_find_one(desk: Desk) -> None:
    desk.register("Chen", "Wei", "1950-01-01")
    desk.press("Ctrl+Shift+F", "'lopez maria 3/4/1958'", "Ctrl+N", "P")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert dialog.details().family == "Lopez"
    assert (dialog.details().given, dialog.details().birth_date) == ("Maria", "1958-03-04")


def test_nobody_is_registered_who_was_not_looked_for(desk: Desk, qtbot: QtBot) -> None:
    desk.register("Lopez", "Maria", "1958-03-04")
    with qtbot.waitSignal(desk.context.feedback.said) as said:
        desk.press("Ctrl+N", "P")
    assert "First find the patient" in said.args[1]
    assert desk.window.findChildren(RegisterPatientDialog) == []
    desk.press(
        "'lopez maria 3/4/58'", "Ctrl+N", "P"
    )  # the keyboard is where one looks; who may be meant is shown at once
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert not dialog.alike.isHidden()
    desk.press("Esc", "Ctrl+F", "'nguyen anh'")
    assert any("No patient matches" in label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())
    desk.press("Return", "Ctrl+Return")
    assert names_saved(desk) == ["Lopez", "Nguyen"]
    assert desk.window.top.search.text() == desk.context.finding.text == ""  # the next one is looked for anew


@pytest.mark.parametrize("end", ["Esc", "Return"])
def test_a_search_that_ended_starts_no_registration(desk: Desk, end: str) -> None:
    desk.register("Lopez", "Maria", "1958-03-04")
    desk.press("Ctrl+F", "'lopez'", end, "Ctrl+N", "P")
    assert desk.window.findChildren(RegisterPatientDialog) == []


def test_what_was_typed_last_is_who_is_registered(desk: Desk) -> None:
    desk.press("Ctrl+F", "'chen'", "Ctrl+2", "Ctrl+Shift+F", "'lopez'", "Ctrl+N", "P")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert dialog.details().family == "Lopez"
    desk.press("Esc", "Ctrl+F", "'roy'", "Return")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert dialog.details().family == "Roy"


def test_a_likely_duplicate_is_shown_while_typing_and_stops_saving(desk: Desk) -> None:
    desk.register("Lopez", "Maria", "1958-03-04")
    desk.press("Ctrl+F", "'lopes'", "Ctrl+N", "P", "'Lopez'", "Tab", "'Maria'", "Tab", "'1958-03-04'", "Tab")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert not dialog.alike.isHidden()
    desk.press("Ctrl+Return")
    assert dialog.isVisible()
    assert dialog.summary.text
    desk.press("Space", "Ctrl+Return")
    page = page_of(desk)
    page.view.set_on(["all"])
    page.refresh()
    assert names(page) == ["Lopez", "Lopez"]


def test_a_wrong_birth_date_is_told_beneath_its_field_and_keeps_the_form_open(desk: Desk) -> None:
    desk.press("Ctrl+F", "'roy'", "Return", "Tab", "Tab", "'31 feb'", "Ctrl+Return")
    dialog = desk.dialog()
    assert dialog.focusWidget().accessibleName() == "Born"
    assert "for example" in dialog.focusWidget().accessibleDescription()


def test_f2_corrects_a_patient_and_undo_brings_the_old_name_back(desk: Desk) -> None:
    desk.register("Lopes", "Maria", "1958-03-04")
    page = page_of(desk)
    page.view.set_on(["all"])
    page.refresh()
    page.table.setFocus()
    desk.press("F2", "Ctrl+A", "'Lopez'", "Ctrl+Return")
    assert names(page) == ["Lopez"]
    desk.press("Ctrl+Z")
    assert names(page) == ["Lopes"]


def test_what_was_typed_is_offered_again_after_closing_the_form(desk: Desk) -> None:
    desk.press("Ctrl+F", "'roy'", "Return", "'Halftyped'", "Esc")
    desk.press("Ctrl+N", "P")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    assert dialog.drafts.offer is not None
    dialog.drafts.offer.findChildren(QPushButton)[0].setFocus()
    desk.press("Space")
    assert dialog.details().family == "Halftyped"


def test_what_is_typed_is_kept_encrypted_a_second_later_and_gone_once_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.press("Ctrl+F", "'roy'", "Return", "'Halftyped'")
    dialog = desk.dialog()
    assert isinstance(dialog, RegisterPatientDialog)
    with qtbot.waitSignal(dialog.drafts.timer.timeout):
        pass
    kept = desk.run("queries.drafts.load", "patient:new", None)
    assert isinstance(kept, DraftRow)
    assert dict(kept.fields)["family"] == "Halftyped"
    desk.press("Ctrl+Return")
    assert desk.run("queries.drafts.load", "patient:new", None) is None


def test_pages_of_a_long_list_follow_when_the_end_is_reached(desk: Desk) -> None:
    for number in range(130):
        desk.register(f"Family{number:03d}", "Given", "1950-01-01")
    page = page_of(desk)
    page.view.set_on(["all"])
    page.refresh()
    assert len(page.table.rows()) == 100
    page.table.setFocus()
    desk.press("Ctrl+End")
    assert len(page.table.rows()) == 130
    assert names(page) == sorted(names(page))


def test_front_desk_sees_the_list_too(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, (PatientsPage,), Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    desk.register("Lopez", "Maria", "1958-03-04")
    page = page_of(desk)
    page.view.set_on(["all"])
    page.refresh()
    assert names(page) == ["Lopez"]
