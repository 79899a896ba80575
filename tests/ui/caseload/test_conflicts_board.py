"""The conflict board by keyboard: decided with the reason, undone, filtered, opened at the conflict."""

from __future__ import annotations

import pytest

from db.models.clinical import Condition, MedicationEntry
from icm_desktop.permissions import Role
from tests.ui.audit import audit
from tests.ui.conftest import register_two
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.conflicts import ConflictsPart
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.conflicts import ConflictsTab


@pytest.fixture
def desk(sit_at):
    made = register_two(sit_at((ChartPage, CaseloadPage), Role.CLINICIAN))
    heart = {"status": "active", "onset_when": "2019-03-01", "code_system": "http://hl7.org/fhir/sid/icd-10-cm"}
    with made.practice.open().write("test") as uow:
        for patient_id in (made.ana, made.ben):
            uow.session.add(Condition(patient_id=patient_id, code="I50.22", text="Heart failure", **heart))
            uow.session.add(MedicationEntry(patient_id=patient_id, kind="entry", status="active", text="Aleve"))
    return made


def board(desk):
    desk.press("Ctrl+5", "Ctrl+Shift+5")
    part = desk.window.pages["caseload"].part
    assert isinstance(part, ConflictsPart)
    return part


def test_one_is_decided_filtered_undone_and_opened_where_it_stands(desk):
    part = board(desk)
    assert [part.words.state(row).word for row in part.table.rows()] == ["Open", "Open"]
    assert "not a complete interaction database" in part.strip.text()
    assert audit(part) == []
    first = part.current_row()
    desk.press("Ctrl+Return", "'taken for two days only'", "Ctrl+Return")
    assert [row.head.id for row in part.table.rows()] != [] and first.key not in {row.key for row in part.table.rows()}
    part.filters.more.set_on(["decided"])
    part.refresh()
    (row,) = part.table.rows()
    assert (row.key, row.decision.reason) == (first.key, "taken for two days only")
    desk.press("Ctrl+Z")
    part.filters.more.set_on([])
    part.refresh()
    assert len(part.table.rows()) == 2
    part.table.go_to(
        "conflict:" + ":".join(map(str, (desk.ben, first.key.rule, first.key.subject, first.key.fingerprint)))
    )
    part.focus_first()
    desk.press("Return")
    chart = desk.window.pages["chart"]
    tab = chart.tab_of(ConflictsTab)
    assert tab.patient_id == desk.ben and tab.table.current_row().item.key.rule == first.key.rule


def test_nothing_that_fits_is_said(desk):
    part = board(desk)
    part.filters.search.setText("nothing of that name")
    assert part.stack.currentWidget() is part.empty
    part.filters.search.clear()
    assert len(part.table.rows()) == 2
