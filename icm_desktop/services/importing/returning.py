"""What of ours comes back changed from a partner: taken over where only they changed it, else a question for a person.

Three states are compared as rows: what both last agreed on, what we have now, what came. Only columns in `_TAKEN` are
ever taken over by themselves, and only where what is on file is what our own form of it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.by_table import CLASSES
from db.models.exchange import ImportDifference
from db.models.partners import PartnerCopy
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.mapped import Mapped
from icm_desktop.exchange.fhir.values import Json, obj, text
from icm_desktop.services.importing import parting
from icm_desktop.services.importing.differing import Questions
from icm_desktop.services.importing.parting import Part, Rows
from icm_desktop.services.person_rows import settle_phone

EVENT, TAKING, STALE = "partner.changed", "taking", "stale"
_TAKEN = {
    "goal": frozenset({
        "text", "words", "status", "achievement", "priority", "measure_code", "measure_text", "target_comparator",
        "target_value", "target_low", "target_high", "target_unit", "target_text", "due_on", "notes",
    }),
    "task": frozenset({"status", "business_status", "done_on", "due_on"}),
    "plan_action": frozenset({"text", "status", "reason", "due_on"}),
}  # fmt: skip
_ACTION = "plan_action"
_LINES = {  # what makes a line of a patient the same one
    "patient_telecom": ("system", "value"),
    "patient_address": ("line", "city", "postal_code"),
}
_BOOKS = frozenset({"recorded_when", "author", "organization", "position"})  # say who wrote it down, not what it says
_FOLLOWS = frozenset({"phone"})  # of a patient: said by a line of its own
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
    """Brings one copy that came back into its rows inside one write transaction.

    What they have there is known at once. What needs an answer stays a question about our row, with both sides; the
    copy is not sent as long as one is open.
    """

    def __init__(self, uow: UnitOfWork, copy: PartnerCopy, read: Read, import_id: int | None = None) -> None:
        self._uow, self._copy, self._read = uow, copy, read
        self._import_id = import_id
        self._must = copy.state == TAKING  # somebody has decided for what came
        self._stale = copy.state == STALE  # what came answers something older than what we last sent
        self._questions = Questions(uow, copy, import_id)
        self._when: str | None = None
        self._taken = set[str]()

    def take(self, resource: Json, content: Content, came: Mapped) -> int:
        """Take over what only they changed.

        Args:
            resource: What came.
            content: Its content.
            came: The row it maps to.

        Returns:
            How many columns need an answer.
        """
        copy, meta = self._copy, obj(resource.get("meta"))
        copy.their_version = text(meta.get("versionId")) or copy.their_version
        self._when = text(meta.get("lastUpdated"))
        there = self._read(unpacked(copy.there))
        bare = list[str]()  # what they changed of something that is no row here
        asked = 0
        if copy.patient_id is None:
            pass  # people and places: the directory here is ours to keep
        elif self._has_no_row(came):
            bare = self._unseen(there, came)
        else:
            bare, asked = self._bring_row(there, came)
            asked += self._bring_parts(there, came)
            self._told()
        self._settle(content, bare)
        return asked + len(bare)

    def _settle(self, content: Content, bare: list[str]) -> None:
        copy = self._copy
        if bare:
            copy.state, copy.theirs, copy.differing = "question", content.packed(), bare
            return
        copy.there, copy.there_hash = content.packed(), content.digest
        copy.theirs = copy.differing = None
        if self._questions.are_open():
            copy.state = "question"
        elif copy.waiting is None:
            copy.agreed, copy.state = None, "sent"  # what we have now is compared anew
        else:
            copy.state = "waiting"

    def _has_no_row(self, came: Mapped) -> bool:
        here = self._copy.row_id is not None and came.table == self._copy.own_table
        return not (here or self._copy.parts)

    def _unseen(self, there: Mapped, came: Mapped) -> list[str]:
        """Of what stands in no row of that kind: what they changed of it."""
        changed = _Versions(there.row, came.row, {}, {}).theirs
        return sorted(changed) if self._copy.own_table != "referral_task" and not self._must else []

    # the row itself

    def _bring_row(self, there: Mapped, came: Mapped) -> tuple[list[str], int]:
        copy = self._copy
        agreed = self._read(unpacked(copy.agreed or copy.there))
        now = self._read(unpacked(copy.waiting)) if copy.waiting else agreed
        row = self._row(copy.own_table, copy.row_id) if came.table == copy.own_table else None
        them = _Versions(there.row, came.row, agreed.row, now.row)
        if row is None:
            return (sorted(them.theirs) if not self._must else []), 0
        return [], self._put_or_ask(row, them, sure=not self._stale)

    def _put_or_ask(self, row: Any, them: _Versions, *, sure: bool) -> int:
        """Take over what only they changed of a row, or ask about all of it; how many columns need an answer."""
        names = {name for name in (them.theirs | self._questions.names(row)) - _FOLLOWS if hasattr(row, name)}
        theirs = {name: them.came[name] for name in names if name in them.came}
        theirs = {
            name: value
            for name, value in theirs.items()
            if getattr(row, name) != value and not isinstance(value, bytes)
        }
        allowed = _TAKEN.get(row.__tablename__, frozenset())
        plain = sure and not self._questions.names(row) and theirs.keys() <= allowed
        if self._must or (plain and not any(them.clash(name) or _other(row, them, name) for name in theirs)):
            for name, value in theirs.items():
                setattr(row, name, value)
            self._taken |= theirs.keys()
            return self._questions.ask(row, {}, self._when)
        return self._questions.ask(row, theirs, self._when)

    # its parts

    def _bring_parts(self, there: Mapped, came: Mapped) -> int:
        if self._copy.kind == "CarePlan":
            return self._bring_actions(_of(there, _ACTION), _of(came, _ACTION))
        if self._copy.kind == "Patient":
            return sum(self._bring_lines(table, _of(there, table), _of(came, table)) for table in _LINES)
        return 0

    def _bring_actions(self, before: list[Part], after: list[Part]) -> int:
        """Actions of a plan: changed, added, or no longer there, wherever in the list they stand."""
        rows, asked = Rows.of(self._copy.parts), 0
        known = {id(one): rows.take(str(one["text"]), place) for place, one in enumerate(before)}
        kept = list[list[Any]]()
        for pair in parting.pairs(before, after):
            place = known.get(id(pair.before)) if pair.before is not None else None
            row = self._row(*place) if place is not None else None
            if pair.before is None and pair.after is not None:
                row = self._add_action(pair.after)
                place = (_ACTION, row.id) if row is not None else None
            elif row is not None and pair.before is not None and pair.after is not None:
                them = _Versions(pair.before, pair.after, pair.before, pair.before)
                asked += self._put_or_ask(row, them, sure=pair.sure and not self._stale)
            elif row is not None and pair.after is None and not self._stale and not self._must:
                asked += self._questions.gone(row)
            if place is not None and pair.after is not None:
                kept.append([*place, pair.after["text"], row.text if row is not None else None])
        self._copy.parts = kept + [one for one in rows.entries if one[0] is not None]
        return asked

    def _add_action(self, values: Part) -> Any:
        """An action they added; none where the plan has, or had, one of these words."""
        plan = self._row("care_plan", self._copy.row_id)
        kind = CLASSES[_ACTION]
        same = select(kind.id).where(kind.patient_id == self._copy.patient_id, kind.text == values["text"])
        if self._uow.session.scalar(same.limit(1)) is not None:
            return None
        row = kind(**values, care_plan_id=plan.id if plan is not None else None)
        row.patient_id, row.import_id = self._copy.patient_id, self._import_id
        self._uow.session.add(row)
        self._uow.session.flush()
        self._taken.add("activity")
        return row

    def _bring_lines(self, table: str, before: list[Part], after: list[Part]) -> int:
        """Numbers and addresses of a patient who is ours: a changed one is a question, a new one is added."""
        asked = 0
        for old, new in _lines(table, before, after):
            if self._line(table, new) is not None:
                continue  # we say so already
            row = self._line(table, old) if old is not None else None
            if row is not None and old is not None:
                names = {name for name in new.keys() - _BOOKS if old.get(name) != new.get(name)}
                asked += self._put_or_ask(row, _Versions(old, {name: new[name] for name in names}, {}, {}), sure=False)
            else:
                self._add_line(table, new)
        return asked

    def _add_line(self, table: str, values: Part) -> None:
        row = CLASSES[table](**values)
        row.patient_id, row.import_id = self._copy.patient_id, self._import_id
        self._uow.session.add(row)
        self._uow.session.flush()
        self._taken.add(table)
        settle_phone(self._uow, self._uow.session.get_one(Patient, self._copy.patient_id))

    def _line(self, table: str, values: Part) -> Any:
        """Our line that says the same."""
        kind = CLASSES[table]
        mine = (getattr(kind, name) == values.get(name) for name in _LINES[table])
        chosen = select(kind).where(kind.patient_id == self._copy.patient_id, kind.removed_at.is_(None), *mine)
        return self._uow.session.scalar(chosen.limit(1))

    def _row(self, table: str | None, row_id: int | None) -> Any:
        kind = CLASSES.get(table or "")
        row = self._uow.session.get(kind, row_id) if kind is not None and row_id is not None else None
        return row if row is not None and row.removed_at is None else None

    def _told(self) -> None:
        if self._taken:
            copy = self._copy
            detail = {"partner_id": copy.partner_id, "columns": sorted(self._taken)}
            self._uow.record(
                EVENT, patient_id=copy.patient_id, object_kind=copy.own_table, object_id=copy.row_id, detail=detail
            )


def note_beside(copy: PartnerCopy, resource: Json, content: Content, questions: list[ImportDifference]) -> None:
    """Something that came from the partner, was changed here and goes back: what they have now is known.

    Args:
        copy: What we keep of it for sending.
        resource: What came, already taken over but for fields changed here.
        content: Its content.
        questions: What both sides changed: a person decides before anything goes back.
    """
    copy.their_version = text(obj(resource.get("meta")).get("versionId")) or copy.their_version
    copy.there, copy.there_hash = content.packed(), content.digest
    for one in questions:
        one.partner_copy_id = copy.id
    if questions:
        copy.state = "question"


def _other(row: Any, them: _Versions, name: str) -> bool:
    """Whether what is on file is not what our own form of it says: then what they changed of it cannot be told."""
    return bool(getattr(row, name) != them.now.get(name))


def _of(mapped: Mapped, table: str) -> list[Part]:
    return [child.row for child in mapped.children if child.table == table]


def _lines(table: str, before: list[Part], after: list[Part]) -> list[tuple[Part | None, Part]]:
    """Lines that were not there before, each with the one whose place it takes: of the same use, gone since."""
    said = _LINES[table]
    old = [one for one in before if not any(_same(one, other, said) for other in after)]
    found = list[tuple[Part | None, Part]]()
    for new in (one for one in after if not any(_same(one, other, said) for other in before)):
        was = next((one for one in old if _same(one, new, ("use",)) and one.get("system") == new.get("system")), None)
        if was is not None:
            old = [one for one in old if one is not was]
        found.append((was, new))
    return found


def _same(one: Part, other: Part, names: Iterable[str]) -> bool:
    return all(one.get(name) == other.get(name) for name in names)
