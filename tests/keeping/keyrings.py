"""Keyrings that go wrong in the ways real ones do, under the class names the program lets in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError

from db.device import device_store


class Memory(KeyringBackend):
    """Keeps secrets as it should."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        if username not in self.kept:
            raise PasswordDeleteError
        del self.kept[username]


class Null(Memory):
    """Says yes to everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Raising(Memory):
    """Fails at everything, as without a session bus."""

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("no session")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise InitError("no session")


class Locked(Memory):
    """Nobody answers the prompt."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Prompt dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("Prompt dismissed")


class Newline(Memory):
    """Gives back one character more than it got."""

    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        return None if found is None else found + "\n"


class Forgetful(Memory):
    """Never deletes."""

    def delete_password(self, service: str, username: str) -> None:
        pass


def allowed(kind: type[Memory]) -> Memory:
    """A keyring of this behaviour that calls itself the Secret Service."""
    made: Any = type("Keyring", (kind,), {"__module__": "keyring.backends.SecretService"})
    return made()


@contextmanager
def in_use(backend: KeyringBackend) -> Iterator[None]:
    """This computer has this keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    device_store.cache_clear()
    try:
        yield
    finally:
        keyring.set_keyring(before)
        device_store.cache_clear()
