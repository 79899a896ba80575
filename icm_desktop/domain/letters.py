"""Letters with words to fill in: which words there are, what is wrong with a text, and the text filled in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PATIENT, VISIT, REFERRAL, STAFF = "patient", "visit", "referral", "staff"
TEAM, QUESTION = "team", "question"  # to somebody of the team or close to the patient
_PRACTICE = ("today", "practice", "practice_phone", "practice_hours", "practice_address")
_PERSON = ("name", "first_name", "coordinator", *_PRACTICE)
_OTHERS = ("recipient", "patient", "birth_date", "coordinator", *_PRACTICE)
PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    PATIENT: _PERSON,
    VISIT: (*_PERSON, "visit_day", "visit_time", "visit_with", "visit_where", "bring"),
    REFERRAL: (*_PERSON, "referral_to", "referral_phone"),
    STAFF: ("caller", *_PRACTICE),
    TEAM: (*_OTHERS, "version", "version_day"),
    QUESTION: (*_OTHERS, "question", "asked_day", "due_day"),
}
"""The closed list of words a letter may hold, by what it is about."""
EVERY = tuple(dict.fromkeys(name for names in PLACEHOLDERS.values() for name in names))
MOST_LETTERS = 6000
MOST_OF_A_HEADING = 120
_WORD = re.compile(r"\{([^{}\n]*)\}")
_WITH_STOP = re.compile(_WORD.pattern + r"(\.?)")  # "10:30 a. m." at the end of a sentence needs no second full stop


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on a line (1 is the first): a code for the sentence, the word, and the word that was meant."""

    line: int
    code: str
    word: str = ""
    meant: str = ""


def problems(about: str, text: str) -> tuple[Problem, ...]:
    """Everything wrong with a text about a patient, a visit, a referral or for staff; in the order of its lines."""
    if not text.strip():
        return (Problem(1, "letters.empty"),)
    if len(text) > MOST_LETTERS:
        return (Problem(1, "letters.too_long", str(MOST_LETTERS)),)
    return tuple(
        problem for number, line in enumerate(text.splitlines(), start=1) for problem in _of_line(about, number, line)
    )


def _of_line(about: str, number: int, line: str) -> Iterator[Problem]:
    known = PLACEHOLDERS[about]
    for found in _WORD.finditer(line):
        word = found[1]
        if word in known:
            continue
        if word in EVERY:
            yield Problem(number, "letters.not_in_this_letter", word)
            continue
        near = difflib.get_close_matches(word.strip().casefold(), known, n=1)
        yield Problem(number, "letters.did_you_mean" if near else "letters.unknown_word", word, near[0] if near else "")
    if re.search(r"[{}]", _WORD.sub("", line)):
        yield Problem(number, "letters.stray_brace")


def filled(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The lines with their words filled in; a line whose word is not known is left out, "" is an empty line.

    What is filled in is never read again: a name that looks like "{today}" stays as it is.
    """
    lines: list[str] = []
    for line in text.strip().splitlines():
        if all(values.get(found[1]) for found in _WORD.finditer(line)):
            lines.append(
                _WITH_STOP.sub(lambda found: values[found[1]].removesuffix(found[2]) + found[2], line).rstrip()
            )
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return tuple(kept)
