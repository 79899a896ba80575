"""Today driven by keyboard over the real encrypted database."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.near_misses import NoteNearMiss
from icm_desktop.contracts.plans import ActionDraft, AddAction
from icm_desktop.contracts.scheduling import SaveClinician
from icm_desktop.contracts.worklist import FinishWork, WorkDetail, WorkFilter, Worklist, WorkRow
from icm_desktop.permissions import Role
from tests.ui.desk import TODAY, Desk, head_of, sit_down
from ui.dialogs.book import BookDialog
from ui.dialogs.hold import HoldDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.near_miss import FollowUpDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.drafts import RESUME
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage
from ui.tables.tree import Heading

PAGES = (TodayPage, PatientsPage, ChartPage)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, PAGES)
    qtbot.addWidget(made.window)
    yield made
    assert made.crashes == []


def page_of(desk: Desk) -> TodayPage:
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    return page


def add(desk: Desk, patient_id: int, text: str, due: dt.date, owner: Owner | None = None) -> None:
    coordinator = desk.practice.open(Role.COORDINATOR)
    coordinator.run(
        "services.care_plans.add_action", AddAction(patient_id, None, ActionDraft(text, owner=owner, due_on=due))
    )


@pytest.fixture
def three(desk: Desk) -> Desk:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04", phone="555-010-0142")
    for number, text in enumerate(("Call the pharmacy", "Ask about the diet", "Send the letter"), start=1):
        add(desk, patient_id, text, TODAY - dt.timedelta(days=4 - number))
    page_of(desk).refresh()
    page_of(desk).focus_first()
    return desk


def worklist(desk: Desk) -> Worklist:
    found = desk.run("queries.today.worklist", WorkFilter())
    assert isinstance(found, Worklist)
    return found


def section_of(desk: Desk, text: str) -> tuple[str, dt.date | None]:
    row = next(row for row in worklist(desk).rows if row.title_text == text)
    return row.section, row.held_until


def current(desk: Desk) -> WorkRow:
    row = page_of(desk).table.current_row()
    assert isinstance(row, WorkRow)
    return row


def headings(page: TodayPage) -> list[str]:
    nodes = (page.table.tree_model.node(index) for index in page.table.tree_model.indexes())
    return [node.row.text for node in nodes if node is not None and isinstance(node.row, Heading)]


def test_how_many_patients_are_still_being_checked_is_said_until_they_are(three: Desk) -> None:
    page, admin = page_of(three), three.practice.open(Role.ADMINISTRATOR)
    assert not page.head.checking.isVisibleTo(page)
    with admin.write("test") as uow:
        # After an import of many: an act that touches a few works them out by itself.
        connection = uow.session.connection()
        some = "INSERT INTO patient (id, record_number, family, deceased, large_print, version)"
        numbers = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 160)"
        connection.exec_driver_sql(f"{some} {numbers} SELECT i, i, 'Many', 0, 0, 1 FROM n")  # noqa: S608
    page.refresh()
    assert page.head.checking.isVisibleTo(page)
    assert page.head.checking.text().startswith("61 patients are still being checked")
    assert len(worklist(three).rows) == 3
    admin.run("services.pathway_work.reckon")
    admin.run("services.conflict_work.recheck")
    page.refresh()
    assert not page.head.checking.isVisibleTo(page)


def test_rows_stand_in_sections_with_their_counts_the_latest_first(three: Desk) -> None:
    page = page_of(three)
    assert headings(page)[:2] == ["Overdue (3)", "Due today (0)"]
    assert current(three).title_text == "Call the pharmacy"
    assert "3 d late" in page.words.due(current(three))


def test_a_near_miss_of_no_patient_is_opened_followed_up_and_put_off_by_keys(desk: Desk) -> None:
    me = desk.context.session.user_id
    desk.run("services.near_misses.note", NoteNearMiss("other", "The fax ate two referrals", owner_id=me, due_on=TODAY))
    page = page_of(desk)
    page.refresh()
    page.focus_first()
    row = current(desk)
    assert (row.kind, row.head, page.words.who(row)) == ("near_miss", None, "The practice")
    assert "The practice" in page.words.sentence(row)
    assert not desk.context.actions.is_enabled("today.log_contact")
    desk.press("Return")
    form = desk.dialog()
    assert isinstance(form, FollowUpDialog)
    form.changed.setFocus()
    desk.press("'New fax'", "Ctrl+Return")
    (seen,) = desk.run("queries.near_misses.near_misses").rows
    assert seen.changed_text == "New fax"
    desk.press("Ctrl+H")
    assert isinstance(desk.dialog(), HoldDialog)
    desk.press("'2w'", "Return")
    assert [one.section for one in worklist(desk).rows] == ["waiting"]
    desk.press("Ctrl+Z")
    assert [one.section for one in worklist(desk).rows] == ["due_today"]


def test_done_is_one_key_the_next_row_is_chosen_and_undo_brings_it_back(three: Desk) -> None:
    three.press("Ctrl+D")
    assert section_of(three, "Call the pharmacy")[0] == "done_today"
    assert current(three).title_text == "Ask about the diet"
    assert three.window.toast.text
    three.press("Ctrl+Z")
    assert section_of(three, "Call the pharmacy")[0] == "overdue"


def test_hold_is_a_key_two_letters_and_enter(three: Desk) -> None:
    three.press("Ctrl+H")
    assert isinstance(three.dialog(), HoldDialog)
    three.press("'2w'", "Return")
    assert section_of(three, "Call the pharmacy") == ("waiting", TODAY + dt.timedelta(days=14))


def test_holding_until_the_past_is_refused_beside_the_field(three: Desk) -> None:
    three.press("Ctrl+H", "'yesterday'", "Return")
    dialog = three.dialog()
    assert isinstance(dialog, HoldDialog)
    assert "after today" in dialog.until.edit.accessibleDescription()
    assert section_of(three, "Call the pharmacy")[0] == "overdue"


def test_a_call_attempt_is_logged_in_three_keys_and_tried_again_two_working_days_on(three: Desk) -> None:
    three.press("Ctrl+L")
    assert isinstance(three.dialog(), LogContactDialog)
    three.press("L", "Return")
    # 20-Nov-2026 is a Friday: Monday, Tuesday.
    assert section_of(three, "Call the pharmacy") == ("waiting", dt.date(2026, 11, 24))
    detail = three.run("queries.today.work_detail", head_of(current(three)).id)
    assert isinstance(detail, WorkDetail)
    assert [(contact.outcome, contact.channel) for contact in detail.contacts] == [("left_message", "phone")]


def test_a_wrong_number_asks_which_one_and_for_another_and_undo_brings_it_back(three: Desk) -> None:
    three.press("Ctrl+L", "W")
    dialog = three.dialog()
    assert isinstance(dialog, LogContactDialog)
    assert dialog.card.lines()[:2] == ["Call the pharmacy", "555-010-0142"]
    dialog.new_number.setFocus()
    three.press("'12'", "Return")
    assert dialog.isVisible()
    dialog.new_number.selectAll()
    three.press("'555-010-0177'", "Return")
    assert head_of(current(three)).phone == "555-010-0177"
    three.press("Ctrl+Z")
    assert {head_of(row).phone for row in worklist(three).rows} == {"555-010-0142"}


def test_booking_opens_over_the_list_for_the_patient_of_the_row(three: Desk) -> None:
    clinician = SaveClinician(
        None, "Patel", "Anil", "Dr.", None, None, tuple((day, "09:00", "17:00") for day in range(5))
    )
    three.practice.open(Role.ADMINISTRATOR).run("services.clinic_setup.save_clinician", clinician)
    three.press("Ctrl+B")
    dialog = three.dialog()
    assert isinstance(dialog, BookDialog)
    assert dialog.head is not None
    assert dialog.head.family == "Lopez"
    assert page_of(three).isVisible()


def test_a_patient_who_was_reached_is_not_put_off(three: Desk) -> None:
    three.press("Ctrl+L", "R", "Return")
    assert section_of(three, "Call the pharmacy")[0] == "overdue"


def test_the_note_of_a_call_may_hold_the_letters_that_choose_an_outcome(three: Desk) -> None:
    three.press("Ctrl+L", "N", "Tab", "Tab", "'well done'", "Return")
    detail = three.run("queries.today.work_detail", head_of(current(three)).id)
    assert isinstance(detail, WorkDetail)
    assert (detail.contacts[0].outcome, detail.contacts[0].note) == ("no_answer", "well done")


def test_enter_opens_the_chart_on_the_action_and_esc_returns_to_the_row(three: Desk) -> None:
    three.press("Down", "Return")
    chart = three.page("chart")
    assert isinstance(chart, ChartPage)
    assert chart.current_tab() == "care_plan"
    assert chart.tab_of(CarePlanTab).table.current_row().draft.text == "Ask about the diet"
    three.press("Esc")
    assert current(three).title_text == "Ask about the diet"


def test_others_work_shows_only_when_asked_for(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    kim = Owner(OwnerKind.USER, "Kim Lee", desk.practice.users[Role.CLINICIAN])
    add(desk, patient_id, "Kim's work", TODAY, kim)
    page = page_of(desk)
    page.refresh()
    assert page.stack.currentWidget() is page.empty
    page.show_everyone()
    assert [row.title_text for row in page.work.rows] == ["Kim's work"]  # type: ignore[union-attr]
    assert "Everyone" in page.status()


def test_nothing_due_names_the_next_item(desk: Desk) -> None:
    add(desk, desk.register("Lopez", "Maria", "1958-03-04"), "Call the pharmacy", TODAY + dt.timedelta(days=10))
    page = page_of(desk)
    page.refresh()
    assert page.stack.currentWidget() is page.empty
    assert "Mon 30-Nov-2026, Call the pharmacy, LOPEZ, Maria" in page.words.nothing(page.work)  # type: ignore[arg-type]


def test_left_closes_a_section_and_a_refresh_leaves_it_closed(three: Desk) -> None:
    page = page_of(three)
    three.press("Up", "Left", "F5")
    first = page.table.tree_model.indexes()[0]
    assert not page.table.isExpanded(first)
    three.press("Return")
    assert page.table.isExpanded(page.table.tree_model.indexes()[0])


def test_a_row_says_itself_as_one_sentence(three: Desk) -> None:
    index = three.page("today").table.currentIndex()  # type: ignore[attr-defined]
    spoken = index.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "LOPEZ, Maria, Call the pharmacy, 3 d late, 17-Nov-2026, owner nobody"


def test_the_number_of_what_is_due_is_told_to_the_rail(three: Desk, qtbot: QtBot) -> None:
    page = page_of(three)
    with qtbot.waitSignal(page.badge_changed) as told:
        page.refresh()
    assert told.args == [3]


def test_front_desk_sees_a_neutral_title_and_may_log_the_call(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, PAGES, Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    add(desk, desk.register("Lopez", "Maria", "1958-03-04"), "Ask about the diet", TODAY)
    page = page_of(desk)
    page.refresh()
    page.focus_first()
    assert page.words.what(current(desk)) == "Follow-up: coordinator to do"
    desk.press("Ctrl+L", "L", "Return")
    assert desk.window.toast.text
    assert desk.crashes == []


def test_an_interrupted_call_comes_back_with_its_outcome_day_and_note(three: Desk) -> None:
    three.press("Ctrl+L", "N")
    dialog = three.dialog()
    assert isinstance(dialog, LogContactDialog)
    dialog.next_try.edit.setFocus()
    three.press("Ctrl+A", "'3w'")
    dialog.note.setFocus()
    three.press("'at work until five'", "Esc")
    three.press("Ctrl+L", RESUME)
    again = three.dialog()
    assert isinstance(again, LogContactDialog) and again is not dialog
    assert again.outcome.outcome == "no_answer"
    assert again.next_try.day == TODAY + dt.timedelta(weeks=3)
    assert again.note.text() == "at work until five"


def test_what_a_form_chose_by_itself_is_no_draft(three: Desk) -> None:
    three.press("Ctrl+L", "Esc")
    three.press("Ctrl+L")
    dialog = three.dialog()
    assert isinstance(dialog, LogContactDialog)
    assert dialog._kept is not None and dialog._kept.offer is None
    assert three.run("queries.drafts.drafts") == ()


def test_a_section_that_was_cleared_gives_the_keyboard_to_a_row_and_the_pane_follows(three: Desk) -> None:
    page = page_of(three)
    rows = [row for row in page.work.rows if row.section == "overdue"] if page.work else []
    add(three, head_of(rows[0]).id, "Weigh in", TODAY)
    page.refresh()
    page.table.go_to("section:overdue")
    assert page.table.current_row() is None
    for row in rows:
        three.run("services.follow_up.finish", FinishWork(row.key, row.version))
    page.refresh()
    assert headings(page)[:2] == ["Overdue (0)", "Due today (1)"]
    assert current(three).title_text == "Weigh in"


def test_the_list_is_printed_as_it_stands_with_who_printed_it(three: Desk) -> None:
    three.press("Ctrl+P")
    sheet = three.dialog()
    assert isinstance(sheet, SheetPreview)
    told = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(sheet.pdf)).pages)
    assert "All due · Fri 20-Nov-2026" in told and "3 of 3" in told and "Printed" in told and "Page 1 of 1" in told
    assert told.index("Call the pharmacy") < told.index("Ask about the diet")


def test_filters_are_remembered_for_the_person(three: Desk) -> None:
    page = page_of(three)
    page.scope.set_on(["everyone"])
    page.scope.changed.emit(page.scope.on())
    again = TodayPage(page.context)
    assert again.scope.on() == {"everyone"}
    assert not again.kinds.on()
