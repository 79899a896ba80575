"""Which entries of a medicine say that it is to be taken, and which only that somebody thought of it or forbade it."""

from __future__ import annotations

FORBIDDEN = "do-not-perform"  # how FHIR R4 MedicationRequest.doNotPerform is kept: as the intent
NOT_ORDERED = ("proposal", "option", FORBIDDEN)  # intents
NEVER_BEGAN = ("not-taken", "intended", "draft", "cancelled")  # statuses
