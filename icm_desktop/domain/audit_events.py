"""Every kind of event of the audit record, in the groups an administrator looks for."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "looked": (
        "chart.opened", "note.opened", "note.emergency", "note.emergency_ended", "case_review.read", "document.opened",
        "referral.packet_opened",
    ),
    "changed": (
        "created", "updated", "record.mistaken", "record.not_mistaken", "worklist.held", "appointment.booked_again",
        "appointment.overbooked", "referral.late", "referral.handed_on", "partner.answered", "sample.rows",
    ),
    "left": (
        "handout.printed", "handout.saved", "handout.waiting", "handout.for_email", "handout.handed_out",
        "handout.told", "handout.copied_without_agreement", "plan.printed", "letter.printed", "letter.saved",
        "letter.to_team", "referral.packet_sent", "document.printed", "document.saved", "record.exported",
        "practice.export_started", "practice.exported", "calendar.exported", "table.exported", "outcomes.exported",
        "question.shared_without_agreement",
    ),
    "came": ("import.rows", "import.put_away", "import.taken_away", "import.undone", "import.refused_lines_saved"),
    "access": (
        "access.signed_in", "access.signed_out", "access.failed_sign_in", "access.recovery_code_used",
        "access.older_copy_accepted", "access.password_changed", "access.password_reset", "access.wrong_code",
        "access.second_step_on", "access.second_step_off",
    ),
    "safety": (
        "keys.changed", "keys.renewed", "keyring.turned_on", "keyring.turned_off", "keyring.lost", "database.checked",
        "database.updated", "database.restored", "backup.started", "backup.restored", "audit.receipt",
        "clock.doubted",
    ),
}  # fmt: skip
LOOKED = GROUPS["looked"]
EVENTS = tuple(event for events in GROUPS.values() for event in events)


def group_of(event: str) -> str:
    """The group an event belongs to; empty when it is none of these."""
    return next((name for name, events in GROUPS.items() if event in events), "")


def short_code(mac: bytes) -> str:
    """The mark of a link that people can compare on paper: 80 bits in groups of four."""
    digits = mac.hex().upper()[:20]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
