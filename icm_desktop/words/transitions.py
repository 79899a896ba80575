"""Transitions of care: refusals, and the sum behind each clock."""

SENTENCES = {
    "transitions.future": "This day lies after today. Check the date.",
    "transitions.long_ago": "Discharges are followed for {days} days. Check the date.",
    "transitions.admitted_after": "The day of admission lies after the day of discharge. Check both.",
    "transitions.long_stay": "The stay would be longer than a year. Check the day of admission.",
    "transitions.unknown_place": "Choose where the patient went.",
    "transitions.unknown_complexity": "Choose moderate or high, or leave it open.",
    "transitions.unknown_step": "There is no such step of a transition.",
    "transitions.unknown_outcome": "Choose how the transition ended.",
    "transitions.reason_missing": "Write why.",
    "transitions.before_discharge": "This day lies before the discharge. Check the date.",
    "transitions.gone": "This stay was taken out of the records. Refresh the list.",
    "transitions.changed_meanwhile": "Somebody changed this transition meanwhile. Look at it again, then save.",
    "transitions.known_already": "A discharge on {day} is in the records already. Look at that one.",
    "transitions.why_contact": "discharge {discharged_on} + {count} business days = {due}",
    "transitions.why_contact_skips": "discharge {discharged_on} + {count} business days, {skipped} is a holiday = {due}",
    "transitions.why_visit_moderate": "discharge {discharged_on} + {count} days (moderate, CPT 99495) = {due}",
    "transitions.why_visit_high": "discharge {discharged_on} + {count} days (high, CPT 99496) = {due}",
    "transitions.why_visit_unknown": "discharge {discharged_on} + {count} days, until somebody says how complex = {due}",
    "transitions.why_step_visit": "no later than the day of the visit, {due}",
    "transitions.why_step": "no later than the visit, which is due {due}",
}
