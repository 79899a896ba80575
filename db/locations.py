"""Folders in which a live database would be damaged: synchronised ones and network drives."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from db.errors import DatabaseProblem

_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "Nextcloud",
    "box": "Box",
    "box sync": "Box",
    "cloudstorage": "a cloud drive",
}
_BY_START = {"onedrive -": "OneDrive", "onedrive-": "OneDrive", "dropbox (": "Dropbox", "googledrive-": "Google Drive"}
_MARKERS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "Nextcloud"}
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.davfs2",
    "9p",
    "ncpfs",
    "ceph",
    "glusterfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.s3fs",
}
_DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the mount table."""

    point: str
    kind: str


def refuse_shared_folder(path: Path) -> None:
    """Raise when the file would lie in a synchronised or network folder.

    Raises:
        DatabaseProblem: db.shared_folder with the product or file system found.
    """
    where = path.absolute().resolve(strict=False)
    found = shared_folder(where, mount_table()) or _marked(where) or _remote_drive(where)
    if found is not None:
        raise DatabaseProblem("db.shared_folder", path=str(path), kind=found)


def shared_folder(path: PurePath, mounts: list[Mount]) -> str | None:
    """What makes this absolute path unfit for a live database, or None.

    Args:
        path: Absolute and without links.
        mounts: The mount table, in any order.
    """
    if isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\"):
        return "network drive"
    for part in path.parts[:-1]:
        name = part.casefold()
        if name in _SYNCHRONISED:
            return _SYNCHRONISED[name]
        for start, product in _BY_START.items():
            if name.startswith(start):
                return product
    return _network_mount(path, mounts)


def mount_table() -> list[Mount]:
    """The mounted file systems on Linux; empty where there is no /proc/mounts."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = [line.split(" ") for line in lines]
    return [Mount(point=row[1].replace("\\040", " "), kind=row[2]) for row in fields if len(row) > 2]


def _network_mount(path: PurePath, mounts: list[Mount]) -> str | None:
    under = [mount for mount in mounts if path.is_relative_to(mount.point)]
    nearest = max(under, key=lambda mount: len(mount.point), default=None)
    return nearest.kind if nearest is not None and nearest.kind in _NETWORK else None


def _marked(path: Path) -> str | None:
    for folder in path.parents:
        for marker, product in _MARKERS.items():
            # ~/.dropbox is Dropbox's settings folder, present although the home folder itself is not synchronised.
            if folder != Path.home() and (folder / marker).exists():
                return product
    return None


def _remote_drive(path: Path) -> str | None:
    if sys.platform != "win32":
        return None
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}{os.sep}")
    return "network drive" if kind == _DRIVE_REMOTE else None
