"""What minutes reach in each program: the examples of the files, over all minutes, and what does not go together."""

from __future__ import annotations

import datetime as dt
import json
import tomllib

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.content import programs as content
from icm_desktop.domain.programs import Month, conflicts_of, holding, reached

FILES = {one.id: tomllib.loads((content.FOLDER / f"{one.id}.toml").read_text("utf-8")) for one in content.programs()}
EXAMPLES = [(name, example) for name, raw in FILES.items() for example in raw.get("example", ())]
TIMED = [one for one in content.programs() if one.services]


def reach(program, minutes, circumstances=()):
    return reached(content.by_id()[program], {"staff": minutes, "practitioner": minutes}, circumstances)


@pytest.mark.parametrize(("program", "example"), EXAMPLES, ids=str)
def test_the_worked_examples_of_the_files(program, example):
    assert list(reach(program, example["minutes"], example.get("with", ())).codes) == example["expect"]


def test_every_vector_of_the_specification_is_an_example():
    told = {(name, one["minutes"], *one.get("with", ())) for name, one in EXAMPLES}
    assert {("ccm", minutes) for minutes in (19, 20, 39, 40, 60, 95)} <= told
    assert {("ccm", minutes, "complex") for minutes in (59, 60, 89, 90)} <= told
    assert {("cocm", minutes, "first_month") for minutes in (35, 36, 85, 86)} <= told
    assert {("cocm", minutes, "later_month") for minutes in (30, 31, 75, 76)} <= told
    assert set(FILES) >= {"ccm", "pcm", "bhi", "cocm", "tcm", "apcm"}


@given(st.sampled_from(TIMED), st.integers(0, 400), st.sets(st.sampled_from(["complex", "first_month", "later_month"])))
def test_one_minute_more_never_reaches_less_and_the_next_step_is_where_it_is_said(program, minutes, circumstances):
    now, then = reach(program.id, minutes, circumstances), reach(program.id, minutes + 1, circumstances)
    if now.to_next is not None:
        assert now.to_next > 0
        after = reach(program.id, minutes + now.to_next, circumstances)
        assert len(after.codes) > 0 and after.codes != now.codes
        if now.to_next > 1:
            assert then.codes == now.codes
    else:
        assert then.codes == now.codes
    assert len(then.codes) >= len(now.codes) or then.codes[0] != now.codes[0]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31)), st.integers(0, 36))
def test_a_collaborative_month_is_the_first_or_a_later_one_never_both(enrolled, months):
    month = Month.of(enrolled)
    for _ in range(months):
        month = Month.of(month.last + dt.timedelta(days=1))
    held = holding(content.by_id()["cocm"], {}, enrolled, month)
    assert held == (("first_month",) if months == 0 else ("later_month",))
    assert month.before().last == month.first - dt.timedelta(days=1)


def test_a_monthly_circumstance_counts_in_its_month_only():
    ccm, said = content.by_id()["ccm"], {"complex": "2026-11-03"}
    enrolled = dt.date(2026, 1, 1)
    assert holding(ccm, said, enrolled, Month(2026, 11)) == ("complex",)
    assert holding(ccm, said, enrolled, Month(2026, 12)) == () == holding(ccm, said, enrolled, Month(2026, 10))
    apcm = content.by_id()["apcm"]
    assert holding(apcm, {"qmb": "2026-01-03"}, enrolled, Month(2026, 12)) == ("qmb",)


def test_what_does_not_go_together_in_one_month():
    clashes = {
        (one, rule.other(one))
        for one in content.by_id()
        for rule in conflicts_of(one, set(content.by_id()) - {one}, content.conflicts())
    }
    assert all((other, one) in clashes for one, other in clashes)
    assert {("apcm", "ccm"), ("apcm", "pcm"), ("apcm", "tcm"), ("bhi", "cocm"), ("ccm", "ccm-practitioner")} <= clashes
    assert ("ccm", "bhi") not in clashes and ("ccm", "tcm") not in clashes
    (with_bhi,) = conflicts_of("apcm", {"bhi"}, content.conflicts())
    assert with_bhi.instead == "G0570"


def test_the_files_have_the_form_of_their_schema():
    folder = content.FOLDER.parent / "schemas"
    for name, file in (("program", None), ("same_month", "same-month")):
        schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        for raw in FILES.values() if file is None else [content._same_month()]:
            jsonschema.validate(raw, schema)
    rules = content.minute_rules()
    assert set(rules.practitioner) <= set(rules.staff) and 0 < rules.idle_seconds < 600
