"""Adds, replaces and removes key slots: one password per user, one recovery code per database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from db import compartment, recovery_code, slots
from db.errors import DatabaseProblem
from db.key import Key, new_key
from db.passwords import normalised, normalised_name
from db.slots import FAST_TEST_KDF, PASSWORD, RECOVERY, STANDARD_KDF, Kdf, Slot, SlotFile, slot_path
from db.unlocking import authentic, candidates, reopened, unlock_with_password, unlock_with_recovery

__all__ = [
    "FAST_TEST_KDF",
    "STANDARD_KDF",
    "Kdf",
    "Key",
    "SlotInfo",
    "add_password_slot",
    "confirm_recovery_code",
    "create_slots",
    "database_id_of",
    "device_marks",
    "list_slots",
    "new_key",
    "new_recovery_code",
    "remove_slot",
    "reopened",
    "replace_password",
    "slot_generation",
    "slot_path",
    "unlock_with_password",
    "unlock_with_recovery",
]

_MOST_CODES = 4  # the confirmed one and the last ones nobody typed back


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """What may be shown of a slot: whose it is, of which kind, the mark of the device secret it needs, what it holds.

    `has_pair`: it can be given a new key of the file without its password.
    """

    id: str
    kind: str
    user_id: int | None
    user_name: str
    device: str | None = None
    compartments: tuple[str, ...] = ()
    has_pair: bool = True


def create_slots(
    database: Path,
    key: Key,
    user_id: int,
    user_name: str,
    password: str,
    *,
    device: bytes | None = None,
    kdf: Kdf = STANDARD_KDF,
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
    everything = [name for name, _ in key.compartments]
    name = normalised_name(user_name)
    first = slots.wrap_with_password(key, user_id, name, normalised(password), kdf, device, everything)
    file = SlotFile(key.database_id, 1, (first, slots.wrap_with_recovery(key, secret)))
    slots.save(path, file.signed(key))
    return recovery_code.written(secret)


def add_password_slot(  # noqa: PLR0913  whose, with what, beside which secret
    database: Path,
    key: Key,
    user_id: int,
    user_name: str,
    password: str,
    *,
    users: Collection[int] | None = None,
    compartments: Collection[str] = (),
    device: bytes | None = None,
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
        compartments: Those the slot is to hold, as far as `key` does.
        device: The secret of this computer without which the password does not open the slot; None: it does.
        kdf: What a guess costs.

    Raises:
        DatabaseProblem: db.slot_exists when the user or the name has one.
    """
    file, name = authentic(database, key), normalised_name(user_name)
    kept = tuple(slot for slot in file.slots if users is None or slot.kind != PASSWORD or slot.user_id in users)
    if any(slot.kind == PASSWORD and (slot.user_id == user_id or slot.user_name == name) for slot in kept):
        raise DatabaseProblem("db.slot_exists", user_name=user_name)
    names = [one for one, _ in key.compartments if compartment.of(one) in compartments]
    slot = slots.wrap_with_password(key, user_id, name, normalised(password), kdf, device, names)
    return _save(database, key, file, (*kept, slot))


def replace_password(
    database: Path, key: Key, user_id: int, password: str, *, device: bytes | None = None, kdf: Kdf = STANDARD_KDF
) -> int:
    """Give a user a new password; the old one stops working at once. Returns the generation of the file.

    The slot gets a new pair of keys and holds the compartments it held, as far as `key` does.

    Raises:
        DatabaseProblem: db.no_slot when the user has none.
    """
    file = authentic(database, key)
    old = _slot_of(file, user_id)
    held = old.compartments
    new = slots.wrap_with_password(key, user_id, old.user_name, normalised(password), kdf, device, held)
    return _save(database, key, file, tuple(new if slot is old else slot for slot in file.slots))


def remove_slot(database: Path, key: Key, user_id: int) -> int:
    """Take a user's slot away; returns the generation of the file.

    Raises:
        DatabaseProblem: db.no_slot when the user has none, db.last_slot when nobody else could sign in any more.
    """
    file = authentic(database, key)
    old = _slot_of(file, user_id)
    left = tuple(slot for slot in file.slots if slot is not old)
    if not any(slot.kind == PASSWORD for slot in left):
        raise DatabaseProblem("db.last_slot")
    return _save(database, key, file, left)


def new_recovery_code(database: Path, key: Key) -> str:
    """Add a recovery code. The one before goes on working until `confirm_recovery_code` got the new one typed back.

    So a computer that stops before the new code is on paper takes nobody's way in.
    """
    file, secret = authentic(database, key), recovery_code.new_secret()
    codes = [slot for slot in file.slots if slot.kind == RECOVERY]
    kept = (*codes[:1], *codes[1:][-(_MOST_CODES - 2) :], slots.wrap_with_recovery(key, secret))
    others = tuple(slot for slot in file.slots if slot.kind != RECOVERY)
    _save(database, key, file, (*others, *kept))
    return recovery_code.written(secret)


def confirm_recovery_code(database: Path, key: Key, code: str) -> int:
    """The code was read back from paper: from now on it is the only one. Returns the generation of the file.

    Raises:
        DatabaseProblem: db.recovery_code_typo, db.wrong_recovery_code: nothing was changed.
    """
    file, secret = authentic(database, key), recovery_code.read(code)
    codes = [slot for slot in file.slots if slot.kind == RECOVERY]
    right = [slot for slot in codes if slots.unwrap_with_recovery(file, slot, secret) is not None]
    if not right:
        raise DatabaseProblem("db.wrong_recovery_code")
    everything = {name for name, _ in key.compartments}
    only = right[0] if right[0].public else slots.wrap_with_recovery(key, secret)
    if not everything <= set(only.compartments):
        only = slots.resealed(only, key, everything | set(only.compartments))
    if [only] == codes:
        return file.generation
    others = tuple(slot for slot in file.slots if slot.kind != RECOVERY)
    return _save(database, key, file, (*others, only))


def list_slots(database: Path) -> list[SlotInfo]:
    """Whose slots there are. Not authenticated: for sign-in lists and reports, never for decisions.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    return [_info(slot) for slot in candidates(database)[0].slots]


def device_marks(database: Path, key: Key) -> dict[int, str | None]:
    """Which users' passwords need the secret of which computer: {user id: mark, or None}.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    file = authentic(database, key)
    return {slot.user_id or 0: slot.device for slot in file.slots if slot.kind == PASSWORD}


def database_id_of(database: Path) -> str:
    """The id of a database before it is opened.

    Raises:
        DatabaseProblem: db.missing_slots, db.damaged_slots.
    """
    return candidates(database)[0].database_id


def slot_generation(database: Path, key: Key) -> int:
    """How often the slots were changed.

    Raises:
        DatabaseProblem: db.damaged_slots when the file was changed without the key.
    """
    return authentic(database, key).generation


def _info(slot: Slot) -> SlotInfo:
    held = slot.compartments
    return SlotInfo(slot.id, slot.kind, slot.user_id, slot.user_name, slot.device, held, bool(slot.public))


def _slot_of(file: SlotFile, user_id: int) -> Slot:
    for slot in file.slots:
        if slot.kind == PASSWORD and slot.user_id == user_id:
            return slot
    raise DatabaseProblem("db.no_slot", user_id=user_id)


def _save(database: Path, key: Key, file: SlotFile, new: tuple[Slot, ...]) -> int:
    changed = replace(file, generation=file.generation + 1, slots=new).signed(key)
    slots.save(slot_path(database), changed)
    return changed.generation
