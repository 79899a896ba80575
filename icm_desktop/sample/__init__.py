"""Generates a sample practice: people, records, plans and calendars as rows, from a seed."""
