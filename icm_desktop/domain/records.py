"""Kinds of record of a chart: what a person reads of each, in which order, and how each says it was a mistake."""

from __future__ import annotations

from dataclasses import dataclass

MISTAKEN = "entered-in-error"  # FHIR's word in every status that has one
IN_VERIFICATION, IN_STATUS, BY_REMOVAL = "verification", "status", "removed_at"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record, by its table.

    fields: columns a person reads, in order. mistaken_in: the column that says entered in error ("removed_at": the row
    has no status and is removed), None when it cannot be marked. clinical: not for roles that read no clinical facts.
    title: columns of which the first filled one names the record. when: the column with its date.
    """

    table: str
    title: tuple[str, ...]
    when: str | None
    fields: tuple[str, ...]
    mistaken_in: str | None = IN_STATUS
    clinical: bool = True


_CODES = ("code",)
_ALL = (
    Kind("condition", ("text", "code"), "onset_when",
         ("status", "verification", "category", "severity", "onset_when", "abated_when", "note", *_CODES),
         IN_VERIFICATION),
    Kind("allergy_intolerance", ("text", "code"), "onset_when",
         ("kind", "category", "reaction", "severity", "criticality", "status", "verification", "onset_when", "note",
          *_CODES),
         IN_VERIFICATION),
    Kind("medication_entry", ("text", "code"), "starts_when",
         ("status", "status_reason", "dosage", "route", "as_needed", "reason", "starts_when", "ends_when", "refills",
          "days_supply", "patient_reported", "kind", "intent", "note", *_CODES)),
    Kind("observation", ("text", "code"), "effective_when",
         ("value", "interpretation", "reference", "effective_when", "status", "category", "absent_reason", "body_site",
          "method", "specimen", "note", *_CODES)),
    Kind("encounter", ("text", "class_code"), "starts_when",
         ("class_code", "status", "starts_when", "ends_when", "reason", "participant", "location", "admitted_from",
          "discharge", "priority", "note")),
    Kind("procedure", ("text", "code"), "performed_when",
         ("status", "not_done_reason", "performed_when", "performed_end", "reason", "outcome", "note", *_CODES)),
    Kind("immunization", ("text", "code"), "occurred_when",
         ("status", "not_done_reason", "occurred_when", "dose_text", "lot_number", "note", *_CODES)),
    Kind("diagnostic_report", ("text", "code"), "effective_when",
         ("status", "category", "effective_when", "issued_when", "conclusion", *_CODES)),
    Kind("document", ("text", "description", "kind"), "created_when",
         ("kind", "category", "description", "status", "created_when", "reviewed_at", "reviewed_by_id")),
    Kind("family_member_history", ("relationship_text", "name"), "recorded_when",
         ("relationship_text", "name", "sex", "born_when", "deceased", "deceased_when", "conditions", "status",
          "note")),
    Kind("device", ("text", "code"), "made_when",
         ("status", "manufacturer", "serial_number", "lot_number", "udi", "made_when", "expires_when", "note")),
    Kind("communication", ("text", "message"), "sent_when",
         ("status", "category", "medium", "sent_when", "received_when", "sender", "recipient", "message",
          "not_done_reason")),
    Kind("medication_dispense", ("text", "code"), "handed_over_when",
         ("status", "handed_over_when", "quantity", "quantity_unit", "days_supply", "not_done_reason")),
    Kind("medication_adherence", ("taking",), "asked_on",
         ("taking", "asked_on", "missed_doses", "missed_days", "reason", "reason_text", "last_refill_on", "asked_by"),
         BY_REMOVAL),
    Kind("questionnaire_response", ("text", "questionnaire"), "authored_when",
         ("status", "authored_when", "language", "items")),
    Kind("goal", ("words", "text"), "starts_when",
         ("words", "text", "status", "achievement", "priority", "target_text", "target_value", "target_unit",
          "baseline_value", "baseline_on", "confidence", "starts_when", "due_on", "owner_name", "owner_organization",
          "concern_id", "notes")),
    Kind("plan_action", ("text",), "due_on",
         ("status", "owner_name", "owner_organization", "due_on", "held_until", "done_on", "reason"), BY_REMOVAL),
    Kind("care_plan", ("title", "text"), "starts_when",
         ("status", "intent", "category", "description", "starts_when", "ends_when", "reviewed_on", "review_due",
          "agreed_on", "risk")),
    Kind("health_concern", ("words", "text", "kind"), "noticed_on",
         ("kind", "words", "text", "condition_id", "status", "priority", "owner_name", "owner_organization",
          "noticed_on", "ended_on", "reason", "note"), BY_REMOVAL),
    Kind("plan_barrier", ("text",), "noticed_on",
         ("kind", "text", "help_text", "status", "goal_id", "concern_id", "noticed_on", "ended_on", "reason"),
         BY_REMOVAL),
    Kind("plan_part", ("part",), "written_on", ("part", "text", "written_on"), BY_REMOVAL),
    Kind("plan_version", ("number",), "frozen_on",
         ("number", "frozen_on", "frozen_by", "risk", "review_due", "reason"), None),
    Kind("plan_sign_off", ("name",), "answered_on",
         ("party", "name", "role", "organization", "answer", "answered_on", "answered_by", "how", "reason",
          "recorded_by"), BY_REMOVAL),
    Kind("plan_copy", ("to_name",), "given_on",
         ("to_kind", "to_name", "to_organization", "how", "given_on", "given_by", "without_sensitive", "note"),
         BY_REMOVAL),
    Kind("medication_reconciliation", ("status",), "signed_on",
         ("status", "prepared_by", "prepared_on", "signed_by", "signed_on", "note"), None),
    Kind("reconciled_medicine", ("medicine",), None,
         ("medicine", "difference", "decision", "reason", "becomes", "settled", "settled_on", "settled_by",
          "settled_reason"), None),
    Kind("transition", ("outcome",), "closed_on",
         ("complexity", "acute", "visit_days", "visit_reason", "outcome", "closed_on", "reason"), None),
    Kind("transition_step", ("kind",), "done_on", ("kind", "done_on", "done_by", "note"), BY_REMOVAL),
    Kind("program_enrolment", ("program",), "enrolled_on",
         ("program", "status", "enrolled_on", "ended_on", "reason", "consent_by", "consent_how", "consent_on",
          "consent_taken_by", "practitioner", "gates"), None),
    Kind("time_entry", ("activity",), "starts_at",
         ("activity", "starts_at", "ends_at", "program", "source", "role", "user_id", "reason", "note"), None),
    Kind("claim", ("text", "kind"), "starts_when",
         ("kind", "status", "use", "category", "outcome", "starts_when", "ends_when", "insurer", "provider",
          "submitted", "allowed", "paid", "patient_paid", "currency")),
    Kind("service_request", ("text", "code"), "ordered_on",
         ("to_text", "reason", "question", "urgency", "status", "ordered_on", "requester", "closed_on")),
    Kind("referral_event", ("state",), "happened_on",
         ("state", "happened_on", "how", "person", "note"), BY_REMOVAL,
         clinical=False),
    Kind("task", ("text", "description"), "due_on",
         ("status", "business_status", "description", "owner_name", "due_on", "done_on")),
    Kind("care_team", ("name", "text"), "starts_when", ("status", "starts_when", "ends_when")),
    Kind("team_member", ("name",), "starts_on",
         ("name", "kind", "role_text", "organization_text", "phone", "fax", "starts_on", "ends_on",
          "end_reason", "note"), BY_REMOVAL),
    Kind("team_question", ("question",), "asked_on",
         ("question", "asked_name", "channel", "asked_on", "due_on", "owner_name", "status", "answered_on", "next_step",
          "shared_reason"), BY_REMOVAL),
    Kind("detected_issue", ("rule",), "decided_on",
         ("rule", "severity", "state", "owner_name", "decision", "target_low", "target_high", "target_unit", "reason",
          "decided_by", "decided_on", "until_on", "told", "patient_words"), None),
    Kind("care_note", ("author",), "written_at", ("kind", "text", "author", "written_at", "reason", "status"), None),
    Kind("provenance", ("activity", "text"), "recorded_when", ("activity", "recorded_when"), None),
    Kind("appointment", ("reason", "with_text"), "starts_at",
         ("starts_at", "minutes", "appointment_type_id", "practitioner_id", "with_text", "where_text", "site_id",
          "room_id", "phone", "reason", "status", "cancel_reason", "no_show_reason", "bring"), clinical=False),
    Kind("contact_log", ("outcome",), "at",
         ("at", "channel", "outcome", "note", "next_try_on", "by_user_id"), BY_REMOVAL, clinical=False),
    Kind("handout", ("kind",), "made_at",
         ("kind", "how", "handed_to", "sent_to", "teach_back", "teach_back_reason", "made_at", "made_by_id", "language",
          "paper", "large_print", "pages", "copies", "told_on", "too_hard_reason",
          "words_version"), None, clinical=False),
    Kind("approved_packet", ("sent_to",), "created_at",
         ("sent_to", "how", "language", "paper", "pages", "documents", "sensitive", "note"), None),
    Kind("patient_request", ("kind",), "received_on",
         ("kind", "status", "received_on", "due_on", "asked_by", "text", "form_wanted", "extended_on",
          "extension_reason", "outcome", "ground", "outcome_text", "closed_on", "statement", "statement_on", "rebuttal",
          "owner_name"), None),
    Kind("disclosure", ("to_name", "channel"), "at",
         ("to_name", "to_address", "description", "purpose", "legal_basis", "channel", "at", "substance_use",
          "held_back_until", "held_back_by", "held_back_written"),
         BY_REMOVAL),
    Kind("coverage", ("text", "payer"), "starts_on",
         ("payer", "kind", "member_id", "group_number", "subscriber", "relationship_text", "phone", "starts_on",
          "ends_on", "position", "status", "note"), clinical=False),
    Kind("consent", ("text", "scope"), "given_on",
         ("scope", "category", "decision", "purpose", "covers", "recipients", "given_on", "given_by", "given_how",
          "taken_by", "discloser", "recipient_class", "statements", "starts_on", "expires_on", "expiry_event",
          "revoked_on", "revoked_reason", "status", "note"), clinical=False),
    Kind("flag", ("text", "category"), "starts_on",
         ("category", "severity", "status", "starts_on", "ends_on", "when_booking", "note"), clinical=False),
    Kind("patient_contact", ("name", "relationship_text"), "starts_on",
         ("name", "relationship_text", "phone", "email", "address", "language", "is_emergency", "authority", "may",
          "may_not", "starts_on", "ends_on", "note"), BY_REMOVAL, clinical=False),
    Kind("patient", ("family",), None,
         ("family", "given", "prefix", "suffix", "preferred_name", "birth_date", "sex", "birth_sex", "gender_identity",
          "pronouns", "language", "interpreter_needed", "interpreter_language", "marital_status", "phone",
          "preferred_channel", "voicemail_rule", "do_not_call", "no_letters", "best_time", "contact_note", "deceased",
          "deceased_on", "deceased_note", "coordinator_id", "large_print"), None, clinical=False),
    Kind("patient_name", ("family", "given"), "starts_on",
         ("use", "family", "given", "prefix", "suffix", "starts_on", "ends_on"), BY_REMOVAL, clinical=False),
    Kind("patient_telecom", ("value",), "starts_on",
         ("system", "value", "use", "rank", "starts_on", "ends_on", "note"), BY_REMOVAL, clinical=False),
    Kind("patient_address", ("text", "line"), "starts_on",
         ("use", "line", "city", "state", "postal_code", "country", "starts_on", "ends_on"), BY_REMOVAL,
         clinical=False),
    Kind("import_difference", ("kind",), "decided_at", ("kind", "state", "decided_at", "decided_by_id"), None),
    Kind("patient_identifier", ("value",), None, ("system", "value", "use", "type_text"), BY_REMOVAL, clinical=False),
)  # fmt: skip
KINDS = {kind.table: kind for kind in _ALL}
# Columns of the file that say nothing to a person; a history leaves them out.
UNTOLD = frozenset(
    {
        "id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id", "patient_id", "source_id",
        "import_id", "digits", "member_key", "role_code", "phrase", "source_encounter", "other_codes",
        "code_system", "encounter_source", "content", "content_hash", "pdf", "data", "sha256", "targets",
        "members", "results", "basis", "superseded_by_id",
        "value_code", "value_code_system", "relationship_code", "item_key", "moved_from_id", "care_plan_id",
        "plan_action_id", "plan_version_id", "handout_id", "frozen_at", "conference_case_id", "series_id", "ical_uid",
        "ical_sequence", "instrument_digest", "approved_packet_id", "service",
        "patient_contact_id", "care_team_member_id", "team_member_id", "team_question_id", "author_user_id",
        "amends_id", "fingerprint", "subject", "facts", "observation_id", "reconciliation_id", "lists", "entries",
        "told_facts", "sensitive_ids", "row_id", "other_id", "ours", "theirs", "asserted_when", "taken",
        "partner_copy_id", "printed_on", "contact_id", "consent_id", "extent",
        "place", "checked", "signed_at", "signed_by_id", "encounter_id", "transition_id", "seen_appointment_id",
        "seen_encounter_id", "addresses", "safety_before", "care_note_id", "team_conference_id",
        "object_kind", "object_id", "closed_by_id", "first_on", "last_on", "last_seq", "events", "sealed",
    }
)  # fmt: skip
# What a role without clinical facts may not read of a sensitive visit.
SENSITIVE_FIELDS = frozenset({"reason", "bring", "phrase", "text", "note", "appointment_type_id", "overbook_reason"})


def is_mistaken(kind: Kind, row: object) -> bool:
    """Whether a row says of itself that it was entered in error."""
    if kind.mistaken_in is None:
        return False
    if kind.mistaken_in == BY_REMOVAL:
        return getattr(row, "removed_at", None) is not None
    return getattr(row, kind.mistaken_in, None) == MISTAKEN
