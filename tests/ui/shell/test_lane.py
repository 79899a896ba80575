"""How a worker process begins."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from ui import lane
from ui.lane import Lane


@pytest.mark.parametrize("folder", ["t", "a-name-that-is-much-too-long-for-the-address-of-a-socket" * 2])
def test_a_worker_begins_whatever_the_folder_of_temporary_files_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / folder))
    assert lane._has_room_for_a_socket() is (len(str(tmp_path / folder)) <= 75)
    one = Lane(lambda *_told: None)
    try:
        assert one.submit(os.getpid).result(120) != os.getpid()
    finally:
        one.end()
