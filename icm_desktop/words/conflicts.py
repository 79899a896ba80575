"""Why something could not be checked."""

from __future__ import annotations

SENTENCES = {
    "conflicts.ingredient_unknown": "not one of the ingredients and brands this program knows",
    "conflicts.dose_unknown": "its dose a day is not known in milligrams",
    "conflicts.held": "on hold: not checked as long as it is not taken",
    "conflicts.allergen_unknown": "no medicine or class of that name is known",
    "conflicts.units_differ": "the two goals are in different units",
    "conflicts.must_be_answered": "This brings a new conflict ({rule}). Look at it, then choose what to do about it.",
    "conflicts.gone": "The facts behind this conflict have changed meanwhile. Look at it again.",
    "conflicts.changed_meanwhile": "Somebody worked on this conflict meanwhile. Look at it again.",
    "conflicts.not_open": "This conflict is decided. Open it again first.",
    "conflicts.not_decided": "Nothing is decided yet.",
    "conflicts.reason_missing": "Write the reason.",
    "conflicts.value_missing": "Write what holds from now on.",
    "conflicts.bad_value": "These two numbers do not make a range.",
    "conflicts.bad_until": "Choose a day within the next year.",
    "conflicts.bad_state": "Choose what is decided.",
    "conflicts.limits": "Not a complete interaction database; what could not be checked is on each chart.",
    "conflicts.checked": "Checked {checked} of {medicines} medicines with rules of {version}; not a complete interaction database.",
}
