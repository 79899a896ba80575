"""Open work in order of its days: how much there is, and the first rows of it, without looking at a patient."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from db.engine import driver_connection
from db.search import as_text
from db.standing import NOBODY

_INCOMPLETE = "SELECT id FROM import_batch WHERE state <> 'complete'"
_KNOWN = "row_id, state, urgent, since, counted_from, visit_at, coalesce(service, ''), coalesce(tries, 0)"
_TO = ("coordinator", "clinician")
_AT_ONCE = 500  # counts of one question: SQLite takes no more than 2,000 columns
Days = tuple[str | None, str | None]  # after the first, up to the second (ISO); None: no bound


class Light(NamedTuple):  # a list reads thousands of them: a dataclass takes three times as long
    """A row of open work with what ranks it; days are ISO texts. `tries`: calls in vain in this state.

    `mine`: mine or nobody's, however late it is; the others become mine once they are late enough.
    """

    row_id: int
    state: str
    urgent: bool
    since: str | None
    counted_from: str | None
    visit_at: str | None
    service: str = ""
    tries: int = 0
    mine: bool = True
    may_come_as_coordinator: bool = False
    may_come_as_clinician: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Work that is ordered by one column: `by` is since, counted_from or visit_at.

    Only of these kinds of service, or of all `without` them.
    """

    kind: str
    state: str
    urgent: bool
    by: str
    booked: bool = False
    services: tuple[str, ...] = ()
    without: bool = False


