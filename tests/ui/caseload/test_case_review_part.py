"""The case review by keyboard: F8 walks what is due, a recommendation is recorded, answered, printed; the plan too."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

import pytest
from PySide6.QtWidgets import QApplication

from db.models.clinical import Observation
from icm_desktop.cli import caseload as command
from icm_desktop.contracts.notes import SetGrants
from icm_desktop.contracts.programs import EnrolInProgram
from icm_desktop.permissions import Role
from tests.cli.conftest import check
from tests.ui.audit import audit, settle
from tests.ui.conftest import register_two
from ui.dialogs.relapse_plan_page import RelapsePlanPage
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.case_review import CaseReviewPart
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.collaborative import CollaborativeTab


@pytest.fixture
def desk(sit_at):
    made = register_two(sit_at((CaseloadPage, ChartPage)))
    grant = SetGrants(made.practice.users[Role.COORDINATOR], ("behavioral_health",), "care manager")
    made.practice.open(Role.ADMINISTRATOR).run("services.notes.set_grants", grant)
    scores = ((made.ana, "2026-08-20", 18), (made.ana, "2026-11-10", 16), (made.ben, "2026-08-01", 15),
              (made.ben, "2026-11-12", 3))  # fmt: skip
    with made.practice.open().write("test") as uow:
        for who, on, value in scores:
            uow.session.add(Observation(patient_id=who, status="final", code="44261-6", effective_when=on,
                                        value_number=value))  # fmt: skip
    for who, day in ((made.ana, 20), (made.ben, 1)):
        asked = EnrolInProgram(who, "cocm", enrolled_on=dt.date(2026, 8, day), consent_by="Patient",
                               consent_how="verbal")  # fmt: skip
        made.run("services.programs.enrol", asked)
    return made


def test_the_command_prints_what_the_screen_shows(desk, monkeypatch):
    part = open_part(desk)
    monkeypatch.setattr(command, "open_practice", lambda _arguments: _Kept(desk.practice.open(Role.COORDINATOR)))
    told = command.caseload_command(Namespace(mine=False, due=False)).document
    rows = part.table.rows()
    assert [one["patient"] for one in told["patients"]] == [row.head.record_number for row in rows]
    assert [one["review"]["state"] for one in told["patients"]] == [row.review.state for row in rows]
    assert [one["weeks"] for one in told["patients"]] == [round(row.standings[0].weeks, 1) for row in rows]
    check("caseload", told)


class _Kept:
    """The open practice of the window; the command may not close it."""

    def __init__(self, practice):
        self.run = practice.run

    def close(self):
        """It stays open."""


def open_part(desk):
    desk.context.navigation.open("caseload")
    page = desk.window.pages["caseload"]
    page.show_part("case_review")
    desk.press("F5")
    settle()
    part = page.part_named("case_review")
    assert isinstance(part, CaseReviewPart)
    return part


def recommend(desk):
    desk.press("Ctrl+.")
    settle()
    dialog = desk.dialog()
    dialog.kind.setCurrentIndex(dialog.kind.findData("medicine"))
    dialog.text.setPlainText("Raise sertraline to 100 mg, PHQ-9 again in 4 weeks")
    dialog.by.setText("Dr. Noor")
    settle()
    return dialog


def test_a_case_is_walked_to_recommended_on_answered_and_printed(desk):
    part = open_part(desk)
    assert [row.head.id for row in part.table.rows()] == [desk.ana, desk.ben]
    desk.press("F8")
    assert part.current_row().head.id == desk.ana
    dialog = recommend(desk)
    found = {"recommend": audit(dialog)}
    dialog.submit()
    settle()
    row = part.current_row()
    assert (row.review.state, len(row.open)) == ("not_due", 1)
    assert part.detail.texts == {row.open[0].id: "Raise sertraline to 100 mg, PHQ-9 again in 4 weeks"}
    desk.press("Ctrl+P")
    settle()
    sheet = desk.dialog()
    assert isinstance(sheet, SheetPreview) and sheet.pdf.startswith(b"%PDF")
    sheet.reject()
    desk.press("Ctrl+D")
    settle()
    dialog = desk.dialog()
    dialog.status.setCurrentIndex(dialog.status.findData("not-done"))
    dialog.submit()
    assert dialog.isVisible()  # the reason is missing
    dialog.reason.setPlainText("She prefers therapy first.")
    settle()
    found["answer"] = audit(dialog)
    dialog.submit()
    settle()
    assert part.current_row().open == ()
    assert {name: told for name, told in found.items() if told} == {}


def test_the_plan_is_written_in_the_chart_and_printed_for_the_patient(desk):
    desk.context.navigation.open_chart(desk.ben, tab="collaborative")
    settle()
    tab = desk.window.pages["chart"].tab_of(CollaborativeTab)
    desk.context.actions.trigger("collaborative.plan")
    settle()
    dialog = desk.dialog()
    for name in ("warning_signs", "what_helps", "who_to_call"):
        dialog.parts[name].setPlainText(f"{name} in his words")
    found = {"form": audit(dialog)}
    dialog.submit()
    settle()
    assert [one.number for one in tab.found.plans] == [1]
    desk.context.actions.trigger("collaborative.print")
    settle()
    (page,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, RelapsePlanPage) and one.isVisible())
    first = page.pdf
    page.size_box.setCurrentIndex(1)
    settle()
    assert first.startswith(b"%PDF") and page.pdf.startswith(b"%PDF") and page.pdf != first
    page.reject()
    assert {name: told for name, told in found.items() if told} == {}
