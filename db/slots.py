"""One key slot and the file the slots lie in.

A password or the recovery code wraps the slot's private key; what the slot opens is sealed to its public key: the key
of the file, and those of the compartments it holds. So a new key of the file is given to everybody without their
passwords. A slot of the first format wraps the key of the file itself, until its user signs in.
"""

from __future__ import annotations

import hmac
import json
import secrets
import uuid
from collections.abc import Collection
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
from db.key import BYTES, Key
from db.sealing import new_pair, sealed, unsealed

FIRST_FORMAT, FORMAT = 1, 2
FILE = "file"  # under which the key of the file is sealed, beside compartments
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

    `device`: the mark of the secret in this computer's keyring that the password alone does not do without. `public`:
    the public key; empty in a slot of the first format. `sealed`: what is sealed to it, by name, in their order.
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
    public: bytes = b""
    sealed: tuple[tuple[str, bytes], ...] = ()

    @property
    def compartments(self) -> tuple[str, ...]:
        """The keys of compartments it holds, such as "behavioral_health/1"."""
        return tuple(name for name, _ in self.sealed if name != FILE)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of one database. `generation` grows with each change, so that an old copy put back can be noticed.

    `earlier`: the keys the file had before, encrypted with the present one; they open its older backups.
    """

    database_id: str
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes = b""
    earlier: bytes = b""

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
    key: Key,
    user_id: int,
    user_name: str,
    password: bytes,
    kdf: Kdf,
    device: bytes | None = None,
    compartments: Collection[str] = (),
) -> Slot:
    """A new slot for one user; the name is already normalised. With `device` it opens only beside that secret.

    `compartments`: names of keys the slot is to hold, as far as `key` does.
    """
    salt = secrets.token_bytes(16)
    mark = None if device is None else mark_of(device)
    private, public = new_pair()
    empty = Slot(uuid.uuid4().hex, PASSWORD, user_id, user_name, kdf, salt, secrets.token_bytes(12), b"", mark, public)
    return resealed(_wrapped(empty, key, private, _password_kek(empty, password, device)), key, compartments)


def wrap_with_recovery(key: Key, secret: bytes) -> Slot:
    """A new recovery slot; it holds every compartment `key` does."""
    salt = secrets.token_bytes(16)
    private, public = new_pair()
    empty = Slot(uuid.uuid4().hex, RECOVERY, None, "", None, salt, secrets.token_bytes(12), b"", public=public)
    everything = [name for name, _ in key.compartments]
    return resealed(_wrapped(empty, key, private, _recovery_kek(empty, secret)), key, everything)


def resealed(slot: Slot, key: Key, compartments: Collection[str]) -> Slot:
    """The slot opening this key of the file and these compartments; one that `key` lacks stays as it was sealed."""
    own, before = dict(key.compartments), dict(slot.sealed)
    contents = {FILE: key.data, **{name: own[name] for name in compartments if name in own}}
    kept = {name: before[name] for name in compartments if name in before}
    fresh = {
        name: sealed(secret, slot.public, _context(slot, key.database_id, name))
        for name, secret in contents.items()
        if name not in kept
    }
    return replace(slot, sealed=tuple(sorted((kept | fresh).items())))


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


def unseal_again(file: SlotFile, key: Key) -> Key | None:
    """What the slot of `key` opens in this file, by its private key; None when the slot is gone or was made anew."""
    slot = next((one for one in file.slots if one.id == key.slot_id and one.public), None)
    return None if slot is None else _opened(file, slot, key.private)


def with_earlier(file: SlotFile, key: Key) -> SlotFile:
    """The file keeping the earlier keys of `key`, readable with the present one only."""
    if not key.earlier:
        return file
    nonce = secrets.token_bytes(12)
    box = AESGCM(key.derived("earlier-v1")).encrypt(nonce, b"".join(key.earlier), key.database_id.encode())
    return replace(file, earlier=nonce + box)


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
        mac, earlier = bytes.fromhex(found["mac"]), bytes.fromhex(found.get("earlier", ""))
        file = SlotFile(found["database_id"], found["generation"], tuple(map(_slot, found["slots"])), mac, earlier)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DatabaseProblem("db.damaged_slots") from None
    if _text(file) != raw:  # also of another format
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


def next_of(path: Path) -> Path:
    """Where the slots of a new key lie while it takes the place of the old one."""
    return path.with_name(f"{path.name}.next")


def _wrapped(slot: Slot, key: Key, private: bytes, kek: bytes) -> Slot:
    return replace(slot, ciphertext=AESGCM(kek).encrypt(slot.nonce, private, _bound(slot, key.database_id)))


def _unwrapped(file: SlotFile, slot: Slot, kek: bytes) -> Key | None:
    try:
        inner = AESGCM(kek).decrypt(slot.nonce, slot.ciphertext, _bound(slot, file.database_id))
    except (InvalidTag, ValueError):
        return None
    if slot.public:
        return _opened(file, slot, inner)
    return _with_earlier(file, Key(inner, file.database_id, slot.user_id, slot.kind, slot.device, slot_id=slot.id))


def _opened(file: SlotFile, slot: Slot, private: bytes) -> Key | None:
    found = {name: unsealed(box, private, _context(slot, file.database_id, name)) for name, box in slot.sealed}
    data = found.pop(FILE, None)
    if data is None:
        return None
    held = tuple((name, secret) for name, secret in sorted(found.items()) if secret is not None)
    key = Key(data, file.database_id, slot.user_id, slot.kind, slot.device, (), held, slot.id, private)
    return _with_earlier(file, key)


def _with_earlier(file: SlotFile, key: Key) -> Key:
    """The key with those before it; one that is not of this file's state has none and is refused elsewhere."""
    if not file.earlier:
        return key
    nonce, box = file.earlier[:12], file.earlier[12:]
    try:
        joined = AESGCM(key.derived("earlier-v1")).decrypt(nonce, box, file.database_id.encode())
    except (InvalidTag, ValueError):
        return key
    return replace(key, earlier=tuple(joined[at : at + BYTES] for at in range(0, len(joined), BYTES)))


