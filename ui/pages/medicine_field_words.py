"""The words for fields, coded values and kinds of records of medicines and their reconciliation."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

NAMES = {
    "becomes": QT_TRANSLATE_NOOP("FieldWords", "Changed to"),
    "difference": QT_TRANSLATE_NOOP("FieldWords", "How the lists differ"),
    "dose_unit": QT_TRANSLATE_NOOP("FieldWords", "Unit of the dose"),
    "dose_value": QT_TRANSLATE_NOOP("FieldWords", "Dose"),
    "medicine": QT_TRANSLATE_NOOP("FieldWords", "Medicine"),
    "prepared_by": QT_TRANSLATE_NOOP("FieldWords", "Prepared by"),
    "prepared_on": QT_TRANSLATE_NOOP("FieldWords", "Prepared on"),
    "route": QT_TRANSLATE_NOOP("FieldWords", "How it is given"),
    "settled": QT_TRANSLATE_NOOP("FieldWords", "Settled by"),
    "settled_by": QT_TRANSLATE_NOOP("FieldWords", "Settled by whom"),
    "settled_on": QT_TRANSLATE_NOOP("FieldWords", "Settled on"),
    "settled_reason": QT_TRANSLATE_NOOP("FieldWords", "Why it was settled so"),
    "signed_by": QT_TRANSLATE_NOOP("FieldWords", "Signed by"),
    "signed_on": QT_TRANSLATE_NOOP("FieldWords", "Signed on"),
    "times_per_day": QT_TRANSLATE_NOOP("FieldWords", "Times a day"),
}
VALUES = {
    "mild": QT_TRANSLATE_NOOP("ValueWords", "Mild"),
    "moderate": QT_TRANSLATE_NOOP("ValueWords", "Moderate"),
    "severe": QT_TRANSLATE_NOOP("ValueWords", "Severe"),
    "keep": QT_TRANSLATE_NOOP("ValueWords", "Keep"),
    "change": QT_TRANSLATE_NOOP("ValueWords", "Change"),
    "stop": QT_TRANSLATE_NOOP("ValueWords", "Stop"),
    "ask": QT_TRANSLATE_NOOP("ValueWords", "Ask"),
    "prepared": QT_TRANSLATE_NOOP("ValueWords", "Prepared"),
    "signed": QT_TRANSLATE_NOOP("ValueWords", "Signed"),
    "same": QT_TRANSLATE_NOOP("ValueWords", "The same"),
    "differs": QT_TRANSLATE_NOOP("ValueWords", "The dose differs"),
    "not_compared": QT_TRANSLATE_NOOP("ValueWords", "Doses could not be compared"),
    "only_ours": QT_TRANSLATE_NOOP("ValueWords", "Only on our list"),
    "only_theirs": QT_TRANSLATE_NOOP("ValueWords", "Only on another list"),
    "oral": QT_TRANSLATE_NOOP("ValueWords", "By mouth"),
    "sublingual": QT_TRANSLATE_NOOP("ValueWords", "Under the tongue"),
    "inhaled": QT_TRANSLATE_NOOP("ValueWords", "Inhaled"),
    "nasal": QT_TRANSLATE_NOOP("ValueWords", "In the nose"),
    "subcutaneous": QT_TRANSLATE_NOOP("ValueWords", "Injected under the skin"),
    "intramuscular": QT_TRANSLATE_NOOP("ValueWords", "Injected into the muscle"),
    "intravenous": QT_TRANSLATE_NOOP("ValueWords", "Into the vein"),
    "topical": QT_TRANSLATE_NOOP("ValueWords", "On the skin"),
    "transdermal": QT_TRANSLATE_NOOP("ValueWords", "Patch on the skin"),
    "ophthalmic": QT_TRANSLATE_NOOP("ValueWords", "In the eye"),
    "otic": QT_TRANSLATE_NOOP("ValueWords", "In the ear"),
    "rectal": QT_TRANSLATE_NOOP("ValueWords", "Rectally"),
    "vaginal": QT_TRANSLATE_NOOP("ValueWords", "Vaginally"),
}
KINDS = {
    "medication_reconciliation": QT_TRANSLATE_NOOP("ValueWords", "Reconciliation of medicines"),
    "reconciled_medicine": QT_TRANSLATE_NOOP("ValueWords", "Medicine reconciled"),
}
