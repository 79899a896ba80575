"""Banner, fields, filters, toast: what they say and how they are reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.chart import Allergies, AllergyRow, Banner
from icm_desktop.contracts.common import PatientHead, Provenance
from icm_desktop.permissions import Role
from tests.support import make_practice
from tests.ui.desk import make_context
from ui.context import AppContext
from ui.feedback import Level
from ui.jobs import InlineJobs, Job
from ui.theme import Theme, ThemeName
from ui.widgets.banner import MicroBanner, PatientBanner
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_chips import FilterChips
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.sparkline import Sparkline, trend_points
from ui.widgets.status_chip import StatusChip
from ui.widgets.status_strip import JobLine, StatusStrip
from ui.widgets.toast import SECONDS, Toast

HEAD = PatientHead(7, "000412", "Lopez", "Maria", "Ms", "Malena", "1958-03-04", "female", "es", "555-0142")
NOT_RECORDED = Banner(HEAD, Allergies("not_recorded"), None, None, False, 1)
PENICILLIN = AllergyRow(1, "penicillin", None, "hives", "high", Provenance())


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[AppContext]:
    """What widgets are given."""
    Theme.current().apply(ThemeName.LIGHT, 10)
    practice = make_practice(tmp_path, today=dt.date(2026, 7, 14))
    yield make_context(tmp_path, practice, Role.COORDINATOR, InlineJobs(practice.open()))
    practice.database.close()


def _words(banner: QWidget) -> list[str]:
    chips = [chip.word for chip in banner.findChildren(StatusChip) if not chip.isHidden()]
    return chips + [label.text() for label in banner.findChildren(QLabel) if not label.isHidden()]


def _banner(context: AppContext, qtbot, shown: Banner, *alerts: tuple[str, Level, str]) -> PatientBanner:
    banner = PatientBanner(context)
    qtbot.addWidget(banner)
    banner.show_banner(shown, alerts)
    return banner


def test_the_banner_names_the_patient_in_the_order_of_the_standard(context: AppContext, qtbot) -> None:
    banner = _banner(context, qtbot, NOT_RECORDED)
    words = _words(banner)
    for text in ("LOPEZ, Maria (Ms)", "04-Mar-1958 (68y)", "Female", "000412", "Spanish", "Malena"):
        assert text in words
    assert banner.accessibleName() == "Patient LOPEZ, Maria (Ms), born 04-Mar-1958, sex Female, record number 000412"


@pytest.mark.parametrize(
    ("allergies", "said"),
    [
        (Allergies("some", (PENICILLIN,)), "Allergy: penicillin (hives)"),
        (Allergies("none", none_known_on=dt.date(2026, 6, 2)), "No known allergies (02-Jun-2026)"),
        (Allergies("none"), "No known allergies"),
        (Allergies("not_recorded"), "Allergies not recorded"),
    ],
)
def test_allergies_are_some_none_or_not_recorded_but_never_blank(
    context: AppContext, qtbot, allergies: Allergies, said: str
) -> None:
    assert said in _words(_banner(context, qtbot, replace(NOT_RECORDED, allergies=allergies)))


def test_who_may_not_see_clinical_facts_sees_no_allergy_zone(context: AppContext, qtbot) -> None:
    words = _words(_banner(context, qtbot, replace(NOT_RECORDED, allergies=None)))
    assert not any("llerg" in word for word in words)


def test_the_most_severe_alerts_stand_first_and_the_rest_is_counted(context: AppContext, qtbot) -> None:
    alerts = [(f"a{at}", Level.CAUTION, f"Caution {at}") for at in range(3)] + [("c", Level.CRITICAL, "Self-harm")]
    banner = _banner(context, qtbot, replace(NOT_RECORDED, similar_name=True), *alerts)
    chips = [chip.word for chip in banner.findChildren(StatusChip) if not chip.isHidden()]
    assert "Allergies not recorded" in chips
    assert "Self-harm" in chips
    assert "+2 more" in _words(banner)
    with qtbot.waitSignal(banner.chip_clicked) as clicked:
        harm = next(chip for chip in banner.findChildren(StatusChip) if chip.word == "Self-harm")
        qtbot.mouseClick(harm, Qt.MouseButton.LeftButton)
    assert clicked.args == ["c"]


def test_a_patient_who_died_looks_different_and_has_no_age_today(context: AppContext, qtbot) -> None:
    died = replace(HEAD, deceased=True, deceased_on="2026-01-02")
    banner = _banner(context, qtbot, replace(NOT_RECORDED, head=died))
    assert "04-Mar-1958" in _words(banner)
    assert "02-Jan-2026, aged 67y" in _words(banner)
    living = _banner(context, qtbot, NOT_RECORDED)
    for made in (banner, living):
        made.resize(900, 70)
    spots = [QPoint(x, 4) for x in range(300, 400)]
    grounds = [{made.grab().toImage().pixelColor(spot).name() for spot in spots} for made in (living, banner)]
    assert len(grounds[0]) == 1
    assert len(grounds[1]) > 1


def test_the_micro_banner_says_whose_dialog_it_is(context: AppContext, qtbot) -> None:
    banner = MicroBanner(context, HEAD)
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Patient LOPEZ, Maria (Ms), born 04-Mar-1958, record number 000412"


def test_a_typed_date_is_echoed_with_its_weekday_before_it_counts(context: AppContext, qtbot) -> None:
    field = DateEdit(context)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "+2w")
    assert field.day == dt.date(2026, 7, 28)
    assert field.edit.accessibleDescription() == "Tue 28-Jul-2026 · in 14 d"
    field.edit.editingFinished.emit()
    assert field.text() == "28-Jul-2026"
    field.edit.setText("someday")
    assert field.day is None
    assert not field.understood


def test_a_field_says_what_is_wrong_when_it_is_left(context: AppContext, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    edit, other = QLineEdit(), QLineEdit()
    field = FormField("&Year", edit, required=True, check=lambda: "" if edit.text() else "Enter a year.")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    edit.setFocus()
    QTest.keyClicks(edit, "")
    assert edit.accessibleName() == "Year"
    assert edit.accessibleDescription() == ""
    other.setFocus()
    assert edit.accessibleDescription() == "Enter a year."
    edit.setText("1958")
    assert field.problem() == ""


def test_filters_tell_what_is_on(context: AppContext, qtbot) -> None:
    chips = FilterChips([("mine", "&Mine"), ("late", "Late")])
    qtbot.addWidget(chips)
    told: list[frozenset[str]] = []
    chips.changed.connect(told.append)
    chips.set_on(["late"])
    assert told == []
    assert chips.words_on() == "Late"
    qtbot.mouseClick(chips._buttons["mine"], Qt.MouseButton.LeftButton)
    assert told == [frozenset({"mine", "late"})]


def test_a_toast_stays_ten_seconds_and_waits_while_the_keyboard_is_on_it(context: AppContext, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    toast = Toast(parent)
    toast.tell("Marked done", 5)
    assert toast.timer.interval() == SECONDS * 1000 >= 10_000
    assert toast.timer.isActive()
    toast.button.setFocus()
    assert not toast.timer.isActive()
    with qtbot.waitSignal(toast.undo_wanted) as undone:
        qtbot.keyClick(toast.button, Qt.Key.Key_Space)
    assert undone.args == [5]
    assert not toast.isVisible()
    toast.tell("Saved", None)
    assert not toast.button.isVisible()


def test_a_toast_is_said_as_two_sentences_with_one_stop_each(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    toast = Toast(parent)
    for told in ("3 letters printed and noted.", "3 letters printed and noted"):
        toast.tell(told, 5)
        assert toast.accessibleName() == "3 letters printed and noted. Undo is in the Edit menu."
    toast.tell("Undone.", None)
    assert toast.accessibleName() == "Undone."


def test_a_trend_goes_up_when_the_values_do(context: AppContext, qtbot) -> None:
    points = trend_points([1, 2, 4], QRectF(0, 0, 100, 30))
    assert [point.x() for point in points] == [0, 50, 100]
    assert points[0].y() == 30
    assert points[-1].y() == 0
    assert trend_points([], QRectF(0, 0, 9, 9)) == []
    assert {point.y() for point in trend_points([3, 3], QRectF(0, 0, 9, 9))} == {4.5}
    line = Sparkline([8.6, 8.1], "A1c from 8.6 to 8.1")
    qtbot.addWidget(line)
    assert line.accessibleName() == "A1c from 8.6 to 8.1"


def test_a_word_without_end_is_broken_and_does_not_widen_the_page(qtbot) -> None:
    label, copied = Text("body", "x" * 900, wrap=True), Text("body", "x" * 900, wrap=True, selectable=True)
    for each in (label, copied):
        qtbot.addWidget(each)
    assert label.minimumSizeHint().width() < 50 * label.fontMetrics().horizontalAdvance("x")
    assert label.text().replace("\u200b", "") == copied.text() == "x" * 900
    plain = Text("body", "Wilhelmina-Katharina Oberhollenzer", wrap=True)
    assert plain.text() == "Wilhelmina-Katharina Oberhollenzer"


def test_a_long_work_with_a_long_name_never_widens_the_window(context: AppContext, qtbot) -> None:
    strip = StatusStrip(context)
    qtbot.addWidget(strip)
    strip.show_count("743 of 743 · Filter: Follow-up, " + "everybody " * 20)
    strip.show_backup("No backup yet, " + "and that is long " * 20, Level.NEUTRAL)
    job = Job(1, "reports.letters.render", "long", None, "Letters, labels and call sheets " * 9)
    strip.add_job(job)
    job.progressed.emit(3, 500)
    strip.resize(900, 40)
    strip.show()
    assert strip.minimumSizeHint().width() < 900
    assert strip.jobs() == 1 and strip.count_text.startswith("743 of 743")
    (line,) = strip.findChildren(JobLine)
    assert line._words.text().endswith("3 / 500")
    line._words.grab()
    assert line._words.toolTip() == line._words.text()  # what is cut short is told whole
