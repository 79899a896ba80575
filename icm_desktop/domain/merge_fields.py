"""Which facts about a person two records may answer differently, and what merging them makes of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NAME = ("family", "given", "prefix", "suffix")
# The survivor keeps its own value; where it has none it takes over the other's.
PLAIN = (
    "preferred_name", "birth_date", "sex", "birth_sex", "gender_identity", "sexual_orientation", "pronouns", "race",
    "ethnicity", "marital_status", "multiple_birth", "language", "interpreter_needed", "interpreter_language", "phone",
    "preferred_channel", "voicemail_rule", "best_time", "contact_note", "deceased_on", "deceased_note",
    "no_known_allergies_on", "coordinator_id",
)  # fmt: skip
YES_WINS = ("deceased", "do_not_call", "no_letters", "large_print")  # said once is said: forgetting it would do harm
TAKEABLE = ("name", *PLAIN)  # what a person may choose to take from the record that goes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one field: `kept` is the survivor's value afterwards, `dropped` the one that stays history."""

    field: str
    kept: Any
    dropped: Any
    changes: bool  # the survivor's value changes


def outcomes(source: Mapping[str, Any], survivor: Mapping[str, Any], take: tuple[str, ...] = ()) -> list[Outcome]:
    """What merging does to each field that the two records do not answer alike; the name is one field.

    Args:
        source: The fields of the record that goes.
        survivor: The fields of the record that stays.
        take: Fields whose value is taken from the source although the survivor has one.
    """
    found = [_name(source, survivor, "name" in take)]
    found += [_plain(field, source.get(field), survivor.get(field), field in take) for field in PLAIN]
    for field in YES_WINS:
        if source.get(field) and not survivor.get(field):
            found.append(Outcome(field, True, None, changes=True))
    return [outcome for outcome in found if outcome is not None]


def _name(source: Mapping[str, Any], survivor: Mapping[str, Any], take: bool) -> Outcome | None:
    theirs, ours = (tuple(side.get(part) for part in NAME) for side in (source, survivor))
    if theirs == ours:
        return None
    return Outcome("name", theirs, ours, changes=True) if take else Outcome("name", ours, theirs, changes=False)


def _plain(field: str, theirs: Any, ours: Any, take: bool) -> Outcome | None:
    if theirs in (None, "", []) or theirs == ours:
        return None
    if ours in (None, "", []):
        return Outcome(field, theirs, None, changes=True)
    return Outcome(field, theirs, ours, changes=True) if take else Outcome(field, ours, theirs, changes=False)
