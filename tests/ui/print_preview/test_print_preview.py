"""The preview driven by keyboard over the real encrypted database; a PDF printer takes the paper."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.models.papers import Handout
from db.models.patient import Patient, PatientTelecom
from db.models.scheduling import Appointment
from icm_desktop.contracts.handouts import HandoutMade, KeepHandout
from icm_desktop.errors import NotAllowed
from icm_desktop.permissions import Role
from tests.handouts.people import add, made, maria, medicine, overfull
from tests.handouts.reading import page_texts, text
from tests.ui.audit import audit
from tests.ui.desk import Desk, sit_down
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.print_preview_paper import Paper, Wanted, paint, ready, sides
from ui.dialogs.teach_back import TeachBackDialog
from ui.pages.chart import ChartPage

TODAY = dt.date(2026, 7, 14)


class PdfPaper(Paper):
    """A printer that prints into a file."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    @staticmethod
    def is_there() -> bool:
        return True

    def choose(self, parent, paper, pages):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        return ready(printer, paper, pages)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = sit_down(tmp_path, (ChartPage,), today=TODAY)
    qtbot.addWidget(one.window)
    yield one
    assert one.crashes == []


def preview(desk: Desk, patient_id: int) -> PrintPreview:
    """Open the chart and press Ctrl+P."""
    desk.context.navigation.open_chart(patient_id)
    desk.press("Ctrl+P")
    dialog = desk.dialog()
    assert isinstance(dialog, PrintPreview)
    return dialog


def page_of(dialog: PrintPreview) -> HandoutMade:
    """The page that is shown."""
    assert dialog.made is not None
    return dialog.made


def history(desk: Desk, patient_id: int) -> list[str]:
    return [row.how for row in desk.run("queries.handed_out.history", patient_id)]


