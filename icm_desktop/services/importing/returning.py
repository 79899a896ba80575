"""What of ours comes back changed from a partner: taken over where only they changed it, else a question for a person.

Three states are compared as rows: what both last agreed on, what we have now, what came. Only columns in `_TAKEN` are
ever taken over by themselves, and only where what is on file is what our own form of it says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.models.base import Base
from db.models.partners import PartnerCopy
from db.unit_of_work import UnitOfWork
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.mapped import Mapped
from icm_desktop.exchange.fhir.values import Json, obj, text

EVENT, TAKING, STALE = "partner.changed", "taking", "stale"
_CLASSES: dict[str, Any] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers if hasattr(mapper.class_, "id")
}
_TAKEN = {
    "goal": frozenset({
        "text", "words", "status", "achievement", "priority", "measure_code", "measure_text", "target_comparator",
        "target_value", "target_low", "target_high", "target_unit", "target_text", "due_on", "notes",
    }),
    "task": frozenset({"status", "business_status", "done_on", "due_on"}),
    "plan_action": frozenset({"text", "status", "reason", "due_on"}),
}  # fmt: skip
_BOOKS = frozenset({"recorded_when", "author", "organization", "position"})  # say who wrote it down, not what it says
Read = Callable[[Json], Mapped]


@dataclass(frozen=True, slots=True)
class _Versions:
    """One row, or one part, four times: as it was there, as it came, as we agreed on it, as we have it now."""

    there: dict[str, Any]
    came: dict[str, Any]
    agreed: dict[str, Any]
    now: dict[str, Any]

    @property
    def theirs(self) -> set[str]:
        """The columns they changed."""
        names = (self.there.keys() | self.came.keys()) - _BOOKS
        return {name for name in names if self.there.get(name) != self.came.get(name)}

    def clash(self, name: str) -> bool:
        """Whether we changed the column too, to something else."""
        return self.now.get(name) not in (self.agreed.get(name), self.came.get(name))


class Returned:
    """Brings one copy that came back into its row inside one write transaction."""

    def __init__(self, uow: UnitOfWork, copy: PartnerCopy, read: Read) -> None:
        self._uow, self._copy, self._read = uow, copy, read
        self._must = copy.state == TAKING  # somebody has decided for what came
        self._stale = copy.state == STALE  # what came answers something older than what we last sent

    def take(self, resource: Json, content: Content, came: Mapped) -> int:
        """Take over what only they changed.

        Args:
            resource: What came.
            content: Its content.
            came: The row it maps to.

        Returns:
            How many columns need an answer; the copy is then a question, and nothing of it was changed.
        """
        copy = self._copy
        copy.their_version = text(obj(resource.get("meta")).get("versionId")) or copy.their_version
        if copy.patient_id is None:
            differing = list[str]()  # people and places: the directory here is ours to keep
        elif self._has_no_row(came):
            differing = self._unseen(came)
        else:
            pairs, more = self._pairs(came), self._added(came)
            differing = sorted({name for row, them in pairs for name in self._open(row, them)})
            differing += ["activity"] if more is None and not self._must else []
            if not differing:
                taken = {name for row, them in pairs for name in self._put(row, them)}
                self._add(more or [])
                self._told(taken | ({"activity"} if more else set()))
        if differing:
            copy.state, copy.theirs, copy.differing = "question", content.packed(), differing
            return len(differing)
        copy.there, copy.there_hash = content.packed(), content.digest
        copy.theirs = copy.differing = None
        if copy.waiting is None:
            copy.agreed, copy.state = None, "sent"  # what we have now is compared anew
        else:
            copy.state = "waiting"
        return 0

    def _has_no_row(self, came: Mapped) -> bool:
        here = self._copy.row_id is not None and came.table == self._copy.own_table
        return not (here or self._copy.parts)

    def _unseen(self, came: Mapped) -> list[str]:
        """Of what stands in no row of that kind: what they changed of it."""
        there = self._read(unpacked(self._copy.there))
        changed = _Versions(there.row, came.row, {}, {}).theirs
        return sorted(changed) if self._copy.own_table != "referral_task" and not self._must else []

    def _pairs(self, came: Mapped) -> list[tuple[Any, _Versions]]:
        """The row and its parts, each with its versions; a part has the same place in all of them."""
        copy = self._copy
        there = self._read(unpacked(copy.there))
        agreed = self._read(unpacked(copy.agreed or copy.there))
        now = self._read(unpacked(copy.waiting)) if copy.waiting else agreed
        found: list[tuple[Any, _Versions]] = []
        row = self._row(copy.own_table, copy.row_id) if came.table == copy.own_table else None
        found.append((row, _Versions(there.row, came.row, agreed.row, now.row)))
        every = zip(copy.parts or (), *(_parts(one) for one in (there, came, agreed, now)), strict=False)
        found += [(self._row(*part), _Versions(*versions)) for part, *versions in every]
        return found

    def _added(self, came: Mapped) -> list[dict[str, Any]] | None:
        """Actions they added at the end; None when parts were taken away or moved: then places say nothing."""
        before, after = _parts(self._read(unpacked(self._copy.there))), _parts(came)
        if self._copy.kind != "CarePlan":
            return [] if [_said(one) for one in before] == [_said(one) for one in after] else None
        same = len(after) >= len(before) and all(one["text"] == other["text"] for one, other in _both(before, after))
        if len(after) == len(before):
            return []
        addable = same and len(before) == len(self._copy.parts or ())
        return after[len(before) :] if addable else None

    def _add(self, more: list[dict[str, Any]]) -> None:
        plan = self._row("care_plan", self._copy.row_id)
        for values in more:
            row = _CLASSES["plan_action"](**values, care_plan_id=plan.id if plan is not None else None)
            row.patient_id = self._copy.patient_id
            self._uow.session.add(row)

    def _row(self, table: str | None, row_id: int | None) -> Any:
        kind = _CLASSES.get(table or "")
        row = self._uow.session.get(kind, row_id) if kind is not None and row_id is not None else None
        return row if row is not None and row.removed_at is None else None

    def _open(self, row: Any, them: _Versions) -> set[str]:
        """The columns of a row that cannot be taken over without asking."""
        allowed = _TAKEN.get(row.__tablename__, frozenset()) if row is not None else frozenset()
        found = set[str]()
        if self._must:
            return found
        for name in them.theirs:
            if row is not None and name in allowed and getattr(row, name) == them.came.get(name):
                continue  # we say so already
            faithful = (
                not self._stale and row is not None and name in allowed and getattr(row, name) == them.now.get(name)
            )
            if not faithful or them.clash(name):
                found.add(name)
        return found

    def _put(self, row: Any, them: _Versions) -> set[str]:
        names = {name for name in them.theirs if hasattr(row, name)}
        taken = {name for name in names if getattr(row, name) != them.came.get(name)}
        for name in taken:
            setattr(row, name, them.came.get(name))
        return taken

    def _told(self, taken: set[str]) -> None:
        if taken:
            copy = self._copy
            detail = {"partner_id": copy.partner_id, "columns": sorted(taken)}
            self._uow.record(
                EVENT, patient_id=copy.patient_id, object_kind=copy.own_table, object_id=copy.row_id, detail=detail
            )


def note_beside(copy: PartnerCopy, resource: Json, content: Content, kept: int) -> None:
    """Something that came from the partner, was changed here and goes back: what they have now is known.

    Args:
        copy: What we keep of it for sending.
        resource: What came, already taken over but for fields changed here.
        content: Its content.
        kept: How many fields both sides changed: then a person decides before anything goes back.
    """
    copy.their_version = text(obj(resource.get("meta")).get("versionId")) or copy.their_version
    if kept:
        copy.state, copy.theirs, copy.differing = "question", content.packed(), []
    else:
        copy.there, copy.there_hash = content.packed(), content.digest


def _said(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in _BOOKS}


def _both(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return list(zip(before, after, strict=False))


def _parts(mapped: Mapped) -> list[dict[str, Any]]:
    """The parts that matter: every system adds its own number for a patient."""
    return [child.row for child in mapped.children if child.table != "patient_identifier"]
