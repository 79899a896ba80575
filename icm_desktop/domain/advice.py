"""One sheet of advice out of many: what several illnesses ask for together, and nothing that contradicts itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

ASK = "advice.ask"
COLOURS = ("green", "yellow", "red")


@dataclass(frozen=True, slots=True)
class Line:
    """What patients of a pathway read about one thing: `about` what, `says` which of the things one can say of it."""

    pathway: str
    topic: str
    about: str
    says: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Zones:
    """When all is well, when to call us, when to call 911: phrases of one pathway."""

    pathway: str
    green: tuple[str, ...]
    yellow: tuple[str, ...]
    red: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """(topic, phrase) in the order of the content, phrases by colour, and what was left to ask us about."""

    lines: tuple[tuple[str, str], ...]
    zones: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    asked: tuple[str, ...]


def merged(
    lines: Iterable[Line],
    zones: Iterable[Zones],
    pathways: Collection[str],
    hidden: Collection[str] = (),
    decided: Collection[str] = (),
) -> Merged:
    """The advice of all pathways of a patient.

    Args:
        lines: Every line there is.
        zones: Every set of zones there is.
        pathways: Those whose advice is printed.
        hidden: Those the patient is in too and whose advice is not printed: their lines still contradict.
        decided: What another sentence of the page is about, so that no line about it prints.
    """
    theirs = [line for line in lines if line.pathway in pathways or line.pathway in hidden]
    said: dict[str, set[str]] = {}
    for line in theirs:
        said.setdefault(line.about, set()).add(line.says)
    told: dict[tuple[str, str], None] = {}
    seen: set[str] = set()
    for line in theirs:
        if line.about in seen or line.pathway not in pathways or line.about in decided:
            continue
        seen.add(line.about)
        told[line.topic, f"{ASK}.{line.about}" if len(said[line.about]) > 1 else line.phrase] = None
    mine = [one for one in zones if one.pathway in pathways]
    green, yellow, red = (
        tuple(dict.fromkeys(phrase for one in mine for phrase in getattr(one, colour))) for colour in COLOURS
    )
    asked = tuple(about for about, ways in said.items() if len(ways) > 1 and about in seen)
    return Merged(tuple(told), (green, yellow, red), asked)


def contradictions(lines: Iterable[Line]) -> set[str]:
    """What two pathways could say different things about: each needs a sentence that asks the patient to ask us."""
    said: dict[str, set[str]] = {}
    for line in lines:
        said.setdefault(line.about, set()).add(line.says)
    return {about for about, ways in said.items() if len(ways) > 1}
