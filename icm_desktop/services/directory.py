"""Adding to the directory, changing and retiring its entries."""

from __future__ import annotations

from typing import Any

from db.models.practice import Organization, Practitioner
from db.models.set_up import HealthcareService
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.directory import Entry, EntryKind, EntrySaved, RetireEntry, SaveEntry
from icm_desktop.domain.npi import is_npi
from icm_desktop.domain.person import Unusable, language
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import directory as entries
from icm_desktop.services import lines
from icm_desktop.services.rows import current, known

_MODELS: dict[EntryKind, Any] = {
    EntryKind.PERSON: Practitioner,
    EntryKind.PLACE: Organization,
    EntryKind.SERVICE: HealthcareService,
}
_WHAT = {EntryKind.PERSON: "specialty", EntryKind.PLACE: "kind", EntryKind.SERVICE: "category"}
_LINES = ("address", "website", "hours_text", "referral_how", "wait_text", "insurances")


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
    model = _MODELS[entry.kind]
    is_new = request.entry_id is None
    row = model() if is_new else current(uow.session, model, request.entry_id or 0, request.expected_version)
    _fill(row, entry)
    uow.session.add(row)
    uow.session.flush()
    return EntrySaved(entries.entry(uow, entry.kind, row.id), _changes(uow))


@requires(Privilege.DEMOGRAPHICS)
def retire(uow: UnitOfWork, request: RetireEntry) -> EntrySaved:
    """Take an entry out of the directory; referrals to it keep its name.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, _MODELS[request.kind], request.id, request.expected_version)
    before = entries.entry(uow, request.kind, request.id)
    row.removed_at = uow.now
    uow.session.flush()
    return EntrySaved(before, _changes(uow))


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
    setattr(row, _WHAT[entry.kind], lines.line(entry.what, "what"))
    row.phone, row.fax = lines.phone(entry.phone), lines.phone(entry.fax, "fax")
    row.email, row.note = lines.email(entry.email), lines.note(entry.note)
    row.languages = _languages(entry.languages)
    for name in _LINES:
        if hasattr(type(row), name):
            setattr(row, name, lines.line(getattr(entry, name), name))


def _check(uow: UnitOfWork, entry: Entry) -> None:
    if entry.npi and entry.npi.strip() and not is_npi(entry.npi.strip()):
        raise Invalid("set_up.bad_npi", "npi")
    if not known(uow.session, Organization, entry.place_id):
        raise Invalid("set_up.no_such_place", "place_id")


def _refuse_alike(uow: UnitOfWork, request: SaveEntry) -> None:
    entry = request.entry
    person = entry.kind is EntryKind.PERSON
    name = " ".join(part for part in (entry.given, entry.family) if part) if person else entry.name
    me = None if request.entry_id is None else (entry.kind, request.entry_id)
    found = [row for row in entries.alike(uow, name, None, me) if row.kind is entry.kind]
    if found:
        told = tuple(", ".join(part for part in (row.name, row.place, row.phone) if part) for row in found)
        raise Conflict("set_up.alike", "not_duplicate", names=told)


def _languages(codes: tuple[str, ...]) -> list[str] | None:
    try:
        kept = [language(code) for code in codes]
    except Unusable as error:
        raise Invalid(f"registration.{error.reason}", "languages", **error.params) from None
    return [code for code in dict.fromkeys(kept) if code] or None


def _changes(uow: UnitOfWork) -> Changes:
    return Changes.of("directory", action_id=uow.action_id)
