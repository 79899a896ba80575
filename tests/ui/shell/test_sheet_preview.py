"""What is said before a sheet is printed that no font of ours can print whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.dialogs.sheet_preview import SheetPreview


@pytest.mark.parametrize(("missing", "told"), [("王👩", "王👩"), ("", "")])
def test_letters_that_print_as_squares_are_named_first(qtbot, missing, told):
    owner = QWidget()
    qtbot.addWidget(owner)
    preview = SheetPreview(b"%PDF-1.4", owner, title="Day sheet", missing=missing)

    assert preview.message.isVisibleTo(preview) == bool(missing)
    assert told in preview.message.text
