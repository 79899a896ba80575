"""The record of a patient as it leaves: rows read, written as FHIR, and told or held back."""
