"""Typed values made fit to keep, or refused at their field. Words of refusals: `registration.*`, `demographics.*`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from icm_desktop.domain import moments, person
from icm_desktop.domain.validity import EXPIRED, period
from icm_desktop.errors import Invalid

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LONGEST_NOTE = 2000
R = TypeVar("R", bound="DataclassInstance")


def line(field: str, text: str | None, longest: int | None = None) -> str | None:
    """One line of text, or None when nothing is left.

    Raises:
        Invalid: registration.too_long, registration.broken_letter.
    """
    most = longest or person.LONGEST.get(field, person.LONGEST_OTHER)
    return _checked(field, lambda typed: person.one_line(typed, most), text)


def note(field: str, text: str | None, longest: int = LONGEST_NOTE) -> str | None:
    """Text of several lines.

    Raises:
        Invalid: registration.too_long, registration.broken_letter.
    """
    return _checked(field, lambda typed: person.paragraphs(typed, longest), text)


def with_lines(request: R, *fields: str, longest: int) -> R:
    """A request whose named texts are as they are kept: one line, or None.

    Raises:
        Invalid: registration.too_long, registration.broken_letter, at the field.
    """
    return replace(request, **{field: line(field, getattr(request, field), longest) for field in fields})


def with_notes(request: R, *fields: str, longest: int) -> R:
    """A request whose named texts of several lines are as they are kept.

    Raises:
        Invalid: registration.too_long, registration.broken_letter, at the field.
    """
    return replace(request, **{field: note(field, getattr(request, field), longest) for field in fields})


def phone(field: str, text: str | None) -> str | None:
    """A phone number.

    Raises:
        Invalid: registration.bad_phone.
    """
    return _checked(field, person.phone, text)


def email(field: str, text: str | None) -> str | None:
    """An e-mail address.

    Raises:
        Invalid: registration.bad_email.
    """
    return _checked(field, person.email, text)


def language(field: str, text: str | None) -> str | None:
    """A BCP 47 tag.

    Raises:
        Invalid: registration.bad_language.
    """
    return _checked(field, person.language, text)


def birth_date(field: str, text: str | None, today: dt.date) -> str | None:
    """A birth date of any precision.

    Raises:
        Invalid: registration.bad_birth_date, future_birth_date, old_birth_date, no_such_day.
    """
    return _checked(field, lambda typed: person.birth_date(typed, today), text)


def day(field: str, text: str | None, *, not_after: dt.date | None = None) -> str | None:
    """A date of any precision without a time of day; `not_after` refuses one that has not come.

    Raises:
        Invalid: demographics.bad_date, demographics.date_in_future.
    """
    if not (typed := (text or "").strip()):
        return None
    try:
        kept = moments.stored(typed)
    except moments.NotAMoment:
        raise Invalid("demographics.bad_date", field) from None
    if moments.is_instant(kept):
        raise Invalid("demographics.bad_date", field)
    if not_after is not None and moments.span(kept, dt.UTC).first > not_after:
        raise Invalid("demographics.date_in_future", field)
    return kept


def dates(starts_on: str | None, ends_on: str | None, last: str = "ends_on") -> tuple[str | None, str | None]:
    """A beginning and an end that follow each other.

    Raises:
        Invalid: demographics.bad_date, demographics.ends_before_start.
    """
    starts, ends = day("starts_on", starts_on), day(last, ends_on)
    if starts and ends and period(None, ends, moments.span(starts, dt.UTC).first) == EXPIRED:
        raise Invalid("demographics.ends_before_start", last)
    return starts, ends


def one_of(field: str, value: str | None, allowed: Collection[str], before: str | None = None) -> str | None:
    """A value of a list, nothing, or what was stored before (imported words no list knows).

    Raises:
        Invalid: demographics.not_a_choice.
    """
    if value and value not in allowed and value != before:
        raise Invalid("demographics.not_a_choice", field)
    return value or None


def some_of(field: str, values: Iterable[str], allowed: Collection[str], before: Collection[str] = ()) -> list[str]:
    """Values of a list in the order given, each once.

    Raises:
        Invalid: demographics.not_a_choice.
    """
    kept = list(dict.fromkeys(values))
    for value in kept:
        one_of(field, value, {*allowed, *before})
    return kept


def _checked(field: str, rule: Callable[[str | None], str | None], text: str | None) -> str | None:
    try:
        return rule(text)
    except person.Unusable as error:
        raise Invalid(f"registration.{error.reason}", field, **error.params) from None
