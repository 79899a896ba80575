"""The timeline by keyboard: filters, search with its hit, the record beside it, entered in error and back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pytestqt.qtbot import QtBot

from db.models.clinical import Condition, Encounter
from db.models.documents import Document, DocumentContent
from db.models.plan import PlanAction
from icm_desktop.permissions import Role
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk, sit_down
from ui.dialogs.fact import FactDialog
from ui.dialogs.mark_mistaken import MarkMistakenDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.timeline import TimelineTab
from ui.tables.base import CHIP


def _open(desk: Desk) -> TimelineTab:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    letter = Document(patient_id=patient_id, text="Letter", created_when="2026-02-01", status="current")
    with desk.practice.open().write("test") as uow:
        uow.session.add_all(
            [
                Encounter(patient_id=patient_id, text="ED visit", class_code="EMER", starts_when="2026-05-01"),
                Encounter(patient_id=patient_id, text="Stay", class_code="IMP", starts_when="2026-04-01"),
                Condition(patient_id=patient_id, text="Asthma", status="active", onset_when="2015"),
                letter,
            ]
        )
        uow.session.flush()
        uow.session.add(DocumentContent(document_id=letter.id, patient_id=patient_id, plain_text="Potassium raised"))
    desk.context.navigation.open_chart(patient_id, tab="timeline")
    return chart_of(desk).tab_of(TimelineTab)


def _lines(tab: TimelineTab) -> list[str]:
    return [tab.words.line(row) for row in tab.table.rows()]


def test_emergency_and_stay_differ_by_word_and_by_shape(desk: Desk) -> None:
    tab = _open(desk)
    chips = [tab.table.rows_model.data(tab.table.rows_model.index(at, 1), CHIP) for at in (0, 1)]
    assert [chip.word for chip in chips] == ["Emergency", "Inpatient stay"]
    assert chips[0].level is not chips[1].level


def test_words_inside_a_note_are_found_and_shown_with_what_stands_around_them(desk: Desk) -> None:
    tab = _open(desk)
    desk.press("Ctrl+Shift+F", "'potass'")
    assert _lines(tab) == ["Letter · Potassium raised".replace("Potass", "»Potass«")]
    assert "potass" in tab.status()
    tab.search.setText("nowhere")
    assert tab.empty.isVisible()
    assert not tab.pane.isVisible()


def test_a_row_shows_its_record_with_its_origin(desk: Desk) -> None:
    tab = _open(desk)
    desk.press("Down", "Down")
    detail = tab.pane.detail
    assert detail is not None
    assert (detail.title, detail.origin.outside) == ("Letter", False)
    assert tab.pane.words.origin(detail.origin)[0].aside.startswith("Rosa Diaz")


def test_a_fact_is_marked_as_an_error_shown_struck_through_on_request_and_undone(desk: Desk) -> None:
    tab = _open(desk)
    desk.press("Ctrl+End")
    desk.context.actions.trigger("timeline.mistaken")
    dialog = desk.dialog()
    assert isinstance(dialog, MarkMistakenDialog)
    desk.press("Return")
    assert dialog.isVisible()  # no reason, nothing saved
    desk.press("'wrong chart'", "Return")
    assert "Asthma" not in _lines(tab)
    tab.extra.set_on(["mistaken"])
    tab.refresh()
    marked = [row for row in tab.table.rows() if row.mistaken]
    assert [row.title for row in marked] == ["Asthma"]
    place = tab.table.rows().index(marked[0])
    assert tab.table.rows_model.data(tab.table.rows_model.index(place, 2), 6).strikeOut()  # FontRole
    assert "entered in error" in tab.row_sentence(marked[0])
    desk.press("Ctrl+Z")
    assert not any(row.mistaken for row in tab.table.rows())


def test_the_history_of_a_row_names_who_and_what(desk: Desk) -> None:
    _open(desk)
    desk.press("Ctrl+Shift+H")
    dialog = desk.dialog()
    assert isinstance(dialog, RecordHistoryDialog)
    facts = dialog.list.facts()
    assert facts[0].text == "Added: Visit: ED visit"
    assert "Rosa Diaz" in facts[0].detail[0]
    desk.press("Esc")


def test_without_room_beside_it_a_row_opens_in_a_window_of_its_own(desk: Desk) -> None:
    tab = _open(desk)
    desk.window.resize(760, 600)
    tab.resize(500, 400)
    desk.press("Return")
    dialog = desk.dialog()
    assert isinstance(dialog, FactDialog)
    assert dialog.pane.detail is not None
    desk.press("Return")


def test_front_desk_has_the_timeline_of_logistics(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, (ChartPage,), Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    tab = _open(desk)
    assert tab.table.rows() == ()
    assert tab.group.count() == 7  # everything, what is due, insurance, alerts, appointments, referrals, contacts
    assert not any(tab.place is widget for widget in tab.filters())
    assert desk.crashes == []


def test_a_line_marks_where_today_lies_between_what_is_ahead_and_what_was(desk: Desk) -> None:
    tab, today = _open(desk), desk.context.formatting.today()
    with desk.practice.open().write("test") as uow:
        for days, text in ((5, "Later"), (-3, "Late")):
            due = today + dt.timedelta(days=days)
            uow.session.add(PlanAction(patient_id=tab.patient_id, text=text, status="not-started", due_on=due))
    tab.refresh()
    rows = tab.table.rows()
    assert [row.title for row in rows[:2]] == ["Later", "Late"]
    assert [tab.table.rows_model.line_above(at) for at in range(len(rows))] == [at == 1 for at in range(len(rows))]
    assert [tab.words.chip(row).word for row in rows[:2]] == ["Due in 5 d", "3 d late"]
    tab.group.setCurrentIndex(tab.group.findData("due"))
    tab.group.activated.emit(1)
    assert [row.title for row in tab.table.rows()] == ["Later", "Late"]
