"""Everything of one patient as FHIR: what came from elsewhere as it came, with our changes; what is ours, written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.base import Base
from db.models.exchange import SourceResource
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.mapped import PARENT_COLUMN
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.overlay import overlaid
from icm_desktop.exchange.fhir.writing.rows import Row
from icm_desktop.exchange.fhir.writing.types import WRITERS, kind_of, write
from icm_desktop.queries.exporting import loading, parts
from icm_desktop.queries.exporting.directory import (
    TABLES,
    Directory,
    addressed,
    named_place,
)
from icm_desktop.queries.exporting.earlier import as_imported
from icm_desktop.queries.exporting.sourced import Sourced, export_ids, stored

_TABLES = Base.metadata.tables
_OF_PATIENT = tuple(name for name in WRITERS if name in _TABLES and "patient_id" in _TABLES[name].c)
_CHILDREN = tuple(name for name in PARENT_COLUMN if name != "plan_action")


@dataclass(frozen=True, slots=True)
class Leaving:
    """One resource of a record. `row`: what it is here, None for what is only kept; `ours`: written or changed here."""

    resource: Json
    row: Row | None
    ours: bool

    @property
    def where(self) -> str:
        """Type and id: how others point to it."""
        return f"{self.resource['resourceType']}/{self.resource['id']}"


class Record:
    """The record of one patient. Also the `Refs` its resources are written with."""

    def __init__(
        self, session: Session, directory: Directory, patient_id: int, kept: loading.Rows | None = None
    ) -> None:
        self.kept = kept or loading.Rows(session, [patient_id])
        self._session, self._directory, self.patient_id = session, directory, patient_id
        self.zone, self.system = directory.zone, directory.system
        self.rows: dict[tuple[str, int], Row] = {}
        self._children: dict[str, dict[int, list[Row]]] = {}
        self._sourced: dict[str, Sourced] = {}
        self._by_target: dict[tuple[str, int], str] = {}
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_id: dict[str, list[str]] = defaultdict(list)
        self._own: dict[tuple[str, int], str] = {}
        self._read_rows()
        self._read_sources()
        self._place_own()

    # reading

    def _read_rows(self) -> None:
        (person,) = self.kept.of("patient", self.patient_id)
        self.rows["patient", self.patient_id] = person
        for table in _OF_PATIENT:
            for row in self.kept.of(table, self.patient_id):
                self.rows[table, row.id] = row
        for table in _CHILDREN:
            found: dict[int, list[Row]] = defaultdict(list)
            for row in self.kept.of(table, self.patient_id, removed=True):
                found[row[PARENT_COLUMN[table]]].append(row)
            self._children[table] = found
        self._actions = self.kept.of("plan_action", self.patient_id)
        self._events: dict[int, list[Row]] = defaultdict(list)
        for row in self.kept.of("referral_event", self.patient_id):
            self._events[row["service_request_id"]].append(row)

    def _read_sources(self) -> None:
        rows = stored(self._session, SourceResource.patient_id == self.patient_id)
        ids = export_ids(self._session, rows)
        for row in rows:
            where = f"{row.kind}/{ids[row.number]}"
            if row.kind == "Patient" and self._row(row) is not None and not self._is_main(row.number):
                where = self._by_target.get(("patient", self.patient_id), where)  # merged into this one
            elif row.table in WRITERS and self._row(row) is None:
                continue  # removed here
            else:
                self._sourced[where] = row
            self._by_name[row.kind, row.resource_id].append(where)
            self._by_id[row.resource_id].append(where)
            if row.full_url is not None:
                self._by_id[row.full_url].append(where)
            if row.table is not None and row.row_id is not None:
                self._by_target.setdefault((row.table, row.row_id), where)

    def _is_main(self, number: int) -> bool:
        person = self.rows["patient", self.patient_id]
        return person["source_id"] in (None, number)

    def _row(self, came: Sourced) -> Row | None:
        found = came.table is not None and came.row_id is not None
        return self.rows.get((came.table or "", came.row_id or 0)) if found else None

    def _place_own(self) -> None:
        """Gives every row of ours its place, so that all can point to each other."""
        plan, team = parts.plan(self), parts.team(self)
        for one in (plan, team, *parts.said_beside(self)):
            if one is not None:
                self.rows[one.table, one.id] = one
        for request_id in sorted(self._events):
            request = self.rows.get(("service_request", request_id))
            events = self._events[request_id]
            if request is not None and request["is_referral"] and any(one["source_id"] is None for one in events):
                values = {**request.values, "source_id": None}
                self.rows["referral_task", request_id] = Row("referral_task", values, {"referral_event": tuple(events)})
        for key, row in self.rows.items():
            if key not in self._by_target and row["source_id"] is None:
                own = self._directory.own_id(row.table, row.id)
                self._own[key] = f"{kind_of(row)}/{own}"

    @property
    def actions(self) -> list[Row]:
        """Every action of a plan."""
        return self._actions

    def name_of_user(self, user_id: int) -> str:
        """What a colleague is called."""
        return self._directory.name_of_user(user_id)

    # what rows point to

    def patient(self) -> Json:
        """The Reference to the patient."""
        return self.to("patient", self.patient_id) or {}

    def practice(self) -> Json:
        """The Reference to this practice."""
        return self._directory.practice()

    def place(self) -> Json:
        """The Reference to where this practice sees patients."""
        return self._directory.place()

    def to(self, table: str, row_id: object) -> Json | None:
        """The Reference to a row of the record, or of the directory."""
        if not isinstance(row_id, int):
            return None
        if table in TABLES:
            return self._directory.to(table, row_id)
        where = self._by_target.get((table, row_id)) or self._own.get((table, row_id))
        return {"reference": where} if where else None

    def key(self, key: object) -> Json | None:
        """The Reference to what a source key names."""
        kind, _, resource_id = str(key or "").partition("#")[0].partition("/")
        where = next(iter(self._by_name.get((kind, resource_id), ())), None) if resource_id else None
        return {"reference": where} if where else None

    # what leaves

    def came_as(self, where: str) -> Sourced | None:
        """The outside resource that leaves under this name; None when it is written here."""
        return self._sourced.get(where)

    def named_by(self, source: str) -> dict[str, str]:
        """What one source calls what came from there: {name here: name there}."""
        return {where: f"{row.kind}/{row.resource_id}" for where, row in self._sourced.items() if row.source == source}

    def leaving(self, kinds: frozenset[str] | None = None) -> Iterator[Leaving]:
        """Every resource of the record, or those of some types; the directory is not among them."""
        numbers = {row.number: where for where, row in self._sourced.items() if kinds is None or row.kind in kinds}
        query = select(SourceResource.id, SourceResource.content).where(SourceResource.patient_id == self.patient_id)
        if kinds is not None:
            query = query.where(SourceResource.resource_type.in_(kinds))
        for number, packed in self._session.execute(query.order_by(SourceResource.id)):
            if number in numbers:
                yield self._as_it_came(numbers[number], unpacked(packed))
        for (table, row_id), where in self._own.items():
            if kinds is not None and where.partition("/")[0] not in kinds:
                continue
            yield self._written(self.rows[table, row_id], where)

    def _as_it_came(self, where: str, content: Json) -> Leaving:
        came = self._sourced[where]
        source, row = came.source, self._row(came)
        if not content and row is not None:
            content = write(self._whole(self._now(row)), self)
        content = addressed(content, where, source, lambda asked: self._answer(asked, source))
        if row is None or row["source_id"] != came.number:
            return Leaving(self._with_number(content), row, ours=False)
        content = parts.with_bytes(self._session, content, self._attached(row))
        before, after = self._then(row), self._now(row)
        if before == after:
            return Leaving(self._with_number(content), row, ours=False)
        changed = overlaid(content, write(before, self), write(after, self))
        return Leaving(self._with_number(changed), row, ours=changed != content)

    def _with_number(self, resource: Json) -> Json:
        """The patient's record number here, beside all others."""
        if resource["resourceType"] != "Patient":
            return resource
        row = self.rows["patient", self.patient_id]
        numbers = [one for one in resource.get("identifier", []) if one.get("system") != self.system]
        ours = {"use": "usual", "system": self.system, "value": row["record_number"]}
        return {**resource, "identifier": [ours, *numbers]}

    def _written(self, row: Row, where: str) -> Leaving:
        resource = write(self._whole(self._now(row)), self)
        kind, _, own = where.partition("/")
        number = {"system": self.system, "value": f"{row.table.replace('_', '-')}-{row.id}"}
        if kind == "QuestionnaireResponse":
            resource["identifier"] = number
        elif kind != "Patient":
            resource["identifier"] = [number, *resource.get("identifier", [])]
        return Leaving({**resource, "resourceType": kind, "id": own}, row, ours=True)

    def _now(self, row: Row) -> Row:
        """The row with all that hangs on it today."""
        mine = {table: tuple(one for one in found.get(row.id, ()) if one["removed_at"] is None)
                for table, found in self._children.items() if PARENT_COLUMN[table] == f"{row.table}_id"}  # fmt: skip
        if row.table == "care_plan" and "plan_action" not in row.children:
            mine["plan_action"] = tuple(one for one in self._actions if one["care_plan_id"] == row.id)
        return Row(row.table, row.values, {**mine, **row.children})

    def _then(self, row: Row) -> Row:
        """The row as it was imported, with what hung on it then."""
        was = as_imported(self._session, row)
        mine: dict[str, tuple[Row, ...]] = {}
        for table, found in self._children.items():
            if PARENT_COLUMN[table] == f"{row.table}_id":
                came = (one for one in found.get(row.id, ()) if one["source_id"] == row["source_id"])
                mine[table] = tuple(as_imported(self._session, one) for one in came if _came(one))
        if row.table == "care_plan":
            came = (one for one in self._actions if one["care_plan_id"] == row.id and one["source_id"] is not None)
            mine["plan_action"] = tuple(as_imported(self._session, one) for one in came)
        return Row(row.table, was.values, {**mine, **row.children})

    def _attached(self, row: Row) -> tuple[Row, ...]:
        return tuple(self._children["document_content"].get(row.id, ())) if row.table == "document" else ()

    def _whole(self, row: Row) -> Row:
        """A document with the bytes of its attachments."""
        contents = row.of("document_content")
        if not contents:
            return row
        filled = tuple(loading.with_bytes(self._session, one) for one in contents)
        return Row(row.table, row.values, {**row.children, "document_content": filled})

    def _answer(self, asked: Json, source: str) -> Json:
        where = named_place(asked, lambda kind, resource_id: self._found(source, kind, resource_id), self._token)
        return {**asked, "reference": where} if where else asked

    def _found(self, source: str, kind: str, resource_id: str) -> str | None:
        places = self._by_name.get((kind, resource_id), []) if kind else self._by_id.get(resource_id, [])
        same = [where for where in places if where in self._sourced and self._sourced[where].source == source]
        return next(iter(same or places), None) or self._directory.found(source, kind, resource_id)

    def _token(self, kind: str, system: str | None, value: str) -> str | None:
        return self._directory.token(kind, system, value)


def _came(row: Row) -> bool:
    """Whether a part is one the import brought and did not take away again."""
    return row["removed_at"] is None or (row["version"] or 1) > 1
