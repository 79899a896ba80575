"""One C-CDA document on its way to resources: what its entries become, under which ids, and what is left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icm_desktop.exchange.ccda import people, times
from icm_desktop.exchange.ccda.codes import Words, concept
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.partial import PARTIAL
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark
from icm_desktop.exchange.fhir.values import Json, code, concept_text

_PLAIN_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_SAME = ("code", "medicationCodeableConcept", "vaccineCode", "type", "description", "relationship", "period")
_WHEN = (
    *("onsetDateTime", "effectiveDateTime", "effectivePeriod", "performedDateTime", "performedPeriod"),
    "occurrenceDateTime",
)
_VALUES = ("valueQuantity", "valueString", "valueCodeableConcept", "startDate", "title")
# Numbers of entries are not kept apart by every system: what it is, and of what happens once the day too, is part of
# the id, so that two things with one number stay two, in whatever documents they come.
_NAMED_BY = ("code", "medicationCodeableConcept", "vaccineCode", "type", "description", "relationship")
_BY_NAME = frozenset(
    {"Condition", "AllergyIntolerance", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "Goal"}
    | {"Device", "ServiceRequest", "FamilyMemberHistory", "Coverage"}
)
_BY_DAY = frozenset({"Observation", "DiagnosticReport", "Procedure", "Immunization"})
_SNAPSHOTS = frozenset({"Patient", "Encounter"})  # what a document does not tell of them holds as before
NPI_ROOT = "2.16.840.1.113883.4.6"


@dataclass(slots=True)
class Document:
    """The document being read.

    `number`: its own id with what tells it apart from another that was given the same; `encounter`: the visit or stay
    it tells of; `section`: where its reader is.
    """

    root: Node
    words: Words
    source: str
    told_at: str | None
    number: str = ""
    patient_id: str = ""
    author: str | None = None
    encounter: str | None = None
    section: str = ""
    made: list[Json] = field(default_factory=list)
    left: list[Left | Broken | Remark] = field(default_factory=list)
    _taken: dict[str, Json] = field(default_factory=dict)

    @property
    def patient(self) -> Json:
        """A Reference to the patient."""
        return {"reference": f"Patient/{self.patient_id}"}

    def concept(self, node: Node) -> Json:
        """A CD as CodeableConcept; empty when it says nothing."""
        return concept(node, self.words)

    def text(self, node: Node) -> str | None:
        """What the narrative says of an entry."""
        return self.words.of(node.one("text"))

    def add(self, resource: Json, node: Node = ABSENT) -> Json:
        """Keep a resource under the id of its entry; the same id for something else gets an id of its own.

        Samples and some systems copy an entry with its id and change what it says: losing one of them would be worse
        than having both.
        """
        made = {name: value for name, value in resource.items() if value not in (None, {}, [], "")}
        kind = str(made["resourceType"])
        own = made.pop("id", None) or _id(made, node) or "~" + Content.of(made).digest.hex()[:24]
        before = self._taken.setdefault(f"{kind}/{own}", made)
        if before is not made and _core(before) != _core(made):
            own = f"{own[:40]}-{Content.of(_core(made)).digest.hex()[:12]}"
        made["id"] = own
        self.made.append(made)
        return made

    def reference(self, resource: Json) -> Json:
        """A Reference to something that was added."""
        return {"reference": f"{resource['resourceType']}/{resource['id']}"}

    def said_by(self, node: Node) -> Json:
        """The author of an entry as a reference with only a name; empty when it has none of its own."""
        author = people.first_author(node)
        found = people.who(author)
        return {"display": found} if found else {}

    def said_at(self, node: Node) -> str | None:
        """When the author of an entry said so."""
        return times.of(people.first_author(node).one("time"))

    def leave(self, reason: str, kind: str = "unknown") -> None:
        """An entry that is not read; its words are in the document, which is kept."""
        self.left.append(Left(f"{self.section}: {reason}" if self.section else reason, kind))

    def remark(self, words: str) -> None:
        """Something to be told that is no entry."""
        self.left.append(Remark(f"{self.section}: {words}" if self.section else words))

    def entries(self) -> Iterator[Entry | Left | Broken | Remark]:
        """Everything, each resource with the time of the document and who sent it."""
        updated = _as_instant(self.told_at)
        for resource in self.made:
            meta = {"lastUpdated": updated} if updated else {}
            if resource["resourceType"] in _SNAPSHOTS:
                meta |= PARTIAL
            yield Entry({**resource, "meta": meta} if meta else resource, None, 1, self.source)
        yield from self.left


def entry_id(node: Node) -> str | None:
    """The id of an element made of its first id that says something; None when there is none."""
    for one in node.all("id"):
        root, value = one.get("root"), one.get("extension")
        if one.get("nullFlavor") is not None or not (root or value):
            continue
        plain = "-".join(part for part in (root, value) if part)
        return plain if _PLAIN_ID.fullmatch(plain) else hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()
    return None


def _id(resource: Json, node: Node) -> str | None:
    own, kind = entry_id(node), resource["resourceType"]
    if own is None or kind not in _BY_NAME | _BY_DAY:
        return own
    named: Json = next((resource[name] for name in _NAMED_BY if name in resource), {})
    key = {"of": code(named) or concept_text(named)}
    if kind in _BY_DAY:
        key["when"] = next((str(resource[name])[:10] for name in _WHEN if name in resource), None)
    return f"{own}-{Content.of(key).digest.hex()[:8]}"


def source_of(root: Node) -> str:
    """Who sent a document: its custodian, so that ids mean the same in all documents of one sender."""
    keeper = root.one("custodian", "assignedCustodian", "representedCustodianOrganization")
    for one in keeper.all("id"):
        named, number = one.get("root"), one.get("extension")
        if named is not None and one.get("nullFlavor") is None:
            return f"{people.urn(named)}:{number}" if number and named == NPI_ROOT else people.urn(named)
    return "ccda"


def _core(resource: Json) -> Json:
    """What tells two entries with one id apart: what it is of, when, and its value."""
    found = {name: concept_text(resource[name]) or resource[name] for name in _SAME if name in resource}
    return found | {name: resource[name] for name in (*_WHEN, *_VALUES) if name in resource}


def _as_instant(told: str | None) -> str | None:
    """The time of the document so that an older one of the same sender does not undo a newer one."""
    when = times.moment(told)
    if when is None or len(when) < len("2020-01-01"):
        return None
    return when if "T" in when else f"{when}T00:00:00"
