"""Problems, health concerns and allergies as entries."""

from __future__ import annotations

from icm_desktop.exchange.ccda.writing.markup import NOTHING, Markup, el, joined
from icm_desktop.exchange.ccda.writing.parts import (
    ACT_CODE,
    LOINC,
    R2_0,
    R2_1,
    SNOMED,
    coded,
    during,
    loinc,
    number,
    points,
    said_by,
    snomed,
    status,
    template,
    when,
)
from icm_desktop.exchange.fhir.values import Json, code, obj, objs, text

ENDED = frozenset({"resolved", "inactive", "remission"})
_STATUS = {
    "active": ("55561003", "Active"),
    "inactive": ("73425007", "Inactive"),
    "resolved": ("413322009", "Resolved"),
    "recurrence": ("246455001", "Recurrence"),
    "remission": ("277022003", "Remission"),
}
_SEVERITY = {"mild": ("255604002", "Mild"), "moderate": ("6736007", "Moderate"), "severe": ("24484000", "Severe")}
_SORT = {
    ("allergy", "medication"): ("416098002", "Allergy to drug"),
    ("intolerance", "medication"): ("59037007", "Intolerance to drug"),
    ("allergy", "food"): ("414285001", "Allergy to food"),
    ("intolerance", "food"): ("235719002", "Intolerance to food"),
    ("allergy", "environment"): ("426232007", "Environmental allergy"),
    ("intolerance", ""): ("418038007", "Propensity to adverse reactions to substance"),
}
_CRITICALITY = {"high": "CRITH", "low": "CRITL", "unable-to-assess": "CRITU"}
NO_KNOWN = frozenset({"716186003", "409137002", "429625007"})
_ANY_ALLERGY = ("419199007", "Allergy to substance")


def state_of(condition: Json) -> str:
    """Whether a problem or an allergy still counts."""
    return code(condition.get("clinicalStatus")) or "active"


def problem(condition: Json, name: str, root: str) -> Markup:
    """A problem concern act with its problem."""
    return _concern(
        condition, name, root, "22.4.3", el("code", code="CONC", codeSystem="2.16.840.1.113883.5.6"), "SUBJ"
    )


def health_concern(condition: Json, name: str, root: str) -> Markup:
    """A health concern act that points to its problem."""
    return _concern(condition, name, root, "22.4.132", loinc("code", "75310-3", "Health concerns Document"), "REFR")


def _concern(condition: Json, name: str, root: str, kind: str, code_: Markup, relation: str) -> Markup:
    over = state_of(condition) in ENDED
    at = text(condition.get("recordedDate"))
    return el(
        "act",
        template(kind, R2_1),
        _aside(condition, root),
        code_,
        status("completed" if over else "active"),
        during(at or text(condition.get("onsetDateTime")), text(condition.get("abatementDateTime")) if over else None),
        el("entryRelationship", _observed(condition, name, root), typeCode=relation),
        classCode="ACT",
        moodCode="EVN",
    )


def _aside(resource: Json, root: str) -> Markup:
    """The act around an entry has a number of its own."""
    return el("id", root=root, extension=f"concern-{resource['id']}")


def _observed(condition: Json, name: str, root: str) -> Markup:
    at = text(condition.get("recordedDate"))
    over = state_of(condition) in ENDED
    end = text(condition.get("abatementDateTime"))
    span = (
        during(text(condition.get("onsetDateTime")), end)
        if end or not over
        else (el("effectiveTime", el("low", nullFlavor="UNK"), el("high", nullFlavor="UNK")))
    )
    return el(
        "observation",
        template("22.4.4", R2_1),
        number(condition, root),
        snomed("code", "55607006", "Problem"),
        points(name),
        status("completed"),
        span,
        coded("value", condition.get("code"), xsi__type="CD"),
        said_by(condition, at, "recorder", "asserter"),
        _status_of(condition),
        *_comments(condition),
        classCode="OBS",
        moodCode="EVN",
        negationInd="true" if code(condition.get("verificationStatus")) == "refuted" else None,
    )


def _status_of(condition: Json) -> Markup:
    told = _STATUS.get(state_of(condition))
    if told is None or condition.get("clinicalStatus") is None:
        return NOTHING
    inside = el(
        "observation",
        template("22.4.6", R2_0),
        loinc("code", "33999-4", "Status"),
        status("completed"),
        snomed("value", *told, xsi__type="CD"),
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="REFR")


