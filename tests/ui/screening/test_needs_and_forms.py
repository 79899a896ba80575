"""Social needs on the chart, a follow-up from Today, and paper forms, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import RecordScreening
from icm_desktop.permissions import Role
from tests.ui.audit import settle
from tests.ui.desk import TODAY, Desk, sit_down
from ui.dialogs.new_referral import NewReferralDialog
from ui.dialogs.print_form import PrintFormDialog
from ui.dialogs.screening_follow_up import ScreeningFollowUpDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.dialogs.social_need import SocialNeedDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.needs import NeedsTab
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (TodayPage, PatientsPage, ChartPage), Role.COORDINATOR)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.ana = made.register("Lopez", "Maria", "1961-03-04", sex="female", language="es")
    yield made
    assert made.crashes == []


def shown(kind: type[D]) -> D:
    settle()
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    return dialog


def asked(desk: Desk, instrument: str, answers: dict[str, int]) -> None:
    one = instruments()[instrument]
    desk.run("services.screening.record", RecordScreening(
        desk.ana, instrument, one.digest, answers, "interview", "en", TODAY))  # fmt: skip


def test_help_is_noted_and_a_service_asked_for_from_the_line(desk: Desk) -> None:
    asked(desk, "hunger-vital-sign", {"1": 2, "2": 0})
    desk.context.navigation.open_chart(desk.ana, tab="needs")
    settle()
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    tab = page.tab_of(NeedsTab)
    row = next(one for one in tab.found.rows if one.domain == "food") if tab.found else None
    assert row is not None and row.state == "found"
    tab.table.go_to("food")
    tab.table.setFocus()
    desk.press("Return")
    dialog = shown(SocialNeedDialog)
    dialog.wants.setCurrentIndex(dialog.wants.findData("yes"))
    desk.press("Ctrl+Return")
    settle()
    tab.table.go_to("food")
    desk.context.actions.trigger("needs.refer")
    referral = shown(NewReferralDialog)
    assert referral.service.text() == "Food assistance" and not referral.sensitive.isChecked()
    desk.press("Ctrl+Return")
    settle()
    told = {one.domain: one for one in desk.run("queries.social_needs.of_patient", desk.ana).rows}["food"]
    assert (told.wants_help, told.referral.state if told.referral else None) == ("yes", "draft")
    current = tab.table.current_row()
    assert current is not None and tab._words.referral(current)


def test_a_positive_screen_is_followed_up_from_today(desk: Desk) -> None:
    asked(desk, "phq-9", {str(n): 2 for n in range(1, 9)} | {"9": 0})
    desk.context.navigation.open("today")
    today = desk.page("today")
    assert isinstance(today, TodayPage)
    today.refresh()  # it was asked beside the window
    settle()
    row = today.stack.current_row()
    assert row is not None and row.kind == "follow_up"
    assert today.words.what(row) == "PHQ-9 16 on 20-Nov-2026: follow-up by 22-Nov-2026"
    today.finish()
    dialog = shown(ScreeningFollowUpDialog)
    dialog.act.setCurrentIndex(dialog.act.findData("medicine"))
    desk.press("Ctrl+Return")
    settle()
    assert [one.title for one in (today.work.rows if today.work else ())] == ["today.done_follow_up"]


def test_a_form_is_printed_for_selected_patients(desk: Desk) -> None:
    desk.context.navigation.open("patients")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    settle()
    page.table.selectAll()
    desk.context.actions.trigger("patients.forms")
    dialog = shown(PrintFormDialog)
    dialog.which.setCurrentIndex(dialog.which.findData("ahc-hrsn"))
    assert dialog.private.isVisible() and "No official Spanish" in dialog.told.text()
    desk.press("Ctrl+Return")
    preview = shown(SheetPreview)
    assert preview.pdf.startswith(b"%PDF") and preview.windowTitle().startswith("AHC HRSN")
    preview.close()
