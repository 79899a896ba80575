"""One sheet out of many pathways: complete, said once, and without two lines that contradict each other."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.pathways import PathwayEnrolment
from icm_desktop.content import team
from icm_desktop.content.advice import advice
from icm_desktop.content.pathways import pathways
from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.domain.advice import ASK, Line, contradictions, merged
from tests.handouts.people import TODAY, add, made, patient
from tests.handouts.reading import text

KNOWN = advice()
NAMES = sorted({line.pathway for line in KNOWN.lines} | {one.pathway for one in KNOWN.zones})


def enrol(practice, who, *names):
    day = dt.date(2026, 1, 5)
    add(
        practice, *(PathwayEnrolment(patient_id=who, pathway=name, status="enrolled", entered_on=day) for name in names)
    )


def test_every_phrase_is_there_and_every_pathway_is_one():
    assert set(NAMES) <= {one.id for one in pathways()}
    wanted = {line.phrase for line in KNOWN.lines} | {
        phrase for one in KNOWN.zones for phrase in (*one.green, *one.yellow, *one.red)
    }
    wanted |= {
        *KNOWN.call_for.values(),
        *KNOWN.after_hospital.week,
        *KNOWN.after_hospital.watch,
        *KNOWN.after_hospital.red,
    }
    assert set(KNOWN.call_for) <= team.codes("role")
    wanted |= {f"{ASK}.{about}" for about in contradictions(KNOWN.lines)}
    for language in LANGUAGES:
        assert {phrase for phrase in wanted if not bank(language).has(phrase)} == set()


@given(st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)))
def test_no_sheet_says_two_things_about_one(shown, hidden):
    found = merged(KNOWN.lines, KNOWN.zones, shown, hidden - shown)
    phrases = [phrase for _, phrase in found.lines]
    assert len(phrases) == len(set(phrases))
    says = {line.phrase: (line.about, line.says) for line in KNOWN.lines}
    told = [says[phrase] for phrase in phrases if not phrase.startswith(ASK)]
    assert len({about for about, _ in told}) == len(told)
    for line in KNOWN.lines:
        if line.pathway in shown | hidden:
            assert (line.about, line.says) in told or line.about not in {about for about, _ in told}


def test_what_is_hidden_still_contradicts():
    lines = (Line("heart", "food", "alcohol", "little", "a"), Line("secret", "food", "alcohol", "none", "b"))
    assert merged(lines, (), {"heart"}).lines == (("food", "a"),)
    assert merged(lines, (), {"heart"}, {"secret"}).lines == (("food", "advice.ask.alcohol"),)


FEET, PILLS = "Look at your feet each day", "Do not take ibuprofen"
WEIGH, SALT = "Weigh yourself each morning", "Eat food with less salt"


@pytest.mark.parametrize(
    ("names", "asked", "told"),
    [
        (("type-2-diabetes", "chronic-kidney-disease"), ["Ask us which fruits and vegetables"], [FEET, PILLS]),
        (("heart-failure", "chronic-kidney-disease"), ["Ask us how much water"], [WEIGH, SALT]),
        (("depression", "heart-failure"), [], [WEIGH]),
    ],
)
def test_illnesses_that_pull_apart(practice, names, asked, told):
    who = patient(practice)
    enrol(practice, who, *names)
    page = made(practice, who, kind="what-to-do")
    words = text(page.pdf)
    assert all(sentence in words for sentence in (*asked, *told))
    assert "Fill half your plate" not in words
    assert "mood" not in words and "988" in words  # nothing sensitive unasked; the number of help is on every page
    contradicting = [one for one in page.notices if one.code == "handout.contradicting_advice"]
    assert len(contradicting) == len(asked)


def test_sensitive_advice_prints_only_when_ticked(practice):
    who = patient(practice)
    enrol(practice, who, "depression")
    page = made(practice, who, kind="what-to-do")
    assert [item.id for item in page.sensitive] == ["pathway:depression"]
    ticked = made(practice, who, kind="what-to-do", sensitive_ids=("pathway:depression",))
    assert "Do one small thing you like each day." in text(ticked.pdf)


@pytest.mark.parametrize(("language", "large"), list(itertools.product(LANGUAGES, (False, True))))
def test_everything_at_once_stays_readable(practice, language, large):
    who = patient(practice, language=language)
    enrol(practice, who, *NAMES)
    page = made(practice, who, kind="what-to-do", large_print=large)
    assert page.pages <= (6 if large else 3) and page.not_in_language == ()
    assert TODAY.year == 2026
