"""Finding, registering and correcting patients."""

from __future__ import annotations

SENTENCES = {
    "patients.unknown": "This patient is not on file.",
    "registration.name_missing": "Write the family name. If there is only one name, write it here.",
    "registration.too_long": "This is too long. Use at most {most} characters.",
    "registration.broken_letter": "This text holds a broken letter that cannot be kept. Type it again.",
    "registration.bad_birth_date": "Write the birth date as a year, or a year with month and day, for example 1958-03-04.",
    "registration.no_such_day": "This day does not exist. Check the day and the month.",
    "registration.future_birth_date": "The birth date is in the future. Check the year.",
    "registration.old_birth_date": "This would be an age of more than {most} years. Check the year.",
    "registration.bad_phone": "Write the phone number with all its digits, at least {least} of them.",
    "registration.bad_email": "Write the e-mail address as name@place, or leave it empty.",
    "registration.bad_language": "Choose the language from the list.",
    "registration.bad_sex": "Choose the sex from the list, or leave it empty when nobody asked.",
    "registration.no_such_coordinator": "This coordinator is no longer a user of the practice. Choose another.",
    "registration.likely_duplicate": "{count} on file may be the same person. Look before you add a new patient.",
    "registration.changed_meanwhile": "Somebody else changed this patient meanwhile. Nothing was saved; look at it again first.",
}
