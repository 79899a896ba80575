"""Facts out of observations: each with its value, or with the reason why it was not made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.measure_facts import Coded, Row, key_of
from icm_desktop.exchange.fhir.results import NOT_DONE
from icm_desktop.exchange.fhir.values import Json, extension, obj, text
from icm_desktop.queries.measuring.asked import bars, canonical, first_coded
from icm_desktop.queries.measuring.problems import categories
from icm_desktop.queries.measuring.slices import Slice, Times

_REASON = ("http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDoneReason",)
_PRESSURE = "85354-9"  # LOINC: the panel whose parts are a blood pressure
Classes = dict[tuple[int, str], str | None]


def observations(some: Slice, classes: Classes) -> Iterator[Row]:
    """Results, findings and answers; the parts of a blood pressure under their own codes."""
    found = [(row, codes) for row in some.rows.of("observation") if (codes := some.asked.of(*row[3:6]))]
    some.read(row[2] for row, _ in found)
    parts = _parts(some) if any(row[4] == _PRESSURE for row, _ in found) else {}
    for row, codes in found:
        (patient_id, row_id, source, _, code, _, status, category, when, recorded, number, unit, system, coded, words,
         visit) = row  # fmt: skip
        content = some.content(source)
        negated = status == "cancelled" or extension(content, *NOT_DONE).get("valueBoolean") is True
        same = {
            "status": status,
            "category": bars(categories(content)) or bars([category]),
            "class_code": classes.get((patient_id, (visit or "").rpartition("/")[2])) if visit else None,
            "negated": int(negated),
            **_effective(some, content, when),
            **some.recorded(recorded or _issued(some, content)),
        }
        key, kind = key_of("observation", row_id), "Observation"
        has_value = int(number is not None or bool(coded) or bool(words) or "valueBoolean" in content)
        for reason in first_coded(extension(content, *_REASON).get("valueCodeableConcept")):
            for value in _values(content, system, coded):
                for one in codes:
                    yield Row(
                        patient_id, kind, key, one, value_number=number, value_unit=unit, value=value,
                        has_value=has_value, reason=reason, **same,
                    )  # fmt: skip
        if source is None:
            some.own.add(key)
        if code == _PRESSURE:
            for part, amount, its_unit in parts.get(row_id, ()):
                yield Row(
                    patient_id, "Component", key, part, value_number=amount, value_unit=its_unit, has_value=1, **same
                )


def _effective(some: Slice, content: Json, when: str | None) -> Times:
    starts, ends = some.period(content, "effectivePeriod")
    return some.span(starts or ends, ends or starts) if starts or ends else some.at(when)


def _issued(some: Slice, content: Json) -> str | None:
    return some.moment(content, "issued")


def _values(content: Json, system: str | None, code: str | None) -> list[Coded | None]:
    """The codes of a value; what somebody changed here is the first one of the row."""
    told = canonical(system, code)
    found = first_coded(content.get("valueCodeableConcept"))
    return found if told is None or told in found else [told]


def _parts(some: Slice) -> dict[int, list[tuple[Coded, float, str | None]]]:
    found: dict[int, list[tuple[Coded, float, str | None]]] = defaultdict(list)
    for observation_id, system, code, number, unit in some.rows.components():
        asked = some.asked.one(system, code)
        if asked is not None:
            found[observation_id].append((asked, number, unit))
    return found


def classes_of(some: Slice) -> Classes:
    """The class of every visit by the patient and the id it has where it came from."""
    return {(patient_id, text(resource) or ""): class_code for patient_id, resource, class_code in some.rows.visits()}


def performed(content: Json) -> Json:
    """The coded reason of what was not done."""
    return obj(content.get("statusReason"))
