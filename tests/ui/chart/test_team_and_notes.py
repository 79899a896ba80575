"""The Team and Notes tabs by keyboard, a near miss from anywhere, and a meeting with its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from db.models.patient import PatientContact
from icm_desktop.contracts.conferences import Attendee, SaveConference
from icm_desktop.contracts.notes import NewNote
from icm_desktop.contracts.records import HistoryFilter
from icm_desktop.contracts.team import SaveMember
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import TODAY, Desk, sit_down
from ui.dialogs.conference import CaseDialog
from ui.dialogs.near_miss import NoteNearMissDialog
from ui.dialogs.notes import WriteNoteDialog
from ui.dialogs.questions import AnswerDialog, AskDialog
from ui.dialogs.set_up.note_grants import NoteGrantsDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.dialogs.team_letter import TeamLetterDialog
from ui.dialogs.team_member import EndMemberDialog, MemberDialog
from ui.pages.admin import AdminPage
from ui.pages.admin_sections.meetings import MeetingsSection
from ui.pages.admin_sections.near_misses import NearMissesSection
from ui.pages.chart import ChartPage
from ui.pages.chart_summary import SummaryTab
from ui.pages.chart_tabs.notes import NotesTab
from ui.pages.chart_tabs.team import TeamTab
from ui.pages.today import TodayPage
from ui.widgets.fact_list import FactList

PAGES = (TodayPage, ChartPage, AdminPage)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, PAGES)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    made.ana = made.register("Lopez", "Maria", "1958-03-04")
    with made.practice.open().write("test") as uow:
        uow.session.add(PatientContact(patient_id=made.ana, name="Ana Lopez", relationship_code="DAUC", may=["visits"]))
    yield made
    assert made.crashes == []


def team_of(desk: Desk) -> TeamTab:
    desk.context.navigation.open_chart(desk.ana, tab="team")
    settle()
    return chart_of(desk).tab_of(TeamTab)


def notes_of(desk: Desk) -> NotesTab:
    desk.context.navigation.open_chart(desk.ana, tab="notes")
    settle()
    return chart_of(desk).tab_of(NotesTab)


def choose(dialog: object, field: str, words: str) -> None:
    box = dialog.fields[field].edit  # type: ignore[attr-defined]  # any form
    assert isinstance(box, QComboBox)
    place = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setCurrentIndex(place)


def looked_over(desk: Desk, page: QWidget) -> list[str]:
    """What is wrong with a page once no dialog is over it."""
    desk.focus()
    settle()
    return audit(page)


def names(tab: TeamTab) -> list[tuple[str, str]]:
    return [(tab.texts.chip(row).word if tab.texts else "", row.name) for row in tab.table.rows()]


def test_a_colleague_and_family_come_onto_the_team_lead_and_leave_it(desk: Desk) -> None:
    tab = team_of(desk)
    assert tab.stack.currentIndex() == 1 and tab.nothing()[0] == "Nobody is on the team yet."
    desk.press("Ctrl+Shift+A")
    dialog = desk.dialog()
    assert isinstance(dialog, MemberDialog)
    choose(dialog, "person", "Rosa Diaz")
    desk.press("Ctrl+Return")
    assert "Say what they do" in dialog.fields["role_code"]._message.text
    choose(dialog, "role_code", "Care coordinator")
    desk.press("Ctrl+Return")
    settle()
    for who, role in (("Kim Lee", "Primary care"), ("Ana Lopez", "Caregiver")):
        desk.context.actions.trigger("team.add")
        settle()
        choose(desk.dialog(), "person", who)
        choose(desk.dialog(), "role_code", role)
        desk.press("Ctrl+Return")
        settle()
    assert names(tab) == [("Leads", "Rosa Diaz"), ("Member", "Kim Lee"), ("Member", "Ana Lopez")]
    assert tab.table.go_to("member:1")
    tab.table.setFocus()
    desk.press("Ctrl+Shift+X")
    dialog = desk.dialog()
    assert isinstance(dialog, EndMemberDialog)
    desk.press("Ctrl+Return")
    assert "Choose who leads" in dialog.fields["next_lead_id"]._message.text
    choose(dialog, "next_lead_id", "Kim Lee")
    desk.press("Ctrl+Return")
    settle()
    assert names(tab) == [("Leads", "Kim Lee"), ("Member", "Ana Lopez")]
    desk.context.actions.trigger("edit.undo")
    settle()
    assert names(tab)[0] == ("Leads", "Rosa Diaz")
    assert looked_over(desk, chart_of(desk)) == []


def test_a_question_is_asked_with_a_reason_where_nothing_on_file_allows_it_and_answered(desk: Desk) -> None:
    ana = desk.run("services.team.save", SaveMember(desk.ana, "contact", 1, None, "caregiver")).member_ids[0]
    tab = team_of(desk)
    assert tab.table.go_to(f"member:{ana}")
    assert "Visits" in "\n".join(fact.spoken for fact in tab.texts.facts(tab.table.current_row()))  # type: ignore[union-attr,arg-type]
    desk.context.actions.trigger("team.ask")
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, AskDialog)
    dialog.fields["question"].edit.setPlainText("Does she take her pills?")  # type: ignore[attr-defined]
    choose(dialog, "topic", "Diagnoses")
    settle()
    assert not dialog.fields["shared_reason"].isHidden() and "Nothing on file" in dialog.summary.text
    choose(dialog, "topic", "Visits")
    settle()
    assert dialog.fields["shared_reason"].isHidden()
    desk.press("Ctrl+Return")
    settle()
    notes = notes_of(desk)
    assert [notes.texts.chip(row).word for row in notes.table.rows()] == ["Open"]  # type: ignore[union-attr]
    desk.context.actions.trigger("notes.answer")
    settle()
    assert isinstance(desk.dialog(), AnswerDialog)
    desk.press("'Every morning'", "Ctrl+Return")
    settle()
    assert [notes.texts.chip(row).word for row in notes.table.rows()] == ["Answered"]  # type: ignore[union-attr]
    assert looked_over(desk, chart_of(desk)) == []


def test_a_letter_to_the_daughter_is_worded_by_hand_and_kept_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    member = SaveMember(desk.ana, "contact", 1, None, "caregiver")
    desk.run("services.team.save", member)
    tab = team_of(desk)
    tab.table.go_to("member:1")
    desk.context.actions.trigger("team.letter")
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, TeamLetterDialog) and dialog.who.currentText().startswith("Ana Lopez")
    assert not dialog.warning.isHidden() and dialog.pages() == 0  # she may hear about visits only
    dialog.reason.setText("Maria asked for it")
    dialog.heading.setText("For Ana")
    dialog.heading.textEdited.emit("For Ana")
    path = tmp_path / "letter.pdf"
    dialog.save_to = lambda: dialog.save_pages(str(path))
    desk.press("Ctrl+S")
    assert path.read_bytes().startswith(b"%PDF-")
    assert dialog.made is not None and dialog.made[1].heading == "For Ana"
    told = desk.practice.open(Role.ADMINISTRATOR).run("queries.record_history.of_patient", HistoryFilter(desk.ana)).rows
    assert "Maria asked for it" in [row.reason for row in told]


def test_an_unread_note_is_on_today_and_enter_reads_it(desk: Desk) -> None:
    kim = desk.practice.open(Role.CLINICIAN)
    rosa = desk.practice.users[Role.COORDINATOR]
    kim.run("services.notes.write", NewNote(desk.ana, "phone", "She prefers mornings\nand hears badly", (rosa,)))
    desk.context.navigation.open("today")
    settle()
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    (row,) = desk.run("queries.today.worklist", WorkFilter()).rows
    page.open_row(row)
    settle()
    assert chart_of(desk).current_tab() == "notes"
    desk.context.navigation.open_chart(desk.ana, tab="summary")
    settle()
    (told,) = chart_of(desk).tab_of(SummaryTab).unread.list.facts()
    assert told.text.startswith("1 unread note")
    tab = notes_of(desk)
    assert tab.table.current_row() is not None
    desk.press("Return")
    settle()
    assert desk.run("queries.notes.unread") == ()
    assert tab.notes is not None and not tab.notes.rows[0].unread


def test_sensitive_words_are_on_no_screen_until_opened_and_not_for_others(desk: Desk) -> None:
    admin = desk.practice.open(Role.ADMINISTRATOR)
    admin.run("services.notes.write", NewNote(desk.ana, "behavioral_health", "sleeps badly since the loss"))
    tab = notes_of(desk)
    assert tab.table.rows() == ()
    desk.context.actions.trigger("notes.emergency")
    settle()
    desk.press("'overdose suspected, ER asks'", "Ctrl+Return")
    settle()
    (row,) = tab.table.rows()
    assert "sleeps" not in tab.row_sentence(row) + repr(row)
    assert "open to you until" in tab.note_above.text
    tab.table.setFocus()
    desk.press("Return")
    settle()
    assert "sleeps badly" in repr([made.facts() for made in tab.pane.findChildren(FactList)])
    assert looked_over(desk, chart_of(desk)) == []
    desk.context.actions.trigger("notes.end_emergency")
    settle()
    assert tab.table.rows() == () and not desk.context.actions.is_enabled("notes.end_emergency")
    work = [row for row in admin.run("queries.today.worklist", WorkFilter(everyone=True)).rows
            if row.kind == "emergency_access"]  # fmt: skip
    assert [dict(row.why_params)["whom"] for row in work] == ["Rosa Diaz, Test Practice"]


def test_a_note_kept_apart_is_for_nobody_else_and_says_so_while_it_is_written(desk: Desk) -> None:
    tab = notes_of(desk)
    tab.acting.write()
    settle()
    dialog = desk.dialog()
    choose(dialog, "kind", "Psychotherapy")
    settle()
    assert isinstance(dialog, WriteNoteDialog) and "you alone read it" in dialog.gated.text()
    assert not any(box.isEnabled() for box in dialog.readers.boxes.values()) and audit(dialog) == []
    dialog.fields["text"].edit.setFocus()  # looking it over went through every field
    desk.press("'the dream of the river'", "Ctrl+Return")
    settle()
    assert [row.kind for row in tab.table.rows()] == ["psychotherapy"]
    admin = desk.practice.open(Role.ADMINISTRATOR)
    assert admin.run("queries.notes.notes", desk.ana).rows == ()


def test_a_near_miss_is_noted_from_a_chart_in_a_few_keys(desk: Desk) -> None:
    team_of(desk)
    desk.press("Ctrl+Shift+N")
    dialog = desk.dialog()
    assert isinstance(dialog, NoteNearMissDialog) and dialog.head is not None
    choose(dialog, "kind", "Wrong patient")
    dialog.text.setFocus()
    desk.press("'Opened the other Lopez'", "Ctrl+Return")
    settle()
    desk.context.navigation.open("admin", None, {"section": "near_misses"})
    settle()
    page = desk.page("admin")
    assert isinstance(page, AdminPage)
    section = page.section
    assert isinstance(section, NearMissesSection)
    (row,) = section.table.rows()
    assert (row.head.id if row.head else 0, row.text) == (desk.ana, "Opened the other Lopez")
    assert section.kind.itemText(1) == "Wrong patient (1)"
    assert looked_over(desk, page) == []


def test_a_meeting_decides_and_prints_its_minutes(desk: Desk) -> None:
    meeting = SaveConference("Review", TODAY, None, "phone", None, None, (Attendee("Kim Lee"),))
    desk.run("services.conferences.save", meeting)
    desk.context.navigation.open("admin", None, {"section": "meetings"})
    settle()
    page = desk.page("admin")
    assert isinstance(page, AdminPage)
    section = page.section
    assert isinstance(section, MeetingsSection)
    section._case_form(desk.run("queries.heads.heads", [desk.ana])[desk.ana], section._meeting, None)  # type: ignore[arg-type]
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, CaseDialog)
    dialog.decision.setPlainText("Home visit")
    desk.press("Ctrl+Return")
    assert "Write why" in dialog.fields["reason"]._message.text
    dialog.reason.setPlainText("Two falls")
    dialog.task.setText("Order it")
    desk.press("Ctrl+Return")
    settle()
    assert "Order it" in section.cases.facts()[0].spoken
    desk.context.actions.trigger("admin.meetings.minutes")
    settle()
    preview = desk.dialog()
    assert isinstance(preview, SheetPreview) and preview.pdf.startswith(b"%PDF-")
    preview.reject()
    assert looked_over(desk, page) == []


def test_an_administrator_gives_sensitive_notes_to_a_person(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, PAGES, Role.ADMINISTRATOR)
    qtbot.addWidget(desk.window)
    desk.context.navigation.open("admin", None, {"section": "users"})
    settle()
    page = desk.page("admin")
    assert isinstance(page, AdminPage)
    page.section.table.go_to(desk.practice.users[Role.COORDINATOR])  # type: ignore[union-attr]
    desk.context.actions.trigger("admin.users.notes")
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, NoteGrantsDialog)
    dialog.kinds.choose(["behavioral_health"])
    desk.press("Ctrl+Return")
    settle()
    rosa = desk.practice.open(Role.COORDINATOR)
    assert rosa.run("queries.note_access.granted_kinds", desk.practice.users[Role.COORDINATOR]) == {"behavioral_health"}
    assert desk.crashes == []