def _bound(slot: Slot, database_id: str) -> bytes:
    plain = {**_plain(slot), "ciphertext": None}
    plain.pop("sealed", None)  # it changes while the private key stays
    return _json([FORMAT if slot.public else FIRST_FORMAT, database_id, plain])


def _context(slot: Slot, database_id: str, name: str) -> bytes:
    return _json([FORMAT, database_id, slot.id, name])


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
    content = [_format(file), file.database_id, file.generation, [_plain(slot) for slot in file.slots]]
    if file.earlier:
        content.append(file.earlier.hex())
    return hmac.digest(key.derived("slots-v1"), _json(content), "sha256")


def _format(file: SlotFile) -> int:
    return FORMAT if file.earlier or any(slot.public for slot in file.slots) else FIRST_FORMAT


def _plain(slot: Slot) -> dict[str, Any]:
    values = asdict(slot)
    if slot.device is None:  # as files were written before there were device secrets
        del values["device"]
    if not slot.public:  # and before there were key pairs
        del values["public"], values["sealed"]
    else:
        values["sealed"] = {name: box.hex() for name, box in slot.sealed}
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()}


def _slot(found: dict[str, Any]) -> Slot:
    kdf = None if found["kdf"] is None else Kdf(**found["kdf"])
    if kdf and not all(type(figure) is int for figure in (kdf.memory_kib, kdf.passes, kdf.lanes)):
        raise ValueError("not a cost")
    if "device" in found and type(found["device"]) is not str:
        raise ValueError("not a mark")
    whole = {**found, "kdf": kdf}
    for name in ("salt", "nonce", "ciphertext", *(("public",) if "public" in found else ())):
        whole[name] = bytes.fromhex(found[name])
    if "public" in found:
        if len(whole["public"]) != BYTES:
            raise ValueError("not a public key")
        whole["sealed"] = tuple(sorted((name, bytes.fromhex(box)) for name, box in found["sealed"].items()))
    return Slot(**whole)


def _text(file: SlotFile) -> bytes:
    content = {
        "format": _format(file),
        "database_id": file.database_id,
        "generation": file.generation,
        "slots": [_plain(slot) for slot in file.slots],
        "mac": file.mac.hex(),
        **({"earlier": file.earlier.hex()} if file.earlier else {}),
    }
    return json.dumps(content, indent=1, sort_keys=True).encode() + b"\n"


def _json(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
