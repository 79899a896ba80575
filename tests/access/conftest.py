"""A practice with real key slots on a computer of its own: made once, because passwords are slow, and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from icm_desktop import bootstrap
from icm_desktop.contracts.access import NewPractice

PASSWORD = "slow brown rivers bend"


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the practice as it was set up."""
    folder = tmp_path_factory.mktemp("access")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ICM_HOME", str(folder / "home"))
        made = bootstrap.make_practice(NewPractice(str(folder / "p.icm"), "Larkspur", "UTC", "ada", PASSWORD))
    (folder / "recovery.txt").write_text(made.recovery_code)
    return folder


@pytest.fixture
def recovery_code(original: Path) -> str:
    """The printed code of that practice."""
    return (original / "recovery.txt").read_text()


@pytest.fixture
def path(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That practice on this test's computer; its administrator is ada."""
    shutil.copytree(original, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    return tmp_path / "p.icm"
