"""Concerns, goals, actions and barriers of the plan on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from icm_desktop.contracts.plan_document import PlanPage
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.plan_difference import Item
from icm_desktop.reports.blocks import Gap, Passage
from icm_desktop.reports.care_plan_words import PlanSheetWords
from icm_desktop.reports.page import Block
from icm_desktop.reports.tables import Row
from icm_desktop.reports.text import Span, Typesetter

_MEASURES, _ACTIONS = (0.25, 0.25, 0.25, 0.25), (0.42, 0.25, 0.165, 0.165)
_DECIDED = (("because", "reason"), ("said_to", "told"), ("instead_of", "before"))
_BETWEEN = " · "
Kinds = tuple[Typesetter, Typesetter]


def tree(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """What is open: each concern with its goals, each goal with its actions and barriers."""
    yield from _Tree(told, words, kinds, width).blocks()


def ended(told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> Iterator[Block]:
    """Goals and concerns that are over, one line each."""
    for line in told.lines:
        if line.section in ("concern", "goal") and not line.is_open:
            how = (words.coded(kind, line.facts.get(kind)) for kind in ("status", "achievement"))
            said = _BETWEEN.join(dict.fromkeys(filter(None, (words.plain(line.title), *how))))
            yield Passage(kinds[0], [Span(f"• {said}")], width, after=1)


class _Tree:
    """Numbers the lines as the screen does: letters for concerns, numbers for goals."""

    def __init__(self, told: PlanPage, words: PlanSheetWords, kinds: Kinds, width: float) -> None:
        self._words, (self._body, self._small), self._width = words, kinds, width
        self._open = [line for line in told.lines if line.is_open]
        self._numbers = dict(told.numbers)
        self._printed = {line.id for line in self._open}

    def blocks(self) -> Iterator[Block]:
        """Concerns in order, then goals and actions that hang under none."""
        for concern in self._of("concern"):
            yield from self._concern(concern)
        loose = [goal for goal in self._of("goal") if goal.under not in self._printed]
        if loose and self._of("concern"):
            yield from self._band(self._words("no_concern"))
        for goal in loose:
            yield from self._goal(goal)
        actions = [action for action in self._of("action") if action.under not in self._printed]
        if actions:
            yield from self._band(self._words("no_goal"))
            yield from self._actions(actions)
        for barrier in self._of("barrier"):
            if barrier.under not in self._printed:
                yield self._barrier(barrier)

    def _of(self, section: str, under: str | None = None) -> Sequence[Item]:
        return [one for one in self._open if one.section == section and (under is None or one.under == under)]

    def _band(self, title: str, rest: str = "") -> Iterator[Block]:
        spans = [Span(title, bold=True), *([Span(rest)] if rest else [])]
        yield Gap(5)
        yield Passage(self._body, spans, self._width, keep=True, after=2)

    def _concern(self, line: Item) -> Iterator[Block]:
        words, facts = self._words, line.facts
        said = f"“{words.plain(facts['words'])}”" if facts.get("words") else ""
        title = _BETWEEN.join(filter(None, (said, words.plain(facts.get("text")))))
        about = [words.coded("kind", facts.get("kind")), words.coded("priority", facts.get("priority"))]
        if facts.get("problem") and facts["problem"] != facts.get("text"):
            about.append(f"{words('problem')}: {words.plain(facts['problem'])}")
        if facts.get("owner"):
            about.append(f"{words('owner')}: {words.owner(facts['owner'])}")
        name = words("concern", letter=self._numbers[line.id])
        yield from self._band(f"{name}: {title or words.plain(line.title)}")
        yield Passage(self._small, [Span(_BETWEEN.join(filter(None, about)))], self._width, keep=True, after=2)
        yield from self._notes(facts.get("note"))
        for barrier in self._of("barrier", line.id):
            yield self._barrier(barrier)
        for goal in self._of("goal", line.id):
            yield from self._goal(goal)

    def _goal(self, line: Item) -> Iterator[Block]:
        words, facts = self._words, line.facts
        said = f"“{words.plain(facts['words'])}”" if facts.get("words") else words.plain(line.title)
        yield Gap(3)
        yield Passage(self._body, [Span(f"{words('goal', number=self._numbers[line.id])}: {said}", bold=True)],
                      self._width, keep=True, after=1)  # fmt: skip
        if facts.get("words") and facts.get("text"):
            text = f"{words('clinical')}: {words.plain(facts['text'])}"
            yield Passage(self._body, [Span(text)], self._width, keep=True, after=1)
        sure = words("out_of_ten", number=facts["confidence"]) if facts.get("confidence") else ""
        about = (
            f"{words('owner')}: {words.owner(facts.get('owner'))}",
            f"{words('due')}: {words.plain(facts['due'])}" if facts.get("due") else "",
            words.coded("priority", facts.get("priority")),
            f"{words('confidence')}: {sure}" if sure else "",
        )
        yield Passage(self._body, [Span(_BETWEEN.join(filter(None, about)))], self._width, keep=True, after=2)
        yield from self._decision(facts)
        yield from self._measures(line)
        for barrier in self._of("barrier", line.id):
            yield self._barrier(barrier)
        actions = self._of("action", line.id)
        if actions:
            yield from self._actions(actions)
        else:
            yield Passage(self._body, [Span(words("no_actions"))], self._width, after=3)

    def _decision(self, facts: Mapping[str, str]) -> Iterator[Block]:
        """What a clinician decided instead of goals that contradict each other, or that nobody decided yet."""
        words, state = self._words, facts.get("in_conflict")
        if state is None:
            return
        numbers = [self._numbers[ref] for ref in facts.get("conflict", "").split() if ref in self._numbers]
        others = ", ".join(words("goal", number=number) for number in numbers)
        if state == "open":
            said = words("in_conflict", goals=others) if others else words("in_conflict_alone")
            rest = words("asked_of", owner=plain(facts["conflict_owner"])) if facts.get("conflict_owner") else ""
        else:
            by, on = plain(facts["decided_by"]), words.plain(facts["decided_on"])
            said = words("decided_for", by=by, on=on, goals=others) if others else words("decided", by=by, on=on)
            told = {one: words.plain(facts.get(f"decided_{one}")) for _, one in _DECIDED}
            rest = "; ".join(words(name, **{one: told[one]}) for name, one in _DECIDED if told[one])
        spans = [Span(said, bold=True), *([Span(f" {rest}" if state == "open" else f": {rest}")] if rest else [])]
        yield Passage(self._body, spans, self._width, keep=True, after=2)

    def _in_conflict(self, line: Item) -> str:
        """An action with a number in it that is older than the decision, or waits for one."""
        state = line.facts.get("in_conflict")
        said = {"open": "waits_for_decision", "decided": "older_than_decision"}.get(state or "")
        return f" ({self._words(said)})" if said else ""

    def _measures(self, line: Item) -> Iterator[Block]:
        words, facts = self._words, line.facts
        goes = words.coded("achievement", facts.get("achievement")) or words.coded("status", facts.get("status"))
        names = ("baseline", "target", "current")
        if not any(facts.get(name) for name in names):
            spans = [Span(f"{words('how_it_goes')}: ", bold=True), Span(_BETWEEN.join((goes, words("no_target"))))]
            yield Passage(self._body, spans, self._width, after=3)
            return
        cells = [[[Span(words(name), bold=True)], [Span(words.plain(facts.get(name)) or "–")]] for name in names]
        cells.append([[Span(words("how_it_goes"), bold=True)], [Span(goes)]])
        yield Row(self._body, cells, [share * self._width for share in _MEASURES], pad=6)
        if facts.get("trend"):
            spans = [Span(f"{words('trend')}: ", bold=True), Span(words.plain(facts["trend"]))]
            yield Passage(self._body, spans, self._width, after=3)

    def _actions(self, lines: Sequence[Item]) -> Iterator[Block]:
        words, widths = self._words, [share * self._width for share in _ACTIONS]
        head = [[[Span(words(name), bold=True)]] for name in ("what", "who", "due", "state")]
        top = Row(self._small, head, widths, pad=4)
        top.keep = True
        yield top
        for line in lines:
            facts = line.facts
            title = words.plain(line.title) + self._in_conflict(line)
            due, state = words.plain(facts.get("due")) or "–", words.coded("status", facts.get("status"))
            texts = (title, words.owner(facts.get("owner")), due, state)
            yield Row(self._body, [[[Span(text)]] for text in texts], widths, pad=5)
        yield Gap(4)

    def _barrier(self, line: Item) -> Block:
        words, facts = self._words, line.facts
        kind = words.coded("barrier", facts.get("kind"))
        spans = [Span(f"{words('barrier')} ({kind}): ", bold=True), Span(words.plain(line.title))]
        if facts.get("help"):
            spans += [Span(f"{_BETWEEN}{words('would_help')}: ", bold=True), Span(words.plain(facts["help"]))]
        return Passage(self._body, spans, self._width, after=2)

    def _notes(self, text: str | None) -> Iterator[Block]:
        for at, line in enumerate(self._words.paragraphs(text)):
            spans = [Span(f"{self._words('note')}: ", bold=True)] if at == 0 else []
            yield Passage(self._body, [*spans, Span(line)], self._width, after=2)
