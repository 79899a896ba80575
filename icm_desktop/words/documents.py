"""Documents."""

from __future__ import annotations

SENTENCES = {
    "documents.unknown": "This document is no longer there.",
    "documents.no_consult_note": "There is no consult note of this patient yet.",
    "documents.damaged": "This file is damaged or not what its name says. It cannot be read.",
    "documents.unsafe": "This file is made in a way that could harm the program. It was not read.",
    "documents.password": "This PDF is closed with a password. Ask the sender for an open copy.",
    "documents.nothing_sent": "Only the title of this document was sent, without any content.",
    "documents.only_an_address": "Only the address of this document was sent, not its content. Nothing is fetched from outside; ask the sender for a copy.",
    "documents.no_words": "There are no words in this document.",
    "documents.unknown_form_kept": "This kind of file cannot be shown here. A copy can be saved and opened with another program.",
    "documents.unknown_form": "This kind of file cannot be shown here. Choose a PDF, a picture, a text, RTF or C-CDA file.",
    "documents.empty": "This file is empty.",
    "documents.too_large": "This file is larger than {most} MB. Scan it in parts or with fewer dots.",
    "documents.already_there": "This patient already has this very file: {title}.",
    "documents.title_missing": "Write a title, such as Cardiology consult.",
    "documents.title_too_long": "This is too long. Use at most {most} characters.",
    "documents.bad_kind": "Choose the kind from the list.",
    "documents.written_later": "A document cannot be written after today. Check the date.",
    "documents.bad_link": "This belongs to another patient or is no longer there. Choose from the list.",
    "documents.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "documents.unknown_way": "A copy can be saved or printed.",
}
