"""The only reader of clinical content files."""
