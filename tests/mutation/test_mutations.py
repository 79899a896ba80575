"""A number of a rule, questionnaire or risk that is moved by one step makes an example of its own file fail."""

from __future__ import annotations

import random
from pathlib import Path

from tests.mutation.noticing import files, noticed
from tests.mutation.numbers import Moved, moved

SAMPLE, SEED = 60, 20261129
# Held by other tests: what an example of the file cannot say.
ELSEWHERE = {
    ("lace.toml", "months"): "tests/transitions: emergency visits count from the months before the admission",
    ("icm-level.toml", "days"): "tests/risk: use counts from day 364 back",
    ("icm-level.toml", "positive_from"): "tests/risk: a score of 9 gives no point",
    ("icm-level.toml", "highest"): "tests/risk: level 7 is refused",
}
# Nothing a patient could have tells these apart.
THE_SAME = {
    ("phq-9.toml", "response_percent", "49"): "no two scores of 0 to 27 fall by 49 % or more and by less than 50 %",
    ("gad-7.toml", "response_percent", "49"): "no two scores of 0 to 21 fall by 49 % or more and by less than 50 %",
    ("lace.toml", "points", "5"): "4 points or more of comorbidity count 5",
    ("lace.toml", "points", "7"): "4 points or more of comorbidity count 5",
}


def test_every_number_that_is_moved_is_noticed(full: bool, tmp_path: Path) -> None:
    """`--mutation-full` moves every number, else a sample that is the same each time."""
    every = [one for file in files() for one in moved(file) if (one.file.name, one.key) not in ELSEWHERE]
    assert len(every) > 400
    every = [one for one in every if (one.file.name, one.key, one.new) not in THE_SAME]
    whole = [Moved(file, 0, "", "", "", file.read_text("utf-8")) for file in files()]
    assert [one.file.name for one in whole if noticed(one, tmp_path)] == []  # as they are, all examples hold
    asked = every if full else random.Random(SEED).sample(every, SAMPLE)  # noqa: S311 - a sample, no secret
    assert [str(one) for one in asked if not noticed(one, tmp_path)] == []
