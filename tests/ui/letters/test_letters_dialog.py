"""Letters from the lists that ask for them: chosen, looked at, printed, stopped and taken back by keyboard."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.letters import KeepLetters, LettersKept, LettersRequest, LetterTarget
from icm_desktop.contracts.scheduling import BookAppointment, SaveClinician, SetAppointmentStatus
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.clock import get_up, local, make_still_practice
from tests.ui.desk import sit_down
from tests.ui.import_files.test_import_dialog import SteppingJobs
from tests.ui.print_preview.test_print_preview import PdfPaper
from ui.dialogs.letters import LettersDialog
from ui.dialogs.letters_preview import LettersPreview
from ui.jobs import Job
from ui.letters import Letters
from ui.pages.calendar import CalendarPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage

PAGES = (TodayPage, PatientsPage, CalendarPage)


@pytest.fixture
def desk(tmp_path, qtbot):
    made = sit_down(tmp_path, PAGES, Role.FRONT_DESK, practice=make_still_practice(tmp_path))
    address = {"address_line": "120 Oak Street", "city": "Springfield", "state": "IL", "postal_code": "62701"}
    made.ana = made.register("Lopez", "Ana", **address)
    made.ben = made.register("Ruiz", "Ben", **address)
    made.register("Nowhere", "Nora")
    kim = SaveClinician(None, "Kim", "Grace", "Dr", None, None, tuple((day, "08:00", "17:00") for day in range(5)))
    made.kim = made.practice.open(Role.ADMINISTRATOR).run("services.clinic_setup.save_clinician", kim).id
    yield made
    get_up(made.window)
    assert made.crashes == []
    made.practice.database.close()


def letters_of(desk, patient_id):
    return [row.kind for row in desk.run("queries.handed_out.history", patient_id)]


def open_for_all(desk):
    desk.context.navigation.open("patients")
    settle()
    page = desk.page("patients")
    page.view.set_on(["all"])
    page.refresh()
    settle()
    page.table.setFocus()
    desk.press("Ctrl+A", "Ctrl+Shift+M")
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, LettersDialog)
    return dialog


def test_selected_patients_get_letters_and_one_is_left_out_with_the_reason(desk, tmp_path, qtbot):
    dialog = open_for_all(desk)
    assert "2 of 3" in dialog.count.text()
    assert dialog._chip(dialog.table.rows()[0]).word == "No address is recorded."
    assert audit(dialog) == []
    desk.press("Ctrl+P")
    settle()
    preview = desk.dialog()
    assert isinstance(preview, LettersPreview) and preview.made.pages == 2
    assert audit(preview) == []
    preview.paper = PdfPaper(tmp_path / "out.pdf")
    printed: list[LettersKept] = []
    preview.kept.connect(printed.append)
    preview.print_sheet()
    qtbot.waitUntil(lambda: bool(printed))
    assert [one.count for one in printed] == [2]
    assert preview.paper.wanted.two_sided is False  # the back of a letter would be somebody else's
    assert letters_of(desk, desk.ana) == letters_of(desk, desk.ben) == ["recall"]
    desk.context.undo.undo()
    assert letters_of(desk, desk.ana) == letters_of(desk, desk.ben) == []


def test_making_stopped_in_the_middle_says_how_far_it_came_and_notes_nothing(desk):
    dialog = open_for_all(desk)
    jobs = SteppingJobs(desk.practice.open(Role.FRONT_DESK))
    dialog.context = type(desk.context)(
        *(jobs if name == "jobs" else getattr(desk.context, name) for name in desk.context.__slots__)
    )
    far: list[tuple[int, int]] = []

    def esc_at_the_first(done: int, total: int) -> None:
        dialog._far(done, total)
        far.append((dialog.bar.value(), dialog.bar.maximum()))
        dialog._job = job_of[0]
        dialog.reject()

    job_of: list[Job] = []
    jobs.started.connect(job_of.append)
    jobs.started.connect(lambda job: job.progressed.connect(esc_at_the_first))
    dialog.make()
    assert far == [(1, 2)] and dialog.isVisible()
    assert dialog.message.text == "Stopped after 1 of 2. Nothing was printed, kept or noted."
    assert letters_of(desk, desk.ana) == letters_of(desk, desk.ben) == []


def test_printing_stopped_half_way_is_said_and_only_whole_letters_are_noted(desk, tmp_path, qtbot):
    dialog = open_for_all(desk)
    desk.press("Ctrl+P")
    settle()
    preview = desk.dialog()
    preview.paper = PdfPaper(tmp_path / "out.pdf")
    preview.print_sheet()
    preview._run.painted.connect(lambda _done, _all: preview.stop())
    qtbot.waitUntil(lambda: preview._run is None)
    assert "1 of 2 letters" in preview.message.text
    noted = [letters_of(desk, one.head.id) for one in dialog.people if one.left_out is None]
    assert sorted(noted) == [[], ["recall"]]


def test_the_missed_visit_under_the_keyboard_and_a_line_of_today_get_the_letter_about_it(desk):
    request = BookAppointment(desk.ana, desk.kim, local("2026-11-20T08:00"), 15)
    visit = desk.run("services.scheduling.book", request).appointment
    desk.run("services.scheduling.set_status", SetAppointmentStatus(visit.id, visit.version, "noshow"))
    desk.context.navigation.open("today")
    page = desk.page("today")
    page.show_everyone()
    settle()
    page.focus_first()
    assert page.table.current_row().key == f"appointment:{visit.id}:missed"
    desk.press("Ctrl+Shift+M")
    settle()
    dialog = desk.dialog()
    assert dialog.kind.currentData() == "missed_visit"
    assert dialog.targets == (LetterTarget(desk.ana, visit.id, key=f"appointment:{visit.id}:missed"),)
    desk.press("Escape")
    made = desk.run("reports.letters.render", LettersRequest("missed_visit", dialog.targets))
    desk.run("services.letters.keep", KeepLetters("missed_visit", "letter", made.letters, "printed"))
    page.refresh()
    settle()
    assert page.table.current_row() is None
    found = desk.run("queries.today.worklist", WorkFilter(everyone=True)).rows
    assert [(one.section, one.key) for one in found] == [("done_today", f"appointment:{visit.id}:missed")]


def test_labels_and_a_call_sheet_are_made_from_the_same_list(desk):
    dialog = open_for_all(desk)
    for kind, pages in (("labels", 1), ("call_sheet", 1)):
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        settle()
        assert dialog.skip_field.isVisible() == (kind == "labels")
        dialog.make()
        settle()
        preview = desk.dialog()
        assert isinstance(preview, LettersPreview), dialog.message.text
        assert preview.made.kind == kind and preview.made.pages == pages
        preview.reject()
        settle()


def test_nobody_can_get_it_says_so_and_nothing_is_made(desk):
    dialog = open_for_all(desk)
    dialog.kind.setCurrentIndex(dialog.kind.findData("referral"))
    settle()
    assert not dialog.make_button.isEnabled() and "Nobody" in dialog.message.text


def test_two_lines_about_one_patient_ask_for_one_letter(desk):
    Letters(desk.context, desk.page("today")).write([
        LetterTarget(desk.ana, key="encounter:1:call"), LetterTarget(desk.ben),
        LetterTarget(desk.ana, key="encounter:1:visit"),
    ])  # fmt: skip
    settle()
    assert len(desk.dialog().table.rows()) == 2
