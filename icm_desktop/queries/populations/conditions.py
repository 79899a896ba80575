"""Questions about the problem list: which lists of conditions a patient's active problems belong to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, String, column, func, or_, select, type_coerce, union_all, values

from db.models.clinical import Condition
from db.search import among
from icm_desktop.content.conditions import condition_lists
from icm_desktop.domain.populations import Ask, Evidence, Kind
from icm_desktop.queries.pathway_facts import coded
from icm_desktop.queries.populations.asking import Asking, Found

_ACTIVE = ("active", "recurrence", "relapse")
_NOT_TRUE = ("refuted", "entered-in-error", "differential")
_OTHER_CODES = type_coerce(Condition.other_codes, String)  # as stored: a cast would pass its index by
Coding = tuple[str, str]  # as records keep it: system, code


def active(asking: Asking) -> ColumnElement[bool]:
    """Problems that are true and active on the day that is asked for."""
    begun = or_(Condition.onset_when.is_(None), asking.by(Condition.onset_when, asking.on))
    noted = or_(
        Condition.onset_when.is_not(None), Condition.recorded_when.is_(None),
        asking.by(Condition.recorded_when, asking.on),
    )  # fmt: skip
    goes_on = or_(Condition.abated_when.is_(None), ~asking.by(Condition.abated_when, asking.on))
    state = or_(Condition.status.is_(None), Condition.status.in_(_ACTIVE), Condition.abated_when.is_not(None))
    true = or_(Condition.verification.is_(None), Condition.verification.not_in(_NOT_TRUE))
    return Condition.removed_at.is_(None) & true & state & begun & noted & goes_on


class Codings:
    """The codes the problems of this practice bear, so that a list of beginnings becomes a list of codes."""

    def __init__(self, asking: Asking) -> None:
        run = asking.uow.session.execute
        own = run(select(Condition.code_system, Condition.code).where(Condition.code.is_not(None)).distinct())
        self.own = [(system or "", code, frozenset({coded(system, code)})) for system, code in own]
        texts = run(select(_OTHER_CODES).where(Condition.other_codes.is_not(None)).distinct()).scalars()
        self.others = [(text, frozenset(_codes(text))) for text in texts]
        self._lists: dict[str, tuple[list[Coding], list[str]]] = {}

    @classmethod
    def of(cls, asking: Asking) -> Codings:
        """Read once for an evaluation."""
        found: Codings | None = asking.kept.get("codings")
        if found is None:
            found = asking.kept["codings"] = cls(asking)
        return found

    def of_list(self, name: str) -> tuple[list[Coding], list[str]]:
        """Codes of a list as problems bear them, and whole texts of further codes that hold one."""
        if name not in self._lists:
            self._lists[name] = self.that(condition_lists()[name].holds)
        return self._lists[name]

    def that(self, holds: Any) -> tuple[list[Coding], list[str]]:
        """Those that fit: `holds` gets codes such as "icd10:E1122"."""
        return (
            [(system, code) for system, code, codes in self.own if code is not None and holds(codes)],
            [text for text, codes in self.others if holds(codes)],
        )


def _codes(text: str) -> Iterable[str]:
    for one in json.loads(text) or ():
        if isinstance(one, dict) and one.get("code"):
            yield coded(one.get("system"), one.get("code"))


def with_names(asking: Asking, lists: Mapping[str, tuple[list[Coding], list[str]]]) -> Select[Any] | None:
    """Patients with an active problem of these lists, and of which; None when nobody can have one."""
    own = [(name, system, code) for name, (codes, _) in lists.items() for system, code in codes]
    others = [(name, text) for name, (_, texts) in lists.items() for text in texts]
    parts: list[Select[Any]] = []
    if own:
        named = _table(("list", "system", "code"), own)
        parts.append(
            select(Condition.patient_id, named.c.list)
            .join(named, named.c.code == Condition.code)
            .where(func.coalesce(Condition.code_system, "") == named.c.system, active(asking))
        )
    if others:
        named = _table(("list", "text"), others)
        parts.append(
            select(Condition.patient_id, named.c.list).join(named, named.c.text == _OTHER_CODES).where(active(asking))
        )
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    both = union_all(*parts).subquery()
    return select(both.c.patient_id, both.c.list)


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> CTE:
    return values(*(column(each, String) for each in columns)).data(rows).cte()


class HasConditions:
    """So many different conditions of the lists that are named."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test
        known = Codings.of(asking)
        self._lists = {name: known.of_list(name) for name in test.of}

    @property
    def wanted(self) -> Select[Any]:
        found = with_names(self._asking, self._lists)
        if found is None:
            return select(Condition.patient_id).where(Condition.id == 0)
        each = found.subquery()
        grouped = select(each.c.patient_id)
        if self._test.at_least == 1:
            return grouped
        return grouped.group_by(each.c.patient_id).having(func.count(each.c.list.distinct()) >= self._test.at_least)

    def found(self, ids: Sequence[int]) -> Found:
        rows: dict[int, dict[str, Evidence]] = defaultdict(dict)
        lists = condition_lists()
        for row in self._asking.uow.session.execute(_problems(ids).where(active(self._asking))):
            codes = _every(row.code_system, row.code, row.other_codes)
            for name in self._test.of:
                if name not in rows[row.patient_id] and lists[name].holds(codes):
                    day = self._asking.first(row.onset_when or row.recorded_when)
                    rows[row.patient_id][name] = Evidence(Kind.CONDITIONS, row.text or "", day, words=lists[name].words)
        return {
            patient_id: tuple(found.values()) for patient_id, found in rows.items() if len(found) >= self._test.at_least
        }


def _problems(ids: Sequence[int]) -> Select[Any]:
    columns = (
        Condition.patient_id, Condition.code_system, Condition.code, Condition.other_codes, Condition.text,
        Condition.onset_when, Condition.recorded_when,
    )  # fmt: skip
    return select(*columns).where(Condition.patient_id.in_(among(ids))).order_by(Condition.id)


def _every(system: str | None, code: str | None, others: Any) -> frozenset[str]:
    own = {coded(system, code)} if code else set()
    beside = {coded(one.get("system"), one.get("code")) for one in others or () if isinstance(one, dict)}
    return frozenset(own | beside)
