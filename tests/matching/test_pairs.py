"""Matching judged on ten thousand pairs that a generator of its own makes; `-s` prints the figures."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

import pytest

from db.match_keys import Identity, keys_of, keys_to_ask
from icm_desktop.content.matching import match_rules
from icm_desktop.domain.matching import Person, likeness
from tests.matching.pairs import Record, pairs

FOUND = ("certain", "probable")


def as_person(record: Record) -> Person:
    """The record as the product compares it."""
    place = (record.street, None, record.zip)
    return Person(
        family=record.family,
        given=" ".join(filter(None, (record.given, record.middle))),
        birth_date=record.born,
        sex=record.sex,
        phones=frozenset({record.phone} if record.phone else ()),
        identifiers=frozenset(record.numbers.items()),
        others=frozenset(record.former),
        suffix=record.suffix,
        emails=frozenset({record.email} if record.email else ()),
        addresses=frozenset({place} if record.street or record.zip else ()),
        multiple_birth=record.twin,
    )


def as_identity(who: Person) -> Identity:
    """What its keys are made of."""
    names = ((who.family, who.given), *who.others)
    return Identity(names, who.preferred, who.birth_date, who.phones, who.identifiers)


@pytest.fixture(scope="module")
def judged():
    """Every pair with its certainty and whether the keys bring the two together."""
    found = []
    for pair in pairs():
        one, other = as_person(pair.one), as_person(pair.other)
        alike = likeness(one, other, match_rules())
        met = bool(keys_to_ask(as_identity(one)) & keys_of(as_identity(other)))
        found.append((pair, alike.certainty if alike else None, met))
    return found


def share(part, whole):
    """The part of the whole."""
    return part / whole if whole else 1.0


def test_certain_is_certain_and_few_are_missed(judged):
    assert len(judged) == 10_000
    counts = Counter((pair.same, certainty) for pair, certainty, _ in judged)
    same = sum(count for (is_same, _), count in counts.items() if is_same)
    certain = counts[True, "certain"] + counts[False, "certain"]
    precision = share(counts[True, "certain"], certain)
    recall = share(sum(counts[True, kind] for kind in FOUND), same)
    met = share(sum(met for pair, _, met in judged if pair.same), same)
    whole = share(sum(met and certainty in FOUND for pair, certainty, met in judged if pair.same), same)
    probable = share(counts[True, "probable"], counts[True, "probable"] + counts[False, "probable"])
    sys.stdout.write(
        f"\ncertain: {certain} of 10,000 pairs, precision {precision:.4f}; recall certain + probable {recall:.4f}; "
        f"through the keys {whole:.4f} (keys alone {met:.4f}); precision of probable {probable:.3f}\n"
    )
    assert precision >= 0.999
    assert certain > same * 0.4
    assert recall >= 0.95
    assert whole >= 0.95
    assert met >= 0.98


def test_twins_and_namesakes_are_never_certain(judged):
    kinds: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
    for pair, certainty, _ in judged:
        if not pair.same:
            kinds[pair.kind][certainty] += 1
    for kind, counts in sorted(kinds.items()):
        sys.stdout.write(f"{kind}: {dict(counts)}\n")
    assert kinds["twins"]["certain"] == 0
    assert kinds["parent and child of one name"]["certain"] == 0
    assert kinds["couple with one phone"].keys() <= {None, "possible"}
    assert kinds["same name and birth date"]["certain"] <= 3  # two of one name and one day with the phone of a shelter
    assert kinds["strangers"].keys() == {None}
