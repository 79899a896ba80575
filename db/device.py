"""This computer's secret in the operating system's keyring: mixed into password slots that ask for it.

The keyring never holds the database key, and the recovery code opens the records without it.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.errors import DatabaseProblem

SERVICE = "icm-desktop"
# Keyrings that keep secrets encrypted for the person signed in to the computer. Anything else (clear text, none at
# all, a chain that may fall back to those) is refused by name.
_ALLOWED = {
    ("keyring.backends.SecretService", "Keyring"): "Secret Service",
    ("keyring.backends.kwallet", "DBusKeyring"): "KWallet",
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"): "KWallet",
    ("keyring.backends.Windows", "WinVaultKeyring"): "Windows Credential Manager",
    ("keyring.backends.macOS", "Keyring"): "macOS Keychain",
}
_CHAIN = ("keyring.backends.chainer", "ChainerBackend")
_BYTES = 32


class Backend(Protocol):
    """What the keyring library offers."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text kept under the name, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""


def mark_of(secret: bytes) -> str:
    """What tells one device secret from another without telling anything of it: 32 hexadecimal digits."""
    return HKDF(algorithm=hashes.SHA256(), length=16, salt=None, info=b"device-mark-v1").derive(secret).hex()


def fitting_backend(found: Any) -> Backend | None:
    """The keyring itself when it is one of the allowed classes, the first allowed one of a chain, else None."""
    kind = (type(found).__module__, type(found).__name__)
    if kind == _CHAIN:
        return next((one for one in map(fitting_backend, found.backends) if one is not None), None)
    return found if kind in _ALLOWED else None


@cache
def device_store() -> DeviceStore:
    """The keyring of this computer, chosen once; it may turn out to be none that keeps secrets."""
    import keyring  # takes a fifth of a second

    try:
        return DeviceStore(fitting_backend(keyring.get_keyring()))
    except Exception:  # noqa: BLE001  whatever a desktop's keyring stumbles over, it is none for us
        return DeviceStore(None)


@dataclass(frozen=True, slots=True)
class DeviceStore:
    """Secrets of this computer, by database. `backend` None: this computer has no keyring that keeps secrets."""

    backend: Backend | None

    @property
    def name(self) -> str:
        """What people call this keyring; empty when there is none."""
        kind = type(self.backend)
        return "" if self.backend is None else _ALLOWED.get((kind.__module__, kind.__name__), kind.__name__)

    def answers(self) -> bool:
        """Whether what is written can be read again and is gone when deleted. The choice of a class proves nothing."""
        if self.backend is None:
            return False
        name, text = f"probe.{secrets.token_hex(8)}", secrets.token_hex(_BYTES)
        with suppress(Exception):
            self.backend.set_password(SERVICE, name, text)
            right = self.backend.get_password(SERVICE, name) == text
            self.backend.delete_password(SERVICE, name)
            return right and self.backend.get_password(SERVICE, name) is None
        return False

    def make(self, database_id: str) -> bytes:
        """A new secret, written and read back before anything depends on it.

        Raises:
            DatabaseProblem: db.keyring_unfit.
        """
        secret = secrets.token_bytes(_BYTES)
        if not self.answers() or not self._kept(_name(database_id, mark_of(secret)), secret.hex()):
            raise DatabaseProblem("db.keyring_unfit")
        return secret

    def secret(self, database_id: str, mark: str) -> bytes:
        """The secret with this mark.

        Raises:
            DatabaseProblem: db.keyring_silent (absent, locked, failing), db.device_secret_lost (nothing there any
                more), db.device_secret_changed (something else is there).
        """
        text = self._read(_name(database_id, mark))
        if text is None:
            raise DatabaseProblem("db.device_secret_lost")
        try:
            secret = bytes.fromhex(text)
        except ValueError:
            raise DatabaseProblem("db.device_secret_changed") from None
        if len(secret) != _BYTES or mark_of(secret) != mark:
            raise DatabaseProblem("db.device_secret_changed")
        return secret

    def forget(self, database_id: str, mark: str) -> None:
        """Take a secret away that no slot needs any more; a keyring that does not answer keeps it."""
        with suppress(Exception):
            if self.backend is not None:
                self.backend.delete_password(SERVICE, _name(database_id, mark))

    def note(self, name: str, text: str) -> None:
        """Keep a line that is no secret, such as the last place of the audit record; quietly not when it cannot."""
        with suppress(Exception):
            if self.backend is not None:
                self.backend.set_password(SERVICE, name, text)

    def noted(self, name: str) -> str | None:
        """The line kept under the name; None when there is none or the keyring does not answer."""
        try:
            return None if self.backend is None else self.backend.get_password(SERVICE, name)
        except Exception:  # noqa: BLE001  a keyring that fails has told nothing
            return None

    def unnote(self, name: str) -> None:
        """Forget a line."""
        with suppress(Exception):
            if self.backend is not None:
                self.backend.delete_password(SERVICE, name)

    def _kept(self, name: str, text: str) -> bool:
        if self.backend is None:
            return False
        try:
            self.backend.set_password(SERVICE, name, text)
            return self.backend.get_password(SERVICE, name) == text
        except Exception:  # noqa: BLE001  every keyring has errors of its own
            return False

    def _read(self, name: str) -> str | None:
        if self.backend is None:
            raise DatabaseProblem("db.keyring_silent")
        try:
            return self.backend.get_password(SERVICE, name)
        except Exception:  # noqa: BLE001  locked, no session, no daemon: every keyring says it in its own way
            raise DatabaseProblem("db.keyring_silent") from None


def _name(database_id: str, mark: str) -> str:
    return f"{database_id}.device.{mark}"