def _comments(resource: Json) -> list[Markup]:
    made = []
    for one in objs(resource.get("note")):
        words = text(one.get("text"))
        if words:
            inside = el(
                "act",
                template("22.4.64"),
                loinc("code", "48767-8", "Annotation comment"),
                el("text", words),
                classCode="ACT",
                moodCode="EVN",
            )
            made.append(el("entryRelationship", inside, typeCode="SUBJ", inversionInd="true"))
    return made


def allergy(resource: Json, name: str, root: str) -> Markup:
    """An allergy concern act with its allergy; that none is known is an allergy that is not there."""
    none = code(resource.get("code")) in NO_KNOWN
    at = text(resource.get("recordedDate"))
    category = next((one for one in resource.get("category") or () if isinstance(one, str)), "")
    sort = _ANY_ALLERGY if none else _SORT.get((str(resource.get("type") or "allergy"), category), _ANY_ALLERGY)
    substance = el("code", nullFlavor="NA") if none else coded("code", resource.get("code"))
    what = el(
        "participant",
        el("participantRole", el("playingEntity", substance, classCode="MMAT"), classCode="MANU"),
        typeCode="CSM",
    )
    refuted = none or code(resource.get("verificationStatus")) == "refuted"
    observed = el(
        "observation",
        template("22.4.7", R2_0),
        number(resource, root),
        el("code", code="ASSERTION", codeSystem=ACT_CODE),
        points(name),
        status("completed"),
        during(text(resource.get("onsetDateTime")), None),
        snomed("value", *sort, xsi__type="CD"),
        said_by(resource, at, "recorder", "asserter") or _asserted(at),
        what,
        _status_of(resource) if not none else NOTHING,
        _criticality(resource),
        joined(_reaction(one) for one in objs(resource.get("reaction"))),
        *_comments(resource),
        classCode="OBS",
        moodCode="EVN",
        negationInd="true" if refuted else None,
    )
    over = state_of(resource) in ENDED
    return el(
        "act",
        template("22.4.30", R2_1),
        _aside(resource, root),
        el("code", code="CONC", codeSystem="2.16.840.1.113883.5.6"),
        status("completed" if over else "active"),
        during(at, None),
        el("entryRelationship", observed, typeCode="SUBJ"),
        classCode="ACT",
        moodCode="EVN",
    )


def _asserted(at: str | None) -> Markup:
    """When it was said, where nobody is named who said it."""
    if at is None:
        return NOTHING
    assigned = el("assignedAuthor", el("id", nullFlavor="UNK"))
    return el("author", template("22.4.119"), el("time", value=when(at)), assigned)


def _criticality(resource: Json) -> Markup:
    told = _CRITICALITY.get(str(resource.get("criticality")))
    if told is None:
        return NOTHING
    inside = el(
        "observation",
        template("22.4.145"),
        el("code", code="82606-5", codeSystem=LOINC, displayName="Criticality"),
        status("completed"),
        el("value", code=told, codeSystem="2.16.840.1.113883.5.1063", xsi__type="CD"),
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="SUBJ", inversionInd="true")


def _reaction(one: Json) -> Markup:
    shown = next(iter(objs(one.get("manifestation"))), {})
    value = coded("value", shown, xsi__type="CD") if shown else NOTHING
    words = el("text", text(one.get("description"))) if text(one.get("description")) else NOTHING
    grade = _SEVERITY.get(str(one.get("severity")))
    severity = NOTHING
    if grade is not None:
        inside = el(
            "observation",
            template("22.4.8", R2_0),
            el("code", code="SEV", codeSystem=ACT_CODE),
            status("completed"),
            el("value", code=grade[0], codeSystem=SNOMED, displayName=grade[1], xsi__type="CD"),
            classCode="OBS",
            moodCode="EVN",
        )
        severity = el("entryRelationship", inside, typeCode="SUBJ", inversionInd="true")
    if not value and not words:
        return severity
    observed = el(
        "observation",
        template("22.4.9", R2_0),
        el("id", nullFlavor="NI"),
        el("code", code="ASSERTION", codeSystem=ACT_CODE),
        words,
        status("completed"),
        value or snomed("value", "418799008", "Finding", xsi__type="CD"),
        severity,
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", observed, typeCode="MFST", inversionInd="true")


def first_note(resource: Json) -> str:
    """The first note of a resource, for the narrative."""
    return next((words for one in objs(resource.get("note")) if (words := text(obj(one).get("text")))), "")
