"""A newer copy of something we have: new values in, except where somebody here changed the row by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.base import Audited
from db.models.by_table import CLASSES
from db.models.exchange import SourceResource
from db.repositories.imports import Stored, columns_changed_here
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.together import with_their_group
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.mapped import OPTIONAL, PARENT_COLUMN, Mapped
from icm_desktop.exchange.fhir.partial import is_partial
from icm_desktop.exchange.fhir.people import NO_NAME
from icm_desktop.exchange.fhir.values import Json, obj, text
from icm_desktop.services.importing.lowering import critical_scores, keep_waiting

_SILENCE = (None, "", False, NO_NAME)  # what a column gets where a resource says nothing


Path = tuple[tuple[str, int], ...]  # ("also", 1), ("patient_telecom", 0): the way to a row inside a `Mapped`


@dataclass(frozen=True, slots=True)
class Kept:
    """A row with what the copy says otherwise in columns that somebody here had changed; ours stand."""

    row: Any
    theirs: dict[str, Any]
    path: Path


class Updater:
    """Brings stored resources up to date inside one write transaction.

    `kept`: what was left as it is here; `stayed_removed`: how many parts came again that somebody removed here.
    """

    def __init__(self, uow: UnitOfWork, import_id: int | None = None) -> None:
        self._uow = uow
        self._import_id = import_id
        self.kept: list[Kept] = []
        self.stayed_removed = 0

    def copy_of(self, stored: Stored) -> Json:
        """The copy we have."""
        row = self._uow.session.get(SourceResource, stored.id)
        return unpacked(row.content if row else None)

    def is_older(self, stored: Stored, newer: dict[str, Any], there: bytes | None = None) -> bool:
        """Whether the copy that came in says it is older than the one we have (`there`: a partner's copy of ours)."""
        before = self.copy_of(stored) if there is None else unpacked(there)
        ours = text(obj(before.get("meta")).get("lastUpdated"))
        theirs = text(obj(newer.get("meta")).get("lastUpdated"))
        return bool(ours and theirs and theirs < ours)

    def update(self, stored: Stored, content: Content, mapped: Mapped | None) -> None:
        """Bring a stored resource and its row up to date.

        Args:
            stored: What we have.
            content: The copy that came in.
            mapped: What it maps to; None when it is only kept.
        """
        uow = self._uow
        source = uow.session.get(SourceResource, stored.id)
        if source is not None:
            source.content_hash, source.content, source.received_at = content.digest, content.packed(), uow.now
        if mapped is None or mapped.table is None or stored.row_id is None:
            return
        row = uow.session.get(CLASSES[mapped.table], stored.row_id)
        if row is None:
            return
        merged = mapped.table == "patient" and row.source_id != stored.id  # it came as another record than this one
        critical = critical_scores(row)
        self._update_row(row, source, content, mapped, merged=merged)
        keep_waiting(uow, row, critical)
        self._update_also(row, source, mapped.also)

    def _update_row(self, row: Any, source: Any, content: Content, mapped: Mapped, *, merged: bool) -> None:
        """A row with its children; of a copy that tells only what is new, silence changes nothing."""
        if not is_partial(unpacked(content.packed())):
            self._apply(row, mapped.row, (), only_empty=merged)
            self._update_children_of(row, source, mapped, ())
            return
        told = {name: value for name, value in mapped.row.items() if value not in _SILENCE}
        self._apply(row, told, (), only_empty=merged, whole=False)
        self._update_children_of(row, source, mapped, (), {child.table for child in mapped.children})

    def _update_children_of(
        self, row: Any, source: Any, mapped: Mapped, path: Path, only: set[str] | None = None
    ) -> None:
        every = {child.table for child in mapped.children} | _children_of(mapped.table or "")
        for table in sorted(every if only is None else only):
            new = [child.row for child in mapped.children if child.table == table]
            self._update_children(table, row, source, new, path)

    def _update_also(self, main: Any, source: Any, also: tuple[Mapped, ...]) -> None:
        """Rows that came in the same resource: documents, matched by their order."""
        uow = self._uow
        kind = CLASSES["document"]
        if isinstance(main, kind):
            return
        query = select(kind).where(kind.source_id == source.id, kind.removed_at.is_(None)).order_by(kind.id)
        old = list(uow.session.scalars(query))
        for place, (row, mapped) in enumerate(zip(old, also, strict=False)):
            self._apply(row, mapped.row, (("also", place),))
            self._update_children_of(row, source, mapped, (("also", place),))
        for row in old[len(also) :]:
            _remove(uow, row)
        for mapped in also[len(old) :]:
            added = kind(**mapped.row, source_id=source.id, import_id=self._import_id, patient_id=main.patient_id)
            added.received_at = uow.now
            uow.session.add(added)
            uow.session.flush()
            self._update_children_of(added, source, mapped, ())

    def _update_children(self, table: str, parent: Any, source: Any, new: list[dict[str, Any]], path: Path) -> None:
        """Children are matched by their order: it is the only identity FHIR gives parts of a resource.

        One that somebody removed here keeps its place and stays removed.
        """
        uow, kind = self._uow, CLASSES[table]
        column = getattr(kind, PARENT_COLUMN[table])
        query = select(kind).where(column == parent.id, kind.source_id == source.id).order_by(kind.id)
        old = [row for row in uow.session.scalars(query) if not _is_gone(row) or _removed_here(uow, row)]
        for place, (row, values) in enumerate(zip(old, new, strict=False)):
            if _is_gone(row):
                self.stayed_removed += 1
            else:
                self._apply(row, values, (*path, (table, place)))
        for row in old[len(new) :]:
            if not _is_gone(row):
                _remove(uow, row)
        for values in new[len(old) :]:
            added = kind(**values, source_id=source.id, import_id=self._import_id)
            setattr(added, PARENT_COLUMN[table], parent.id)
            if hasattr(kind, "patient_id"):
                added.patient_id = parent.id if parent.__tablename__ == "patient" else parent.patient_id
            uow.session.add(added)

    def _apply(
        self, row: Any, values: dict[str, Any], path: Path, *, only_empty: bool = False, whole: bool = True
    ) -> None:
        table = row.__tablename__
        values = (dict.fromkeys(OPTIONAL.get(table, ())) if whole else {}) | values
        theirs = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not theirs:
            return
        ours = with_their_group(table, columns_changed_here(self._uow.session, table, row.id))
        ours |= {name for name in theirs if only_empty and getattr(row, name) not in (None, "")}
        for name, value in theirs.items():
            if name not in ours:
                setattr(row, name, value)
        if kept := {name: value for name, value in theirs.items() if name in ours}:
            self.kept.append(Kept(row, kept, path))


def _children_of(table: str) -> set[str]:
    parent = f"{table}_id"
    return {child for child, column in PARENT_COLUMN.items() if column == parent}


def _is_gone(row: Any) -> bool:
    return isinstance(row, Audited) and row.removed_at is not None


def _removed_here(uow: UnitOfWork, row: Any) -> bool:
    return "removed_at" in columns_changed_here(uow.session, row.__tablename__, row.id)


def _remove(uow: UnitOfWork, row: Any) -> None:
    if isinstance(row, Audited):
        row.removed_at = uow.now
        return
    for name in ("value_number", "value_unit", "value_text", "value_code", "code", "text"):
        setattr(row, name, None)  # a part without a life of its own: emptied, never deleted
