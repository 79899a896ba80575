"""Records as C-CDA R2.1 documents, made of the resources that leave as FHIR: one rule decides what goes."""
