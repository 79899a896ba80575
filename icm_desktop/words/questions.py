"""Questions put to somebody around a patient."""

from __future__ import annotations

SENTENCES = {
    "questions.unknown": "This question is no longer here.",
    "questions.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "questions.not_open": "This question is closed. Open it again first.",
    "questions.is_open": "This question is open already.",
    "questions.empty": "Write what is asked.",
    "questions.no_answer": "Write the answer.",
    "questions.reason_missing": "Write why, so that the others understand it.",
    "questions.bad_channel": "Choose how.",
    "questions.bad_kind": "Choose what was said.",
    "questions.bad_topic": "Choose what it is about from the list.",
    "questions.due_past": "Choose today or a later day.",
    "questions.due_too_far": "Choose a day within three years.",
    "questions.not_on_file": "Nothing on file lets {name} hear this. If they are told all the same, write why.",
    "today.question": "Get an answer from {whom}",
    "today.why_question": "Asked on {asked_on}, no answer yet",
    "today.neutral_question": "Get an answer: coordinator to do",
    "today.read_note": "Read the note of {author}",
    "today.why_note": "Addressed to you on {written_on}",
    "today.question_needs_answer": "Write down the answer in the chart, Notes.",
    "today.note_is_opened": "Open the note in the chart, Notes.",
}
