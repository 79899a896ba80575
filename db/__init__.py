"""How the practice is kept: engine, keys, tables, audit, backup."""
