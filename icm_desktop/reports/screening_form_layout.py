"""How a paper form looks: head with who it is of, questions with boxes in columns, room for the office, credit line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.domain.instruments.definition import Instrument, Item
from icm_desktop.domain.written_dates import written_partial
from icm_desktop.reports.blocks import Gap, Numbered, Passage
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.form_blocks import Blanks, GridHead, GridRow, Options
from icm_desktop.reports.page import INCH, Block
from icm_desktop.reports.text import Span, Typesetter

_STANDARD, _LARGE = 12.0, 18.0  # points
_MARGIN = 0.7 * INCH
_LEAST_IN_GRID, _FEW_ANSWERS = 3, 4
_LEAST_ROOM = 0.4  # of the width, for the words of a question beside its boxes
_AGAIN = 1.7  # lines at the top of a further page
_MOST_BOXES = 11  # of a number that is ticked rather than written


@dataclass(frozen=True, slots=True)
class Person:
    """Whose form it is."""

    name: str
    birth_date: str | None
    record_number: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Blocks that stay on one page; `head` stands over them where they begin a page or another one begins."""

    blocks: list[Block]
    head: Block | None = None


class FormLayout:
    """One form in one language and size; `official`: the words are an official wording of that language."""

    def __init__(
        self,
        instrument: Instrument,
        spoken: str,
        fonts: Fonts,
        size: tuple[float, float],
        *,
        large: bool,
        private: bool,
    ) -> None:
        self.official = spoken in instrument.languages
        self._one, self._language = instrument, spoken if self.official else "en"
        self._words = sheet("forms", spoken)
        self._months = self._words["months"].split()
        points = _LARGE if large else _STANDARD
        self._size, self._width, self._private = size, size[0] - 2 * _MARGIN, private
        self._body, self._small = Typesetter(fonts, points), Typesetter(fonts, points - (3 if large else 2.5))
        self._title = Typesetter(fonts, points + 6)
        self._numbers = {item.id: number for number, item in enumerate(instrument.items, start=1)}
        self._columns = self._shared_columns()

    def paint(self, canvas: Canvas, practice: str, person: Person | None) -> int:
        """Paint all pages of one form; how many."""
        foot = self._foot()
        room = self._size[1] - 2 * _MARGIN - self._small.height(foot) - self._small.leading * 2
        pages = list(self._pages(self._head(person), room))
        for number, blocks in enumerate(pages, start=1):
            top = self._size[1] - _MARGIN
            page = self._words["page"].format(page=number, pages=len(pages))
            self._line(canvas, practice, page, top)
            top -= self._small.leading * 1.6
            if number > 1:
                top = self._again(canvas, person, top)
            for block in blocks:
                block.draw(canvas, _MARGIN, top)
                top -= block.height
            self._small.paint(canvas, foot, _MARGIN, _MARGIN + self._small.height(foot))
            canvas.showPage()
        return len(pages)

    def _line(self, canvas: Canvas, left: str, right: str, top: float) -> None:
        self._small.paint(canvas, [(Span(left),)], _MARGIN, top)
        across = self._small.natural_width([Span(right)])
        self._small.paint(canvas, [(Span(right),)], _MARGIN + self._width - across, top)

    def _again(self, canvas: Canvas, person: Person | None, top: float) -> float:
        """Who it is of, on every further page."""
        if person is not None:
            self._small.paint(canvas, [(Span(person.name, bold=True), Span(f" · {self._known(person)}"))], _MARGIN, top)
        else:
            lines = Blanks(self._small, ((self._words["name"], 0.6), (self._words["born"], 0.4)), self._width)
            lines.draw(canvas, _MARGIN, top + self._small.leading * 0.4)
        return top - self._small.leading * _AGAIN

    def _known(self, person: Person) -> str:
        born = f"{self._words['born']} {written_partial(person.birth_date, self._months)}" if person.birth_date else ""
        return " · ".join(part for part in (born, f"{self._words['record']} {person.record_number}") if part)

    # blocks

    def _pages(self, head: Sequence[Block], room: float) -> Iterator[list[Block]]:
        groups: list[_Group] = [
            _Group(list(head)),
            *self._questions([one for one in self._one.items if not one.private]),
        ]
        hidden = [one for one in self._one.items if one.private]
        if hidden and not self._private:
            numbers = ", ".join(str(self._numbers[one.id]) for one in hidden)
            groups.append(_Group([self._said(self._words["alone_later"].format(numbers=numbers))]))
        groups.append(_Group(self._office()))
        yield from self._filled(groups, room)
        if hidden and self._private:
            first: list[Block] = [
                Passage(self._title, [Span(self._words["alone_title"], bold=True)], self._width, after=4),
                self._said(self._words["alone"]),
            ]
            yield from self._filled([_Group(first), *self._questions(hidden)], room)

    def _filled(self, groups: Sequence[_Group], room: float) -> Iterator[list[Block]]:
        page: list[Block] = []
        left, head = room, None
        for group in groups:
            blocks = [group.head, *group.blocks] if group.head is not None and group.head is not head else group.blocks
            if sum(block.height for block in blocks) > left and page:
                yield page
                page, left = [], room - self._small.leading * _AGAIN
                blocks = [group.head, *group.blocks] if group.head is not None else group.blocks
            page += blocks
            left, head = left - sum(block.height for block in blocks), group.head
        yield page

    def _questions(self, items: Sequence[Item]) -> Iterator[_Group]:
        """Questions that share their answers as a grid; others, and where it has no room, with theirs below."""
        for answers, same in groupby(items, key=self._in_grid):
            asked = list(same)
            if answers is None or len(asked) < _LEAST_IN_GRID:
                yield from (_Group(self._question(one)) for one in asked)
                continue
            words = [one.words[self._language] for one in asked[0].options]
            left = self._width - len(words) * self._column(words)
            head = GridHead(self._small, words, self._width, left)
            for item in asked:
                text, values = item.words[self._language], [str(value) for value in answers]
                row = GridRow(self._body, self._numbers[item.id], text, values, self._width, left)
                yield _Group([row], head)

    def _column(self, words: Sequence[str]) -> float:
        """As wide as the longest word of an answer, and never too narrow for a box."""
        longest = max(self._small.natural_width([Span(part, bold=True)]) for text in words for part in text.split())
        return max(longest + 8, self._width * 0.1)

    def _in_grid(self, item: Item) -> tuple[int, ...] | None:
        """What the answers count when they may stand in columns; questions with other answers in another grid."""
        plain = item.kind == "choice" and item.asked_when is None and not item.optional
        if not plain or not _FEW_ANSWERS - 1 <= len(item.options) <= _FEW_ANSWERS + 1:
            return None
        words = [one.words[self._language] for one in item.options]
        if self._width - len(words) * self._column(words) < _LEAST_ROOM * self._width:
            return None  # in large print the question would be a narrow column
        return tuple(one.value for one in item.options)

    def _head(self, person: Person | None) -> list[Block]:
        words, body = self._words, self._body
        title = self._one.title.get(self._language, self._one.title["en"])
        blocks: list[Block] = [Passage(self._title, [Span(title, bold=True)], self._width, after=4)]
        if person is not None:
            blocks.append(Passage(body, [Span(person.name, bold=True)], self._width))
            blocks.append(Passage(body, [Span(self._known(person))], self._width))
            blocks.append(Blanks(body, ((words["day"], 0.4),), self._width))
        else:
            blocks.append(Blanks(body, ((words["name"], 1.0),), self._width))
            blocks.append(Blanks(body, ((words["born"], 0.6), (words["day"], 0.4)), self._width))
        if not self.official:
            blocks.append(self._said(words["no_wording"]))
        stem = self._one.stem.get(self._language, "")
        if stem:
            blocks += [Gap(body.size * 0.3), Passage(body, [Span(stem, bold=True)], self._width, after=body.size * 0.5)]
        return blocks

    def _said(self, text: str) -> Passage:
        return Passage(self._body, [Span(text)], self._width, after=self._body.size * 0.6)

    def _question(self, item: Item) -> list[Block]:
        body, words = self._body, self._words
        text = item.words[self._language]
        if item.optional:
            text = f"{text} {words['optional']}"
        blocks: list[Block] = [Gap(body.size * 0.3)]
        if item.asked_when is not None:
            blocks.append(Passage(body, [Span(self._only_if(item))], self._width, indent=body.size * 1.6))
        blocks.append(Numbered(body, self._numbers[item.id], text, self._width))
        if item.kind == "several":
            blocks.append(Passage(body, [Span(words["several"])], self._width, indent=body.size * 1.6))
        return [*blocks, self._answers(item)]

    def _answers(self, item: Item) -> Block:
        if item.kind != "number":
            options = [(str(one.value), one.words[self._language]) for one in item.options]
            return Options(self._body, options, self._width, self._columns[item.id])
        low, high = item.low or 0, item.high
        if high is not None and high - low < _MOST_BOXES:
            every = [(str(value), "") for value in range(low, high + 1)]
            return Options(self._body, every, self._width, self._columns[item.id])
        return Passage(self._body, [Span(self._words["number"])], self._width, indent=self._body.size * 1.6,
                       after=self._body.size * 0.6)  # fmt: skip

    def _only_if(self, item: Item) -> str:
        gate = item.asked_when
        if gate is None:
            return ""
        asked = self._one.item(gate.item)
        inside = [one for one in asked.options if one.value in gate.values]
        outside = [one for one in asked.options if one.value not in gate.values]
        key, told = ("skip_if", outside) if len(outside) < len(inside) else ("only_if", inside)
        answers = self._words["or"].join(one.words[self._language] for one in told)
        said: str = self._words[key].format(answers=answers, number=self._numbers[gate.item])
        return said

    def _shared_columns(self) -> dict[str, int]:
        """How many answers stand beside each other: as many as fit with the longest one; two lines at most each."""
        found = {}
        for item in self._one.items:
            texts = [one.words[self._language] for one in item.options]
            if item.kind == "number":
                found[item.id] = 6 if self._body.size > _STANDARD else _MOST_BOXES
                continue
            widest = max(self._body.natural_width([Span(f"0 {text}")]) for text in texts) + self._body.size * 2.6
            fits = max(int((self._width - self._body.size * 1.6) / widest), 1)
            found[item.id] = min(fits, len(texts))
        return found

    def _office(self) -> list[Block]:
        words, small = self._words, self._small
        modes = [("", words[one]) for one in self._one.modes]
        return [
            Gap(self._body.size * 0.4),
            Passage(small, [Span(words["staff"], bold=True)], self._width),
            Options(small, modes, self._width, len(modes)),
            Blanks(small, ((words["asked_by"], 0.5), (words["interpreter"], 0.5)), self._width),
            Blanks(small, ((words["entered_by"], 0.5), (words["score"], 0.5)), self._width),
        ]

    def _foot(self) -> list[tuple[Span, ...]]:
        one = self._one
        told = self._words["wording"].format(
            questionnaire=one.title.get(self._language, one.title["en"]), version=one.version,
            wording=one.wording.get(self._language, one.wording["en"]).rstrip("."),
        )  # fmt: skip
        return self._small.wrap([Span(f"{told} {one.licence.terms}")], self._width)
