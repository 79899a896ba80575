"""Medicines, allergies, the team, answers and what is missing, on the paper of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from icm_desktop.contracts.plan_document import PlanPage
from icm_desktop.contracts.plan_versions import SignOffRow
from icm_desktop.domain.plan_versions import HERE
from icm_desktop.reports.blocks import Gap, Passage
from icm_desktop.reports.care_plan_words import PlanSheetWords
from icm_desktop.reports.page import Block
from icm_desktop.reports.tables import Row
from icm_desktop.reports.text import Span, Typesetter

_TEAM = (0.3, 0.28, 0.24, 0.18)
Kinds = tuple[Typesetter, Typesetter]


def medicines(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """Current medicines; says when the list is not part of this copy, or not whole."""
    if told.medicines is None:
        yield _text(words("medicines_left"), kinds, width)
        return
    for one in told.medicines:
        yield _text(f"• {words.plain(one)}", kinds, width)
    if told.medicines_left_out:
        yield _text(words("medicines_part", count=told.medicines_left_out), kinds, width, bold=True)
    elif not told.medicines:
        yield _text(words("no_medicines"), kinds, width)


def allergies(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """Allergies, none known, or nobody asked; nothing where the medicines are no part of this copy."""
    if told.medicines is None:
        return
    for one in told.allergies:
        yield _text(f"• {words.plain(one)}", kinds, width)
    if not told.allergies:
        yield _text(words("none_known" if told.allergies_state == "none" else "not_recorded"), kinds, width)


def team(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """Who is on the team, with role, place and number."""
    body, small = kinds
    people = [line for line in told.lines if line.section == "team"]
    if not people:
        yield _text(words("no_team"), kinds, width)
        return
    widths = [share * width for share in _TEAM]
    top = Row(small, [[[Span(words(name), bold=True)]] for name in ("name", "role", "organization", "phone_head")],
              widths, pad=4)  # fmt: skip
    top.keep = True
    yield top
    for line in people:
        facts = line.facts
        texts = (words.plain(line.title), words.role(facts.get("role")), words.plain(facts.get("organization")),
                 words.plain(facts.get("phone")) or "–")  # fmt: skip
        yield Row(body, [[[Span(text)]] for text in texts], widths, pad=5)


def answers(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """Who agreed, who did not and why, who has not answered."""
    if not told.sign_offs:
        yield _text(words("not_asked"), kinds, width)
    for row in told.sign_offs:
        who = ", ".join(filter(None, (words.plain(row.name), words.role(row.role), words.plain(row.organization))))
        if row.party == "patient":
            who = f"{words.plain(row.name)} ({words('patient')})"
        answer = words.coded("answer", row.answer or "open")
        spans = [Span(f"{who}: ", bold=True), Span(" · ".join(filter(None, (answer, *_came(row, words)))))]
        yield Passage(kinds[0], spans, width, keep=bool(row.reason), after=0 if row.reason else 3)
        if row.reason:
            reason = words("answer_reason", reason=words.plain(row.reason))
            yield Passage(kinds[0], [Span(reason)], width, indent=12, after=3)


def _came(row: SignOffRow, words: PlanSheetWords) -> Iterator[str]:
    if row.answer is None:
        return
    if row.answered_on is not None:
        yield words.day(row.answered_on)
    yield words.coded("how", row.how)
    if row.answered_by and row.answered_by != row.name:
        yield words("said_by", name=words.plain(row.answered_by))
    if row.recorded_by and row.how != HERE and row.recorded_by != row.name:
        yield words("written_by", name=words.plain(row.recorded_by))


def missing(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """What a whole plan has and this one lacks."""
    if told.missing is None:
        yield _text(words("missing_unknown"), kinds, width)
    elif not told.missing:
        yield _text(words("nothing_missing"), kinds, width)
    for one in told.missing or ():
        yield _text(f"• {words.plain(one)}", kinds, width)
    yield Gap(2)


def _text(text: str, kinds: Kinds, width: float, *, bold: bool = False) -> Block:
    return Passage(kinds[0], [Span(text, bold=bold)], width, after=1)
