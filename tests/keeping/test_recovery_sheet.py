"""The printed recovery sheet: complete, one page, in both languages, about no patient, kept in memory only."""

from __future__ import annotations

import datetime as dt
import io
import signal
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest
from pypdf import PdfReader

from db import keys, recovery_code
from icm_desktop import before_sign_in, bootstrap
from icm_desktop.contracts.access import SignIn
from icm_desktop.contracts.keeping import SheetRequest
from icm_desktop.practice import OpenPractice
from icm_desktop.reports.recovery_sheet import draw
from tests.keeping.conftest import PASSWORD, Home

CODE = recovery_code.written(bytes(range(20)))
ID, DAY = "0123456789abcdef" * 2, dt.date(2026, 11, 29)
NEW = "nine small paper boats"


def _words(pdf: bytes) -> tuple[int, str]:
    reader = PdfReader(io.BytesIO(pdf))
    return len(reader.pages), " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sheet_has_everything_on_one_page(language: str, paper: str) -> None:
    pages, words = _words(draw(SheetRequest(CODE, "Larkspur & Sons", "/data/p.icm", language, paper), ID, DAY))
    assert pages == 1
    for group in CODE.split("-"):
        assert group in words
    for needed in ("Larkspur & Sons", "01234567-89abcdef-01234567-89abcdef", "/data/p.icm", "2026-11-29"):
        assert needed in words
    spoken = {"en": ("two places", "check", "shred"), "es": ("dos lugares", "control", "destrúyala")}
    assert all(word in words for word in spoken[language])


@pytest.mark.parametrize("name", ["O'Brien <b> & =1+1", "Ñ" * 400, "\u202eevil\u202c", "名" * 50])
def test_hostile_names_stay_on_the_page(name: str) -> None:
    pages, words = _words(draw(SheetRequest(CODE, name, "/" + "x" * 900, "en"), ID, DAY))
    assert pages == 1
    assert "Checked on, by" in words


def test_it_comes_from_the_practice_itself_and_names_no_patient(ada: OpenPractice, home: Home) -> None:
    before = sorted(home.folder.rglob("*"))
    request = SheetRequest(home.code, "Larkspur", str(home.database), "en")
    for pdf in (ada.run("reports.recovery_sheet.render", request), before_sign_in.recovery_sheet(request)):
        _, words = _words(pdf)
        assert ada.database.database_id[:8] in words
        assert "Lopez" not in words
    assert [path for path in sorted(home.folder.rglob("*")) if path not in before] == []


def _use_the_code_and_die(home: Home, code: str, before_showing: bool) -> None:
    import os

    practice = bootstrap.sign_in(SignIn(str(home.database), "ada", NEW, recovery_code=code))
    if not before_showing:
        practice.run("services.access.confirm_recovery", practice.signed_in().new_recovery_code)
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
@pytest.mark.parametrize("before_showing", [True, False])
def test_killed_before_the_new_code_is_on_paper_the_used_one_still_opens(home: Home, before_showing: bool) -> None:
    child = get_context("fork").Process(target=_use_the_code_and_die, args=(home, home.code, before_showing))
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    opens = True
    try:
        keys.unlock_with_recovery(home.database, home.code)
    except Exception:  # noqa: BLE001  any refusal
        opens = False
    assert opens is before_showing
    practice = home.open(password=NEW)
    assert practice.signed_in().recovery_unconfirmed is before_showing
    assert practice.run("services.backups.verify").ok is True
    practice.close()


def test_killed_between_two_slots_of_the_key_file_one_way_in_is_always_left(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every write of the key file may be the last one the computer does."""
    from db import files, slots

    key = keys.unlock_with_password(home.database, "ada", PASSWORD)
    real, made = files.replace_durably, []

    def stop_at(number: int) -> None:
        def replace(draft: Path, path: Path) -> None:
            made.append(path)
            if len(made) == number:
                raise KeyboardInterrupt
            real(draft, path)

        monkeypatch.setattr(slots, "replace_durably", replace)

    for number in (1, 2):
        made.clear()
        stop_at(number)
        with pytest.raises(KeyboardInterrupt):
            keys.new_recovery_code(home.database, key)
        assert keys.unlock_with_recovery(home.database, home.code).data == key.data
