"""Rows of new resources, written in slices; each slice is one short transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from db.bulk import insert_bulk, next_id
from db.models.base import Base
from db.repositories.imports import IMPORT_ACTION, check_references_at_commit
from db.repositories.patients import next_record_number, record_number
from db.unit_of_work import UnitOfWork
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.index import Place, Thing
from icm_desktop.exchange.fhir.mapped import PARENT_COLUMN, Mapped
from icm_desktop.practice import OpenPractice
from icm_desktop.services.importing.known import Known

_TABLES = Base.metadata.tables
_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
_OF_PATIENT = {name for name, table in _TABLES.items() if "patient_id" in table.c}


@dataclass(frozen=True, slots=True)
class Item:
    """A new resource on its way into the file. `mapped` None: kept, not understood, for the reason given."""

    kind: str
    resource_id: str
    place: Place
    subject: str
    patient_id: int | None
    content: Content
    mapped: Mapped | None
    not_understood: str | None = None
    thing: Thing | None = None
    full_url: str | None = None


class Writer:
    """Gives ids and writes rows. In a dry run it only gives ids, negative ones that no row ever has."""

    def __init__(self, practice: OpenPractice, import_id: int | None, known: Known) -> None:
        self._practice = practice
        self.known = known
        self.import_id = import_id
        self._made_up = 0

    def write(self, items: list[Item]) -> None:
        """Write a slice."""
        if items:
            with opened_slice(self) as slice_:
                for item in items:
                    slice_.add(item)

    def made_up_id(self) -> int:
        """An id for a dry run."""
        self._made_up -= 1
        return self._made_up

    @property
    def practice(self) -> OpenPractice:
        """Where it writes."""
        return self._practice


class Slice:
    """The rows of one transaction, grouped by patient and file so that each group gets one audit event."""

    def __init__(self, writer: Writer, uow: UnitOfWork | None) -> None:
        self._writer = writer
        self._uow = uow
        self._free: dict[str, int] = {}
        self._number: int | None = None
        self._groups: dict[tuple[int | None, int], dict[str, list[dict[str, Any]]]] = {}

    def new_id(self, table: str) -> int:
        """The next free id of a table."""
        if self._uow is None:
            return self._writer.made_up_id()
        if table not in self._free:
            self._free[table] = next_id(self._uow, table)
        self._free[table] += 1
        return self._free[table] - 1

    def add(self, item: Item) -> None:
        """Queue the rows of a resource: where it came from, what it became, and what hangs on that."""
        mapped = item.mapped
        table = mapped.table if mapped else None
        row_id = (item.thing.row_id if item.thing else None) or (self.new_id(table) if table else None)
        if item.thing is not None:
            item.thing.table, item.thing.row_id = table, row_id
        patient_id = row_id if table == "patient" else item.patient_id
        if self._uow is None:
            return
        rows = self._groups.setdefault((patient_id, item.place.file), {})
        source_id = self._source(rows, item, patient_id, table, row_id)
        if mapped is None or table is None or row_id is None:
            return
        self._rows_of(rows, mapped, row_id, source_id, patient_id)
        for more in mapped.also:
            if more.table is not None:
                self._rows_of(rows, more, self.new_id(more.table), source_id, patient_id)

    def _rows_of(
        self,
        rows: dict[str, list[dict[str, Any]]],
        mapped: Mapped,
        row_id: int,
        source_id: int,
        patient_id: int | None,
    ) -> None:
        self._row(rows, mapped.table or "", mapped.row, row_id, source_id, patient_id)
        for child in mapped.children:
            parent = {PARENT_COLUMN[child.table]: row_id}
            self._row(rows, child.table, child.row | parent, self.new_id(child.table), source_id, patient_id)

    def add_row(self, table: str, row: dict[str, Any], item: Item) -> None:
        """Queue one more row that came with a resource."""
        if self._uow is not None:
            rows = self._groups.setdefault((item.patient_id, item.place.file), {})
            source_id = rows["source_resource"][-1]["id"] if "source_resource" in rows else None
            self._row(rows, table, row, self.new_id(table), source_id, item.patient_id)

    def finish(self) -> None:
        """Write everything queued."""
        if self._uow is None:
            return
        check_references_at_commit(self._uow)  # a plan of one file may name a goal of the next
        for (patient_id, file), rows in self._groups.items():
            ordered = {name: rows[name] for name in sorted(rows, key=_ORDER.__getitem__)}
            insert_bulk(
                self._uow, "import.rows", patient_id, ordered, import_id=self._writer.import_id, file=str(file + 1)
            )

    def _source(
        self,
        rows: dict[str, list[dict[str, Any]]],
        item: Item,
        patient_id: int | None,
        table: str | None,
        row_id: int | None,
    ) -> int:
        source_id = self.new_id("source_resource")
        row = {
            "id": source_id,
            "import_id": self._writer.import_id,
            "source": item.place.source,
            "resource_type": item.kind,
            "resource_id": item.resource_id,
            "subject": item.subject,
            "patient_id": patient_id,
            "content_hash": item.content.digest,
            "content": item.content.packed(),
            "target_table": table,
            "target_id": row_id,
            "not_understood": item.not_understood,
            "received_at": self._uow.now if self._uow else None,
            "full_url": _other_name(item.full_url, item.resource_id),
        }
        rows.setdefault("source_resource", []).append(row)
        return source_id

    def _row(
        self,
        rows: dict[str, list[dict[str, Any]]],
        table: str,
        values: dict[str, Any],
        row_id: int,
        source_id: int | None,
        patient_id: int | None,
    ) -> None:
        row = values | {"id": row_id, "import_id": self._writer.import_id, "source_id": source_id}
        if table in _OF_PATIENT:
            row["patient_id"] = patient_id
        if table == "document" and self._uow is not None:
            row["received_at"] = self._uow.now
        if table == "patient":
            row["record_number"] = self._record_number()
        rows.setdefault(table, []).append(row)

    def _record_number(self) -> str:
        if self._number is None:
            if self._uow is None:
                raise RuntimeError("a dry run gives no record numbers")
            self._number = int(next_record_number(self._uow.session))
        else:
            self._number += 1
        return record_number(self._number)


@contextmanager
def opened_slice(writer: Writer) -> Iterator[Slice]:
    """A slice in a transaction of its own, written when the block ends well; without a transaction in a dry run."""
    if writer.import_id is None:
        yield Slice(writer, None)
        return
    with writer.practice.write(IMPORT_ACTION, see_incomplete=True) as uow, writer.known.within(uow):
        found = Slice(writer, uow)
        yield found
        found.finish()


def _other_name(full_url: str | None, resource_id: str) -> str | None:
    """The full URL when it says something else than the id: references to it are found by it only."""
    return full_url if full_url is not None and not full_url.endswith((f"/{resource_id}", f":{resource_id}")) else None
