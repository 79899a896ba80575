"""Run inside a private D-Bus session: the program with the real Secret Service. Prints one line of JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import keyring
from jeepney.bus_messages import DBus
from jeepney.io.blocking import open_dbus_connection

from db.device import SERVICE, device_store
from icm_desktop import before_sign_in, bootstrap, doctor
from icm_desktop.contracts.access import NewPractice, SignIn
from icm_desktop.errors import UserError

ENDED = 77  # exit code: the keyring itself crashed under us (gnome-keyring 42 does once in some thousand connections)
PASSWORD, NEW = "slow brown rivers bend", "nine small paper boats"


def unlocked(folder: Path) -> dict[str, object]:
    """Begin with the keyring, go in, have it wiped, come back by the code, and turn it on anew."""
    told: dict[str, object] = {"name": device_store().name, "answers": before_sign_in.keyring_answers()}
    request = NewPractice(str(folder / "p.icm"), "Larkspur", "UTC", "ada", PASSWORD, use_keyring=True)
    made = bootstrap.make_practice(request)
    practice = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
    told["key_in_keyring"] = practice.database.key.data.hex() in _everything(practice.database.database_id, folder)
    told["doctor"] = next(
        each.ok for each in doctor.examine(folder / "p.icm", practice).checks if each.name == "keyring"
    )
    mark = practice.database.key.device or ""
    name = f"{practice.database.database_id}.device.{mark}"
    practice.close()
    told["digits"] = len(keyring.get_password(SERVICE, name) or "")
    keyring.delete_password(SERVICE, name)
    told["wiped"] = _code(SignIn(made.database, "ada", PASSWORD))
    practice = bootstrap.sign_in(SignIn(made.database, "ada", NEW, recovery_code=made.recovery_code))
    told["lost"] = practice.signed_in().keyring_lost
    practice.run("services.keyring.turn_on", NEW)
    practice.close()
    bootstrap.sign_in(SignIn(made.database, "ada", NEW)).close()
    return told


def locked(folder: Path) -> dict[str, object]:
    """Nobody unlocked the keyring: it looks healthy, keeps nothing, and is not used."""
    told: dict[str, object] = {"name": device_store().name, "answers": before_sign_in.keyring_answers()}
    try:
        bootstrap.make_practice(NewPractice(str(folder / "p.icm"), "L", "UTC", "ada", PASSWORD, use_keyring=True))
    except UserError as error:
        told["code"] = error.code
    told["left"] = [path.name for path in folder.glob("p.icm*")]
    return told


def _code(request: SignIn) -> str:
    try:
        bootstrap.sign_in(request).close()
    except UserError as error:
        return error.code
    return "opened"


def _everything(database_id: str, folder: Path) -> str:
    """Whatever the keyring shows of this database, and its own files."""
    files = [path.read_bytes().hex() for path in folder.rglob("*.keyring")]
    return " ".join([keyring.get_password(SERVICE, database_id) or "", *files])


def _keyring_process() -> int | None:
    """Which process answers for the Secret Service; None: none yet."""
    with open_dbus_connection() as bus:
        (found, *_) = bus.send_and_get_reply(DBus().GetConnectionUnixProcessID("org.freedesktop.secrets")).body
    return found if isinstance(found, int) else None  # an error's words


if __name__ == "__main__":
    scenario = {"unlocked": unlocked, "locked": locked}[sys.argv[1]]
    first = _keyring_process()
    try:
        print(json.dumps(scenario(Path(sys.argv[2]))))  # noqa: T201
    finally:
        if first not in (None, _keyring_process()):
            sys.exit(ENDED)
