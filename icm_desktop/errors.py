"""What a person can act on. Everything that is not a UserError is a bug."""

from __future__ import annotations


class UserError(Exception):
    """An expected failure with a code the screen and the command line put into words.

    Args:
        code: Dotted name of the sentence, such as "scheduling.slot_taken" (see `icm_desktop/words.py`).
        field: The request field the sentence belongs beside, when there is one.
        params: Values for the sentence; never patient data beyond what the same user is looking at.
    """

    def __init__(self, code: str, field: str | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.field, self.params)


def _rebuild(kind: type[UserError], code: str, field: str | None, params: dict[str, object]) -> UserError:
    error = kind.__new__(kind)
    UserError.__init__(error, code, field, **params)
    return error


class NotAllowed(UserError):
    """The signed-in role may not do this."""


class NotFound(UserError):
    """No such record, or several where one was meant."""


class Invalid(UserError):
    """A value the request carries cannot be used; `field` names it."""


class Conflict(UserError):
    """Somebody else changed or took it meanwhile."""


class CannotOpen(UserError):
    """The database cannot be opened, and why."""


class JobCancelled(UserError):
    """The person pressed Cancel; what was and was not done is in the params."""
