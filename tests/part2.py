"""A consent to share records of substance use with every element of 42 CFR 2.31."""

from __future__ import annotations

from typing import Any

from db.models.coverage import Consent


def whole_consent(patient_id: int, *recipients: str, **more: Any) -> Consent:
    """Signed in October 2026 for a year; without recipients for the class of treatment, payment and operations."""
    values: dict[str, Any] = {
        "status": "active", "scope": "part2", "decision": "permit", "given_on": "2026-10-01", "given_how": "written",
        "starts_on": "2026-01-01", "expires_on": "2027-10-01", "discloser": "Lakeside Family Practice",
        "covers": [{"code": "substance_use", "text": "Substance use", "decision": "permit"}],
        "recipients": [{"name": name} for name in recipients] or None,
        "purpose": "patient_request" if recipients else "tpo",
        "recipient_class": None if recipients else "tpo", "statements": ["revocation", "redisclosure", "refusal"],
    } | more  # fmt: skip
    return Consent(patient_id=patient_id, **values)
