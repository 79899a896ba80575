"""An imported order is sensitive by the one list the practice can read: its words, labels and specialties."""

from __future__ import annotations

from sqlalchemy import select

from db.models.scheduling import ServiceRequest
from tests.exchange.conftest import patient, run

PSYCHIATRY = {"coding": [{"system": "http://snomed.info/sct", "code": "394587001"}]}


def order(resource_id, text, **more):
    return {
        "resourceType": "ServiceRequest",
        "id": resource_id,
        "status": "active",
        "intent": "order",
        "subject": {"reference": "Patient/p1"},
        "code": {"text": text},
        **more,
    }


def test_words_labels_and_specialties_of_the_list_make_an_order_sensitive(practice, write):
    labelled = {"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "ETHUD"}]}
    orders = (
        order("a", "Eye clinic"),
        order("b", "HIV clinic"),
        order("c", "Consulta de anticoncepción"),
        order("d", "Evaluación PSIQUIÁTRICA"),
        order("e", "Visit", meta=labelled),
        order("f", "Visit of a colleague", category=[PSYCHIATRY]),
        order("g", "Archivist visit"),  # "hiv" inside a word is none
    )
    run(practice, write("a.json", patient(), *orders))
    with practice.read() as uow:
        found = dict(uow.session.execute(select(ServiceRequest.text, ServiceRequest.sensitive)).all())
    assert {text: bool(said) for text, said in found.items()} == {
        "Eye clinic": False,
        "HIV clinic": True,
        "Consulta de anticoncepción": True,
        "Evaluación PSIQUIÁTRICA": True,
        "Visit": True,
        "Visit of a colleague": True,
        "Archivist visit": False,
    }
