"""What somebody may be told about a patient, by what is on file; the one place that decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from icm_desktop.domain import part2
from icm_desktop.domain.names import folded
from icm_desktop.domain.validity import REFUSED, UNKNOWN, VALID

INSIDE, TREATING, FAMILY = "inside", "treating", "family"  # of the practice, who treats the patient, anybody else
SUBSTANCE_USE = "substance_use"
PART_2 = "part2"
COUNSELING = "counseling_notes"  # the scope of a consent about notes that are kept apart
_ABOUT_SHARING = frozenset({"patient-privacy", PART_2})


@dataclass(frozen=True, slots=True)
class Agreement:
    """A consent on file as it stands today (`state` of domain.validity). No topic or no recipient: not limited.

    `part2`: what it is worth for records of substance use, when it is about them.
    """

    scope: str | None
    state: str
    covers: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    recipients: tuple[str, ...] = ()
    part2: part2.Agreed | None = None

    def names(self, who: str) -> bool:
        """Whether it names this person or place."""
        return folded(who) in {folded(one) for one in self.recipients}

    @property
    def shares(self) -> bool:
        """Whether it is about sharing information at all."""
        return self.scope is None or self.scope in _ABOUT_SHARING


@dataclass(frozen=True, slots=True)
class Hearer:
    """Somebody who would be told: by name and place, what they are, and for family what is noted about them.

    authority: they decide for the patient. state: whether what is noted about them holds today.
    """

    name: str
    kind: str
    may: frozenset[str] = frozenset()
    may_not: frozenset[str] = frozenset()
    authority: bool = False
    state: str = VALID
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Purpose:
    """What for somebody would be told: a code of content/codes/export.toml, None the usual one of who they are.

    `documented`: what telling without a consent needs is on record.
    """

    code: str | None = None
    documented: bool = False


USUAL = Purpose()


@dataclass(frozen=True, slots=True)
class Sharing:
    """May they be told. `why`: refused, may_not, nothing_on_file, part2_*, over; or what allows it.

    `consent_id`: of substance use, the consent that allows it, or the one that comes nearest and lacks `missing`.
    """

    allowed: bool
    why: str
    consent_id: int | None = None
    missing: tuple[str, ...] = ()


def may_hear(hearer: Hearer, topic: str | None, agreements: Iterable[Agreement], purpose: Purpose = USUAL) -> Sharing:
    """Whether somebody may be told about a topic (a code of the list "topic"; None: nothing in particular).

    A refusal counts before every agreement. Who treats the patient is told unless the patient refused; records of
    substance use leave the practice only as `domain.part2` lets them. Anybody else is told what is noted for
    them or agreed to by name.

    Source: 45 CFR 164.506(c), 164.510(b), 164.502(g); 42 CFR 2.31, 2.33.
    """
    theirs = [one for one in agreements if one.shares]
    if any(_refuses(one, hearer, topic) for one in theirs):
        return Sharing(False, "refused")
    if topic in hearer.may_not:
        return Sharing(False, "may_not")
    if hearer.kind == INSIDE:
        return Sharing(True, "inside")
    if topic == SUBSTANCE_USE:
        return _by_part_2(hearer, theirs, purpose)
    agreed = [one for one in theirs if one.state == VALID and topic not in one.excludes]
    if hearer.kind == TREATING:
        return Sharing(True, "treating")
    return _family(hearer, topic, agreed)


def _family(hearer: Hearer, topic: str | None, agreed: Iterable[Agreement]) -> Sharing:
    if any(one.names(hearer.name) and (not one.covers or topic is None or topic in one.covers) for one in agreed):
        return Sharing(True, "agreed")
    if hearer.state not in (VALID, UNKNOWN):
        return Sharing(False, "over")
    if hearer.authority and not hearer.may:
        return Sharing(True, "authority")
    if topic in hearer.may or (topic is None and hearer.may):
        return Sharing(True, "noted")
    return Sharing(False, "nothing_on_file")


def _refuses(one: Agreement, hearer: Hearer, topic: str | None) -> bool:
    """A refusal that holds, or what an agreement with this person leaves out."""
    about_them = not one.recipients or one.names(hearer.name)
    if one.state == REFUSED and about_them and hearer.kind != INSIDE:
        return not one.covers or topic in one.covers
    return one.state == VALID and topic is not None and topic in one.excludes and one.names(hearer.name)


def _by_part_2(hearer: Hearer, agreements: Iterable[Agreement], purpose: Purpose) -> Sharing:
    treats = hearer.kind == TREATING
    usual = part2.TREATMENT if treats else part2.AT_REQUEST
    asked = part2.Asked(
        tuple(filter(None, (hearer.name, hearer.place))), purpose.code or usual, treats, purpose.documented
    )
    found = part2.decide(asked, [one.part2 for one in agreements if one.part2 is not None])
    return Sharing(found.allowed, found.why, found.consent_id, found.missing)


def refuses_topic(topic: str, agreements: Iterable[Agreement]) -> bool:
    """Whether the patient refused that a topic is shared at all, with nobody in particular."""
    return any(
        one.state == REFUSED and one.shares and not one.recipients and (not one.covers or topic in one.covers)
        for one in agreements
    )


def agrees_to_topic(topic: str, agreements: Iterable[Agreement]) -> bool:
    """Whether an agreement that holds covers a topic by name; substance use also by the scope of its own."""
    scoped = {SUBSTANCE_USE: PART_2}.get(topic)
    return any(
        one.state == VALID and one.shares and topic not in one.excludes
        and (topic in one.covers or (scoped is not None and one.scope == scoped))
        for one in agreements
    )  # fmt: skip
