"""The official test cases come out exactly, group by group: a sample of each measure, all with `--measures-full`."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.measures import AskMeasure, AskPeople
from icm_desktop.errors import NotFound
from icm_desktop.queries.measuring.compile import POPULATIONS
from tests.measures.cases import ASKED, MEASURES, cases_of, differences, populations, practice_of, value_sets, year

CONTEXT = "context Patient: every retrieve is of the patient; the facts of the case name another one, who is nowhere"
# Cases that the measure's own logic contradicts, with the clause.
CONTRADICTED = {
    ("CMS50", "2feec6c6-7250-4391-a4ee-0d5006cc70bc"): CONTEXT,
    ("CMS149", "0405033f-c6a4-4619-93da-14c9c5613d7b"): CONTEXT,
    ("CMS159", "96b6579c-1cee-423f-9433-a72db6fb8a0a"): CONTEXT,
}
SAMPLE = 6


def _some(cases, full):
    """All, or some from the whole length of the list; those that are contradicted are always among them."""
    step = 1 if full else max(1, len(cases) // SAMPLE)
    named = {case for _, case in CONTRADICTED}
    return [case for place, case in enumerate(cases) if place % step == 0 or case.id in named]


@pytest.fixture(scope="module")
def official(data_dir, tmp_path_factory, full):
    """For each edition a practice with the cases of all its measures, and those cases."""
    made = {}

    def of(edition):
        if edition not in made:
            cases = {one: _some(cases_of(data_dir, one, edition), full) for one in ASKED[edition]}
            every = [case for several in cases.values() for case in several]
            folder = tmp_path_factory.mktemp(f"official-{edition}")
            made[edition] = practice_of(folder, every, value_sets(data_dir, edition)), cases
        return made[edition]

    yield of
    for practice, _ in made.values():
        practice.close()


@pytest.mark.parametrize(("measure", "edition"), MEASURES)
def test_official_cases_come_out(official, measure, edition):
    practice, cases = official(edition)

    found = populations(practice, year(measure, edition))

    wrong = differences(found, cases[measure])
    assert {case for case in wrong if (measure, case) not in CONTRADICTED} == set(), wrong
    assert wrong.keys() == {case.id for case in cases[measure] if (measure, case.id) in CONTRADICTED}
    _check_numbers(practice, year(measure, edition), found)


def _check_numbers(practice, asked, found):
    """Whoever is excluded is not in the numerator, and each number is the length of its list."""
    told = practice.run("queries.measure_results.result", asked)
    for number, rate in enumerate(told.rates):
        people = [one[number] for one in found.values()]
        assert not [one for one in people if one["denominator-exclusion"] and one["numerator"]]
        assert not [one for one in people if one["denominator-exception"] and one["numerator"]]
        counted = [sum(one[name] for one in people) for name in POPULATIONS]
        assert counted == [rate.initial, rate.denominator, rate.exclusions, rate.numerator, rate.exceptions]
    gap = practice.run("queries.measured_people.people", AskPeople(asked, 0, "gap", limit=1000))
    assert gap.total == len(gap.rows) == told.rates[0].gap


@pytest.mark.parametrize("edition", ASKED)
def test_lists_of_both_editions_may_be_there_together(data_dir, tmp_path, full, edition):
    measure = ASKED[edition][0]
    cases = _some(cases_of(data_dir, measure, edition), full)
    practice = practice_of(tmp_path / "practice", cases, value_sets(data_dir, 2025, 2026))
    assert differences(populations(practice, year(measure, edition)), cases) == {}
    practice.close()


def test_other_editions_and_measures_are_not_supported_and_say_so(desk):
    for asked, code in ((year("CMS122", 2025), "measures.other_edition"), (year("CMS69", 2026), "measures.unknown")):
        with pytest.raises(NotFound) as refused:
            desk.run("queries.measure_results.result", asked)
        assert refused.value.code == code
    older = AskMeasure("CMS951", year("", 2026).start, year("", 2026).end, edition=2025)
    assert desk.run("queries.measure_results.result", older).row.edition == 2025
