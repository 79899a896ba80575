"""An open practice: runs use cases as the signed-in person, each in its own transaction."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from db import unit_of_work
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.repositories.imports import IMPORT_ACTION
from db.unit_of_work import Actor, UnitOfWork
from icm_desktop import catalogue
from icm_desktop.contracts.access import SignedIn
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from icm_desktop.long_work import NoProgress, Progress, is_long_work
from icm_desktop.services import conflict_work, pathway_work
from icm_desktop.services.matching import scoring

log = logging.getLogger(__name__)

_ASKED_AGAIN = 20
_CONFLICTS = {"db.changed_meanwhile", "db.busy"}


# Acts that only look and note who did; of a backup that is looked at they show the same and note nothing.
LOOKS = frozenset({
    "services.charts.open_chart", "services.documents.open_document", "services.documents.open_newest_consult_note",
    "services.notes.open_note", "services.exchange.list_imports",
})  # fmt: skip


class _NothingKept(Exception):
    """What was noted goes again."""


@dataclass(frozen=True, slots=True)
class OpenPractice:
    """The database, who is signed in, the practice's zone, and the day reading commands compute for (None: today)."""

    database: OpenDatabase
    actor: Actor
    zone: ZoneInfo
    today: dt.date | None = None
    session: SignedIn | None = None
    read_only: bool = False  # a backup somebody looks at: nothing is written
    put_away: Callable[[], object] | None = None  # what is done once the file is closed

    def run(self, name: str, *args: Any, progress: Progress | None = None) -> Any:
        """Run the use case called `name`: services in a write transaction, queries and reports in a read snapshot.

        Raises:
            UserError: what a person can act on.
        """
        function = catalogue.use_case(name)
        with as_user_errors():
            if self.read_only and (is_long_work(function) or catalogue.writes(name)):
                return self._looked(name, function, args)
            if is_long_work(function):
                return function(self, *args, progress=progress or NoProgress())
            if catalogue.writes(name):
                with self.write(name) as uow:
                    result = function(uow, *args)
            else:
                result = self._answered(function, args)
        log.info("%s done", name)
        return result

    def _looked(self, name: str, function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What an act shows that only looks, without what it would note; any other act is refused."""
        if name not in LOOKS:
            raise NotAllowed("access.read_only")
        result: Any = None
        with suppress(_NothingKept), self.write(name) as uow:
            result = function(uow, *args)
            raise _NothingKept
        return result

    def _answered(self, function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What a question finds; one of an earlier day is put again when somebody wrote while it was worked out."""
        for last in (False,) * _ASKED_AGAIN + (True,):
            try:
                with self.read() as uow:
                    return function(uow, *args)
            except DatabaseProblem as problem:
                if problem.code != "db.busy" or last:
                    raise
        raise AssertionError

    @contextmanager
    def write(self, name: str, *, see_incomplete: bool = False) -> Iterator[UnitOfWork]:
        """A write transaction for the act called `name`.

        Raises:
            NotAllowed: access.read_only.
        """
        if self.read_only and name not in LOOKS:
            raise NotAllowed("access.read_only")
        with unit_of_work.write(
            self.database, self.actor, name, zone=self.zone, today=self.today, see_incomplete=see_incomplete
        ) as uow:
            yield uow
            settle(uow, name)

    @contextmanager
    def read(self, *, see_incomplete: bool = False) -> Iterator[UnitOfWork]:
        """A read snapshot."""
        with unit_of_work.read(
            self.database, self.actor, zone=self.zone, today=self.today, see_incomplete=see_incomplete
        ) as uow:
            yield uow

    def signed_in(self) -> SignedIn:
        """Who is at the keyboard of which practice."""
        if self.session is None:
            raise RuntimeError("opened without signing in")
        return self.session

    def close(self) -> None:
        """Write the log back and close the file."""
        self.database.close()
        if self.put_away is not None:
            self.put_away()


def settle(uow: UnitOfWork, name: str) -> None:
    """Before the act called `name` commits: what is derived from the records it changed is made anew."""
    if name != IMPORT_ACTION:  # an import compares whom it brought when all are there
        scoring.score_again(uow)
        pathway_work.keep_right(uow)
        conflict_work.keep_right(uow)


@contextmanager
def as_user_errors() -> Iterator[None]:
    """What a person can act on becomes a refusal in words: trouble with the file, and half a letter in any text."""
    try:
        yield
    except UnicodeEncodeError as broken:  # neither a file, nor a file's name, nor a page can hold it
        raise Invalid("registration.broken_letter") from broken
    except DatabaseProblem as problem:
        kind = Conflict if problem.code in _CONFLICTS else UserError
        params: dict[str, Any] = problem.params
        raise kind(problem.code, **params) from problem
