"""Folders in which a live database would be damaged."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db import database, keys
from db.errors import DatabaseProblem
from db.locations import Mount, mount_table, shared_folder

_MOUNTS = [Mount("/", "ext4"), Mount("/mnt/server", "nfs4"), Mount("/mnt/server/local", "ext4"), Mount("/win", "cifs")]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/ana/practice.icm", None),
        ("/home/ana/Dropbox/practice.icm", "Dropbox"),
        ("/home/ana/Dropbox (Clinic)/a/practice.icm", "Dropbox"),
        ("/home/ana/OneDrive - Sunrise Clinic/practice.icm", "OneDrive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/p.icm", "iCloud"),
        ("/Users/ana/Library/CloudStorage/Box-Box/p.icm", "a cloud drive"),
        ("/home/ana/Google Drive/p.icm", "Google Drive"),
        ("/home/ana/Nextcloud/p.icm", "Nextcloud"),
        ("/home/ana/Box/p.icm", "Box"),
        ("/home/ana/box.icm", None),
        ("/mnt/server/p.icm", "nfs4"),
        ("/mnt/server/local/p.icm", None),
        ("/mnt/server2/p.icm", None),
        ("/win/share/p.icm", "cifs"),
    ],
)
def test_shared_folders_are_recognised(path: str, found: str | None) -> None:
    assert shared_folder(PurePosixPath(path), _MOUNTS) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (r"C:\Users\Ana\Documents\p.icm", None),
        (r"C:\Users\Ana\OneDrive\Documents\p.icm", "OneDrive"),
        (r"\\server\share\p.icm", "network drive"),
    ],
)
def test_windows_folders_are_recognised(path: str, found: str | None) -> None:
    assert shared_folder(PureWindowsPath(path), []) == found


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive"])
def test_a_new_database_is_refused_there_and_nothing_is_made(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    with pytest.raises(DatabaseProblem) as refused:
        database.create(tmp_path / folder / "p.icm", keys.new_key(), tmp_path / "state")
    assert (refused.value.code, refused.value.params["kind"]) == ("db.shared_folder", folder)
    assert list((tmp_path / folder).iterdir()) == []


def test_a_marker_of_a_synchronising_program_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "sync" / ".stfolder").mkdir(parents=True)
    with pytest.raises(DatabaseProblem) as refused:
        database.create(tmp_path / "sync" / "deep" / "p.icm", keys.new_key(), tmp_path / "state")
    assert refused.value.params["kind"] == "Syncthing"
    assert not (tmp_path / "sync" / "deep").exists()


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(DatabaseProblem) as refused:
        database.create(tmp_path / "plain" / "p.icm", keys.new_key(), tmp_path / "state")
    assert refused.value.code == "db.shared_folder"


def test_the_mount_table_of_this_computer_can_be_read() -> None:
    assert all(mount.point.startswith("/") and mount.kind for mount in mount_table())