def test_ctrl_p_then_enter_prints_and_keeps_the_page(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    told: list[str] = []
    desk.context.feedback.acted.connect(lambda words, _name, _changes: told.append(words))
    dialog = preview(desk, who)
    assert dialog.print_button.text().startswith("&Print 1 page")
    dialog.paper = PdfPaper(tmp_path / "out.pdf")
    desk.press("Return")
    assert (tmp_path / "out.pdf").stat().st_size > 10_000
    assert history(desk, who) == ["printed"]
    assert told
    assert told[0].startswith("Sent to")


def test_the_page_shown_can_be_read_by_a_screen_reader_and_passes_the_audit(desk: Desk) -> None:
    dialog = preview(desk, maria(desk.practice))
    assert dialog.view.pages == 1
    inside = dialog.view.widget()
    assert inside is not None
    spoken = [page.accessibleDescription() for page in inside.findChildren(QWidget)]
    assert "Your next steps" in spoken[0]
    assert audit(dialog) == []


def test_another_page_is_chosen_printed_and_named(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    place = dialog.options.kind.findData("medicines")
    dialog.options.kind.setCurrentIndex(place)
    dialog.options.kind.activated.emit(place)
    assert "My medicines" in text(page_of(dialog).pdf)
    assert dialog.options.top.isHidden() or not dialog.options.top.isVisible()
    dialog.paper = PdfPaper(tmp_path / "out.pdf")
    desk.press("Return")
    assert isinstance(desk.dialog(), TeachBackDialog)
    desk.press("Escape")
    assert [row.kind for row in desk.run("queries.handed_out.history", who)] == ["medicines"]
    assert preview(desk, who).last_line.text().startswith("Last page: My medicines, printed")


def test_language_size_and_paper_make_another_page(desk: Desk) -> None:
    dialog = preview(desk, maria(desk.practice))
    dialog.options.language.setCurrentIndex(1)
    dialog.options.language.activated.emit(1)
    assert "Sus próximos pasos" in text(page_of(dialog).pdf)
    dialog.options.letters.setCurrentIndex(1)
    dialog.options.letters.activated.emit(1)
    assert dialog.view.pages == page_of(dialog).pages > 1
    assert dialog.print_button.text().startswith(f"&Print {page_of(dialog).pages} page")
    dialog.options.paper.setCurrentIndex(1)
    dialog.options.paper.activated.emit(1)
    assert (page_of(dialog).paper, page_of(dialog).language, page_of(dialog).large_print) == ("a4", "es", True)
    assert desk.context.preferences.text("print/paper") == "a4"


def test_a_sensitive_visit_prints_only_when_ticked(desk: Desk) -> None:
    who = maria(desk.practice)
    at = dt.datetime(2026, 7, 15, 13, tzinfo=dt.UTC)
    add(desk.practice, Appointment(patient_id=who, starts_at=at, status="booked", reason="Counseling", sensitive=True))
    dialog = preview(desk, who)
    assert "Wed, July 15" not in text(page_of(dialog).pdf)
    (box,) = dialog.options._ticks.values()
    assert "Counseling" in box.accessibleName()
    box.setChecked(True)
    assert "Wed, July 15" in text(page_of(dialog).pdf)


def test_the_sentence_on_top_is_typed_in_place(desk: Desk) -> None:
    dialog = preview(desk, maria(desk.practice))
    dialog.options.top.setFocus()
    desk.press("'Drink water'", "Tab")
    assert "Most important: Drink water." in text(page_of(dialog).pdf)


def test_what_did_not_fit_and_what_to_check_is_said(desk: Desk) -> None:
    who = overfull(desk.practice, 8)
    add(desk.practice, medicine(who, "drug1 20 mg tablet", "1 tablet daily"))
    dialog = preview(desk, who)
    said = " ".join(dialog.notes.texts())
    assert "did not fit and are counted on the page" in said
    assert "on the list more than once" in said


def test_without_a_printer_the_page_is_kept_and_waits(desk: Desk) -> None:
    told: list[str] = []
    desk.context.feedback.acted.connect(lambda words, _name, _changes: told.append(words))
    who = maria(desk.practice)
    preview(desk, who)
    assert not Paper.is_there()
    desk.press("Return")
    assert "waits in Pages for patients" in told[0]
    assert history(desk, who) == ["waiting"]
    assert [row.handout_id for row in desk.run("queries.handed_out.waiting")] == [1]


def test_copies_and_sides_reach_the_printer_and_the_record(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    dialog.options.letters.setCurrentIndex(1)
    dialog.options.letters.activated.emit(1)
    dialog.options.copies.setValue(3)
    dialog.paper = PdfPaper(tmp_path / "out.pdf")
    desk.press("Ctrl+P")
    assert (dialog.paper.wanted.copies, dialog.paper.wanted.two_sided) == (3, True)
    assert desk.run("queries.handed_out.history", who)[0].copies == 3
    printer = ready(QPrinter(), "letter", 2, Wanted(3, True, "medicines"))
    assert (printer.copyCount(), printer.docName()) == (3, "medicines")
    assert sides(2, Wanted(two_sided=True)) == sides(2, Wanted()) == QPrinter.DuplexMode.DuplexAuto
    assert sides(1, Wanted(two_sided=True)) == sides(2, Wanted(two_sided=False)) == QPrinter.DuplexMode.DuplexNone


def test_at_true_size_an_inch_of_paper_is_an_inch_of_the_screen(desk: Desk) -> None:
    dialog = preview(desk, maria(desk.practice))
    desk.press("Ctrl+0")
    assert dialog.view.true_size
    inside = dialog.view.widget()
    assert inside is not None
    page = next(one for one in inside.findChildren(QWidget))
    inch = desk.window.screen().physicalDotsPerInch()
    inch = inch if 60 <= inch <= 400 else desk.window.screen().logicalDotsPerInch()
    assert abs(page.sizeHint().width() - 8.5 * inch) <= 1


def test_ticked_items_are_framed_in_the_preview_only(desk: Desk) -> None:
    who = maria(desk.practice)
    add(desk.practice, medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"))
    dialog = preview(desk, who)
    (box,) = dialog.options._ticks.values()
    box.setChecked(True)
    inside = dialog.view.widget()
    assert inside is not None
    assert sum(len(getattr(page, "marks", ())) for page in inside.findChildren(QWidget)) >= 1
    assert "42 CFR part 2 prohibits" in text(page_of(dialog).pdf)
    assert any("framed in the preview" in words for words in dialog.notes.texts())
    box.setChecked(False)
    assert "42 CFR" not in text(page_of(dialog).pdf)


def test_a_hard_line_asks_for_a_reason_that_is_kept(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    dialog.paper = PdfPaper(tmp_path / "out.pdf")
    dialog.options.top.setFocus()
    desk.press("'Notwithstanding contraindications, administer antihypertensive pharmacotherapy concomitantly'", "Tab")
    assert dialog.hard_reason.isVisible()
    desk.press("Ctrl+P")
    assert history(desk, who) == []
    assert dialog.focusWidget() is dialog.hard_reason
    desk.press("'Her nurse asked for these words'", "Ctrl+P")
    assert history(desk, who) == ["printed"]
    with desk.practice.open().read() as uow:
        assert uow.session.get(Handout, 1).too_hard_reason == "Her nurse asked for these words"  # type: ignore[union-attr]


def test_what_did_not_fit_comes_out_on_its_sheets(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    who = overfull(desk.practice, 8)
    dialog = preview(desk, who)
    dialog.paper = PdfPaper(tmp_path / "out.pdf")
    assert dialog.options.sheets.isVisible()
    desk.press("Ctrl+P")
    qtbot.waitUntil(lambda: len(history(desk, who)) == 4)
    assert history(desk, who) == ["waiting"] * 3 + ["printed"]  # no printer is known for the sheets here


def test_a_page_goes_by_mail_only_where_the_patient_asked_for_it(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    dialog.out.folder = lambda: tmp_path
    dialog.mail_button.click()
    assert "has not asked for e-mail" in dialog.notes.texts()[0]
    with pytest.raises(NotAllowed):
        desk.run("services.handouts.keep", KeepHandout(who, page_of(dialog), "for_email"))
    with desk.practice.open().write("tests.wish") as uow:
        uow.session.get(Patient, who).preferred_channel = "email"  # type: ignore[union-attr]
        uow.session.add(PatientTelecom(patient_id=who, system="email", value="maria@example.org"))
    dialog.mail_button.click()
    assert history(desk, who) == ["for_email"]
    files = {path.name: path for path in tmp_path.iterdir() if path.suffix in (".pdf", ".html", ".txt")}
    assert set(files) == {"next-steps.pdf", "next-steps.html", "mail.txt"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files.values())
    mail = files["mail.txt"].read_text("utf-8")
    assert "Maria" in mail and "Lopez" not in mail and "metformin" not in mail


def test_a_page_with_ticked_items_never_goes_by_mail(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice, preferred_channel="email")
    add(desk.practice, medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"),
        PatientTelecom(patient_id=who, system="email", value="maria@example.org"))  # fmt: skip
    dialog = preview(desk, who)
    dialog.out.folder = lambda: tmp_path
    (box,) = dialog.options._ticks.values()
    box.setChecked(True)
    dialog.mail_button.click()
    assert "does not go by e-mail" in dialog.notes.texts()[0]
    assert history(desk, who) == []


def test_saving_writes_the_exact_page_for_its_owner_only_and_keeps_it(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    out = tmp_path / "steps.pdf"
    out.write_bytes(b"old")
    dialog.out.save_to = lambda: out
    pdf = page_of(dialog).pdf
    desk.press("Ctrl+S")
    assert out.read_bytes() == pdf
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert history(desk, who) == ["saved"]


def test_a_saved_page_points_to_no_sheet_that_is_not_with_it(desk: Desk, tmp_path: Path) -> None:
    who = overfull(desk.practice, 12)
    dialog = preview(desk, who)
    assert "see your page" in text(page_of(dialog).pdf) and "and the sheets" in dialog.print_button.text()
    dialog.out.save_to = lambda: tmp_path / "steps.pdf"
    desk.press("Ctrl+S")
    saved = text((tmp_path / "steps.pdf").read_bytes())
    assert "ask us for the full list" in saved and "see your page" not in saved
    assert history(desk, who) == ["saved"]


def test_without_its_sheets_the_page_says_to_ask(desk: Desk) -> None:
    dialog = preview(desk, overfull(desk.practice, 12))
    dialog.options.sheets.setChecked(False)
    assert "ask us for the full list" in text(page_of(dialog).pdf) and "sheets" not in dialog.print_button.text()


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_recorded(desk: Desk, tmp_path: Path) -> None:
    dialog = preview(desk, maria(desk.practice))
    dialog.out.save_to = lambda: tmp_path / "missing" / "steps.pdf"
    desk.press("Ctrl+S")
    assert "was not saved" in dialog.notes.texts()[0]
    assert dialog.isVisible()
    assert history(desk, dialog.head.id) == []


def test_the_last_page_can_be_shown_again_exactly(desk: Desk) -> None:
    who = maria(desk.practice)
    page = made(desk.practice, who, Role.CLINICIAN, language="es")
    desk.run("services.handouts.keep", KeepHandout(who, page, "printed"))
    dialog = preview(desk, who)
    assert "Rosa Diaz" in dialog.last_line.text()
    assert page_of(dialog).language == "en"
    dialog.again_button.click()
    assert page_of(dialog).pdf == page.pdf


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_printing_paints_every_page_in_its_size(desk: Desk, tmp_path: Path, paper: str) -> None:
    page = made(desk.practice, maria(desk.practice), large_print=True, paper=paper)
    out = PdfPaper(tmp_path / "paper.pdf")
    assert paint(page.pdf, out.choose(None, paper, page.pages))
    assert len(page_texts(out.file.read_bytes())) == page.pages


def test_no_file_is_left_behind_by_the_preview(desk: Desk, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.rglob("*")}
    preview(desk, maria(desk.practice))
    after = {path.name for path in tmp_path.rglob("*")}
    assert not {name for name in after - before if name.endswith((".pdf", ".png", ".part"))}


def test_the_keyboard_is_on_print_from_the_start(desk: Desk) -> None:
    dialog = preview(desk, maria(desk.practice))
    assert dialog.focusWidget() is dialog.print_button
    assert dialog.print_button.isDefault()


def test_enter_pressed_before_the_page_is_there_prints_it_when_it_is(desk: Desk, tmp_path: Path) -> None:
    who = maria(desk.practice)
    dialog = preview(desk, who)
    dialog.paper = PdfPaper(tmp_path / "early.pdf")
    page, dialog.made, dialog._ready = page_of(dialog), None, False
    dialog.print_page()
    assert not (tmp_path / "early.pdf").exists()
    dialog.show_made(page)
    assert (tmp_path / "early.pdf").exists()
    assert history(desk, who) == ["printed"]


def test_the_keyboard_reaches_sensitive_items_before_the_buttons(desk: Desk) -> None:
    who = maria(desk.practice)
    add(desk.practice, medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"))
    dialog = preview(desk, who)
    (box,) = dialog.options._ticks.values()
    dialog.options.top.setFocus()
    desk.press("Tab")
    assert dialog.focusWidget() is box
    desk.press("Space")
    assert "buprenorphine" in text(page_of(dialog).pdf)
    dialog.options._ticks[next(iter(dialog.options._ticks))].setFocus()
    desk.press("Tab")
    assert dialog.focusWidget() is dialog.print_button


def test_a_long_sensitive_item_does_not_widen_the_side_at_double_letters(desk: Desk) -> None:
    points = desk.context.theme.points
    desk.context.theme.apply(points=2 * points)
    try:
        who = maria(desk.practice)
        add(desk.practice, medicine(who, "buprenorphine " * 12, "1 tablet daily"))
        dialog = preview(desk, who)
        assert audit(dialog) == []
        column = dialog.options.parentWidget()
        assert column is not None
        viewport = column.parentWidget()
        assert viewport is not None
        assert column.width() <= viewport.width()
    finally:
        desk.context.theme.apply(points=points)


def test_a_language_that_is_only_a_beginning_can_be_chosen_and_the_preview_says_what_it_lacks(desk, qtbot):
    shown = preview(desk, maria(desk.practice))
    qtbot.waitUntil(lambda: shown.made is not None)
    box = shown.options.language
    qtbot.waitUntil(lambda: box.findData("vi") == 2)
    assert "Tiếng Việt (draft, " in box.itemText(2)
    box.setFocus()
    desk.press("End")
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: shown.made is not None and shown.made.language == "vi")
    qtbot.waitUntil(lambda: any("Not yet in this language" in words for words in shown.notes.texts()))
    assert box.currentData() == "vi"
