"""Enter means who fits what is typed now, never a row that answers what was typed before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from icm_desktop.contracts.common import PatientHead
from tests.ui.conftest import Sit
from tests.ui.desk import Desk
from tests.ui.late import LateJobs, late_answers
from ui.dialogs.choose_patient import ChoosePatientDialog
from ui.pages.patients import PatientsPage
from ui.widgets.buttons import Button


@pytest.fixture
def desk(sit_at: Sit) -> Desk:
    made = sit_at((PatientsPage,))
    made.ana = made.register("Lopez", "Maria", "1958-03-04")
    made.ben = made.register("Chen", "Wei", "1950-01-01")
    made.register("Chen", "Mei", "1990-01-02")
    return made


@dataclass
class Choosing:
    """A dialog whose answers wait, and whom it chose."""

    dialog: ChoosePatientDialog
    jobs: LateJobs
    chosen: list[int]


@pytest.fixture
def choosing(desk: Desk) -> Iterator[Choosing]:
    with late_answers(desk.context) as jobs:
        dialog = ChoosePatientDialog(desk.context, "Whom?", desk.window)
        made = Choosing(dialog, jobs, [])

        def note(head: PatientHead) -> None:
            made.chosen.append(head.id)

        dialog.chosen.connect(note)
        dialog.open()
        dialog.activateWindow()
        dialog.search.setFocus()
        jobs.answer()  # the patients seen last
        yield made


def test_enter_before_the_answer_chooses_the_only_patient_it_brings(desk: Desk, choosing: Choosing) -> None:
    desk.press("'chen wei'")
    choosing.jobs.answer()
    desk.press("Ctrl+A", "'lopez'", "Return")
    assert choosing.chosen == []
    choosing.jobs.answer()
    assert choosing.chosen == [desk.ana]


def test_of_several_the_person_sees_whom_they_choose(desk: Desk, choosing: Choosing) -> None:
    desk.press("'chen'", "Return")
    choosing.jobs.answer()
    assert choosing.chosen == []
    assert len(choosing.dialog.table.rows()) == 2
    first = choosing.dialog.table.rows()[0].head.id
    desk.press("Return")
    assert choosing.chosen == [first]


def test_a_row_of_an_earlier_answer_is_taken_by_no_way(desk: Desk, choosing: Choosing) -> None:
    desk.press("'lopez'")
    choosing.jobs.answer()
    choose = next(one for one in choosing.dialog.findChildren(Button) if one.text().replace("&", "") == "Choose")
    desk.press("Ctrl+A", "'chen wei'", "Down", "Return")
    choose.click()
    choosing.jobs.answer()
    assert choosing.chosen == []
    choose.click()
    assert choosing.chosen == [desk.ben]


def test_typing_on_forgets_the_enter_before(desk: Desk, choosing: Choosing) -> None:
    desk.press("'lopez'", "Return", "' mar'")
    choosing.jobs.answer()
    assert choosing.chosen == []


@pytest.mark.parametrize("leaves", [False, True])
def test_enter_on_the_page_waits_for_the_answer_while_the_keyboard_stays(sit_at: Sit, leaves: bool) -> None:
    desk = sit_at((PatientsPage,))
    lopez, _chen = desk.register("Lopez", "Maria", "1958-03-04"), desk.register("Chen", "Wei", "1950-01-01")
    with late_answers(desk.context) as jobs:
        page = PatientsPage(desk.context, desk.window)
        desk.window.pages["patients"].layout().addWidget(page)  # type: ignore[union-attr]  # it has one
        page.show()
        page.search.setFocus()
        desk.press("'chen'")
        jobs.answer()
        assert len(page.table.rows()) == 1
        desk.press("Ctrl+A", "'lopez'", "Return")
        assert _chart(desk) is None
        if leaves:
            page.table.setFocus()
        jobs.answer()
        assert _chart(desk) == (None if leaves else lopez)


def _chart(desk: Desk) -> int | None:
    place = desk.context.navigation.place
    return place.patient_id if place is not None else None
