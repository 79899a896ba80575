"""Sentences for the errors a person can act on, one file per topic.

How to add one: in `ui/words/<topic>.py` put `SENTENCES: dict[str, object]`, keyed by the code of the UserError, the
value `QT_TRANSLATE_NOOP("Words", "English sentence with {params}.")`. The sentence says what happened, then what to
do; dates and times arrive already formatted. A new file is found by itself; a test fails when a code raised in the
program has no sentence.
"""
