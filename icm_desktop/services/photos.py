"""Photographs to recognise patients by: only where the practice turned them on, small, and written anew."""

from __future__ import annotations

import io

from PIL import Image, ImageOps
from sqlalchemy import select

from db.models.patient import PatientPhoto
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.demographics_requests import PersonSaved, SavePhoto
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.about import photo_id, photos_enabled
from icm_desktop.services import person_rows

MOST_MEGABYTES = 10
MOST_PIXELS = 60_000_000  # larger pictures are refused before they are unpacked
SIDE = 320  # pixels of the longer side as kept
_QUALITY = 82
_FORMATS = ("JPEG", "PNG", "WEBP")


@requires(Privilege.SETTINGS)
def turn(uow: UnitOfWork, on: bool) -> Changes:
    """Turn photographs on or off for the practice; pictures that are kept are hidden, not removed.

    Raises:
        NotFound: people.no_practice.
    """
    row = uow.session.scalars(select(Practice).order_by(Practice.id).limit(1)).first()
    if row is None:
        raise NotFound("people.no_practice")
    row.photos_enabled = on
    uow.session.flush()
    return Changes.of("practice", action_id=uow.action_id)


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SavePhoto) -> PersonSaved:
    """Keep a picture in place of the one before.

    Raises:
        Invalid: demographics.photos_off, photo_too_big, not_a_photo.
        NotFound: patients.unknown.
    """
    person_rows.patient_of(uow, request.patient_id)
    if not photos_enabled(uow):
        raise Invalid("demographics.photos_off")
    _take_away(uow, request.patient_id)
    small = written_anew(request.data)
    row = PatientPhoto(
        patient_id=request.patient_id, content_type="image/jpeg", data=small, taken_on=request.taken_on or uow.today
    )
    uow.session.add(row)
    return person_rows.saved(uow, request.patient_id, None)


@requires(Privilege.DEMOGRAPHICS)
def remove(uow: UnitOfWork, patient_id: int) -> PersonSaved:
    """Take the picture away.

    Raises:
        NotFound: patients.unknown, demographics.unknown_row.
    """
    person_rows.patient_of(uow, patient_id)
    if photo_id(uow, patient_id) is None:
        raise NotFound("demographics.unknown_row")
    _take_away(uow, patient_id)
    return person_rows.saved(uow, patient_id, None)


def written_anew(data: bytes) -> bytes:
    """A picture as a small JPEG of its own: turned upright, without place, camera or anything else in the file.

    Raises:
        Invalid: demographics.photo_too_big, demographics.not_a_photo.
    """
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise Invalid("demographics.photo_too_big", "photo", most=MOST_MEGABYTES)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Invalid("demographics.photo_too_big", "photo", most=MOST_MEGABYTES)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Invalid("demographics.not_a_photo", "photo") from None
    upright.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _take_away(uow: UnitOfWork, patient_id: int) -> None:
    kept = select(PatientPhoto).where(PatientPhoto.patient_id == patient_id, PatientPhoto.removed_at.is_(None))
    for row in uow.session.scalars(kept):
        row.removed_at = uow.now