@dataclass(frozen=True, slots=True)
class Escalated:
    """Late work that also is the coordinator's or the clinician's (`to`): up to one of the `bounds` (column and last
    value), or tried in vain as often as `attempts`."""

    to: str
    attempts: int
    bounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks, and which steps of escalation are theirs where the referral names nobody ("coordinator" ...)."""

    user_id: int
    stands_in_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Range:
    """Which rows of a group: days of its column, of the order (`since` or `counted_from` as named), of the visit.

    `escalated`: who asks sees those too that came to them because they are late.
    `no_visit_until`, `no_visit_after`: without a visit up to then, or later than that. `last_only`: nothing of the same
    kind came after it.
    """

    days: Days
    ordered_until: str | None = None
    counted_after: tuple[str, str] | None = None
    visit_from: str | None = None
    held_after: str | None = None
    escalated: tuple[Escalated, ...] = ()
    no_visit_until: str | None = None
    no_visit_after: str | None = None
    last_only: bool = False


class Standings:
    """Questions to the table of standings for one person (`me`, None: everyone's work), unfinished imports left out.

    `board`: what a person's board shows: theirs and nobody's, whoever coordinates the patient or has the next step.
    """

    def __init__(self, session: Session, me: Me | None, *, listed: tuple[int, ...] = (1,), board: bool = False) -> None:
        self._raw = driver_connection(session.connection())
        hidden = [str(row[0]) for row in self._raw.execute(_INCOMPLETE)]
        self._more = f" AND import_id NOT IN ({', '.join(hidden)})" if hidden else ""
        self._me, self._listed = me, listed
        self._mine = ""
        if me is not None:
            self._mine = f"coalesce(holder, whose) IN ({NOBODY}, {int(me.user_id)})"
            if board:
                self._mine = f"unowned OR whose = {int(me.user_id)} OR coalesce(holder, 0) = {int(me.user_id)}"
        self._light = ", ".join((_KNOWN, self._mine or "1", *map(self._comes_to_me, _TO)))

    def count(self, group: Group, wanted: Range) -> int:
        """How many rows there are."""
        where, values = self._where(group, wanted, self._listed[0])
        found = self._raw.execute(f"SELECT count(*) FROM {_by(group)} WHERE {where}", values)  # noqa: S608
        return int(found.fetchone()[0])

    def counts(self, asked: Sequence[tuple[Group, Range]]) -> list[int]:
        """How many rows there are of each, in one question: a list asks more than a hundred times."""
        counts: list[int] = []
        for start in range(0, len(asked), _AT_ONCE):
            parts, values = [], list[Any]()
            for group, wanted in asked[start : start + _AT_ONCE]:
                where, more = self._where(group, wanted, self._listed[0])
                parts.append(f"(SELECT count(*) FROM {_by(group)} WHERE {where})")  # noqa: S608  our own words only
                values += more
            counts += map(int, self._raw.execute(f"SELECT {', '.join(parts)}", values).fetchone())
        return counts

    def first(self, group: Group, wanted: Range, most: int) -> list[Light]:
        """The first rows in the order of the group's column, then as they were made."""
        found: list[Light] = []
        for listed in self._listed if most > 0 else ():
            where, values = self._where(group, wanted, listed)
            query = f"SELECT {self._light} FROM {_by(group)} WHERE {where} ORDER BY {group.by}, row_id LIMIT ? + 0"  # noqa: S608
            found += map(Light._make, self._raw.execute(query, (*values, most)))
        return found

    def held(self, kind: str, after: str) -> list[Light]:
        """Work of a kind that is put off beyond a day, as Today ranks it: there is little of it."""
        query = (
            f"SELECT {self._light} FROM work_standing WHERE kind = '{kind}' AND held_until > ? AND listed"  # noqa: S608
            f"{self._of_me()} ORDER BY urgent DESC, since, row_id"
        )
        return list(map(Light._make, self._raw.execute(query, (after,))))

    def states(self, kind: str) -> list[str]:
        """Every state there is of a kind: each is one step in the index, however many rows have it."""
        # The kind stands in the words: compared with that of an index of some kinds, a value would be planned by.
        query = f"SELECT state FROM work_standing WHERE kind = '{kind}' AND state > ? ORDER BY state LIMIT 1"  # noqa: S608
        found: list[str] = []
        row = self._raw.execute(query, ("",)).fetchone()
        while row is not None:
            found.append(row[0])
            row = self._raw.execute(query, (row[0],)).fetchone()
        empty = f"SELECT EXISTS (SELECT 1 FROM work_standing WHERE kind = '{kind}' AND state = '')"  # noqa: S608
        return [*([""] if self._raw.execute(empty).fetchone()[0] else []), *found]

    def in_states(self, kind: str, states: Iterable[str], since: str | None) -> list[Light]:
        """Every row in one of the states, with `since` only those that came there on this day or later."""
        query = (
            f"SELECT {self._light} FROM work_standing WHERE kind = '{kind}' AND state = ? AND urgent IN (0, 1) "  # noqa: S608
            f"AND booked IN (0, 1) AND listed IN ({', '.join(map(str, self._listed))}){self._of_me(late=True)}"
        )
        if since is not None:
            query += " AND since >= ?"
        values = [(state,) if since is None else (state, since) for state in states]
        return [Light._make(row) for value in values for row in self._raw.execute(query, value)]

    def future(self, day: str) -> list[int]:
        """Referrals whose last fact lies after a day."""
        listed = ", ".join(map(str, self._listed))
        index = "work_standing INDEXED BY ix_work_standing_future"
        query = f"SELECT row_id FROM {index} WHERE kind = 'referral' AND since > ? AND listed IN ({listed})"  # noqa: S608
        return [row[0] for row in self._raw.execute(f"{query}{self._of_me(late=True)}", (day,))]

    def of(self, kind: str, ids: Iterable[int]) -> list[Light]:
        """The rows with these ids that are asked for, in no order."""
        of_ids = "row_id IN (SELECT value FROM json_each(?))"
        query = f"SELECT {self._light} FROM work_standing WHERE kind = '{kind}' AND {of_ids}{self._of_me(late=True)}"  # noqa: S608
        listed = f" AND listed IN ({', '.join(map(str, self._listed))})"
        return list(map(Light._make, self._raw.execute(query + listed, (as_text(ids),))))

    def _where(self, group: Group, wanted: Range, listed: int) -> tuple[str, Sequence[Any]]:
        where, values = _conditions(group, wanted, listed)
        return where + self._of_me(wanted.escalated), values

    def _of_me(self, escalated: Iterable[Escalated] = (), *, late: bool = False) -> str:
        """Whose rows: mine, and late ones that came to me; `late` takes every one that could have."""
        if self._me is None:
            return self._more
        mine = [self._mine]
        for step in escalated:
            reached = [f"{column} <= '{value}'" for column, value in step.bounds] + [f"tries >= {step.attempts}"]
            mine.append(f"{self._comes_to_me(step.to)} AND ({' OR '.join(reached)})")
        if late:
            mine += map(self._comes_to_me, _TO)
        return f" AND ({' OR '.join(f'({each})' for each in mine)}){self._more}"

    def _comes_to_me(self, to: str) -> str:
        if self._me is None:
            return "0"
        ids = [self._me.user_id, *([NOBODY] if to in self._me.stands_in_for else [])]
        return f"{to} IN ({', '.join(map(str, ids))})"


@lru_cache(maxsize=4096)
def _conditions(group: Group, wanted: Range, listed: int) -> tuple[str, tuple[Any, ...]]:
    """The rows of a group in a range, in words and values; the same ones are asked for all day."""
    after, until = wanted.days
    parts = [f"kind = '{group.kind}' AND state = ? AND urgent = ? AND listed = {listed}"]
    parts.append("booked" if group.by == "visit_at" else f"booked = {int(group.booked)}")
    values: list[Any] = [group.state, int(group.urgent)]
    counted, first = wanted.counted_after or ("since", None)
    bounds = (
        (f"{group.by} > ?", after),
        (f"{group.by} <= ?", until),
        ("counted_from <= ?", wanted.ordered_until),
        (f"{counted} > ?", first),
        ("visit_at >= ?", wanted.visit_from),
        ("(held_until IS NULL OR held_until <= ?)", wanted.held_after),
        ("(visit_at IS NULL OR visit_at > ?)", wanted.no_visit_until),
        ("(visit_at IS NULL OR visit_at <= ?)", wanted.no_visit_after),
    )
    if wanted.last_only:
        parts.append("counted_from IS NULL")
    for part, value in bounds:
        if value is not None:
            parts.append(part)
            values.append(value)
    if group.services:
        named = ", ".join(f"'{each}'" for each in group.services)  # ids of the content file: letters only
        parts.append(f"service {'NOT ' if group.without else ''}IN ({named})")
    return " AND ".join(parts), tuple(values)


def _by(group: Group) -> str:
    # Without statistics SQLite may search by the other day and then look at every row.
    return f"work_standing INDEXED BY ix_work_standing_{group.by}"


def calls_in_vain(session: Session, referral_ids: Iterable[int]) -> dict[int, int]:
    """How often somebody was called in vain about each of these referrals since it stands where it stands."""
    query = (
        "SELECT row_id, tries FROM work_standing WHERE kind = 'referral' AND tries > 0 "
        "AND row_id IN (SELECT value FROM json_each(?))"
    )
    return dict(driver_connection(session.connection()).execute(query, (as_text(referral_ids),)).fetchall())
