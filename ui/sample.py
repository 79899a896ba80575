"""The sample practice: who can sign in to it; everybody may know the password, every patient in it is invented."""

from __future__ import annotations

SAMPLE_USER = "rosa"
SAMPLE_USERS = ("ada", "rosa", "lena", "fred", "kim")
SAMPLE_PASSWORD = "sample practice only"  # noqa: S105  shown on the screen: there is nothing to protect
