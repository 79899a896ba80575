"""Opens, adds, replaces and removes key slots: one password per user, one recovery code per database."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from db import recovery_code, slots
from db.errors import DatabaseProblem
from db.key import Key, new_key
from db.lockout import UNKNOWN, Attempts
from db.passwords import normalised, normalised_name
from db.slots import FAST_TEST_KDF, PASSWORD, RECOVERY, STANDARD_KDF, Kdf, Slot, SlotFile, backup_of, slot_path

__all__ = [
    "FAST_TEST_KDF",
    "STANDARD_KDF",
    "Kdf",
    "Key",
    "SlotInfo",
    "add_password_slot",
    "create_slots",
    "database_id_of",
    "list_slots",
    "new_key",
    "new_recovery_code",
    "remove_slot",
    "replace_password",
    "slot_generation",
    "slot_path",
    "unlock_with_password",
    "unlock_with_recovery",
]


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """What may be shown of a slot: whose it is and of which kind."""

    id: str
    kind: str
    user_id: int | None
    user_name: str


def create_slots(
    database: Path, key: Key, user_id: int, user_name: str, password: str, *, kdf: Kdf = STANDARD_KDF
) -> str:
    """Write the slot file of a new database with the first user's password and a recovery code.

    Returns:
        The recovery code, to be shown once.

    Raises:
        DatabaseProblem: db.exists when there is a slot file already.
    """
    path = slot_path(database)
    if path.exists():
        raise DatabaseProblem("db.exists", path=str(path))
    secret = recovery_code.new_secret()
    first = slots.wrap_with_password(key, user_id, normalised_name(user_name), normalised(password), kdf)
    file = SlotFile(key.database_id, 1, (first, slots.wrap_with_recovery(key, secret)))
    slots.save(path, file.signed(key))
    return recovery_code.written(secret)


def unlock_with_password(
    database: Path, user_name: str, password: str, *, attempts: Attempts | None = None, kdf: Kdf = STANDARD_KDF
) -> Key:
    """Open the slot of a user.

    Args:
        database: The database file, beside which the slots lie.
        user_name: As typed; case does not matter.
        password: As typed.
        attempts: The journal that slows guessing down; every sign-in of the program gives one.
        kdf: The floor; slots with a weaker computation are refused.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots, db.locked_out (seconds), db.wrong_password (also for a name
            that has no slot).
    """
    name = normalised_name(user_name)

    def find(file: SlotFile) -> Slot | None:
        return next((slot for slot in file.slots if slot.kind == PASSWORD and slot.user_name == name), None)

    def unwrap(file: SlotFile, slot: Slot) -> Key | None:
        return slots.unwrap_with_password(file, slot, normalised(password), kdf)

    return _unlock(database, find, unwrap, attempts, "db.wrong_password")


def unlock_with_recovery(database: Path, code: str, *, attempts: Attempts | None = None) -> Key:
    """Open the recovery slot with the printed code; afterwards the caller makes a new code at once.

    Raises:
        DatabaseProblem: db.recovery_code_typo, db.wrong_recovery_code, and as `unlock_with_password`.
    """
    secret = recovery_code.read(code)

    def find(file: SlotFile) -> Slot | None:
        return next((slot for slot in file.slots if slot.kind == RECOVERY), None)

    def unwrap(file: SlotFile, slot: Slot) -> Key | None:
        return slots.unwrap_with_recovery(file, slot, secret)

    return _unlock(database, find, unwrap, attempts, "db.wrong_recovery_code")


def add_password_slot(
    database: Path,
    key: Key,
    user_id: int,
    user_name: str,
    password: str,
    *,
    users: Collection[int] | None = None,
    kdf: Kdf = STANDARD_KDF,
) -> int:
    """Give a user a slot; returns the generation of the file.

    Args:
        database: The database file, beside which the slots lie.
        key: Its key.
        user_id: Whose slot.
        user_name: As typed.
        password: As typed.
        users: Ids of everybody in the records. A slot of nobody was left by a computer that stopped between writing
            the slot and the record; it is taken away. None: slots of nobody are not looked for.
        kdf: What a guess costs.

    Raises:
        DatabaseProblem: db.slot_exists when the user or the name has one.
    """
    file, name = _authentic(database, key), normalised_name(user_name)
    kept = tuple(slot for slot in file.slots if users is None or slot.kind != PASSWORD or slot.user_id in users)
    if any(slot.kind == PASSWORD and (slot.user_id == user_id or slot.user_name == name) for slot in kept):
        raise DatabaseProblem("db.slot_exists", user_name=user_name)
    slot = slots.wrap_with_password(key, user_id, name, normalised(password), kdf)
    return _save(database, key, file, (*kept, slot))


def replace_password(database: Path, key: Key, user_id: int, password: str, *, kdf: Kdf = STANDARD_KDF) -> int:
    """Give a user a new password; the old one stops working at once. Returns the generation of the file.

    Raises:
        DatabaseProblem: db.no_slot when the user has none.
    """
    file = _authentic(database, key)
    old = _slot_of(file, user_id)
    new = slots.wrap_with_password(key, user_id, old.user_name, normalised(password), kdf)
    return _save(database, key, file, tuple(new if slot is old else slot for slot in file.slots))


def remove_slot(database: Path, key: Key, user_id: int) -> int:
    """Take a user's slot away; returns the generation of the file.

    Raises:
        DatabaseProblem: db.no_slot when the user has none, db.last_slot when nobody else could sign in any more.
    """
    file = _authentic(database, key)
    old = _slot_of(file, user_id)
    left = tuple(slot for slot in file.slots if slot is not old)
    if not any(slot.kind == PASSWORD for slot in left):
        raise DatabaseProblem("db.last_slot")
    return _save(database, key, file, left)


def new_recovery_code(database: Path, key: Key) -> str:
    """Replace the recovery code; the old one stops working at once."""
    file, secret = _authentic(database, key), recovery_code.new_secret()
    others = tuple(slot for slot in file.slots if slot.kind != RECOVERY)
    _save(database, key, file, (*others, slots.wrap_with_recovery(key, secret)))
    return recovery_code.written(secret)


def list_slots(database: Path) -> list[SlotInfo]:
    """Whose slots there are. Not authenticated: for sign-in lists and reports, never for decisions.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    return [SlotInfo(slot.id, slot.kind, slot.user_id, slot.user_name) for slot in _candidates(database)[0].slots]


