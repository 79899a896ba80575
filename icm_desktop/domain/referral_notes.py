"""Whether a document that came in looks like the answer to a referral, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.domain.document_kinds import CONSULT
from icm_desktop.domain.names import folded

_LEAST_LETTERS = 4  # shorter words, such as "and" or "care" in part, say nothing
_SAYS_NOTHING = frozenset({"clinic", "center", "group", "medical", "health", "hospital", "consult", "note", "referral"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of whom, and from which day on an answer can come: the visit, else the order."""

    service: str | None
    to: str | None
    ordered_on: dt.date | None
    visit_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Came:
    """A document as it came: `written_on` the day on it, else the day it came."""

    kind: str | None
    texts: tuple[str | None, ...]
    written_on: dt.date | None


def reasons(asked: Asked, came: Came) -> tuple[str, ...]:
    """Why they belong together: "after_visit" or "after_order", "service", "to"; empty when they do not.

    A day that is not known or lies before the order, and nothing but the day, are never enough.
    """
    if came.kind != CONSULT or came.written_on is None or asked.ordered_on is None:
        return ()
    if came.written_on < asked.ordered_on:
        return ()
    words = _words(*came.texts)
    named = [name for name, said in (("service", asked.service), ("to", asked.to)) if _words(said) & words]
    if not named:
        return ()
    seen = asked.visit_on is not None and came.written_on >= asked.visit_on
    return ("after_visit" if seen else "after_order", *named)


def _words(*texts: str | None) -> set[str]:
    found = {folded(word) for text in texts if text for word in text.split()}
    return {word for word in found if len(word) >= _LEAST_LETTERS} - _SAYS_NOTHING
