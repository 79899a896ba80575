"""What earlier imports brought: answers for references that leave the files at hand, and copies we already have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from sqlalchemy import or_, select

from db.models.exchange import ImportBatch
from db.models.patient import Patient, PatientIdentifier
from db.models.practice import Practice, Practitioner
from db.models.scheduling import Appointment
from db.repositories import imports, partners
from db.repositories.imports import Stored
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import names
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.exchange.fhir.asked_by import ANY_NUMBER, NAME_AND_BIRTH, RECORD_NUMBER, name_and_birth
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.index import DIRECTORY, Place, Thing
from icm_desktop.exchange.fhir.links import Ours
from icm_desktop.exchange.fhir.values import Json, objs, text
from icm_desktop.practice import OpenPractice

Identity = tuple[str, str, str, str]
_NOWHERE = Place(-1, -1, -1, "")


class Known:
    """Looks up stored resources; answers are remembered for the time of one import."""

    def __init__(self, practice: OpenPractice) -> None:
        self._practice = practice
        self._open: UnitOfWork | None = None
        self._things: dict[tuple[str, str, str], Thing | None] = {}
        self._by_identifier: dict[tuple[str, str], list[Stored]] | None = None
        with practice.read() as uow:
            self._copies = partners.any_copies(uow.session)
            self.anything = self._copies or imports.anything_stored(uow.session)
            reports = list(uow.session.scalars(select(ImportBatch.report).where(ImportBatch.state == "complete")))
            self._passed_over = _passed_over(reports)
            self.mappings = remembered(reports)
            self.ours = _ours(uow)
            self.today = uow.today

    @contextmanager
    def within(self, uow: UnitOfWork) -> Iterator[None]:
        """Ask through a transaction that is already open: the connection can hold no second one."""
        self._open = uow
        try:
            yield
        finally:
            self._open = None

    def find(self, source: str, kind: str, resource_id: str) -> Thing | None:
        """`index.Find`: the thing stored under a type and id, or None when there is none or could be several."""
        if not self.anything:
            return None
        asked = (source, kind, resource_id)
        if asked not in self._things:
            self._things[asked] = self._find(source, kind, resource_id)
        return self._things[asked]

    def same(self, wanted: Iterable[Identity]) -> dict[Identity, Stored]:
        """Which of these identities (source, type, id, subject) are stored."""
        found: dict[Identity, Stored] = {}
        if not self.anything:
            return found
        asked, by_kind = list(wanted), dict[tuple[str, str], set[str]]()
        for source, kind, resource_id, _ in asked:
            by_kind.setdefault((source, kind), set()).add(resource_id)
        with self._reading() as uow:
            for (source, kind), ids in by_kind.items():
                for row in imports.stored(uow.session, source, kind, sorted(ids)):
                    found[row.source, row.kind, row.resource_id, row.subject] = row
            ours = {
                (row.source, row.kind, row.resource_id): row
                for (source, kind), ids in by_kind.items()
                for row in self._copies_of(uow, source, kind, ids)
            }
        for identity in asked:
            if identity not in found and identity[:3] in ours:
                found[identity] = ours[identity[:3]]
        return found

    def _copies_of(self, uow: UnitOfWork, source: str, kind: str, ids: Iterable[str]) -> list[Stored]:
        """What of ours the sender has under these ids: it comes back as the same thing, never as another."""
        return list(partners.copies(uow.session, source, kind, sorted(ids))) if self._copies else []

    def was_passed_over(self, ours: bytes, theirs: bytes) -> bool:
        """Whether a copy came with the one we have before, and that one was chosen: it is no news now either.

        Args:
            ours: Content digest of the copy we have.
            theirs: Content digest of the copy that came in.
        """
        return theirs in self._passed_over.get(ours, ())

    def people(self, source: str, ids: Iterable[str]) -> dict[str, list[tuple[Stored, Json]]]:
        """Stored patients under these resource ids, each with the resource it came as."""
        found: dict[str, list[tuple[Stored, Json]]] = {}
        if not self.anything:
            return found
        with self._reading() as uow:
            wanted = sorted(set(ids))
            rows = list(imports.stored(uow.session, source, "Patient", wanted))
            rows += self._copies_of(uow, source, "Patient", wanted)
            packed = partners.contents(uow.session, rows)
        for row in rows:
            found.setdefault(row.resource_id, []).append((row, unpacked(packed.get(row.id))))
        return found

    @contextmanager
    def _reading(self) -> Iterator[UnitOfWork]:
        if self._open is not None:
            yield self._open
            return
        with self._practice.read() as uow:
            yield uow

    def _find(self, source: str, kind: str, resource_id: str) -> Thing | None:
        if self._surely_unknown(kind, resource_id):
            return None
        with self._reading() as uow:
            if kind.endswith("?identifier"):
                rows = self._with_identifier(uow, kind.removesuffix("?identifier"), resource_id)
            else:
                rows = [row for row in imports.stored_under(uow.session, resource_id) if row.kind == kind or not kind]
                rows = [row for row in rows if row.source == source] or rows
                rows = self._copies_of(uow, source, kind, [resource_id]) or rows
            if len({(row.kind, row.row_id) for row in rows}) != 1:
                return None
            content = partners.contents(uow.session, rows[:1])
        return _thing(rows[0], unpacked(content.get(rows[0].id)))

    def _surely_unknown(self, kind: str, token: str) -> bool:
        """Answered from memory: thousands of such questions may come, and a transaction for each takes time."""
        plain, asks_identifier, _ = kind.partition("?identifier")
        read = self._by_identifier is not None and bool(asks_identifier) and plain in DIRECTORY
        return read and (plain, token) not in (self._by_identifier or {})

    def _with_identifier(self, uow: UnitOfWork, kind: str, token: str) -> list[Stored]:
        if kind == "Patient":
            return _patients(uow, token)
        if self._by_identifier is None:
            self._by_identifier = _directory(uow)
        return self._by_identifier.get((kind, token), [])


def _thing(row: Stored, resource: Json) -> Thing:
    apart = row.subject if row.kind == "Patient" else ""
    resource = resource or {"resourceType": row.kind}
    return Thing(row.kind, row.resource_id, _NOWHERE, resource, apart=apart, table=row.table, row_id=row.row_id)


def _patients_asked(uow: UnitOfWork, token: str) -> list[int]:
    """Ids of the patients a token asks for: by an identifier, by our own number, by any, or by name and birth date."""
    system, _, value = token.partition("|")
    ask = uow.session.scalars
    if system == RECORD_NUMBER:
        wanted = Patient.record_number == unquote(value)
        return list(ask(select(Patient.id).where(wanted, Patient.removed_at.is_(None))))
    if system == NAME_AND_BIRTH:
        born = unquote(value).rpartition(",")[2]
        rows = select(Patient).where(Patient.birth_date == born, Patient.removed_at.is_(None))
        return [one.id for one in ask(rows) if name_and_birth(one.family, one.given, born) == unquote(value)]
    query = select(PatientIdentifier.patient_id).where(PatientIdentifier.removed_at.is_(None)).distinct()
    if system == ANY_NUMBER:
        return list(ask(query.where(PatientIdentifier.value == unquote(value))))
    named = (PatientIdentifier.system == system) if system else PatientIdentifier.system.is_(None)
    return list(ask(query.where(PatientIdentifier.value == value, named)))


def _patients(uow: UnitOfWork, token: str) -> list[Stored]:
    running = select(ImportBatch.id).where(ImportBatch.state != "complete")
    seen = or_(Patient.import_id.is_(None), Patient.import_id.not_in(running))
    found: list[Stored] = []
    for patient_id in _patients_asked(uow, token):
        if uow.session.scalar(select(Patient.id).where(Patient.id == patient_id, seen)) is not None:
            found.append(Stored(0, "", "Patient", str(patient_id), "", patient_id, b"", "patient", patient_id))
    return found


def _passed_over(reports: Iterable[Json | None]) -> dict[bytes, set[bytes]]:
    found: dict[bytes, set[bytes]] = {}
    for report in reports:
        for used, others in (report or {}).get("passed_over", {}).items():
            found.setdefault(bytes.fromhex(used), set()).update(map(bytes.fromhex, others))
    return found


def remembered(reports: Iterable[Json | None]) -> dict[str, CsvMapping]:
    """What columns of lists meant in earlier imports; the latest of the same columns."""
    found = [CsvMapping(**_as_tuples(one)) for report in reports for one in (report or {}).get("csv", ())]
    return {mapping.key: mapping for mapping in found}


def _as_tuples(kept: Json) -> Json:
    columns = tuple((str(field), int(place)) for field, place in kept["columns"])
    return kept | {"headers": tuple(kept["headers"]), "columns": columns}


def _directory(uow: UnitOfWork) -> dict[tuple[str, str], list[Stored]]:
    found: dict[tuple[str, str], list[Stored]] = {}
    rows = imports.stored_of_types(uow.session, DIRECTORY)
    packed = imports.contents(uow.session, [row.id for row in rows])
    for row in rows:
        for identifier in objs(unpacked(packed.get(row.id)).get("identifier")):
            value = text(identifier.get("value"))
            if value:
                found.setdefault((row.kind, f"{text(identifier.get('system')) or ''}|{value}"), []).append(row)
    return found


def _ours(uow: UnitOfWork) -> Ours:
    practice = uow.session.scalar(select(Practice).limit(1))
    inside = select(Practitioner).where(Practitioner.inside.is_(True), Practitioner.removed_at.is_(None))
    clinicians = {names.folded(f"{one.given or ''} {one.family}"): one.id for one in uow.session.scalars(inside)}
    visits = select(Appointment.id).limit(1)
    came = Appointment.source_id > 0  # visits booked here name no organisation, and need not be looked through
    here = select(Appointment.organization_id).where(
        came, Appointment.outside.is_(False), Appointment.removed_at.is_(None)
    )
    organizations = frozenset(found for found in uow.session.scalars(here.distinct()) if found is not None)
    starting = uow.session.scalar(visits) is None
    return Ours(practice.name if practice else "", clinicians, organizations, starting)
