"""Adding to the directory, changing its entries, taking them out and opening them again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from db.models.practice import Organization
from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.directory import Entry, EntryKind, EntrySaved, RetireEntry, SaveEntry
from icm_desktop.domain.npi import is_npi
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import directory as entries
from icm_desktop.queries.directory_rows import MODELS, WHAT
from icm_desktop.services import lines
from icm_desktop.services.rows import current, known

_LINES = ("more_phones", "address", "website", "hours_text", "referral_how", "wait_text", "insurances")


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SaveEntry) -> EntrySaved:
    """Add or change an entry; one that is there already is named first.

    Raises:
        Invalid: set_up.name_missing, set_up.no_such_place, set_up.bad_npi, registration.*.
        Conflict: set_up.alike with the `names` of entries that look the same; set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    entry = request.entry
    _check(uow, entry)
    if not request.not_duplicate:
        _refuse_alike(uow, request)
    model = MODELS[entry.kind]
    is_new = request.entry_id is None
    row = model() if is_new else current(uow.session, model, request.entry_id or 0, request.expected_version)
    _fill(row, entry)
    uow.session.add(row)
    uow.session.flush()
    return EntrySaved(entries.entry(uow, entry.kind, row.id), changes=_changes(uow))


@requires(Privilege.DEMOGRAPHICS)
def retire(uow: UnitOfWork, request: RetireEntry) -> EntrySaved:
    """Take an entry out of the directory; referrals to it keep its name, and how many are open is told.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, MODELS[request.kind], request.id, request.expected_version)
    row.removed_at = uow.now
    uow.session.flush()
    return EntrySaved(entries.entry(uow, request.kind, request.id), _open_referrals(uow, request), _changes(uow))


@requires(Privilege.DEMOGRAPHICS)
def reopen(uow: UnitOfWork, request: RetireEntry) -> EntrySaved:
    """Put an entry that was taken out back into the directory.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = uow.session.get(MODELS[request.kind], request.id)
    if row is None:
        raise NotFound("set_up.gone")
    if row.version != request.expected_version or row.removed_at is None:
        raise Conflict("set_up.changed_meanwhile")
    row.removed_at = None
    uow.session.flush()
    return EntrySaved(entries.entry(uow, request.kind, request.id), changes=_changes(uow))


def _open_referrals(uow: UnitOfWork, request: RetireEntry) -> int:
    columns = {EntryKind.PERSON: ServiceRequest.to_practitioner_id, EntryKind.PLACE: ServiceRequest.to_organization_id}
    if (column := columns.get(request.kind)) is None:
        return 0
    wanted = select(func.count()).where(
        column == request.id, ServiceRequest.is_referral, ServiceRequest.closed_on.is_(None),
        ServiceRequest.removed_at.is_(None),
    )  # fmt: skip
    return uow.session.scalar(wanted) or 0


def make(entry: Entry) -> Any:
    """A new row of an entry, not yet in the session.

    Raises:
        Invalid: set_up.name_missing, set_up.bad_npi, registration.*.
    """
    _check_npi(entry)
    row = MODELS[entry.kind]()
    _fill(row, entry)
    return row


def _fill(row: Any, entry: Entry) -> None:
    if entry.kind is EntryKind.PERSON:
        row.family = lines.needed(entry.family, "family", "set_up.name_missing")
        row.given, row.prefix = lines.line(entry.given, "given"), lines.line(entry.prefix, "prefix")
        row.suffix, row.npi = lines.line(entry.suffix, "suffix"), (entry.npi or "").strip() or None
        row.inside = False
    else:
        row.name = lines.needed(entry.name, "name", "set_up.name_missing")
    if entry.kind is not EntryKind.PLACE:
        row.organization_id = entry.place_id
    if entry.kind is EntryKind.SERVICE:
        row.sensitive = entry.sensitive
    setattr(row, WHAT[entry.kind], lines.line(entry.what, "what"))
    row.phone, row.fax = lines.phone(entry.phone), lines.phone(entry.fax, "fax")
    row.email, row.note = lines.email(entry.email), lines.note(entry.note)
    row.languages = lines.languages(entry.languages)
    for name in _LINES:
        if hasattr(type(row), name):
            setattr(row, name, lines.line(getattr(entry, name), name))


def _check_npi(entry: Entry) -> None:
    if entry.npi and entry.npi.strip() and not is_npi(entry.npi.strip()):
        raise Invalid("set_up.bad_npi", "npi")


def _check(uow: UnitOfWork, entry: Entry) -> None:
    _check_npi(entry)
    if not known(uow.session, Organization, entry.place_id):
        raise Invalid("set_up.no_such_place", "place_id")


def _refuse_alike(uow: UnitOfWork, request: SaveEntry) -> None:
    entry = request.entry
    person = entry.kind is EntryKind.PERSON
    name = " ".join(part for part in (entry.given, entry.family) if part) if person else entry.name
    npi = (entry.npi or "").strip() or None
    found = entries.alike(uow, entry.kind, name, npi, entry.phone, request.entry_id)
    if found:
        told = tuple(", ".join(part for part in (row.name, row.place, row.phone) if part) for row in found)
        raise Conflict("set_up.alike", "not_duplicate", names=told)


def _changes(uow: UnitOfWork) -> Changes:
    return Changes.of("directory", action_id=uow.action_id)
