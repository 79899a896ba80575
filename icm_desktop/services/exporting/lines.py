"""Every record as FHIR, one line for each resource, one file for each type."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.patient import Patient
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.bundle import line
from icm_desktop.exchange.fhir.writing.valid import as_valid
from icm_desktop.queries.exporting.assembling import assembled
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.queries.exporting.loading import Rows
from icm_desktop.queries.exporting.record import Record
from icm_desktop.queries.exporting.telling import Telling
from icm_desktop.queries.team_sharing import OnFile
from icm_desktop.services.exporting.files import Folder

_AT_ONCE = 20  # records in memory: each table is read once for all of them


class Lines:
    """Writes records one after the other: no more than a few are in memory."""

    def __init__(self, session: Session, directory: Directory, folder: Folder) -> None:
        self._session, self._directory, self._folder = session, directory, folder
        self._telling = Telling(OnFile((), ()), PlanReader(RECORD), tick=True)  # it is our own copy
        self.patients = 0

    def count(self) -> int:
        """How many patients there are."""
        return self._session.scalar(select(func.count()).where(Patient.removed_at.is_(None))) or 0

    def write(self, step: Callable[[int], None]) -> None:
        """Every patient, then the directory."""
        last = 0
        while True:
            query = select(Patient.id).where(Patient.id > last, Patient.removed_at.is_(None))
            ids = list(self._session.scalars(query.order_by(Patient.id).limit(_AT_ONCE)))
            kept = Rows(self._session, ids)
            for patient_id in ids:
                step(self.patients)
                record = Record(self._session, self._directory, patient_id, kept)
                self._add(assembled(record, self._directory, self._telling, with_directory=False).resources)
                self.patients += 1
            if len(ids) < _AT_ONCE:
                break
            last = ids[-1]
        around = self._directory.resources(self._directory.own_places())
        self._add(as_valid(one, self._directory.zone) for one in around)

    def _add(self, resources: Iterable[Json]) -> None:
        for resource in resources:
            self._folder.file(f"fhir/{resource['resourceType']}.ndjson").add(line(resource))
