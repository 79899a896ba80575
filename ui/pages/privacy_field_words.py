"""Words of stored values of consents, disclosures and sign-ins."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

VALUES = {
    "package": QT_TRANSLATE_NOOP("ValueWords", "Sealed package"),
    "partner": QT_TRANSLATE_NOOP("ValueWords", "Sent to an exchange partner"),
    "tpo": QT_TRANSLATE_NOOP("ValueWords", "Treatment, payment and operations"),
    "patient_request": QT_TRANSLATE_NOOP("ValueWords", "At the request of the patient"),
    "revocation": QT_TRANSLATE_NOOP("ValueWords", "It can be revoked"),
    "redisclosure": QT_TRANSLATE_NOOP("ValueWords", "Records may be passed on"),
    "refusal": QT_TRANSLATE_NOOP("ValueWords", "What follows when it is not signed"),
    "counseling_notes": QT_TRANSLATE_NOOP("ValueWords", "Psychotherapy or counseling notes"),
    "emergency": QT_TRANSLATE_NOOP("ValueWords", "Sensitive notes in an emergency"),
    "own": QT_TRANSLATE_NOOP("ValueWords", "The person"),
    "administrator": QT_TRANSLATE_NOOP("ValueWords", "Administrator"),
    "recovery_code": QT_TRANSLATE_NOOP("ValueWords", "Recovery code"),
    "privacy_notice": QT_TRANSLATE_NOOP("ValueWords", "Notice of Privacy Practices"),
}
"""What a code is called."""
KINDS = {
    "second_step": QT_TRANSLATE_NOOP("ValueWords", "Sign-in with a one-time code"),
}
"""What a table is called."""
