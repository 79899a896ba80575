"""The reader of medicines and rules; a file that breaks its schema or names what nothing defines is refused."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import Place, broken, checked
from icm_desktop.content.pathway_conditions import Names, NotKnown, activity, condition
from icm_desktop.domain.conflicts.medicines import Formulary, ingredients_of, plain, words_of
from icm_desktop.domain.conflicts.rules import (
    Condition,
    Cross,
    Double,
    Group,
    ManyProblems,
    Pair,
    Rule,
    RuleBook,
    Takes,
    Told,
    Unchecked,
)

FOLDER = paths.RESOURCES / "content" / "conflicts"


@cache
def formulary() -> Formulary:
    """The shipped ingredients.

    Raises:
        BrokenFile: the file.
    """
    return read_formulary(FOLDER)


@cache
def rule_book() -> RuleBook:
    """The shipped rules.

    Raises:
        BrokenFile: one of the files.
    """
    return read_rules(FOLDER)


@cache
def allergens() -> Mapping[str, frozenset[str]]:
    """What people call a whole class when they tell of an allergy, to the ingredients of the class."""
    classes = formulary().classes
    return {
        name: frozenset().union(*(classes[each] for each in one["classes"]))
        for one in document(FOLDER, "allergies")["allergen"]
        for name in one["names"]
    }


@cache
def _around() -> frozenset[str]:
    """Words around the name of what is reacted to."""
    return frozenset(document(FOLDER, "allergies")["around"])


@cache
def content_digest() -> str:
    """Which content the rules are, all files of it: a patient checked by another one is checked again."""
    files = sorted(FOLDER.glob("*.toml"))
    return hashlib.sha256(b"".join(each.read_bytes() for each in files)).hexdigest()[:16]


@cache
def override_review() -> tuple[float, int, int]:
    """When a rule is shown for review: the share of overridden decisions, within how many days, of how many."""
    found = document(FOLDER, "rules")["override_review"]
    return found["share"], found["days"], found["fewest"]


@cache
def told_by_rule() -> Mapping[str, Told]:
    """What every rule on medicines says of itself, by its id."""
    book = rule_book()
    found = [one.told for group in (book.rules, book.pairs, book.doubles, book.crosses) for one in group]
    found += [one[0] for one in (book.same_ingredient, book.same_allergen, book.intolerance)]
    return {one.id: one for one in found}


def read_formulary(folder: Path) -> Formulary:
    """The ingredients of a folder of rules."""
    found = document(folder, "medicines")
    classes: dict[str, set[str]] = defaultdict(set)
    names: dict[str, tuple[str, ...]] = {}
    for one in found["ingredient"]:
        for each in one.get("classes", ()):
            classes[each].add(one["name"])
        for name in (one["name"], *one.get("also", ())):
            names[name.lower()] = (one["name"],)
    known = {one["name"] for one in found["ingredient"]}
    for number, one in enumerate(found["combination"]):
        for each in one["of"]:
            if each not in known:
                raise broken(
                    folder / "medicines.toml", ("combination", number, "of"), f"'{each}' is no ingredient here"
                )
        names[one["name"].lower()] = tuple(one["of"])
    return Formulary(
        codes={one["rxcui"]: one["name"] for one in found["ingredient"] if "rxcui" in one},
        names=names,
        classes={name: frozenset(members) for name, members in classes.items()},
        silent=frozenset((*found["salts"], *found["forms"])),
    )


def read_rules(folder: Path) -> RuleBook:
    """Every rule of a folder.

    Raises:
        BrokenFile: one of the files is not TOML, breaks its schema, or names what nothing defines.
    """
    known = class_members(folder)
    pairs, doubles = document(folder, "interactions"), document(folder, "duplicates")
    crosses, rules = document(folder, "allergies"), document(folder, "rules")
    return RuleBook(
        version=rules["version"],
        rules=tuple(read_rule(folder, n, one, rules) for n, one in enumerate(rules["rule"])),
        pairs=tuple(read_pair(folder, n, one, known) for n, one in enumerate(pairs["pair"])),
        doubles=tuple(
            Double(told(one), one["severity"], tuple(
                members(folder, "duplicates", ("class", n, "classes"), (each,), known) for each in one["classes"]))
            for n, one in enumerate(doubles["class"])
        ),
        same_ingredient=(told(doubles["same_ingredient"]), doubles["same_ingredient"]["severity"]),
        crosses=tuple(_cross(folder, n, one, known) for n, one in enumerate(crosses["cross"])),
        same_allergen=(told(crosses["same"]), crosses["same"]["severity"]),
        intolerance=(told(crosses["intolerance"]), crosses["intolerance"]["severity"]),
        alike=tuple(
            members(folder, "allergies", ("intolerance", "alike"), (each,), known)
            for each in crosses["intolerance"]["alike"]
        ),
    )  # fmt: skip


def document(folder: Path, name: str) -> dict[str, Any]:
    """One file of a folder as it stands, checked against its schema.

    Raises:
        BrokenFile: it is not TOML, or breaks the schema.
    """
    return checked(folder / f"{name}.toml", f"conflict_{name}")


def members(
    folder: Path, name: str, place: Place, wanted: Iterable[str], known: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The ingredients of classes and ingredients by name."""
    found: set[str] = set()
    for one in wanted:
        if one not in known:
            raise broken(folder / f"{name}.toml", place, f"'{one}' is no class or ingredient")
        found |= known[one]
    return frozenset(found)


