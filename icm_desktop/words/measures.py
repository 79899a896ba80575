"""Quality measures: what a person can act on."""

from __future__ import annotations

SENTENCES = {
    "measures.unknown": "There is no measure {measure} here. `icm-desktop measures list` tells which there are.",
    "measures.other_edition": (
        "The {wanted} edition of {measure} is not supported here; of {measure} there is: {editions}."
    ),
    "measures.bad_period": "Check the period: it must not end before it begins, and lies between 1900 and 2199.",
    "measures.bad_grouping": "Group by clinician, site, language, payer, sex or age.",
}
