"""Reads one typed line into a plan action: "call pharmacy re metformin @rosa fri" has an owner and a day."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from icm_desktop.contracts.common import Owner

ReadDate = Callable[[str], dt.date | None]
_MOST_DATE_WORDS = 3
_DUE_WORDS = {"by", "due", "para", "antes"}


@dataclass(frozen=True, slots=True)
class QuickAction:
    """What a line says. `owners` are all who fit what was typed after "@": one is clear, none or several are not."""

    text: str
    owner_typed: str = ""
    owners: tuple[Owner, ...] = ()
    due_on: dt.date | None = None

    @property
    def owner(self) -> Owner | None:
        """The one person meant; None when nobody or several fit."""
        return self.owners[0] if len(self.owners) == 1 else None


def read_line(line: str, owners: Sequence[Owner], read_date: ReadDate) -> QuickAction:
    """Split a typed line into words, owner ("@" and the beginning of a name) and due day.

    A day is read only after the owner, after "by"/"due" or when it begins with "+": "take 1/2 tablet" keeps its words.

    Args:
        line: What was typed.
        owners: Everybody the action can belong to.
        read_date: Reads a day as the practice writes it; None when the words are no day.
    """
    words = line.split()
    at = next((place for place, word in enumerate(words) if word.startswith("@") and len(word) > 1), None)
    if at is None:
        text, due = _trailing_date(words, read_date)
        return QuickAction(" ".join(text), due_on=due)
    taken, found = _owner_words(words[at:], owners)
    rest, due = _leading_date(words[at + taken :], read_date)
    text = words[:at]
    if due is None:
        text, due = _trailing_date(text, read_date)
    return QuickAction(" ".join([*text, *rest]), " ".join(words[at : at + taken])[1:], tuple(found), due)


def owners_like(typed: str, owners: Sequence[Owner]) -> list[Owner]:
    """Owners whose name has a part beginning with each typed word, in that order; accents and case do not matter."""
    wanted = _plain(typed).split()
    found = [owner for owner in owners if wanted and _fits(wanted, _plain(owner.name).split())]
    # A colleague who is also on the patient's care team is listed twice under one name: the first, ours, is meant.
    first: dict[str, Owner] = {}
    for owner in found:
        first.setdefault(_plain(owner.name), owner)
    return list(first.values())


def _owner_words(words: list[str], owners: Sequence[Owner]) -> tuple[int, list[Owner]]:
    """How many words belong to the name, and who fits; a further word counts when it still fits somebody."""
    taken, found = 1, owners_like(words[0][1:], owners)
    while taken < len(words):
        more = owners_like(" ".join(words[: taken + 1])[1:], owners)
        if not more:
            break
        taken, found = taken + 1, more
    return taken, found


def _fits(wanted: list[str], parts: list[str]) -> bool:
    left = iter(parts)
    return all(any(part.startswith(word) for part in left) for word in wanted)


def _leading_date(words: list[str], read_date: ReadDate) -> tuple[list[str], dt.date | None]:
    start = 1 if words and _plain(words[0]) in _DUE_WORDS else 0
    for count in range(min(_MOST_DATE_WORDS, len(words) - start), 0, -1):
        day = read_date(" ".join(words[start : start + count]))
        if day is not None:
            return words[start + count :], day
    return words, None


def _trailing_date(words: list[str], read_date: ReadDate) -> tuple[list[str], dt.date | None]:
    for count in range(min(_MOST_DATE_WORDS, len(words) - 1), 0, -1):
        marked = _plain(words[-count - 1]) in _DUE_WORDS
        if marked or (count == 1 and words[-1].startswith("+")):
            day = read_date(" ".join(words[-count:]))
            if day is not None:
                return words[: -count - 1] if marked else words[:-count], day
    return words, None


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
