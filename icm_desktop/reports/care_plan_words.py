"""The words of the plan on paper: labels, states, days and written parts in the language of the pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from icm_desktop.content import care_plan as content
from icm_desktop.content import team
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.plan_difference import Item
from icm_desktop.domain.written_dates import written, written_partial

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class PlanSheetWords:
    """Words of the sheet `care_plan`."""

    def __init__(self, raw: Mapping[str, str], language: str) -> None:
        self.raw, self._language = raw, language
        self._months = raw["months"].split()

    def __call__(self, name: str, /, **values: object) -> str:
        """The words with their values."""
        return self.raw[name].format(**values)

    def number(self, name: str, count: int) -> str:
        """Words about a number of things, or about one."""
        return self(f"{name}_one") if count == 1 else self(name, count=count)

    def coded(self, kind: str, code: str | None) -> str:
        """A code in words; the code itself when the sheet does not know it."""
        return self.raw.get(f"{kind}_{code}", code or "") if code else ""

    def plain(self, text: str | None) -> str:
        """Free text on one line, with its days as this language writes them."""
        return _DAY.sub(lambda found: written_partial(found[0], self._months), plain(text))

    def paragraphs(self, text: str | None) -> list[str]:
        """Free text line by line."""
        return [one for line in (text or "").splitlines() if (one := self.plain(line))]

    def day(self, day: dt.date) -> str:
        """ "14-Jul-2026"."""
        return written(day, self._months)

    def partial(self, text: str | None) -> str:
        """As much of a date as is known."""
        return written_partial(text, self._months)

    def owner(self, owner: str | None) -> str:
        """Who does it; the patient by that word."""
        if not owner:
            return self("nobody")
        return self("patient") if owner == "patient" else plain(owner)

    def role(self, role: str | None) -> str:
        """A role in this language where it is one of ours."""
        code = team.role_named(role)
        if code is None:
            return plain(role)
        return dict(dict(team.choices(self._language))["role"])[code]

    def review(self, risk: str | None, due: dt.date | None) -> str:
        """When the plan is reviewed next."""
        if due is None:
            return self("no_review")
        if not risk:
            return self("review", date=self.day(due))
        return self("review_risk", date=self.day(due), risk=self.coded("risk", risk))

    def parts(self, lines: Sequence[Item], group: str) -> Iterator[tuple[Item, str]]:
        """The written parts of a group in the order of the content, each with its title."""
        written_ones = {line.title: line for line in lines if line.section == "part"}
        for part in content.parts().values():
            if part.group == group and part.id in written_ones:
                yield written_ones[part.id], content.in_language(part.title, self._language)
