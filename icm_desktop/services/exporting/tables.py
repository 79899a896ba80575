"""Tables as CSV, row by row, safe for spreadsheet programs; contents of files stand beside them as files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import LargeBinary, inspect, select
from sqlalchemy.orm import Session

from db.models.base import Base
from db.models.patient import Patient
from icm_desktop.content.team import sensitive_kinds
from icm_desktop.domain.csv_text import csv_line
from icm_desktop.domain.document_forms import suffix_of
from icm_desktop.services.exporting.files import Folder

# The program's own book-keeping, and what is only a copy: the audit record stays in the encrypted file and its backups,
# resources as they came are among the lines of FHIR.
LEFT_OUT = frozenset({
    "action", "audit_event", "audit_review", "backup_record", "database_info", "import_batch", "source_resource",
    "draft", "match_candidate", "emergency_access", "note_grant", "care_note_reader", "user_account", "second_step",
    "exchange_key", "partner_state", "partner_cursor", "partner_copy",
})  # fmt: skip
FILES = {"document_content": ("documents", "data"), "handout": ("papers", "pdf"), "patient_photo": ("photos", "data")}
_AT_ONCE = 500


def classes() -> list[Any]:
    """The classes of all tables that leave, parents first."""
    places = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    kinds = {mapper.class_ for mapper in Base.registry.mappers}
    left = (kind for kind in kinds if kind.__tablename__ not in LEFT_OUT)
    return sorted(left, key=lambda kind: places[kind.__tablename__])


class Tables:
    """Writes every table into tables/NAME.csv and what is in files beside it."""

    def __init__(self, session: Session, folder: Folder, step: Callable[[], None]) -> None:
        self._session, self._folder, self._step = session, folder, step
        self.held = 0

    def write(self, kind: Any) -> None:
        """One table; a large one in slices."""
        columns = [one for one in inspect(kind).column_attrs if not isinstance(one.columns[0].type, LargeBinary)]
        names = [one.key for one in columns]
        of_patient = "patient_id" in names
        files = FILES.get(kind.__tablename__)
        heads = [*names, *(("patient_record_number",) if of_patient else ()), *(("file",) if files else ())]
        name = f"tables/{kind.__tablename__}.csv"
        out = self._folder.file(name)
        out.add(csv_line(heads, first=True), counts=False)
        for row in self._rows(kind, [getattr(kind, one) for one in names], of_patient):
            cells = [_cell(value) for value in row]
            if files is not None:
                cells.append(self._beside(kind, row[0], *files))
            out.add(csv_line(cells))
        self._folder.finish(name)

    def _rows(self, kind: Any, columns: list[Any], of_patient: bool) -> Iterator[Any]:
        query = select(*columns, Patient.record_number) if of_patient else select(*columns)
        if of_patient:
            query = query.outerjoin(Patient, Patient.id == kind.patient_id)
        last = 0
        while True:
            self._step()
            page = self._session.execute(query.where(kind.id > last).order_by(kind.id).limit(_AT_ONCE)).all()
            for row in page:
                if self._may_leave(kind, row):
                    yield row
            if len(page) < _AT_ONCE:
                return
            last = page[-1].id

    def _may_leave(self, kind: Any, row: Any) -> bool:
        """Notes that are given to a person by name stay with those persons."""
        if kind.__tablename__ == "care_note" and row.kind in sensitive_kinds():
            self.held += 1
            return False
        return True

    def _beside(self, kind: Any, row_id: int, folder: str, column: str) -> str:
        held = select(getattr(kind, column)).where(kind.id == row_id)
        data: bytes | None = self._session.scalar(held)
        if not data:
            return ""
        told = self._session.scalar(select(kind.content_type).where(kind.id == row_id)) if folder != "papers" else None
        name = f"{folder}/{row_id}{suffix_of(told, data) if folder != 'papers' else '.pdf'}"
        self._folder.file(name).add(data)
        self._folder.finish(name)
        return name


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
