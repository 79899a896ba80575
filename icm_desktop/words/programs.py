"""Programs of care management and minutes: refusals."""

SENTENCES = {
    "programs.unknown": "Choose a program.",
    "programs.already_in": "The patient is in this program already.",
    "programs.long_ago": "This day lies before any of these programs. Check the date.",
    "programs.future": "This day lies after today. Check the date.",
    "programs.bad_consent": "Choose verbal or written.",
    "programs.consent_missing": "Write who gave the consent and how.",
    "programs.bad_status": "Choose active, on hold, ended or declined.",
    "programs.reason_missing": "Write why.",
    "time.bad_stretch": "The end must come after the beginning.",
    "time.bad_minutes": "Write the minutes as a whole number above 0.",
    "time.too_long": "One entry is at most {hours} hours. Check the minutes.",
    "time.future": "This time lies in the future. Check day and time.",
    "time.overlaps": "This overlaps with other time of the same person. Minutes count once: change one of them.",
    "time.over_midnight": "This goes past midnight. Make it two entries, one for each day.",
    "time.reason_missing": "Write why it is typed or changed.",
    "time.bad_activity": "Choose what the time was spent on.",
    "time.other_program": "The patient is not in this program.",
    "time.not_yours": "Only the person whose time it is, or an administrator, may change it.",
}
