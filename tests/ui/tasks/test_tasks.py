"""The daily tasks, by keyboard and by mouse: what each may cost, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtPrintSupport import QPrinter

from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.contracts.worklist import WorkFilter
from tests.ui.clock import local
from tests.ui.print_preview.test_print_preview import PdfPaper
from tests.ui.tasks.conftest import TASK
from tests.ui.tasks.hand import Act, Hand
from ui.dialogs.appointment import AppointmentDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.pages.calendar import CalendarPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage


@dataclass(frozen=True)
class Task:
    """A task of the design; costs are (used, allowed)."""

    number: str
    name: str
    start: Act
    by_keys: Act
    keys: tuple[int, int]
    by_mouse: Act
    clicks: tuple[int, int]
    done: Callable[[Hand], object]


# where a task starts


def anywhere(hand: Hand) -> None:
    hand.desk.press("Ctrl+4")


def today_row(hand: Hand) -> None:
    hand.desk.press("Ctrl+1", "F5")
    rows = hand.desk.run("queries.today.worklist", WorkFilter()).rows
    assert today(hand).table.go_to(next(row.key for row in rows if row.head.id == hand.patient_id and row.can_finish))
    hand.desk.press("Up", "Down")


def chart(hand: Hand) -> None:
    hand.desk.context.navigation.open_chart(hand.patient_id)


def visit(hand: Hand) -> None:
    hand.desk.context.navigation.open("calendar", state={"appointment": hand.visit_id})
    assert calendar(hand).current_visit().id == hand.visit_id  # type: ignore[union-attr]


def card(hand: Hand) -> None:
    hand.desk.context.navigation.open("referrals", state={"referral": hand.referral_id})
    assert referrals(hand).current_row().id == hand.referral_id  # type: ignore[union-attr]


def today(hand: Hand) -> TodayPage:
    page = hand.desk.page("today")
    assert isinstance(page, TodayPage)
    return page


def calendar(hand: Hand) -> CalendarPage:
    page = hand.desk.page("calendar")
    assert isinstance(page, CalendarPage)
    return page


def referrals(hand: Hand) -> ReferralsPage:
    page = hand.desk.page("referrals")
    assert isinstance(page, ReferralsPage)
    return page


# what says that it is done


def work(hand: Hand) -> tuple[str, object]:
    rows = hand.desk.run("queries.today.worklist", WorkFilter(everyone=True)).rows
    row = next(each for each in rows if each.title_text == TASK and each.head.id == hand.patient_id)
    return row.section, row.held_until


def chart_is_open(hand: Hand) -> bool:
    place = hand.desk.context.navigation.place
    return place is not None and (place.page, place.patient_id) == ("chart", hand.patient_id)


def is_called(hand: Hand) -> bool:
    contacts = hand.desk.run("queries.today.work_detail", hand.patient_id).contacts
    return [each.outcome for each in contacts] == ["left_message"] and work(hand)[0] == "waiting"


def number_of_visits(hand: Hand) -> int:
    return len(hand.desk.run("queries.appointments.of_patient", hand.patient_id))


def visit_now(hand: Hand) -> AppointmentRow:
    found: AppointmentRow = hand.desk.run("queries.appointments.appointment", hand.visit_id)
    return found


def is_moved(hand: Hand) -> bool:
    now = visit_now(hand)
    return now.status == "booked" and now.starts_at != hand.visit_at


def is_printed(hand: Hand) -> bool:
    return [row.how for row in hand.desk.run("queries.handed_out.history", hand.patient_id)] == ["printed"]


def is_referred(hand: Hand) -> bool:
    rows = hand.desk.run("queries.referrals.rows", ReferralFilter())
    made = {(row.service, row.urgency, row.reason) for row in rows if row.head.id == hand.patient_id}
    return ("Eye exam", "routine", "Blurred") in made


def is_booked_elsewhere(hand: Hand) -> bool:
    row = hand.desk.run("queries.referrals.referral", hand.referral_id)
    return (row.state, row.next_visit) == ("scheduled", local("2026-12-08 14:30"))


def is_registered(hand: Hand) -> bool:
    place = hand.desk.context.navigation.place
    assert place is not None and place.patient_id is not None
    saved = hand.desk.run("queries.registration.editable", place.patient_id).details
    by = ("Nguyen", "1958-03-04", "555-010-0177") if hand.keys else ("Okafor", "1971-07-09", "555-010-0189")
    return (saved.family, saved.birth_date, saved.phone) == by and (saved.given, saved.sex) == (hand.family, "female")


# by keyboard


def keys(*pressed: str) -> Act:
    return lambda hand: hand.press(*(key.replace("NAME", hand.family) for key in pressed))


def print_by_keys(hand: Hand) -> None:
    hand.press("Ctrl+P")
    preview = hand.desk.dialog()
    assert isinstance(preview, PrintPreview)
    assert hand.paper is not None
    preview.paper = hand.paper
    hand.press("Return")


# by mouse


def find_by_mouse(hand: Hand) -> None:
    search = hand.desk.window.top.search
    hand.click(search)
    hand.type(hand.family)
    hand.click_row(search._list)


def call_by_mouse(hand: Hand) -> None:
    hand.click_button("Log contact", today(hand))
    hand.click_button("Left message")
    hand.click_button("Save")


def hold_by_mouse(hand: Hand) -> None:
    hand.click_button("Hold until", today(hand))
    hand.click_button("2 weeks")
    hand.click_button("Hold")


def book_by_mouse(hand: Hand) -> None:
    hand.click_button("Book", hand.desk.page("chart"))
    hand.click_row(hand.desk.dialog().slots.table, 2)  # type: ignore[attr-defined]
    hand.click_button("Book")


def place_of_visit(hand: Hand) -> QPoint:
    grid = calendar(hand).grid
    return grid.visualRect(grid.currentIndex()).center()


def from_menu(words: str) -> Act:
    def act(hand: Hand) -> None:
        hand.menu_at(calendar(hand).grid, place_of_visit(hand))
        hand.click_in_menu(words)

    return act


def cancel_by_mouse(hand: Hand) -> None:
    from_menu("Cancel visit")(hand)
    hand.click_button("1  The patient asked")


def move_by_mouse(hand: Hand) -> None:
    from_menu("Move")(hand)
    dialog = hand.desk.dialog()
    assert isinstance(dialog, AppointmentDialog)
    hand.click_row(dialog.slots.table, 2)


def print_by_mouse(hand: Hand) -> None:
    hand.click_button("Print next steps", hand.desk.page("chart"))
    preview = hand.desk.dialog()
    assert isinstance(preview, PrintPreview)
    assert hand.paper is not None
    preview.paper = hand.paper
    hand.click_button("Print")


def refer_by_mouse(hand: Hand) -> None:
    hand.click_button("New", hand.desk.page("chart"))
    hand.click_in_menu("Referral")
    hand.type("Eye exam")
    dialog = hand.desk.dialog()
    hand.click(dialog.reason)  # type: ignore[attr-defined]
    hand.type("Blurred")
    hand.click_button("Save")


def advance_by_mouse(hand: Hand) -> None:
    hand.click_button("Next step", referrals(hand))
    hand.type("8 dec 2:30 pm")
    hand.click_button("Record")


def register_by_mouse(hand: Hand) -> None:
    search = hand.desk.window.top.search
    hand.click(search)
    hand.type(f"okafor {hand.family} 7/9/71")
    hand.click(search._nobody)
    form = hand.desk.dialog()
    assert isinstance(form, RegisterPatientDialog)
    hand.choose(form.sex, "Female")
    hand.click(form.fields["phone"].edit)
    hand.type("555-010-0189")
    hand.click_button("Register")


TASKS = (
    Task("1", "find and open a patient", anywhere, keys("Ctrl+F", "'NAME'", "Return"), (2, 2),
         find_by_mouse, (2, 2), chart_is_open),
    Task("2", "log a call and set the next try", today_row, keys("Ctrl+L", "L", "Return"), (3, 3),
         call_by_mouse, (3, 3), is_called),
    Task("3", "mark a line done", today_row, keys("Ctrl+D"), (1, 1),
         lambda hand: hand.click_button("Mark done", today(hand)), (1, 1), lambda hand: work(hand)[0] == "done_today"),
    Task("4", "hold until a day", today_row, keys("Ctrl+H", "'2w'", "Return"), (2, 2),
         hold_by_mouse, (3, 3), lambda hand: str(work(hand)[1]) == "2026-12-04"),
    Task("5", "book a follow-up", chart, keys("Ctrl+N", "A", "3", "Ctrl+Return"), (4, 4),
         book_by_mouse, (3, 4), lambda hand: number_of_visits(hand) == 2),
    Task("6a", "arrived", visit, keys("Return", "A"), (2, 2),
         from_menu("Arrived"), (2, 2), lambda hand: visit_now(hand).status == "arrived"),
    Task("6b", "no-show", visit, keys("Return", "N"), (2, 2),
         from_menu("No-show"), (2, 2), lambda hand: visit_now(hand).status == "noshow"),
    Task("6c", "cancel a visit", visit, keys("Del", "1"), (2, 2),
         cancel_by_mouse, (3, 3), lambda hand: visit_now(hand).cancel_reason == "The patient asked"),
    Task("6d", "move a visit", visit, keys("Return", "M", "3"), (3, 3),
         move_by_mouse, (3, 3), is_moved),
    Task("7", "print next steps", chart, print_by_keys, (2, 2), print_by_mouse, (2, 2), is_printed),
    Task("8", "new referral", chart,
         keys("Ctrl+N", "R", "'Eye exam'", "Return", "'Blurred'", "Tab", "Ctrl+Return"), (5, 5),
         refer_by_mouse, (4, 6), is_referred),
    Task("9", "advance a referral", card, keys("Ctrl+.", "'8 dec 2:30 pm'", "Return"), (2, 2),
         advance_by_mouse, (2, 3), is_booked_elsewhere),
    Task("12", "register a patient", anywhere,
         keys("Ctrl+F", "'nguyen NAME 3/4/58'", "Ctrl+N", "P", "Tab", "Tab", "Tab", "'f'", "Tab", "'555-010-0177'",
              "Ctrl+Return"), (8, 8),
         register_by_mouse, (6, 7), is_registered),
)  # fmt: skip


class LastPaper(PdfPaper):
    """The printer that was used last; asking which one would be one more key."""

    def known(self, paper: str, pages: int) -> QPrinter:
        return super().choose(None, paper, pages)

    def choose(self, parent: object, paper: str, pages: int) -> QPrinter:
        raise AssertionError("a printer was asked for")


@pytest.mark.parametrize("way", ["keys", "mouse"])
@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.number} {task.name}")
def test_a_task_costs_what_the_table_says_and_no_more_than_allowed(
    hands: tuple[Hand, ...], task: Task, way: str, tmp_path: Path
) -> None:
    hand = hands[2 * TASKS.index(task) + (way == "mouse")]
    hand.paper = LastPaper(tmp_path / "page.pdf")
    task.start(hand)
    hand.keys = hand.clicks = 0
    (task.by_keys if way == "keys" else task.by_mouse)(hand)
    used, allowed = task.keys if way == "keys" else task.clicks
    assert (hand.keys if way == "keys" else hand.clicks) == used <= allowed
    assert (hand.clicks if way == "keys" else hand.keys) == 0
    assert task.done(hand)
