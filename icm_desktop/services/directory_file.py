"""A directory from a CSV file: looked at line by line first, then every good line that is new is added in one act."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import select

from db.models.practice import Organization
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.directory_file import known
from icm_desktop.contracts.directory import DirectoryFile, DirectoryRead, Entry, EntryKind, FileLine, LineState
from icm_desktop.domain.directory_lines import Line, NotADirectory, read
from icm_desktop.domain.names import folded, split, spoken
from icm_desktop.errors import Conflict, Invalid, UserError
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.directory_rows import folding, listed
from icm_desktop.services.directory import make

_OF_PERSON = ("family", "given", "prefix", "suffix", "npi")
MOST_BYTES, MOST_LINES = 10_000_000, 20_000

Key = tuple[str, str, str]
Kept = tuple[Entry, str | None]  # with the place its line names


class _There:
    """What the directory has: names with their places, and NPIs; grows as lines are taken."""

    def __init__(self, uow: UnitOfWork) -> None:
        folding(uow)
        every = listed()
        wanted = select(every.c.kind, every.c.key, every.c.place, every.c.npi)
        self._names: set[Key] = set()
        self._npis: set[str] = set()
        for row in uow.session.execute(wanted):
            self._note(row.kind, row.key, row.place, row.npi)

    def _note(self, kind: str, key: str, place: str | None, npi: str | None) -> None:
        self._names |= {(kind, folded(key), folded(place)), (kind, folded(key), "")}
        self._npis |= {npi} if npi else set()

    def take(self, entry: Entry, place: str | None) -> bool:
        """Note an entry; False when there is one like it."""
        key = " ".join(filter(None, (entry.family, entry.given))) or entry.name
        name = (entry.kind.value, folded(key), folded(place))
        if name in self._names or (entry.npi and entry.npi in self._npis):
            return False
        self._note(entry.kind.value, key, place, entry.npi)
        return True


@requires(Privilege.DEMOGRAPHICS)
def read_file(uow: UnitOfWork, request: DirectoryFile) -> DirectoryRead:
    """Look at a file, or keep what is new in it.

    A place that a line names and the directory does not know is added with it.

    Raises:
        Invalid: set_up.file_unreadable, set_up.file_too_large, set_up.file_no_names, set_up.file_empty.
        Conflict: set_up.file_changed when it is no longer what the preview showed.
    """
    content = _content(request)
    digest = hashlib.sha256(content).hexdigest()
    if request.keep and digest != request.digest:
        raise Conflict("set_up.file_changed")
    try:
        lines = list(read(content, known()))
    except NotADirectory:
        raise Invalid("set_up.file_no_names", "path") from None
    if not lines:
        raise Invalid("set_up.file_empty", "path")
    if len(lines) > MOST_LINES:
        raise Invalid("set_up.file_too_large", "path", most=MOST_LINES)
    there = _There(uow)
    kept: list[Kept] = []
    wanted = _places(uow)
    missing: dict[str, str] = {}
    told = tuple(_told(line, there, wanted, missing, kept) for line in sorted(lines, key=_places_first))
    if request.keep:
        _keep(uow, kept, wanted, missing)
    changes = Changes.of("directory", action_id=uow.action_id) if request.keep else Changes()
    told = tuple(sorted(told, key=lambda line: line.number))
    return DirectoryRead(told, tuple(missing.values()), digest, len(kept) if request.keep else 0, changes)


def _content(request: DirectoryFile) -> bytes:
    path = Path(request.path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Invalid("set_up.file_too_large", "path", most=MOST_LINES)
        return path.read_bytes()
    except OSError:
        raise Invalid("set_up.file_unreadable", "path") from None


def _places(uow: UnitOfWork) -> dict[str, int]:
    """The places of the directory by folded name, the first of several."""
    rows = select(Organization.id, Organization.name).where(Organization.removed_at.is_(None))
    found: dict[str, int] = {}
    for row in uow.session.execute(rows.order_by(Organization.id)):
        found.setdefault(folded(row.name), row.id)
    return found


def _places_first(line: Line) -> bool:
    return line.kind != EntryKind.PLACE.value


def _told(line: Line, there: _There, places: dict[str, int], missing: dict[str, str], kept: list[Kept]) -> FileLine:
    """What becomes of a line; what is good and new goes to `kept`, a place nobody knows to `missing`."""
    entry, place = _entry(line), line.fields.get("place")
    name = spoken(entry.given, entry.family, entry.prefix, entry.suffix) or entry.name
    about = (entry.kind, name, entry.what, place, entry.phone)
    try:
        if line.problem:
            raise Invalid(line.problem, word=line.about)
        make(entry)
    except UserError as error:
        return FileLine(line.number, LineState.WRONG, *about, error.code, tuple(error.params.items()))
    if not there.take(entry, place):
        return FileLine(line.number, LineState.THERE, *about)
    kept.append((entry, place))
    if entry.kind is EntryKind.PLACE:
        places.setdefault(folded(entry.name), 0)
    elif place and folded(place) not in places:
        missing.setdefault(folded(place), place)
    return FileLine(line.number, LineState.NEW, *about)


def _entry(line: Line) -> Entry:
    fields = dict(line.fields)
    fields.pop("place", None)
    kind, name = EntryKind(line.kind), fields.pop("name", "")
    if kind is EntryKind.PERSON:
        fields = {**_parts(name), **fields}
    else:
        fields = {"name": name or fields.get("family", "")} | {
            key: text for key, text in fields.items() if key not in _OF_PERSON
        }
    return Entry(kind, languages=line.languages, **fields)  # type: ignore[arg-type]  # texts of known columns


def _parts(name: str) -> dict[str, str]:
    """Family and given name and a title of a name in one column: "Dr Anil Petrov", "Petrov, Anil"."""
    family, given = split(name)
    first, _, rest = name.partition(" ")
    titled = bool(rest) and folded(first) not in {folded(word) for word in (*family.split(), *(given or "").split())}
    found = {"family": family, "given": given or "", "prefix": first if titled else ""}
    return {key: text for key, text in found.items() if text}


def _keep(uow: UnitOfWork, kept: list[Kept], places: dict[str, int], missing: dict[str, str]) -> None:
    """Places first, so that the others can point at them."""
    for name in missing.values():
        kept.insert(0, (Entry(EntryKind.PLACE, name=name), None))
    for entry, place in sorted(kept, key=lambda each: each[0].kind is not EntryKind.PLACE):
        row = make(entry)
        if entry.kind is EntryKind.PLACE:
            uow.session.add(row)
            uow.session.flush()
            places[folded(entry.name)] = row.id
            continue
        row.organization_id = places.get(folded(place)) if place else None
        uow.session.add(row)
    uow.session.flush()
