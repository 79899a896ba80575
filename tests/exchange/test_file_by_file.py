"""Files that belong together but come one after the other, each as an import of its own."""

from __future__ import annotations

from sqlalchemy import select

from db.models.scheduling import ServiceRequest
from tests.exchange.conftest import adds_up, condition, patient, run, totals

WHO = {"reference": "Patient/p1"}
CLINICIAN = {"resourceType": "Practitioner", "id": "d1", "name": [{"family": "Frost"}]}
ORDER = {
    "resourceType": "ServiceRequest",
    "id": "s1",
    "status": "active",
    "intent": "order",
    "subject": WHO,
    "requester": {"reference": "Practitioner/d1"},
    "reasonReference": [{"reference": "Condition/c1"}],
    "code": {"text": "Referral to eye clinic"},
}


def test_an_order_alone_finds_the_people_of_earlier_imports(practice, write):
    run(practice, write("a.json", patient(), condition()))
    run(practice, write("b.json", CLINICIAN))
    report = run(practice, write("c.json", ORDER))
    assert totals(report)["ServiceRequest"].created == 1
    again = run(practice, write("c.json", ORDER))
    assert totals(again)["ServiceRequest"].unchanged == 1
    with practice.read() as uow:
        assert uow.session.scalars(select(ServiceRequest.patient_id)).one() is not None


def test_a_newer_order_alone_changes_the_one_we_have(practice, write):
    run(practice, write("a.json", patient(), condition(), CLINICIAN, ORDER))
    newer = ORDER | {"status": "completed", "performer": [{"reference": "Practitioner/d1"}]}
    path = write("b.json", newer)
    assert totals(run(practice, path, dry_run=True))["ServiceRequest"].updated == 1
    report = run(practice, path)
    assert adds_up(report)
    assert totals(report)["ServiceRequest"].updated == 1
    with practice.read() as uow:
        assert uow.session.scalars(select(ServiceRequest.status)).one() == "completed"
