"""Which passwords are good enough, and the one form in which a typed password is used."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable

from db.errors import DatabaseProblem

SHORTEST = 15  # code points, password as the only factor; Source: NIST SP 800-63B-4 section 3.1.1.2
LONGEST = 1024
_LEAST_OWN = 4  # characters that must be left when known words, digits and punctuation are taken away
_SHORTEST_WORD = 3


def normalised(password: str) -> bytes:
    """The bytes a password stands for: NFKC, so that every keyboard's way of typing it is the same."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def normalised_name(user_name: str) -> str:
    """The form in which user names are compared: NFKC, without case or outer blanks."""
    return unicodedata.normalize("NFKC", user_name).casefold().strip()


def check_password(password: str, *, blocklist: Iterable[str] = (), names: Iterable[str] = ()) -> None:
    """Refuse a new password that is too short, too long or easily guessed. No rule about kinds of characters.

    Args:
        password: As typed.
        blocklist: Common passwords and words.
        names: The user's name and the practice's.

    Raises:
        DatabaseProblem: db.weak_password with reason "short", "long", "common", "name" or "repeated".
    """
    text = normalised(password).decode("utf-8", "surrogatepass")
    if len(text) < SHORTEST:
        raise DatabaseProblem("db.weak_password", reason="short", shortest=SHORTEST)
    if len(text) > LONGEST:
        raise DatabaseProblem("db.weak_password", reason="long", longest=LONGEST)
    plain = text.casefold()
    if _is_repetition(plain) or _is_run(plain):
        raise DatabaseProblem("db.weak_password", reason="repeated")
    known = {normalised_name(word) for word in blocklist}
    if plain in known or _little_left(plain, known):
        raise DatabaseProblem("db.weak_password", reason="common")
    own = {part for name in names for part in (normalised_name(name), *normalised_name(name).split())}
    if _little_left(plain, known | own):
        raise DatabaseProblem("db.weak_password", reason="name")


def _is_repetition(text: str) -> bool:
    return re.fullmatch(r"(.{1,7}?)\1+.{0,6}", text, re.DOTALL) is not None and len(set(text)) <= 7


def _is_run(text: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(text)}
    return steps in ({1}, {-1})


def _little_left(text: str, words: Iterable[str]) -> bool:
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= _SHORTEST_WORD:
            text = text.replace(word, " ")
    return len(re.sub(r"[\W\d_]+", "", text)) < _LEAST_OWN and any(len(word) >= _SHORTEST_WORD for word in words)
