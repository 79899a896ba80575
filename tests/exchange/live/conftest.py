"""A practice, a server on this computer it exchanges with, and a patient both know."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from db.models.partners import PartnerState
from db.models.patient import Patient
from icm_desktop.contracts.partners import ChoosePatient, PartnerEdit, Polled, PollRequest
from icm_desktop.practice import OpenPractice
from tests.exchange.live.server import Running, Store, running
from tests.support import PracticeForTests, make_practice

OUTSIDE = "outside-7"
TODAY = dt.date(2026, 11, 20)


@dataclass(frozen=True)
class Linked:
    """A practice (`made`), as its coordinator (`here`), a server and their common patient."""

    made: PracticeForTests
    here: OpenPractice
    server: Running
    partner_id: int
    patient_id: int

    @property
    def store(self) -> Store:
        """What the server has."""
        return self.server.store

    def poll(self, *, now: bool = True) -> Polled:
        """One round."""
        done: Polled = self.here.run("services.partners.poll", PollRequest(now=now))
        return done

    def state(self) -> PartnerState:
        """How the last round went."""
        with self.here.read() as uow:
            found = uow.session.query(PartnerState).one()
            uow.session.expunge(found)
            return found

    def count(self, model: Any, **values: Any) -> int:
        """Rows that are not removed."""
        with self.here.read() as uow:
            query = uow.session.query(model).filter_by(**values)
            return int(
                query.filter(model.removed_at.is_(None)).count() if hasattr(model, "removed_at") else query.count()
            )


def there(**more: Any) -> dict[str, Any]:
    """The patient as the server knows them."""
    name = [{"family": "Lopez", "given": ["Maria"]}]
    return {
        "resourceType": "Patient",
        "id": OUTSIDE,
        "name": name,
        "birthDate": "1958-03-04",
        "gender": "female",
        **more,
    }


def about(kind: str, resource_id: str, **more: Any) -> dict[str, Any]:
    """A resource of the server about the patient."""
    return {"resourceType": kind, "id": resource_id, "subject": {"reference": f"Patient/{OUTSIDE}"}, **more}


def join(made: PracticeForTests, server: Running, **how: Any) -> Linked:
    """Set the partner up and choose the patient."""
    with made.open().write("test") as uow:
        maria = Patient(record_number="000001", family="Lopez", given="Maria", birth_date="1958-03-04", sex="female")
        uow.session.add(maria)
        uow.session.flush()
        patient_id = maria.id
    server.store.put(there())
    edit = PartnerEdit("Riverside Hospital", server.base, sends=True, **how)
    partner_id = made.open("administrator").run("services.partners.save", edit).id
    made.open().run("services.partner_patients.choose", ChoosePatient(partner_id, patient_id, OUTSIDE))
    return Linked(made, made.open(), server, partner_id, patient_id)


@pytest.fixture
def linked(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    with running() as server:
        yield join(made, server)
    made.database.close()
