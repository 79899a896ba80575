"""DiagnosticReport and DocumentReference."""

from __future__ import annotations

from icm_desktop.exchange.fhir import attachments
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.problems import author
from icm_desktop.exchange.fhir.results import effective
from icm_desktop.exchange.fhir.values import Json, coded, first_text, has_code, joined, obj, objs, text

_RESTRICTED = frozenset({"R", "V"})  # HL7 Confidentiality: restricted, very restricted
_LIVING = {"entered-in-error": "entered-in-error", "cancelled": "entered-in-error"}  # of a report, as a document's


def diagnostic_report(resource: Json, context: Context) -> Mapped:
    """A DiagnosticReport; the letter or scan inside it becomes a document, unless it also came as one by itself."""
    notes, links = context.notes, context.links
    codes = joined(resource.get("conclusionCode"))
    conclusion = "\n".join(filter(None, (text(resource.get("conclusion")), codes))) or None
    row = {
        **coded(resource.get("code")),
        "status": text(resource.get("status")),
        "category": joined(resource.get("category")),
        "effective_when": effective(resource, notes),
        "issued_when": notes.moment(resource, "issued"),
        "conclusion": conclusion,
        "results": [key for one in objs(resource.get("result")) if (key := links.source(one, "Observation"))] or None,
        "encounter_source": links.key(resource.get("encounter")),
        "recorded_when": notes.moment(resource, "issued"),
        "author": author(resource, context, "resultsInterpreter", "performer"),
        "organization": _organization(resource, context),
    }
    if resource.get("media") or resource.get("imagingStudy"):
        notes.add("pictures of a report are not read")
    letter = None if links.has_document(resource) else _letter(resource, row, context)
    return Mapped("diagnostic_report", row, also=(letter,) if letter else ())


def document_reference(resource: Json, context: Context) -> Mapped:
    """A DocumentReference with what it holds; one that holds nothing and points nowhere is kept as it came."""
    links, around = context.links, obj(resource.get("context"))
    requests = [*objs(around.get("related")), *objs(resource.get("basedOn"))]
    made = attachments.document(
        resource.get("type") or next(iter(objs(resource.get("category"))), None),
        text(resource.get("status")),
        [obj(part.get("attachment")) for part in objs(resource.get("content"))],
        context,
        category=joined(resource.get("category")),
        created_when=context.notes.moment(resource, "date"),
        recorded_when=context.notes.moment(resource, "date"),
        description=text(resource.get("description")),
        encounter_source=next(filter(None, map(links.key, objs(around.get("encounter")))), None),
        service_request_id=next(filter(None, (links.row(one, "service_request") for one in requests)), None),
        author=author(resource, context, "author", "authenticator"),
        organization=links.label(resource.get("custodian")),
    )
    if made is None:
        raise NotMapped("DocumentReference holds no document and points to none", refused=False)
    if has_code(resource.get("securityLabel"), _RESTRICTED):
        made.row["sensitive"] = True
    return made


def _letter(resource: Json, row: Json, context: Context) -> Mapped | None:
    status = _LIVING.get(row["status"] or "", "current")
    return attachments.document(
        resource.get("code"),
        status,
        objs(resource.get("presentedForm")),
        context,
        category=first_text(resource.get("category")),
        created_when=row["effective_when"] or row["issued_when"],
        recorded_when=row["issued_when"],
        encounter_source=row["encounter_source"],
        service_request_id=next(
            filter(None, (context.links.row(one, "service_request") for one in objs(resource.get("basedOn")))), None
        ),
        author=row["author"],
        organization=row["organization"],
    )


def _organization(resource: Json, context: Context) -> str | None:
    performers = objs(resource.get("performer"))
    labels = (context.links.label(one) for one in performers if context.links.kind(one) == "Organization")
    return next(filter(None, labels), None) or next(
        filter(None, (context.links.workplace(one).name for one in performers)), None
    )
