"""Which slots hold which compartments: given by somebody who holds them, taken away with a new number from then on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from db import slots
from db.compartment import number, of
from db.key import Key, new_secret
from db.slots import RECOVERY, Slot, SlotFile, slot_path
from db.unlocking import authentic


def hold(database: Path, key: Key, wanted: Mapping[str, Collection[int]]) -> tuple[Key, int | None]:
    """Give each compartment to exactly these users and to every recovery code, as far as `key` holds it.

    A compartment nobody holds yet is made, when the user of `key` is to hold it. When somebody loses one its key gets a
    new number, so that they cannot read what is written from now on; what they could read before they could read.

    Args:
        database: The database file.
        key: Of whoever gives.
        wanted: Ids of users by compartment.

    Returns:
        The key with what is new in it, and the generation of the slot file when it was changed.
    """
    file = authentic(database, key)
    ours = _with_new(file, key, wanted)
    changed = tuple(_given(slot, ours, wanted) for slot in file.slots)
    if changed == file.slots:
        return ours, None
    new = replace(file, generation=file.generation + 1, slots=changed).signed(ours)
    slots.save(slot_path(database), new)
    return ours, new.generation


def _with_new(file: SlotFile, key: Key, wanted: Mapping[str, Collection[int]]) -> Key:
    fresh: list[tuple[str, bytes]] = []
    for name, users in wanted.items():
        known = {one for slot in file.slots for one in slot.compartments if of(one) == name}
        held = {one for one, _ in key.compartments if of(one) == name}
        made_now = not known and not held and key.user_id in users
        lost = any(
            slot.user_id not in users and any(of(one) == name for one in slot.compartments)
            for slot in file.slots
            if slot.kind != RECOVERY
        )
        if made_now or (lost and held):
            newest = max(map(number, known | held), default=0)
            fresh.append((f"{name}/{newest + 1}", new_secret()))
    return replace(key, compartments=tuple(sorted((*key.compartments, *fresh))))


def _given(slot: Slot, key: Key, wanted: Mapping[str, Collection[int]]) -> Slot:
    if not slot.public:  # of the first format, until its user signs in
        return slot
    ours = {one for one, _ in key.compartments}
    kept = {one for one in slot.compartments if of(one) not in wanted or not any(of(own) == of(one) for own in ours)}
    given = {one for one in ours if slot.kind == RECOVERY or slot.user_id in wanted.get(of(one), ())}
    names = kept | given | (set(slot.compartments) if slot.kind == RECOVERY else set())
    return slot if names == set(slot.compartments) else slots.resealed(slot, key, names)
