"""A measure is plain SQL: it compiles for another engine and gives the same numbers in a plain SQLite file."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, func, insert, select
from sqlalchemy.dialects import postgresql

from db import measure_facts
from icm_desktop.content.measures import measures
from icm_desktop.queries.measure_results import Question
from tests.measures.cases import cases_of, practice_of, value_sets, year
from tests.measures.people import Person

# What only SQLite has: none of it may stand in a measure.
ONLY_SQLITE = ("json_each", "julianday", "strftime", "glob ", "ifnull", "rowid", "substr(", "date(", "datetime(")


def _sums(question):
    found = question.people().subquery()
    return select(*(func.coalesce(func.sum(column), 0) for column in found.c if column.name != "patient_id"))


def test_every_measure_compiles_for_another_engine(desk):
    with desk.read() as uow:
        for one in measures():
            question = Question(uow, year(one.id, one.edition or 2026))
            text = str(_sums(question).compile(dialect=postgresql.dialect()))
            assert text.lower().count("select") > 3
            assert not [word for word in ONLY_SQLITE if word in text.lower()], one.id


@pytest.mark.parametrize(("measure", "edition"), [("CMS165", 2026), ("CMS128", 2026), ("CMS137", 2025)])
def test_a_plain_sqlite_file_gives_the_same_numbers(data_dir, tmp_path, measure, edition):
    practice = practice_of(tmp_path / "p", cases_of(data_dir, measure, edition)[:8], value_sets(data_dir, edition))
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    with practice.read() as uow, engine.begin() as plain:
        measure_facts.METADATA.create_all(plain)
        for table in measure_facts.METADATA.sorted_tables:
            rows = [dict(row) for row in uow.session.execute(select(table)).mappings()]
            if rows:
                plain.execute(insert(table), rows)
        asked = _sums(Question(uow, year(measure, edition)))
        ours, theirs = tuple(uow.session.execute(asked).one()), tuple(plain.execute(asked).one())
    engine.dispose()
    practice.close()
    assert ours == theirs
    assert sum(ours) > 0


def test_the_list_and_the_number_are_the_same_question(desk, bring):
    bring(desk, *Person("a").problem("E11.9", "2015-01-01").visit("2026-03-03").resources)
    with desk.read() as uow:
        question = Question(uow, year("CMS122", 2026))
        people = uow.session.execute(question.people()).mappings().all()
        totals = question.totals()
        assert len(people) == 1
        assert {name: value for name, value in people[0].items() if name != "patient_id"} == dict(totals)
