"""DocumentReference with what it holds."""

from __future__ import annotations

import base64
import hashlib

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    UNKNOWN,
    coded,
    compact,
    concept,
    first_instant,
    moment,
    named,
    profile,
    several,
    whom,
)

_CATEGORY = concept(
    "Clinical Note", "clinical-note", "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category"
)


def document_reference(row: Row, refs: Refs) -> Json:
    """A DocumentReference; its attachments travel inside, with their checksum."""
    request, visit = (refs.to(table, row[f"{table}_id"]) for table in ("service_request", "encounter"))
    around = {"encounter": several(visit or refs.key(row["encounter_source"])), "related": several(request)}
    return {
        "meta": profile("us-core-documentreference"),
        "status": row["status"] if row["status"] in ("current", "superseded", "entered-in-error") else "current",
        "type": coded(row) or UNKNOWN,
        "category": several(named(row["category"]) or _CATEGORY),
        "subject": refs.patient(),
        "date": first_instant(row["created_when"], row["recorded_when"], row["received_at"], row["created_at"]),
        "author": several(whom(row["author"])),
        "custodian": whom(row["organization"]),
        "description": row["description"],
        "content": [_content(one, row) for one in row.of("document_content")] or [_NOTHING],
        "context": compact(around),
    }


_NOTHING = {"attachment": {"title": "No file is kept"}}


def _content(part: Row, document: Row) -> Json:
    """An attachment with the day the document was written, which its own date, an instant, cannot always tell."""
    return {"attachment": attachment(part) | compact({"creation": moment(document["created_when"])})}


def attachment(row: Row) -> Json:
    """An Attachment. Source: FHIR R4 Attachment.hash: SHA-1, base64."""
    data: bytes | None = row["data"]
    found = {"contentType": row["content_type"], "language": row["language"], "title": row["title"]}
    if data is None:
        return compact(found | {"url": row["url"], "size": row["size_bytes"]}) or {"title": "No file is kept"}
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    held = {"data": base64.b64encode(data).decode(), "size": len(data), "hash": base64.b64encode(digest).decode()}
    return compact(found | held)
