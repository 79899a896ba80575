"""From a password or the recovery code to the key: which slot, which of the copies of the file, how often tried."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from db import recovery_code, slots
from db.engine import fits
from db.errors import DatabaseProblem
from db.key import Key
from db.lockout import UNKNOWN, Attempts
from db.passwords import normalised, normalised_name
from db.slots import PASSWORD, RECOVERY, STANDARD_KDF, Kdf, Slot, SlotFile, backup_of, next_of, slot_path

DeviceSecret = Callable[[str, str], bytes]  # (database id, mark) -> the secret, or DatabaseProblem


def unlock_with_password(
    database: Path,
    user_name: str,
    password: str,
    *,
    attempts: Attempts | None = None,
    device: DeviceSecret | None = None,
    kdf: Kdf = STANDARD_KDF,
) -> Key:
    """Open the slot of a user.

    Args:
        database: The database file, beside which the slots lie.
        user_name: As typed; case does not matter.
        password: As typed.
        attempts: The journal that slows guessing down; every sign-in of the program gives one.
        device: Where the secret of this computer comes from, for slots that need it.
        kdf: The floor; slots with a weaker computation are refused.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots, db.locked_out (seconds), db.wrong_password (also for a name
            that has no slot), and what `device` raises.
    """
    name = normalised_name(user_name)

    def find(file: SlotFile) -> list[Slot]:
        return [slot for slot in file.slots if slot.kind == PASSWORD and slot.user_name == name][:1]

    # Asked before the try is counted: a locked keyring is no wrong password.
    wanted = {slot.device: file.database_id for file in candidates(database) for slot in find(file) if slot.device}
    known = {mark: _secret(device, database_id, mark) for mark, database_id in wanted.items()}

    def unwrap(file: SlotFile, slot: Slot) -> Key | None:
        secret = known.get(slot.device) if slot.device else None
        return slots.unwrap_with_password(file, slot, normalised(password), kdf, secret)

    return _unlock(database, find, unwrap, attempts, "db.wrong_password")


def unlock_with_recovery(database: Path, code: str, *, attempts: Attempts | None = None) -> Key:
    """Open a recovery slot with the printed code. While a new code waits to be typed back, both open.

    Raises:
        DatabaseProblem: db.recovery_code_typo, db.wrong_recovery_code, and as `unlock_with_password`.
    """
    secret = recovery_code.read(code)

    def find(file: SlotFile) -> list[Slot]:
        return [slot for slot in file.slots if slot.kind == RECOVERY]

    def unwrap(file: SlotFile, slot: Slot) -> Key | None:
        return slots.unwrap_with_recovery(file, slot, secret)

    return _unlock(database, find, unwrap, attempts, "db.wrong_recovery_code")


def candidates(database: Path) -> list[SlotFile]:
    """The slot file, and others that say something else: a power cut or damage left one of the twins behind, or a
    change of the file's key was stopped.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    path = slot_path(database)
    found: list[SlotFile] = []
    missing = 0
    for place in (path, backup_of(path), next_of(path)):
        try:
            file = slots.load(place)
        except FileNotFoundError:
            missing += 1
        except DatabaseProblem:
            continue
        else:
            found += [file] if file not in found else []
    if not found:
        raise DatabaseProblem("db.missing_slots" if missing == 3 else "db.damaged_slots", path=str(path))
    return sorted(found, key=lambda file: file.generation, reverse=True)


def authentic(database: Path, key: Key) -> SlotFile:
    """The newest slot file that nobody changed without the key.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    for file in candidates(database):
        if file.is_authentic(key):
            return file
    raise DatabaseProblem("db.damaged_slots")


def reopened(database: Path, key: Key) -> Key:
    """The key of the file after another process of the same person changed it.

    Raises:
        DatabaseProblem: db.wrong_key when the slot is gone or was made anew since, db.missing_slots, db.damaged_slots.
    """
    for file in candidates(database):
        found = slots.unseal_again(file, key)
        if found is not None and file.is_authentic(found) and fits(database, found):
            return found
    raise DatabaseProblem("db.wrong_key")


def _secret(device: DeviceSecret | None, database_id: str, mark: str) -> bytes:
    if device is None:
        raise DatabaseProblem("db.keyring_silent")
    return device(database_id, mark)


def _unlock(
    database: Path,
    find: Callable[[SlotFile], list[Slot]],
    unwrap: Callable[[SlotFile, Slot], Key | None],
    attempts: Attempts | None,
    wrong: str,
) -> Key:
    files = candidates(database)
    slot_id = next((slot.id for file in files for slot in find(file)), UNKNOWN)
    if attempts is not None:
        attempts.start(slot_id)
    tampered = False
    for file, slot in [(each, slot) for each in files for slot in find(each)]:
        try:
            key = unwrap(file, slot)
        except DatabaseProblem:  # weaker than the floor: the other copy may be the good one
            key, tampered = None, True
        if key is None:
            continue
        right = [other for other in files if other.is_authentic(key)]
        newest = next(iter(right), None)
        if newest is file and len(right) < len(files) and not fits(database, key):
            continue  # of the key the file had before, or was about to get
        if newest is file:
            if attempts is not None:
                attempts.succeeded(slot_id)
            _mend(database, file)
            return key
        # Not the newest: a password that was replaced or taken away since. None: somebody changed the file.
        tampered = tampered or newest is None
    raise DatabaseProblem("db.damaged_slots" if tampered else wrong)


def _mend(database: Path, good: SlotFile) -> None:
    path = slot_path(database)
    with suppress(OSError, DatabaseProblem):  # those of another key belong to a change that may be running: they stay
        if slots.load(next_of(path)) == good:
            slots.save(path, good)
            next_of(path).unlink()
    texts = [place.read_bytes() if place.exists() else b"" for place in (path, backup_of(path))]
    if texts[0] != texts[1]:
        with suppress(OSError):  # where nothing can be written, such as a disk with backups, one good copy opens too
            slots.save(path, good)
