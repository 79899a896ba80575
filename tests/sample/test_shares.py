"""Who the patients are and what they have, as shares of 10,000, within the bounds that the content states."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from icm_desktop.content.sample import sample
from icm_desktop.sample.chance import dice
from icm_desktop.sample.conditions import conditions_of, share_of
from icm_desktop.sample.identity import NAMESAKE, SPOUSE, TWIN, Identity, identify
from tests.sample.conftest import SEED, TODAY

PATIENTS = 10_000
BANDS = ((18, 39), (40, 59), (60, 74), (75, 99))
CHANCE = 3.3  # standard errors that chance alone may add


@pytest.fixture(scope="module")
def people() -> list[Identity]:
    return [identify(SEED, number, TODAY) for number in range(1, PATIENTS + 1)]


@pytest.fixture(scope="module")
def have(people) -> list[set[str]]:
    return [set(conditions_of(who, dice(SEED, who.number, "shares"), TODAY)) for who in people]


def _near(found: float, wanted: float, count: int, slack: float = 0.0) -> bool:
    return abs(found - wanted) <= slack * wanted + CHANCE * (wanted * (1 - wanted) / count) ** 0.5


@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("band", BANDS)
def test_conditions_are_as_common_as_their_source_says(people, have, sex, band):
    group = [place for place, who in enumerate(people) if who.sex == sex and band[0] <= who.age_on(TODAY) <= band[1]]
    bounds = sample("conditions")["bounds"]
    for each in sample("conditions")["condition"]:
        wanted = sum(share_of(each, sex, people[place].age_on(TODAY)) for place in group) / len(group)
        found = sum(each["id"] in have[place] for place in group) / len(group)
        assert _near(found, wanted, len(group), bounds if each.get("without") else 0.02), (each["id"], found, wanted)


def test_conditions_that_belong_together_come_together(have):
    def together(one: str, other: str) -> float:
        both = sum(one in each and other in each for each in have) / len(have)
        return both / (
            (sum(one in each for each in have) / len(have)) * (sum(other in each for each in have) / len(have))
        )

    assert together("diabetes", "kidney") > 1.5
    assert together("diabetes", "obesity") > 1.2
    assert together("depression", "anxiety") > 2
    assert together("heart_failure", "kidney") > 1.5
    assert together("food", "transport") > 2
    assert together("copd", "tobacco") > 2


def test_groups_languages_ages_and_sexes_are_as_the_content_says(people):
    groups = Counter(who.group for who in people)
    for each in sample("people")["group"]:
        assert _near(groups[each["id"]] / PATIENTS, each["share"] / 100, PATIENTS, 0.12), each["id"]
    languages = Counter(who.language for who in people)
    assert 0.16 < languages["es"] / PATIENTS < 0.24
    assert min(languages[other] for other in ("vi", "zh", "ar")) > 100
    ages = Counter(sum(who.age_on(TODAY) >= least for least in (18, 40, 60, 75)) for who in people)
    for band, wanted in enumerate((0.11, 0.2, 0.26, 0.28, 0.18)):
        assert abs(ages[band] / PATIENTS - wanted) < 0.06, (band, ages[band])
    assert 0.5 < sum(who.sex == "female" for who in people) / PATIENTS < 0.58


def test_ties_and_half_known_dates_are_there(people):
    ties = Counter(who.tie for who in people)
    assert ties[SPOUSE] == 400 and ties[TWIN] == 100 and ties[NAMESAKE] == 100
    assert 60 < sum(len(who.birth_date) < 10 for who in people) < 350
    assert sum(who.maiden is not None for who in people) > 500
    assert sum(one.tie == NAMESAKE and one.born == other.born for other, one in itertools.pairwise(people)) >= 20
