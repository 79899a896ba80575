"""Why something could not be checked."""

from __future__ import annotations

SENTENCES = {
    "conflicts.ingredient_unknown": "not one of the ingredients and brands this program knows",
    "conflicts.dose_unknown": "its dose a day is not known in milligrams",
    "conflicts.held": "on hold: not checked as long as it is not taken",
    "conflicts.allergen_unknown": "no medicine or class of that name is known",
    "conflicts.units_differ": "the two goals are in different units",
    "conflicts.checked": "Checked {checked} of {medicines} medicines with rules of {version}; not a complete interaction database.",
}
