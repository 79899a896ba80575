"""Facts for quality measures out of the records, and measures as questions to those facts."""
