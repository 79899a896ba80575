"""What the page for the patient can say to the person who prints it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "handout.unknown_kind": "There is no page called {kind}. Ask for next-steps.",
    "handout.unknown_language": "There are no sentences for pages in {language}. `en` and `es` are whole; Admin, Sentences for patients lists the others.",
    "handout.unknown_paper": "The paper can be letter or a4, not {paper}.",
    "handout.unknown_way": "A page is kept as printed or saved, not as {how}.",
    "handout.not_a_page": "This is not a page made here, so it was not kept.",
    "handout.not_found": "This page is not kept here.",
    "handout.sensitive_not_allowed": "Only a care coordinator, a clinician or an administrator may add sensitive items to a page.",
    "handout.left_out": "Sensitive items are left out. Ask a care coordinator if they should be on the page.",
    "handout.interpreter": "The patient reads {detail}: go through this page with an interpreter.",
    "handout.letters_missing": "These letters cannot be printed and show as a square: {detail}",
    "handout.right_to_left": "These words are read from right to left. They are joined and in order, but stand at the left; "
    "have somebody who reads them look at the page: {detail}",
    "handout.right_to_left_language": "Sentences in {detail} are read from right to left. The page is not laid out for that: "
    "do not hand it out.",
    "handout.not_yet_in_language": "Not yet in this language, so the page says it in English: {detail}",
    "phrases.unknown": "There is no such sentence.",
    "phrases.no_version": "There is no such version of this sentence.",
    "phrases.changed_meanwhile": "Somebody changed this sentence meanwhile. Copy your text, close the form and open it again.",
    "phrases.empty": "The sentence is empty.",
    "phrases.too_long": "The sentence has more than {most} letters. Make it shorter.",
    "phrases.stray_brace": "A brace is open or closed without the other one. Braces stand around a word that is filled in.",
    "phrases.words_to_fill_in": "The sentence must have these words to fill in, each spelled so: {words}",
    "phrases.nothing_to_fill_in": "Nothing is filled in here: leave out the braces.",
    "handout.no_directions": "No directions are recorded for {detail}.",
    "handout.same_medicine_twice": "{detail} is on the list more than once. Check with a clinician before the patient goes home.",
    "handout.undecided": "Nobody has decided yet, so it is not on the page. Instead: {detail}",
    "handout.long_sentence": "This step has a sentence of more than 20 words: {detail}",
    "handout.contradicting_advice": "The patient's illnesses ask for different things here. The page says instead: {detail}",
    "handout.no_stay": "No hospital stay that ended in the last 30 days is recorded.",
    "handout.no_phone": "No phone number is recorded for the practice or the care team. Add one, so that the patient can call.",
    "handout.deceased": "This patient is recorded as deceased.",
    "handout.no_such_contact": "This person is no longer on file. Choose somebody else.",
    "handout.not_on_file": "Nothing on file lets {name} have this page. If they get it all the same, write why.",
}
