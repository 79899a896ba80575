"""The care team, what was asked of whom, meetings, errors and near misses."""

from __future__ import annotations

SENTENCES = {
    "team.unknown": "This person is no longer on the team.",
    "team.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "team.no_such_person": "Choose somebody from the list, or write a name.",
    "team.no_such_user": "This colleague no longer works here. Choose somebody else.",
    "team.already_on_team": "This person is on the team already, at the same time.",
    "team.name_missing": "Write the name.",
    "team.role_missing": "Say what they do for the patient.",
    "team.bad_day": "This date cannot be right. Check the year.",
    "team.ends_before_start": "The last day is before the first.",
    "team.ends_in_future": "Choose today or an earlier day. A day to come is written with Change.",
    "team.already_ended": "This person has left the team already.",
    "team.lead_ends": "Whoever leads the team has no last day. Let somebody else lead first.",
    "team.lead_needed": "Then nobody would lead the team. Choose who leads first.",
    "team.next_lead_missing": "Choose who leads the team from now on.",
    "team.nobody_chosen": "Choose who is taken over.",
    "sharing.refused": "The patient refused this",
    "sharing.may_not": "Not this person, by the patient's wish",
    "sharing.nothing_on_file": "Nothing on file allows it",
    "sharing.part2_missing": "Substance use: no agreement on file",
    "sharing.over": "What was noted no longer holds",
    "sharing.inside": "Works here",
    "sharing.treating": "Treats the patient",
    "sharing.agreed": "The patient agreed",
    "sharing.authority": "Decides for the patient",
    "sharing.noted": "Noted for this person",
}
