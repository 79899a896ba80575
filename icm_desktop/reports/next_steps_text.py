""" "Your next steps" as plain text and as one HTML page, complete, for screen readers and enlarging."""

from __future__ import annotations

import html as html_escape
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icm_desktop.content.phrases import PhraseBank, bank
from icm_desktop.contracts.handouts import HandoutRequest, HandoutText, MedicineLine, NextSteps, VisitLine
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handouts

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_TIMES = ("morning", "noon", "evening", "bedtime")
_CSS = "body{font:12pt/1.5 sans-serif;max-width:40em;margin:2em;color:#000;background:#fff}ul.do{list-style:'☐ '}"
_LARGE_CSS = "body{font-size:18pt}"


@requires(Privilege.PRINT_HANDOUT)
def text(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as plain text: headings, then one line per item; nothing is left out.

    Raises:
        As `queries.handouts.next_steps`.
    """
    content = handouts.next_steps(uow, request)
    return _made(content, "\n\n".join(_plain(section) for section in _Outline(content).sections()) + "\n")


@requires(Privilege.PRINT_HANDOUT)
def html(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as one HTML document without links, scripts or pictures; nothing is left out.

    Raises:
        As `queries.handouts.next_steps`.
    """
    content = handouts.next_steps(uow, request)
    outline = _Outline(content)
    body = "\n".join(_marked_up(section) for section in outline.sections())
    title = html_escape.escape(outline.bank("page.title"))
    css = _CSS + (_LARGE_CSS if content.large_print else "")
    head = f'<meta charset="utf-8"><title>{title}</title><style>{css}</style>'
    page = f'<!DOCTYPE html>\n<html lang="{content.language}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'
    return _made(content, page)


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with its lines; `listed` lines are items of a list, `level` 0 has no heading."""

    level: int
    heading: str
    lines: tuple[str, ...]
    listed: bool = False
    to_tick: bool = False


class _Outline:
    """The content in its fixed order."""

    def __init__(self, content: NextSteps) -> None:
        self.content = content
        self.bank: PhraseBank = bank(content.language)

    def sections(self) -> Iterator[_Section]:
        content, words = self.content, self.bank
        identity = (content.patient_name, content.born, content.printed, content.interpreter)
        yield _Section(1, words("page.title"), tuple(text for text in identity if text))
        if content.most_important:
            yield _Section(0, "", (f"{words('head.most_important')} {content.most_important}",))
        if content.goal:
            yield _Section(0, "", (f"{words('head.goal')} “{content.goal}”",))
        yield _Section(2, words("head.do"), tuple(step.text for step in content.steps), listed=True, to_tick=True)
        visits = tuple(self._visit(visit) for visit in content.visits)
        yield _Section(2, words("head.visits"), visits or (words("visits.none"),), listed=bool(visits))
        yield from self._medicines()
        if content.free_lines:
            lines = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
            yield _Section(2, words("head.free"), lines, listed=True)
        yield self._call()
        yield _Section(2, words("head.tell"), tuple(words(f"tell.{number}") for number in (1, 2, 3)), listed=True)
        unreviewed = () if content.phrases_confirmed else (words("page.unreviewed"),)
        yield _Section(0, "", (words("page.mismatch"), content.practice, *unreviewed))

    def _visit(self, visit: VisitLine) -> str:
        who = f"{visit.who}, {visit.title}" if visit.title else visit.who
        phone = self.bank("visits.phone", phone=visit.phone) if visit.phone else ""
        bring = self.bank("visits.bring_line", what=visit.bring) if visit.bring else ""
        return _sentences(f"{visit.long_day}, {visit.at}", who, visit.why, visit.where, phone, bring)

    def _medicines(self) -> Iterator[_Section]:
        words, medicines = self.bank, self.content.medicines
        daily = tuple(self._medicine(medicine) for medicine in medicines if not medicine.as_needed)
        rest = tuple(self._medicine(medicine) for medicine in medicines if medicine.as_needed)
        more = (words("medicines.incomplete"),) if self.content.medicines_incomplete else ()
        none = () if medicines else (words("medicines.none"),)
        yield _Section(2, words("head.medicines"), daily + none + more, listed=bool(daily))
        if rest:
            yield _Section(3, words("head.as_needed"), rest, listed=True)

    def _medicine(self, medicine: MedicineLine) -> str:
        amounts = zip(_TIMES, medicine.grid or ("", "", "", ""), strict=True)
        times = ", ".join(f"{self.bank(f'medicines.{time}')}: {amount}" for time, amount in amounts if amount)
        what = f"{medicine.name} {medicine.purpose}".strip()
        return _sentences(what, times, medicine.words, capitals=False)

    def _call(self) -> _Section:
        words, contact = self.bank, self.content.contact
        first = f"{words('call.emergency')} {words('call.988')}"
        lines = (first, contact.line, contact.hours, contact.after_hours, words("call.when"))
        return _Section(2, words("head.call"), tuple(line for line in lines if line))


def _sentences(*parts: str, capitals: bool = True) -> str:
    """The parts as sentences, each with one full stop; a medicine's name keeps its small letter."""
    ended = [part if part.endswith(".") else f"{part}." for part in parts if part]
    return " ".join(part[:1].upper() + part[1:] if capitals else part for part in ended)


def _plain(section: _Section) -> str:
    mark = "[ ] " if section.to_tick else "- " if section.listed else ""
    heading = [section.heading.upper() if section.level == 1 else section.heading] if section.heading else []
    return "\n".join(heading + [mark + line for line in section.lines])


def _marked_up(section: _Section) -> str:
    heading = f"<h{section.level}>{html_escape.escape(section.heading)}</h{section.level}>\n" if section.heading else ""
    tag = "li" if section.listed else "p"
    lines = "\n".join(f'<{tag} dir="auto">{html_escape.escape(line)}</{tag}>' for line in section.lines)
    kind = ' class="do"' if section.to_tick else ""
    return heading + (f"<ul{kind}>\n{lines}\n</ul>" if section.listed else lines)


def _made(content: NextSteps, written: str) -> HandoutText:
    not_in_language = tuple(f"{line.label}: {line.text}" for line in content.free_lines)
    return HandoutText(written, content.language, not_in_language, content.sensitive, content.notices)
