"""Attachments: what was sent inside a resource or as a Binary beside it, decoded, with its plain text for search."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Any

from icm_desktop.exchange.documents.extract import plain_text
from icm_desktop.exchange.fhir.mapped import Child, Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.sensitive import is_sensitive
from icm_desktop.exchange.fhir.values import Json, coded, concept_text, obj, objs, text, whole

# What sort of document it is, by words in its LOINC type (document ontology, axis "kind of document").
_KINDS = (
    ("discharge summary", "discharge_summary"),
    ("discharge summarization", "discharge_summary"),
    ("consult", "consult_note"),
    ("referral note", "referral_letter"),
    ("history and physical", "history_and_physical"),
    ("operative", "procedure_note"),
    ("operation note", "procedure_note"),
    ("procedure note", "procedure_note"),
    ("progress note", "progress_note"),
    ("summary of episode", "summary"),
    ("continuity of care", "summary"),
    ("summarization", "summary"),
    ("care plan", "care_plan"),
    ("plan of care", "care_plan"),
    ("advance directive", "advance_directive"),
    ("consent", "consent"),
    ("letter", "letter"),
    ("imaging", "imaging_report"),
    ("radiology", "imaging_report"),
    ("laboratory", "laboratory_report"),
    ("pathology", "laboratory_report"),
    ("emergency", "emergency_note"),
    ("note", "note"),
)
HOLD_ATTACHMENTS = frozenset({"DocumentReference", "DiagnosticReport", "Media", "Consent", "Communication"})
_MOST_SEARCHED = 5_000_000  # bytes
_NOT_BASE64 = re.compile(rb"\s+")


def kind_of_document(*words: str | None) -> str | None:
    """consult_note, discharge_summary and so on, from what a document is called; None when nothing tells."""
    named = " ".join(word.lower() for word in words if word)
    return next((kind for word, kind in _KINDS if word in named), None)


def document(
    concept: object, status: str | None, attachments: list[Json], context: Context, **more: Any
) -> Mapped | None:
    """A document with its attachments, or None when there is no attachment that holds or names anything.

    Args:
        concept: The CodeableConcept that says what it is.
        status: As in DocumentReference.status.
        attachments: FHIR Attachments, in order.
        context: Answers references, takes notes.
        more: Further columns of `document`.
    """
    contents = [found for place, one in enumerate(attachments) if (found := content(one, place, context))]
    if not contents:
        return None
    columns = coded(concept)
    title = columns["text"] or next((text(one.get("title")) for one in attachments if text(one.get("title"))), None)
    row: dict[str, Any] = {**columns, "text": title, "status": status, "category": None, "created_when": None}
    row |= {"description": None, "encounter_source": None, "recorded_when": None, "author": None, "organization": None}
    row |= {"service_request_id": None} | more
    displays = [text(coding.get("display")) for coding in objs(obj(concept).get("coding"))]
    row["kind"] = kind_of_document(title, *displays, row["description"])
    row["sensitive"] = is_sensitive(context.sensitive, {}, title, row["description"])
    if row["created_when"] is None:
        row["created_when"] = next(filter(None, (context.notes.moment(one, "creation") for one in attachments)), None)
    return Mapped("document", row, tuple(contents))


def urls_of(resource: Json) -> list[str]:
    """Where the attachments of a resource say that their bytes are."""
    parts = [obj(part.get("attachment")) for part in objs(resource.get("content"))]
    parts += [obj(part.get("contentAttachment")) for part in objs(resource.get("payload"))]
    for name in ("content", "presentedForm", "sourceAttachment"):
        parts += objs(resource.get(name))
    return [url for part in parts if not part.get("data") and (url := text(part.get("url")))]


def content(attachment: Json, place: int, context: Context) -> Child | None:
    """One attachment; None when it neither holds nor points to anything."""
    url, data = text(attachment.get("url")), decoded(attachment.get("data"), context)
    kind = text(attachment.get("contentType"))
    if data is None and url is not None:
        binary = context.links.target({"reference": url})
        if binary.get("resourceType") == "Binary":
            data, kind = decoded(binary.get("data"), context), text(binary.get("contentType")) or kind
    if data is None and url is None:
        return None
    row = {
        "position": place,
        "content_type": kind,
        "title": text(attachment.get("title")),
        "language": text(attachment.get("language")),
        "url": url,
        "size_bytes": len(data) if data is not None else whole(attachment.get("size")),
        "sha256": hashlib.sha256(data).hexdigest() if data is not None else None,
        "data": data,
        "plain_text": _words(kind, data),
    }
    if data is not None and not _hash_agrees(attachment.get("hash"), data):
        context.notes.add("an attachment is not what its own checksum says")
    return Child("document_content", row)


def _words(kind: str | None, data: bytes | None) -> str | None:
    """What can be read in it, for search; of what is very large nothing, so that an import goes on."""
    return plain_text(kind, data) if data is not None and len(data) <= _MOST_SEARCHED else None


def decoded(value: object, context: Context) -> bytes | None:
    """The bytes of a base64Binary, or None with a remark when it is none."""
    if not isinstance(value, str) or not value:
        return None
    try:
        return base64.b64decode(_NOT_BASE64.sub(b"", value.encode("ascii")), validate=True)
    except (binascii.Error, ValueError):
        context.notes.add("an attachment cannot be decoded (it is not base64)")
        return None


def _hash_agrees(written: object, data: bytes) -> bool:
    # Source: FHIR R4 Attachment.hash: SHA-1, base64.
    told = text(written)
    if told is None:
        return True
    return told == base64.b64encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def media(resource: Json, context: Context) -> Mapped:
    """A Media (photograph, scan, recording) as a document."""
    concept = resource.get("modality") or resource.get("type")
    made = document(
        concept,
        "entered-in-error" if text(resource.get("status")) == "entered-in-error" else "current",
        objs(resource.get("content")),
        context,
        created_when=context.notes.moment(resource, "createdDateTime") or context.notes.moment(resource, "issued"),
        author=context.links.label(resource.get("operator")),
        encounter_source=context.links.key(resource.get("encounter")),
        description=concept_text(resource.get("bodySite")),
    )
    if made is None:
        raise NotMapped("Media holds nothing and points to nothing", refused=False)
    return made
