"""One key slot: the database key wrapped by a password or a recovery code, and the file the slots lie in."""

from __future__ import annotations

import hmac
import json
import secrets
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.device import mark_of
from db.errors import DatabaseProblem
from db.files import replace_durably, write_private
from db.key import Key

FORMAT = 1
PASSWORD, RECOVERY = "password", "recovery"
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1 << 20, 16, 16  # a hostile file must not make us compute for hours


@dataclass(frozen=True, slots=True)
class Kdf:
    """Cost of one guess at a password: Argon2id memory in KiB, passes and lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def at_least(self, floor: Kdf) -> bool:
        """Whether no figure is below the floor's (lanes may differ) and none is absurd."""
        fair = self.memory_kib <= _MOST_MEMORY_KIB and self.passes <= _MOST_PASSES and 0 < self.lanes <= _MOST_LANES
        return fair and self.memory_kib >= floor.memory_kib and self.passes >= floor.passes


STANDARD_KDF = Kdf(memory_kib=65536, passes=3, lanes=4)  # Source: RFC 9106 section 4, second recommended option
FAST_TEST_KDF = Kdf(memory_kib=64, passes=1, lanes=1)  # for tests that ask for it by name; refused on read otherwise


@dataclass(frozen=True, slots=True)
class Slot:
    """The wrapped key. Everything but the ciphertext is bound to it as associated data.

    `device`: the mark of the secret in this computer's keyring that the password alone does not do without.
    """

    id: str
    kind: str
    user_id: int | None
    user_name: str
    kdf: Kdf | None
    salt: bytes
    nonce: bytes
    ciphertext: bytes
    device: str | None = None


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of one database. `generation` grows with each change, so that an old copy put back can be noticed."""

    database_id: str
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def signed(self, key: Key) -> SlotFile:
        """The same content with the MAC of the key it wraps."""
        return replace(self, mac=_mac(self, key))

    def is_authentic(self, key: Key) -> bool:
        """Whether nothing in the file was changed without the key."""
        return hmac.compare_digest(self.mac, _mac(self, key))


def slot_path(database: Path) -> Path:
    """Where the slots of a database file lie."""
    return Path(f"{database}.keys.json")


def wrap_with_password(
    key: Key, user_id: int, user_name: str, password: bytes, kdf: Kdf, device: bytes | None = None
) -> Slot:
    """A new slot for one user; the name is already normalised. With `device` it opens only beside that secret."""
    salt = secrets.token_bytes(16)
    mark = None if device is None else mark_of(device)
    empty = Slot(uuid.uuid4().hex, PASSWORD, user_id, user_name, kdf, salt, secrets.token_bytes(12), b"", mark)
    return _wrapped(empty, key, _password_kek(empty, password, device))


def wrap_with_recovery(key: Key, secret: bytes) -> Slot:
    """A new recovery slot."""
    salt = secrets.token_bytes(16)
    empty = Slot(uuid.uuid4().hex, RECOVERY, None, "", None, salt, secrets.token_bytes(12), b"")
    return _wrapped(empty, key, _recovery_kek(empty, secret))


def unwrap_with_password(
    file: SlotFile, slot: Slot, password: bytes, floor: Kdf, device: bytes | None = None
) -> Key | None:
    """The key, or None when the password, the device secret or the slot is not right.

    Raises:
        DatabaseProblem: db.damaged_slots when the slot asks for a weaker computation than the floor.
    """
    if slot.kdf is None or not slot.kdf.at_least(floor):
        raise DatabaseProblem("db.damaged_slots")
    return _unwrapped(file, slot, _password_kek(slot, password, device))


def unwrap_with_recovery(file: SlotFile, slot: Slot, secret: bytes) -> Key | None:
    """The key, or None when the code or the slot is not right."""
    return _unwrapped(file, slot, _recovery_kek(slot, secret))


def load(path: Path) -> SlotFile:
    """Read a slot file.

    Raises:
        FileNotFoundError: there is none.
        DatabaseProblem: db.damaged_slots when it is not exactly what `save` writes.
    """
    raw = path.read_bytes()
    try:
        found = json.loads(raw)
        if type(found["generation"]) is not int or type(found["database_id"]) is not str:
            raise ValueError("not a slot file")
        file = SlotFile(
            found["database_id"], found["generation"], tuple(map(_slot, found["slots"])), bytes.fromhex(found["mac"])
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DatabaseProblem("db.damaged_slots") from None
    if found.get("format") != FORMAT or _text(file) != raw:
        raise DatabaseProblem("db.damaged_slots")
    return file


def save(path: Path, file: SlotFile) -> None:
    """Write the file and then its twin `.bak`, each in one durable step, so that no moment is without a good one."""
    content = _text(file)
    for target in (path, backup_of(path)):
        draft = target.with_name(f"{target.name}.new")
        write_private(draft, content, durable=True)
        replace_durably(draft, target)


def backup_of(path: Path) -> Path:
    """The twin of a slot file."""
    return path.with_name(f"{path.name}.bak")


def _wrapped(slot: Slot, key: Key, kek: bytes) -> Slot:
    return replace(slot, ciphertext=AESGCM(kek).encrypt(slot.nonce, key.data, _bound(slot, key.database_id)))


def _unwrapped(file: SlotFile, slot: Slot, kek: bytes) -> Key | None:
    try:
        data = AESGCM(kek).decrypt(slot.nonce, slot.ciphertext, _bound(slot, file.database_id))
    except (InvalidTag, ValueError):
        return None
    return Key(data, file.database_id, slot.user_id, slot.kind, slot.device)


def _bound(slot: Slot, database_id: str) -> bytes:
    return _json([FORMAT, database_id, {**_plain(slot), "ciphertext": None}])


def _password_kek(slot: Slot, password: bytes, device: bytes | None) -> bytes:
    kdf = slot.kdf or STANDARD_KDF
    stretched = hash_secret_raw(password, slot.salt, kdf.passes, kdf.memory_kib, kdf.lanes, 32, Type.ID)
    if device is None:
        return stretched
    mixed = HKDF(algorithm=hashes.SHA256(), length=32, salt=slot.salt, info=b"password-device-v1")
    return mixed.derive(stretched + device)


def _recovery_kek(slot: Slot, secret: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=slot.salt, info=b"recovery-v1").derive(secret)


def _mac(file: SlotFile, key: Key) -> bytes:
    content = [FORMAT, file.database_id, file.generation, [_plain(slot) for slot in file.slots]]
    return hmac.digest(key.derived("slots-v1"), _json(content), "sha256")


def _plain(slot: Slot) -> dict[str, Any]:
    values = asdict(slot)
    if slot.device is None:  # as files were written before there were device secrets
        del values["device"]
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()}


def _slot(found: dict[str, Any]) -> Slot:
    kdf = None if found["kdf"] is None else Kdf(**found["kdf"])
    if kdf and not all(type(figure) is int for figure in (kdf.memory_kib, kdf.passes, kdf.lanes)):
        raise ValueError("not a cost")
    if "device" in found and type(found["device"]) is not str:
        raise ValueError("not a mark")
    whole = {**found, "kdf": kdf}
    for name in ("salt", "nonce", "ciphertext"):
        whole[name] = bytes.fromhex(found[name])
    return Slot(**whole)


def _text(file: SlotFile) -> bytes:
    content = {
        "format": FORMAT,
        "database_id": file.database_id,
        "generation": file.generation,
        "slots": [_plain(slot) for slot in file.slots],
        "mac": file.mac.hex(),
    }
    return json.dumps(content, indent=1, sort_keys=True).encode() + b"\n"


def _json(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
