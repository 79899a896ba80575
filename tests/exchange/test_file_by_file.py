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


def test_a_copy_that_was_passed_over_is_no_news_when_it_comes_alone(practice, write):
    short, full = condition(), condition(text="Asthma", note=[{"text": "since childhood"}])
    other = patient(telecom=[{"system": "phone", "value": "555-010-1234"}])
    paths = [write("short.json", patient(), short), write("full.json", other, full)]
    report = run(practice, *paths)
    assert sum(one.created for one in totals(report).values()) == 2
    for path in (*paths, *reversed(paths)):
        again = run(practice, path)
        assert adds_up(again)
        assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}


def test_a_correction_is_used_although_other_copies_were_passed_over(practice, write):
    run(practice, write("a.json", patient(), condition()), write("b.json", condition(text="Asthma, mild")))
    report = run(practice, write("c.json", condition(text="COPD")))
    assert totals(report)["Condition"].updated == 1


def test_what_names_a_patient_who_is_not_there_is_never_given_to_the_only_one_who_is(practice, write):
    report = run(practice, write("a.json", patient(), condition(), condition("c2", "Patient/somebody-else")))
    counts = totals(report)["Condition"]
    assert (counts.created, counts.refused) == (1, 1)
    assert any("neither in these files nor in the practice" in note for note in report.files[0].notes)
    assert (
        totals(run(practice, write("b.json", patient("somebody-else", "Lund", "1950-01-01"))))["Patient"].created == 1
    )
    again = run(practice, write("a.json", patient(), condition(), condition("c2", "Patient/somebody-else")))
    assert totals(again)["Condition"].created == 1
