"""Security labels and Provenance of records of substance use that leave (42 CFR 2.32)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icm_desktop.exchange.fhir.values import Json, obj, objs
from icm_desktop.exchange.fhir.writing.values import TERMINOLOGY, concept, moment

_ACT = f"{TERMINOLOGY}/v3-ActCode"
_REASON = f"{TERMINOLOGY}/v3-ActReason"
LAW = "42CFRPart2"
_CUSTODIAN = concept("Custodian", "custodian", f"{TERMINOLOGY}/provenance-participant-type")


def label(notice: str) -> Json:
    """The label of the whole: it must not be passed on without the patient's consent; its words are the notice."""
    return {"system": _ACT, "code": "NORDSCLCD", "display": notice}


def labelled(resource: Json, notice: str) -> Json:
    """A resource with the labels of Part 2 beside its own."""
    meta = obj(resource.get("meta"))
    law: Json = {"system": _ACT, "code": LAW, "display": "42 CFR Part 2"}
    return {**resource, "meta": {**meta, "security": [*objs(meta.get("security")), law, label(notice)]}}


def disclosed(
    targets: Sequence[str], practice: Json, now: dt.datetime, purpose: str | None, consent: Json, notice: str
) -> Json:
    """A Provenance that says by which consent (or exception) these resources leave; without an id.

    Args:
        targets: References to what is about substance use.
        practice: The Reference to who lets it out.
        now: When; aware.
        purpose: The HL7 code of what for.
        consent: The Reference to the Consent, or its words.
        notice: The statement that goes with them.
    """
    reason = concept(notice, purpose, _REASON) if purpose else concept(notice)
    return {
        "resourceType": "Provenance",
        "target": [{"reference": one} for one in targets],
        "recorded": moment(now),
        "policy": ["https://www.ecfr.gov/current/title-42/part-2"],
        "reason": [reason],
        "agent": [{"type": _CUSTODIAN, "who": practice}],
        "entity": [{"role": "source", "what": consent}],
    }
