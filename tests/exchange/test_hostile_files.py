"""Files nobody should have sent: every one is imported or refused in words, and what is refused leaves no trace."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from db.models.audit import AuditEvent
from db.models.base import Base
from db.models.patient import Patient
from icm_desktop.exchange.fhir import reading
from icm_desktop.exchange.fhir.types import MAPS
from tests.exchange.conftest import adds_up, patient, run

KINDS = st.sampled_from([*MAPS, "Claim", "ValueSet", "Bundle", "Nonsense"])
FIELDS = st.sampled_from(
    """
    status code subject patient participant value valueQuantity valueCodeableConcept component effectiveDateTime period
    onsetDateTime dosageInstruction dosage medicationReference medicationCodeableConcept activity target goal item
    answer category name telecom address identifier birthDate communication reaction member actor performer owner
    restriction basedOn focus reasonReference contained extension meta class type start end minutesDuration location
    note text
    referenceRange interpretation deceasedDateTime detail description addresses entry lastUpdated security coding
    """.split()  # noqa: SIM905  fifty lines of one word each read worse
)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(
        ["2019-02-30", "Patient/p1", "#x", "urn:uuid:1", "Practitioner?identifier=a|b", "?", "/", "|", "\x00"]
    ),
)
JSON = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(FIELDS, inner, max_size=4),
        st.fixed_dictionaries({"reference": PLAIN, "display": PLAIN}),
        st.fixed_dictionaries(
            {"coding": st.lists(st.dictionaries(st.sampled_from(["system", "code", "display"]), PLAIN))}
        ),
    ),
    max_leaves=12,
)
RESOURCES = st.builds(
    lambda kind, own_id, fields: {"resourceType": kind, "subject": {"reference": "Patient/p1"}, **fields, **own_id},
    KINDS,
    st.one_of(st.just({}), st.fixed_dictionaries({"id": PLAIN})),
    st.dictionaries(FIELDS, JSON, max_size=6),
)


def _rows(practice) -> int:
    with practice.read() as uow:
        tables = [table for name, table in Base.metadata.tables.items() if "import_id" in table.c]
        return sum(uow.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(resources=st.lists(RESOURCES, min_size=1, max_size=6))
def test_any_json_in_the_shape_of_resources_is_accounted_for(practice, tmp_path, resources):
    path = tmp_path / "fuzzed.json"
    entries: list[dict[str, Any]] = [{"resource": resource} for resource in [patient(), *resources]]
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), encoding="utf-8")
    report = run(practice, path)
    assert adds_up(report)
    assert report.files[0].status in {"imported", "refused"}
    again = run(practice, path)
    assert {(one.created, one.updated) for _, one in again.totals} <= {(0, 0)}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(start=st.binary(max_size=40), rest=st.binary(max_size=40))
def test_any_bytes_are_refused_or_skipped_and_leave_nothing(practice, tmp_path, start, rest):
    path = tmp_path / "bytes.json"
    path.write_bytes(start + b'{"resourceType"' + rest)
    report = run(practice, path)
    assert adds_up(report)
    if report.files[0].status != "imported":
        assert report.files[0].reason
        assert _rows(practice) == 0


@pytest.mark.parametrize("wrong", [[], {}, 5, ["urgent"], {"code": []}])
def test_values_of_the_wrong_type_are_no_trouble(practice, write, wrong):
    subject = {"reference": "Patient/p1"}
    order = {"resourceType": "ServiceRequest", "id": "s1", "status": "active", "subject": subject, "priority": wrong}
    stay = {"resourceType": "Encounter", "id": "e1", "subject": subject, "class": {"code": wrong}}
    report = run(practice, write("a.json", patient(gender=wrong), order, stay))
    assert adds_up(report)
    assert sum(counts.created for _, counts in report.totals) == 3


def test_hostile_text_is_kept_as_itself(practice, write):
    family = "<b>O'Brien & Söhne</b> العربية " + "x" * 1000
    run(practice, write("a.json", patient("p1", family)))
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.family)).one() == family
        details = json.dumps([str(detail) for detail in uow.session.scalars(select(AuditEvent.detail))])
    assert "Söhne" not in details


def test_a_large_file_is_streamed_and_one_huge_resource_is_refused(practice, write, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES_AT_ONCE", 20_000)
    many = [patient(f"p{number}", f"Moss{number}", f"19{number % 90 + 10}-01-01") for number in range(300)]
    report = run(practice, write("many.json", *many))
    assert dict(report.totals)["Patient"].created == 300
    huge = run(practice, write("huge.json", *many, patient("big", "x" * 200_000)))
    assert huge.files[0].status == "refused"
    assert "larger than" in (huge.files[0].reason or "")


@pytest.mark.parametrize("kind", ["transaction", "batch", "searchset", "document", "history", "message", None])
def test_bundles_of_every_type_are_read(practice, write, kind):
    outcome = {"resourceType": "OperationOutcome", "issue": []}
    deleted = {"request": {"method": "DELETE", "url": "Patient/9"}, "resource": patient("p2")}
    report = run(practice, write("a.json", patient(), outcome, deleted, type=kind))
    found = dict(report.totals)
    assert (found["Patient"].created, found["OperationOutcome"].not_understood) == (2, 1)
