"""Record and History by keyboard: sections with counts, errors and back, who changed what."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.models.clinical import Condition, MedicationEntry
from db.models.patient import Patient
from icm_desktop.domain.referral_reasons import REASONS
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk, sit_down
from ui.messages import say
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.history import HistoryTab
from ui.pages.chart_tabs.record import RecordTab
from ui.pages.field_words import has_name
from ui.pages.record_words import RecordWords
from ui.pages.value_words import kind_name


def _open(desk: Desk, tab: str) -> ChartPage:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    with desk.practice.open().write("test") as uow:
        uow.session.add_all(
            [
                Condition(patient_id=patient_id, text="Asthma", status="active", onset_when="2015"),
                Condition(patient_id=patient_id, text="Bronchitis", status="resolved", onset_when="2020"),
                MedicationEntry(patient_id=patient_id, kind="entry", text="Metformin", status="active"),
            ]
        )
    with desk.practice.open().write("services.registration.correct") as uow:
        row = uow.session.get(Patient, patient_id)
        assert row is not None
        row.phone = "555-010-0199"
    desk.context.navigation.open_chart(patient_id, tab=tab)
    settle()
    return chart_of(desk)


def test_sections_say_how_many_and_keep_current_and_past_apart(desk: Desk) -> None:
    tab = _open(desk, "record").tab_of(RecordTab)
    assert [(row.title, row.current) for row in tab.table.rows()] == [("Asthma", True), ("Bronchitis", False)]
    assert "Problems (2)" in tab.status()
    tab.extra.set_on(["current"])
    tab.refresh()
    assert [row.title for row in tab.table.rows()] == ["Asthma"]
    tab.lists.set_on(["devices"])
    tab.refresh()
    assert tab.stack.currentIndex() == 1


def test_an_error_leaves_the_list_and_not_an_error_brings_it_back(desk: Desk) -> None:
    tab = _open(desk, "record").tab_of(RecordTab)
    desk.context.actions.trigger("record.mistaken")
    settle()
    desk.press("'wrong chart'", "Return")
    assert [row.title for row in tab.table.rows()] == ["Bronchitis"]
    tab.extra.set_on(["mistaken"])
    tab.refresh()
    assert tab.table.go_to(("condition", 1))
    assert tab.pane.detail is not None
    assert tab.pane.detail.mistaken_reason == "wrong chart"
    tab.pane.unmark()
    tab.extra.set_on([])
    tab.refresh()
    assert [row.title for row in tab.table.rows()] == ["Asthma", "Bronchitis"]


def test_the_history_names_who_changed_what_with_old_and_new_value(desk: Desk) -> None:
    tab = _open(desk, "history").tab_of(HistoryTab)
    row = tab.table.rows()[0]
    assert tab.records.what(row) == "Changed: Patient: Lopez"
    assert tab.records.changes(row) == ("Phone: nothing → 555-010-0199",)
    assert tab.records.who(row) == "Rosa Diaz"
    tab.group.setCurrentIndex(tab.group.findData("facts"))
    tab.refresh()
    assert {row.kind for row in tab.table.rows()} == {"condition", "medication_entry"}
    assert tab.person.count() == 2


def test_front_desk_reads_no_clinical_change(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, (ChartPage,), Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    tab = _open(desk, "history").tab_of(HistoryTab)
    assert {row.kind for row in tab.table.rows()} <= {"patient", "patient_name", "patient_telecom"}
    assert tab.group.findData("facts") < 0
    assert desk.crashes == []


@pytest.mark.parametrize("tab", ["timeline", "results", "visits", "record", "history"])
def test_every_tab_can_be_read_reached_and_hit_by_everybody(desk: Desk, tab: str) -> None:
    page = _open(desk, tab)
    settle()
    assert audit(page) == []


def test_why_a_referral_ended_is_told_in_words(desk: Desk) -> None:
    words = RecordWords(desk.context)
    assert words.value("reason_code", "no_room") == "No room for new patients"
    codes = {code for listed in REASONS.values() for code in listed}
    assert {words.value("reason_code", code) for code in codes} & {*codes, say("a code without a sentence")} == set()


def test_every_column_of_a_record_has_a_word() -> None:
    from db.models.base import Base
    from icm_desktop.domain.records import KINDS, UNTOLD

    columns = {c.name for kind in KINDS for c in Base.metadata.tables[kind].c} - UNTOLD
    assert [name for name in sorted(columns) if not has_name(name)] == []
    assert [kind for kind in KINDS if not kind_name(kind)] == []
