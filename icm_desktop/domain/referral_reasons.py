"""Why a referral ended without its answer, and by which way it went out: short lists that can be counted."""

from __future__ import annotations

from icm_desktop.domain.referral_states import CANCELLED, DECLINED, EXPIRED, PATIENT_DECLINED

OTHER = "other"  # says why in words
REASONS: dict[str, tuple[str, ...]] = {
    DECLINED: ("no_room", "insurance", "wrong_service", "outside_area", OTHER),
    CANCELLED: ("not_needed", "by_mistake", "done_elsewhere", "insurance", "moved_away", "died", OTHER),
    PATIENT_DECLINED: ("does_not_want", "cost", "no_transport", "no_time", OTHER),
    EXPIRED: ("patient_not_reached", "no_answer", "missed_again", OTHER),
}
CHANNELS = ("fax", "portal", "fhir", "mail", "phone", "in_person")
REOPENED = "reopened"  # `how` of the fact with which a referral that had ended stands somewhere again


def needs_words(code: str | None) -> bool:
    """Whether the reason must be written out: it is none of the list."""
    return code is None or code == OTHER
