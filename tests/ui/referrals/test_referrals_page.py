"""The referrals board driven by keyboard over the real encrypted database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.permissions import Role
from tests.ui.clock import local
from tests.ui.referrals.conftest import advance, refer
from ui.dialogs.record_history import RecordHistoryDialog
from ui.widgets.fact_list import FactList
from ui.widgets.labels import Text


def rows(desk):
    return desk.run("queries.referrals.rows", ReferralFilter())


def words_on(widget):
    return " ".join(text.text() for text in widget.findChildren(Text))


def test_five_keys_and_the_words_make_a_referral_for_the_patient_in_hand(desk):
    desk.press("Ctrl+4")
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    desk.press("'Cardiology'", "Return", "'Shortness of breath'", "Tab", "Ctrl+Return")
    (row,) = rows(desk)
    assert (row.service, row.reason, row.urgency, row.state) == (
        "Cardiology", "Shortness of breath", "routine", "draft",
    )  # fmt: skip
    assert desk.referrals.current_row().id == row.id
    assert desk.context.undo.undo_name() == "new referral, LOPEZ"


def test_ctrl_n_r_asks_for_whom(desk):
    desk.press("Ctrl+4", "Ctrl+N", "R", "'ruiz'", "Return", "'Eye exam'", "Ctrl+Return")
    (row,) = rows(desk)
    assert (row.head.id, row.service) == (desk.ben, "Eye exam")


def test_two_keys_and_a_date_record_that_a_note_came_back(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    row = advance(desk, row, "scheduled", "2026-11-09")
    advance(desk, row, "seen", "2026-11-16")
    desk.press("Ctrl+4", "Ctrl+.", "'yesterday'", "Return")
    (row,) = rows(desk)
    assert (row.state, row.facts[-1].happened_on) == ("report_received", dt.date(2026, 11, 19))
    assert desk.referrals.current_row().column == "note_back"


def test_the_date_the_other_side_gave_becomes_a_visit_elsewhere(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+.", "'2026-12-03'", "Tab", "'10:30'", "Return")
    (row,) = rows(desk)
    assert (row.state, row.next_visit) == ("scheduled", local("2026-12-03 10:30"))
    (visit,) = desk.run("queries.appointments.of_patient", desk.ana)
    assert (visit.outside, visit.with_whom) == (True, "City Cardiology")


def test_a_visit_without_a_time_is_asked_for_beside_the_field(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+.", "'2026-12-03'", "Return")
    assert "Enter a time" in desk.dialog().fields["time"]._message.text
    assert rows(desk)[0].state == "sent"


def test_a_step_that_ends_a_referral_needs_its_reason(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+.")
    dialog = desk.dialog()
    dialog.step.setCurrentIndex(dialog.step.findData("cancelled"))
    desk.press("Return")
    assert "Write why" in dialog.fields["note"]._message.text
    dialog.note.setText("moved away")
    desk.press("Return")
    assert rows(desk)[0].state == "cancelled"


def test_undo_takes_a_step_back(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+.", "'2026-12-03'", "Tab", "'10:30'", "Return", "Ctrl+Z")
    assert rows(desk)[0].state == "sent"
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()


def test_a_declined_referral_goes_to_somebody_else(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    advance(desk, row, "declined", note="full")
    desk.press("Ctrl+4", "Ctrl+.", "'Lake Heart Center'", "Return")
    assert {row.state for row in rows(desk)} == {"rerouted", "draft"}
    assert desk.referrals.current_row().to == "Lake Heart Center"


def test_the_board_counts_what_is_stuck_and_the_filter_leaves_only_that(desk):
    refer(desk, desk.ana, ordered="2026-09-01", to_name="City Cardiology")
    refer(desk, desk.ben, "Eye exam", ordered="2026-11-20")
    desk.press("Ctrl+4")
    model = desk.referrals.board.board_model
    assert [model.stuck(column) for column in range(6)] == [0, 1, 0, 0, 0, 0]
    assert "1 stuck" in model.headerData(1, desk.referrals.board.horizontalHeader().orientation())
    desk.context.actions.trigger("referrals.only_stuck")
    assert [row.service for row in desk.referrals.table.rows()] == ["Cardiology"]
    assert "Stuck" in desk.referrals.status()


def test_arrows_walk_the_cards_over_empty_columns(desk):
    first = refer(desk, desk.ben, "Eye exam", ordered="2026-11-20")
    row = refer(desk, desk.ana, to_name="City Cardiology")
    row = advance(desk, row, "scheduled", "2026-11-09")
    desk.press("Ctrl+4")
    assert desk.referrals.board.go_to(first.id)
    desk.press("Right")
    assert desk.referrals.current_row().id == row.id
    desk.press("Left")
    assert desk.referrals.current_row().id == first.id


def test_the_table_has_the_same_referrals_and_keys(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    refer(desk, desk.ben, "Eye exam", ordered="2026-11-20")
    desk.press("Ctrl+4")
    on_board = {card.id for column in range(6) for card in desk.referrals.board.board_model.cards(column)}
    here = desk.referrals.current_row().id
    desk.press("Ctrl+Shift+V")
    assert {row.id for row in desk.referrals.table.rows()} == on_board
    assert desk.referrals.current_row().id == here
    desk.press("Ctrl+.")
    assert desk.dialog().windowTitle() == "Next step"


def test_the_pane_shows_dated_facts_reason_and_who_is_next(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4")
    words = words_on(desk.referrals.detail)
    assert "Shortness of breath" in words and "Is it the heart?" in words and "City Cardiology" in words
    (steps,) = desk.referrals.detail.findChildren(FactList)
    assert [fact.text for fact in steps.facts()] == ["02-Nov-2026  Ordered", "02-Nov-2026  Sent"]


def test_front_desk_sees_no_reason_and_is_offered_no_clinical_step(desk, sit):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    advance(desk, row, "received")
    front = sit(Role.FRONT_DESK, practice=desk.practice)
    front.press("Ctrl+4")
    words = words_on(front.referrals.detail)
    assert "Shortness of breath" not in words and "heart?" not in words
    assert "referral.new" not in front.context.actions
    front.press("Ctrl+.")
    offered = {front.dialog().step.itemData(at) for at in range(front.dialog().step.count())}
    assert "scheduled" in offered and not offered & {"cancelled", "reviewed", "closed"}


def test_an_empty_board_says_what_to_do(desk):
    desk.press("Ctrl+4")
    assert desk.referrals.stack.currentWidget() is desk.referrals.empty
    desk.referrals.empty.chosen.emit(0)
    QApplication.processEvents()
    assert desk.dialog().windowTitle() == "New referral: for whom?"


def test_a_name_from_the_directory_brings_its_phone(desk):
    from db.models.practice import Organization

    with desk.practice.open(Role.ADMINISTRATOR).write("test.add") as uow:
        uow.session.add(Organization(name="City Cardiology", phone="555-010-0777"))
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    dialog = desk.dialog()
    dialog.service.setText("Cardiology")
    dialog.to.setFocus()
    desk.press("'city'")
    dialog.to.completer().activated.emit("City Cardiology")
    dialog.to.setText("City Cardiology")
    assert dialog.phone.text() == "555-010-0777"
    dialog.submit()
    assert rows(desk)[0].to == "City Cardiology"


def test_a_half_typed_referral_is_offered_again(desk):
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    desk.dialog().service.setText("Nephrology")
    desk.press("Escape")
    desk.referrals.new(desk.ana)
    QApplication.processEvents()
    assert desk.dialog().drafts.offer is not None


def test_back_restores_filter_view_and_card(desk):
    refer(desk, desk.ana, ordered="2026-09-01", to_name="City Cardiology")
    wanted = refer(desk, desk.ben, "Eye exam", ordered="2026-09-02")
    desk.press("Ctrl+4", "Ctrl+Shift+V")
    desk.context.actions.trigger("referrals.only_stuck")
    desk.referrals.table.go_to(wanted.id)
    desk.press("Ctrl+2", "Alt+Left")
    assert desk.referrals.as_table and desk.referrals.current_row().id == wanted.id
    assert desk.referrals.filter().stuck


def test_a_referral_has_its_history_and_leaves_the_board_when_it_was_an_error(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+Shift+H")
    dialog = desk.dialog()
    assert isinstance(dialog, RecordHistoryDialog)
    assert dialog.list.facts()[-1].text == "Added: Referral or order: Cardiology"
    desk.press("Esc")
    desk.context.actions.trigger("referrals.mistaken")
    desk.press("'other patient'", "Return")
    assert rows(desk) == ()
    desk.press("Ctrl+Z")
    assert [one.id for one in rows(desk)] == [row.id]


def test_front_desk_has_no_clinical_history_of_a_referral(sit):
    desk = sit(Role.FRONT_DESK)
    assert "referrals.history" not in desk.context.actions
    assert "referrals.mistaken" not in desk.context.actions


def test_a_listed_reason_needs_no_words_and_is_kept_as_a_code(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+.")
    dialog = desk.dialog()
    dialog.step.setCurrentIndex(dialog.step.findData("cancelled"))
    dialog.reason.setCurrentIndex(dialog.reason.findData("done_elsewhere"))
    desk.press("Return")
    (row,) = rows(desk)
    assert (row.state, row.facts[-1].reason_code, row.facts[-1].note) == ("cancelled", "done_elsewhere", None)


def test_an_ended_referral_is_opened_again_by_keyboard_and_undo_ends_it_again(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    advance(desk, row, "cancelled", note="moved away")
    desk.press("Ctrl+4")
    desk.context.actions.trigger("referrals.reopen")
    QApplication.processEvents()
    desk.press("'came back'", "Return")
    (row,) = rows(desk)
    assert [fact.state for fact in row.facts] == ["sent", "cancelled", "sent"]
    assert "opened again" in words_of_steps(desk)
    desk.press("Ctrl+Z")
    assert rows(desk)[0].state == "cancelled"


def words_of_steps(desk):
    (steps,) = desk.referrals.detail.findChildren(FactList)
    return " ".join(" ".join((fact.text, *fact.detail)) for fact in steps.facts())


def test_a_board_that_cannot_show_all_says_so(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4")
    assert not desk.referrals.more.isVisible()
    desk.referrals._show(tuple(replace(row, id=number) for number in range(1, ReferralFilter().limit + 1)))
    assert desk.referrals.more.isVisible() and "The first 500" in desk.referrals.more.text()


def test_no_date_and_sent_to_leave_what_they_say(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    booked = refer(desk, desk.ben, "Eye exam", to_name="Lake Eye")
    advance(desk, booked, "scheduled", appointment_at=local("2026-12-03 10:30"))
    desk.press("Ctrl+4")
    desk.context.actions.trigger("referrals.only_no_date")
    assert [row.to for row in desk.referrals.table.rows()] == ["City Cardiology"]
    desk.context.actions.trigger("referrals.only_no_date")
    desk.referrals.filters.to.choose("Lake Eye")
    desk.referrals.refresh()
    assert [row.to for row in desk.referrals.table.rows()] == ["Lake Eye"]
    assert "Lake Eye" in desk.referrals.status()


def test_a_late_referral_is_handed_on_and_its_history_says_to_whom_and_why(desk):
    row = refer(desk, desk.ana, to_name="City Cardiology")
    desk.run("services.referral_handing.note_every")
    colleague = next(one for one in desk.run("queries.people.colleagues") if one.role == Role.CLINICIAN.value)
    desk.press("Ctrl+4")
    desk.context.actions.trigger("referrals.hand_on")
    QApplication.processEvents()
    dialog = desk.dialog()
    dialog.to.setCurrentIndex(dialog.to.findData(colleague.id))
    desk.press("Tab", "'They want a doctor to call'", "Return")

    (now,) = rows(desk)
    assert now.owner is not None and (now.owner.id, now.owner.name) == (colleague.id, colleague.display_name)
    assert desk.context.undo.undo_name() == "hand on, LOPEZ"
    history = RecordHistoryDialog(desk.context, FactRef("service_request", row.id), now.head, desk.window)
    words = " ".join(" ".join((each.text, *each.detail)) for each in history.list.facts())
    assert f"To: {colleague.display_name}" in words and "Reason: They want a doctor to call" in words
    assert "Late, went on to somebody" in words and "Late with: they" in words
