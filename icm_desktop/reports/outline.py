"""A page for a patient as headings and lines: written as plain text or as one HTML page for screen readers."""

from __future__ import annotations

import html as html_escape
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from icm_desktop.content.phrases import PhraseBank

_CSS = "body{font:12pt/1.5 sans-serif;max-width:40em;margin:2em;color:#000;background:#fff}ul.do{list-style:'☐ '}"
_LARGE_CSS = "body{font-size:18pt}"
HEAD, BODY, FOOT = "header", "main", "footer"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `listed` lines are items of a list, `level` 0 has no heading.

    `part`: HEAD (whose page it is), BODY or FOOT, the landmarks of a page for a screen reader.
    """

    level: int
    heading: str
    lines: tuple[str, ...]
    listed: bool = False
    to_tick: bool = False
    part: str = BODY


def plain_text(sections: Iterable[Section]) -> str:
    """Headings, then one line per item; an empty line between sections."""
    return "\n\n".join(_plain(section) for section in sections) + "\n"


def html_page(title: str, words: PhraseBank, sections: Iterable[Section], *, large: bool) -> str:
    """One HTML document without links, scripts or pictures: landmarks, headings and lists in the order of the page."""
    body = "\n".join(
        f"<{part}>\n" + "\n".join(_marked_up(section) for section in parts) + f"\n</{part}>"
        for part, parts in groupby(sections, key=lambda section: section.part)
    )
    css = _CSS + (_LARGE_CSS if large else "")
    turned = ' dir="rtl"' if words.right_to_left else ""
    head = f'<meta charset="utf-8"><title>{html_escape.escape(title)}</title><style>{css}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}"{turned}><head>{head}</head>\n<body>\n{body}\n</body></html>\n'
    )


def sentences(*parts: str, capitals: bool = True) -> str:
    """The parts as sentences, each with one full stop; a medicine's name keeps its small letter."""
    ended = [part if part.endswith(".") else f"{part}." for part in parts if part]
    return " ".join(part[:1].upper() + part[1:] if capitals else part for part in ended)


def _plain(section: Section) -> str:
    mark = "[ ] " if section.to_tick else "- " if section.listed else ""
    heading = [section.heading.upper() if section.level == 1 else section.heading] if section.heading else []
    return "\n".join(heading + [mark + line for line in section.lines])


def _marked_up(section: Section) -> str:
    heading = f"<h{section.level}>{html_escape.escape(section.heading)}</h{section.level}>\n" if section.heading else ""
    tag = "li" if section.listed else "p"
    lines = "\n".join(f'<{tag} dir="auto">{html_escape.escape(line)}</{tag}>' for line in section.lines)
    kind = ' class="do"' if section.to_tick else ""
    return heading + (f"<ul{kind}>\n{lines}\n</ul>" if section.listed else lines)
