"""Queries and adds by topic; no decisions."""
