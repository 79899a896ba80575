"""The sample practice of `--demo`: a fresh file, five users with a known password, sixty invented patients."""

from __future__ import annotations

from pathlib import Path

from icm_desktop import bootstrap, paths
from icm_desktop.content.sample import sample
from icm_desktop.contracts.access import NewPractice, NewUser, SignIn
from icm_desktop.errors import CannotOpen
from icm_desktop.permissions import Role

PASSWORD = "sample practice only"  # noqa: S105  of a file whose every patient is invented
ADMINISTRATOR = "ada"
USERS = (
    NewUser("rosa", "Rosa Diaz", Role.COORDINATOR.value, PASSWORD),
    NewUser("lena", "Lena Ortiz", Role.COORDINATOR.value, PASSWORD),
    NewUser("fred", "Fred Hale", Role.FRONT_DESK.value, PASSWORD),
    NewUser("kim", "Grace Kim", Role.CLINICIAN.value, PASSWORD),
)
PATIENTS, SEED = 60, 1
_PARTS = ("", "-wal", "-shm", ".keys.json", ".keys.json.bak")


def make_sample_practice(database: Path | None = None, patients: int = PATIENTS) -> str:
    """Make the sample practice anew; a former one at the same place is replaced.

    Returns:
        The database file.

    Raises:
        CannotOpen: sample.not_a_sample when the file there is not a sample practice: it is left as it is.
    """
    path = (database or paths.sample_database()).absolute()
    _clear(path)
    content = sample("clinic")
    made = bootstrap.make_practice(
        NewPractice(str(path), content["name"], content["time_zone"], ADMINISTRATOR, PASSWORD, is_sample=True)
    )
    practice = bootstrap.sign_in(SignIn(str(path), ADMINISTRATOR, PASSWORD))
    try:
        for user in USERS:
            practice.run("services.access.add_user", user)
        practice.run("services.access.confirm_recovery", made.recovery_code)
        practice.run(
            "services.demo.fill", patients, SEED, False, True
        )  # open today: on a Sunday there is something to see
    finally:
        practice.close()
    return str(path)


def _clear(path: Path) -> None:
    if not path.exists():
        return
    try:
        practice = bootstrap.sign_in(SignIn(str(path), ADMINISTRATOR, PASSWORD, accept_older=True, update=True))
    except CannotOpen as error:
        raise CannotOpen("sample.not_a_sample", path=str(path)) from error
    is_sample, before = practice.signed_in().is_sample, practice.signed_in().kept_before_update
    practice.close()
    if not is_sample:
        raise CannotOpen("sample.not_a_sample", path=str(path))
    for part in _PARTS:
        Path(f"{path}{part}").unlink(missing_ok=True)
    if before is not None:
        Path(before).unlink(missing_ok=True)
