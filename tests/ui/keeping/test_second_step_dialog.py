"""The sign-in code on screens: its form in every size, the lock that grows for it, the backup that asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.access import UserRow
from icm_desktop.errors import Invalid, UserError
from tests.ui.audit import audit, settle
from tests.ui.conftest import Sit
from ui.dialogs.second_step import SecondStepDialog, TakeOffDialog
from ui.language import Language
from ui.lock import LockScreen
from ui.pages.today import TodayPage
from ui.restore_form import RestoreForm
from ui.theme import Theme, ThemeName
from ui.workers import Workers

WANTED, WRONG = Invalid("access.code_wanted", "code"), Invalid("access.code_early", "code", minutes=4)


@pytest.mark.parametrize(("language", "points"), [("en", 10), ("es", 20)])
def test_the_form_reads_at_any_size_and_its_square_is_black_on_white_in_the_dark(
    sit_at: Sit, english: Language, language: str, points: int
) -> None:
    desk = sit_at((TodayPage,))
    english.use(language)
    Theme.current().apply(ThemeName.DARK, points)
    try:
        desk.context.actions.trigger("tools.second_step")
        settle()
        dialog = desk.dialog()
        assert isinstance(dialog, SecondStepDialog)
        assert audit(dialog) == []
        picture = dialog.square.grab().toImage()
        found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        assert found == {"#000000", "#ffffff"}
        assert {picture.pixelColor(x, 0).name() for x in range(picture.width())} == {"#ffffff"}
        assert len(dialog.key.text().replace(" ", "")) == 32
        dialog.code.insert("12a 3456789")
        assert dialog.code.text() == ""  # letters are not taken
        dialog.code.insert("123 456")
        assert (dialog.code.code(), dialog.code.is_whole()) == ("123456", True)
        dialog.close()
        other = TakeOffDialog(desk.context, UserRow(9, "fred", "Fred Archibald", "front_desk", False), desk.window)
        other.open()
        settle()
        assert audit(other) == []
        other.submit()
        assert other.isVisible()  # nobody said why
        other.close()
    finally:
        Theme.current().apply(ThemeName.LIGHT, 10)


def test_the_lock_asks_for_the_code_once_the_password_was_right_and_grows(
    qapp: QApplication, tmp_path: Path, english: Language
) -> None:
    Theme.current().apply(ThemeName.LIGHT, 20)
    english.use("es")
    screen = LockScreen(Workers(), tmp_path / "x.icm", "rosa")
    form = screen.form
    try:
        screen.cover()
        form.password.setText("right")
        settle()
        low = screen.height()
        assert not form.one_time_field.isVisible()
        for told in (WANTED, WRONG):
            form._refused(told)
            settle()
            assert form.one_time_field.isVisible()
            assert qapp.focusWidget() is form.one_time
            assert audit(screen) == []
            assert form.message.height() >= form.message.heightForWidth(form.message.width())
            for field in (form.user_field, form.password_field, form.one_time_field):
                assert field.height() >= field.minimumSizeHint().height()
        assert screen.height() > low
        assert form.password.text() == "right"
        form.submit()
        assert form.open_button.isEnabled()  # without the six digits nothing is asked
        form.user.textEdited.emit("fred")
        assert not form.one_time_field.isVisible()
    finally:
        screen.lift()
        Theme.current().apply(ThemeName.LIGHT, 10)


def test_a_backup_asks_for_the_code_before_it_is_looked_at(qapp: QApplication, tmp_path: Path) -> None:
    form = RestoreForm(tmp_path / "b.icm", tmp_path / "new.icm", lambda *_: None)
    form.resize(700, 640)
    form.show()
    form.user.setText("ada")
    form.password.setText("right")
    looks: list[str] = []
    form.look_wanted.connect(lambda: looks.append(form.one_time.code()))
    form.only_look()
    form.refuse(WANTED)
    settle()
    assert form.one_time.isVisible()
    form.one_time.insert("123456")
    form.only_look()
    assert looks == ["", "123456"]
    form.refuse(UserError("db.wrong_password"))
    form.use_code(on=True)
    assert not form.one_time.isVisible()
    form.close()
