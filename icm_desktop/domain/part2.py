"""When records of substance use may leave (42 CFR Part 2, as amended in 2024); the one place that decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from icm_desktop.domain.names import folded
from icm_desktop.domain.validity import VALID

TPO = "tpo"  # treatment, payment and health care operations in one consent: a purpose, and a class of recipients
TREATMENT, PAYMENT, OPERATIONS, AT_REQUEST, LEGAL = "treatment", "payment", "operations", "patient_request", "legal"
EMERGENCY, AUDIT, SERVICE, COURT = "emergency", "audit", "service", "court"
# Without a consent: a medical emergency (2.51), audit and evaluation (2.53), a qualified service organization
# (2.12(c)(4)), an order of a court (2.61-2.67).
EXCEPTIONS = frozenset({EMERGENCY, AUDIT, SERVICE, COURT})
_IN_TPO = frozenset({TREATMENT, "coordination", "moving", PAYMENT, OPERATIONS, "own_copy"})
_TREATS = frozenset({TREATMENT, "coordination", "moving"})
REVOCATION, REDISCLOSURE, REFUSAL = "revocation", "redisclosure", "refusal"
STATEMENTS = (REVOCATION, REDISCLOSURE, REFUSAL)  # what the patient is told on the form
ELEMENTS = (
    "patient", "discloser", "information", "recipient", "purpose", REVOCATION, "expiry", "signature", "date",
    REDISCLOSURE, REFUSAL,
)  # fmt: skip
_SIGNED = frozenset({"written", "electronic"})
_NEVER_ENDS = ("none", "ninguna", "ninguno")


@dataclass(frozen=True, slots=True)
class Written:
    """What a consent says, as 2.31(a) asks for it. `how` a code of the list "consent_how"."""

    patient: str | None = None
    discloser: str | None = None
    information: bool = False
    recipients: tuple[str, ...] = ()
    recipient_class: str | None = None
    purpose: str | None = None
    statements: frozenset[str] = frozenset()
    expires_on: str | None = None
    expiry_event: str | None = None
    signed_by: str | None = None
    how: str | None = None
    signed_on: str | None = None


def missing(said: Written) -> tuple[str, ...]:
    """Which elements a written consent lacks; with one missing it permits nothing.

    An end "none" is enough only for treatment, payment and operations, and so is the class of recipients; that consent
    also tells of redisclosure and of what follows when it is refused.

    Source: 42 CFR 2.31(a)(1)-(10), (c)(2).
    """
    there = {
        "patient": bool(said.patient),
        "discloser": bool(said.discloser),
        "information": said.information,
        "recipient": bool(said.recipients) or (said.recipient_class == TPO and said.purpose == TPO),
        "purpose": bool(said.purpose),
        REVOCATION: REVOCATION in said.statements,
        "expiry": bool(said.expires_on) or _ends(said.expiry_event, tpo=said.purpose in (TPO, *_IN_TPO)),
        "signature": bool(said.signed_by) and said.how in _SIGNED,
        "date": bool(said.signed_on),
        REDISCLOSURE: REDISCLOSURE in said.statements or said.purpose != TPO,
        REFUSAL: REFUSAL in said.statements or said.purpose != TPO,
    }
    return tuple(element for element in ELEMENTS if not there[element])


def _ends(event: str | None, *, tpo: bool) -> bool:
    return bool(event and event.strip()) and (tpo or not never_ends(event))


def never_ends(event: str | None) -> bool:
    """Whether what was written as the end says that there is none."""
    return folded(event) in _NEVER_ENDS


@dataclass(frozen=True, slots=True)
class Agreed:
    """A consent about records of substance use as it stands on the day that is asked about (`domain.validity`)."""

    id: int | None
    state: str
    recipients: tuple[str, ...] = ()
    recipient_class: str | None = None
    purpose: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants them, by name and place, what for: `purpose` a code of content/codes/export.toml.

    `treats`: the recipient treats the patient; `documented`: what an exception needs is on record.
    """

    recipient: tuple[str, ...]
    purpose: str
    treats: bool = False
    documented: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """May they leave, why (a code of words `sharing.*`), and by which consent."""

    allowed: bool
    why: str
    consent_id: int | None = None
    missing: tuple[str, ...] = ()


def decide(asked: Asked, consents: Iterable[Agreed]) -> Decision:
    """Whether records of substance use may go to this recipient for this purpose.

    A consent counts only when it names the recipient (or the class they belong to) and the purpose, lacks no element
    and holds today. Where none does, the answer tells what the one that comes nearest lacks.

    Source: 42 CFR 2.31(a), (c), (d), 2.33, 2.51, 2.53, 2.12(c)(4), 2.61.
    """
    if asked.purpose in EXCEPTIONS:
        allowed = asked.documented and (asked.treats or asked.purpose != EMERGENCY)
        return Decision(allowed, f"part2_{asked.purpose}" if allowed else "part2_undocumented")
    nearest, furthest = Decision(False, "part2_missing"), -1
    for one in consents:
        at, why = _lacks(one, asked)
        if why is None:
            return Decision(True, "part2_consent", one.id)
        if at > furthest:
            nearest, furthest = Decision(False, why, one.id, one.missing if why == "part2_deficient" else ()), at
    return nearest


def _lacks(one: Agreed, asked: Asked) -> tuple[int, str | None]:
    """How far a consent carries, and what it lacks first."""
    checks = (
        (_to(one, asked), "part2_recipient"),
        (_for(one.purpose, asked.purpose), "part2_purpose"),
        (not one.missing, "part2_deficient"),
        (one.state == VALID, "part2_over"),
    )
    return next(((at, why) for at, (holds, why) in enumerate(checks) if not holds), (len(checks), None))


def _to(one: Agreed, asked: Asked) -> bool:
    """By name, or as one of "my treating providers, health plans, third-party payers, and people helping"."""
    named = {folded(name) for name in one.recipients}
    if any(name and folded(name) in named for name in asked.recipient):
        return True
    in_class = asked.purpose in (PAYMENT, OPERATIONS) or (asked.treats and asked.purpose in _TREATS)
    return one.recipient_class == TPO and in_class


def _for(said: str | None, asked: str) -> bool:
    """Whether a purpose that was agreed to covers the one that is asked about.

    What the patient asked for covers anything but proceedings, which need a consent of their own (2.31(d)).
    An element that is missing altogether is told as such, not as another purpose.
    """
    if said is None:
        return True
    if LEGAL in (asked, said):
        return said == asked
    if said == TPO:
        return asked in _IN_TPO
    if said == TREATMENT:
        return asked in _TREATS
    return said in (AT_REQUEST, asked)
