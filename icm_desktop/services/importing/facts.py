"""The many resources that nothing else points to: read again file by file, mapped and written in slices."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable

from db.repositories.imports import Stored
from icm_desktop.content.plain_words import sensitive
from icm_desktop.errors import Conflict
from icm_desktop.exchange import formats
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.index import HELD, Index, Place, Thing, place_of, resource_id_of
from icm_desktop.exchange.fhir.links import ImportLinks
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.modifiers import has_inner_modifier, unknown_modifier
from icm_desktop.exchange.fhir.problems import no_known_allergies_on
from icm_desktop.exchange.fhir.reading import Entry, Gone, Unreadable
from icm_desktop.exchange.fhir.types import MAPS, WITHOUT_PATIENT, belongs_to_patients, why_not
from icm_desktop.exchange.fhir.values import Json, Notes, obj, text
from icm_desktop.services.importing.binaries import Waiting
from icm_desktop.services.importing.fact import Change, Fact
from icm_desktop.services.importing.files import CREATED, NOT_UNDERSTOOD, UNCHANGED, ReadFile
from icm_desktop.services.importing.known import Identity, Known
from icm_desktop.services.importing.writing import Item, Writer

_AT_ONCE = 900  # resources of a slice: well under 200 ms
_MOST_BYTES = 2_000_000  # of a slice: scans and letters are large


class Facts:
    """Reads the facts of all files. `repeated` are hashes of type and id that occur more than once."""

    def __init__(
        self,
        index: Index,
        known: Known,
        links: ImportLinks,
        writer: Writer,
        repeated: set[int],
        zone: dt.tzinfo,
        known_formats: formats.Known,
    ) -> None:
        self._formats = known_formats
        self._index = index
        self._known = known
        self._links = links
        self._writer = writer
        self._repeated = repeated
        self._zone = zone
        self._waiting: list[tuple[ReadFile, Fact]] = []
        self._weight = 0
        self._for_binaries = Waiting(index)
        self._later: dict[Identity, list[tuple[ReadFile, Fact]]] = defaultdict(list)
        self.changes: list[tuple[ReadFile, Change]] = []
        self.no_known_allergies: dict[int, dt.date] = {}
        self.sources: set[str] = set()
        self.gone: list[Gone] = []  # what the files say was deleted at its source

    def read(self, file: ReadFile, done: Callable[[int], None]) -> None:
        """Read one file; what does not fill a slice waits for the next. `done` is told how many a slice held.

        Raises:
            Conflict: exchange.file_changed: it is not the file any more that was looked through before.
        """
        self._index.new_file()
        try:
            self._read(file, done)
            same = file.now() == file.stamp
        except Unreadable:
            same = False
        if not same:
            raise Conflict("exchange.file_changed", path=file.told)

    def _read(self, file: ReadFile, done: Callable[[int], None]) -> None:
        for entry in formats.entries(file.path, self._formats, again=True):
            if not isinstance(entry, Entry) or entry.resource["resourceType"] in HELD:
                continue
            fact = self._fact(file, entry)
            if fact is None:
                continue
            if hash((fact.kind, fact.id)) in self._repeated:
                self._later[fact.identity].append((file, fact))
                continue
            self._add(file, fact, done)

    def _add(self, file: ReadFile, fact: Fact, done: Callable[[int], None]) -> None:
        if self._for_binaries.takes(file, fact):
            return
        self._waiting.append((file, fact))
        self._weight += fact.weight
        if len(self._waiting) >= _AT_ONCE or self._weight >= _MOST_BYTES:
            self._write(done)

    def finish(self, files: list[ReadFile], done: Callable[[int], None]) -> None:
        """Write what came several times, of each the best copy, and what waits for bytes that stand elsewhere."""
        for copies in self._later.values():
            best = max(copies, key=lambda one: _rank(one[1]))
            for copy in copies:
                if copy is not best:
                    count_copy(*copy, best[1].content)
            self._add(*best, done)
        self._later.clear()
        for number in sorted(self._for_binaries.files()):
            self._read_binaries(files[number], done)
        for file, fact in self._for_binaries.rest():
            self._waiting.append((file, fact))
        self._write(done)

    def _read_binaries(self, file: ReadFile, done: Callable[[int], None]) -> None:
        for entry in formats.entries(file.path, self._formats, again=True):
            if isinstance(entry, Entry) and entry.resource["resourceType"] == "Binary":
                for complete in self._for_binaries.bring(entry, resource_id_of(entry)):
                    self._add(*complete, done)

    def map(self, fact: Fact, file: ReadFile) -> Mapped:
        """The row of a fact.

        Raises:
            NotMapped: why it cannot become one.
        """
        modified = unknown_modifier(fact.resource, fact.kind)
        if modified is not None:
            raise NotMapped(modified, refused=False)
        notes = Notes(self._zone)
        if has_inner_modifier(fact.content, fact.resource):
            notes.add("a modifier inside it is not read")
        self._links.at(fact.resource, fact.place, fact.binaries)
        mapped = MAPS[fact.kind](fact.resource, Context(self._links, notes, sensitive()))
        recorded = self._links.recorded(Entry({}, fact.full_url), fact.kind, fact.id, fact.place)
        if recorded is not None:
            recorded.complete(mapped.row, notes)
        file.notes.update(f"{fact.kind}: {line}" for line in notes.lines)
        return mapped

    def _fact(self, file: ReadFile, entry: Entry) -> Fact | None:
        kind = str(entry.resource["resourceType"])
        if kind not in MAPS and not belongs_to_patients(kind):
            return self._left(file, kind, NOT_UNDERSTOOD, why_not(kind))
        place = place_of(file.number, file.folder, entry.bundle, entry.source)
        try:
            content = Content.of(entry.resource)
            patient = None if kind in WITHOUT_PATIENT else self._patient(entry.resource, kind, place)
        except NotMapped as problem:
            if kind not in MAPS:
                return self._left(file, kind, NOT_UNDERSTOOD, why_not(kind))
            self._not_mapped(file, kind, problem, place.bundle)
            return None
        self.sources.add(place.source)
        resource_id = resource_id_of(entry, content)
        subject, row_id = (patient.key, patient.row_id) if patient else ("", None)
        return Fact(entry.resource, kind, resource_id, place, subject, row_id, content, entry.full_url)

    def _patient(self, resource: Json, kind: str, place: Place) -> Thing:
        return patient_of(self._index, resource, kind, place)

    def _not_mapped(self, file: ReadFile, kind: str, problem: NotMapped, line: int) -> None:
        if problem.refused:
            file.refuse(kind, problem.reason, line)
        else:
            self._left(file, kind, NOT_UNDERSTOOD, problem.reason)

    @staticmethod
    def _left(file: ReadFile, kind: str, what: int, reason: str) -> None:
        file.count(kind, what)
        file.notes[reason] += 1

    def _write(self, done: Callable[[int], None]) -> None:
        stored = self._known.same(fact.identity for _, fact in self._waiting)
        items = [item for file, fact in self._waiting if (item := self._item(file, fact, stored)) is not None]
        count = len(self._waiting)
        self._waiting.clear()
        self._weight = 0
        self._writer.write(items)
        done(count)

    def _item(self, file: ReadFile, fact: Fact, stored: dict[Identity, Stored]) -> Item | None:
        had = stored.get(fact.identity)
        modified = unknown_modifier(fact.resource, fact.kind) if fact.kind in MAPS else None
        understood = fact.kind in MAPS and modified is None
        if had is not None:
            if had.digest != fact.content.digest:
                self.changes.append((file, Change(fact, had)))
            else:
                file.count(fact.kind, UNCHANGED if understood else NOT_UNDERSTOOD)
            return None
        if not understood:
            reason = modified or why_not(fact.kind)
            self._left(file, fact.kind, NOT_UNDERSTOOD, reason)
            return self._as_item(fact, None, reason)
        try:
            mapped = self.map(fact, file)
        except NotMapped as problem:
            self._not_mapped(file, fact.kind, problem, fact.place.bundle)
            return None
        file.count(fact.kind, CREATED)
        if fact.kind == "AllergyIntolerance" and fact.patient_id is not None:
            self._remember_none_known(fact.resource, fact.patient_id)
        return self._as_item(fact, mapped)

    def _remember_none_known(self, resource: Json, patient_id: int) -> None:
        day = no_known_allergies_on(resource, self._zone)
        if day is not None:
            self.no_known_allergies[patient_id] = max(day, self.no_known_allergies.get(patient_id, day))

    @staticmethod
    def _as_item(fact: Fact, mapped: Mapped | None, reason: str | None = None) -> Item:
        return Item(
            *(fact.kind, fact.id, fact.place, fact.subject, fact.patient_id, fact.content, mapped, reason),
            full_url=fact.full_url,
        )


def patient_of(index: Index, resource: Json, kind: str, place: Place) -> Thing:
    """The patient a resource is about.

    What names a patient who is not there is refused, also in a bundle of a single patient (some official test cases
    have such leftovers): a fact in the wrong chart harms, a refused one is listed and comes in once its patient does.

    Raises:
        NotMapped: it names none (not understood), or one that is nowhere (refused).
    """
    reference = index.subject(resource, place)
    if not reference and kind == "Provenance":
        raise NotMapped("Provenance tells only of facts: it gives them their author and is not kept", refused=False)
    if not reference:
        raise NotMapped(f"{kind} names no patient", refused=False)
    patient = index.resolve(reference, place)
    if patient is not None and patient.kind == "Patient" and patient.row_id is not None:
        return patient
    written = text(reference.get("reference")) or ""
    if written.startswith("#"):
        raise NotMapped(f"{kind} describes its patient only inside itself", refused=False)
    other = patient.kind if patient is not None else written.rpartition("/")[0].rpartition("/")[2]
    if other and other != "Patient":
        raise NotMapped(f"{kind} is about a {other}, not a patient", refused=False)
    raise NotMapped(f"{kind} is about a patient who is neither in these files nor in the practice, or could be several")


def _rank(fact: Fact) -> tuple[str, int, bytes]:
    updated = text(obj(fact.resource.get("meta")).get("lastUpdated")) or ""
    return updated, fact.content.length, fact.content.digest


def count_copy(file: ReadFile, copy: Fact | Thing, used: Content | None) -> None:
    """Count another copy of a resource that is used; one that says something else is remembered as passed over."""
    file.count(copy.kind, UNCHANGED if copy.kind in MAPS else NOT_UNDERSTOOD)
    if copy.content is not None and used is not None and copy.content.digest != used.digest:
        file.passed_over.add((used.digest, copy.content.digest))
        file.notes[f"{copy.kind}: of several different copies the latest or fullest was used"] += 1
