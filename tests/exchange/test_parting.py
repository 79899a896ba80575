"""Parts of a resource in two versions of it: found again wherever they stand and however they are worded."""

from __future__ import annotations

import pytest

from icm_desktop.services.importing.parting import Rows, pairs


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("A B", "B A", {("A", "A"), ("B", "B")}),
        ("A B", "A X B", {("A", "A"), ("B", "B"), (None, "X")}),
        ("A B C", "A C", {("A", "A"), ("C", "C"), ("B", None)}),
        ("A A", "A", {("A", "A"), ("A", None)}),
        ("walking_shoes B", "new B walking_shoe", {("walking_shoes", "walking_shoe"), ("B", "B"), (None, "new")}),
    ],
)
def test_a_part_is_found_again(before, after, found):
    made = pairs([{"text": one} for one in before.split()], [{"text": one} for one in after.split()])
    told = {(one.before and one.before["text"], one.after and one.after["text"]) for one in made}
    assert told == found and all(one.sure for one in made)


def test_one_that_says_something_else_altogether_is_not_surely_the_same():
    (pair,) = pairs([{"text": "Walk"}], [{"text": "Buy a bike"}])
    assert not pair.sure


def test_a_row_is_found_by_what_its_part_is_called_there_and_only_once():
    rows = Rows.of([["plan_action", 1, "A", "A"], ["plan_action", 2, "A", "B"], ["plan_action", 3]])
    assert [rows.take("A", 5), rows.take("A", 5), rows.take("A", 5)] == [("plan_action", 1), ("plan_action", 2), None]
    assert rows.take("C", 2) == ("plan_action", 3)
