"""Look-alikes decided by keyboard alone; merging with a preview; taking a merge back from the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.duplicates import DuplicateFilter, PairOf
from icm_desktop.permissions import Role
from tests.ui.desk import Desk, sit_down
from ui.dialogs.merge_records import MergeDialog
from ui.pages.duplicates import DuplicatesPage
from ui.pages.patients import PatientsPage


def open_pairs(desk: Desk) -> None:
    """Two pairs of look-alikes that nobody has decided about."""
    with desk.practice.open(Role.COORDINATOR).write("test") as uow:
        from db.models.patient import Patient, PatientName

        for number, (family, given, born) in enumerate(
            [("Lopez", "Maria", "1958-03-04"), ("López", "Maria", "1958-04-03"), ("Chen", "Wei", "1950-01-01"),
             ("Chen", "Wei", "1950-01-02")], start=1,
        ):  # fmt: skip
            row = Patient(record_number=f"{number:06d}", family=family, given=given, birth_date=born, sex="female")
            uow.session.add(row)
            uow.session.flush()
            uow.session.add(PatientName(patient_id=row.id, use="official", family=family, given=given))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (PatientsPage, DuplicatesPage))
    qtbot.addWidget(made.window)
    open_pairs(made)
    page_of(made).show_page()
    page_of(made).refresh()
    page_of(made).focus_first()
    yield made
    assert made.crashes == []


def page_of(desk: Desk) -> DuplicatesPage:
    page = desk.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    return page


def listed(desk: Desk) -> int:
    return len(desk.run("queries.duplicates.duplicates", DuplicateFilter()).rows)


def test_a_pair_stands_side_by_side_with_its_differences_marked(desk: Desk) -> None:
    page = page_of(desk)
    assert len(page.table.rows()) == 2
    shown = page.compare.shown
    assert shown is not None
    marks = {side.field: page.words.mark(side) for side in shown.fields}
    assert marks["birth_date"] is not None
    assert marks["sex"] is not None
    assert (marks["birth_date"].word, marks["sex"].word) == ("Different", "Same")
    assert "birth" in page.compare.speaks_for.text()


def test_not_the_same_person_and_the_next_pair_comes_by_itself(desk: Desk) -> None:
    page = page_of(desk)
    first = page.table.current_row()
    desk.press("Ctrl+D")
    assert len(page.table.rows()) == 1
    second = page.table.current_row()
    assert second is not None
    assert second != first
    assert page.compare.shown is not None
    assert page.compare.shown.row.one.id == second.one.id
    assert page.table.hasFocus()
    desk.press("Ctrl+D")
    assert page.stack.currentWidget() is page.empty
    page.view.set_on(["decided"])
    page.refresh()
    page.focus_first()
    assert [row.decided_by for row in page.table.rows()] == ["Rosa Diaz", "Rosa Diaz"]
    desk.press("Ctrl+R")
    assert listed(desk) == 1


def test_undo_puts_a_decided_pair_back(desk: Desk) -> None:
    desk.press("Ctrl+D", "Ctrl+Z")
    assert listed(desk) == 2
    assert len(page_of(desk).table.rows()) == 2


def test_merge_by_keyboard_shows_what_moves_and_undo_restores_both(desk: Desk) -> None:
    page = page_of(desk)
    row = page.table.current_row()
    assert row is not None
    desk.press("Return")
    dialog = desk.dialog()
    assert isinstance(dialog, MergeDialog)
    assert dialog.preview is not None
    assert (dialog.preview.source.id, dialog.preview.survivor.id) == (row.other.id, row.one.id)
    assert "Names 1" in dialog.moves.text()
    desk.press("Alt+S")
    assert (dialog.preview.source.id, dialog.preview.survivor.id) == (row.one.id, row.other.id)
    desk.press("Alt+S", "Ctrl+Return")
    assert listed(desk) == 1
    assert len(page.table.rows()) == 1
    desk.press("Ctrl+Z")
    assert listed(desk) == 2


def test_a_tick_takes_the_value_of_the_record_that_goes(desk: Desk) -> None:
    desk.press("Return")
    dialog = desk.dialog()
    assert isinstance(dialog, MergeDialog)
    dialog.choices["birth_date"].setChecked(True)
    preview = dialog.preview
    assert preview is not None
    desk.press("Ctrl+Return")
    head = desk.run("queries.heads.heads", [preview.survivor.id])[preview.survivor.id]
    assert head.birth_date == preview.source.birth_date


def test_a_merge_is_taken_back_from_the_list(desk: Desk) -> None:
    page = page_of(desk)
    desk.press("Return", "Ctrl+Return")
    page.view.set_on(["merges"])
    page.refresh()
    page.focus_first()
    assert [row.undone_at for row in page.merges.rows()] == [None]
    desk.press("Ctrl+B")
    assert [row.undone_at is None for row in page.merges.rows()] == [False]
    assert listed(desk) == 2


def test_the_patients_page_counts_the_pairs_and_leads_to_them(desk: Desk) -> None:
    desk.context.navigation.open("patients")
    patients = desk.page("patients")
    assert isinstance(patients, PatientsPage)
    patients.refresh()
    assert not patients.look_alikes.isHidden()
    assert "2" in patients.look_alikes.text()
    patients.look_alikes.click()
    place = desk.context.navigation.place
    assert place is not None
    assert place.page == "duplicates"


def test_front_desk_decides_but_does_not_merge(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, (PatientsPage, DuplicatesPage), Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    open_pairs(desk)
    page = page_of(desk)
    page.show_page()
    page.refresh()
    page.focus_first()
    assert "duplicates.merge" not in desk.context.actions
    desk.press("Return")
    assert not [one for one in desk.window.findChildren(MergeDialog) if one.isVisible()]
    row = page.table.current_row()
    assert row is not None
    assert desk.run("queries.merging.compare", PairOf(row.one.id, row.other.id)).counts == ()
    desk.press("Ctrl+D")
    assert listed(desk) == 1
    assert desk.crashes == []
