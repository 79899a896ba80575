"""Calls come in the middle of booking, referring and writing a task: nothing is lost, two keys bring it back."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.stories.conftest import PASSWORDS
from ui.dialogs.action import ActionDialog
from ui.dialogs.book import BookDialog
from ui.dialogs.new_referral import NewReferralDialog
from ui.drafts import RESUME
from ui.lock_key import CHORD

pytestmark = pytest.mark.story
REASON = "Shortness of breath on two stairs since May"
WHY = "Dizzy since the new tablet"
TASK = "call pharmacy re metformin @rosa fri"


def test_calls_come_into_a_booking_a_referral_and_a_plan_action_and_all_three_are_finished(practice, person):
    """Tasks 5, 8 and 11, each begun in the middle of the one before; two keys bring back the newest."""
    practice.json("demo", "--patients", "4", "--seed", "3")
    first, second = (one["name"].split(",")[0] for one in practice.json("patients")[:2])
    person.sign_in("rosa", PASSWORDS["rosa"])

    person.find(first)
    person.press("Ctrl+N", "A")
    person.dialog(BookDialog).reason.setFocus()
    person.write(WHY)
    person.press("Esc")  # the phone rings: somebody else wants a referral
    person.no_dialog()
    person.find(second)
    person.press("Ctrl+N", "R")
    form = person.dialog(NewReferralDialog)
    person.write("Cardiology")
    form.reason.setFocus()
    person.write(REASON)
    person.press("Esc")  # and again: the pharmacy
    person.no_dialog()
    person.find(first)
    person.press("Ctrl+N", "T")
    person.dialog(ActionDialog)
    person.write(TASK)
    person.press("Esc")  # and again, and a colleague needs the computer
    person.no_dialog()
    person.find(second)
    person.press(CHORD)
    person.unlock("rosa", PASSWORDS["rosa"])

    person.press(RESUME, "Return")  # of several the newest is on top
    task = person.dialog(ActionDialog)
    person.until(lambda: task.line.text() == TASK, "the plan action is as it was left")
    assert task.head is not None and task.head.family == first
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("call pharmacy re metformin")
    work = practice.json("worklist", "--date", friday().isoformat())
    assert [(row["owner"], row["due"]) for row in work if "metformin" in row["title"]] == [("Rosa", f"{friday()}")]

    person.press(RESUME, "Return")
    again = person.dialog(NewReferralDialog)
    person.until(lambda: again.reason.toPlainText() == REASON, "the referral is as it was left")
    assert again.service.text() == "Cardiology" and again.head is not None and again.head.family == second
    person.press("Ctrl+Return")
    person.no_dialog()
    (other,) = (one["ref"] for one in practice.json("patients") if one["name"].startswith(second))
    made = [row for row in practice.json("referrals") if row["patient"] == other and row["state"] == "draft"]
    assert "Cardiology" in [row["service"] for row in made]

    person.press(RESUME)  # the only one that is left
    booking = person.dialog(BookDialog)
    person.until(lambda: booking.reason.text() == WHY, "the booking is as it was left")
    assert booking.head is not None and booking.head.family == first
    person.press("Esc")


def friday() -> dt.date:
    """The next Friday, as "fri" is read: today does not count."""
    return next(day for ahead in range(1, 8) if (day := dt.date.today() + dt.timedelta(days=ahead)).weekday() == 4)  # noqa: DTZ011


def test_a_booking_comes_back_after_a_call_a_lock_and_somebody_else_at_the_computer(practice, person):
    practice.json("demo", "--patients", "4", "--seed", "3")
    first, second = (one["name"].split(",")[0] for one in practice.json("patients")[:2])
    person.sign_in("rosa", PASSWORDS["rosa"])
    person.find(first)
    person.press("Ctrl+N", "A")
    form = person.dialog(BookDialog)
    form.reason.setFocus()
    person.write(WHY)
    form.after.edit.setFocus()
    person.press("Ctrl+A")
    person.write("+2w")
    form.part.setFocus()
    person.press("Down")
    wanted = (form.reason.text(), form.after.day, form.part.currentData())
    assert wanted[0] == WHY and wanted[1] is not None and wanted[2] == "morning"

    def came_back():
        again = person.dialog(BookDialog)
        person.until(
            lambda: (again.reason.text(), again.after.day, again.part.currentData()) == wanted,
            "the booking is as it was left",
        )
        assert again.head is not None and again.head.family == first

    person.press("Esc")  # the phone rings: somebody else
    person.no_dialog()
    person.find(second)
    person.press(RESUME)
    came_back()

    person.press(CHORD)  # a colleague needs the computer, in the middle of it
    person.unlock("fred", PASSWORDS["fred"])
    person.no_dialog()
    assert WHY not in person.screen()
    person.press(RESUME)
    person.sees("Nothing was left half done.")
    person.press(CHORD)
    person.unlock("rosa", PASSWORDS["rosa"])
    came_back()  # as it was left, without a key
    person.press("Esc")
    person.no_dialog()
