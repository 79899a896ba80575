"""Emergency: a backup is looked at on an empty computer, by password or printed code; nothing is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from db.models.plan import Goal
from icm_desktop import looking, paths
from icm_desktop.contracts.access import SignIn
from icm_desktop.contracts.emergency import EVERY, PrintEmergency
from icm_desktop.contracts.patients import PatientDetails, PatientFilter, RegisterPatient
from icm_desktop.errors import CannotOpen, NotAllowed, UserError
from icm_desktop.practice import LOOKS, OpenPractice
from tests.db.sample import fingerprints
from tests.handouts.reading import text
from tests.keeping.conftest import OTHERS, PASSWORD, Home, add_user


def looked_at(backup: Path, **how: object) -> OpenPractice:
    how = how or {"user": "ada", "password": PASSWORD}
    values = {"user": "ada", "password": ""} | how
    return looking.open_read_only(SignIn(str(backup), read_only=True, **values))  # type: ignore[arg-type]


def everything(home: Home) -> dict[str, str]:
    """Of the live practice and of the stick."""
    return {f"{folder}/{name}": mark for folder in ("live", "stick")
            for name, mark in fingerprints(home.folder / folder).items()}  # fmt: skip


@pytest.mark.parametrize("by_code", [False, True])
def test_an_empty_computer_looks_at_a_backup_by_password_or_printed_code(
    stick: Path, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_code: bool
) -> None:
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "another-computer"))
    before = everything(home)
    how = {"recovery_code": home.code} if by_code else {"password": PASSWORD}
    practice = looked_at(stick, **how)
    session = practice.signed_in()
    assert (session.read_only, session.display_name, session.recovery_unconfirmed) == (True, "ada", False)
    assert session.backup_made_at is not None
    rows = practice.run("queries.patients.patients", PatientFilter()).rows
    assert {row.head.family for row in rows} == {"Lopez", "Baker"}
    assert practice.run("services.charts.open_chart", rows[0].head.id).banner.head.id == rows[0].head.id
    practice.close()
    assert everything(home) == before
    left = [path.name for path in paths.state_folder().iterdir() if path.is_dir()]
    assert left == []


def test_nothing_can_be_changed_and_what_is_looked_at_notes_nothing(stick: Path, home: Home) -> None:
    practice = looked_at(stick)
    (lopez, *_) = practice.run("queries.patients.patients", PatientFilter()).rows
    last = practice.run("queries.audit_state.state").last_seq
    for name, request in (
        ("services.registration.register", RegisterPatient(PatientDetails(family="New"), True)),
        ("services.backups.back_up_now", None), ("services.backups.weekly_check", None),
        ("services.access.signed_out", "closed"), ("services.drafts.discard", "x"),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match="read_only"):
            practice.run(name, *(() if request is None else (request,)))
    with pytest.raises(NotAllowed, match="read_only"), practice.write("tests.anything"):
        raise AssertionError
    for _ in range(2):
        practice.run("services.charts.open_chart", lopez.head.id)
    assert practice.run("queries.audit_state.state").last_seq == last
    assert len(practice.run("queries.patients.patients", PatientFilter()).rows) == 2
    practice.close()


def test_only_acts_that_look_are_let_through() -> None:
    from icm_desktop.catalogue import use_case

    for name in LOOKS:
        assert callable(use_case(name))
        assert name.rpartition(".")[2].startswith(("open_", "list_"))


@pytest.mark.parametrize("plans", ["day", EVERY])
def test_the_schedule_and_plans_come_out_on_paper(stick: Path, home: Home, plans: str) -> None:
    practice = looked_at(stick)
    made = practice.run("reports.emergency.render", PrintEmergency(dt.date(2026, 11, 20), plans))
    assert "Day sheet" in text(made.pdf)
    assert made.plans == 0
    practice.close()


def test_a_wrong_password_a_damaged_backup_and_a_live_file_are_refused(stick: Path, home: Home) -> None:
    with pytest.raises(CannotOpen):
        looked_at(stick, password="wrong wrong wrong wrong")
    with pytest.raises(CannotOpen, match="not_a_backup"):
        looked_at(home.database)
    data = bytearray(stick.read_bytes())
    data[len(data) // 2] ^= 1
    stick.write_bytes(data)
    with pytest.raises(UserError):
        looked_at(stick)
    assert [path.name for path in paths.state_folder().iterdir() if path.name.startswith("looking-")] == []


def test_roles_hold_for_a_backup_too(home: Home) -> None:
    practice = home.open()
    add_user(practice, "fred", "front_desk")
    with practice.write("test") as uow:
        uow.session.add(Goal(patient_id=1, text="Walk daily", status="active"))
    practice.run("services.backups.backup", str(home.folder / "later.icm"))
    practice.close()
    desk = looked_at(home.folder / "later.icm", user="fred", password=OTHERS)
    with pytest.raises(NotAllowed):
        desk.run("queries.care_plan.care_plan", 1)
    assert desk.run("reports.emergency.render", PrintEmergency(plans=EVERY)).plans == 0
    desk.close()
    ada = looked_at(home.folder / "later.icm")
    made = ada.run("reports.emergency.render", PrintEmergency(plans=EVERY))
    assert (made.plans, "Walk daily" in text(made.pdf)) == (1, True)
    ada.close()