def database_id_of(database: Path) -> str:
    """The id of a database before it is opened.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    return _candidates(database)[0].database_id


def slot_generation(database: Path, key: Key) -> int:
    """How often the slots were changed.

    Raises:
        DatabaseProblem: db.damaged_slots when the file was changed without the key.
    """
    return _authentic(database, key).generation


def _unlock(
    database: Path,
    find: Callable[[SlotFile], Slot | None],
    unwrap: Callable[[SlotFile, Slot], Key | None],
    attempts: Attempts | None,
    wrong: str,
) -> Key:
    candidates = _candidates(database)
    first = next((slot for slot in map(find, candidates) if slot is not None), None)
    slot_id = first.id if first else UNKNOWN
    if attempts is not None:
        attempts.start(slot_id)
    tampered = False
    for file in candidates:
        slot = find(file)
        try:
            key = unwrap(file, slot) if slot else None
        except DatabaseProblem:  # weaker than the floor: the other copy may be the good one
            key, tampered = None, True
        if key is None:
            continue
        newest = next((other for other in candidates if other.is_authentic(key)), None)
        if newest is file:
            if attempts is not None:
                attempts.succeeded(slot_id)
            _mend(database, file)
            return key
        # Not the newest: a password that was replaced or taken away since. None: somebody changed the file.
        tampered = tampered or newest is None
    raise DatabaseProblem("db.damaged_slots" if tampered else wrong)


def _candidates(database: Path) -> list[SlotFile]:
    # The file itself, and its twin when that says something else: a power cut or damage left one of the two behind.
    path = slot_path(database)
    found: list[SlotFile] = []
    missing = 0
    for place in (path, backup_of(path)):
        try:
            file = slots.load(place)
        except FileNotFoundError:
            missing += 1
        except DatabaseProblem:
            continue
        else:
            found += [file] if file not in found else []
    if not found:
        raise DatabaseProblem("db.missing_slots" if missing == 2 else "db.damaged_slots", path=str(path))
    return sorted(found, key=lambda file: file.generation, reverse=True)


def _mend(database: Path, good: SlotFile) -> None:
    path = slot_path(database)
    texts = [place.read_bytes() if place.exists() else b"" for place in (path, backup_of(path))]
    if texts[0] != texts[1]:
        with suppress(OSError):  # where nothing can be written, such as a disk with backups, one good copy opens too
            slots.save(path, good)


def _authentic(database: Path, key: Key) -> SlotFile:
    for file in _candidates(database):
        if file.is_authentic(key):
            return file
    raise DatabaseProblem("db.damaged_slots")


def _slot_of(file: SlotFile, user_id: int) -> Slot:
    for slot in file.slots:
        if slot.kind == PASSWORD and slot.user_id == user_id:
            return slot
    raise DatabaseProblem("db.no_slot", user_id=user_id)


def _save(database: Path, key: Key, file: SlotFile, new: tuple[Slot, ...]) -> int:
    changed = replace(file, generation=file.generation + 1, slots=new).signed(key)
    slots.save(slot_path(database), changed)
    return changed.generation
