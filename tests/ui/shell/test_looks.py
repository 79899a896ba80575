"""Which looks a tour takes: all of them, or those whose name begins with what is asked."""

from __future__ import annotations

from ui.tour import looks


def test_all_is_every_practice_theme_language_and_size_once():
    assert len(looks.chosen("all")) == len(looks.PRACTICES) * 3 * 2 * 2 == 36
    assert "typical-dark-es-20" in looks.chosen("all")


def test_the_beginning_of_a_name_takes_those_that_begin_with_whole_words():
    assert sorted(looks.chosen("typical-dark-es")) == ["typical-dark-es-10", "typical-dark-es-20"]
    assert list(looks.chosen("many-light-en-10")) == ["many-light-en-10"]
    assert looks.chosen("typ") == {}
