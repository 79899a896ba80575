"""Where things live on this computer. `ICM_HOME` moves all of it to one folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from icm_desktop.errors import CannotOpen

_NAME = "icm-desktop"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def data_folder() -> Path:
    """Where databases are kept unless somebody chose another place."""
    return _folder("data", platformdirs.user_data_path(_NAME, appauthor=False))


def state_folder() -> Path:
    """Anchors, window locks, sign-in journal and logs of this computer; never patient data."""
    return _folder("state", platformdirs.user_state_path(_NAME, appauthor=False))


def settings_file() -> Path:
    """This person's settings of the window."""
    return _folder("config", platformdirs.user_config_path(_NAME, appauthor=False)) / "window.ini"


def default_database() -> Path:
    """The practice's database unless `--database` names another."""
    return data_folder() / "practice.icm"


def sample_database() -> Path:
    """The sample practice of `--demo`."""
    return data_folder() / "sample-practice.icm"


def is_backup(file: Path) -> bool:
    """Whether the file is a backup, by the list that lies beside it."""
    return Path(f"{file}.manifest.json").exists()


def free_name(file: Path) -> Path:
    """This name, or one beside it that no file has yet."""
    number, found = 2, file
    while found.exists():
        found = file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1
    return found


def _folder(part: str, usual: Path) -> Path:
    home = os.environ.get("ICM_HOME")
    folder = Path(home) / part if home else usual
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotOpen("db.cannot_reach", path=str(folder), reason=os.strerror(error.errno or 0)) from error
    return folder
