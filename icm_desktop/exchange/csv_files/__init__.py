"""CSV files to FHIR resources: tables of Synthea, and any list of patients or visits with a mapping."""
