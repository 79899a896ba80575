"""The caseload and its forms: names, targets, clipped words and keyboard traps, also at 200 %."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.case_review import Recommend
from icm_desktop.contracts.notes import SetGrants
from icm_desktop.contracts.programs import AddTime, EnrolInProgram
from icm_desktop.contracts.transitions import RecordDischarge
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.clock import local
from tests.ui.conftest import register_two
from ui.pages.caseload import CaseloadPage
from ui.pages.chart import ChartPage
from ui.theme import USUAL_POINTS, Theme, ThemeName


@pytest.fixture(params=[USUAL_POINTS, 2 * USUAL_POINTS], ids=["usual text", "200 % text"])
def desk(sit_at, request):
    Theme.current().apply(ThemeName.LIGHT, request.param)
    made = register_two(sit_at((CaseloadPage, ChartPage)))
    stay = RecordDischarge(made.ana, dt.date(2026, 11, 17), "home", "Lakeside Regional Hospital", "Heart failure")
    made.run("services.transitions.record_discharge", stay)
    made.run("services.programs.enrol", EnrolInProgram(made.ana, "ccm", consent_by="Patient", consent_how="verbal"))
    made.run("services.time_log.add", AddTime(made.ana, local("2026-11-19 10:00"), 15, "call", "Own telephone"))
    made.run("services.programs.enrol", EnrolInProgram(made.ana, "bhi", consent_by="Patient", consent_how="verbal"))
    given = SetGrants(made.practice.users[Role.COORDINATOR], ("behavioral_health",), "care manager")
    made.practice.open(Role.ADMINISTRATOR).run("services.notes.set_grants", given)
    made.run("services.case_review.recommend", Recommend(made.ana, "medicine", "Sertraline 100 mg", "PCP", "Dr. Noor",
                                                         made.context.formatting.today()))  # fmt: skip
    yield made
    Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)


def test_every_part_and_form_can_be_read_reached_and_hit_by_everybody(desk):
    page = desk.window.pages["caseload"]
    found = {}
    for part in page.parts:
        desk.context.navigation.open("caseload")
        page.show_part(part.name)
        desk.press("F5")
        settle()
        found[part.name] = audit(page)
    desk.context.navigation.open_chart(desk.ana, tab="programs")
    settle()
    found["programs"] = audit(desk.window.pages["chart"])
    desk.context.navigation.open_chart(desk.ana, tab="collaborative")
    settle()
    found["collaborative"] = audit(desk.window.pages["chart"])
    desk.context.navigation.open("caseload")
    for part, command in (("transitions", "step"), ("transitions", "describe"), ("transitions", "close")):
        page.show_part(part)
        found[command] = _form(desk, f"{part}.{command}")
    desk.context.navigation.open_chart(desk.ana, tab="collaborative")
    settle()
    for command in ("recommend", "answer", "plan"):
        found[f"collaborative.{command}"] = _form(desk, f"collaborative.{command}")
    desk.context.navigation.open_chart(desk.ana, tab="programs")
    settle()
    for command in ("programs.enrol", "programs.change", "programs.add_time", "transitions.discharge"):
        found[command] = _form(desk, command)
    assert {name: told for name, told in found.items() if told} == {}


def _form(desk, command):
    desk.context.actions.trigger(command)
    settle()
    dialog = desk.dialog()
    told = audit(dialog)
    dialog.reject()
    settle()
    return told
