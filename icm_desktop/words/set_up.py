"""Setting up the practice: sites, rooms, closed days, hours, absences, and visits that have to be booked anew."""

from __future__ import annotations

SENTENCES = {
    "set_up.gone": "This was taken out of use meanwhile. Look at the list again.",
    "set_up.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "set_up.name_missing": "Write a name.",
    "set_up.name_taken": "There is one called {name} already. Choose another name.",
    "set_up.site_in_use": "Weekly hours ({hours}) or rooms ({rooms}) are at this site. Move or end those first.",
    "set_up.room_in_use": "Weekly hours ({hours}) are in this room. Move or end those first.",
    "set_up.no_such_site": "This site is no longer in use. Choose another.",
    "set_up.no_such_room": "This room is no longer in use. Choose another.",
    "set_up.no_such_user": "This user is not there any more. Choose another.",
    "set_up.no_such_phrase": "This phrase is not in the phrase bank. Choose another.",
    "set_up.nobody": "Choose one clinician or one room.",
    "set_up.bad_days": "The last day lies before the first.",
    "set_up.too_many_days": "At most {most} days at once. Check the year.",
    "set_up.bad_times": "The end lies before the beginning. Write times such as 09:00 and 12:30.",
    "set_up.no_hours": "Write hours for at least one day, for example 9-12, 1-5.",
    "set_up.hours_clash": "On {weekday} these hours meet others of the same clinician ({starts} to {ends}). "
    "End or shorten those first.",
    "set_up.bad_rhythm": "Every 1 to 8 weeks; every second week or more needs a first day to count from.",
    "set_up.several_weeks": "This clinician works at several places. Change the hours under Working hours.",
    "set_up.no_holiday": "{day} is no holiday of the list.",
    "set_up.bad_npi": "This is no NPI: ten digits, and the last one checks the others. Compare it with the card.",
    "set_up.bad_buffer": "0 to {most} minutes.",
    "set_up.visits_stranded": "{count} booked visits would have no place any more. Look at them, then save again; "
    "they stay booked and are listed on Today to be booked anew.",
    "set_up.day_0": "Monday",
    "set_up.day_1": "Tuesday",
    "set_up.day_2": "Wednesday",
    "set_up.day_3": "Thursday",
    "set_up.day_4": "Friday",
    "set_up.day_5": "Saturday",
    "set_up.day_6": "Sunday",
}
