"""Questionnaires: what they ask, how their answers are scored, and what a score means."""
