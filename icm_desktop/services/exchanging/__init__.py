"""One round with an exchange partner: ask, take in, compare, send."""
