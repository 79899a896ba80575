"""Coverage, Consent and Flag."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    TERMINOLOGY,
    UNKNOWN,
    called,
    coded,
    compact,
    concept,
    moment,
    named,
    period,
    several,
    whom,
)

_COVERAGE = frozenset({"active", "cancelled", "draft", "entered-in-error"})
_CONSENT = frozenset({"draft", "proposed", "active", "rejected", "inactive", "entered-in-error"})
_SCOPES = frozenset({"adr", "research", "patient-privacy", "treatment"})
_POLICY = {"permit": "OPTIN", "deny": "OPTOUT"}  # HL7 v3 ActCode
_ACT = f"{TERMINOLOGY}/v3-ActCode"
_CONSENT_TYPE = concept("Patient Consent", "59284-0", "http://loinc.org")
_PRIORITY = "http://hl7.org/fhir/StructureDefinition/flag-priority"
# Topics of this program as HL7 v3 ActCode sensitivity labels.
_LABELS = {"mental_health": "PSY", "substance_use": "ETH", "hiv": "HIV", "sexual_health": "SEX", "safety": "SDV"}
_SEVERITY = {"info": "PL", "caution": "PM", "high": "PH"}


def coverage(row: Row, refs: Refs) -> Json:
    """A Coverage."""
    plan = row["text"] if row["text"] != row["payer"] else None
    classes = [_class("plan", row["text"], plan)] if plan else []
    classes += [_class("group", row["group_number"], None)] if row["group_number"] else []
    return {
        "status": row["status"] if row["status"] in _COVERAGE else "active",
        "type": concept(row["kind"], row["code"], row["code_system"], row["other_codes"]),
        "subscriber": whom(row["subscriber"]),
        "subscriberId": row["member_id"],
        "beneficiary": refs.patient(),
        "relationship": named(row["relationship_text"]),
        "period": period(row["starts_on"], row["ends_on"]),
        "payor": [called(None, row["payer"] or row["text"] or "unknown")],
        "class": classes,
        "order": row["position"] if row["position"] and row["position"] > 0 else None,
    }


def _class(kind: str, value: str, name: str | None) -> Json:
    return compact({"type": concept(None, kind, f"{TERMINOLOGY}/coverage-class"), "value": value, "name": name})


def consent(row: Row, refs: Refs) -> Json:
    """A Consent; who must not be told of what is a rule inside that denies."""
    code, decision = row["scope"], row["decision"]
    scope = concept(None, code, f"{TERMINOLOGY}/consentscope") if code in _SCOPES else named(code or "patient-privacy")
    covered, denied = _covered(row, decision)
    provision = {
        "type": decision if decision in _POLICY else None,
        "period": period(row["starts_on"], row["revoked_on"] or row["expires_on"]),
        "actor": [_actor(one) for one in row["recipients"] or ()],
        "securityLabel": [_label(one) for one in covered],
        "provision": [{"type": "deny", "securityLabel": [_label(one) for one in denied]}] if denied else [],
    }
    status = row["status"] if row["status"] in _CONSENT else "active"
    return {
        "status": "inactive" if row["revoked_on"] and status == "active" else status,
        "scope": scope,
        "category": several(coded(row), named(row["category"])) or [_CONSENT_TYPE],
        "patient": refs.patient(),
        "dateTime": moment(row["given_on"] or row["recorded_when"]),
        "performer": several(whom(row["given_by"])),
        "organization": several(whom(row["taken_by"]) or refs.practice()),
        "policyRule": concept(None, _POLICY.get(decision or "", "OPTIN"), _ACT),
        "provision": compact(provision),
    }


def withheld(row: Row, refs: Refs) -> Json:
    """What a contact person is not to hear, as it is noted for them: a refusal that names them."""
    labels = [{"code": topic} for topic in row["may_not"] or ()]
    coded_too = [{"code": label} for topic in row["may_not"] or () if (label := _LABELS.get(topic))]
    who = called(refs.to("patient_contact", row["id"]), row["name"]) or {"display": "unknown"}
    actor = {"role": concept(None, "IRCP", f"{TERMINOLOGY}/v3-ParticipationType"), "reference": who}
    inner = {"type": "deny", "actor": [actor], "securityLabel": [_label(one) for one in [*coded_too, *labels]]}
    return {
        "status": "active",
        "scope": concept(None, "patient-privacy", f"{TERMINOLOGY}/consentscope"),
        "category": [_CONSENT_TYPE],
        "patient": refs.patient(),
        "dateTime": moment(row["updated_at"] or row["created_at"]),
        "organization": [refs.practice()],
        "policyRule": concept(None, "OPTOUT", _ACT),
        "provision": inner,
    }


def _covered(row: Row, decision: str | None) -> tuple[list[Json], list[Json]]:
    """What the rule is about, and what it leaves out."""
    parts = [one if isinstance(one, dict) else {"code": one} for one in row["covers"] or ()]
    denied = [one for one in parts if one.get("decision") == "deny" and decision != "deny"]
    return [one for one in parts if one not in denied], denied


def _label(one: Json) -> Json:
    return compact({"system": _ACT if str(one["code"]).isupper() else None, "code": one["code"],
                    "display": one.get("text")})  # fmt: skip


def _actor(one: Json | str) -> Json:
    name, role = (one.get("name"), one.get("role")) if isinstance(one, dict) else (one, None)
    return {"role": named(role) or concept(None, "IRCP", f"{TERMINOLOGY}/v3-ParticipationType"),
            "reference": whom(name) or {"display": "unknown"}}  # fmt: skip


def flag(row: Row, refs: Refs) -> Json:
    """A Flag."""
    level = _SEVERITY.get(row["severity"] or "")
    told = concept(None, level, "http://hl7.org/fhir/flag-priority-code")
    category = concept(
        row["category"], None if row["clinical"] is not False else "admin", f"{TERMINOLOGY}/flag-category"
    )
    return {
        "extension": [{"url": _PRIORITY, "valueCodeableConcept": told}] if told else [],
        "status": row["status"] if row["status"] in ("active", "inactive", "entered-in-error") else "active",
        "category": several(category),
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "period": period(row["starts_on"], row["ends_on"]),
        "author": whom(row["author"]),
    }
