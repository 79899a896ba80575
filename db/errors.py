"""What can be wrong with a database, as a code the program puts into words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import exc

DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # what the operating system says when there is no room


class DatabaseProblem(Exception):
    """An expected trouble with the file, its keys or a change; never carries patient data or key material.

    Args:
        code: Dotted name of the sentence, such as "db.wrong_key".
        params: Values for the sentence (file names, versions, counts).
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.code, self.params)


def _rebuild(code: str, params: dict[str, object]) -> DatabaseProblem:
    return DatabaseProblem(code, **params)


# The engine's own English words, because the binding exposes no error numbers.
_WORDS = (
    ("database is locked", "db.busy"),
    ("database or disk is full", "db.disk_full"),
    ("disk i/o error", "db.disk_full"),
    ("readonly database", "db.read_only"),
    ("unable to open database file", "db.read_only"),
    ("malformed", "db.damaged"),
    ("file is not a database", "db.damaged"),
)


def problem_of(error: BaseException) -> DatabaseProblem | None:
    """The problem behind an error of SQLAlchemy or of the driver, or None when it is a bug and must stay as it is."""
    if isinstance(error, exc.DBAPIError) and error.orig is not None:
        error = error.orig
    text = str(error).lower()
    if type(error).__name__ not in {"OperationalError", "DatabaseError"}:
        return None
    return next((DatabaseProblem(code) for words, code in _WORDS if words in text), None)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Whatever the disk or the engine says about writing `path` is raised as a problem; a bug stays as it is.

    Raises:
        DatabaseProblem: db.disk_full, db.cannot_reach with the system's reason, or what `problem_of` finds.
    """
    try:
        yield
    except OSError as error:
        if error.errno in DISK_FULL:
            raise DatabaseProblem("db.disk_full", path=str(path)) from None
        raise DatabaseProblem("db.cannot_reach", path=str(path), reason=os.strerror(error.errno or 0)) from None
    except Exception as error:  # noqa: BLE001  given on, in words where there are some
        raise problem_of(error) or error from None
