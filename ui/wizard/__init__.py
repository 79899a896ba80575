"""The first run: language and look, which practice, where it lies, the first user, the recovery code."""
