"""Which looks a tour takes: all of them, or those whose name begins with what is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from icm_desktop.__main__ import has_display, main
from icm_desktop.cli.tour import said
from icm_desktop.errors import Invalid
from icm_desktop.words import error_sentence
from ui.tour import looks


def test_all_is_every_practice_theme_language_and_size_once():
    assert len(looks.chosen("all")) == len(looks.PRACTICES) * 3 * 2 * 2 == 36
    assert "typical-dark-es-20" in looks.chosen("all")


def test_the_beginning_of_a_name_takes_those_that_begin_with_whole_words():
    assert sorted(looks.chosen("typical-dark-es")) == ["typical-dark-es-10", "typical-dark-es-20"]
    assert list(looks.chosen("many-light-en-10")) == ["many-light-en-10"]
    assert looks.chosen("typ") == {}


def test_a_look_that_is_whole_stays_and_only_what_is_missing_is_taken(tmp_path, capfd):
    name = "empty-light-en-10"
    (tmp_path / name).mkdir()
    window = QImage(1280, 800, QImage.Format.Format_RGB32)
    window.fill(Qt.GlobalColor.darkGreen)
    for file in ("01-today-all.png", looks.SHEET):
        assert window.save(str(tmp_path / name / file))
    assert main(["--json", "tour", "--out", str(tmp_path), "--looks", name, "--go-on"]) == 0
    written = capfd.readouterr()
    document = json.loads(written.out)
    assert document["failed"] == [] and "1 of 1 looks are whole already" in written.err
    assert [Path(each).relative_to(tmp_path).as_posix() for each in document["pictures"]] == [
        f"{name}/01-today-all.png", "screens/today-all.png",
    ]  # fmt: skip
    sheet = QImage(str(tmp_path / "screens" / "today-all.png"))
    assert sheet.pixelColor(50, 50) == QColor(Qt.GlobalColor.darkGreen) and sheet.width() < 500


def test_a_look_that_failed_is_named_with_the_command_that_goes_on(tmp_path):
    document = {"pictures": [], "pdfs": [], "failed": ["many-dark-es-20"]}
    with pytest.raises(Invalid) as refused:
        said(document, tmp_path, "all")
    told = error_sentence(refused.value)
    assert "many-dark-es-20" in told and f"tour --out {tmp_path} --looks all --go-on" in told


def test_a_look_nobody_knows_is_refused_with_how_they_are_called(tmp_path, capfd):
    assert main(["tour", "--out", str(tmp_path), "--looks", "typ"]) == 1
    assert "No look is called typ" in capfd.readouterr().err


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:configfile=x", "minimal"])
def test_where_qt_draws_unseen_there_is_no_display_even_beside_one(monkeypatch, platform):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert has_display()
