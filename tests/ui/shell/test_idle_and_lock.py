"""Leaving the keyboard: the warning, the cover, and coming back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.ui.audit import audit, settle
from ui.clipboard import copy_text
from ui.idle import IdleWatch
from ui.lock import LockScreen
from ui.theme import Theme
from ui.workers import Workers


class Clock:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def _watch(clock: Clock) -> tuple[IdleWatch, list[object]]:
    told: list[object] = []
    watch = IdleWatch(600, 60, clock)
    watch.warned.connect(told.append)
    watch.expired.connect(lambda: told.append("locked"))
    return watch, told


def test_ten_minutes_without_a_key_lock_after_a_minutes_warning(qapp: QApplication) -> None:
    clock = Clock()
    watch, told = _watch(clock)
    clock.now += 539
    watch.tick()
    assert told == []
    clock.now += 11
    watch.tick()
    assert told == [50]
    clock.now += 50
    watch.tick()
    assert told == [50, "locked"]


def test_after_the_hours_of_the_practice_the_password_is_asked_at_the_first_pause(qapp: QApplication) -> None:
    clock = Clock()
    watch, told = _watch(clock)
    watch.use(600, 2)
    watch.start()

    def work(seconds: float, step: float = 5) -> None:
        end = clock.now + seconds
        while clock.now < end and "locked" not in told:
            clock.now += step
            watch.tick()
            watch.note()

    work(2 * 3600 + 60)  # busy without a pause
    assert told == []
    clock.now += 21
    watch.tick()
    assert told == ["locked"]
    watch.start()
    told.clear()
    work(4 * 3600)  # and without any pause at all, not for ever
    assert told == ["locked"] and clock.now <= 1_000_000 + 2 * (2 * 3600) + 60 + 21 + 11 * 60
    watch.stop()


def test_any_key_takes_the_warning_back(qapp: QApplication, qtbot) -> None:
    clock = Clock()
    watch, told = _watch(clock)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch.watch(window.windowHandle())
    clock.now += 580
    watch.tick()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert told == [20, 0]
    clock.now += 500
    watch.tick()
    assert told == [20, 0]


def test_a_clock_set_back_does_not_lengthen_the_time_by_more_than_one_round(qapp: QApplication) -> None:
    clock = Clock()
    watch, told = _watch(clock)
    clock.now -= 365 * 86400
    watch.tick()
    clock.now += 600
    watch.tick()
    assert told == ["locked"]


def test_waking_from_a_long_sleep_locks_at_once(qapp: QApplication) -> None:
    clock = Clock()
    watch, told = _watch(clock)
    clock.now += 8 * 3600
    watch.tick()
    assert told == ["locked"]


def _window(qtbot) -> tuple[QWidget, QLineEdit]:
    window = QWidget()
    window.setWindowTitle("LOPEZ, Maria · Care plan")
    edit = QLineEdit()
    QVBoxLayout(window).addWidget(edit)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    edit.setFocus()
    QTest.keyClicks(edit, "half typ")
    edit.setCursorPosition(4)
    return window, edit


def test_the_cover_hides_everything_and_gives_everything_back(qapp: QApplication, qtbot, tmp_path: Path) -> None:
    window, edit = _window(qtbot)
    copy_text("LOPEZ, Maria")
    screen = LockScreen(Workers(), tmp_path / "x.icm", "rosa")
    screen.cover()
    settle()
    shot = window.grab().toImage()
    rail = Theme.current().colour("rail")
    assert {shot.pixelColor(QPoint(x, 250)).name() for x in range(5, 395, 5)} == {rail.name()}
    assert window.windowTitle() == "ICM Desktop"
    assert QGuiApplication.clipboard().text() == ""
    assert audit(screen) == []
    window.resize(500, 500)
    settle()
    assert window.grab().toImage().pixelColor(490, 490).name() == rail.name()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    screen.close()
    assert screen.isVisible()
    screen.lift()
    settle()
    assert window.windowTitle() == "LOPEZ, Maria · Care plan"
    assert edit.text() == "half typ"
    assert edit.cursorPosition() == 4


def test_what_others_put_on_the_clipboard_stays(qapp: QApplication, qtbot, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("not ours")
    screen = LockScreen(Workers(), tmp_path / "x.icm", "rosa")
    screen.cover()
    assert QGuiApplication.clipboard().text() == "not ours"
    screen.lift()


def test_caps_lock_is_noticed(qapp: QApplication, qtbot, tmp_path: Path) -> None:
    screen = LockScreen(Workers(), tmp_path / "x.icm", "rosa")
    screen.cover()
    QTest.keyClicks(screen.form.password, "a")
    assert "Caps Lock" not in screen.form.message.text
    QTest.keyClicks(screen.form.password, "A")  # a capital without Shift
    assert "Caps Lock" in screen.form.message.text
    screen.lift()
