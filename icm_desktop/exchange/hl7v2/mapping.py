"""ADT, SIU and ORU messages to FHIR resources; segments nobody reads are named in the report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.partial import PARTIAL, with_before
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark, Unreadable
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2 import parts, people, results, schedule, visits
from icm_desktop.exchange.hl7v2.messages import Message, Segment, messages

KINDS = ("ADT", "SIU", "ORU")
_NO_PATIENT_READ = frozenset({"A40", "A34", "A35", "A36", "A47", "A18", "A29", "A30"})  # merges and deletions
_SILENT = frozenset({"MSH", "EVN", "SFT", "UAC", "MSA", "PD1", "RGS"})  # tell nothing of the patient, or nothing alone
_READ = {
    "ADT": frozenset({"PID", "PV1", "PV2", "NK1", "AL1", "DG1", "OBX"}),
    "SIU": frozenset({"PID", "SCH", "AIS", "AIP", "AIL", "AIG", "NTE", "PV1"}),
    "ORU": frozenset({"PID", "PV1", "OBR", "OBX", "NTE", "ORC", "SPM", "PV2", "NK1"}),
}


@dataclass(slots=True)
class Run:
    """One message being read: where its resources go, and whose it is."""

    message: Message
    kind: str
    event: str
    source: str
    patient: Json = field(default_factory=dict)
    made: list[Json] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def all(self, name: str) -> list[Segment]:
        """Every segment of a name, in order."""
        return [segment for segment in self.message.segments if segment.name == name]

    def one(self, name: str) -> Segment | None:
        """The first segment of a name."""
        return next(iter(self.all(name)), None)

    def add(self, resource: Json, *key: str) -> Json:
        """Keep a resource under an id made of what tells it apart; of its content where nothing does."""
        made = {name: value for name, value in resource.items() if value not in (None, "", [], {})}
        told = [part for part in key if part]
        plain = "|".join((str(made["resourceType"]), *key))
        made["id"] = (
            hashlib.blake2b(plain.encode(), digest_size=12).hexdigest()
            if told
            else "~" + Content.of(made).digest.hex()[:24]
        )
        self.made.append(made)
        return made


Before = dict[tuple[str, str, str], tuple[str, Json]]  # source, type, id: time of the message, and what is known
_SNAPSHOTS = frozenset({"Patient", "Encounter", "Appointment"})


def hl7_entries(path: Path, before: Before) -> Iterator[Entry | Broken | Left | Remark]:
    """Every resource of a file of messages, in order. A message counts as a bundle of its own.

    Args:
        path: The file.
        before: What earlier messages of the same import told of people and visits: an empty field means "as before".

    Raises:
        Unreadable: no message, too large, or an encoding that cannot be read.
    """
    strange: Counter[str] = Counter()
    try:
        for message in messages(path):
            yield from _one(message, strange, before)
    except OSError as error:
        raise Unreadable(f"The file cannot be read: {error.strerror or 'unknown reason'}.") from None
    for name, count in sorted(strange.items()):
        yield Remark(f"{count} segments {name} are not read" if count > 1 else f"A segment {name} is not read")


def _one(message: Message, strange: Counter[str], before: Before) -> Iterator[Entry | Broken | Left]:
    if message.wrong:
        yield Broken(f"The message of line {message.line}: {message.wrong}.")
        return
    kind, event = message.head.get(9, 1), message.head.get(9, 2)
    here = f"The message of line {message.line} ({kind or 'no type'}{f'^{event}' if event else ''})"
    if kind not in KINDS:
        yield Left(f"{here} is of a type that is not read")
        return
    if event in _NO_PATIENT_READ and kind == "ADT":
        yield Left(f"{here} merges, links or deletes records: that is decided here by a person")
        return
    run = Run(message, kind, event, _sender(message.head))
    strange.update(one.name for one in message.segments if one.name not in _READ[kind] | _SILENT)
    strange.update("without a name" for _ in message.extra)
    if run.one("PID") is None or not people.patient(run):
        yield Broken(f"{here} names no patient.", "Patient")
        return
    if kind == "ADT":
        visits.admission(run)
    elif kind == "SIU":
        schedule.appointment(run)
    else:
        results.reports(run)
    told = parts.moment(message.head.get(7)) or ""
    for resource in run.made:
        yield Entry(_completed(resource, told, run.source, before), None, message.line, run.source)
    yield from run.left


def _completed(resource: Json, told: str, source: str, before: Before) -> Json:
    """A resource with the time of its message, and with what earlier ones told where this one is silent."""
    meta: Json = {"lastUpdated": told} if "T" in told else {}
    kind = str(resource["resourceType"])
    if kind not in _SNAPSHOTS:
        return resource | ({"meta": meta} if meta else {})
    key = (source, kind, str(resource["id"]))
    then, known = before.get(key, ("", {}))
    whole = with_before(resource, known) if told >= then else with_before(known, resource)
    before[key] = max(told, then), whole
    if told < then:
        meta = {"lastUpdated": then}
    return {**whole, "meta": {**meta, **PARTIAL}}


def _sender(head: Segment) -> str:
    """Who sent a message: facility, else application."""
    first = next(iter(head.repeats(4)), ""), next(iter(head.repeats(3)), "")
    for one in first:
        universal, name = head.part(one, 2), head.part(one, 1)
        if universal or name:
            return f"urn:oid:{universal}" if universal and head.part(one, 3) == "ISO" else f"hl7v2:{universal or name}"
    return "hl7v2"
