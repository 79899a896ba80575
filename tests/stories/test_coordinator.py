"""The coordinator's day: import a patient, agree a goal and a next action, refer, book the visit, print the page."""

from __future__ import annotations

import pytest

from icm_desktop import paths
from tests.stories.conftest import PASSWORDS
from tests.stories.paper import read_page
from ui.dialogs.action import ActionDialog
from ui.dialogs.advance_referral import AdvanceReferralDialog
from ui.dialogs.book import BookDialog
from ui.dialogs.clinician import ClinicianDialog
from ui.dialogs.goal import GoalDialog
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.new_referral import NewReferralDialog
from ui.dialogs.print_preview import PrintPreview

pytestmark = pytest.mark.story

BUNDLE = paths.RESOURCES / "content" / "sample" / "tour_bundle.json"
GOAL = "Quiero caminar a la iglesia sin parar"
STEP = "Call pharmacy about pill boxes"


def test_from_the_imported_patient_to_the_printed_page(practice, person, home):
    person.sign_in("rosa", PASSWORDS["rosa"])
    import_the_bundle(person)
    set_hours(person)

    person.find("lópez 1958")
    person.sees("LÓPEZ", "Type 2 diabetes")
    plan(person)
    refer(person)
    book(person)
    english = print_page(person, home / "english.pdf", large=False)
    spanish = print_page(person, home / "spanish.pdf", large=True)

    assert STEP in english
    assert "Dr. Grace Kim" in english
    assert GOAL in spanish
    assert "911" in spanish
    (row,) = practice.json("referrals")
    assert (row["service"], row["state"], row["to"].split(",")[0]) == ("Cardiology", "sent", "Lakeside Heart Clinic")
    booked = practice.json("appointments", "--from", "2026-01-01", "--to", "2100-01-01")
    assert [one["with"] for one in booked if not one["outside"]] == ["Dr. Grace Kim"]


def import_the_bundle(person):
    person.command("import")
    dialog = person.dialog(ImportDialog)
    person.in_file_dialog("Alt+F", BUNDLE)
    assert dialog.paths() == (str(BUNDLE),)
    person.press("Alt+I")
    person.until(lambda: dialog.report is not None and dialog.report.isVisible(), "the report")
    person.sees("Patient")
    person.press("Esc", "Esc")
    person.no_dialog()


def set_hours(person):
    person.command("clinicians")
    person.dialog(ClinicianDialog)
    for keys, text in (("Alt+F", "Kim"), ("Alt+G", "Grace"), ("Alt+T", "Dr."), ("Alt+M", "8-12, 1-5")):
        person.press(keys)
        person.write(text)
    person.press("Alt+N", "Ctrl+Return")
    person.no_dialog()


def plan(person):
    person.press("Ctrl+N", "G")
    person.dialog(GoalDialog)
    person.write(GOAL)
    person.press("Ctrl+Return")
    person.no_dialog()
    person.press("Ctrl+N", "T")
    person.dialog(ActionDialog)
    person.write(f"{STEP} @rosa fri")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.press("Ctrl+Tab")
    person.sees(GOAL, STEP)


def refer(person):
    person.press("Ctrl+N", "R")
    person.dialog(NewReferralDialog)
    person.write("Cardiology")
    person.press("Alt+R")
    person.write("Short of breath on stairs")
    person.press("Alt+T")
    person.write("Lakeside")
    person.press("Down", "Return", "Ctrl+Return")
    person.no_dialog()
    person.press("Ctrl+4")
    person.sees("Cardiology", "Lakeside Heart Clinic")
    person.press("Ctrl+.")
    person.dialog(AdvanceReferralDialog)
    person.press("Return")
    person.no_dialog()
    assert "Recorded" in person.toast()


def book(person):
    person.find("lópez 1958")
    person.press("Ctrl+B")
    person.dialog(BookDialog)
    person.press("3", "Ctrl+Return")
    person.no_dialog()
    assert person.toast().startswith("Booked")


def print_page(person, file, *, large):
    """English in the usual size, or Spanish in large print; saved as PDF."""
    person.press("Ctrl+P")
    preview = person.dialog(PrintPreview)
    person.until(lambda: preview.made is not None, "the page")
    person.press("Alt+L", "Home", *(["Down"] if large else []), "Alt+Z", "End" if large else "Home")
    wanted = ("es", True) if large else ("en", False)
    person.until(
        lambda: preview.made is not None and (preview.made.language, preview.made.large_print) == wanted,
        "the page as chosen",
    )
    person.settle()
    person.in_file_dialog("Ctrl+S", file)
    person.no_dialog()
    return read_page(file, points=18 if large else 12, most_pages=4 if large else 1)
