"""Exports every patient of a practice, takes the files into an empty one, exports again and compares."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import select

from db.models.patient import Patient
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportRecord, RecordExported, RecordRequest
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.practice import OpenPractice

Resources = dict[str, dict[str, Any]]
EXCEPTIONS = tomllib.loads(Path(__file__).with_name("round_trip.toml").read_text("utf-8"))["exception"]
_EXCEPTED = frozenset(one["path"] for one in EXCEPTIONS)


def everybody(practice: OpenPractice) -> list[int]:
    """The patients of a practice."""
    with practice.read() as uow:
        return list(uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None)).order_by(Patient.id)))


def export(practice: OpenPractice, patient_id: int, path: Path, reader: PlanReader | None = None) -> RecordExported:
    """The record of one patient; our own copy unless a reader is named."""
    request = ExportRecord(RecordRequest(patient_id, reader or PlanReader(RECORD)), str(path), "own_copy")
    made: RecordExported = practice.run("services.record_exports.export", request)
    return made


def export_everybody(practice: OpenPractice, folder: Path) -> Resources:
    """Each patient in a file; all resources by type and id."""
    folder.mkdir()
    found: Resources = {}
    for patient_id in everybody(practice):
        path = folder / f"{patient_id}.json"
        export(practice, patient_id, path)
        for name, resource in resources(path).items():
            assert found.setdefault(name, resource) == resource, f"{name} leaves in two forms"
    return found


def resources(path: Path) -> Resources:
    """The resources of an exported Bundle."""
    bundle = orjson.loads(path.read_bytes())
    return {f"{one['resource']['resourceType']}/{one['resource']['id']}": one["resource"] for one in bundle["entry"]}


def comparable(resource: dict[str, Any], practice: OpenPractice) -> dict[str, Any]:
    """A resource without what `round_trip.toml` excepts."""
    found = dict(resource)
    if "meta.source" in _EXCEPTED:
        found["meta"] = {name: value for name, value in resource.get("meta", {}).items() if name != "source"}
    if resource["resourceType"] == "Patient" and "Patient.identifier" in _EXCEPTED:
        ours = identity.system_of(practice.database.database_id)
        found["identifier"] = [one for one in resource.get("identifier", []) if one.get("system") != ours]
    return found
