"""A C-CDA file to FHIR resources: everything after this is the import every other format goes through."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from icm_desktop.exchange.ccda import header, results, sections
from icm_desktop.exchange.ccda.codes import Words
from icm_desktop.exchange.ccda.document import Document, entry_id, source_of
from icm_desktop.exchange.ccda.plans import Plan
from icm_desktop.exchange.ccda.tree import Node, read_tree
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark, Unreadable
from icm_desktop.exchange.fhir.xml_files import outermost

ROOT = "ClinicalDocument"
PARTS = frozenset(
    """
    act assignedAuthor authenticator author component componentOf consumable custodian dataEnterer documentationOf
    encounter entry entryRelationship informant inFulfillmentOf legalAuthenticator manufacturedProduct observation
    observationMedia organizer participant participantRole performer procedure recordTarget relatedDocument
    relatedSubject section specimen subject substanceAdministration supply
    """.split()  # noqa: SIM905  thirty lines of one word each read worse
)
ONLY_A_PART = "This is only a part of a C-CDA document and names no patient. Import the whole document."


def ccda_entries(path: Path) -> Iterator[Entry | Broken | Left | Remark]:
    """Every resource a C-CDA document becomes, in order.

    Raises:
        Unreadable: not correct XML, too large, or it names no patient.
    """
    if outermost(path)[1] != ROOT:
        raise Unreadable(ONLY_A_PART)
    root = read_tree(path)  # which refuses what is too large before all of it is in memory
    yield from document_of(root, path.read_bytes()).entries()


def document_of(root: Node, data: bytes) -> Document:
    """A document with everything that was read of it.

    Raises:
        Unreadable: it names no patient.
    """
    # Of documents people keep every one, also when a system gives them all the same number.
    number = f"{entry_id(root) or 'document'}-{hashlib.blake2b(data, digest_size=6).hexdigest()}"
    doc = Document(root, Words(root), source_of(root), root.one("effectiveTime").get("value"), number)
    who = header.patient(doc)
    if who is None:
        raise Unreadable("The document names no patient.")
    born_as = results.birth_sex(root)
    if born_as is not None:
        who.setdefault("extension", []).append({"url": header.BIRTH_SEX, "valueCode": born_as})
    where = header.keeper(doc)
    by = header.authors(doc)
    header.encompassing(doc, where)
    header.care_team(doc)
    plan = Plan()
    for section in sections.sections(root):
        sections.read_section(doc, section, plan)
    plan.finish(doc)
    header.kept(doc, data, by, where)
    header.provenance(doc, by, where)
    return doc
