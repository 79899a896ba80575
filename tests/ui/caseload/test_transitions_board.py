"""The Transitions board driven by keyboard: typed in, called, signed, described, closed, undone."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.transitions import EVERY, RecordDischarge, TransitionFilter
from icm_desktop.permissions import Role
from tests.ui.conftest import register_two
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.transitions import TransitionsPart


@pytest.fixture
def desk(sit_at):
    return register_two(sit_at((CaseloadPage,)))


def board(desk):
    page = desk.window.pages["caseload"]
    page.show_part("transitions")
    return page.part_named("transitions")


def rows(desk, show="open"):
    return desk.run("queries.transitions.board", TransitionFilter(show))


def test_a_discharge_is_typed_by_keyboard_and_stands_on_the_board(desk):
    desk.press("Ctrl+5")
    part = board(desk)
    assert isinstance(part, TransitionsPart) and part.stack.currentWidget() is part.empty
    desk.press("Ctrl+N", "D")
    desk.press("'lopez'", "Return", "'Lakeside'", "Tab", "'yesterday'", "Ctrl+Return")
    (row,) = rows(desk)
    assert (row.head.id, row.facility, row.discharged_on) == (desk.ana, "Lakeside", dt.date(2026, 11, 19))
    shown = part.current_row()
    assert shown is not None and shown.encounter_id == row.encounter_id
    assert desk.context.undo.undo_name() == "discharge, LOPEZ"
    desk.press("Ctrl+Z")
    assert rows(desk) == ()


def test_a_day_after_today_is_refused_at_its_field(desk):
    desk.press("Ctrl+5")
    board(desk)
    desk.press("Ctrl+N", "D")
    desk.press("'lopez'", "Return", "Tab", "'tomorrow'", "Ctrl+Return")
    assert "after today" in desk.dialog().fields["discharged_on"]._message.text
    assert rows(desk) == ()


def test_every_act_has_its_key(desk):
    stay = desk.run("services.transitions.record_discharge", RecordDischarge(desk.ana, dt.date(2026, 11, 18), "home"))
    desk.press("Ctrl+5")
    part = board(desk)
    desk.press("F5", "Ctrl+L", "R", "Return")
    assert rows(desk)[0].clock("contact").state == "done"
    desk.press("Ctrl+.", "Return")
    signed = rows(desk)[0].clock("medication_reconciliation")
    assert (signed.state, signed.by) == ("done", "Rosa Diaz")
    desk.press("F2", "Down", "Down", "Return")
    assert rows(desk)[0].complexity == "high"
    desk.press("Ctrl+D", "Return")
    assert rows(desk) == () and rows(desk, EVERY)[0].outcome == "completed"
    part.filters.show_chips.set_on(["closed"])
    part.refresh()
    assert part.current_row().encounter_id == stay.encounter_id
    desk.context.actions.trigger("transitions.reopen")
    assert rows(desk)[0].outcome is None


def test_front_desk_has_no_caseload(sit_at):
    from ui.pages.today import TodayPage

    desk = sit_at((TodayPage, CaseloadPage), Role.FRONT_DESK)
    assert "caseload" not in desk.window.pages
    assert "transitions.discharge" not in desk.context.actions
