"""Puts an error or a code into a sentence in the language of the screen.

The English sentences live in `icm_desktop/words`, where the command line finds them too; `packaging/translate.py`
carries them into the translation files under the context "Words".
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from icm_desktop import words
from icm_desktop.errors import UserError
from ui.formatting import Formatting

CONTEXT = "Words"
UNKNOWN = "This was not possible ({code}). Nothing was changed."


def sentence(error: UserError, formatting: Formatting | None = None) -> str:
    """What to tell the person about an error."""
    return say(error.code, formatting, **error.params)


def say(code: str, formatting: Formatting | None = None, **params: object) -> str:
    """The sentence of a code, translated, its params filled in; dates and times become local."""
    english = words.sentences().get(code)
    if english is None:
        return QCoreApplication.translate(CONTEXT, UNKNOWN).replace("{code}", code)
    shown = formatting or Formatting()
    values = _Values({key: _shown(value, shown) for key, value in params.items()})
    return QCoreApplication.translate(CONTEXT, english).format_map(values)


def policy_words(name: str) -> str:
    """What a value of a policy is; a limit of a kind of service says of which."""
    _policy, part, key = name.split(".")
    service, _, limit = part.partition("-")
    if not limit:
        return say(f"policy.{name}")
    what = say(f"policy.referral_limits.{limit}.{key}")
    return say("policy.of_service", service=say(f"referrals.service.{service}"), what=what)


class _Values(dict[str, str]):
    """A missing param leaves a gap, not a traceback."""

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: object, formatting: Formatting) -> str:
    if isinstance(value, dt.datetime):
        return formatting.date_time(value)
    if isinstance(value, dt.date):
        return formatting.weekday_date(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_shown(item, formatting) for item in value)
    return QCoreApplication.translate(CONTEXT, str(value))  # a weekday is a word too
