"""Sentences about answers of questionnaires."""

from __future__ import annotations

SENTENCES = {
    "screening.unknown": "There is no questionnaire {instrument}.",
    "screening.another_version": "This questionnaire has changed since the form was opened. Open it again.",
    "screening.off": "The practice does not use this questionnaire. An administrator switches it on in Admin.",
    "screening.nothing": "Answer at least one question.",
    "screening.bad_mode": "Say how it was asked.",
    "screening.bad_language": "This questionnaire has no official wording in that language. Choose another.",
    "screening.bad_day": "That day has not come yet. Choose today or an earlier day.",
    "screening.licence_missing": "This questionnaire needs a licence. Write what allows the practice to use it.",
    "screening.no_such_cut_off": "This questionnaire has no such cut-off.",
    "screening.risk_missing": "Choose the level of risk.",
    "screening.bad_step": "Choose from what the protocol lists.",
    "screening.note_short": "Write what was found and what was agreed.",
    "needs.unknown": "There is no such social need.",
    "needs.changed_meanwhile": "Somebody else noted something about this need. Look at it again.",
    "needs.answer_missing": "Choose yes or no.",
    "needs.in_plan": "It is in the care plan already.",
    "screening.act_missing": "Choose what followed.",
    "screening.before_screen": "That is before the screen itself, which was on {asked_on}.",
    "screening.why_missing": "Write why.",
    "screening.unknown_item": "This questionnaire has no item {item}.",
    "screening.not_an_option": "Item {item} has no answer {value}. Choose one of its answers.",
    "screening.not_a_number": "Item {item} takes a whole number, such as 3; {value} is none.",
    "screening.out_of_range": "Item {item} does not go to {value}.",
    "screening.alone": 'Item {item}: "None of the above" stands alone. Choose either it or the others.',
    "screening.not_asked": "Item {item} is not asked after the answer before it. Leave it out.",
}
