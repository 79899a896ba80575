"""The pages as HTML: landmarks, headings without a leap, lists, the language, and the order of the printed page."""

from __future__ import annotations

import itertools
from html.parser import HTMLParser

import pytest

from icm_desktop.contracts.handouts import KINDS, HandoutRequest
from tests.handouts.people import HOSTILE, add, maria, step
from tests.handouts.test_advice import enrol

EMPTY = {"meta"}
BLOCKS = {"h1", "h2", "h3", "p", "li"}


class Reader(HTMLParser):
    """Reads a page as a screen reader does: what stands in what, in which order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.said: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in EMPTY:
            self.open.append(tag)
        if tag in BLOCKS:
            self.said.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag  # closed in the order they were opened

    def handle_data(self, data):
        if self.open and self.open[-1] in BLOCKS:
            tag, text = self.said[-1]
            self.said[-1] = (tag, text + data)


@pytest.fixture(scope="module")
def who(practice) -> int:
    made = maria(practice)
    enrol(practice, made, "heart-failure", "type-2-diabetes", "copd")
    add(practice, step(made, HOSTILE))
    return made


@pytest.mark.parametrize(("kind", "language"), list(itertools.product(KINDS, ("en", "es", "vi"))))
def test_a_page_is_well_formed_with_landmarks_headings_and_lists(practice, who, kind, language):
    opened = practice.open()
    request = HandoutRequest(who, kind=kind, language=language)
    page = Reader(opened.run("reports.handouts.html", request).text)
    assert page.open == []
    tags = [tag for tag, _, _ in page.tags]
    assert [tag for tag in tags if tag in ("header", "main", "footer")] == ["header", "main", "footer"]
    (root,) = [attributes for tag, attributes, _ in page.tags if tag == "html"]
    assert root == {"lang": language}
    levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) >= 3
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(within[-1] == "ul" for tag, _, within in page.tags if tag == "li")
    assert tags.count("ul") <= tags.count("li")  # no empty list
    assert not {"a", "img", "script", "link", "iframe", "form", "b"} & set(tags)
    assert all(text.strip() for _, text in page.said)
    assert len([text for tag, text in page.said if tag == "h2"]) == len(
        {text for tag, text in page.said if tag == "h2"}
    )


@pytest.mark.parametrize(("kind", "language"), list(itertools.product(KINDS, ("en", "es"))))
def test_plain_text_says_the_same_lines_in_the_same_order(practice, who, kind, language):
    opened = practice.open()
    request = HandoutRequest(who, kind=kind, language=language)
    marked = [text for _, text in Reader(opened.run("reports.handouts.html", request).text).said]
    plain = opened.run("reports.handouts.text", request).text
    lines = [line.removeprefix("[ ] ").removeprefix("- ") for line in plain.splitlines() if line]
    assert [line.casefold() for line in lines] == [text.casefold() for text in marked]
    assert (lines[0].isupper() and "[ ] " in plain) or kind in ("medicines", "visits", "my-plan")
