"""Calendar, Referrals, Import and their forms: names, targets, clipped words, keyboard traps, also at 200 %."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.scheduling import BookAppointment, RecordOutsideVisit, SaveAppointmentType
from icm_desktop.permissions import Role
from tests.ui.audit import audit
from tests.ui.calendar.conftest import clinician
from tests.ui.clock import NOW, get_up, local, make_still_practice
from tests.ui.desk import Desk, sit_down
from tests.ui.referrals.conftest import PAGES, advance, refer
from ui.dialogs.import_files import ImportDialog
from ui.theme import USUAL_POINTS, Theme, ThemeName

LONG = "City Cardiology Associates and Heart Failure Clinic of the Lakeside Hospital"


@pytest.fixture(params=[USUAL_POINTS, 2 * USUAL_POINTS], ids=["usual text", "200 % text"])
def desk(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Desk]:
    Theme.current().apply(ThemeName.LIGHT, request.param)
    made = sit_down(tmp_path, PAGES, Role.COORDINATOR, practice=make_still_practice(tmp_path))
    made.page("calendar").now = lambda: NOW  # type: ignore[attr-defined]
    yield made
    get_up(made.window)
    Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)
    assert made.crashes == []
    made.practice.database.close()


def _busy(desk: Desk) -> int:
    """Something on every screen; the patient it is about."""
    kim = desk.run("services.clinic_setup.save_clinician", clinician("Kim", prefix="Dr")).id
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up of the care plan", 30))
    ana = desk.register("Delgado Espinoza Villanueva", "María de los Ángeles", "1958-03-04", phone="555-010-0142")
    desk.run("services.scheduling.book", BookAppointment(ana, kim, local("2026-11-20 09:00"), 30, reason=LONG))
    elsewhere = RecordOutsideVisit(ana, local("2026-11-20 14:00"), 60, LONG)
    desk.run("services.scheduling.record_outside", elsewhere)
    row = refer(desk, ana, LONG, to_name=LONG, to_phone="555-010-0777", urgency="urgent")
    advance(desk, row, "received", note=LONG)
    refer(desk, ana, "Eye exam")
    return ana


def _calendar(desk: Desk, _ana: int) -> QWidget:
    desk.context.navigation.open("calendar")
    return desk.page("calendar")


def _day_list(desk: Desk, ana: int) -> QWidget:
    page = _calendar(desk, ana)
    desk.context.actions.trigger("calendar.as_list")
    return page


def _board(desk: Desk, _ana: int) -> QWidget:
    desk.context.navigation.open("referrals")
    return desk.page("referrals")


def _table(desk: Desk, ana: int) -> QWidget:
    page = _board(desk, ana)
    desk.context.actions.trigger("referrals.as_table")
    return page


def _form(start: Callable[[Desk, int], QWidget], action_id: str) -> Callable[[Desk, int], QWidget]:
    def opened(desk: Desk, ana: int) -> QWidget:
        start(desk, ana)
        desk.context.actions.trigger(action_id)
        QApplication.processEvents()
        return desk.dialog()

    return opened


def _booking(desk: Desk, ana: int) -> QWidget:
    desk.context.navigation.open("calendar", state={"book_for": ana})
    QApplication.processEvents()
    return desk.dialog()


def _another_time(desk: Desk, ana: int) -> QWidget:
    dialog = _booking(desk, ana)
    dialog.other_time.setChecked(True)  # type: ignore[attr-defined]
    return dialog


def _cancelling(desk: Desk, ana: int) -> QWidget:
    dialog = _form(_calendar, "calendar.open")(desk, ana)
    dialog.ask_reason()  # type: ignore[attr-defined]
    return dialog


def _moving(desk: Desk, ana: int) -> QWidget:
    dialog = _form(_calendar, "calendar.open")(desk, ana)
    dialog.ask_time()  # type: ignore[attr-defined]
    return dialog


def _elsewhere(desk: Desk, ana: int) -> QWidget:
    desk.page("calendar").booking.record_outside(ana)  # type: ignore[attr-defined]
    QApplication.processEvents()
    return desk.dialog()


def _new_referral(desk: Desk, ana: int) -> QWidget:
    desk.page("referrals").new(ana)  # type: ignore[attr-defined]
    QApplication.processEvents()
    return desk.dialog()


def _report(desk: Desk, ana: int) -> QWidget:
    dialog = _form(_calendar, "file.import")(desk, ana)
    assert isinstance(dialog, ImportDialog)
    dialog.add([__file__])
    dialog.start()
    QApplication.processEvents()
    assert dialog.report is not None
    return dialog.report


SCREENS = {
    "calendar": _calendar,
    "day as a list": _day_list,
    "board": _board,
    "table": _table,
    "book": _booking,
    "book at another time": _another_time,
    "visit": _form(_calendar, "calendar.open"),
    "cancel a visit": _cancelling,
    "move a visit": _moving,
    "visit elsewhere": _elsewhere,
    "for whom": _form(_calendar, "appointment.new"),
    "clinicians": _form(_calendar, "tools.clinicians"),
    "kinds of visit": _form(_calendar, "tools.visit_types"),
    "next step": _form(_board, "referrals.advance"),
    "new referral": _new_referral,
    "import": _form(_calendar, "file.import"),
    "import report": _report,
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_pass_the_audit(desk: Desk, screen: str) -> None:
    shown = SCREENS[screen](desk, _busy(desk))
    QApplication.processEvents()
    assert shown.isVisible()
    assert audit(shown) == []
