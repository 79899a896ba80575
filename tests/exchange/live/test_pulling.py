"""What a partner has comes in by itself: all pages, each thing once, only what changed; trouble loses nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Condition, Encounter, Observation
from db.models.documents import Document
from db.models.exchange import ImportBatch
from db.models.patient import Patient
from db.models.practice import Practitioner
from icm_desktop.contracts.partners import News
from tests.exchange.live.conftest import OUTSIDE, about
from tests.exchange.live.server import cut, once


def conditions(store, count):
    for number in range(count):
        store.put(about("Condition", f"c{number}", code={"text": f"Problem {number}"}))


def test_every_page_comes_in_and_a_second_round_brings_nothing(linked):
    conditions(linked.store, 7)
    first = linked.poll()
    assert (first.received, first.troubles) == (7, 0)
    assert linked.count(Condition, patient_id=linked.patient_id) == 7
    assert linked.count(Patient) == 1
    second = linked.poll()
    assert (second.received, second.sent) == (0, 0)
    assert linked.count(ImportBatch) == 1


def test_only_what_changed_since_is_asked_for_and_taken_in(linked):
    conditions(linked.store, 3)
    linked.poll()
    linked.store.requests.clear()
    linked.store.now += dt.timedelta(minutes=5)
    linked.store.put(about("Condition", "c1", code={"text": "Asthma, severe"}))
    done = linked.poll()
    assert done.received == 1
    assert all("_lastUpdated=ge2026-11-20T" in path for _, path in linked.store.requests)
    with linked.here.read() as uow:
        assert "Asthma, severe" in {row.text for row in uow.session.query(Condition)}
    assert linked.count(Condition) == 3


def test_people_it_points_to_come_along_once(linked):
    linked.store.put({"resourceType": "Practitioner", "id": "d1", "name": [{"family": "Okafor", "given": ["Ngozi"]}]})
    linked.store.put(about("Encounter", "e1", status="finished", **{"class": {"code": "AMB"}},
                           participant=[{"individual": {"reference": "Practitioner/d1"}}]))  # fmt: skip
    linked.poll()
    linked.store.put(about("Encounter", "e2", status="finished", **{"class": {"code": "AMB"}},
                           participant=[{"individual": {"reference": "Practitioner/d1"}}]))  # fmt: skip
    linked.store.requests.clear()
    linked.poll()
    assert linked.count(Practitioner) == 1
    assert ("GET", "/fhir/Practitioner/d1") not in linked.store.requests


def test_a_new_note_assessment_and_discharge_are_news_in_one_round(linked):
    linked.poll()
    stay = about(
        "Encounter", "stay", status="in-progress", **{"class": {"code": "IMP"}}, period={"start": "2026-11-12"}
    )
    linked.store.put(stay)
    assert linked.poll().news == ()
    linked.store.put({**stay, "status": "finished", "period": {"start": "2026-11-12", "end": "2026-11-19"}})
    letter = [{"attachment": {"contentType": "text/plain", "data": "U2VlbiB0b2RheS4="}}]
    linked.store.put(about("DocumentReference", "n1", status="current", type={"text": "Consult note"}, content=letter))
    linked.store.put(about("QuestionnaireResponse", "q1", status="completed", item=[{"linkId": "1", "text": "Sad?"}]))
    news = linked.poll().news
    assert news == tuple(News(kind, linked.patient_id) for kind in ("discharge", "note", "assessment"))
    assert linked.count(Document) == linked.count(Encounter) == 1


@pytest.mark.parametrize("fault", [
    once(500), once(503, Retry_After="120"), once(429, Retry_After="90"), once(401), cut(), once(302, Location="http://x/"),
], ids=["500", "503", "429", "401", "cut", "302"])  # fmt: skip
def test_trouble_loses_and_doubles_nothing(linked, fault):
    conditions(linked.store, 5)
    linked.store.faults.append(fault)
    assert linked.poll().troubles == 1
    state = linked.state()
    assert state.failures == 1 and state.problem.startswith("partners.") and state.next_try_at > state.tried_at
    before = len(linked.store.requests)
    assert linked.poll(now=False).troubles == 0
    assert len(linked.store.requests) == before  # it waits its time
    assert linked.poll().troubles == 0
    assert linked.count(Condition) == 5
    assert linked.state().failures == 0 and linked.state().problem is None


def test_the_time_the_partner_asks_for_is_kept(linked):
    linked.store.faults.append(once(429, Retry_After="300"))
    linked.poll()
    state = linked.state()
    assert (state.next_try_at - state.tried_at).total_seconds() == 300
    assert state.problem == "partners.busy"


def test_each_failure_in_a_row_waits_twice_as_long_up_to_a_limit(linked):
    linked.server.stop()
    waits = []
    for _ in range(8):
        linked.poll()
        state = linked.state()
        waits.append(int((state.next_try_at - state.tried_at).total_seconds()))
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900]
    assert state.problem == "partners.no_answer"


def test_a_server_that_is_away_and_comes_back_gives_everything(linked):
    conditions(linked.store, 2)
    linked.poll()
    linked.server.stop()
    conditions(linked.store, 4)
    linked.poll()
    linked.server.start()
    linked.poll()
    assert linked.count(Condition) == 4


@pytest.mark.parametrize(("leads", "problem"), [
    ("http://127.0.0.1:1/fhir", "partners.leads_elsewhere"), ("?x=1", "partners.pages_in_circle"),
])  # fmt: skip
def test_a_next_page_elsewhere_or_in_a_circle_is_not_followed(linked, leads, problem):
    def leading(handler):
        if "/Condition?" not in handler.path:
            return False
        link = [{"relation": "next", "url": leads}]
        handler.answer(200, {"resourceType": "Bundle", "type": "searchset", "link": link, "entry": []})
        return True

    linked.store.faults.append(leading)
    linked.poll()
    assert linked.state().problem == problem


def test_a_type_the_partner_does_not_give_is_left_out_and_told(linked):
    conditions(linked.store, 1)

    def no_coverage(handler):
        if "/Coverage?" not in handler.path:
            return False
        handler.answer(403, {"resourceType": "OperationOutcome"})
        return True

    linked.store.faults.append(no_coverage)
    assert linked.poll().troubles == 0
    (health,) = linked.here.run("queries.partners.health")
    assert health.not_offered == ("Coverage",) and health.problem is None
    assert linked.count(Condition) == 1


def test_somebody_elses_facts_in_an_answer_are_refused(linked):
    def liar(handler):
        if "/Observation?" not in handler.path:
            return False
        other = {"resourceType": "Observation", "id": "o1", "status": "final", "code": {"text": "HbA1c"},
                 "subject": {"reference": "Patient/somebody-else"}}  # fmt: skip
        handler.answer(200, {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": other}]})
        return True

    linked.store.faults.append(liar)
    linked.poll()
    assert linked.count(Observation) == 0 and linked.count(Patient) == 1


def test_last_synced_is_told_for_the_patient(linked):
    linked.poll()
    (synced,) = linked.here.run("queries.partners.synced", linked.patient_id)
    assert synced.partner == "Riverside Hospital" and synced.at is not None and synced.problem is None
    (row,) = linked.here.run("queries.partners.chosen", linked.partner_id)
    assert (row.outside_id, row.pulled_at) == (OUTSIDE, synced.at)
