"""Facts out of referrals and other orders, what came back for them, aids that were ordered, and deaths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.measure_facts import Row, key_of
from icm_desktop.content.referral_services import service_of
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.values import extension, flag, objs, text
from icm_desktop.queries.measuring.asked import ORDER, OWN, REFERRAL, REPORT, first_coded
from icm_desktop.queries.measuring.slices import Slice

_DO_NOT = "do-not-perform"
OTHER = "other"  # a service without a kind of its own
_NOT_PERFORM = (
    "http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-doNotPerform",
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-DeviceRequest.doNotPerform",
)


def requests(some: Slice) -> Iterator[Row]:
    """Referrals and other orders."""
    rows = [(row, _codes(some, row)) for row in some.rows.of("service_request")]
    found = [(row, codes) for row, codes in rows if codes]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, intent, written, ordered, *_ = row
        content = some.content(source)
        when = written or ordered
        same = {
            "status": status,
            "intent": (text(content.get("intent")) if intent == _DO_NOT else intent) or "order",
            "negated": int(intent == _DO_NOT),
            **some.at(when),
            **some.recorded(when),
        }
        for reason in first_coded(next(iter(objs(content.get("reasonCode"))), None)):
            for one in codes:
                yield Row(patient_id, "ServiceRequest", key_of("service_request", row_id), one, reason=reason, **same)


def _codes(some: Slice, row: tuple[Any, ...]) -> list[tuple[str, str]]:
    """The codes of an order, that it is a referral (one of ours counts beside any list of codes), and to what."""
    system, code, others, is_referral = row[3], row[4], row[5], row[10]
    codes = some.asked.of(system, code, others)
    if not is_referral:
        return codes
    more = [some.asked.one(ORDER, REFERRAL), some.asked.one(OWN, REFERRAL) if row[2] is None else None]
    more.append(some.asked.one(OWN, f"referral-to-{(row[11] or service_of(row[12]) or OTHER).replace('_', '-')}"))
    return [*codes, *(one for one in more if one is not None)]


def tasks(some: Slice) -> Iterator[Row]:
    """What was asked for and came back, with the order it is about."""
    found = [(row, codes) for row in some.rows.of("task") if (codes := some.asked.of(*row[3:6]))]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, request, done = row
        starts, ends = some.period(some.content(source), "executionPeriod")
        about = key_of("service_request", request) if request is not None else None
        for one in codes:
            yield Row(
                patient_id, "Task", key_of("task", row_id), one,
                status=status, related_key=about, **some.span(starts or ends or done, ends or done),
            )  # fmt: skip


def reports(some: Slice) -> Iterator[Row]:
    """The note of a consultant that came back, as the history of the referral tells it."""
    for patient_id, row_id, request, day, source in some.rows.reports():
        for system in (ORDER, *((OWN,) if source is None else ())):
            one = some.asked.one(system, REPORT)
            if one is not None:
                yield Row(
                    patient_id, "Task", key_of("referral_event", row_id), one, status="completed",
                    related_key=key_of("service_request", request), **some.at(day),
                )  # fmt: skip


def devices(some: Slice) -> Iterator[Row]:
    """Aids that were ordered; no screen shows them, so they are read as they came."""
    for patient_id, row_id, _, packed in some.rows.unread(("DeviceRequest",)):
        content = unpacked(packed)
        codes = some.asked.of_concept(content.get("codeCodeableConcept"))
        if not codes:
            continue
        written = some.moment(content, "authoredOn")
        not_wanted = flag(content.get("doNotPerform")) or flag(extension(content, *_NOT_PERFORM).get("valueBoolean"))
        for one in codes:
            yield Row(
                patient_id, "DeviceRequest", key_of("source_resource", row_id), one,
                status=text(content.get("status")), intent=text(content.get("intent")), negated=int(not_wanted),
                **some.at(written), **some.recorded(written),
            )  # fmt: skip
