"""The front desk's day: find, register, book, arrive, no-show, call, print; never a clinical word."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.stories.conftest import PASSWORDS, morning_zone
from tests.stories.paper import read_page
from ui.dialogs.appointment import AppointmentDialog
from ui.dialogs.book import BookDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.register_patient import RegisterPatientDialog

pytestmark = pytest.mark.story


def clinical_words(practice, patients) -> set[str]:
    """Every problem, medicine, allergy and goal of these patients, as the coordinator would read them."""
    words: set[str] = set()
    for patient in patients:
        clinical = practice.json("chart", "--patient", patient["ref"])["summary"]["clinical"]
        for part in ("problems", "medicines", "goals"):
            words |= {row["text"] for row in clinical[part] if row["text"]}
        words |= {goal["words"] for goal in clinical["goals"] if goal["words"]}
    return {word for word in words if len(word) > 4}


def test_a_front_desk_day(practice, person, home):
    practice.json("demo", "--patients", "6", "--seed", "3")
    patients = practice.json("patients")
    somebody = patients[0]
    family, given = somebody["name"].split(", ")
    forbidden = clinical_words(practice, patients)
    assert len(forbidden) > 20

    def nothing_clinical() -> None:
        shown = person.screen()
        assert [word for word in forbidden if word in shown] == []

    person.sign_in("fred", PASSWORDS["fred"])
    person.command("everyone's list")
    for screen in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+Shift+V"):
        person.press(screen)
        nothing_clinical()

    person.find(family)
    person.sees(family.upper())
    nothing_clinical()
    person.press("Ctrl+Tab")
    nothing_clinical()

    register_somebody_alike(person, family, given, somebody["birth_date"])
    nothing_clinical()
    assert len(practice.json("patients")) == len(patients) + 1

    book_first_free_time(person)
    nothing_clinical()
    book_now(person)
    the_visit_happens(person)
    nothing_clinical()

    person.press("Ctrl+2")
    person.find(family)
    person.press("Ctrl+L")
    person.dialog(LogContactDialog)
    person.press("L", "Return")
    person.no_dialog()
    assert person.toast().startswith("Contact logged. Next try")

    words = print_page(person, home / "page.pdf")
    assert family in words
    nothing_clinical()


def register_somebody_alike(person, family, given, born):
    """Another person of the same name: warned while typing, registered only after looking."""
    person.press("Ctrl+F")
    person.write(family)
    person.press("Ctrl+N", "P")
    form = person.dialog(RegisterPatientDialog)
    person.press("Tab")
    person.write(given)
    person.press("Tab")
    person.write(born)
    person.press("Tab")
    person.sees("may be the same")
    person.press("Ctrl+Return")
    person.settle()
    assert form.isVisible()
    person.press("Space", "Ctrl+Return")
    person.no_dialog()


def book_first_free_time(person):
    """The ninth one offered: the first ones may be too near to now, when somebody walks in next."""
    person.press("Ctrl+B")
    person.dialog(BookDialog)
    person.press("9", "Ctrl+Return")
    person.no_dialog()
    assert person.toast().startswith("Booked")


def book_now(person):
    """Somebody walks in: today at the last quarter of an hour."""
    now = dt.datetime.now(ZoneInfo(morning_zone()))
    person.press("Ctrl+B")
    person.dialog(BookDialog)
    person.press("Alt+W", "Down", "Alt+N")
    person.press("Alt+A", "Ctrl+A")
    person.write("today")
    person.press("Alt+I", "Ctrl+A")
    person.write(f"{now:%H}:{now.minute // 15 * 15:02d}")
    person.press("Alt+Y")
    person.write("Walked in")
    person.press("Ctrl+Return")
    person.no_dialog()
    assert person.toast().startswith("Booked")


def the_visit_happens(person):
    """Arrived by mistake, taken back, marked as missed."""
    person.press("Ctrl+3", "Ctrl+Left", "Ctrl+Right", "Return")
    person.dialog(AppointmentDialog)
    person.press("A")
    person.no_dialog()
    person.press("Ctrl+Z", "Return")
    person.dialog(AppointmentDialog)
    person.press("N")
    person.no_dialog()
    person.sees("No-show")


def print_page(person, file):
    person.press("Ctrl+P")
    preview = person.dialog(PrintPreview)
    person.until(lambda: preview.made is not None, "the page")
    person.press("Alt+Z", "Home")  # whoever reads large print gets more than one side
    person.until(lambda: not preview.made.large_print, "the page in the usual size")
    person.settle()
    person.in_file_dialog("Ctrl+S", file)
    person.no_dialog()
    assert person.toast() == f"Saved as {file.name}"
    return read_page(file)
