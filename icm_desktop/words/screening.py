"""Sentences about answers of questionnaires."""

from __future__ import annotations

SENTENCES = {
    "screening.unknown_item": "This questionnaire has no item {item}.",
    "screening.not_an_option": "Item {item} has no answer {value}. Choose one of its answers.",
    "screening.not_a_number": "Item {item} takes a whole number, such as 3; {value} is none.",
    "screening.out_of_range": "Item {item} does not go to {value}.",
    "screening.alone": 'Item {item}: "None of the above" stands alone. Choose either it or the others.',
    "screening.not_asked": "Item {item} is not asked after the answer before it. Leave it out.",
}