def told(found: Mapping[str, Any]) -> Told:
    """What a rule of any file says of itself."""
    return Told(
        id=found["id"],
        title={"en": found["title"], "es": found["title_es"]},
        action={"en": found.get("action", ""), "es": found.get("action_es", "")},
        source=found["source"],
        mark=found["mark"],
        ask=", ".join(asked) if isinstance(asked := found.get("ask", "prescriber"), list) else asked,
        year=found.get("year"),
    )


def read_pair(folder: Path, number: int, found: Mapping[str, Any], known: Mapping[str, frozenset[str]]) -> Pair:
    """One pair of the file of interactions; `number` is its place there, `known` ingredients and classes by name."""
    one, other = (
        members(folder, "interactions", ("pair", number, side), found[side], known) for side in ("one", "other")
    )
    return Pair(told(found), found["severity"], one, other, found.get("one_above_mg_per_day"))


def _cross(folder: Path, number: int, found: Mapping[str, Any], known: Mapping[str, frozenset[str]]) -> Cross:
    to, check = (members(folder, "allergies", ("cross", number, side), found[side], known) for side in ("to", "check"))
    return Cross(told(found), found["severity"], to, check)


@cache
def class_members(folder: Path) -> Mapping[str, frozenset[str]]:
    """Every ingredient and class by name, with the ingredients it stands for."""
    classes = read_formulary(folder).classes
    return {name: frozenset({name}) for names in classes.values() for name in names} | dict(classes)


def read_rule(folder: Path, number: int, found: Mapping[str, Any], file: Mapping[str, Any]) -> Rule:
    """One rule of the file of rules.

    Args:
        folder: Where the files are.
        number: Its place among the rules, for the line of a mistake.
        found: The rule as it stands.
        file: All of the file, for its codes, groups and activities.
    """
    classes = class_members(folder)
    groups = {one: members(folder, "rules", ("groups", one), each, classes) for one, each in file["groups"].items()}
    known = {**classes, **groups}
    activities = {one["id"]: activity(one) for one in file.get("activity", ())}
    names = Names(file["codes"], {}, file.get("values", {}), activities, frozenset())
    place: Place = ("rule", number)
    try:
        levels = tuple((one["severity"], rule_condition(one["when"], names, known, place)) for one in found["level"])
    except NotKnown as error:
        raise broken(folder / "rules.toml", error.place, str(error)) from error
    return Rule(told(found), levels, found.get("due_days"), found.get("overdue_days"))


def rule_condition(found: dict[str, Any], names: Names, known: Mapping[str, frozenset[str]], place: Place) -> Condition:
    """One condition of a rule.

    Raises:
        NotKnown: it names something that nothing defines.
    """
    for how in ("all", "any", "none"):
        if how in found:
            return Group(how, tuple(rule_condition(one, names, known, place) for one in found[how]))
    if "medicine" in found:
        taken = _named(found["medicine"], known, place)
        return Takes(taken, found.get("started_within_days"), found.get("above_mg_per_day"))
    if "problems_at_least" in found:
        return ManyProblems(found["problems_at_least"])
    if "started" in found:
        sources = tuple(names.value(one, place) for one in found["unless"])
        return Unchecked(_named(found["started"], known, place), found["days"], found["from_day"], sources)
    return condition(found, names, place)  # type: ignore[return-value]  # without medicines and targets: a leaf of ours


def _named(name: str, known: Mapping[str, frozenset[str]], place: Place) -> frozenset[str]:
    if name not in known:
        raise NotKnown(place, "class or ingredient", name)
    return known[name]


def allergen(text: str, codes: Sequence[str] = ()) -> frozenset[str]:
    """The ingredients an allergy is to: of a class when a class is named, else of the medicine; empty when unknown."""
    if any(code in formulary().codes for code in codes):
        return frozenset(ingredients_of(formulary(), text, tuple(codes)))
    for name in (plain(formulary(), text), plain(formulary(), _bare(text))):
        found = allergens().get(name) or frozenset(ingredients_of(formulary(), name))
        if found:
            return found
    return frozenset(ingredients_of(formulary(), text))


def _bare(text: str) -> str:
    """What is reacted to without the words around it: "Allergy to penicillins (class)"."""
    return " ".join(word for word in words_of(text) if word not in _around())
