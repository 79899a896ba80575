"""The sentences of one page, and what somebody should know of how they came out on paper."""

from __future__ import annotations

from collections.abc import Iterator

from icm_desktop.content.phrases import PhraseBank, bank
from icm_desktop.contracts.handouts import Notice, PageHead, Said
from icm_desktop.reports.fonts import Fonts

_MOST_NAMED = 8


def words_of(head: PageHead) -> PhraseBank:
    """The sentences of a page's language, with the practice's own wording."""
    words = bank(head.language, dict(head.own_phrases))
    words.fallen.update(head.fallen)
    return words


def version_of(head: PageHead, words: PhraseBank) -> str:
    """Which sentences a page is made of: the shipped version, and how many of them are in the practice's own words."""
    own = len(head.own_phrases)
    return f"{words.version}+{own}" if own else str(words.version)


def footnotes(head: PageHead, words: PhraseBank, said: Said) -> tuple[str, ...]:
    """What the page says of its own sentences: that some are not in its language yet, that nobody confirmed them; and
    the notice that goes with records of substance use."""
    partial = (words("page.partial", language=words.name),) if words.missing else ()
    unreviewed = () if head.phrases_confirmed else (words("page.unreviewed"),)
    return (*partial, *unreviewed, *filter(None, [said.substance_use]))


def of_words(words: PhraseBank) -> Iterator[Notice]:
    """Which sentences of the page are said in English, and that its language is read from right to left."""
    if words.right_to_left:
        yield Notice("handout.right_to_left_language", words.name)
    if words.fallen:
        said = sorted((words.texts[phrase] for phrase in words.fallen), key=lambda text: (text[-1:] != ".", text))
        more = f" … ({len(said)})" if len(said) > _MOST_NAMED else ""
        yield Notice("handout.not_yet_in_language", " · ".join(said[:_MOST_NAMED]) + more)


def of_paper(words: PhraseBank, fonts: Fonts) -> tuple[Notice, ...]:
    """The same, and which letters print as a square or were set from right to left."""
    found = list(of_words(words))
    if fonts.squares:
        found.append(Notice("handout.letters_missing", fonts.squares))
    if fonts.turned and not words.right_to_left:
        found.append(Notice("handout.right_to_left", " · ".join(sorted(fonts.turned)[:_MOST_NAMED])))
    return tuple(found)
