"""Help, What is protected: the same content as the README's table, readable at any size, printed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.ui.audit import audit, settle
from tests.ui.conftest import Sit
from tests.ui.privacy.conftest import Keep
from ui.dialogs.protection import ProtectionDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.today import TodayPage

ROOT = Path(__file__).parents[3]
RAW = tomllib.loads((ROOT / "resources/content/manual/protection.toml").read_text("utf-8"))


def test_the_readme_and_the_page_say_the_same() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for row in RAW["row"]:
        threat, stopped, left = row["en"]
        assert f"| {threat} | {stopped} | {RAW['en']['by_' + row['by']]} | {left} |" in readme
    start = readme.index("| threat | stopped by |")
    assert readme[start : readme.index("\n\n", start)].count("\n") == len(RAW["row"]) + 1


def test_what_only_the_program_keeps_and_what_nothing_stops_is_said() -> None:
    kept = {row["by"] for row in RAW["row"]}
    assert kept == {"encryption", "program", "people", "nothing"}
    assert any("debugger" in row["en"][2] and row["by"] == "program" for row in RAW["row"])


@pytest.mark.parametrize("points", [10, 20])
def test_the_page_opens_from_help_reads_and_prints(sit_at: Sit, keep: Keep, points: int) -> None:
    desk = sit_at((TodayPage,))
    desk.context.theme.apply(desk.context.theme.name, points)
    try:
        desk.context.actions.trigger("help.protection")
        settle()
        dialog = desk.dialog()
        assert isinstance(dialog, ProtectionDialog)
        assert len(dialog.page.rows) == len(RAW["row"])
        assert audit(dialog) == []
        keep(dialog, f"protection-{points}")
        desk.press("Ctrl+P")
        settle()
        assert isinstance(desk.dialog(), SheetPreview)
    finally:
        desk.context.theme.apply(desk.context.theme.name, 10)
