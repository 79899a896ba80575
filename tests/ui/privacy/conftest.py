"""Pictures of what the tests of this folder show, kept where ICM_TEST_PICTURES says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

Keep = Callable[[QWidget, str], None]


@pytest.fixture
def keep() -> Keep:
    """Keeps a picture of a window or dialog; nowhere by default."""
    folder = os.environ.get("ICM_TEST_PICTURES")

    def keep_picture(widget: QWidget, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            assert widget.grab().save(str(Path(folder) / f"{name}.png"))

    return keep_picture
